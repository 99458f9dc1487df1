"""Does a range of quantities run from the smaller to the larger?"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.quantities.everyday_ranges import EverydayRange, backward_hours, backward_ranges
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit, Remedy
from vnplanlint.mentions.model import Quantity, QuantityRange
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_RISING_LEAD = pattern(
    r"(?:^|[ (])(?:từ|khoảng|trong +khoảng|đạt|chiếm|tăng|bình +quân|hỗ +trợ|mức|trung +bình)(?: +từ| +khoảng)? *$",
    0x02,
)
_FALLING = pattern(r"giảm|hạ +|hạ$|xuống|chỉ +còn|còn *$|rút|thu +hẹp|bớt|lùi|ngược|tụt|sụt|hoàn +lại|cắt|suy", 0x02)
_REGROUPED = pattern(
    r"(?<!\p{L})(?:sáp +nhập|sắp +xếp|tinh +gọn|điều +chỉnh|thay +đổi|chuyển|trước|sớm|ngắn|đếm|xếp|lần +lượt|thứ|tụt"
    r"|nhập|tinh +giản|hợp +nhất|tổ +chức +lại)(?!\p{L})",
    0x02,
)
_OVERNIGHT = pattern(
    r"(?<!\p{L})(?:(?:hôm|ngày|sáng) +sau|hôm|đêm|trực|ca|chiều|tối|trưa|liên +tục)(?!\p{L})|24/24", 0x02
)
_COUNTED_LEAD = pattern(r"(?:^|[ (])(?:từ|trong +khoảng|khoảng +từ) *$", 0x02)
_FALLS = pattern(r"giảm[^\d,;:.]{0,60}? từ *$", 0x02)
_GROWS = pattern(r"(?:tăng|nâng)[^\d,;:.]{0,60}? từ *$", 0x02)
_JOINED_AGAIN = pattern(r"(?:/[\p{L} ]{1,12})? *[-–=+×x:] *\d|(?: *[-–] *| *=)")
_CHAIN = pattern(r"[\d%] *[-–+:] *$")
_MEASURES = frozenset(("%", "đồng", "ha", "m", "m2", "m3", "km", "km2", "kg", "tấn", "tạ", "lít", "kwh", "mw", ""))
_RATIO = 10


def quantity_range_reversed(document: Document) -> Iterator[Hit]:
    """Ranges that run backwards, and rises that fall or falls that rise."""
    for found in document.mentions.quantity_ranges:
        first, last = found.first.thousandths or 0, found.last.thousandths or 0
        if not first or not last or first == last or not _comparable(found.first, found.last):
            continue
        before, after = _around(document, found)
        if _CHAIN.search(before) or _JOINED_AGAIN.match(after):
            continue
        if first > last and _must_rise(found, before, after):
            yield _hit(document, found, "")
        elif first < last and found.joint.startswith(("xuống", "còn")) and _FALLS.search(before):
            yield _hit(document, found, "falls")
    if "từ " in document.text:
        yield from _everyday(document)


def _everyday(document: Document) -> Iterator[Hit]:
    for found in backward_ranges(document.text):
        before, after = _words_around(document, found.span)
        if not _FALLING.search(before) and not _REGROUPED.search(before) and not _CHAIN.search(before):
            yield _swapped(document, found, "")
    for found in backward_hours(document.text):
        before, after = _words_around(document, found.span)
        if not _OVERNIGHT.search(before) and not _OVERNIGHT.search(after):
            yield _swapped(document, found, "hours")


def _swapped(document: Document, found: EverydayRange, variant: str) -> Hit:
    first, last = document.words(found.first), document.words(found.last)
    swap = (Edit(found.first, last), Edit(found.last, first))
    return Hit(found.span, {"first": first, "last": last}, variant=variant, remedies=(Remedy("swap", swap),))


def _comparable(first: Quantity, last: Quantity) -> bool:
    """Whether both count the same thing, in figures that were read as they were meant."""
    if {first.shape, last.shape} & {"malformed", "commas", "point"}:
        return False
    same = first.unit == last.unit or first.unit == ""
    return same and (first.unit != "" or first.figures != first.span or not _is_year(first))


def _is_year(number: Quantity) -> bool:
    """Whether bare figures may be a year."""
    value = (number.thousandths or 0) // number.scale
    return number.shape == "plain" and 1900_000 <= value <= 2100_000


def _around(document: Document, found: QuantityRange) -> tuple[str, str]:
    """The words of the same sentence before, and what follows."""
    return _words_around(document, found.span)


def _words_around(document: Document, span: Span) -> tuple[str, str]:
    text, start, end = document.text, span.start, span.end
    before = text[max(0, start - 120) : start].replace("\t", "\n").rpartition("\n")[2].rpartition(". ")[2]
    after = text[end : end + 40].replace("\t", "\n").partition("\n")[0]
    return before, after


def _must_rise(found: QuantityRange, before: str, after: str) -> bool:
    first, last = found.first, found.last
    if _GROWS.search(before) and found.joint in ("đến", "lên", "tới", "lên đến"):
        return True
    if found.joint not in ("-", "–", "đến", "tới", "lên"):
        return False
    if _FALLING.search(before) or _FALLING.match(after.strip()) or after.strip().startswith("còn"):
        return False
    if last.unit not in _MEASURES and (_REGROUPED.search(before) or not _COUNTED_LEAD.search(before)):
        return False
    values = (first.thousandths or 0), (last.thousandths or 0)
    if values[0] > values[1] * _RATIO or (first.unit == "%" and sum(values) == 100_000):
        return False  # "800 - 1 tỷ đồng" leaves "triệu" out; 70% - 30% are shares
    return _RISING_LEAD.search(before) is not None or (first.unit == last.unit == "%" and found.joint in "-–")


def _hit(document: Document, found: QuantityRange, variant: str) -> Hit:
    first, last = document.words(found.first.figures), document.words(found.last.figures)
    swap = (Edit(found.first.figures, last), Edit(found.last.figures, first))
    return Hit(
        found.span,
        {"first": document.words(found.first.span), "last": document.words(found.last.span)},
        variant=variant,
        remedies=(Remedy("swap", swap),) if found.first.scale == found.last.scale else (),
    )
