"""How wide text is on a terminal, and cutting a line around its marked part."""

from __future__ import annotations

import unicodedata
from itertools import accumulate

from vnplanlint.light_typing import NamedTuple

_TAB = 4
_ELLIPSIS = "…"
_ZERO_WIDTH = {"Mn", "Me", "Cf"}
_REACH = 8  # how many times the room is looked at on each side: marks take none, and a tab takes more
_WORD_REACH = 12  # how far a cut moves to fall between two words


class Excerpt(NamedTuple):
    """A line as shown: its text, and the terminal cells that are marked under it."""

    text: str
    start: int
    length: int


def printable(text: str) -> str:
    """``text`` without characters that would steer a terminal."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or not _cells_of[char] else " " for char in text)


def width(text: str) -> int:
    """The number of terminal cells that ``text`` takes."""
    return len(text) if text.isascii() else sum(map(_cells_of.__getitem__, text))


def excerpt(line: str, start: int, end: int, room: int) -> Excerpt:
    """``line`` cut to ``room`` cells around its characters ``start`` to ``end``."""
    left, right = max(start - _REACH * room, 0), max(end, start) + _REACH * room
    if left or right < len(line):  # a line without end is measured near its marked part only
        near = min(right, start + 2 * _REACH * room)
        return _excerpt(line[left:near], start - left, end - left, room, left > 0, near < len(line))
    return _excerpt(line, start, end, room)


def _excerpt(line: str, start: int, end: int, room: int, goes_before: bool = False, goes_on: bool = False) -> Excerpt:
    shown = _shown(line)
    edges = _edges(shown)
    start = min(start, len(shown))
    end = min(max(end, start), len(shown))
    if edges[-1] <= room and not goes_before and not goes_on:
        first, last = 0, len(shown)
    else:
        first, last = _window(shown, edges, start, end, room)
    head = _ELLIPSIS if first > 0 or goes_before else ""
    tail = _ELLIPSIS if last < len(shown) or goes_on else ""
    marked = edges[min(end, last)] - edges[start]
    return Excerpt(
        (head + "".join(shown[first:last]) + tail).rstrip(),
        len(head) + edges[start] - edges[first],
        max(marked, 1),
    )


def wrap(text: str, room: int) -> list[str]:
    """``text`` in lines of at most ``room`` cells, broken between words."""
    lines: list[str] = []
    for word in text.split():
        if lines and width(lines[-1]) + 1 + width(word) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines or [""]


def _shown(line: str) -> list[str]:
    """What is shown for each character of ``line``: tabs expanded, controls blank."""
    line = line.rstrip()
    if line.isprintable():
        return list(line)
    shown, cells = [], 0
    for char in line:
        text = " " * (_TAB - cells % _TAB) if char == "\t" else printable(char)
        shown.append(text)
        cells += width(text)
    return shown


def _edges(shown: list[str]) -> list[int]:
    """The cell at which each character begins, and the cell after the last."""
    return [0, *accumulate(map(width, shown))]


def _window(shown: list[str], edges: list[int], start: int, end: int, room: int) -> tuple[int, int]:
    """The characters to show: the marked ones with as much on both sides as fits."""
    room -= 2 * len(_ELLIPSIS)
    spare = room - (edges[end] - edges[start])
    before = max(spare // 2, 0)
    if edges[end] + spare // 4 <= room:
        before = edges[start]
    elif edges[-1] - edges[start] <= room - spare // 4:
        before = room - (edges[-1] - edges[start])
    first = _at_word_start(shown, _first_at(edges, edges[start] - before), start)
    last = first
    while last < len(shown) and edges[last + 1] - edges[first] <= room:
        last += 1
    if last < len(shown):
        last = _at_word_end(shown, last, end)
    return first, last


def _first_at(edges: list[int], cell: int) -> int:
    index = 0
    while edges[index] < cell:
        index += 1
    return index


def _at_word_start(shown: list[str], index: int, limit: int) -> int:
    """``index`` moved on to where a word begins, if one does nearby."""
    if index == 0:
        return 0
    for here in range(index, min(index + _WORD_REACH, limit) + 1):
        if shown[here - 1].isspace():
            return here
    while index < limit and width(shown[index]) == 0:
        index += 1
    return index


def _at_word_end(shown: list[str], index: int, limit: int) -> int:
    """``index`` moved back to where a word ends, if one does nearby."""
    for here in range(index, max(index - _WORD_REACH, limit, 0), -1):
        if shown[here].isspace():
            return here
    return index


class _Cells(dict[str, int]):
    """The cells of each character, looked up once."""

    def __missing__(self, char: str) -> int:
        if unicodedata.category(char) in _ZERO_WIDTH:
            cells = 0
        else:
            cells = 2 if unicodedata.east_asian_width(char) in "WF" else 1
        self[char] = cells
        return cells


_cells_of = _Cells()
