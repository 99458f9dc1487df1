"""Does the count of years fit the range beside it?"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.dates.occasions import Occasion, agrees, event_date, occasions
from vnplanlint.checks.dates.respelling import respelt
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.mentions.calendar import is_whole, partial, written
from vnplanlint.mentions.model import Anniversary, DateMention, DateRange
from vnplanlint.spans import Span

_MOMENTS = (
    "ngày",
    "thành lập",
    "tái lập",
    "giải phóng",
    "chiến thắng",
    "cách mạng",
    "quốc khánh",
    "ra đời",
    "khởi nghĩa",
    "chia tách",
    "toàn quốc kháng chiến",
    "thực hiện di chúc",
)

_MOST_PLACES = 20
_Sound = dict[str, list[Occasion]]


def anniversary_years(document: Document) -> Iterator[Hit]:
    """ "30 năm" beside 01/4/1992 - 01/4/2021, which is 29 years."""
    known = document.ask(occasions)
    sound = _sound_by_key(known)
    for occasion in known:
        anniversary = occasion.anniversary
        period = anniversary.range
        length = _length(period)
        if period is None or length is None or length == anniversary.years or length < 0:
            continue
        if _is_a_campaign(anniversary, period, length):
            continue
        in_years = period.start.form == period.end.form == "year"
        if in_years and not _is_of_a_moment(anniversary):
            continue
        yield Hit(
            period.span,
            {
                "years": anniversary.years,
                "event": anniversary.event,
                "actual": length,
                "start": written(partial(period.start)),
                "end": written(partial(period.end)),
            },
            places=(Place(anniversary.years_span, "count"), *_sound_places(occasion, sound)),
            remedies=_ways_to_fit(occasion, sound, period, length),
            severity="warning" if in_years and length + 1 == anniversary.years else None,
        )


def anniversary_day(document: Document) -> Iterator[Hit]:
    """An anniversary whose two ends fall on different days of the year."""
    for occasion in document.ask(occasions):
        anniversary, period = occasion.anniversary, occasion.anniversary.range
        if period is None or _length(period) != anniversary.years:
            continue
        start, end = partial(period.start), partial(period.end)
        if start[1:] == end[1:] or start.month is None or end.month is None or is_whole(start) != is_whole(end):
            continue
        yield Hit(
            period.span,
            {"years": anniversary.years, "event": anniversary.event, "start": written(start), "end": written(end)},
            remedies=(
                _replace(period.start, start._replace(month=end.month, day=end.day)),
                _replace(period.end, end._replace(month=start.month, day=start.day)),
            ),
            severity=None if _begins_rightly(occasion) else "warning",
        )


def _begins_rightly(occasion: Occasion) -> bool:
    """Whether the event is known and begins on its day, so that the other end must be wrong."""
    event, mention = occasion.event, event_date(occasion)
    return bool(event and mention and event.certainty == "high" and event.date == partial(mention))


def _length(period: DateRange | None) -> int | None:
    """The years from one end to the other, or None where an end is not known."""
    if period is None:
        return None
    start, end = partial(period.start), partial(period.end)
    return None if start.year is None or end.year is None else end.year - start.year


def _is_a_campaign(anniversary: Anniversary, period: DateRange, length: int) -> bool:
    """Whether the range is when something is done, not what the years are counted over."""
    start, end = partial(period.start), partial(period.end)
    return length <= 1 < anniversary.years and (start[1:] != end[1:] or start.month is None)


def _is_of_a_moment(anniversary: Anniversary) -> bool:
    """Whether years alone count from one moment ("thành lập …"), not over a time ("xây dựng và phát triển")."""
    return anniversary.event.lower().startswith(_MOMENTS)


def _sound_places(occasion: Occasion, known: _Sound) -> Iterator[Place]:
    for other in _sound(occasion, known):
        period = other.anniversary.range
        if period:
            yield Place(period.span, "elsewhere")


def _sound_by_key(known: tuple[Occasion, ...]) -> _Sound:
    """For each event the occasions with a range that fits its own count, as many as a reader will look at."""
    sound: _Sound = {}
    for occasion in known:
        fitting = sound.setdefault(occasion.key, [])
        if len(fitting) < _MOST_PLACES and occasion.anniversary.range and agrees(occasion.anniversary):
            fitting.append(occasion)
    return sound


def _sound(occasion: Occasion, known: _Sound) -> Iterator[Occasion]:
    """The same event elsewhere, with a range that fits its own count."""
    if event_date(occasion):
        yield from (other for other in known[occasion.key] if other is not occasion)


def _ways_to_fit(occasion: Occasion, known: _Sound, period: DateRange, length: int) -> tuple[Remedy, ...]:
    years = occasion.anniversary.years
    start, end = period.start, period.end
    new_end = _replace(end, partial(end)._replace(year=(start.year or 0) + years))
    new_start = _replace(start, partial(start)._replace(year=(end.year or 0) - years))
    for other in _sound(occasion, known):
        right = other.anniversary.range
        if right and right.start[1:4] == start[1:4] and other.anniversary.years == years:
            return (new_end,)
        if right and right.end[1:4] == end[1:4] and other.anniversary.years == years:
            return (new_start,)
    count = occasion.anniversary.years_span
    figures = Remedy("count", (Edit(Span(count.start, count.end), f"{length} năm"),), "unsafe", {"years": length})
    return new_end, new_start, *([figures] if length > 0 else [])


def _replace(mention: DateMention, date: tuple[int | None, int | None, int | None]) -> Remedy:
    year, month, day = date
    text = respelt(mention, day, month, year)
    return Remedy("date", (Edit(mention.span, text),), "unsafe", {"date": text})
