"""Dates in words and figures: ngày 05 tháng 3 năm 2021, tháng 9/2021, quý III/2021, năm 2021, 2021-2025."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.mentions.model import DateMention
from vnplanlint.mentions.numeric_dates import Candidate, follows_day_word, make, recurs
from vnplanlint.mentions.surroundings import after, before, char_at, skip_spaces, skip_spaces_back, word_before
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_MONTH = pattern(r"(?:[Tt]háng|THÁNG) *+(\d{1,3})(?!\d)")
_YEAR_OF_MONTH = pattern(r"(?: */ *|,? *(?:năm|NĂM) *)(\d{1,6})|-(\d{4})(?!\d)| +tháng +(\d{3,5})(?!\d)")
_DAY_OF_MONTH = pattern(r"(?<!\d)(\d{1,3}) *$")
_QUARTER = pattern(r"(?:[Qq]uý|[Qq]uí|QUÝ) +(IV|I{1,3}|[1-4])(?!\w)(?:(?: *[/-] *|,? *(?:năm|NĂM) *)(\d{4})(?!\d))?+")
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}
_YEARS = pattern(r"\d{4} *+(?:[-–—~]|(?:đến|tới|ĐẾN)(?: +hết)?(?: +năm| +NĂM)?) *+(?:năm +)?\d{4}(?!\d)")
_YEAR = pattern(r"\d{4}(?![\d/%])")
_YEAR_CUES = frozenset(("năm", "đến", "tới", "nhìn", "trước", "sau", "từ"))


def find_worded(text: str) -> Iterator[Candidate]:
    """Dates with the words ngày, tháng, quý, năm, and ranges of years; not ordered."""
    for match in _MONTH.finditer(text):
        found = _month(text, match.start(), match.start(1), match[1])
        if found:
            yield found
    for match in _QUARTER.finditer(text):
        yield Candidate(_quarter(Span(match.start(1), match.end()), match[1], match[2] or ""), True)
    for match in _YEARS.finditer(text):
        yield from _year_pair(text, match.start(), match.end())
    for match in _YEAR.finditer(text):
        found = _single_year(text, Span(*match.span()))
        if found:
            yield found


def _month(text: str, word: int, start: int, month: str) -> Candidate | None:
    end = start + len(month)
    year_match = _YEAR_OF_MONTH.match(text, end)
    year, twice = "", False
    if year_match and _ends_number(text, year_match.end()):
        year = year_match[1] or year_match[2] or year_match[3]
        twice = bool(year_match[3])
        end = year_match.end()
    day_match = _DAY_OF_MONTH.search(before(text, skip_spaces_back(text, word), 6))
    day, day_start = _day(text, word, day_match[1] if day_match else "", bool(year))
    if twice and not day:
        year, twice, end = "", False, start + len(month)
    if not _plausible(day, month, year) or (not int(month) and _was_cut(text, end)):
        return None
    if not year and char_at(text, end) == "/":
        return None
    mention = make(Span(day_start if day else start, end), day, month, year, "worded" if day else "month")
    if twice:
        mention = mention._replace(exists=False)
    return Candidate(mention._replace(every_year=not year and recurs(text, end)), True)


def _day(text: str, word: int, figures: str, has_year: bool) -> tuple[str, int]:
    """The day's figures before "tháng" and their place, or "" where they count months."""
    if not figures:
        return "", word
    start = skip_spaces_back(text, word) - len(figures)
    if follows_day_word(text, start) or (text.startswith("ngày", start - 4)):
        return figures, start
    last = char_at(text, start - 1)
    listed = word_before(text, start) in {"đến", "và", "từ", "-", "–", "tới", "hết"} or last in ("-", "–")
    free = not last or last in " (,;\n\t-–"
    return (figures, start) if free and int(figures) <= 31 and (has_year or listed) else ("", word)


def _was_cut(text: str, end: int) -> bool:
    """Whether the month's figures go on ("tháng 0 6 năm 2018") or were misread ("tháng 0Ì năm 2021")."""
    follower = after(text, skip_spaces(text, end), 1)
    return follower.isalnum() and (follower.isdigit() or char_at(text, end) == follower)


def _plausible(day: str, month: str, year: str) -> bool:
    if len(month) > 2 or not int(month):
        return bool(day)
    if int(month) > 12:
        return bool(day or year)
    return len(year) in (0, 4) or bool(day)


def _ends_number(text: str, offset: int) -> bool:
    following = char_at(text, offset)
    return not following.isdigit() and not (following in "/" and following and char_at(text, offset + 1).isalnum())


def _quarter(span: Span, numeral: str, year: str) -> DateMention:
    value = _QUARTERS.get(numeral) or int(numeral)
    mention = make(span, "", "", year, "quarter")
    return mention._replace(quarter=value)


def _year_pair(text: str, start: int, end: int) -> Iterator[Candidate]:
    first, last = (Span(start, start + 4), Span(end - 4, end))
    values = int(text[first.start : first.end]), int(text[last.start : last.end])
    if not all(1800 <= value < 2150 for value in values) or not _is_free(text, start, end):
        return
    for span in (first, last):
        yield Candidate(make(span, "", "", text[span.start : span.end], "year"), True)


def _is_free(text: str, start: int, end: int, cue: str = "") -> bool:
    last, following = char_at(text, start - 1), char_at(text, end)
    if (last.isalnum() and not cue.endswith(last.lower())) or (last and last in "/.-–"):
        return False
    if following.isalpha() and following.isupper():
        return False
    if following and following in "/-.,":
        return not char_at(text, end + 1).isalnum()
    return following != "%"


def _single_year(text: str, span: Span) -> Candidate | None:
    cue = word_before(text, span.start).lstrip('(“"')
    if cue not in _YEAR_CUES or not 1800 <= int(text[span.start : span.end]) < 2150:
        return None
    if not _is_free(text, span.start, span.end, cue) or (cue != "năm" and not _ends_clause(text, span.end)):
        return None
    if cue == "năm" and word_before(text, skip_spaces_back(text, span.start) - len(cue)) == "thứ":
        return None
    return Candidate(make(span, "", "", text[span.start : span.end], "year"), True)


def _ends_clause(text: str, offset: int) -> bool:
    """Whether the figures stand alone ("tầm nhìn đến 2030."), not before what they might count."""
    follower = after(text, skip_spaces(text, offset), 6)
    return not follower or follower[0] in ',.;:)”"' or follower.startswith(("là ", "và ", "đạt"))
