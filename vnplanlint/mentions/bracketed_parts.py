"""A total and its parts in brackets: "1.640 hồ sơ (đất đai 742, hộ tịch 500, khác 398)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnplanlint.mentions.model import Breakdown, Quantity
from vnplanlint.mentions.quantities import is_unit, read_figures
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_OPENING = pattern(r"(?: +\p{Ll}++){0,3} *+\(")
_MARK = pattern(r"[,;](?!\d)| +và +| \+ ")
_LABEL_FIRST = pattern(r" *+(\p{L}[\p{L} –-]*?)(?: *: *| +)(\d++(?:\.\d++)*+)(?: +(\p{Ll}++)(?: +\p{Ll}++)?)? *")
_NUMBER_FIRST = pattern(r" *+(?:có +)?(\d++(?:\.\d++)*+) +(\p{L}[\p{L} –-]*+)")
_OTHERS = ("khác", "còn lại", "loại khác", "lĩnh vực khác", "các lĩnh vực khác")
_NUMBERED = """
năm từ đến số khoảng gần trên dưới hơn tăng giảm quý tháng ngày lớp khối tổ thôn khu phòng điều khoản hạng loại
nhóm cấp bậc đợt kỳ khóa khoá tầng mục điểm trang tuổi mỗi
"""
_NO_PARTS = frozenset(_NUMBERED.split())
"""Words after which a number is a name, a limit or a change."""
_LONGEST = 240


def find_bracketed_parts(text: str, quantities: Sequence[Quantity]) -> Iterator[Breakdown]:
    """Totals with two parts or more in the brackets after them, each a name with its number."""
    for total in quantities:
        if total.thousandths is None or total.unit in ("%", ""):
            continue
        opening = _OPENING.match(text, total.span.end)
        end = text.find(")", opening.end(), opening.end() + _LONGEST) if opening else -1
        if opening is None or end < 0 or not any(map(str.isdecimal, text[opening.end() : end])):
            continue
        labels, parts = _parts(text, opening.end(), end, total)
        if len(parts) > 1:
            told_all = labels[-1] in _OTHERS or set(labels) == {"nam", "nữ"}
            yield Breakdown(Span(total.span.start, end), total, tuple(parts), "(", told_all, False)


def _parts(text: str, start: int, end: int, total: Quantity) -> tuple[list[str], list[Quantity]]:
    """The names and numbers between brackets; none where anything else stands there."""
    inside = text[start:end]
    if not inside.isprintable() or any(char in "/%(" for char in inside):
        return [], []
    labels: list[str] = []
    parts: list[Quantity] = []
    at = 0
    for left, right in [*(mark.span() for mark in _MARK.finditer(inside)), (len(inside), len(inside))]:
        segment = inside[at:left]
        if named := _LABEL_FIRST.fullmatch(segment):
            label, group, unit = named[1], 2, named[3] or ""
        elif named := _NUMBER_FIRST.fullmatch(segment):
            label, group, unit = named[2], 1, named[2].partition(" ")[0]
        else:
            return [], []
        of_total = unit == total.unit.partition(" ")[0]
        words = label.lower().split()
        if (unit and is_unit(unit) and not of_total) or (group == 2 and unit and not of_total):
            return [], []
        if _NO_PARTS.intersection((words[0], words[-1])):
            return [], []
        value, shape, decimals = read_figures(named[group])
        span = Span(*named.span(group)).shifted(start + at)
        labels.append(" ".join(words))
        parts.append(Quantity(span, span, value, total.unit, 1, shape, decimals))
        at = right
    return (labels, parts) if all(part.thousandths for part in parts) else ([], [])
