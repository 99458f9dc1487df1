"""Well-known acts by number: does the date belong to them?"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.references.common import Day, cited, full_day, in_words, issue_day, known_act, written_like
from vnplanlint.document.model import Document
from vnplanlint.facts import Act
from vnplanlint.findings import Edit, Hit, Place, Remedy


def law_number_with_other_date(document: Document) -> Iterator[Hit]:
    """A well-known act by number, with a date that is not its own."""
    for reference in cited(document):
        act, day = known_act(document, reference), issue_day(reference)
        if act is None or day is None or reference.date is None or reference.symbol is None:
            continue
        known = full_day(act.date)
        if known is None or day == known:
            continue
        twin = _of_that_day(document, act, day)
        values = {
            "symbol": reference.symbol.text,
            "title": act.title,
            "date": in_words(day),
            "known": in_words(known),
            "twin": twin.symbol if twin else "",
        }
        remedies = [Remedy("date", (Edit(reference.date.span, written_like(known, reference.date)),), "unsafe", values)]
        if twin is not None:
            remedies.append(Remedy("symbol", (Edit(reference.symbol.span, twin.symbol),), "unsafe", values))
        yield Hit(
            reference.date.span,
            values,
            "" if twin else "date",
            places=(Place(reference.symbol.span, "symbol", values),),
            remedies=tuple(remedies),
            severity=None if twin else "warning",
        )


def _of_that_day(document: Document, act: Act, day: Day) -> Act | None:
    """Another act of the same name passed on ``day``."""
    return next(
        (a for a in document.facts.acts if a.symbol != act.symbol and a.title == act.title and full_day(a.date) == day),
        None,
    )
