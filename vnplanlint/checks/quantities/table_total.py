"""Do the totals of a table fit its cells?

A table whose sums mostly hold is understood; one that breaks in a single cell has a
wrong figure there.  Anything less clear stays silent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from vnplanlint.checks.quantities.table_shares import wrong_shares
from vnplanlint.checks.quantities.table_sums import Grid, Sum, is_high, read_sums
from vnplanlint.document.model import Document
from vnplanlint.document.tables import CellNumber, Table, find_tables
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.mentions.quantities import grouped
from vnplanlint.spans import Span


def table_total(document: Document) -> Iterator[Hit]:
    """Totals and products that a single cell of an otherwise right table breaks."""
    if not any(block.kind == "row" for block in document.blocks):
        return
    for table in document.ask(find_tables):
        hits = list(_check(table))
        yield from hits or _shares(document, table)


def _shares(document: Document, table: Table) -> Iterator[Hit]:
    """Shares of rows; one wrong number may break a sum and a share, so they are asked where all sums hold."""
    for found in wrong_shares(table):
        values = {"cell": document.words(found.share), "right": found.right}
        values |= {"part": document.words(found.part), "whole": document.words(found.whole)}
        yield Hit(
            found.share,
            values,
            variant="share",
            places=(Place(found.part, "part"), Place(found.whole, "whole")),
            remedies=(Remedy("cell", (Edit(found.share, found.right),), "unsafe", {"right": found.right}),),
            severity="warning",
        )


def _check(table: Table) -> Iterator[Hit]:
    sums = read_sums(table)
    if sums is None or not sums.wrong:
        return
    grid, wrong, right, plain = sums
    shared = set.intersection(*({one.total, *one.parts} for one in wrong))
    if len(wrong) == 1:
        if right > 1 or (right and is_high(grid, wrong[0])) or plain:
            yield _hit(grid, wrong[0], proved=right > 1)
    elif len(shared) == 1 and right >= 1:
        (place,) = shared
        yield _cell_hit(grid, place, wrong)


def _hit(grid: Grid, one: Sum, proved: bool) -> Hit:
    total = grid.numbers[one.total]
    parts = [grid.numbers[part] for part in one.parts if part in grid.numbers]
    right = grouped(one.of(grid))
    return Hit(
        total.span,
        {"total": _shown(grid, one.total), "sum": right, "count": len(parts)},
        variant="product" if one.is_product else "" if proved else "alone",
        places=(Place(_over(parts), "parts"),) if len({row for row, _ in one.parts}) == 1 else _ends(parts),
        remedies=(Remedy("total", (Edit(total.span, right),), "unsafe", {"right": right}),),
        severity=None if proved else "warning",
    )


def _cell_hit(grid: Grid, place: tuple[int, int], wrong: Sequence[Sum]) -> Hit:
    """A cell that breaks all the sums that do not hold."""
    cell = grid.numbers.get(place)
    wanted = Counter(_wanted(grid, place, one) for one in wrong)
    (value, agreed) = wanted.most_common(1)[0]
    others = tuple(
        Place(grid.numbers[one.total].span, "total")
        for one in wrong
        if one.total != place and one.total in grid.numbers
    )
    span = cell.span if cell else others[0].span
    right = grouped(value)
    certain = agreed == len(wrong) and value >= 0 and cell is not None
    return Hit(
        span,
        {"cell": _shown(grid, place), "right": right},
        variant="cell" if certain else "cell-open",
        places=others,
        remedies=(Remedy("cell", (Edit(span, right),), "unsafe", {"right": right}),) if certain else (),
    )


def _wanted(grid: Grid, place: tuple[int, int], one: Sum) -> int:
    """What a cell would have to be for a sum or product to hold."""
    if place == one.total:
        return one.of(grid)
    if not one.is_product:
        return grid.value(one.total) - one.of(grid) + grid.value(place)
    (other,) = (grid.value(part) for part in one.parts if part != place)
    return grid.value(one.total) * 1000 // other if other else -1


def _shown(grid: Grid, place: tuple[int, int]) -> str:
    row, column = place
    return grid.rows[row][column].text


def _over(parts: Sequence[CellNumber]) -> Span:
    return Span(parts[0].span.start, parts[-1].span.end)


def _ends(parts: Sequence[CellNumber]) -> tuple[Place, ...]:
    """Every part of a column."""
    return tuple(Place(part.span, "part") for part in parts)
