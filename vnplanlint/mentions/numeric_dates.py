"""Dates in figures: 05/4/2021, 5-4-2021, 5.4.2021, 4/2021, 15/12."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.calendar import day_exists
from vnplanlint.mentions.model import DateForm, DateMention
from vnplanlint.mentions.surroundings import after, before, char_at, skip_spaces, skip_spaces_back, word_before
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_SLASH = pattern(r"\d{1,2} *+/ *+\d{1,5}(?: *+/ *+\d{1,6})?+")
_SLASH_PARTS = pattern(r"\d+")
_DASH = pattern(r"\d{1,2}-\d{1,4}(?:-\d{4})?+")
_DOT = pattern(r"\d{1,2}\.\d{1,2}\.\d{4}")
_CLOCK_OF_SIGNATURE = pattern(r" +\d{1,2}:\d{2}:\d{2}(?!\d)")
"""A signature or a portal writes its own time to the second; no author does."""
_EVERY_YEAR = pattern(r",? *(?:của *)?(?:hằng|hàng|mỗi) +năm\b|,? *hằng +tháng\b")
_HOLIDAY = pattern(
    r"(?i)(?:\bngày|\bdịp(?: +lễ)?|\blễ|\btết|quốc +khánh|lao +động|phụ +nữ|thiếu +nhi|nhà +giáo|"
    r"liệt +s[ĩỹ]|báo +chí|thầy +thuốc|chiến +thắng|giải +phóng(?: +miền +nam)?)[ ,(]*$"
)
_DAY_BRACKET = pattern(r"(?i)(?:\bngày|kỷ +niệm) [^()]{3,80}\( *$")

_MONTH_CUES = frozenset(("từ", "đến", "hết", "trước", "sau", "cuối", "đầu", "giữa", "tới", "kể", "khoảng"))
_NUMBER_CUES = frozenset(
    (
        "số",
        "luật",
        "định",
        "quyết",
        "thị",
        "tư",
        "hoạch",
        "văn",
        "trình",
        "báo",
        "cáo",
        "điều",
        "mục",
        "khoản",
        "bảng",
        "biểu",
        "tiết",
        "phiên",
        "tờ",
        "đường",
        "phố",
        "ngõ",
        "hẻm",
        "tổ",
        "lớp",
    )
)


class Candidate(NamedTuple):
    """A date, or what may be one: then (``firm`` False) only the company of a date makes it one."""

    mention: DateMention
    firm: bool


def find_numeric(text: str) -> Iterator[Candidate]:
    """Dates in figures, not ordered."""
    for match in _SLASH.finditer(text):
        span = Span(*match.span())
        if _stands_free(text, span):
            parts = _SLASH_PARTS.findall(match[0])
            found = _with_year(text, span, parts) if len(parts) == 3 else _without_year(text, span, parts)
            if found:
                yield found
    for match in _DASH.finditer(text):
        span = Span(*match.span())
        if _stands_free(text, span):
            found = _dashed(text, span, match[0].split("-"))
            if found:
                yield found
    for match in _DOT.finditer(text):
        span = Span(*match.span())
        day, month, year = match[0].split(".")
        plausible = 1 <= int(day) <= 31 and 1 <= int(month) <= 12 and 1800 <= int(year) < 2200
        if plausible and _stands_free(text, span) and not _is_number(text, span.start):
            yield Candidate(make(span, day, month, year, "dot"), True)


def make(span: Span, day: str, month: str, year: str, form: DateForm) -> DateMention:
    """A mention of the parts as written ("" where absent)."""
    day_value = int(day) if day else None
    month_value = int(month) if month else None
    year_value = int(year) if year else None
    return DateMention(
        span,
        day_value,
        month_value,
        year_value,
        form,
        day,
        month,
        year,
        year_given=bool(year),
        exists=len(year) in (0, 4) and day_exists(day_value, month_value, year_value),
    )


def follows_day_word(text: str, offset: int) -> bool:
    """Whether the word before ``offset`` is "ngày", perhaps without a space between."""
    return word_before(text, offset).endswith("ngày")


def recurs(text: str, offset: int) -> bool:
    """Whether "hằng năm" follows."""
    return _EVERY_YEAR.match(text, offset) is not None


def _stands_free(text: str, span: Span) -> bool:
    """Neither a piece of a longer number or symbol nor glued to a word other than "ngày"."""
    last = char_at(text, span.start - 1)
    if last.isalnum() and not text.startswith("ngày", span.start - 4):
        return False
    if last == "/" or (last in ".,:" and char_at(text, span.start - 2).isdigit() and last != ","):
        return False
    if last in "-–—" and last and char_at(text, span.start - 2).isalpha():
        return False
    following = char_at(text, span.end)
    if following == " " and _CLOCK_OF_SIGNATURE.match(text, span.end):
        return False
    if following.isdigit() or following == "%" or (following.isalpha() and following.isupper()):
        return False
    second = char_at(text, span.end + 1)
    if following == "/":
        return not second.isalnum()
    if following in "-–" and following:
        return not second.isalpha()
    return not (following == "." and second.isdigit())


def _with_year(text: str, span: Span, parts: list[str]) -> Candidate | None:
    day, month, year = parts
    if len(month) > 2:
        return None
    named = follows_day_word(text, span.start)
    if len(year) == 4:
        if _is_number(text, span.start) or (not named and not 1000 <= int(year) < 3000):
            return None
        mention = make(span, day, month, year, "slash")
        return Candidate(mention, True) if mention.exists or named or _near_miss(mention) else None
    if len(year) == 1:
        return None
    if not named:
        return _slip_in_year(text, span, make(span, day, month, year, "slash"))
    if len(year) == 2:
        return Candidate(_short_year(span, day, month, year), True)
    return Candidate(make(span, day, month, year, "slash"), True)


def _slip_in_year(text: str, span: Span, mention: DateMention) -> Candidate | None:
    """30/6/202 or 30/6/20244, where "trước" or another date beside it shows that it is one."""
    if len(mention.year_text) == 2 or not mention.year_text.startswith(("19", "20")) or not _near_miss(mention):
        return None
    return Candidate(mention, word_before(text, span.start) in _MONTH_CUES)


def _near_miss(mention: DateMention) -> bool:
    """31/4/2021 or 15/13/2021, but not 45/60/2021."""
    return 0 < (mention.day or 0) <= 39 and 0 < (mention.month or 0) <= 19


def _short_year(span: Span, day: str, month: str, year: str) -> DateMention:
    century = 2000 if int(year) < 50 else 1900
    mention = make(span, day, month, str(century + int(year)), "slash")
    return mention._replace(year_text=year)


def _without_year(text: str, span: Span, parts: list[str]) -> Candidate | None:
    first, second = parts
    if len(second) == 4:
        return _month_and_year(text, span, first, second)
    if len(second) == 5 and follows_day_word(text, span.start):  # a lost slash: 05/32020
        mention = make(span, first, second[:1], second[1:], "slash")
        return Candidate(mention._replace(exists=False), True)
    if len(second) > 2 or _is_number(text, span.start):
        return None
    return _day_and_month(text, span, first, second)


def _month_and_year(text: str, span: Span, month: str, year: str) -> Candidate | None:
    word = word_before(text, span.start)
    if word.endswith(("tháng", "ngày", "quý")) or _is_number(text, span.start):
        return None
    if not (1 <= int(month) <= 12 and 1900 <= int(year) < 2200):
        return None
    return Candidate(make(span, "", month, year, "month"), word in _MONTH_CUES)


def _day_and_month(text: str, span: Span, day: str, month: str) -> Candidate | None:
    mention = make(span, day, month, "", "slash")
    named = follows_day_word(text, span.start)
    if not mention.exists and not (named and _near_miss(mention)):
        return None
    every_year = recurs(text, span.end)
    follower = after(text, skip_spaces(text, span.end), 5)
    if not every_year and follower.startswith(("ngày", "buổi", "tháng", "giờ")):
        return None
    firm = named or every_year or _is_holiday(text, span.start)
    return Candidate(mention._replace(every_year=every_year), firm)


def _dashed(text: str, span: Span, parts: list[str]) -> Candidate | None:
    if len(parts) == 3:
        day, month, year = parts
        plausible = len(month) <= 2 and 1 <= int(day) <= 31 and 1 <= int(month) <= 12 and 1800 <= int(year) < 2200
        return Candidate(make(span, day, month, year, "dash"), True) if plausible else None
    day, month = parts
    if len(month) > 2 or not day_exists(int(day), int(month), None):
        return None
    follower = after(text, skip_spaces(text, span.end), 6)
    if follower.startswith(("/", "tháng", "năm", "ngày", "người", "%")) or follower[:1].isdigit():
        return None
    if not (_is_holiday(text, span.start) or recurs(text, span.end)):
        return None
    mention = make(span, day, month, "", "dash")
    return Candidate(mention._replace(every_year=recurs(text, span.end)), True)


def _is_number(text: str, offset: int) -> bool:
    return word_before(text, offset) in _NUMBER_CUES


def _is_holiday(text: str, offset: int) -> bool:
    end = skip_spaces_back(text, offset)
    if char_at(text, end - 1) == "(":
        return _DAY_BRACKET.search(before(text, offset, 90)) is not None
    return _HOLIDAY.search(before(text, offset, 30)) is not None
