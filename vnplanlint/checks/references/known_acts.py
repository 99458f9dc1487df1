"""Well-known acts by number: does the date belong to them?"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.references.common import Day, cited, full_day, in_words, issue_day, known_act, written_like
from vnplanlint.document.model import Document
from vnplanlint.facts import Act
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.mentions.model import DocumentReference
from vnplanlint.patterns import pattern

_INNER = pattern(r"(?r)(?:của|và|,) +")
"""Before a law whose amending law the day may belong to."""


def law_number_with_other_date(document: Document) -> Iterator[Hit]:
    """A well-known act by number, with a date that is not its own."""
    for reference in cited(document):
        act, day = known_act(document, reference), issue_day(reference)
        if reference.symbol is None and day is not None:
            act = _of_that_name_and_year(document, reference, day)
        if act is None or day is None or reference.date is None:
            continue
        known = full_day(act.date)
        if known is None or day == known:
            continue
        twin = _of_that_day(document, act, day)
        values = {
            "symbol": reference.symbol.text if reference.symbol else act.symbol,
            "title": act.title,
            "date": in_words(day),
            "known": in_words(known),
            "twin": twin.symbol if twin else "",
        }
        remedies = [Remedy("date", (Edit(reference.date.span, written_like(known, reference.date)),), "unsafe", values)]
        if twin is not None and reference.symbol is not None:
            remedies.append(Remedy("symbol", (Edit(reference.symbol.span, twin.symbol),), "unsafe", values))
        yield Hit(
            reference.date.span,
            values,
            "" if twin else "date",
            places=(Place(reference.symbol.span, "symbol", values),) if reference.symbol else (),
            remedies=tuple(remedies),
            severity=None if twin else "warning",
        )


def _of_that_name_and_year(document: Document, reference: DocumentReference, day: Day) -> Act | None:
    """The one act that "Luật Đất đai ngày 18/01/2024" means, if no act of that name is of that day."""
    start = reference.span.start
    if _INNER.match(document.text, max(0, start - 8), start) is not None:
        return None
    name = f"{reference.type_word} {reference.title}".lower()
    named = [act for act in document.facts.acts if act.title.lower() == name and act.certainty == "high"]
    of_the_year = [act for act in named if act.date.year == day[0]]
    if len(of_the_year) != 1 or any(full_day(act.date) == day for act in named):
        return None
    return of_the_year[0]


def _of_that_day(document: Document, act: Act, day: Day) -> Act | None:
    """Another act of the same name passed on ``day``."""
    return next(
        (a for a in document.facts.acts if a.symbol != act.symbol and a.title == act.title and full_day(a.date) == day),
        None,
    )
