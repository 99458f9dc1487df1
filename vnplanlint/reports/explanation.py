"""One rule explained: why, on what legal basis, wrong and right examples, how to silence it."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.light_typing import Any
from vnplanlint.messages import say, severity_word
from vnplanlint.reports import Line, Segment, View
from vnplanlint.reports import markdown as markdown_rules
from vnplanlint.reports import rules as rule_list
from vnplanlint.reports.columns import excerpt, wrap
from vnplanlint.reports.links import card as card_address
from vnplanlint.rulebook import Card

_WIDEST = 92
_INDENT = "  "


def layout(cards: list[Card], view: View) -> Iterator[Line]:
    """The explanations, one after the other."""
    view = view._replace(width=min(view.width, _WIDEST))
    for number, card in enumerate(cards):
        if number:
            yield ()
            yield (Segment("─" * view.width, "gutter"),)
            yield ()
        yield from _explanation(card, view)


def markdown(cards: list[Card], view: View) -> Iterator[str]:
    """The page of each rule in Markdown."""
    for number, card in enumerate(cards):
        yield "\n" if number else ""
        yield from markdown_rules.page(card, view.language)


def data(cards: list[Card], view: View) -> list[dict[str, Any]]:
    """What the list of rules says of each, with its messages and examples."""
    return [
        {
            **row,
            "messages": {key: dict(words) for key, words in card.messages.items() if key != "title"},
            "bad": [example._asdict() for example in card.bad],
            "good": [example._asdict() for example in card.good],
        }
        for card, row in zip(cards, rule_list.data(cards, view), strict=True)
    ]


def _explanation(card: Card, view: View) -> Iterator[Line]:
    yield (
        Segment(card.code, "code", card_address(card.name) if view.links else ""),
        Segment(f"  {card.name}  "),
        Segment(severity_word(card.severity, view.language), card.severity),
        Segment(f"  {say('since', view.language, since=card.since)}" if card.since else "", "gutter"),
    )
    for line in wrap(card.title(view.language), view.width):
        yield (Segment(line, "title"),)
    yield from _heading("why", view)
    for number, paragraph in enumerate(card.why[view.language].strip().split("\n\n")):
        if number:
            yield ()
        yield from _indented(paragraph, view)
    if card.basis:
        yield from _heading("basis", view)
        for basis in card.basis:
            yield from _indented(basis, view, "- ")
    if card.bad:
        yield from _heading("bad", view)
    for number, example in enumerate(card.bad):
        if number:
            yield ()
        yield from _marked(example.text, view)
        if example.fixed:
            yield Segment(_INDENT), Segment(f"{say('fixed', view.language)}:", "label")
            yield from _text(example.fixed, view)
    if card.good:
        yield from _heading("good", view)
    for number, example in enumerate(card.good):
        if number:
            yield ()
        yield from _text(example.text, view)
    yield from _silencing(card, view)


def _heading(key: str, view: View) -> Iterator[Line]:
    yield ()
    yield (Segment(say(key, view.language), "title"),)


def _indented(text: str, view: View, mark: str = "") -> Iterator[Line]:
    lines = wrap(text, view.width - len(_INDENT) - len(mark))
    for number, line in enumerate(lines):
        yield Segment(_INDENT + (mark if number == 0 else " " * len(mark))), Segment(line)


def _text(text: str, view: View) -> Iterator[Line]:
    for paragraph in text.strip("\n").split("\n"):
        for line in wrap(paragraph, view.width - len(_INDENT)):
            yield Segment(_INDENT), Segment(line, "good")


def _marked(text: str, view: View) -> Iterator[Line]:
    """A wrong example, each of its marked parts underlined."""
    room = view.width - len(_INDENT)
    is_open = False
    for line in text.strip("\n").split("\n"):
        plain, spans, is_open = _unmarked(line, is_open)
        if not spans:
            yield from _text(plain, view)
            continue
        for piece, marks in _pieces(plain, spans, room):
            yield Segment(_INDENT), Segment(piece)
            under, at = [Segment(_INDENT)], 0
            for start, end in marks:
                shown = excerpt(piece, start, end, room)
                under += [Segment(" " * (shown.start - at)), Segment("^" * shown.length, "error")]
                at = shown.start + shown.length
            if marks:
                yield tuple(under)


def _unmarked(line: str, is_open: bool) -> tuple[str, list[tuple[int, int]], bool]:
    """The line without «», its marked parts, and whether one runs on into the next line."""
    plain, spans, start = "", [], 0
    for char in line:
        if char == "«":
            is_open, start = True, len(plain)
        elif char == "»":
            is_open = False
            spans.append((start, len(plain)))
        else:
            plain += char
    if is_open:
        spans.append((start, len(plain)))
    return plain, spans, is_open


def _pieces(plain: str, spans: list[tuple[int, int]], room: int) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """The line wrapped to ``room``, with the marked parts of each piece."""
    at = 0
    for piece in wrap(plain, room):
        start = plain.index(piece.split(" ")[0], at) if piece else at
        end = start
        for word in piece.split(" "):
            end = plain.index(word, end) + len(word)
        yield (
            plain[start:end],
            [
                (max(low, start) - start, min(high, end) - start)
                for low, high in spans
                if (low < end and high > start) or low == high == start
            ],
        )
        at = end


def _silencing(card: Card, view: View) -> Iterator[Line]:
    yield from _heading("silence", view)
    if not card.about_comments:
        here = f"<!-- vnplanlint: ignore {card.code} -->"
        yield Segment(f"{_INDENT}{say('silence-here', view.language)}: "), Segment(here, "code")
    for key, text in (
        ("silence-run", f"vnplanlint check --ignore {card.code}"),
        ("silence-always", f'ignore = ["{card.code}"]'),
        ("silence-files", f'per-file-ignores = {{ "luu-tru/**" = ["{card.code}"] }}'),
    ):
        yield Segment(f"{_INDENT}{say(key, view.language)}: "), Segment(text, "code")
