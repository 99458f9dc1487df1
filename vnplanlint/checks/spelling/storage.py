"""Where a text is not stored in the usual form: letters in pieces, characters that cannot be seen."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.spelling.signs import HIDDEN
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.light_typing import NamedTuple
from vnplanlint.spans import Span

_REMOVED = frozenset("\u200b\u200c\u200d\u2060\ufeff")
_LINE_ENDS = ("\r", "\r\n")
_WITHOUT_KEPT = dict.fromkeys(map(ord, HIDDEN))
_MOST_PLACES = 10


class Odd(NamedTuple):
    """A place that is stored otherwise: ``sign`` is the invisible character, "" for letters in pieces."""

    span: Span
    sign: str


def stored_otherwise(document: Document) -> Iterator[Hit]:
    """All such places in one, if there are any."""
    odd = sorted([*_changed(document), *_kept(document)])
    if not odd:
        return
    text = document.source.text
    first, *others = (_word_at(text, span) for span in _one_a_line(text, odd))
    in_pieces = sum(not one.sign for one in odd)
    sign = next((one.sign for one in odd if one.sign), "")
    edits = tuple(_edits(document.source.with_comments(), odd))
    yield Hit(
        first,
        {
            "word": text[first.start : first.end].translate(_WITHOUT_KEPT),
            "count": len(odd),
            "code": f"U+{ord(sign):04X}" if sign else "",
        },
        variant="both" if in_pieces and sign else "hidden" if sign else "",
        places=tuple(Place(span, "also") for span in others[:_MOST_PLACES]),
        remedies=(Remedy("store", edits, "safe"),) if edits else (),
    )


def _changed(document: Document) -> Iterator[Odd]:
    """What the reader had to change, line ends apart."""
    source = document.source
    if source.raw is source.text:
        return
    for span, raw in source.changes():
        if raw not in _LINE_ENDS:
            yield Odd(span, next((char for char in raw if char in _REMOVED), ""))


def _kept(document: Document) -> Iterator[Odd]:
    text = document.source.text
    for sign in HIDDEN:
        place = text.find(sign)
        while place >= 0:
            yield Odd(Span(place, place + 1), sign)
            place = text.find(sign, place + 1)


def _one_a_line(text: str, odd: list[Odd]) -> Iterator[Span]:
    last = -1
    for span, _ in odd:
        if last < 0 or "\n" in text[last : span.start]:
            yield span
            last = span.start


def _word_at(text: str, span: Span) -> Span:
    """The word around a place, or what stands next to it."""
    start, end = span
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return Span(start, end) if start < end else Span(max(start - 1, 0), min(end + 1, len(text)))


def _edits(text: str, odd: list[Odd]) -> Iterator[Edit]:
    """Each line that has something odd, as it should be stored."""
    done = -1
    for span, _ in odd:
        if span.start <= done:
            continue
        start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
        end = len(text) if end < 0 else end
        if span.end == start > 0:  # an invisible character at the start of its line
            start -= 1
        yield Edit(Span(start, end), text[start:end].translate(_WITHOUT_KEPT))
        done = end
