"""The commands that describe: the rules, one rule, what was understood of a file."""

from __future__ import annotations

import os

from vnplanlint import files, patterns
from vnplanlint.document.build import build_document
from vnplanlint.document.model import Document
from vnplanlint.light_typing import TextIO
from vnplanlint.messages import Problem
from vnplanlint.options import Request
from vnplanlint.planning import Planner
from vnplanlint.reports import View, describe_with
from vnplanlint.rulebook import Card, RuleBook
from vnplanlint.selection import find, unknown


def rules(request: Request, output_format: str, out: TextIO) -> int:
    """List the rules.  Raises ``Problem`` if configuration or a card is not usable."""
    planner = Planner(request)
    cards = list(planner.book().cards.values())
    describe_with("rules", output_format, cards, View(planner.language()), out)
    return 0


def explain(request: Request, selectors: tuple[str, ...], output_format: str, out: TextIO) -> int:
    """Explain each rule named, once.  Raises ``Problem`` for a name that names none."""
    planner = Planner(request)
    book = planner.book()
    cards: dict[str, Card] = {}
    for selector in selectors:
        for card in _named(book, selector):
            cards.setdefault(card.code, card)
    describe_with("explanation", output_format, list(cards.values()), View(planner.language()), out)
    return 0


def _named(book: RuleBook, selectors: str) -> list[Card]:
    cards: list[Card] = []
    for selector in filter(None, selectors.split(",")):
        found = find(book, selector)
        if not found:
            raise unknown(book, selector)
        cards += found
    return cards


def extract(request: Request, path: str, output_format: str, out: TextIO) -> int:
    """Show what was understood of one file.  Raises ``Problem`` if it cannot be read."""
    planner = Planner(request)
    if path != files.STDIN and os.path.isdir(path):
        raise Problem("is-folder", name=path)
    name = request.stdin_filename or path if path == files.STDIN else path
    source = files.decoded(files.read_bytes(path), name)
    folder = os.path.dirname(name) or "."
    document: Document = build_document(source, planner.book(folder).facts)
    patterns.save()
    describe_with("extraction", output_format, document, View(planner.language()), out)
    return 0
