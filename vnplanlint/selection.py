"""Which rules a list of codes, prefixes and names means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vnplanlint.messages import Problem, nearest
from vnplanlint.rulebook import Card, RuleBook

ALL = "ALL"


def chosen(book: RuleBook, select: Iterable[str] | None, ignore: Iterable[str] = ()) -> tuple[str, ...]:
    """The codes that ``select`` names (None: every rule that is on) less those of ``ignore``.

    Raises ``Problem`` for a selector that names no rule.
    """
    if select is None:
        wanted = [code for code, card in book.cards.items() if card.status != "preview"]
    else:
        named = set(_codes(book, select))
        wanted = [code for code in book.cards if code in named]
    unwanted = set(_codes(book, ignore))
    return tuple(code for code in wanted if code not in unwanted)


def find(book: RuleBook, selector: str) -> list[Card]:
    """The cards that a code, the beginning of one, a name or ``ALL`` means."""
    wanted = selector.strip().upper()
    if not wanted:
        return []
    if wanted == ALL:
        return list(book.cards.values())
    return [card for card in book.cards.values() if card.code.startswith(wanted) or card.name.upper() == wanted]


def _codes(book: RuleBook, selectors: Iterable[str]) -> Iterator[str]:
    for selector in selectors:
        cards = find(book, selector)
        if not cards and selector.strip().upper() != ALL:
            raise unknown(book, selector)
        for card in cards:
            yield card.code


def unknown(book: RuleBook, selector: str) -> Problem:
    """The problem to report for a selector that names no rule, with the nearest that does."""
    if any(char.isdigit() for char in selector):
        family = selector.strip("0123456789 ").upper()
        known = [code for code in book.cards if code.startswith(family)] or list(book.cards)
    else:
        known = [*(card.name for card in book.cards.values()), *_families(book), ALL]
    return Problem("unknown-rule", code=selector, nearest=nearest(selector, known))


def _families(book: RuleBook) -> list[str]:
    return sorted({code.rstrip("0123456789") for code in book.cards})
