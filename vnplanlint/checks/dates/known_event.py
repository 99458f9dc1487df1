"""Is the date of a known event the right one?"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.dates.occasions import Occasion, agrees, differs, equal_parts, event_date, occasions
from vnplanlint.checks.dates.own_date import own_date
from vnplanlint.checks.dates.respelling import respelt_range
from vnplanlint.document.model import Document
from vnplanlint.facts import Event
from vnplanlint.findings import Hit, Place, Remedy
from vnplanlint.mentions.calendar import partial, written
from vnplanlint.mentions.model import DateMention, PartialDate
from vnplanlint.spans import Span
from vnplanlint.wordtables import fold

_OWN_DATES = ("lanh-tu", "tai-lap", "quoc-le")
"""Kinds of events that no local body shares: whatever differs is wrong."""
_AHEAD = 5
"""A plan may speak of an anniversary some years ahead."""
_MOST_SLIP = 12
"""A count that is further off tells of an earlier anniversary."""


def known_event(document: Document) -> Iterator[Hit]:
    """A dated event with another date than history's."""
    known = document.ask(occasions)
    for occasion in known:
        event, mention = occasion.event, event_date(occasion)
        if event is None:
            continue
        if mention is None:
            yield from _count_alone(document, occasion, event, known)
            continue
        date = partial(mention)
        if date.year is None or _is_right(date, event, occasion):
            continue
        if not _is_that_event(date, event, occasion):
            continue
        period = occasion.anniversary.range
        right = _as_precise(event.date, date)
        edits = respelt_range(mention, right, period)
        yield Hit(
            period.span if period else mention.span,
            {"event": event.name, "date": written(event.date), "written": written(date)},
            places=tuple(_places(occasion, event, known)),
            remedies=(Remedy("date", edits, "unsafe", {"date": edits[0].content}),),
            severity=None if event.certainty == "high" else "warning",
            certain=date.month is not None,
        )


def _is_right(date: PartialDate, event: Event, occasion: Occasion) -> bool:
    dates = (event.date, *event.also)
    if any(not differs(date, right) for right in dates):
        return True
    if occasion.anniversary.range is None:  # "75 năm ngày … (27/7/2022)" gives the anniversary itself
        return any(not differs(date._replace(year=None), right) for right in dates)
    return False


def _is_that_event(date: PartialDate, event: Event, occasion: Occasion) -> bool:
    """Whether so little differs that a local event of a like name cannot be meant."""
    right = event.date
    if event.category in _OWN_DATES and right.year is not None and date.year is not None:
        return True
    known = sum(a is not None and b is not None for a, b in zip(date, right, strict=True))
    swapped = (date.day, date.month) == (right.month, right.day)
    slips = known - equal_parts(date, right)
    period = occasion.anniversary.range
    ends_on_its_day = period is not None and partial(period.end)[1:] == right[1:] and date.year == right.year
    national = "việt nam" in " ".join(fold(occasion.anniversary.event))
    allowed = 2 if national or swapped or ends_on_its_day else 1
    return known > 1 and slips <= allowed


def _as_precise(right: PartialDate, date: PartialDate) -> PartialDate:
    return PartialDate(
        right.year, right.month if date.month is not None else None, right.day if date.day is not None else None
    )


def _places(occasion: Occasion, event: Event, known: tuple[Occasion, ...]) -> Iterator[Place]:
    """The same event elsewhere, where its date is right."""
    for other in known:
        mention = event_date(other)
        if other is occasion or other.event is not event or mention is None:
            continue
        if agrees(other.anniversary) and not differs(partial(mention), event.date):
            yield Place(_whole(other, mention), "elsewhere", {"date": written(partial(mention))})


def _whole(occasion: Occasion, mention: DateMention) -> Span:
    period = occasion.anniversary.range
    return period.span if period else mention.span


def _count_alone(document: Document, occasion: Occasion, event: Event, known: tuple[Occasion, ...]) -> Iterator[Hit]:
    """ "65 năm" of an event that is 75 years old in the year of the plan."""
    year, founded = own_date(document).year, event.date.year
    if year is None or founded is None or event.certainty != "high" or event.also:
        return
    if any(other.event is event and event_date(other) for other in known):
        return
    years = occasion.anniversary.years
    if year - founded - 1 <= years <= year - founded + _AHEAD or abs(year - founded - years) > _MOST_SLIP:
        return
    yield Hit(
        occasion.anniversary.years_span,
        {"event": event.name, "date": written(event.date), "years": years, "actual": year - founded, "year": year},
        variant="count",
        severity="warning",
    )
