"""A total and the parts told after it: "tổng kinh phí 500 triệu đồng, gồm: ngân sách tỉnh 300 triệu đồng, …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.model import Breakdown, Quantity
from vnplanlint.mentions.quantities import is_unit, quantities_in, read_figures
from vnplanlint.patterns import Match, Pattern, pattern, verbose
from vnplanlint.spans import Span

_LEAD = pattern(
    r"([Tt]rong +đó|gồm|chia +ra|phân +bổ|cụ +thể(?= *:| +như +sau *:))"
    r"(?: +(?:có|cụ +thể|như +sau|cho|là))*+(?: *+[:,])?+"
)
_LEAD_WORDS = ("rong đó", "rong  ", "cụ thể", "gồm", "chia ra", "phân bổ")
_STRUCTURE = verbose(
    r"""
    (?: [Cc]ơ\ cấu | [Tt]ỷ\ trọng | [Xx]ếp\ loại | [Pp]hân\ loại | theo\ tỷ\ lệ
        | (?<!heo\ )[Tt]ỷ\ lệ\ +(?:tương\ +ứng|phân\ +(?:bổ|chia)|đóng\ +góp|góp\ +vốn) )
    [^\n\t\d;.%]{0,70}? (?: [:,] | \ + (?:là|gồm|như\ +sau) ) \ *+ :?
    """
)
_STRUCTURE_WORDS = ("ơ cấu", "ỷ trọng", "ếp loại", "hân loại", "heo tỷ lệ", "ỷ lệ ")
_SENTENCE_END = pattern(r"[\n\t“”]|\.(?= +\p{Lu}| *$|\n)|\.(?= *\n)")
_BRACKET = pattern(r"[()]")
_BRACKETED = pattern(r"\([^()\n\t]*\)")
_STRONG_MARK = pattern(r";(?!\d)")
_MARK = pattern(r"[,;](?!\d)| +và +| \+ ")
_OPENING_FIGURES = pattern(r"[ :-]*+(\d++(?:[.,]\d++)*+)(?=[ ]*+\p{L})")
_TWISTED = pattern(
    r"trong +đó|gồm|riêng|tương +đương|so +với|tăng|giảm|vượt|mỗi|bình +quân|/|còn +thiếu|lũy +kế|luỹ +kế|từ +\d"
    r"|đến +\d|\d *[-–] *\d|hoặc|chủ +yếu"
)
_SUMMED = pattern(r"tổng|cộng", 0x02)
_MEASURES = frozenset(("đồng", "%", "ha", "m", "m2", "m3", "km", "km2", "kg", "tấn", "tạ", "lít", "kwh", "mw", ""))
_SOURCES = frozenset(("ngân", "vốn", "quỹ", "nguồn", "xã", "huy", "đóng", "tài", "nhân", "kinh", "các", "đối", "từ"))
"""First words of a source of money: ngân sách, vốn, quỹ, nguồn, xã hội hóa, huy động, đóng góp, tài trợ …"""
_BUDGET_ITEMS = ("chi", "thu")
"""How the items of a budget begin, of which a text names the main ones: chi đầu tư, chi thường xuyên."""
_FARTHEST = 80
_LONGEST = 2000
_WHOLE = 100_000


class _Segment(NamedTuple):
    """A piece of the enumeration; spans are those of the text, brackets are blanked in ``words``."""

    span: Span
    words: str


def find_breakdowns(text: str, quantities: list[Quantity]) -> list[Breakdown]:
    """All totals with the parts that a sentence tells of them."""
    found: list[Breakdown] = []
    index = 0
    for lead in _leads(text) if quantities else ():
        while index < len(quantities) and quantities[index].span.end <= lead.start():
            index += 1
        if index and (told := _of_total(text, quantities, index, lead)):
            found.append(told)
    if "%" in text:
        found += _structures(text, quantities)
        found.sort(key=lambda breakdown: breakdown.span.start)
    return found


def _leads(text: str) -> list[Match[str]]:
    """The words that promise parts, from left to right."""
    words = [word for word in _LEAD_WORDS if not word.startswith("rong")]
    found = [*_matches(text, _LEAD, tuple(words)), *_matches(text, _LEAD, _LEAD_WORDS[:2], before=1)]
    return sorted(found, key=_start)


def _start(match: Match[str]) -> int:
    return match.start()


def _matches(text: str, whole: Pattern[str], words: tuple[str, ...], before: int = 0) -> list[Match[str]]:
    """Where ``whole`` matches ``before`` characters before one of ``words``: searching plain words is far faster."""
    places: list[int] = []
    for word in words:
        at = text.find(word)
        while at >= 0:
            places.append(max(0, at - before))
            at = text.find(word, at + 1)
    return [match for at in sorted(places) if (match := whole.match(text, at))]


def _of_total(text: str, quantities: list[Quantity], index: int, lead: Match[str]) -> Breakdown | None:
    total = quantities[index - 1]
    words = " ".join(lead[1].lower().split())
    between = text[total.span.end : lead.start()]
    if lead[1][0] == "T":
        between = between.rstrip().removesuffix(".")
    if total.thousandths is None or total.unit == "%" or not _belongs(between, words):
        return None
    exhaustive = words != "trong đó"
    before = text[max(0, total.span.start - 100) : total.span.start].replace("\t", "\n").rpartition("\n")[2]
    summed = any(not any(map(str.isdecimal, before[one.end() :])) for one in _SUMMED.finditer(before))
    end = _end(text, lead.end())
    if not text[lead.end() : end].strip(" :,"):
        continues = text[lead.end() - 1 : lead.end()] == ":" and text[end : end + 1] in ("\n", "\t", "")
        span = Span(total.span.start, lead.end())
        return Breakdown(span, total, (), words, exhaustive, summed, continues=True) if continues else None
    nearby = quantities_in(quantities, Span(lead.end(), end))
    parts, labels = _enumerated(text, lead.end(), end, nearby, total)
    if not parts and exhaustive and total.unit not in _MEASURES:
        parts = _counted(text, lead.end(), end, total)
    if not parts:
        return None
    if total.unit == "đồng" and lead[0].endswith(":"):
        exhaustive = exhaustive or are_all_parts(labels)
    exhaustive = exhaustive or sorted(label.split()[-1] for label in labels if label.split()) == ["nam", "nữ"]
    exhaustive = exhaustive and not _leaves_some_out(text, parts, end, total)
    return Breakdown(Span(total.span.start, parts[-1].span.end), total, tuple(parts), words, exhaustive, summed)


def are_all_parts(labels: list[str]) -> bool:
    """Whether the words that name sums of money are of one kind, or name its sources: then none is left out."""
    first = [label.split()[0].lower() if label.split() else "" for label in labels]
    if first and first[0] in _BUDGET_ITEMS:
        return False
    return len(first) > 1 and (len(set(first)) == 1 or all(word in _SOURCES for word in first))


def _belongs(between: str, lead: str) -> bool:
    """Whether the words between a total and "trong đó" or "gồm" speak of nothing else."""
    said = _BRACKETED.sub("", between).rstrip().removesuffix("bao").rstrip().removesuffix(",").removesuffix(";")
    if ")" in said:
        return False  # the total is a remark in brackets
    stops = ".;:" if lead == "trong đó" else ".,;:"
    plain = said.isprintable() and not any(char in stops or char.isdecimal() for char in said)
    return plain and len(said) <= _FARTHEST


def _end(text: str, start: int) -> int:
    """Where the sentence ends, or the bracket in which the parts stand."""
    found = _SENTENCE_END.search(text, start, start + _LONGEST)
    end = found.start() if found else min(len(text), start + _LONGEST)
    depth = 0
    for match in _BRACKET.finditer(text, start, end):
        depth += 1 if match[0] == "(" else -1
        if depth < 0:
            return match.start()
    return end


def _enumerated(
    text: str, start: int, end: int, quantities: Sequence[Quantity], total: Quantity
) -> tuple[list[Quantity], list[str]]:
    """One quantity of the total's unit in each segment, and the words that name it."""
    words = _without_brackets(text[start:end])
    chunks = list(_cut(words, start, _STRONG_MARK))
    first = [one for one in quantities if chunks and chunks[0].span.contains(one.span) and _is_like(one, total)]
    if len(chunks) > 1 and len(first) < 2:
        return _parts(chunks, quantities, total)
    return _parts(list(_cut(chunks[0].words, start, _MARK)), quantities, total) if chunks else ([], [])


