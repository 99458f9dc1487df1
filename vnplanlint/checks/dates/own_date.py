"""The document's own date, as far as its letterhead tells it."""

from __future__ import annotations

from vnplanlint.document.model import Document
from vnplanlint.mentions.model import PartialDate


def own_date(document: Document) -> PartialDate:
    """Exact, partial, or empty; only the form of a letterhead ("ngày 05 tháng 3 năm 2021") is trusted."""
    span = document.identity.date_span
    if span is None:
        return document.identity.date
    words = document.words(span)
    official = "năm" in words or words.count("/") == 1
    return document.identity.date if official else PartialDate()
