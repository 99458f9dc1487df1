"""The day that belongs to a cited document: behind its symbol, or before the deed that brought it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from vnplanlint.mentions.model import DateMention
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

BEFORE_DATE = pattern(
    r" *+(?:[,(] *+)?(?:(?:được +)?(?:ban +hành|ký(?: +ban +hành)?|thông +qua) *+(?:, *+)?)?(?:vào +)?n(?:gày|GÀY) *|"
    r" *+(?:[,(] *+)?N(?:gày|GÀY) *"
)
_REMAINS = pattern(
    r"(?: *\([^()\n\t]{1,30}\)|[/.-] ?\p{L}{1,8}\b|/\d{4}| +\p{Lu}{2,8}\p{Ll}{0,2}\b){1,2}+"
    r"(?= *(?:, *)?(?:ban +hành +)?ngày *\d)"
)
"""What an organ put behind its symbol, and no grammar knows: "-TM(CSKT)", "/nb", " BTh"; only before a date."""
AFTER_ISSUER = pattern(r" *+(?:, *+)?(?:ký +|ban +hành +)?ngày +")
_BRACKET_DATE = pattern(r" *\( *(?=\d)")
_NO_DATE = pattern(r"\d[\d/.\-]*(?: *(?:tháng|năm) *\d+)*")
_RUNS_ON = pattern(r"(?: *(?:tháng|năm) *\d+)+|[/\d]+")
_EARLIER_DATE = pattern(r" *+(?:, *+)?[^,;.:()\n\t]{0,80}?\b(?:có|ban +hành|ký|gửi|ra) +")
_DAY_WORD = pattern(r"(?r)[Nn]gày +")


def after_remains(text: str, end: int, limit: int) -> int:
    """Where the symbol ends that the grammar read up to ``end``, with what it could not read."""
    remains = _REMAINS.match(text, end, limit)
    return remains.end() if remains is not None else end


def read_date(
    text: str, end: int, limit: int, by_start: dict[int, DateMention]
) -> tuple[DateMention | None, Span | None, int]:
    """The date right after a symbol; or the span of something after "ngày" that is no date."""
    lead = BEFORE_DATE.match(text, end, limit) or _BRACKET_DATE.match(text, end, limit)
    if lead is None:
        return None, None, end
    date = by_start.get(lead.end())
    closing = 1 if "(" in lead[0] else 0
    if date is not None:
        rest = _RUNS_ON.match(text, date.span.end, limit)
        if rest is None:
            return date, None, _after_closing(text, date.span.end, closing)
        return None, Span(date.span.start, rest.end()), rest.end()
    wrong = _NO_DATE.match(text, lead.end(), limit)
    if wrong is None or lead[0].strip() == "(":
        return None, None, end
    return None, Span(*wrong.span()), wrong.end()


def _after_closing(text: str, end: int, closing: int) -> int:
    return end + 1 if closing and text[end : end + 1] == ")" else end


def earlier_date(text: str, start: int, dates: Sequence[DateMention]) -> DateMention | None:
    """ "Ngày 05/6/2025, Sở Nội vụ có Công văn số …": the date before the organ and its verb."""
    index = bisect_right(dates, start, key=lambda date: date.span.end) - 1
    if index < 0 or dates[index].span.end < start - 120:
        return None
    date = dates[index]
    if date.day is None or not _EARLIER_DATE.fullmatch(text, date.span.end, start):
        return None
    return date if _DAY_WORD.match(text, max(0, date.span.start - 8), date.span.start) else None
