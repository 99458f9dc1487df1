"""Ranges of ages, degrees, times and the like, whose units are no quantities elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.quantities import read_figures
from vnplanlint.patterns import Match, verbose
from vnplanlint.spans import Span

_RANGE = verbose(
    r"""
    (từ|tuổi) \ ++ (\d{1,4}(?:,\d{1,2})?) (?:\ *+([°º]\ *C|độ\ +C|tuổi|phút|giây|điểm|mm|cm))? \ *+
    (?:-|–|đến|tới) \ *+ (\d{1,4}(?:,\d{1,2})?) (?![.,/]?\d) \ *+
    ([°º]\ *C|độ\ +C|tuổi|phút|giây|điểm|mm|cm|ngày\ +làm\ +việc)?
    """
)
_HOUR = r"([01]?\d|2[0-3])\ *+(?:giờ|h|g|:)\ *+([0-5]\d)?(?:\ *+phút)?"
_HOURS = verbose(rf"từ\ ++{_HOUR}\ *+(?:-|–|đến|tới)\ *+{_HOUR}(?!\d)")
_DAY_BEGINS, _EVENING_BEGINS = 6 * 60, 17 * 60


class EverydayRange(NamedTuple):
    """``first`` and ``last`` are the numbers (hours with their minutes) of a range that runs backwards."""

    span: Span
    first: Span
    last: Span


def backward_ranges(text: str) -> Iterator[EverydayRange]:
    """Ranges of figures with such units whose first number is the larger one."""
    for match in _RANGE.finditer(text):
        first, last = (read_figures(match[group])[0] for group in (2, 4))
        unit = match[5] or ("tuổi" if match[1] == "tuổi" or _names_ages(text, match.start()) else "")
        if first and last and first > last and unit and (match[3] or unit).replace(" ", "") == unit.replace(" ", ""):
            yield _found(match, Span(*match.span(2)), Span(*match.span(4)))


def _names_ages(text: str, start: int) -> bool:
    return text[max(0, start - 8) : start].rstrip().endswith("tuổi")


def backward_hours(text: str) -> Iterator[EverydayRange]:
    """Ranges of hours within one working day; a night begins with the evening."""
    for match in _HOURS.finditer(text):
        first = int(match[1]) * 60 + int(match[2] or 0)
        last = int(match[3]) * 60 + int(match[4] or 0)
        if _DAY_BEGINS <= last < first < _EVENING_BEGINS:
            middle = match.end(2) if match[2] else match.end(1)
            end = match.end(4) if match[4] else match.end(3)
            yield _found(match, Span(match.start(1), middle), Span(match.start(3), end))


def _found(match: Match[str], first: Span, last: Span) -> EverydayRange:
    return EverydayRange(Span(first.start, match.start() + len(match[0].rstrip())), first, last)
