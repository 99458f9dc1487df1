"""The sums and products that the head of a table promises, and whether they hold.

Sums are read along the columns, with subtotals (I, II) where most of them hold so,
and along the rows where one column is headed as a total; products where there are a
number, a price and an amount.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnplanlint.document.tables import Cell, Table, number_of, total_rows
from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.roman_numerals import roman_value
from vnplanlint.patterns import pattern

_TOTAL_COLUMN = pattern(r"(?:tổng(?: +cộng| +số| +chung)?|cộng)(?: *\([^()]*\))*", 0x02)
_NOT_ADDED = pattern(
    r"tỷ +lệ|tỉ +lệ|%|bình +quân|trung +bình|đơn +giá|mức|năng +suất|hệ +số|điểm|chỉ +số|tốc +độ|so +với|năm +sinh"
    r"|stt|^tt$|số +tt|mã|định +mức|giá|thứ +tự|xếp|ngày|lũy +kế|luỹ +kế",
    0x02,
)
_COUNT_COLUMN = pattern(r"số +lượng(?: *\([^()]*\))?+|sl", 0x02)
_PRICE_COLUMN = pattern(r"đơn +giá(?: *\([^()]*\))?+|mức +chi(?: *\([^()]*\))?+", 0x02)
_AMOUNT_COLUMN = pattern(r"(?:thành +tiền|số +tiền|kinh +phí)(?: *\([^()]*\))?+", 0x02)
_NOTHING = frozenset(("", "-", "–", "—", "x", "…", "..."))
_FEWEST_PARTS = 2


class Sum(NamedTuple):
    """A cell that should hold the sum (or the product) of others, each known by row and column."""

    total: tuple[int, int]
    parts: tuple[tuple[int, int], ...]
    is_product: bool = False

    def of(self, grid: Grid) -> int:
        """What the parts make."""
        values = [grid.value(part) for part in self.parts]
        return values[0] * values[1] // 1000 if self.is_product else sum(values)


class Grid:
    """The numbers of a table by row and column."""

    def __init__(self, table: Table) -> None:
        self.rows = table.rows
        self.width = len(table.rows[0])
        self.numbers = {
            (row, column): number
            for row, cells in enumerate(table.rows)
            for column, cell in enumerate(cells)
            if (number := number_of(cell))
        }

    def is_open(self, row: int, column: int) -> bool:
        """Whether a cell holds something that is neither a number nor nothing."""
        return (row, column) not in self.numbers and self.rows[row][column].text not in _NOTHING

    def value(self, place: tuple[int, int]) -> int:
        """The number in a cell, in thousandths; nothing counts as zero."""
        number = self.numbers.get(place)
        return number.thousandths if number else 0


class Sums(NamedTuple):
    """What a table reckons; ``plain`` where it is nothing but numbered items and their total at the end."""

    grid: Grid
    wrong: list[Sum]
    right: int
    plain: bool


def read_sums(table: Table) -> Sums | None:
    """The sums and products of a table; None where it has none."""
    grid = Grid(table)
    heads = _heads(grid)
    if heads is None:
        return None
    first, titles = heads
    totals = [row for row in total_rows(table) if _has_numbers(grid, row)]
    down: list[Sum] = []
    across: list[Sum] = []
    if len(totals) == 1:
        named = _without_grades(titles)
        columns = [column for column in range(grid.width) if _is_added(grid, first, column, named[column], totals[0])]
        down = _best_along_columns(grid, first, totals[0], columns)
        across = _along_rows(grid, first, columns, titles)
    sums = [*down, *across, *_products(grid, first, titles)]
    wrong = [one for one in sums if not _holds(grid, one)]
    plain = bool(totals) and len(sums) == 1 and _is_plain(grid, first, totals[0], down)
    return Sums(grid, wrong, len(sums) - len(wrong), plain)


def is_high(grid: Grid, one: Sum) -> bool:
    """Whether a total is more than each of its parts, as an average is not."""
    return grid.value(one.total) > max(map(grid.value, one.parts))


def _has_numbers(grid: Grid, row: int) -> bool:
    return any((row, column) in grid.numbers for column in range(grid.width))


def _heads(grid: Grid) -> tuple[int, list[str]] | None:
    """The first row of figures below the head of the table, and the words above each column."""
    for row in range(1, len(grid.rows)):
        figures = [grid.rows[row][column].text for column in range(grid.width) if (row, column) in grid.numbers]
        if figures and not all(map(_is_year, figures)) and not _counts_columns(grid, row):
            titles = [" ".join(grid.rows[above][column].text for above in range(row)) for column in range(grid.width)]
            return row, titles
    return None


def _is_year(figures: str) -> bool:
    return len(figures) == 4 and figures[:2] in ("19", "20")


def _counts_columns(grid: Grid, row: int) -> bool:
    """Whether a row only numbers the columns: 1, 2, 3 …"""
    cells = [cell.text.strip("()") for cell in grid.rows[row] if cell.text]
    values = [int(text) for text in cells if text.isdecimal()]
    numbered = len(values) >= 2 and values == list(range(values[0], values[0] + len(values)))
    return numbered and len(values) >= len(cells) - 2


def _is_added(grid: Grid, first: int, column: int, title: str, total: int) -> bool:
    """Whether the total row gives a sum for a column of numbers."""
    if (total, column) not in grid.numbers or _NOT_ADDED.search(title):
        return False
    rows = [row for row in range(first, len(grid.rows)) if row != total]
    if any(grid.is_open(row, column) for row in rows):
        return False
    values = [grid.value((row, column)) for row in rows if (row, column) in grid.numbers]
    return len(values) >= _FEWEST_PARTS


def _without_grades(titles: list[str]) -> list[str]:
    """The titles, where "Trung bình" beside "Khá" is a grade and no average."""
    if not any("khá" in title.lower().split() for title in titles):
        return titles
    return ["" if title.lower().endswith("trung bình") else title for title in titles]


def _best_along_columns(grid: Grid, first: int, total: int, columns: Sequence[int]) -> list[Sum]:
    """The sums of the reading of the table under which most of them hold."""
    if not columns:
        return []
    rows = [row for row in range(first, len(grid.rows)) if row != total]
    if first < total < len(grid.rows) - 1:
        rows = [row for row in rows if row < total]
    readings = [_flat(total, rows, columns), *_in_levels(grid, total, rows, columns)]
    return max(readings, key=lambda sums: (sum(_holds(grid, one) for one in sums) / len(sums), len(sums)))


def _flat(total: int, rows: Sequence[int], columns: Sequence[int]) -> list[Sum]:
    return [Sum((total, column), tuple((row, column) for row in rows)) for column in columns]


def _in_levels(grid: Grid, total: int, rows: Sequence[int], columns: Sequence[int]) -> Iterator[list[Sum]]:
    """Sums over subtotals (I, II or A, B), and of each subtotal over its own rows."""
    groups: list[tuple[int, list[int]]] = []
    for row in rows:
        if _opens_group(grid.rows[row]):
            groups.append((row, []))
        elif groups:
            groups[-1][1].append(row)
        else:
            return
    if len(groups) < _FEWEST_PARTS:
        return
    sums = _flat(total, [head for head, _ in groups], columns)
    for head, members in groups:
        if len(members) >= _FEWEST_PARTS:
            sums += [one for one in _flat(head, members, columns) if one.total in grid.numbers]
    yield sums


def _opens_group(cells: Sequence[Cell]) -> bool:
    """Whether a row begins with a Roman numeral or a capital letter alone."""
    mark = next((cell.text for cell in cells if cell.text), "").split(" ")[0].rstrip(".)")
    return roman_value(mark) is not None or (len(mark) == 1 and mark.isupper())


def _along_rows(grid: Grid, first: int, columns: Sequence[int], titles: Sequence[str]) -> list[Sum]:
    """The sums along the rows, where one column is headed as a total and the others fill it."""
    heads = [column for column in columns if _TOTAL_COLUMN.fullmatch(titles[column].strip())]
    if len(heads) != 1:
        return []
    others = [column for column in columns if column != heads[0]]
    if len(others) < _FEWEST_PARTS:
        return []
    sums = [
        Sum((row, heads[0]), tuple((row, column) for column in others))
        for row in range(first, len(grid.rows))
        if (row, heads[0]) in grid.numbers
    ]
    right = sum(_holds(grid, one) for one in sums)
    return sums if right * 3 >= len(sums) * 2 and right >= _FEWEST_PARTS else []


def _products(grid: Grid, first: int, titles: Sequence[str]) -> list[Sum]:
    """Number times price, where most rows of the table are reckoned so."""
    heads = [
        [column for column in range(grid.width) if titled.fullmatch(titles[column].strip())]
        for titled in (_COUNT_COLUMN, _PRICE_COLUMN, _AMOUNT_COLUMN)
    ]
    if any(len(columns) != 1 for columns in heads):
        return []
    (count,), (price,), (amount,) = heads
    products = [
        Sum((row, amount), ((row, count), (row, price)), is_product=True)
        for row in range(first, len(grid.rows))
        if {(row, count), (row, price), (row, amount)} <= grid.numbers.keys()
    ]
    right = sum(_holds(grid, one) for one in products)
    return products if right >= _FEWEST_PARTS and right >= len(products) - 1 else []


def _holds(grid: Grid, one: Sum) -> bool:
    return abs(one.of(grid) - grid.value(one.total)) <= _rounding(grid, one)


def _rounding(grid: Grid, one: Sum) -> int:
    """What rounding explains where cells have decimals: half of the last digit for each of them."""
    numbers = (grid.numbers.get(place) for place in (one.total, *one.parts))
    decimals = max((number.decimals for number in numbers if number), default=0)
    return (len(one.parts) + 1) * 1000 // 10**decimals // 2 if decimals else 0


def _is_plain(grid: Grid, first: int, total: int, sums: Sequence[Sum]) -> bool:
    """Whether a table with one sum is nothing but numbered items and their total at the end."""
    if len(sums) != 1 or total != len(grid.rows) - 1:
        return False
    marks = [grid.rows[row][0].text.rstrip(".") for row in range(first, total)]
    numbered = marks == [str(number) for number in range(1, len(marks) + 1)]
    (one,) = sums
    return numbered and all(part in grid.numbers for part in one.parts) and is_high(grid, one)
