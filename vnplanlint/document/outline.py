"""The outline: which numbered headings and list items there are, and what stands under what."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from vnplanlint.document.glued_headings import likely_glued
from vnplanlint.document.lists import FOOTNOTE_REACH, Builder
from vnplanlint.document.model import (
    Block,
    Component,
    ComponentKind,
    Division,
    DivisionKind,
    Heading,
    Numeral,
    Outline,
    Quotation,
)
from vnplanlint.document.numerals import read_numerals
from vnplanlint.document.open_lists import Arrival, Missed
from vnplanlint.light_typing import TYPE_CHECKING, NamedTuple
from vnplanlint.patterns import pattern

if TYPE_CHECKING:
    from vnplanlint.memory import Memory

_OPAQUE_DIVISIONS: frozenset[DivisionKind] = frozenset(("form", "quotation", "chrome"))
_READ_COMPONENTS: frozenset[ComponentKind] = frozenset(("can-cu", "ket-thuc"))
"""The only components that stand among headings and items; all others are opaque."""
_MOST_GLUED = 40
_FIELD = pattern(r": *(?:…[…. ]*…|\.{5,}|_{4,})")
"""A label and a dotted blank: a field of a form."""


def build_outline(
    text: str,
    blocks: Sequence[Block],
    divisions: Sequence[Division],
    quotations: Sequence[Quotation],
    components: Sequence[Component],
    memory: Memory | None = None,
) -> Outline:
    """The headings of every division; quotations, tables, forms and the letterhead are opaque.

    Divisions that ``memory`` holds are not read again.
    """
    opaque = _opaque_blocks(text, blocks, quotations, components)
    glued = likely_glued(text)
    headings: list[Heading] = []
    first_list = 0
    for number, division in enumerate(divisions):
        if division.kind not in _OPAQUE_DIVISIONS:
            part = _Part(text, blocks, number, division, opaque, glued)
            at = _At(number, division.span.start, division.blocks.start, len(headings), first_list)
            found, first_list = part.headings(at) if memory is None else _remembered(part, at, memory)
            headings += found
    return Outline(tuple(headings))


class _At(NamedTuple):
    """Where a division stands: its own number, its first character and block, its first heading and list."""

    division: int
    offset: int
    block: int
    heading: int
    list: int


class _Part(NamedTuple):
    """A division, and what its headings are read from."""

    text: str
    blocks: Sequence[Block]
    number: int
    division: Division
    opaque: set[int]
    glued: list[int]

    def headings(self, at: _At) -> tuple[list[Heading], int]:
        """The headings, and the number of the next list."""
        arrivals = _arrivals(self.text, self.blocks, self.division, self.opaque, self.glued)
        return _headings_of(self.text, self.number, arrivals, at.heading, at.list)

    def content(self) -> tuple[object, ...]:
        """All that the headings depend on, with places counted from where the division begins."""
        start, end = self.division.span
        before = max(0, start - FOOTNOTE_REACH)
        first, last = self.division.blocks
        shown = [block for block in self.blocks[first:last] if block.index not in self.opaque]
        return (
            self.text[before:end],
            start - before,
            tuple([(block.index - first, block.span.start - start, block.bullet) for block in shown]),
            tuple([place - start for place in self.glued if start <= place < end]),
        )


class _Remembered(NamedTuple):
    """The headings of a division where it stood when they were read, and how many lists they are."""

    headings: list[Heading]
    at: _At
    lists: int


def _remembered(part: _Part, at: _At, memory: Memory) -> tuple[list[Heading], int]:
    """The headings of a division, moved if they were read where it stood before; and the number of the next list."""
    content = (_remembered, *part.content())
    known: _Remembered | None = memory.get(content)
    if known is None:
        headings, next_list = part.headings(at)
        known = _Remembered(headings, at, next_list - at.list)
    elif known.at != at:
        known = known._replace(headings=[_moved(heading, known.at, at) for heading in known.headings], at=at)
    memory.keep(content, known)
    return known.headings, at.list + known.lists


def _moved(heading: Heading, old: _At, new: _At) -> Heading:
    by = new.offset - old.offset
    numeral = heading.numeral
    parent = heading.parent
    return Heading(
        heading.index + new.heading - old.heading,
        Numeral(numeral.style, numeral.path, numeral.text, numeral.span.shifted(by), *numeral[4:]),
        heading.title,
        heading.title_span.shifted(by),
        heading.span.shifted(by),
        heading.depth,
        None if parent is None else parent + new.heading - old.heading,
        heading.list_id + new.list - old.list,
        heading.block + new.block - old.block,
        new.division,
        heading.inline,
    )


def _opaque_blocks(
    text: str, blocks: Sequence[Block], quotations: Sequence[Quotation], components: Sequence[Component]
) -> set[int]:
    opaque = {component.block for component in components if component.kind not in _READ_COMPONENTS}
    opaque.update(block.index for block in blocks if block.kind != "text")
    if _FIELD.search(text):
        opaque.update(block.index for block in blocks if _FIELD.search(text, *block.span))
    starts = [block.span.start for block in blocks]
    for quotation in quotations:
        first = bisect_right(starts, quotation.span.start)
        opaque.update(range(first, bisect_left(starts, quotation.span.end)))
    return opaque


def _arrivals(
    text: str, blocks: Sequence[Block], division: Division, opaque: set[int], glued: list[int]
) -> list[Arrival]:
    """Every block that may matter for the outline, and what may be glued inside it, in order."""
    arrivals = []
    for index in range(division.blocks.start, division.blocks.end):
        if index in opaque:
            continue
        block = blocks[index]
        start, end = block.span
        arrivals.append(Arrival(index, start, end, read_numerals(text, start, end), block.bullet))
        inside = glued[bisect_right(glued, start) : bisect_left(glued, end)] if glued else ()
        arrivals += [Arrival(index, at, end, read_numerals(text, at, end), "", inline=True) for at in inside]
    return arrivals


def _headings_of(
    text: str, division: int, arrivals: list[Arrival], first_index: int, first_list: int
) -> tuple[list[Heading], int]:
    """The headings of one division, read again whenever a glued one turned up in what was read.

    Also the number of the next list.
    """
    for attempt in range(_MOST_GLUED + 1):
        builder = Builder(text, arrivals, division, first_index, first_list, search=attempt < _MOST_GLUED)
        try:
            return builder.build(), builder.next_list
        except Missed as missed:
            arrivals = _with_glued(text, arrivals, missed.offset)
    raise AssertionError("the last attempt does not search")


def _with_glued(text: str, arrivals: list[Arrival], offset: int) -> list[Arrival]:
    starts = [arrival.start for arrival in arrivals]
    position = bisect_left(starts, offset)
    host = arrivals[position - 1]
    readings = read_numerals(text, offset, host.end)
    new = Arrival(host.block, offset, host.end, readings, "", inline=True, forced=True)
    if position < len(arrivals) and arrivals[position].start == offset:
        return [*arrivals[:position], new, *arrivals[position + 1 :]]
    return [*arrivals[:position], new, *arrivals[position:]]
