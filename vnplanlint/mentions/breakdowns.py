"""A total and the parts told after it: "tổng kinh phí 500 triệu đồng, gồm: ngân sách tỉnh 300 triệu đồng, …"."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.model import Breakdown, Quantity
from vnplanlint.mentions.quantities import read_figures
from vnplanlint.patterns import Match, pattern, verbose
from vnplanlint.spans import Span

_LEAD = pattern(r"(trong +đó|(?:bao +)?gồm|chia +ra|phân +bổ)(?: +(?:có|cụ +thể|như +sau|cho|là))*+(?: *+[:,])?+")
_STRUCTURE = verbose(
    r"""
    (?: [Cc]ơ\ +cấu | [Tt]ỷ\ +trọng | [Xx]ếp\ +loại | [Pp]hân\ +loại | [Pp]hân\ +bổ\ +theo\ +tỷ\ +lệ )
    [^\n\t\d;.%]{0,70}? (?: [:,] | \ + (?:là|gồm|như\ +sau) ) \ *+ :?
    """
)
_SENTENCE_END = pattern(r"[\n\t“”]|\.(?= +\p{Lu}| *$|\n)|\.(?= *\n)")
_BRACKETED = pattern(r"\([^()\n\t]*\)")
_SEGMENT = pattern(r"[,;](?!\d)| +và +| \+ ")
_OPENING_FIGURES = pattern(r"[ :-]*+(\d++(?:[.,]\d++)*+)(?=[ ]*+\p{L})")
_TWISTED = pattern(
    r"trong +đó|gồm|riêng|bằng|tương +đương|so +với|tăng|giảm|vượt|mỗi|bình +quân|/|còn +thiếu|lũy +kế|luỹ +kế|từ +\d"
    r"|đến +\d|\d *[-–] *\d|khoảng|trên|dưới|gần|hơn|thêm|ít +nhất|tối|không +quá|ước|hoặc|chủ +yếu|thì|nếu|đã|để"
)
_SUMMED = pattern(r"tổng|cộng", 0x02)
_COUNTED_BY = frozenset(("đồng", "%", "ha", "m", "m2", "m3", "km", "kg", "tấn", "tạ", "lít", "kwh", "mw", ""))
_FARTHEST = 60
_WHOLE = 100_000


class _Segment(NamedTuple):
    """A piece of the enumeration; spans are those of the text, brackets are blanked in ``words``."""

    span: Span
    words: str


def find_breakdowns(text: str, quantities: list[Quantity]) -> list[Breakdown]:
    """All totals with the parts that a sentence tells of them."""
    found: list[Breakdown] = []
    index = 0
    for lead in _LEAD.finditer(text) if quantities else ():
        while index < len(quantities) and quantities[index].span.end <= lead.start():
            index += 1
        if index and (told := _of_total(text, quantities, index, lead)):
            found.append(told)
    if "%" in text:
        found += _structures(text, quantities)
        found.sort(key=lambda breakdown: breakdown.span.start)
    return found


def _of_total(text: str, quantities: list[Quantity], index: int, lead: Match[str]) -> Breakdown | None:
    total = quantities[index - 1]
    between = text[total.span.end : lead.start()]
    if total.thousandths is None or total.unit == "%" or len(between) > _FARTHEST or _breaks(between):
        return None
    words = " ".join(lead[1].split())
    exhaustive = words != "trong đó"
    before = text[max(0, total.span.start - 100) : total.span.start].rpartition("\n")[2]
    summed = any(not any(map(str.isdecimal, before[one.end() :])) for one in _SUMMED.finditer(before))
    end = _end(text, lead.end())
    if not text[lead.end() : end].strip(" :,"):
        continues = text[lead.end() - 1 : lead.end()] == ":" and text[end : end + 1] in ("\n", "")
        span = Span(total.span.start, lead.end())
        return Breakdown(span, total, (), words, exhaustive, summed, continues=True) if continues else None
    segments = list(_segments(text, lead.end(), end))
    parts = _parts(segments, quantities[index:], total)
    if not parts and exhaustive and total.unit not in _COUNTED_BY:
        parts = list(_counted(text, segments))
    if not parts:
        return None
    parallel = total.unit == "đồng" and lead[0].endswith(":") and _parallel(segments)
    return Breakdown(
        Span(total.span.start, parts[-1].span.end),
        total,
        tuple(parts),
        words,
        exhaustive or (summed and parallel),
        summed,
    )


def _breaks(between: str) -> bool:
    """Whether the words between total and lead speak of something else."""
    said = between.rstrip().removesuffix(",").removesuffix(";")
    return not said.isprintable() or any(char in ".,;:" or char.isdecimal() for char in said)


def _end(text: str, start: int) -> int:
    found = _SENTENCE_END.search(text, start)
    return found.start() if found else len(text)


def _segments(text: str, start: int, end: int) -> Iterator[_Segment]:
    words = text[start:end]
    for inner in _BRACKETED.finditer(words):
        words = words[: inner.start()] + " " * len(inner[0]) + words[inner.end() :]
    at = 0
    for mark in [*(found.span() for found in _SEGMENT.finditer(words)), (len(words), len(words))]:
        if words[at : mark[0]].strip(" :"):
            yield _Segment(Span(start + at, start + mark[0]), words[at : mark[0]])
        at = mark[1]


def _parts(segments: list[_Segment], quantities: list[Quantity], total: Quantity) -> list[Quantity]:
    """One quantity of the total's unit in each segment; none where the enumeration is of another kind."""
    parts: list[Quantity] = []
    for segment in segments:
        inside = [one for one in quantities if segment.span.contains(one.span) and _stands_in(segment, one)]
        same = [one for one in inside if one.unit == total.unit or (one.unit == "" and total.unit == "đồng")]
        if not inside and parts and not any(map(str.isdecimal, segment.words)):
            break  # the sentence goes on
        if len(same) != 1 or len(inside) != 1 or same[0].thousandths is None or _TWISTED.search(segment.words):
            return []
        parts += same
    return parts


