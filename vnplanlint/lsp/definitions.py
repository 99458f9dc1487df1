"""From a pointer ("mục III", "điểm a khoản 2 Điều 3", "Phụ lục II") to the heading that it means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnplanlint.document.model import Division, Document, Heading, NumeralStyle
from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.model import CrossReference
from vnplanlint.mentions.roman_numerals import roman_value
from vnplanlint.spans import Span

_STYLES: dict[str, tuple[NumeralStyle, ...]] = {
    "phần": ("phan", "roman", "capital", "arabic"),
    "chương": ("chuong",),
    "mục": ("muc", "roman", "arabic", "decimal", "phan", "chuong", "capital", "letter"),
    "tiểu mục": ("tieu-muc", "arabic", "decimal"),
    "Điều": ("dieu",),
    "khoản": ("arabic", "decimal", "paren-arabic"),
    "điểm": ("letter", "paren-letter", "decimal"),
}
"""The styles of numeral that each unit may have, the likeliest first."""
_IN_WORDS = ("phan", "chuong", "muc", "tieu-muc", "dieu")
_IN_DIGITS = ("arabic", "decimal", "paren-arabic")
_ORDINALS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5}


class Target(NamedTuple):
    """Where a pointer leads: the words of the heading, and all of the heading."""

    name: Span
    whole: Span


def pointer_at(document: Document, offset: int) -> CrossReference | None:
    """The pointer at ``offset``."""
    for reference in document.mentions.cross_references:
        if reference.span.start <= offset <= reference.span.end:
            return reference
    return None


def target_of(document: Document, reference: CrossReference) -> Target | None:
    """The heading in this document that ``reference`` means, as far down as there is one."""
    path = list(reference.path)
    appendix = next((numeral for unit, numeral in path if unit == "Phụ lục"), None)
    for number in _divisions(document, reference, appendix):
        steps = [(unit, numeral) for unit, numeral in path if unit != "Phụ lục"]
        heading = _descend(document, number, steps, reference.span.start)
        if heading is not None:
            return Target(heading.span, heading.span)
        if appendix is not None:
            division = document.divisions[number]
            return Target(document.blocks[division.blocks.start].span, division.span)
    return None


def _divisions(document: Document, reference: CrossReference, appendix: str | None) -> Iterator[int]:
    """The parts of the document that the pointer may lead into, the likeliest first."""
    divisions = document.divisions
    if appendix is not None:
        if reference.owner != "other":
            yield from (number for number, division in enumerate(divisions) if _is_appendix(division, appendix))
        return
    act = reference.act.casefold()
    attached = [
        number
        for number, division in enumerate(divisions)
        if act and division.kind == "attachment" and division.title.casefold().startswith(act)
    ]
    yield from attached
    if attached or reference.owner == "other":
        return
    own = document.division_at(reference.span.start)
    body = [number for number, division in enumerate(divisions) if division.kind == "body"]
    if own is not None and not act and not reference.recipient:
        number = divisions.index(own)
        yield number
        body = [other for other in body if other != number]
    yield from body


def _is_appendix(division: Division, numeral: str) -> bool:
    return division.kind in ("appendix", "form") and _number(division.numeral) == _number(numeral)


def _descend(document: Document, number: int, steps: Sequence[tuple[str, str]], near: int) -> Heading | None:
    """Step by step from the outermost unit: the last heading that is there."""
    found: Heading | None = None
    scope = [heading for heading in document.outline.headings if heading.division == number]
    for unit, numeral in steps:
        candidates = [heading for heading in scope if _is_named(heading, unit, numeral)]
        if not candidates:
            break
        found = min(candidates, key=_Rank(document, unit, near))
        scope = list(_below(document, found))
    return found


class _Rank:
    """How likely a heading is meant: near to the pointer in the tree, of the usual style, high up."""

    def __init__(self, document: Document, unit: str, near: int) -> None:
        self._document = document
        self._styles = _STYLES[unit]
        before = [heading for heading in document.outline.headings if heading.span.start <= near]
        self._path = set(self._above(before[-1])) if before else set()

    def __call__(self, heading: Heading) -> tuple[int, int, int, int]:
        shared = len(self._path.intersection(self._above(heading)[1:]))
        return (-shared, heading.depth, self._styles.index(heading.numeral.style), heading.index)

    def _above(self, heading: Heading) -> list[int]:
        """The heading and those that it stands under."""
        path = [heading.index]
        parent = heading.parent
        while parent is not None:
            path.append(parent)
            parent = self._document.outline.headings[parent].parent
        return path


def _below(document: Document, heading: Heading) -> Iterator[Heading]:
    inside = {heading.index}
    for other in document.outline.headings[heading.index + 1 :]:
        if other.parent in inside:
            inside.add(other.index)
            yield other


def _is_named(heading: Heading, unit: str, numeral: str) -> bool:
    if heading.numeral.style not in _STYLES.get(unit, ()):
        return False
    written = heading.numeral.text.strip(" .:)/(-").split(" ")[-1]
    if written.casefold() == numeral.casefold():
        return True
    in_words = heading.numeral.style in _IN_WORDS  # "Phần thứ nhất" is "phần I" and "phần 1"
    as_digits = heading.numeral.style in _IN_DIGITS and numeral[0].isdigit()
    return (in_words or as_digits) and heading.numeral.path == _number(numeral)


def _number(numeral: str) -> tuple[int, ...] | None:
    """The values of "2", "2.3", "III", "thứ hai"; None for a letter."""
    values = [_value(part) for part in numeral.split(".")]
    return tuple(value for value in values if value is not None) if values and None not in values else None


def _value(part: str) -> int | None:
    if part.isdecimal():
        return int(part)
    return roman_value(part) or _ORDINALS.get(part.rpartition(" ")[2])
