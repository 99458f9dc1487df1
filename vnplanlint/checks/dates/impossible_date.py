"""Does the calendar have this date?"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.dates.respelling import respelt
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.mentions.calendar import days_in_month, partial, written
from vnplanlint.mentions.model import DateMention, DocumentReference, Symbol
from vnplanlint.spans import Span

_NEAR = 12
_MOST_PLACES = 20
_MOST_DAYS = 31
"""The day of issue is put in by hand: "80" there is a scan that misread it, as "0" is a blank anywhere."""


def impossible_date(document: Document) -> Iterator[Hit]:
    """A date that cannot be: 31/4/2021, month 13, a year of three or five digits."""
    header = document.component("dia-danh-ngay")
    citations: _Citations | None = None
    for mention in document.mentions.dates:
        if mention.form == "relative" or (mention.exists and not _is_far_off(mention)) or _is_lunar(document, mention):
            continue
        if mention.year_text and _is_cut(document, mention):
            continue
        in_header = header is not None and header.span.overlaps(mention.span)
        if mention.day == 0 or (in_header and (mention.day or 1) > _MOST_DAYS):
            continue
        variant, values = _defect(mention)
        citations = citations or _Citations(document)
        elsewhere = citations.dates_elsewhere(mention)
        yield Hit(
            mention.span,
            {"date": document.words(mention.span), **values},
            variant,
            places=tuple(Place(other.span, "elsewhere", {"date": written(partial(other))}) for other in elsewhere),
            remedies=tuple(_remedies(document, mention, variant, elsewhere)),
            severity="warning" if mention.exists else None,
            certain=bool(mention.year_text) and not in_header,
        )


def _is_lunar(document: Document, mention: DateMention) -> bool:
    """Whether the date is of the lunar calendar, where a second month has thirty days."""
    return "âm lịch" in document.text[mention.span.end : mention.span.end + _NEAR]


def _is_cut(document: Document, mention: DateMention) -> bool:
    """Whether the year goes on behind marks of layout: "năm 202**5**"."""
    behind = document.source.text[mention.span.end : mention.span.end + _NEAR]
    return behind[:1] in ("*", "_") and behind.lstrip("*_")[:1].isdigit()


def _is_far_off(mention: DateMention) -> bool:
    return mention.day is not None and mention.year is not None and not 1000 <= mention.year < 2150


def _defect(mention: DateMention) -> tuple[str, dict[str, object]]:
    day, month, year = mention.day, mention.month, mention.year
    if len(mention.year_text) not in (0, 2, 4):
        return "year", {"digits": len(mention.year_text)}
    if month is None or not 1 <= month <= 12:
        return "month", {"month": mention.month_text}
    if day is not None and not 1 <= day <= days_in_month(month, year):
        when = f"{month}/{year}" if year else str(month)
        return "", {"month": when, "days": days_in_month(month, year)}
    if _is_far_off(mention):
        return "far", {"year": mention.year_text}
    return "form", {}


class _Citations:
    """The cited documents, by the date written beside them and by what they are."""

    def __init__(self, document: Document) -> None:
        self._by_date: dict[Span, DocumentReference] = {}
        self._by_symbol: dict[tuple[object, ...], list[DocumentReference]] = {}
        for reference in document.mentions.references:
            if reference.symbol is not None and reference.date is not None:
                self._by_date[reference.date.span] = reference
                self._by_symbol.setdefault(_identity(reference.symbol), []).append(reference)

    def dates_elsewhere(self, mention: DateMention) -> list[DateMention]:
        """The dates that the document cited with ``mention`` has at other places."""
        here = self._by_date.get(mention.span)
        if here is None or here.symbol is None:
            return []
        others = self._by_symbol[_identity(here.symbol)]
        return [r.date for r in others if r is not here and r.date and r.date.exists][:_MOST_PLACES]


def _identity(symbol: Symbol) -> tuple[object, ...]:
    return symbol.number, symbol.year, symbol.type, symbol.organs


def _remedies(document: Document, mention: DateMention, variant: str, elsewhere: list[DateMention]) -> Iterator[Remedy]:
    dates = {partial(other) for other in elsewhere}
    if len(dates) == 1:
        right = dates.pop()
        text = respelt(mention, right.day, right.month, right.year)
        yield Remedy("date", (Edit(mention.span, text),), "unsafe", {"date": text})
    elif variant == "form" and mention.form == "worded" and mention.year_text:
        text = f"{mention.day_text} tháng {mention.month_text} năm {mention.year_text}"
        yield Remedy("date", (Edit(mention.span, text),), "unsafe", {"date": text})
