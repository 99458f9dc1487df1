"""Which findings the comments in a text silence, and what becomes of each comment."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cache

from vnplanlint.document.directives import Directive, Selector, directives
from vnplanlint.document.model import Document
from vnplanlint.findings import Finding
from vnplanlint.light_typing import NamedTuple
from vnplanlint.messages import nearest
from vnplanlint.rulebook import RuleBook
from vnplanlint.selection import find, unknown
from vnplanlint.suppression.reach import Codes, Reach


class Usage(NamedTuple):
    """What the comments of a document did.

    ``silenced`` are the findings that a comment marks as right, ``left`` all others; ``idle``
    the selectors that silenced nothing though all their rules ran, with their directive.
    """

    document: Document
    book: RuleBook
    directives: tuple[Directive, ...]
    left: tuple[Finding, ...]
    silenced: tuple[Finding, ...]
    idle: tuple[tuple[Directive, tuple[Selector, ...]], ...]
    codes_of: Codes

    def is_rule(self, selector: str) -> bool:
        """Whether the selector means any rule at all."""
        return bool(find(self.book, selector))

    def nearest_rule(self, selector: str) -> str:
        """The selector most like one that means no rule."""
        return str(unknown(self.book, selector).values["nearest"])

    def nearest(self, word: str, known: Iterable[str]) -> str:
        """The known word most like ``word``."""
        return nearest(word, list(known))


def heed(document: Document, findings: Iterable[Finding], ran: Collection[str], book: RuleBook) -> Usage:
    """Let the comments of ``document`` silence ``findings``, which are those of the rules ``ran``."""

    @cache
    def codes_of(selector: str) -> frozenset[str]:
        return frozenset(card.code for card in find(book, selector) if not card.about_comments)

    everything = directives(document)
    sound = [directive for directive in everything if not directive.fault]
    reach = Reach(sound, codes_of)
    left: list[Finding] = []
    silenced: list[Finding] = []
    used: set[Selector] = set()
    for finding in findings:
        silencers = reach.silencers(finding.code, finding.span.start)
        used |= silencers
        if silencers:
            silenced.append(finding)
        else:
            left.append(_sparing(finding, used, reach))
    used |= _closing(sound, codes_of)
    idle = tuple(_idle(sound, used, frozenset(ran), book, codes_of))
    return Usage(document, book, everything, tuple(left), tuple(silenced), idle, codes_of)


def _sparing(finding: Finding, used: set[Selector], reach: Reach) -> Finding:
    """The finding, whose fixes of many places leave alone those that a comment marks as right for its rule."""
    fixes = []
    for fix in finding.fixes:
        silencers = [reach.silencers(finding.code, edit.span.start) for edit in fix.edits]
        edits = tuple(edit for edit, silencing in zip(fix.edits, silencers, strict=True) if not silencing)
        if 0 < len(edits) < len(fix.edits):
            used.update(*silencers)
            fix = fix._replace(edits=edits)
        fixes.append(fix)
    return finding._replace(fixes=tuple(fixes))


def _closing(sound: list[Directive], codes_of: Codes) -> set[Selector]:
    """The selectors of "on" that end what an "off" began."""
    is_off: set[str] = set()
    closing: set[Selector] = set()
    for directive in sound:
        named = [(selector, codes_of(selector.text)) for selector in directive.selectors]
        if directive.verb == "off":
            is_off.update(*(codes for _, codes in named))
        elif directive.verb == "on":
            closing.update(selector for selector, codes in named if codes & is_off)
            is_off.difference_update(*(codes for _, codes in named))
            if not named:
                is_off.clear()
    return closing


def _idle(
    sound: list[Directive], used: set[Selector], ran: frozenset[str], book: RuleBook, codes_of: Codes
) -> Iterator[tuple[Directive, tuple[Selector, ...]]]:
    """Each directive with those of its selectors that did nothing, though they could have."""
    usual = {code for code, card in book.cards.items() if card.status != "preview"}
    for directive in sound:
        idle = tuple(
            selector
            for selector in directive.selectors
            if selector not in used and (codes := codes_of(selector.text)) and codes & ran and codes & usual <= ran
        )
        if idle:
            yield directive, idle
