"""What the calendar knows: which dates exist, on which weekday they fall, how partial dates compare."""

from __future__ import annotations

from datetime import date

from vnplanlint.mentions.model import DateMention, PartialDate

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def day_exists(day: int | None, month: int | None, year: int | None) -> bool:
    """Whether the calendar has such a date; unknown parts are given the benefit of the doubt."""
    if month is not None and not 1 <= month <= 12:
        return False
    if day is None:
        return True
    if month is None:
        return 1 <= day <= 31
    return 1 <= day <= days_in_month(month, year)


def days_in_month(month: int, year: int | None) -> int:
    """The length of the month; February has 29 days where the year is unknown."""
    if month == 2 and year is not None and not is_leap(year):
        return 28
    return _DAYS[month - 1]


def is_leap(year: int) -> bool:
    """Whether ``year`` has a 29th of February (Gregorian calendar)."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def weekday_of(day: int, month: int, year: int) -> int:
    """0 = thứ Hai … 6 = Chủ nhật."""
    return date(year, month, day).weekday()


def partial(mention: DateMention) -> PartialDate:
    """The date of ``mention`` as a ``PartialDate``; empty if it has no year or does not exist."""
    if not mention.exists or mention.year is None:
        return PartialDate()
    return PartialDate(mention.year, mention.month, mention.day if mention.month else None)


def first_day(when: PartialDate) -> tuple[int, int, int] | None:
    """The earliest day that ``when`` may mean, as (year, month, day)."""
    if when.year is None:
        return None
    return when.year, when.month or 1, (when.day or 1) if when.month else 1


def last_day(when: PartialDate) -> tuple[int, int, int] | None:
    """The latest day that ``when`` may mean, as (year, month, day)."""
    if when.year is None:
        return None
    month = when.month or 12
    return when.year, month, (when.day if when.month and when.day else days_in_month(month, when.year))


def surely_before(one: PartialDate, other: PartialDate) -> bool:
    """Whether ``one`` lies before ``other`` whatever their unknown parts are."""
    last, first = last_day(one), first_day(other)
    return last is not None and first is not None and last < first


def is_whole(when: PartialDate) -> bool:
    """Whether day, month and year are known."""
    return when.year is not None and when.month is not None and when.day is not None


def written(when: PartialDate) -> str:
    """The date as administrative style writes it: 05/4/2021, 4/2021, 2021, 05/4."""
    parts = []
    if when.day is not None:
        parts.append(f"{when.day:02}")
    if when.month is not None:
        parts.append(f"{when.month:02}" if when.month < 3 else str(when.month))
    if when.year is not None:
        parts.append(str(when.year))
    return "/".join(parts)
