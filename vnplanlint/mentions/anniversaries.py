"""Counts of years with what they count: "30 năm tái lập tỉnh (01/4/1992 - 01/4/2022)", "5 năm (2021-2025)"."""

from __future__ import annotations

from bisect import bisect_left

from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.model import Anniversary, DateMention, DateRange
from vnplanlint.mentions.surroundings import before, char_at, skip_spaces, skip_spaces_back, word_before, words_before
from vnplanlint.mentions.year_counts import YearCount, find_year_counts
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_NAME_GOES_ON = (
    r"liệt +s[iĩỹy]|sinh +viên|chống|chữa +cháy|khen +thưởng|học +sinh|thương +binh|bệnh +binh|viên +chức|"
    r"thống +nhất|thể +thao|gia +đình|thủy +sản|truyền +thông|cứu +hộ"
)
_PHRASE = pattern(
    rf"(?:[^().,;:!?\n\t”\"“…]|(?<=\b\p{{Lu}}\p{{L}}?)\.|, *(?:{_NAME_GOES_ON})\b|[“\"][^”\"\n\t]{{1,80}}[”\"])*+"
)
_PHRASE_ENDS = pattern(
    r" (?:và|với|,) +(?:kỷ +niệm +)?\d+ +năm\b| +(?:vào|được|nhằm|tại|gắn|theo|để|trong|với|bằng|yêu +cầu)(?= )|"
    r" +(?:diễn +ra|tổ +chức|từ +ngày|từ +năm|năm +\d{4})(?!\w)|(?<=\d{4}) (?=năm)|"
    r" +(?:và +)?(?:chào +mừng|hướng +tới|tiến +tới)(?= )"
)
_LINK = pattern(
    r"[”\"’]?,? *\(? *(?:(?:tính +)?(?:kể +)?từ +|giai +đoạn +|thời +kỳ +|khóa +|nhiệm +kỳ +)?(?:ngày +|năm +)?"
)
_ENDS_WITH_LINK = pattern(
    r"(?: *,)?(?: +(?:giai +đoạn|thời +kỳ|nhiệm +kỳ|khóa|từ|ngày|tháng|năm|và|với|kỷ +niệm|-|–))* *$"
)
_PERSON = pattern(r"(?:[Nn]gày|NGÀY|[Nn]ăm) +(?:sinh|mất|SINH)(?!\w)")
_APPOSITION = pattern(r",[^().;:\n\t]{3,160}\( *")
"""What a person was, between the name and the range."""
_FRAME_BEFORE = pattern(
    r"(?i)(?:k[ỷỉ] +niệm|dịp|mừng|tròn|lễ|hướng +tới)(?: +(?:lần +thứ|chẵn|tròn|trọng +thể|mốc|đúng))? *$"
)
_FRAME_AFTER = pattern(
    r"(?i)(?:ngày|thành +lập|tái +lập|giải +phóng|chiến +thắng|cách +mạng|quốc +khánh|truyền +thống|khởi +nghĩa|"
    r"đồng +khởi|chia +tách|tổng +tuyển +cử|quốc +hội|năm +sinh|hiệp +định|toàn +quốc +kháng|nam +bộ|xô +viết|"
    r"chủ +tịch|bác +hồ)\b"
)
_REVERSE_GAP = pattern(
    r" *[,:]? *(?:[-–—] *)?(?:là +)?(?:nhân +|chào +mừng +)?(?:dịp +)?"
    r"(?i:kỷ +niệm|tròn|đúng|vừa +tròn) +(?:tròn +)?$"
)
_CLAUSE_START = pattern(r"[^.,;:\n\t”“]*$")
_TERM = ["nhiệm", "kỳ"]
"""A term of office before a range: no anniversary counts its years over one."""
_LONGEST_EVENT = 400
_MOST_YEARS = 1100


class _Phrase(NamedTuple):
    """The words after a count and where a range may follow them."""

    span: Span
    link_end: int


def find_anniversaries(text: str, dates: list[DateMention], ranges: list[DateRange]) -> list[Anniversary]:
    """Counts of years that have an event, a range or a date to them."""
    date_starts = [mention.span.start for mention in dates]
    range_of = {item.start.span.start: item for item in ranges}
    range_before = {item.span.end: item for item in ranges}
    counts = [count for count in find_year_counts(text) if 0 < count.value < _MOST_YEARS]
    found = []
    for count, following in zip(counts, [*counts[1:], None], strict=False):
        limit = following.span.start if following else len(text)
        anniversary = _read(text, count, limit, dates, date_starts, range_of, range_before)
        if anniversary:
            if anniversary.range:  # a range belongs to one count
                range_before.pop(anniversary.range.span.end, None)
            found.append(anniversary)
    return found


