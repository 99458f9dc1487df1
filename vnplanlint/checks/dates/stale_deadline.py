"""Can the deadline still be met?"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.dates.own_date import own_date
from vnplanlint.checks.dates.respelling import respelt
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.mentions.calendar import partial, surely_before, written
from vnplanlint.mentions.deadlines import find_deadlines

_ORDERING = ("Kế hoạch", "Quyết định", "Công văn", "Chỉ thị", "Hướng dẫn", "Chương trình", "Công điện", "Phương án")
_MOST_YEARS = 1
"""A date that lies further back is history or law, not last year's deadline."""

_ORDERED_IN = ("body", "attachment")


def stale_deadline(document: Document) -> Iterator[Hit]:
    """A deadline that had passed when the document was signed."""
    own = own_date(document)
    if own.year is None or document.identity.type_word not in _ORDERING:
        return
    for mention in find_deadlines(document.text, document.mentions.dates):
        when = partial(mention)
        division = document.division_at(mention.span.start)
        if not surely_before(when, own) or division is None or division.kind not in _ORDERED_IN:
            continue
        if surely_before(when._replace(year=(when.year or 0) + _MOST_YEARS), own):
            continue
        if document.in_quotation(mention.span.start) or _is_of_a_reference(document, mention.span.start):
            continue
        this_year = when._replace(year=own.year)
        text = respelt(mention, when.day, when.month, own.year)
        remedy = Remedy("year", (Edit(mention.span, text),), "unsafe", {"date": text})
        of_old_text = not surely_before(this_year, own)
        header = document.identity.date_span
        yield Hit(
            mention.span,
            {"date": written(when), "own": written(own)},
            variant="" if of_old_text else "late",
            places=(Place(header, "own"),) if header else (),
            remedies=(remedy,) if of_old_text else (),
        )


def _is_of_a_reference(document: Document, offset: int) -> bool:
    return any(ref.date and ref.date.span.start <= offset < ref.date.span.end for ref in document.mentions.references)
