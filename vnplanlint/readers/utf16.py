"""Positions as the Language Server Protocol counts them: lines and UTF-16 units from 0, in the file as it stands.

Letters of Vietnamese take one unit, composed or not, and a mark that follows its letter takes one more;
an emoji takes two.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from vnplanlint.light_typing import NamedTuple
from vnplanlint.readers.source import Source


class Utf16Position(NamedTuple):
    """Line and character, both from 0, the character in UTF-16 units of the file as it stands."""

    line: int
    character: int


def position(source: Source, offset: int) -> Utf16Position:
    """The position of the character at ``offset`` in ``source.text``."""
    starts, astral = source.line_starts(), source.astral_offsets()
    raw = source.raw_offset(offset)
    line = bisect_right(starts, raw) - 1
    pairs = bisect_left(astral, raw) - bisect_left(astral, starts[line]) if astral else 0
    return Utf16Position(line, raw - starts[line] + pairs)


def offset(source: Source, line: int, character: int) -> int:
    """The offset in ``source.text`` of a position, the nearest one if there is no such position.

    After the last line that is the end of the text, after a line the end of that line,
    inside a surrogate pair or a decomposed letter its beginning.
    """
    starts = source.line_starts()
    if line >= len(starts):
        return len(source.text)
    if line < 0:
        return 0
    start = starts[line]
    raw = start + _characters(source.astral_offsets(), start, max(character, 0))
    return source.offset_of_raw(min(raw, _line_end(source, line)))


def _characters(astral: list[int], start: int, units: int) -> int:
    """How many whole characters from ``start`` on take at most ``units`` units."""
    first = bisect_left(astral, start)

    def units_before(index: int) -> int:
        return astral[index] - start + index - first

    pairs = range(first, len(astral))
    whole = bisect_right(pairs, units - 2, key=units_before)
    is_split = whole < len(pairs) and units_before(pairs[whole]) == units - 1
    return units - whole - is_split


def _line_end(source: Source, line: int) -> int:
    """Where in the file the line ends, before its line end."""
    starts = source.line_starts()
    if line + 1 == len(starts):
        return len(source.raw)
    after = starts[line + 1]
    return after - 2 if source.raw[after - 2 : after] == "\r\n" else after - 1
