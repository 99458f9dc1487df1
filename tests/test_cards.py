"""Every card: its check exists, its bad examples are found where marked, its good ones stay silent."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from vnplanlint.document.build import build_document
from vnplanlint.engine import check_document, load_check
from vnplanlint.findings import Finding, Fix
from vnplanlint.readers.text import from_text
from vnplanlint.rulebook import Card, Example, load

BOOK = load()
CARDS = tuple(BOOK.cards.values())


def examples(kind: str) -> Iterator[Any]:
    for card in CARDS:
        for number, example in enumerate(getattr(card, kind)):
            yield pytest.param(card, example, id=f"{card.code}-{kind}-{number}")


def findings_in(text: str) -> list[Finding]:
    return check_document(build_document(from_text(text), BOOK.facts), BOOK)


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without «», and where the marked parts stand."""
    plain, spans, start = "", [], 0
    for char in text:
        if char == "«":
            start = len(plain)
        elif char == "»":
            spans.append((start, len(plain)))
        else:
            plain += char
    return plain, spans


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.code)
def test_the_card_has_a_check_and_examples_of_both_kinds(card: Card) -> None:
    assert callable(load_check(card))
    assert card.bad
    assert card.good


@pytest.mark.parametrize(("card", "example"), list(examples("bad")))
def test_bad_example_is_found_where_it_is_marked(card: Card, example: Example) -> None:
    text, spans = marked(example.text)
    assert spans, "a bad example marks with «» what must be underlined"
    found = [finding for finding in findings_in(text) if finding.code == card.code]
    assert [tuple(finding.span) for finding in found] == spans, [
        (text[f.span.start : f.span.end], f.message) for f in found
    ]


@pytest.mark.parametrize(("card", "example"), list(examples("bad")))
def test_bad_example_raises_no_other_rule(card: Card, example: Example) -> None:
    text, _ = marked(example.text)
    assert {finding.code for finding in findings_in(text)} <= {card.code}


@pytest.mark.parametrize(("card", "example"), list(examples("good")))
def test_good_example_is_silent_under_every_rule(card: Card, example: Example) -> None:
    assert findings_in(example.text) == []


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.code)
def test_messages_are_one_line_without_a_full_stop(card: Card) -> None:
    texts = [*card.messages.values(), *card.labels.values(), *card.fixes.values()]
    for text in (words for languages in texts for words in languages.values()):
        assert "\n" not in text
        assert not text.endswith(".")


def mended(text: str, fix: Fix) -> str:
    for edit in sorted(fix.edits, reverse=True):
        text = text[: edit.span.start] + edit.content + text[edit.span.end :]
    return text


@pytest.mark.parametrize(("card", "example"), list(examples("bad")))
def test_each_fix_of_a_bad_example_mends_it(card: Card, example: Example) -> None:
    text, _ = marked(example.text)
    found = findings_in(text)
    for fix in (fix for finding in found for fix in finding.fixes):
        places = sorted(edit.span for edit in fix.edits)
        assert all(before.end <= after.start for before, after in pairwise(places)), fix
        left = [finding for finding in findings_in(mended(text, fix)) if finding.code == card.code]
        assert len(left) < len(found), fix


@pytest.mark.parametrize(("card", "example"), [case for case in examples("bad") if case.values[1].fixed])
def test_the_first_fix_gives_the_text_of_the_card(card: Card, example: Example) -> None:
    text, _ = marked(example.text)
    (finding,) = findings_in(text)
    assert mended(text, finding.fixes[0]) == example.fixed
