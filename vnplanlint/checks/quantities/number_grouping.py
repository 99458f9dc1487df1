"""Are large numbers grouped by threes, with dots, and all in one way?"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.document.model import Document
from vnplanlint.document.tables import Cell, Table, find_tables
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.light_typing import NamedTuple
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_MALFORMED = pattern(
    r"[1-9]\d{0,2}(?:\.\d++){2,}+(?:,\d++)?|[1-9]\d{0,2}(?:,\d{3})++\.\d{3}(?:[.,]\d++)*+|[1-9]\d{3,}\.\d{3}(?:,\d{1,2}|\.\d{3})?"
)
_GROUPED = pattern(r"\d{1,3}(?:\.\d{3})++(?:,\d++)?")
_COMMAS = pattern(r"\d{1,3}(?:,\d{3}){2,}+")
_ONE_COMMA = pattern(r"[1-9]\d{0,2},\d{3}")
_DATE = pattern(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d")
_LABELS = frozenset(
    ("mục", "điểm", "tiết", "điều", "bảng", "hình", "lục", "biểu", "khoản", "số", "chương", "phần", "tiểu")
)
_FEWEST_DIGITS = 5
_FOUR_DIGITS = 1_000_000
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_MEASURES = frozenset(("%", "ha", "m", "m2", "m3", "km", "km2", "kg", "tấn", "tạ", "lít", "kwh", "mw"))
_FEWEST_IN_COLUMN = 3


class _Number(NamedTuple):
    span: Span
    figures: str
    is_money: bool
    is_whole: bool = True


def number_grouping(document: Document) -> Iterator[Hit]:
    """Malformed groups one by one; commas for dots, and numbers without groups, once a document."""
    numbers = [*document.gather(_with_unit), *document.gather(_in_columns)]
    numbers.sort()
    yield from map(_malformed, filter(_is_malformed, numbers))
    commas = [number for number in numbers if _has_comma_groups(number)]
    if commas:
        yield _once(commas, "commas")
    money = [number for number in numbers if number.is_money and number.is_whole]
    bare = [number for number in money if number.figures.isdecimal() and len(number.figures) >= _FEWEST_DIGITS]
    counts = document.gather(_counts)
    bare += [number for number in counts if number.figures.isdecimal()]
    grouped = [number for number in (*money, *counts) if _GROUPED.fullmatch(number.figures)]
    if bare and len(grouped) > len(bare):
        yield _once(sorted(bare), "bare")
    points = document.gather(_with_decimal_point)
    if points:
        yield _once(points, "point")


def _counts(document: Document) -> Iterator[_Number]:
    """Whole numbers of four digits or more that count or measure something, and are no years."""
    for quantity in document.mentions.quantities:
        is_whole = quantity.shape in ("plain", "dotted") and not quantity.decimals and quantity.scale == 1
        thousandths = quantity.thousandths or 0
        if quantity.unit == "đồng" or not is_whole or thousandths < _FOUR_DIGITS:
            continue
        is_year = _FIRST_YEAR <= thousandths // 1000 <= _LAST_YEAR
        if not is_year and not _is_label(document, quantity.figures.start):
            yield _Number(quantity.figures, document.words(quantity.figures), False)


def _with_decimal_point(document: Document) -> Iterator[_Number]:
    """Measures and shares with one or two decimals after a point."""
    for quantity in document.mentions.quantities:
        if quantity.shape != "point" or (quantity.unit not in _MEASURES and quantity.scale == 1):
            continue
        if not _is_label(document, quantity.figures.start):
            figures = document.text[quantity.figures.start : quantity.figures.end]
            yield _Number(quantity.figures, figures, False)


def _with_unit(document: Document) -> Iterator[_Number]:
    """Numbers in sentences, as far as they are no labels."""
    for quantity in document.mentions.quantities:
        figures = document.text[quantity.figures.start : quantity.figures.end]
        is_money = quantity.unit == "đồng"
        if len(figures) >= _FEWEST_DIGITS and (is_money or not _is_label(document, quantity.figures.start)):
            yield _Number(quantity.figures, figures, is_money, quantity.scale == 1)


def _is_label(document: Document, start: int) -> bool:
    """Whether figures open a line or cell, or stand after "mục", "Điều", "bảng"."""
    before = document.text[max(0, start - 12) : start].replace("\t", "\n").rpartition("\n")
    words = before[2].lower().split()
    return not words or words[-1] in _LABELS


def _in_columns(document: Document) -> Iterator[_Number]:
    """Numbers that fill a cell in a column of such numbers, but not in the first column."""
    if not any(block.kind == "row" for block in document.blocks):
        return
    for table in document.ask(find_tables):
        for column in range(1, len(table.rows[0])):
            cells = list(_figures_in(table, column))
            if _is_of_sums([cell.text for cell in cells]):
                yield from (_Number(cell.span, cell.text, True) for cell in cells)


def _figures_in(table: Table, column: int) -> Iterator[Cell]:
    for row in table.rows:
        text = row[column].text
        if text[:1].isdecimal() and not text.strip("0123456789.,"):
            yield row[column]


def _is_of_sums(figures: list[str]) -> bool:
    """Whether a column holds large numbers, and not codes with dots inside."""
    grouped = sum(bool(_GROUPED.fullmatch(one) or _COMMAS.fullmatch(one)) for one in figures)
    malformed = sum(_MALFORMED.fullmatch(one) is not None and not _GROUPED.fullmatch(one) for one in figures)
    if len(figures) < _FEWEST_IN_COLUMN or grouped < 2:
        return False
    return grouped * 2 >= len(figures) and malformed * 2 <= grouped


def _is_malformed(number: _Number) -> bool:
    figures = number.figures
    if not _MALFORMED.fullmatch(figures) or _GROUPED.fullmatch(figures) or _DATE.fullmatch(figures):
        return False
    digits = sum(char.isdecimal() for char in figures)
    last = figures.partition(",")[0].rpartition(".")[2]
    return digits >= _FEWEST_DIGITS and len(last) >= 2 and (number.is_money or figures.count(".") > 1)


def _has_comma_groups(number: _Number) -> bool:
    if _COMMAS.fullmatch(number.figures):
        return True
    return number.is_money and number.is_whole and _ONE_COMMA.fullmatch(number.figures) is not None


def _malformed(number: _Number) -> Hit:
    return Hit(number.span, {"figures": number.figures})


def _once(numbers: list[_Number], variant: str) -> Hit:
    """One finding for all numbers that are written in this way."""
    first, *others = numbers
    rewritten = _with_comma if variant == "point" else _dotted
    edits = tuple(Edit(number.span, rewritten(number.figures)) for number in numbers)
    return Hit(
        first.span,
        {"figures": first.figures, "right": edits[0].content},
        variant=variant,
        places=tuple(Place(number.span, "also") for number in others),
        remedies=(Remedy("group", edits, "unsafe", {"right": edits[0].content}),),
        severity=None if variant == "commas" else "style",
    )


def _dotted(figures: str) -> str:
    return f"{int(figures.replace(',', '')):,}".replace(",", ".")


def _with_comma(figures: str) -> str:
    return figures.replace(".", ",")
