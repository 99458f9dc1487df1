"""Numbers in figures with the unit after them, and two of them joined to a range."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from vnplanlint.mentions.model import NumberShape, Quantity, QuantityRange
from vnplanlint.patterns import Match, pattern, verbose
from vnplanlint.spans import Span

SCALES = {"trăm": 100, "nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_SECOND_SCALES = frozenset(("nghìn", "ngàn", "triệu", "tỷ", "tỉ"))
_MEASURES = {
    "đồng": "đồng", "đ": "đồng", "vnđ": "đồng", "vnd": "đồng", "ha": "ha", "hecta": "ha", "héc": "ha", "m": "m",
    "m2": "m2", "m²": "m2", "m3": "m3", "m³": "m3", "km": "km", "km2": "km2", "km²": "km2", "kg": "kg", "tấn": "tấn",
    "tạ": "tạ", "lít": "lít", "kwh": "kwh", "mw": "mw", "mét": "m", "mét vuông": "m2", "mét khối": "m3",
    "phần trăm": "%",
}  # fmt: skip
_COUNTED = """
người, hộ, khẩu, lớp, đại biểu, học sinh, sinh viên, học viên, giáo viên, cán bộ, công chức, viên chức, lao
động, đoàn viên, đảng viên, hội viên, thành viên, chi bộ, chi hội, chi đoàn, xã, phường, thị trấn, thôn, ấp,
xóm, huyện, trường, cơ sở, công trình, dự án, đề án, mô hình, nhà, căn, suất, cuộc, lượt, vụ, hồ sơ, văn
bản, thủ tục, nhiệm vụ, chỉ tiêu, tiêu chí, tiết, buổi, bộ, đơn vị, con, cây, chiếc, cái, phiếu, tín chỉ,
doanh nghiệp, hợp tác xã, cửa hàng, phòng, tập thể, cá nhân, giải, lần, sản phẩm, nhóm, đội, câu lạc bộ, trẻ, trẻ
em, em, cháu, quyển, cuốn, tin, bài, gia đình, nông dân, chợ, siêu thị, trạm, hội nghị, đồng chí, trường
hợp, bộ phận, nhà máy, nhà văn hóa
"""
_UNITS = {**_MEASURES, **{unit.strip(): unit.strip() for unit in _COUNTED.replace("\n", " ").split(",")}}
_FIRST_WORDS = frozenset((*SCALES, *(unit.split(" ")[0] for unit in _UNITS)))
_OF_THREE = frozenset(unit.split(" ")[0] for unit in _UNITS if unit.count(" ") == 2)
_AFTER_DONG = "bào đội nghiệp loạt thời ý hồ phục hành diễn tác chủ lòng bộ sở thuận ruộng cỏ lúa hương môn"
_OTHER_THAN_MONEY = frozenset(_AFTER_DONG.split())
"""Words that make another word of "đồng" (đồng bào, đồng hồ)."""

_LONGEST_FIGURES = 40
_FIGURES = verbose(
    r"""
    (\d{1,40}+ (?: [.,]\d{1,40}+ ){0,12}+) \ *+ (?: (%) | (\p{L}[\p{L}\d²³]*+) )
    """
)
"""No longer than any number: an endless row of digits and dots is not read from each of them to its end."""
_NEXT_WORD = pattern(r" ++(\p{Ll}++)")
_QUALIFIER = pattern(
    r"(?:khoảng|chừng|ước|gần|hơn|(?<!(?:cấp|nói|nêu|bên|kể|ở) +)trên|dưới|xấp +xỉ|ít +nhất|tối +thiểu|tối +đa"
    r"|không +quá|bình +quân|mỗi)"
    r"(?: +(?:tính|khoảng|là|đạt|trên|dưới|gần|hơn))? *\Z"
)
_DOTTED = pattern(r"\d{1,3}(?:\.\d{3})++(?:,(\d++))?")
_PLAIN = pattern(r"\d++(?:,(\d++))?")
_WITH_COMMAS = pattern(r"\d{1,3}(?:,\d{3}){2,}+(?:\.(\d++))?")
_WITH_POINT = pattern(r"\d++\.(\d{1,2})")
_JOINT = verbose(
    r"""
    (?: (?<![\p{L}\d.,/–-]) (\d++ (?: [.,]\d++ )*+) )?
    ( \ *+ [-–] \ *+ | \ ++ (?: đến | tới | lên(?:\ ++đến)?+ | xuống(?:\ ++còn)?+ | còn ) \ ++ ) \Z
    """
)
_JOINT_ENDS = ("-", "–", " đến", " tới", " lên", " xuống", " còn")
_BEFORE_FIGURES = 60


def read_figures(figures: str) -> tuple[int | None, NumberShape, int]:
    """Their value in thousandths (None: malformed, or too fine), how they are written, and the decimals."""
    if len(figures) > _LONGEST_FIGURES:
        return None, "malformed", 0
    if found := _PLAIN.fullmatch(figures):
        return _thousandths(figures, found[1] or "", "", ","), "plain", len(found[1] or "")
    if found := _DOTTED.fullmatch(figures):
        return _thousandths(figures, found[1] or "", ".", ","), "dotted", len(found[1] or "")
    if found := _WITH_COMMAS.fullmatch(figures):
        return _thousandths(figures, found[1] or "", ",", "."), "commas", len(found[1] or "")
    if found := _WITH_POINT.fullmatch(figures):
        return _thousandths(figures, found[1], "", "."), "point", len(found[1])
    return None, "malformed", 0


def grouped(thousandths: int) -> str:
    """A value in thousandths, written with dots and a decimal comma: 1.250.000 or 5,3."""
    whole, fraction = divmod(thousandths, 1000)
    decimals = f"{fraction:03}".rstrip("0")
    return f"{whole:,}".replace(",", ".") + (f",{decimals}" if decimals else "")


def rounded(exact: float, decimals: int) -> str:
    """A value in thousandths, written with at most so many decimals."""
    step = 1000 / 10**decimals
    return grouped(int(int(exact / step + 0.5) * step))


def quantities_in(quantities: Sequence[Quantity], span: Span) -> Sequence[Quantity]:
    """Those of ``quantities`` (ordered by place) that lie inside ``span``."""
    first = bisect_left(quantities, span.start, key=_start)
    last = bisect_left(quantities, span.end, first, key=_start)
    inside = quantities[first:last]
    return inside if not inside or inside[-1].span.end <= span.end else inside[:-1]


def _start(quantity: Quantity) -> int:
    return quantity.span.start


def is_unit(word: str) -> bool:
    """Whether a lower-case word is one that numbers count."""
    return word in _UNITS


def find_quantities(text: str) -> list[Quantity]:
    """All numbers with a known unit after them."""
    found: list[Quantity] = []
    for match in _FIGURES.finditer(text):
        start = match.start()
        if match[3] and match[3].lower() not in _FIRST_WORDS:
            continue
        if start and (text[start - 1].isalnum() or text[start - 1] in "/.,_"):
            continue
        unit, scale, end = _unit(text, match)
        if not unit and scale == 1:
            continue
        value, shape, decimals = read_figures(match[1])
        before = text[max(0, start - 24) : start].rpartition("\n")[2]
        qualifier = _QUALIFIER.search(before) if before.endswith(" ") else None
        found.append(
            Quantity(
                Span(start, end),
                Span(*match.span(1)),
                None if value is None else value * scale,
                unit,
                scale,
                shape,
                decimals,
                " ".join(qualifier[0].split()) if qualifier else "",
            )
        )
    return found


def find_quantity_ranges(text: str, quantities: list[Quantity]) -> list[QuantityRange]:
    """Quantities joined by "-", "đến", "lên", "xuống", "còn" to the number just before them."""
    found: list[QuantityRange] = []
    for index, last in enumerate(quantities):
        start = last.figures.start
        if last.thousandths is None or not text[max(0, start - 8) : start].rstrip().endswith(_JOINT_ENDS):
            continue
        joint = _JOINT.search(text, max(0, start - _BEFORE_FIGURES), start)
        if joint is None:
            continue
        earlier = quantities[index - 1] if index else None
        if earlier is not None and earlier.span.end == joint.start(2):
            first: Quantity | None = earlier
        else:
            first = _bare(joint, last)
        if first is not None and first.thousandths is not None:
            found.append(QuantityRange(Span(first.span.start, last.span.end), first, last, joint[2].strip()))
    return found


def _bare(joint: Match[str], last: Quantity) -> Quantity | None:
    """The first end, where its unit stands only after the last ("20 - 25 triệu đồng")."""
    if not joint[1]:
        return None
    value, shape, decimals = read_figures(joint[1])
    span = Span(*joint.span(1))
    return Quantity(span, span, None if value is None else value * last.scale, "", last.scale, shape, decimals)


def _unit(text: str, match: Match[str]) -> tuple[str, int, int]:
    """The unit after the figures, what it multiplies by, and where it ends."""
    if match[2]:
        return "%", 1, match.end(2)
    word, end, scale, ended = match[3].lower(), match.end(3), 1, match.end(1)
    for known in (SCALES, _SECOND_SCALES):
        if word not in known:
            break
        scale, ended = scale * SCALES[word], end
        word, end = _next_word(text, end)
    following, far_end = _next_word(text, end)
    third, farthest_end = _next_word(text, far_end) if word in _OF_THREE else ("", far_end)
    if third and f"{word} {following} {third}" in _UNITS:
        return _UNITS[f"{word} {following} {third}"], scale, farthest_end
    if f"{word} {following}" in _UNITS:
        return _UNITS[f"{word} {following}"], scale, far_end
    unit = _UNITS.get(word, "")
    if not unit or (unit == "đồng" and following in _OTHER_THAN_MONEY):
        return "", scale, ended
    return unit, scale, end


def _next_word(text: str, start: int) -> tuple[str, int]:
    found = _NEXT_WORD.match(text, start)
    return (found[1], found.end()) if found else ("", start)


def _thousandths(figures: str, fraction: str, groups: str, point: str) -> int | None:
    if len(fraction) > 3 and fraction[3:].strip("0"):
        return None
    whole = figures.partition(point)[0] if fraction else figures
    digits = whole.replace(groups, "") if groups else whole
    return int(digits) * 1000 + int((fraction or "0").ljust(3, "0")[:3])
