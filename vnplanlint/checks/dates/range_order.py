"""Does a range run forwards?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vnplanlint.checks.dates.respelling import respelt
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit, Remedy
from vnplanlint.mentions.calendar import days_in_month, is_whole, partial, surely_before, written
from vnplanlint.mentions.model import DateMention, DateRange, PartialDate
from vnplanlint.mentions.surroundings import word_before

_MOST_SLIP_DAYS = 31
_PERIOD_WORDS = frozenset(("đoạn", "kỳ", "học", "từ", "khóa"))


def range_reversed(document: Document) -> Iterator[Hit]:
    """A range whose end lies before its start, or a year too late."""
    remembered = {a.range.span for a in document.mentions.anniversaries if a.range and a.commemorative}
    for period in document.mentions.ranges:
        start, end = partial(period.start), partial(period.end)
        values = {"start": _as_written(document, period.start), "end": _as_written(document, period.end)}
        if _both_given(period) and (surely_before(end, start) or _quarters_reversed(period)):
            if period.start.form != "year" or period.bracketed or _is_named_a_period(document, period):
                yield Hit(period.span, values, remedies=_swap(document, period))
        elif period.span not in remembered and _is_a_year_too_long(period, start, end):
            text = respelt(period.end, end.day, end.month, start.year)
            remedy = Remedy("year", (Edit(period.end.span, text),), "unsafe", {"date": text})
            yield Hit(period.span, values, "slip", remedies=(remedy,), severity="warning", certain=True)


def _as_written(document: Document, mention: DateMention) -> str:
    return document.words(mention.span) if mention.quarter else written(partial(mention))


def _quarters_reversed(period: DateRange) -> bool:
    """ "quý IV/2023 - quý I/2023"."""
    start, end = period.start, period.end
    return start.year == end.year and (start.quarter or 0) > (end.quarter or 5)


def _is_named_a_period(document: Document, period: DateRange) -> bool:
    """Years alone may also be compared: "so sánh năm 2022 - 2021"."""
    return word_before(document.text, period.start.span.start) in _PERIOD_WORDS


def _both_given(period: DateRange) -> bool:
    complete = period.start.year_given and period.end.year_given
    return complete and is_whole(partial(period.start)) == is_whole(partial(period.end))


def _swap(document: Document, period: DateRange) -> tuple[Remedy, ...]:
    start, end = period.start.span, period.end.span
    edits = Edit(start, document.text[end.start : end.end]), Edit(end, document.text[start.start : start.end])
    return (Remedy("swap", edits, "unsafe"),)


def _is_a_year_too_long(period: DateRange, start: PartialDate, end: PartialDate) -> bool:
    """Whether a few days or weeks became a year and a few weeks: 03/3/2023 - 28/3/2024."""
    if not (period.start.year_given and period.end.year_given and is_whole(start) and is_whole(end)):
        return False
    if period.start.month != period.end.month or end.year != (start.year or 0) + 1:
        return False
    if start.day == 1 and end.day == days_in_month(end.month or 1, end.year):  # thirteen whole months
        return False
    days = _days(end) - _days(start)
    return 366 + 1 < days <= 366 + _MOST_SLIP_DAYS


def _days(when: PartialDate) -> int:
    return date(when.year or 1, when.month or 1, when.day or 1).toordinal()
