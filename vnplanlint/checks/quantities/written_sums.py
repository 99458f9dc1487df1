"""Sums and products that are written out with their result: "30 + 30 + 40 = 100 điểm", "5 x 200.000 đồng = …"."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.document.model import Document
from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.quantities import SCALES, read_figures
from vnplanlint.patterns import Match, pattern, verbose
from vnplanlint.spans import Span

_UNIT = r"(?:\ *+(%|(?!x\ )\p{L}[\p{L}²³/]*+(?:\ ++(?!x\ )\p{L}[\p{L}/]*+){0,4}+))?+"
_NUMBER = r"(\d++(?:[.,]\d++)*+)(?!/\ *+\d)"
_OPERAND = verbose(rf"\ *+ {_NUMBER} {_UNIT} \ *+ \Z")
_TOTAL = verbose(rf"\ *+ {_NUMBER} {_UNIT} (?! \ *+ (?:[+*×:=^(\d] | [-–x/]\ *+\d))")
_OPERATOR = pattern(r" *+[+×*] *+|(?<=[\d ])x +(?=\d)|(?<=[\d ])x(?=\d)")
_NUMBER_START = pattern(r"(?<![\p{L}\d.,/%])\d")
_NO_START = pattern(r"(?:[-–*×+=/^]|\d *:) *\Z")
_MONEY = frozenset(("đồng", "đ", "vnđ", "vnd", "nghìn", "ngàn", "triệu", "tỷ", "tỉ"))
_LONGEST = 200
_LEFT_OUT = (1, 10**3, 10**6, 10**9)
"""Figures may leave out "nghìn", "triệu", "tỷ" on one side."""
_SMALLEST = 10_000
_NEAR = 30


class WrittenSum(NamedTuple):
    """``operands`` = ``total``; ``made`` is what they make, in the measure of the total."""

    operands: Span
    total: Span
    made: int
    unit: str


class _Operand(NamedTuple):
    start: int
    thousandths: int
    decimals: int
    unit: str
    is_added: bool = True

    @property
    def scaled(self) -> int:
        return self.thousandths * SCALES.get(self.unit.partition(" ")[0], 1)

    @property
    def noun(self) -> str:
        words = [word for word in self.unit.split(" ") if word not in SCALES]
        return words[0].partition("/")[0] if words else ""


def wrong_sums(document: Document) -> Iterator[WrittenSum]:
    """Those whose result no reading of the figures explains."""
    text = document.text
    at = text.find("=")
    while at >= 0:
        if found := _at(text, at):
            yield found
        at = text.find("=", at + 1)


def _at(text: str, sign: int) -> WrittenSum | None:
    match = _TOTAL.match(text, sign + 1)
    total = _read(match, 0) if match else None
    if match is None or total is None or total.scaled < _SMALLEST:
        return None
    operands = _operands(text, sign)
    if len(operands) < 2 or not _of_one_measure(operands, total) or _adds_codes(text, operands[0].start):
        return None
    by = total.scaled // total.thousandths
    plain = _made([one.thousandths for one in operands], operands)
    scaled = _made([one.scaled for one in operands], operands)
    if _agree(plain, total.thousandths, total.decimals, 1) or _agree(scaled, total.scaled, total.decimals, by):
        return None
    end = operands[0].start + len(text[operands[0].start : sign].rstrip())
    return WrittenSum(Span(operands[0].start, end), Span(*match.span(1)), scaled // by, total.unit)


def _adds_codes(text: str, start: int) -> bool:
    """Whether the rows of a form are added by their codes: "mã số 20 + 30 = 60"."""
    return "mã số" in text[max(0, start - _NEAR) : start].lower()


def _agree(made: int, told: int, decimals: int, scale: int) -> bool:
    """Whether two values differ by no more than rounding, and what is left out on one side."""
    least = max(1000 * scale // 10**decimals, 1)
    return any(abs(made * by - told) < least or abs(made - told * by) < least * by for by in _LEFT_OUT)


def _operands(text: str, sign: int) -> list[_Operand]:
    """The numbers before "=", from left to right; none where brackets or other signs stand among them."""
    start = max(0, sign - _LONGEST)
    start = max(start, *(text.rfind(mark, start, sign) + 1 for mark in "\n\t="))
    found: list[_Operand] = []
    end = sign
    for operator in [*reversed(list(_OPERATOR.finditer(text, start, sign))), None]:
        first = operator.end() if operator else start
        whole = _OPERAND.match(text[first:end])
        operand = _read(whole, first) if whole else _last(text, first, end)
        if operand is None:
            return []
        if whole and operator is None and first and _NO_START.search(text, max(0, first - 2), first):
            return []
        is_first = operator is None or not whole
        found.append(operand._replace(is_added=is_first or "+" in operator[0] if operator else True))
        if is_first:
            break
        end = operator.start() if operator else start
    return found[::-1]


def _last(text: str, start: int, end: int) -> _Operand | None:
    """The number at the end of other words, which opens the sum."""
    for place in _NUMBER_START.finditer(text, start, end):
        whole = _OPERAND.match(text[place.start() : end])
        if whole:
            opens = not _NO_START.search(text, max(0, place.start() - 4), place.start())
            return _read(whole, place.start()) if opens else None
    return None


def _read(match: Match[str], shift: int) -> _Operand | None:
    value, shape, decimals = read_figures(match[1])
    unit = " ".join((match[2] or "").lower().split())
    if not value or shape == "malformed":
        return None
    return _Operand(shift + match.start(1), value, decimals, unit)


def _of_one_measure(operands: list[_Operand], total: _Operand) -> bool:
    """Whether the result counts what the operands count, and is no conversion (90 phút = 1,5 giờ)."""
    nouns = {one.noun for one in operands if one.noun}
    products = any(not one.is_added for one in operands)
    if not products:
        return len(nouns) <= 1 and (not nouns or not total.noun or total.noun in nouns)
    return not total.noun or total.unit.partition(" ")[0] in _MONEY or total.noun in nouns


def _made(values: list[int], operands: list[_Operand]) -> int:
    """The value of the operands, products before sums."""
    total, product = 0, 0
    for value, operand in zip(values, operands, strict=True):
        share = 100 if operand.unit == "%" and any(not one.is_added for one in operands) else 1
        if operand.is_added:
            total, product = total + product, value // share if share > 1 else value
        else:
            product = product * value // 1000 // share
    return total + product
