"""Completing dates from their neighbours: "05, 06/6/2024", "từ ngày 03 - 09/8/2024", "12/02 - 20/02/2024"."""

from __future__ import annotations

from itertools import pairwise

from vnplanlint.mentions.calendar import day_exists
from vnplanlint.mentions.model import DateMention
from vnplanlint.mentions.numeric_dates import Candidate
from vnplanlint.mentions.surroundings import before, skip_spaces_back
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_TIME = r"(?:\d{1,2} *(?:giờ|h|:) *(?:\d{1,2} *(?:phút|’|')?)?,? *)?"
_WEEKDAY = r"(?:(?:sáng|chiều|tối)? *(?:thứ +\w+|chủ +nhật),? *)?"
_UNIT = r"(?:ngày|tháng|quý|năm|Ngày|NGÀY)?"
RANGE_GAP = pattern(
    rf" *(?:\([^()]{{1,25}}\) *)?,? *(?:[-–—~]|(?:cho +)?(?:đến|tới|ĐẾN)(?: +(?:hết|trước|cuối))?) *"
    rf"{_TIME}{_WEEKDAY}{_UNIT} *"
)
LIST_GAP = pattern(rf" *(?:,|;|và|&|hoặc|,? +và) *{_WEEKDAY}{_UNIT} *")
_BARE_DAY = pattern(r"(?<![\d/.\w-])(\d{1,2}) *(?P<gap>,|;|và|&|[-–—~]|(?:đến|tới)(?: +hết)?) *(?:ngày)? *$")
_DAY_WORD = pattern(r"(?i)(?:ngày|từ|các ngày) *(?:\d{1,2} *(?:,|;|và|&|[-–—~]|đến) *)*$")
_MAX_GAP = 160


def is_range_gap(text: str, start: int, end: int) -> bool:
    """Whether what stands between two dates makes them a range."""
    return 0 <= end - start <= _MAX_GAP and RANGE_GAP.fullmatch(text, start, end) is not None


def is_list_gap(text: str, start: int, end: int) -> bool:
    """Whether what stands between two dates makes them members of one list."""
    return 0 <= end - start <= _MAX_GAP and LIST_GAP.fullmatch(text, start, end) is not None


def accept_company(text: str, candidates: list[Candidate]) -> list[DateMention]:
    """The firm candidates, and those that only a date beside them proves to be dates."""
    accepted = [candidate.firm for candidate in candidates]
    spans = [candidate.mention.span for candidate in candidates]
    joined = [
        _may_join(one.end, other.start)
        and (is_range_gap(text, one.end, other.start) or is_list_gap(text, one.end, other.start))
        for one, other in pairwise(spans)
    ]
    for i in range(1, len(spans)):
        accepted[i] = accepted[i] or (joined[i - 1] and accepted[i - 1])
    for i in range(len(spans) - 2, -1, -1):
        accepted[i] = accepted[i] or (joined[i] and accepted[i + 1])
    for i in range(len(spans) - 1):  # "(4/1992 - 4/2022)"
        if joined[i] and not accepted[i] and candidates[i].mention.form == candidates[i + 1].mention.form == "month":
            accepted[i] = accepted[i + 1] = True
    return [candidate.mention for candidate, taken in zip(candidates, accepted, strict=True) if taken]


def complete(text: str, mentions: list[DateMention]) -> list[DateMention]:
    """Add bare days that share a month, and fill in years that the next date gives."""
    completed: list[DateMention] = []
    following: DateMention | None = None
    for mention in reversed(mentions):
        mention = _with_shared_year(text, mention, following)
        completed.append(mention)
        following = mention
        while following.day is not None and following.month is not None:
            bare = _bare_day_before(text, following)
            if bare is None:
                break
            completed.append(bare)
            following = bare
    completed.reverse()
    return completed


def _may_join(end: int, start: int) -> bool:
    return start - end <= _MAX_GAP


def _with_shared_year(text: str, mention: DateMention, following: DateMention | None) -> DateMention:
    if mention.year is not None or mention.every_year or following is None or following.year is None:
        return mention
    if not mention.exists or not following.exists or following.form == "year":
        return mention
    gap = mention.span.end, following.span.start
    if is_range_gap(text, *gap):
        year = following.year - (1 if _is_later(mention, following) else 0)
    elif is_list_gap(text, *gap):
        year = following.year
    else:
        return mention
    return mention._replace(year=year, exists=day_exists(mention.day, mention.month, year))


def _is_later(mention: DateMention, following: DateMention) -> bool:
    """Whether ``mention`` comes later in the year, so that the range crosses the year's end."""
    if mention.quarter and following.quarter:
        return mention.quarter > following.quarter
    if mention.month is None or following.month is None:
        return False
    return mention.month > following.month


def _bare_day_before(text: str, following: DateMention) -> DateMention | None:
    start = skip_spaces_back(text, following.span.start)
    if start == 0 or text[start - 1] not in ",;à&-–—~ếity":
        return None
    window = before(text, following.span.start, 120)
    match = _BARE_DAY.search(window)
    if not match:
        return None
    offset = following.span.start - len(window)
    day, is_dash = int(match[1]), match["gap"] in "-–—~"
    if not 1 <= day <= 31 or (is_dash and day >= (following.day or 0)):
        return None
    if not is_dash and not _DAY_WORD.search(window[: match.start(1)]):
        return None
    if not day_exists(day, following.month, following.year):
        return None
    return DateMention(
        Span(offset + match.start(1), offset + match.end(1)),
        day,
        following.month,
        following.year,
        following.form,
        match[1],
        "",
        "",
        year_given=False,
    )
