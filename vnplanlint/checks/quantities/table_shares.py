"""Shares in a column of a table, against the numbers of the same rows that they are reckoned from."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.document.tables import Cell, CellNumber, Table, number_of, total_rows
from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.quantities import rounded
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_SHARE_TITLE = pattern(r"tỷ +lệ|tỉ +lệ|%|tỷ +trọng|tỉ +trọng|cơ +cấu", 0x02)
_FEWEST_RIGHT = 3


class WrongShare(NamedTuple):
    """The one share of a column that is not ``part`` of ``whole``, as all others are."""

    share: Span
    part: Span
    whole: Span
    right: str


class _Row(NamedTuple):
    share: CellNumber
    part: CellNumber
    whole: CellNumber

    @property
    def holds(self) -> bool:
        least = max(1000 * 0.1**self.share.decimals, 100)
        return abs(self.exact - self.share.thousandths) < least

    @property
    def exact(self) -> float:
        return self.part.thousandths * 100_000 / self.whole.thousandths


def wrong_shares(table: Table) -> Iterator[WrongShare]:
    """One share in a column whose other shares all hold."""
    titles = [cell.text for cell in table.rows[0]]
    width = len(titles)
    for column in (index for index in range(width) if _SHARE_TITLE.search(titles[index])):
        readings = [rows for rows in _readings(table, column, titles) if len(rows) > _FEWEST_RIGHT]
        wrong = [[row for row in rows if not row.holds] for rows in readings]
        if not all(wrong):
            continue  # one reading holds throughout
        pairs = zip(wrong, readings, strict=True)
        single = [rows[0] for rows, all_rows in pairs if len(rows) == 1 and _varies(all_rows)]
        if single and len({row.share.span for row in single}) == 1:
            row = single[0]
            yield WrongShare(row.share.span, row.part.span, row.whole.span, rounded(row.exact, row.share.decimals))


def _readings(table: Table, column: int, titles: list[str]) -> Iterator[list[_Row]]:
    """The rows under each way to reckon the shares: of another column, or of the total of a column."""
    totals = total_rows(table)
    others = [index for index, title in enumerate(titles) if index != column and not _SHARE_TITLE.search(title)]
    for part in others[1:]:
        for whole in others[1:]:
            if whole != part:
                yield _rows(table, column, part, [number_of(row[whole]) for row in table.rows])
        if len(totals) == 1 and (total := number_of(table.rows[totals[0]][part])):
            yield _rows(table, column, part, [total] * len(table.rows))


def _rows(table: Table, column: int, part: int, wholes: list[CellNumber | None]) -> list[_Row]:
    found: list[_Row] = []
    for cells, whole in zip(table.rows[1:], wholes[1:], strict=True):
        share, number = _share(cells[column]), number_of(cells[part])
        if share and number and whole and number.thousandths and whole.thousandths and share.thousandths:
            found.append(_Row(share, number, whole))
    return found


def _share(cell: Cell) -> CellNumber | None:
    figures = cell.text.removesuffix("%").rstrip()
    return number_of(Cell(Span(cell.span.start, cell.span.start + len(figures)), figures))


def _varies(rows: list[_Row]) -> bool:
    """Whether the shares that hold are not one and the same."""
    return len({row.share.thousandths for row in rows if row.holds}) > 1
