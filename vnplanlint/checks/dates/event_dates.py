"""Has one event one date in the whole document?"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.dates.occasions import Occasion, agrees, differs, equal_parts, event_date, occasions
from vnplanlint.checks.dates.respelling import respelt_range
from vnplanlint.document.model import Document
from vnplanlint.findings import Hit, Place, Remedy
from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.calendar import is_whole, partial, written
from vnplanlint.mentions.model import DateMention, PartialDate
from vnplanlint.spans import Span


class _Dated(NamedTuple):
    occasion: Occasion
    mention: DateMention
    date: PartialDate

    @property
    def span(self) -> Span:
        period = self.occasion.anniversary.range
        return period.span if period else self.mention.span


def event_two_dates(document: Document) -> Iterator[Hit]:
    """The same event with two dates; the rarer one is pointed at."""
    for group in _by_event(document):
        for odd, others in _odd_ones(group):
            usual = others[0].date
            tied = len({one.date for one in others}) == 1 and len(others) == 1
            remedies = [_write(odd, usual)]
            if tied:
                remedies.append(_write(others[0], odd.date))
            yield Hit(
                odd.span,
                {"event": odd.occasion.anniversary.event, "date": written(odd.date), "other": written(usual)},
                variant="tie" if tied else "",
                places=tuple(Place(one.span, "elsewhere", {"date": written(one.date)}) for one in others),
                remedies=tuple(remedies),
                severity="warning" if tied else None,
                certain=equal_parts(odd.date, usual) >= 2,
            )


def _by_event(document: Document) -> Iterator[list[_Dated]]:
    """Anniversaries of one event; another count of years is taken for another body's ("thành lập Chi bộ")."""
    groups: dict[tuple[str, int], list[_Dated]] = {}
    for occasion in document.ask(occasions):
        mention = event_date(occasion)
        if mention is None or occasion.anniversary.range is None:
            continue
        date = partial(mention)
        if is_whole(date):
            groups.setdefault((occasion.key, occasion.anniversary.years), []).append(_Dated(occasion, mention, date))
    for group in groups.values():
        if len({one.date for one in group}) > 1 and not _all_are_known(group):
            yield group


def _all_are_known(group: list[_Dated]) -> bool:
    """Whether every date is one of several right ones (resolution and operation)."""
    event = group[0].occasion.event
    right = (event.date, *event.also) if event and event.also else ()
    return all(any(not differs(one.date, date) for date in right) for one in group)


def _odd_ones(group: list[_Dated]) -> Iterator[tuple[_Dated, list[_Dated]]]:
    """Each mention that is in the minority, with those that outnumber it."""
    votes: dict[PartialDate, float] = {}
    for one in group:
        votes[one.date] = votes.get(one.date, 0) + (1 if agrees(one.occasion.anniversary) else 0.1)
    usual = max(votes, key=lambda date: votes[date])
    others = [one for one in group if one.date == usual]
    odd = [one for one in group if one.date != usual]
    for one in odd:
        yield one, others


def _write(one: _Dated, date: PartialDate) -> Remedy:
    edits = respelt_range(one.mention, date, one.occasion.anniversary.range)
    return Remedy("date", edits, "unsafe", {"date": edits[0].content})
