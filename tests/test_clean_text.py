"""Text in which nothing is wrong: how often the rules speak all the same."""

from __future__ import annotations

from tests.proof.clean import sources
from vnplanlint.rulebook import RuleBook

LEAST_PAGES = 200
MOST_IN_TEN_PAGES = 1.0


def test_false_alarms_are_rare(book: RuleBook) -> None:
    read = list(sources(book))
    pages = sum(source.pages for source in read)
    assert pages >= LEAST_PAGES
    spoken = [item for source in read for item in source.spoken if item.finding.severity != "style"]
    assert 10 * len(spoken) <= MOST_IN_TEN_PAGES * pages, [
        (item.where, item.finding.code, item.text) for item in spoken
    ]


def test_clean_plans_of_our_own_are_silent(book: RuleBook) -> None:
    as_written = next(iter(sources(book)))
    assert not [(item.where, item.finding.code, item.text) for item in as_written.spoken]
