"""Which event an anniversary is of: a known one, or the same as elsewhere in the document."""

from __future__ import annotations

from collections.abc import Mapping

from vnplanlint.document.model import Document
from vnplanlint.facts import Event, Facts
from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.calendar import is_whole, partial
from vnplanlint.mentions.model import Anniversary, DateMention, PartialDate
from vnplanlint.wordtables import fold

_FRAME_PHRASE = (
    "ngày thành lập truyền thống hội ngành lực lượng lễ sự kiện đồng chí chủ tịch tổng bí thư thủ tướng đại "
    "tròn việt nam cuộc chiến thắng lịch sử thành công kỷ niệm nước năm cách mạng vẻ vang quốc tế hằng"
)
_FRAME_WORDS = frozenset(_FRAME_PHRASE.split())


class Occasion(NamedTuple):
    """An anniversary with the event it is of; ``key`` is equal for one event."""

    anniversary: Anniversary
    key: str
    event: Event | None


def occasions(document: Document) -> tuple[Occasion, ...]:
    """The anniversaries of ``document``, each with its event: those that are named so or counted from day to day."""
    named = [a for a in document.mentions.anniversaries if a.event]
    anniversaries = [a for a in named if a.commemorative or _is_from_day_to_day(a)]
    if not anniversaries:
        return ()
    phrases = {a.event: fold(a.event) for a in anniversaries}
    full = _full_names(phrases)
    place = fold(document.identity.issuer)
    events: dict[tuple[str, ...], Event | None] = {}
    found = []
    for anniversary in anniversaries:
        phrase = phrases[anniversary.event]
        words = full.get(phrase, phrase)
        if words not in events:
            events[words] = _recognise(words, document.facts) or _of_own_province(words, place, document.facts)
        event = events[words]
        found.append(Occasion(anniversary, event.id if event else " ".join(_without_lead(words)), event))
    return tuple(found)


def _is_from_day_to_day(anniversary: Anniversary) -> bool:
    """Whether the range ends on the day of the year on which it began, so that the years between are exact."""
    period = anniversary.range
    if period is None:
        return False
    start, end = partial(period.start), partial(period.end)
    return is_whole(start) and is_whole(end) and start[1:] == end[1:]


def event_date(occasion: Occasion) -> DateMention | None:
    """Where the anniversary says when the event was."""
    period = occasion.anniversary.range
    return period.start if period else occasion.anniversary.date


def agrees(anniversary: Anniversary) -> bool:
    """Whether the count fits the range, and the two ends have one day and month."""
    period = anniversary.range
    if period is None:
        return True
    start, end = partial(period.start), partial(period.end)
    if start.year is None or end.year is None:
        return True
    return end.year - start.year == anniversary.years and start[1:] == end[1:]


def differs(one: PartialDate, other: PartialDate) -> bool:
    """Whether a part that both dates know is different."""
    return any(a is not None and b is not None and a != b for a, b in zip(one, other, strict=True))


def equal_parts(one: PartialDate, other: PartialDate) -> int:
    """How many of year, month and day both dates know and agree on."""
    return sum(a is not None and a == b for a, b in zip(one, other, strict=True))


def _full_names(phrases: Mapping[str, tuple[str, ...]]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """ "tái lập tỉnh" is "tái lập tỉnh Ninh Bình" where the document names but one such province."""
    full: dict[tuple[str, ...], tuple[str, ...]] = {}
    stems = {event: _without_lead(phrase) for event, phrase in phrases.items()}
    for phrase in set(phrases.values()):
        short = _without_lead(phrase)
        longer = {
            stem
            for event, stem in stems.items()
            if len(stem) > len(short) and stem[: len(short)] == short and _ends_in_name(event, short)
        }
        if len(longer) == 1:
            full[phrase] = longer.pop()
    return full


def _ends_in_name(event: str, short: tuple[str, ...]) -> bool:
    rest = event.split()[-1:] if len(short) >= len(event.split()) else event.split()[len(short) :]
    return all(word[:1].isupper() for word in rest)


def _recognise(words: tuple[str, ...], facts: Facts) -> Event | None:
    """The event whose longest name stands in ``words``, with nothing beside it that narrows it."""
    best: tuple[int, Event] | None = None
    text = f" {' '.join(words)} "
    for place, names in enumerate(facts.event_names):
        for name in [tuple(name.split(" ")) for name in names.split("|") if f" {name} " in text]:
            if (best is None or len(name) > best[0]) and _names(words, name, facts.event(place)):
                best = len(name), facts.event(place)
    return best[1] if best else None


def _names(words: tuple[str, ...], name: tuple[str, ...], event: Event) -> bool:
    start = _find(words, name)
    if start < 0:
        return False
    rest = words[:start] + words[start + len(name) :]
    own = fold(event.name)
    if own[:2] in (("ngày", "sinh"), ("ngày", "mất")) and own[1] not in words:
        return "chúc" in name or "sinh" in name
    return all(word in _FRAME_WORDS or word in own for word in rest)


def _find(words: tuple[str, ...], name: tuple[str, ...]) -> int:
    for start in range(len(words) - len(name) + 1):
        if words[start : start + len(name)] == name:
            return start
    return -1


def _of_own_province(words: tuple[str, ...], issuer: tuple[str, ...], facts: Facts) -> Event | None:
    if _without_lead(words) != ("tái", "lập", "tỉnh") or not issuer:
        return None
    named = [[tuple(name.split(" ")) for name in names.split("|")] for names in facts.event_names]
    own = [
        place
        for place, names in enumerate(named)
        if any(name[:2] == ("tái", "lập") and _find(issuer, name[2:]) >= 0 for name in names)
    ]
    return facts.event(own[0]) if len(own) == 1 else None


def _without_lead(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[1:] if words[:1] == ("ngày",) else words