def _without_brackets(words: str) -> str:
    for inner in _BRACKETED.finditer(words):
        words = words[: inner.start()] + " " * len(inner[0]) + words[inner.end() :]
    return words


def _cut(words: str, start: int, mark: Pattern[str]) -> Iterator[_Segment]:
    at = 0
    for left, right in [*(found.span() for found in mark.finditer(words)), (len(words), len(words))]:
        if at < left:
            yield _Segment(Span(start + at, start + left), words[at:left])
        at = right


def _parts(
    segments: list[_Segment], quantities: Sequence[Quantity], total: Quantity
) -> tuple[list[Quantity], list[str]]:
    """The parts of an enumeration, up to where the sentence goes on; none where it is of another kind."""
    parts: list[Quantity] = []
    labels: list[str] = []
    label = ""  # words of segments without a figure belong to the name of the next part
    for segment in segments:
        inside = [one for one in quantities if segment.span.contains(one.span) and _stands_in(segment, one)]
        same = [one for one in inside if _is_like(one, total)]
        if not same and not any(map(str.isdecimal, segment.words)):
            label += segment.words
            continue
        if not same and len(parts) > 1:
            break
        if len(same) != 1 or len(inside) != 1 or same[0].thousandths is None or _TWISTED.search(segment.words):
            return [], []
        parts += same
        labels.append(label + segment.words)
        label = ""
    return parts, labels


