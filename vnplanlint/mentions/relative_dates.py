"""Dates that only another date explains: "ngày mai", "tuần sau", "03 ngày sau"."""

from __future__ import annotations

from collections.abc import Iterator

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


def resolve_relative(phrase: str, base: PartialDate) -> PartialDate | None:
    """The date that a relative or worded phrase means, seen from ``base`` (a whole date)."""
    if not is_whole(base):
        return None
    import datetime

    import dateparser

    assert base.year is not None
    assert base.month is not None
    assert base.day is not None
    moment = dateparser.parse(
        _as_dateparser_says_it(phrase),
        languages=["vi"],
        settings={
            "DATE_ORDER": "DMY",
            "RELATIVE_BASE": datetime.datetime(base.year, base.month, base.day),
        },
    )
    return PartialDate(moment.year, moment.month, moment.day) if moment else None


def _as_dateparser_says_it(phrase: str) -> str:
    words = " ".join(phrase.lower().split())
    counted = _AHEAD.fullmatch(words)
    if counted:
        return f"trong {counted[1]}"
    return _SYNONYMS.get(words, words.replace(" tới", " sau"))


_AHEAD = pattern(r"(\d+ (?:ngày|tuần|tháng|năm)) (?:sau|tới|nữa)")
_SYNONYMS = {"ngày kia": "trong 2 ngày", "hôm kia": "2 ngày trước"}
