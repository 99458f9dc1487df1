"""Dates that only another date explains: "ngày mai", "tuần sau", "03 ngày sau"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vnplanlint.mentions.calendar import is_whole
from vnplanlint.mentions.model import DateMention, PartialDate
from vnplanlint.mentions.surroundings import char_at
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_WHEN = r" (?:sau|tới|trước|này|nay|ngoái)(?!\w)"
_PHRASES = (  # each begins with a literal, which is what makes a scan fast
    pattern(r"ôm (?:nay|qua|kia)(?!\w)"),
    pattern(r"gày (?:mai|kia)(?!\w)"),
    pattern(r"uần" + _WHEN),
    pattern(r"háng" + _WHEN),
    pattern(r"ăm" + _WHEN),
)
_INITIALS = frozenset("hHnNtT")
_COUNTED = pattern(r"\d{1,3} +(?:ngày|tuần|tháng|năm) +(?:sau|trước|tới)(?= *(?:[,.;:)\n\t]|$))")


def find_relative(text: str) -> Iterator[DateMention]:
    """Relative phrases, unresolved; not ordered."""
    for phrase in _PHRASES:
        for match in phrase.finditer(text):
            start = match.start() - 1
            if char_at(text, start) in _INITIALS and not char_at(text, start - 1).isalnum():
                yield _relative(Span(start, match.end()))
    for match in _COUNTED.finditer(text):
        if not char_at(text, match.start() - 1).isalnum():
            yield _relative(Span(*match.span()))


def _relative(span: Span) -> DateMention:
    return DateMention(span, None, None, None, "relative", year_given=False)


def resolved(dates: Iterable[DateMention], text: str, base: PartialDate) -> tuple[DateMention, ...]:
    """``dates`` with the day, month and year that the relative ones mean, seen from ``base``.

    Kept apart from finding them: it needs a library that takes longer to load than a
    plan takes to check, and the extraction of a block must not depend on another.
    """
    return tuple(_resolved(date, text, base) if date.form == "relative" else date for date in dates)


def _resolved(date: DateMention, text: str, base: PartialDate) -> DateMention:
    meant = resolve_relative(text[date.span.start : date.span.end], base)
    return date._replace(year=meant.year, month=meant.month, day=meant.day) if meant else date


def resolve_relative(phrase: str, base: PartialDate) -> PartialDate | None:
    """The date that a relative or worded phrase means, seen from ``base`` (a whole date)."""
    if not is_whole(base):
        return None
    import datetime

    import dateparser

    assert base.year is not None
    assert base.month is not None
    assert base.day is not None
    words = " ".join(phrase.lower().split())
    moment = dateparser.parse(
        _as_dateparser_says_it(words),
        languages=["vi"],
        settings={
            "DATE_ORDER": "DMY",
            "RELATIVE_BASE": datetime.datetime(base.year, base.month, base.day),
        },
    )
    if moment is None:
        return None
    if words.startswith("năm "):
        return PartialDate(moment.year)
    if words.startswith("tháng "):
        return PartialDate(moment.year, moment.month)
    return PartialDate(moment.year, moment.month, moment.day)


def _as_dateparser_says_it(words: str) -> str:
    counted = _AHEAD.fullmatch(words)
    if counted:
        return f"trong {counted[1]}"
    return _SYNONYMS.get(words, words.replace(" tới", " sau"))


_AHEAD = pattern(r"(\d+ (?:ngày|tuần|tháng|năm)) (?:sau|tới|nữa)")
_SYNONYMS = {"ngày kia": "trong 2 ngày", "hôm kia": "2 ngày trước", "năm trước": "năm ngoái"}
