"""Writing another date the way a given one is written."""

from __future__ import annotations

from vnplanlint.findings import Edit
from vnplanlint.mentions.model import DateMention, DateRange, PartialDate

_MARKS = {"dash": "-", "dot": "."}


def respelt(mention: DateMention, day: int | None, month: int | None, year: int | None) -> str:
    """Another date in the form of ``mention``: its separators, its padding, its parts."""
    parts = [_day(mention, day), _month(mention, month), str(year) if year and mention.year_text else ""]
    if mention.form == "worded":
        words = (parts[0], f"tháng {parts[1]}", f"năm {parts[2]}" if parts[2] else "")
        return " ".join(word for word in words if word)
    return _MARKS.get(mention.form, "/").join(part for part in parts if part)


def respelt_range(mention: DateMention, right: PartialDate, period: DateRange | None) -> tuple[Edit, ...]:
    """``right`` for ``mention``, and its day and month for the end of ``period`` where that repeats the slip."""
    first = Edit(mention.span, respelt(mention, right.day, right.month, right.year))
    end = period.end if period else mention
    repeated = end.span != mention.span and (end.day, end.month) == (mention.day, mention.month)
    if repeated and (right.day, right.month) != (end.day, end.month):
        return first, Edit(end.span, respelt(end, right.day, right.month, end.year))
    return (first,)


def _day(mention: DateMention, day: int | None) -> str:
    if day is None:
        return ""
    bare = len(mention.day_text) == 1
    return str(day) if bare else f"{day:02}"


def _month(mention: DateMention, month: int | None) -> str:
    if month is None:
        return ""
    always_padded = mention.month_text.startswith("0") and (mention.month or 0) > 2
    never_padded = len(mention.month_text) == 1 and (mention.month or 0) < 3
    padded = always_padded or (month < 3 and not never_padded)
    return f"{month:02}" if padded else str(month)
