"""The issue date of a cited document: against itself, its symbol, the term, and the law's own date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from vnplanlint.checks.references.common import (
    Day,
    citations_by_key,
    cited,
    exact_day,
    full_day,
    in_words,
    issue_day,
    named,
    type_to_symbol,
    written_like,
)
from vnplanlint.document.model import Document
from vnplanlint.facts import Act
from vnplanlint.findings import Edit, Hit, Place, Remedy, Severity
from vnplanlint.mentions.bodies import may_be_one
from vnplanlint.mentions.model import DateMention, DocumentReference, Symbol
from vnplanlint.mentions.reference_keys import Key, carries_year, key_of, symbol_key
from vnplanlint.spans import Span

_LAW_GIVERS = ("NĐ", "TT", "TTLT", "NQ", "QĐ", "CT")


class Dated(NamedTuple):
    """One place where the document is dated."""

    day: Day
    span: Span
    reference: DocumentReference | None  # None for the header of this document
    mention: DateMention | None


def one_reference_two_dates(document: Document) -> Iterator[Hit]:
    """One document, cited or this one itself, with two issue dates."""
    for key, references in citations_by_key(document).items():
        places = _dated(references)
        header = _header_date(document, key)
        if header is not None:
            places = [header, *(place for place in places if _may_be_this(document, place, header))]
        if len({place.day for place in places}) > 1:
            yield from _contradictions(document, key, places, references)


def _dated(references: list[DocumentReference]) -> list[Dated]:
    """The references with an exact date that does not contradict the year of their own symbol."""
    found = []
    for reference in references:
        day = issue_day(reference)
        if day is not None and reference.date is not None and not _year_differs(reference, day):
            found.append(Dated(day, reference.date.span, reference, reference.date))
    return found


def _header_date(document: Document, key: Key) -> Dated | None:
    own = document.identity
    day = full_day(own.date)
    if own.symbol is None or not own.symbol.number or own.date_span is None or day is None:
        return None
    if symbol_key(own.symbol, own.type_word) != key:
        return None
    return Dated(day, own.date_span, None, None)


def _may_be_this(document: Document, place: Dated, header: Dated) -> bool:
    """Whether the dated reference is this document, and not one with its number of another year or issuer."""
    reference = place.reference
    if reference is None or reference.own:
        return True
    if place.day[0] != header.day[0] and place.day[1:] != header.day[1:]:
        return False
    issuer = document.identity.issuer
    return not reference.issuer or (issuer != "" and may_be_one(reference.issuer, issuer) is True)


def _contradictions(
    document: Document, key: Key, places: list[Dated], references: list[DocumentReference]
) -> Iterator[Hit]:
    right = _right_day(document, places, references)
    wrong_days = {place.day for place in places if place.day != right}
    if right is None:
        wrong_days = {places[-1].day}
    for day in sorted(wrong_days, key=lambda day: next(place.span for place in places if place.day == day)):
        primary = next(place for place in places if place.day == day)
        others = [place for place in places if place.day != day]
        severity = _severity(primary, others, references)
        if severity is None:
            continue
        if right is not None:
            others.sort(key=lambda place: place.day != right)
        yield _hit(primary, others, [p for p in places if p.day == day and p is not primary], severity, right is None)


def _right_day(document: Document, places: list[Dated], references: list[DocumentReference]) -> Day | None:
    """The date that is known, or the most frequent one; None for a tie."""
    act = _act(document, references[0])
    if act is not None and full_day(act.date) in {place.day for place in places}:
        return full_day(act.date)
    header = next((place.day for place in places if place.reference is None), None)
    ranked = Counter(place.day for place in places).most_common()
    if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
        return header if len(places) > 2 else None
    return ranked[0][0]


def _severity(primary: Dated, others: list[Dated], references: list[DocumentReference]) -> Severity | None:
    """How sure it is that the two dates belong to one document; None where they may be two."""
    reference = primary.reference
    if reference is not None and reference.own:
        return "error"
    if any(place.reference is None for place in (primary, *others)):
        return "warning"
    if any(place.reference is not None and place.reference.own for place in others):
        return "error"
    if reference is not None and carries_year(reference):
        return "error"
    verdicts = [_two_dates_of_one(primary, other) for other in others if other.reference is not None]
    if "error" in verdicts:
        return "error"
    return "warning" if "warning" in verdicts else None


def _two_dates_of_one(one: Dated, other: Dated) -> Severity | None:
    """For a symbol without a year, which comes again every year and in every province."""
    assert one.reference is not None
    assert other.reference is not None
    issuers = _same_issuer(one.reference, other.reference)
    if issuers is False:
        return None
    if one.day[1:] == other.day[1:]:
        return "error"
    titles = _same_title(one.reference, other.reference)
    if titles and (issuers or one.day[0] == other.day[0]):
        return "error"
    if one.day[0] != other.day[0]:
        return "warning" if titles else None
    return "error" if issuers else "warning"


def _same_issuer(one: DocumentReference, other: DocumentReference) -> bool | None:
    """Whether both name one issuer; None where one of them names none or it cannot be told."""
    if not one.issuer or not other.issuer:
        return None
    return may_be_one(one.issuer, other.issuer)


def _same_title(one: DocumentReference, other: DocumentReference) -> bool:
    first, second = one.title.lower(), other.title.lower()
    return len(first) > 15 and len(second) > 15 and (first.startswith(second[:60]) or second.startswith(first[:60]))


def _hit(primary: Dated, others: list[Dated], same: list[Dated], severity: Severity, tie: bool) -> Hit:
    other = others[0]
    what = primary.reference or other.reference
    values = {
        "what": named(what) if what else "",
        "date": in_words(primary.day),
        "other": in_words(other.day),
    }
    places = [Place(place.span, "other", {"date": in_words(place.day)}) for place in others]
    places += [Place(place.span, "same", {"date": in_words(place.day)}) for place in same]
    remedies = []
    if primary.mention is not None:
        edits = tuple(
            Edit(place.span, written_like(other.day, place.mention))
            for place in (primary, *same)
            if place.mention is not None
        )
        remedies.append(Remedy("here", edits, "unsafe", {"date": in_words(other.day)}))
    if tie and other.mention is not None:
        edit = Edit(other.span, written_like(primary.day, other.mention))
        remedies.append(Remedy("there", (edit,), "unsafe", {"date": in_words(primary.day)}))
    variant = "both" if severity == "warning" else ""
    return Hit(primary.span, values, variant, tuple(places), tuple(remedies), severity)


def year_in_symbol_against_date(document: Document) -> Iterator[Hit]:
    """ "Nghị định số 45/2024/NĐ-CP ngày 02/5/2023": the year of the symbol is the year of issue."""
    groups = citations_by_key(document)
    for reference in cited(document):
        symbol, mention = reference.symbol, reference.date
        day = exact_day(mention) if reference.malformed_date is None else None
        if symbol is None or mention is None or day is None or not _year_differs(reference, day):
            continue
        if not _carries_law_givers_year(document, reference, symbol):
            continue
        values = {"symbol": symbol.text, "year": symbol.year_text, "date": in_words(day), "date_year": day[0]}
        places = [Place(_year_span(document, symbol), "symbol", values)]
        key = key_of(reference)
        for other in groups.get(key, ()) if key else ():
            other_day = exact_day(other.date)
            if other is not reference and other_day and other.date and not _year_differs(other, other_day):
                places.append(Place(other.date.span, "other", {"date": in_words(other_day)}))
        yield Hit(
            mention.span,
            values,
            places=tuple(places),
            remedies=_year_remedies(document, symbol, mention, day),
            certain=reference.date_certain,
        )


def _year_differs(reference: DocumentReference, day: Day) -> bool:
    return reference.symbol is not None and reference.symbol.year is not None and reference.symbol.year != day[0]


def _carries_law_givers_year(document: Document, reference: DocumentReference, symbol: Symbol) -> bool:
    if symbol.shape == "law":
        return True
    if symbol.shape not in ("qppl", "joint") or symbol.type.upper() not in _LAW_GIVERS:
        return False
    known = {organ.abbreviation.upper() for organ in document.facts.organs}
    return bool(symbol.organs) and symbol.organs[0].upper() in known


def _year_span(document: Document, symbol: Symbol) -> Span:
    start = document.text.index(symbol.year_text, symbol.span.start + 1)
    return Span(start, start + len(symbol.year_text))


def _year_remedies(document: Document, symbol: Symbol, mention: DateMention, day: Day) -> tuple[Remedy, ...]:
    year = symbol.year or 0
    right_date = (year, day[1], day[2])
    return (
        Remedy(
            "date",
            (Edit(mention.span, written_like(right_date, mention)),),
            "unsafe",
            {"date": in_words(right_date)},
        ),
        Remedy("symbol", (Edit(_year_span(document, symbol), str(day[0])),), "unsafe", {"year": day[0]}),
    )


def term_against_year(document: Document) -> Iterator[Hit]:
    """ "31/2019/QH12": the twelfth National Assembly ended in 2011."""
    terms = {
        term.ordinal: (term.start.year, term.end.year, term.roman)
        for term in document.facts.terms
        if term.kind == "national-assembly" and term.certainty == "high"
    }
    for reference in cited(document):
        symbol = reference.symbol
        if symbol is None or symbol.term not in terms:
            continue
        start, end, roman = terms[symbol.term]
        year = symbol.year or (reference.date.year if reference.date and reference.date_certain else None)
        if year is None or start is None or end is None or start <= year <= end:
            continue
        right = next((n for n, (first, last, _) in terms.items() if first and last and first <= year <= last), None)
        values = {"symbol": symbol.text, "roman": roman, "start": start, "end": end, "year": year, "right": right}
        remedies: tuple[Remedy, ...] = ()
        if right is not None:
            mended = symbol.text.replace(f"QH{symbol.term}", f"QH{right}")
            remedies = (Remedy("term", (Edit(symbol.span, mended),), "unsafe", {"text": mended}),)
        yield Hit(type_to_symbol(reference), values, remedies=remedies)


def law_number_with_other_date(document: Document) -> Iterator[Hit]:
    """A well-known act by number, with a date that is not its own."""
    for reference in cited(document):
        act, day = _act(document, reference), issue_day(reference)
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


def _act(document: Document, reference: DocumentReference) -> Act | None:
    symbol = reference.symbol
    if symbol is None or symbol.year is None:
        return None
    text = symbol.text.upper()
    return next((act for act in document.facts.acts if act.symbol.upper() == text and act.certainty == "high"), None)


def _of_that_day(document: Document, act: Act, day: Day) -> Act | None:
    """Another act of the same name passed on ``day``."""
    return next(
        (a for a in document.facts.acts if a.symbol != act.symbol and a.title == act.title and full_day(a.date) == day),
        None,
    )
