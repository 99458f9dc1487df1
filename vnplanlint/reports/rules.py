"""The list of rules, by family."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.light_typing import Any
from vnplanlint.messages import say, severity_word
from vnplanlint.reports import Line, Segment, View
from vnplanlint.reports import markdown as markdown_rules
from vnplanlint.reports.columns import width, wrap
from vnplanlint.reports.links import card as card_address
from vnplanlint.reports.links import page
from vnplanlint.rulebook import Card


def layout(cards: list[Card], view: View) -> Iterator[Line]:
    """A table of code, severity and title under the name of each family."""
    words = max((width(severity_word(card.severity, view.language)) for card in cards), default=0)
    codes = max((len(card.code) for card in cards), default=0)
    for family, members in markdown_rules.by_family(cards).items():
        yield (Segment(markdown_rules.family_name(family, view.language), "title"),)
        for card in members:
            yield from _row(card, codes, words, view)
        yield ()
    yield (Segment(say("rules-count", view.language, number=len(cards)), "label"),)


def _row(card: Card, codes: int, words: int, view: View) -> Iterator[Line]:
    word = severity_word(card.severity, view.language)
    indent = 2 + codes + 2 + words + 2
    first, *more = wrap(f"{card.title(view.language)} ({card.name})", max(view.width - indent, 30))
    link = card_address(card.name) if view.links else ""
    yield (
        Segment("  "),
        Segment(card.code, "code", link),
        Segment(" " * (codes - len(card.code) + 2)),
        Segment(word, card.severity),
        Segment(" " * (words - width(word) + 2)),
        Segment(first),
    )
    for line in more:
        yield Segment(" " * indent), Segment(line)


def markdown(cards: list[Card], view: View) -> Iterator[str]:
    """The same as tables of Markdown."""
    return markdown_rules.table(cards, view.language)


def data(cards: list[Card], view: View) -> list[dict[str, Any]]:
    """The same as data, in both languages."""
    return [
        {
            "code": card.code,
            "name": card.name,
            "family": card.family,
            "severity": card.severity,
            "status": card.status,
            "since": card.since,
            "title": dict(card.messages["title"]),
            "why": dict(card.why),
            "basis": list(card.basis),
            "url": page(card.code),
        }
        for card in cards
    ]
