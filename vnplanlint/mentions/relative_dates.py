"""Dates that only another date explains: "ngày mai", "tuần sau", "03 ngày sau"."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.mentions.calendar import is_whole
from vnplanlint.mentions.model import DateMention, PartialDate
from vnplanlint.mentions.surroundings import char_at
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_PHRASE = pattern(
    r"[Hh]ôm (?:nay|qua|kia)|[Nn]gày (?:mai|kia)|(?:[Tt]uần|[Tt]háng|[Nn]ăm) (?:sau|tới|trước|này|nay|ngoái)|"
    r"\d{1,3} +(?:ngày|tuần|tháng|năm) +(?:sau|trước|tới)(?= *(?:[,.;:)\n\t]|$))"
)


def find_relative(text: str) -> Iterator[DateMention]:
    """Relative phrases, unresolved."""
    for match in _PHRASE.finditer(text):
        before, after = char_at(text, match.start() - 1), char_at(text, match.end())
        if not before.isalnum() and not after.isalnum():
            yield DateMention(Span(*match.span()), None, None, None, "relative", year_given=False)


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