def _read(
    text: str,
    count: YearCount,
    limit: int,
    dates: list[DateMention],
    date_starts: list[int],
    range_of: dict[int, DateRange],
    range_before: dict[int, DateRange],
) -> Anniversary | None:
    next_date = bisect_left(date_starts, count.span.end)
    date_start = date_starts[next_date] if next_date < len(dates) else len(text)
    phrase = _event_phrase(text, count.span.end, min(limit, date_start))
    commemorative = _is_commemorative(text, count, phrase.span)
    mention, period = None, None
    if phrase.link_end == date_start < limit:
        is_term = commemorative and words_before(text, date_start, 2) == _TERM
        period = None if is_term else range_of.get(date_start)
        mention = None if period else dates[next_date]
    if period is None and mention is None and commemorative:
        period = _range_in_front(text, count, range_before)
        if period and phrase.span.start == phrase.span.end:
            phrase = _Phrase(_words_in_front(text, period.span.start), phrase.link_end)
    elif period and commemorative and phrase.span.start == phrase.span.end:
        phrase = _event_phrase(text, period.span.end, _next_after(dates, date_starts, period.span.end, limit))
    if mention is not None and not (commemorative and _is_day(mention) and _is_bracketed(text, mention)):
        mention = None
    if period is None and mention is None and not (commemorative and phrase.span.start < phrase.span.end):
        return None
    if period is not None and not commemorative and not _counts_a_period(text, count, phrase.span, period):
        return None
    return _anniversary(text, count, phrase.span, period, mention, commemorative)


def _next_after(dates: list[DateMention], date_starts: list[int], offset: int, limit: int) -> int:
    following = bisect_left(date_starts, offset)
    return min(limit, date_starts[following]) if following < len(dates) else limit


def _anniversary(
    text: str, count: YearCount, event: Span, period: DateRange | None, mention: DateMention | None, commemorative: bool
) -> Anniversary:
    parts = [count.span, event, *([period.span] if period else []), *([mention.span] if mention else [])]
    return Anniversary(
        span=Span(min(part.start for part in parts), max(part.end for part in parts)),
        years=count.value,
        years_span=count.span,
        event=event.words(text),
        event_span=event,
        range=period,
        date=mention,
        commemorative=commemorative,
        lead=_lead(text, count.span.start),
    )


def _lead(text: str, offset: int) -> str:
    match = _CLAUSE_START.search(before(text, offset, 120))
    return " ".join(match[0].lower().split()[-12:]) if match else ""


def _event_phrase(text: str, start: int, limit: int) -> _Phrase:
    """The event's words from ``start``, and where they and a linking word end."""
    start = skip_spaces(text, start)
    limit = min(limit, start + _LONGEST_EVENT)
    match = _PHRASE.match(text, start, limit)
    end = match.end() if match else start
    if _PERSON.match(text, start) and (apposition := _APPOSITION.match(text, end, limit)):
        return _Phrase(Span(start, end), apposition.end())
    cut = _PHRASE_ENDS.search(text, start - 1, end)
    if cut:
        end = max(start, cut.start())
    tail = _ENDS_WITH_LINK.search(text, start, end)
    event_end = skip_spaces_back(text, tail.start() if tail else end)
    link = _LINK.match(text, max(event_end, start))
    return _Phrase(Span(start, max(start, event_end)), link.end() if link else event_end)


def _is_commemorative(text: str, count: YearCount, event: Span) -> bool:
    if event.start < event.end and _FRAME_AFTER.match(text, event.start):
        return True
    return count.ordinal or _FRAME_BEFORE.search(before(text, count.span.start, 40)) is not None


def _counts_a_period(text: str, count: YearCount, event: Span, period: DateRange) -> bool:
    """Whether "N năm" before a range counts its years and is not "Đợt 2 năm 2021-2022"."""
    if event.start < event.end or char_at(text, skip_spaces(text, count.span.end)) in "(,g":
        return True
    start = count.span.start
    return word_before(text, start) in _PERIOD_WORDS or words_before(text, start, 2) == ["xã", "hội"]


_PERIOD_WORDS = frozenset(
    (
        "hoạch",
        "đoạn",
        "trong",
        "kỳ",
        "hạn",
        "kết",
        "sau",
        "qua",
        "tiêu",
        "trình",
        "công",
        "án",
        "vụ",
        "hằng",
        "đề",
        "nhìn",
        "suốt",
        "chiến",
        "lược",
        "toán",
        "định",
    )
)


def _range_in_front(text: str, count: YearCount, range_before: dict[int, DateRange]) -> DateRange | None:
    """ "(01/4/1992 - 01/4/2022), kỷ niệm 30 năm …": the range just before the count."""
    window = before(text, count.span.start, 60)
    gap = _REVERSE_GAP.search(window)
    period = range_before.get(count.span.start - len(window) + gap.start()) if gap else None
    return period if period and (period.bracketed or _lasts_years(period)) else None


def _lasts_years(period: DateRange) -> bool:
    """Whether days bound more than a campaign: what follows "từ ngày … đến ngày …" may be its occasion."""
    return period.start.form != "year" and (period.end.year or 0) - (period.start.year or 0) > 1


def _words_in_front(text: str, end: int) -> Span:
    end = skip_spaces_back(text, end)
    window = before(text, end, 120)
    match = _CLAUSE_START.search(window)
    start = end - (len(match[0]) if match else 0)
    return Span(min(skip_spaces(text, start), end), end)


def _is_day(mention: DateMention) -> bool:
    return mention.day is not None and mention.month is not None


def _is_bracketed(text: str, mention: DateMention) -> bool:
    return char_at(text, skip_spaces_back(text, mention.span.start) - 1) == "("
