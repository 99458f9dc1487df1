"""The document's own date, as far as its letterhead tells it."""

from __future__ import annotations

from bisect import bisect_left

from vnplanlint.document.model import Document
from vnplanlint.mentions.model import PartialDate

_OFFICIAL_FORMS = ("worded", "month")


def own_date(document: Document) -> PartialDate:
    """Exact, partial, or empty; only the form of a letterhead ("ngày 05 tháng 3 năm 2021") is trusted."""
    span = document.identity.date_span
    if span is None:
        return document.identity.date
    dates = document.mentions.dates
    index = bisect_left(dates, span.start, key=lambda mention: mention.span.start)
    official = index < len(dates) and dates[index].form in _OFFICIAL_FORMS
    return document.identity.date if official else PartialDate()
