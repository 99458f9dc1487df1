"""Tables, read out of the lines that were recognised as rows.

Cells are cut in the source text, where every pipe and tab still stands; their words
are those of the joined text, without marks.  In text from a PDF only wide gaps
separate columns, so such rows are aligned at their right end.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from vnplanlint.document.model import Block, Document
from vnplanlint.light_typing import Literal, NamedTuple
from vnplanlint.mentions.quantities import read_figures
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_PIPE = pattern(r"\|")
_TAB = pattern(r"\t")
_GAP = pattern(r"(?<=\S) {3,}(?=\S)")
_FIGURES = pattern(r"\d++(?:[.,]\d++)*+")
_TOTAL = pattern(
    r"(?:\d{1,2}[.)]? +|[IVX]+[.)]? +)?"
    r"(?:tổng(?: +cộng| +số| +chung)?|cộng|toàn +(?:tỉnh|huyện|xã|thành +phố))(?: *\([^()]*\))?+ *[:=]?",
    0x02,
)
_WIDEST = 60
"""Columns; what has more is no table of a page, and comparing each with each would take long."""
Mark = Literal["pipe", "tab", "gap"]


class Cell(NamedTuple):
    """One cell; ``span`` covers its words, or is empty where they would stand."""

    span: Span
    text: str


class CellNumber(NamedTuple):
    """A cell that holds figures alone."""

    span: Span
    thousandths: int
    decimals: int


class Table(NamedTuple):
    """Consecutive rows of one kind; all have the same number of cells."""

    rows: tuple[tuple[Cell, ...], ...]
    mark: Mark


def find_tables(document: Document) -> tuple[Table, ...]:
    """The tables of a document that have two rows or more."""
    return tuple(_tables(document))


def _tables(document: Document) -> Iterator[Table]:
    rows: list[list[Cell]] = []
    mark: Mark = "pipe"
    expected = -1
    for block in document.blocks:
        if block.kind != "row":
            continue
        found, cells = _cells(document, block)
        if rows and (block.index != expected or found != mark):
            yield from _table(rows, mark)
            rows = []
        mark, expected = found, block.index + 1
        rows.append(cells)
    yield from _table(rows, mark)


def numbers_of_row(document: Document, block: Block) -> list[CellNumber]:
    """The cells of one row that are numbers, from left to right."""
    _, cells = _cells(document, block)
    return [number for cell in cells if (number := number_of(cell))]


def number_of(cell: Cell) -> CellNumber | None:
    """The number that a cell holds alone."""
    figures = cell.text
    if not figures[:1].isdecimal() or not _FIGURES.fullmatch(figures):
        return None
    value, _, decimals = read_figures(figures)
    return None if value is None else CellNumber(cell.span, value, decimals)


def total_rows(table: Table) -> list[int]:
    """The rows that are headed as a total: "Tổng cộng", "Cộng"."""
    return [row for row, cells in enumerate(table.rows) if _TOTAL.fullmatch(_label(cells))]


def _label(cells: tuple[Cell, ...]) -> str:
    """The first words of a row that are no number."""
    return next((cell.text for cell in cells if cell.text and not number_of(cell)), "")


def _table(rows: list[list[Cell]], mark: Mark) -> Iterator[Table]:
    if len(rows) < 2:
        return
    width = max(map(len, rows))
    if width > _WIDEST:
        return
    yield Table(tuple(tuple(_padded(row, width, mark)) for row in rows), mark)


def _padded(row: list[Cell], width: int, mark: Mark) -> list[Cell]:
    missing = width - len(row)
    if mark == "gap":
        return [Cell(Span(row[0].span.start, row[0].span.start), "")] * missing + row
    return row + [Cell(Span(row[-1].span.end, row[-1].span.end), "")] * missing


def _cells(document: Document, block: Block) -> tuple[Mark, list[Cell]]:
    source = document.source.text
    start = source.rfind("\n", 0, block.span.start) + 1
    end = source.find("\n", block.span.start)
    line = source[start : end if end >= 0 else len(source)]
    if line.count("|") >= 2:
        return "pipe", list(_cut(document, line, start, _outer(line)))
    if "\t" in line:
        return "tab", list(_cut(document, line, start, [-1, *(gap.start() for gap in _TAB.finditer(line)), len(line)]))
    gaps = [gap.start() for gap in _GAP.finditer(line)]
    return "gap", list(_cut(document, line, start, [-1, *gaps, len(line)]))


def _outer(line: str) -> list[int]:
    """Where the pipes stand, with the ends of the line where none closes it."""
    pipes = [pipe.start() for pipe in _PIPE.finditer(line)]
    before = [] if not line[: pipes[0]].strip() else [-1]
    after = [] if not line[pipes[-1] + 1 :].strip() else [len(line)]
    return [*before, *pipes, *after]


def _cut(document: Document, line: str, start: int, marks: list[int]) -> Iterator[Cell]:
    for left, right in pairwise(marks):
        first, last = start + left + 1, start + right
        words = document.text[first:last]
        inner = words.strip()
        place = first + len(words) - len(words.lstrip()) if inner else first
        yield Cell(Span(place, place + len(inner)), " ".join(inner.split()))
