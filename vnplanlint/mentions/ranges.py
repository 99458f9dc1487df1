"""Two dates that bound a time: "01/4/1992 - 01/4/2022", "từ ngày … đến hết ngày …", "2021-2025"."""

from __future__ import annotations

from vnplanlint.mentions.model import DateMention, DateRange
from vnplanlint.mentions.shared_parts import is_range_gap
from vnplanlint.mentions.surroundings import char_at, skip_spaces, skip_spaces_back
from vnplanlint.spans import Span


def find_ranges(text: str, dates: list[DateMention]) -> list[DateRange]:
    """The ranges among ``dates``; a date belongs to one range at most."""
    ranges: list[DateRange] = []
    index = 0
    while index + 1 < len(dates):
        start, end = dates[index], dates[index + 1]
        if "relative" not in (start.form, end.form) and is_range_gap(text, start.span.end, end.span.start):
            ranges.append(_range(text, start, end))
            index += 1
        index += 1
    return ranges


def _range(text: str, start: DateMention, end: DateMention) -> DateRange:
    opening = skip_spaces_back(text, start.span.start) - 1
    closing = skip_spaces(text, end.span.end)
    if char_at(text, opening) == "(" and char_at(text, closing) == ")":
        return DateRange(Span(opening, closing + 1), start, end, bracketed=True)
    return DateRange(Span(start.span.start, end.span.end), start, end)