def _stands_in(segment: _Segment, quantity: Quantity) -> bool:
    """Whether a quantity is not inside brackets."""
    return segment.words[quantity.span.start - segment.span.start].isdecimal()


def _counted(text: str, segments: list[_Segment]) -> Iterator[Quantity]:
    """Counts of different things that make up a number of people or places: "02 bác sĩ, 03 điều dưỡng"."""
    found: list[Quantity] = []
    for segment in segments:
        opening = _OPENING_FIGURES.match(segment.words)
        rest = segment.words[opening.end() :] if opening else ""
        if opening is None or any(map(str.isdecimal, rest)) or _TWISTED.search(rest):
            return
        value, shape, decimals = read_figures(opening[1])
        span = Span(*opening.span(1)).shifted(segment.span.start)
        found.append(Quantity(span, span, value, "", 1, shape, decimals))
    if len(found) > 1 and all(one.thousandths for one in found):
        yield from found


def _parallel(segments: list[_Segment]) -> bool:
    """Whether all parts are named by the same first word ("ngân sách tỉnh …, ngân sách xã …")."""
    return len({segment.words.split()[0].lower() for segment in segments}) == 1


def _structures(text: str, quantities: list[Quantity]) -> Iterator[Breakdown]:
    """Shares that make up a whole: "cơ cấu kinh tế: nông nghiệp 25%, công nghiệp 40%, dịch vụ 35%"."""
    for lead in _STRUCTURE.finditer(text):
        end = _end(text, lead.end())
        nearby = [one for one in quantities if lead.end() <= one.span.start < end]
        name = Span(lead.start(), lead.start() + len(lead[0].rstrip(" :,")))
        whole = Quantity(name, name, _WHOLE, "%")
        parts = _parts(list(_segments(text, lead.end(), end)), nearby, whole)
        if len(parts) > 2:
            yield Breakdown(Span(name.start, parts[-1].span.end), whole, tuple(parts), "%", True, True)
