"""Do the phases of a campaign follow one another inside its period?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from vnplanlint.document.model import Document, Heading
from vnplanlint.findings import Hit, Place
from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.calendar import first_day, last_day, partial, written
from vnplanlint.mentions.model import DateRange
from vnplanlint.spans import Span

_PHASE_WORDS = ("giai đoạn", "đợt")
_NEAR = 160
_SMALL_GAP_DAYS = 3


class _Phase(NamedTuple):
    heading: Heading
    period: DateRange
    first: date
    last: date

    @property
    def name(self) -> str:
        word = self.heading.numeral.word
        return f"{word[:1].upper()}{word[1:]} {self.heading.numeral.value}"


def phases(document: Document) -> Iterator[Hit]:
    """Phases that overlap, leave days between them, or leave the period announced above them."""
    for siblings in document.lists:
        if len(siblings) < 2 or siblings[0].numeral.word not in _PHASE_WORDS:
            continue
        found = [phase for phase in (_phase(document, heading) for heading in siblings) if phase]
        whole = _announced(document, siblings[0])
        yield from _between(found, whole)
        yield from _outside(found, whole)


def _phase(document: Document, heading: Heading) -> _Phase | None:
    period = _first_range(document, Span(heading.numeral.span.end, heading.numeral.span.end + _NEAR))
    if period is None or period.span.start >= heading.span.end:
        return None
    days = _days(period)
    return _Phase(heading, period, *days) if days else None


def _days(period: DateRange) -> tuple[date, date] | None:
    first, last = first_day(partial(period.start)), last_day(partial(period.end))
    if first is None or last is None or last < first or period.start.form == "year":
        return None
    return date(*first), date(*last)


def _first_range(document: Document, where: Span) -> DateRange | None:
    ranges = document.mentions.ranges
    index = bisect_left(ranges, where.start, key=lambda period: period.span.start)
    if index < len(ranges) and ranges[index].span.end <= where.end:
        return ranges[index]
    return None


def _announced(document: Document, first: Heading) -> DateRange | None:
    """The last range of the block right above the first phase."""
    if first.block == 0:
        return None
    above = document.blocks[first.block - 1].span
    inside = [period for period in document.mentions.ranges if above.contains(period.span)]
    return inside[-1] if inside and _days(inside[-1]) else None


def _between(found: Sequence[_Phase], whole: DateRange | None) -> Iterator[Hit]:
    for one, other in pairwise(found):
        if other.heading.numeral.value != one.heading.numeral.value + 1:
            continue
        gap = (other.first - one.last).days
        if gap < 0:
            yield _hit("overlap", one, other)
        elif gap > 1 and (gap - 1 <= _SMALL_GAP_DAYS or (whole and one.heading.numeral.word == "giai đoạn")):
            yield _hit("gap", one, other, days=gap - 1)


def _hit(variant: str, one: _Phase, other: _Phase, **values: object) -> Hit:
    return Hit(
        other.period.span,
        {
            "phase": other.name,
            "start": written(partial(other.period.start)),
            "before": one.name,
            "end": written(partial(one.period.end)),
            **values,
        },
        "" if variant == "overlap" else variant,
        places=(Place(one.period.span, "before", {"before": one.name}),),
    )


def _outside(found: Sequence[_Phase], whole: DateRange | None) -> Iterator[Hit]:
    days = _days(whole) if whole else None
    if whole is None or days is None:
        return
    for phase in found:
        if phase.first < days[0] or phase.last > days[1]:
            yield Hit(
                phase.period.span,
                {"phase": phase.name, "start": written(partial(whole.start)), "end": written(partial(whole.end))},
                "outside",
                places=(Place(whole.span, "whole"),),
            )