def _is_like(part: Quantity, total: Quantity) -> bool:
    return part.unit == total.unit or (part.unit == "" and total.unit == "đồng")


def _stands_in(segment: _Segment, quantity: Quantity) -> bool:
    """Whether a quantity is not inside brackets."""
    return segment.words[quantity.span.start - segment.span.start].isdecimal()


def _counted(text: str, start: int, end: int, total: Quantity) -> list[Quantity]:
    """Counts of different things that make up a number of people or places: "02 bác sĩ, 03 điều dưỡng"."""
    words = _without_brackets(text[start:end])
    chunks = list(_cut(words, start, _STRONG_MARK))
    if not all(_OPENING_FIGURES.match(chunk.words) for chunk in chunks):
        chunks = chunks[:1]
    found: list[Quantity] = []
    nouns: set[str] = set()
    unnumbered = 0
    for segment in (piece for chunk in chunks for piece in _cut(chunk.words, chunk.span.start, _MARK)):
        opening = _OPENING_FIGURES.match(segment.words)
        rest = segment.words[opening.end() :] if opening else segment.words
        if any(map(str.isdecimal, rest)) or _TWISTED.search(rest):
            return []
        if opening is None:
            unnumbered += 1
            continue
        nouns.add(rest.split()[0].lower())
        value, shape, decimals = read_figures(opening[1])
        span = Span(*opening.span(1)).shifted(segment.span.start)
        found.append(Quantity(span, span, value, "", 1, shape, decimals))
    missing = (total.thousandths or 0) // 1000 - sum(one.thousandths or 0 for one in found) // 1000
    of_another_unit = len(nouns) == 1 and is_unit(*nouns)  # "150 người, gồm 20 đội nam, 10 đội nữ"
    if len(found) < 2 or of_another_unit or not all(one.thousandths for one in found) or 0 < missing <= unnumbered:
        return []
    return found


def _leaves_some_out(text: str, parts: list[Quantity], end: int, total: Quantity) -> bool:
    """Whether less than the total is told, and the sentence names more: "…, còn lại là cây khác"."""
    made = sum(part.thousandths or 0 for part in parts)
    named = _MARK.search(text, parts[-1].span.end, end)
    return made < (total.thousandths or 0) and named is not None


def _structures(text: str, quantities: list[Quantity]) -> Iterator[Breakdown]:
    """Shares that make up a whole: "cơ cấu kinh tế: nông nghiệp 25%, công nghiệp 40%, dịch vụ 35%"."""
    for lead in _matches(text, _STRUCTURE, _STRUCTURE_WORDS, before=1):
        end = _end(text, lead.end())
        nearby = quantities_in(quantities, Span(lead.end(), end))
        words = lead[0].rstrip(" :,").removesuffix(" là").removesuffix(" gồm").rstrip()
        name = Span(lead.start(), lead.start() + len(words))
        whole = Quantity(name, name, _WHOLE, "%")
        parts, _ = _enumerated(text, lead.end(), end, nearby, whole)
        if len(parts) > 2 and not _leaves_some_out(text, parts, end, whole):
            yield Breakdown(Span(name.start, parts[-1].span.end), whole, tuple(parts), "%", True, True)
