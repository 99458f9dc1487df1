"""The year in a symbol: against the issue date, and against the term of the National Assembly."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from vnplanlint.checks.references.common import (
    Day,
    citations_by_key,
    cited,
    exact_day,
    full_day,
    in_words,
    issue_day,
    type_to_symbol,
    written_like,
    year_differs,
)
from vnplanlint.document.model import Document
from vnplanlint.facts import Term
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.mentions.model import DateMention, DocumentReference, Symbol
from vnplanlint.mentions.reference_keys import key_of
from vnplanlint.spans import Span

_LAW_GIVERS = ("NĐ", "TT", "TTLT", "NQ", "QĐ", "CT")


def year_in_symbol_against_date(document: Document) -> Iterator[Hit]:
    """ "Nghị định số 45/2024/NĐ-CP ngày 02/5/2023": the year of the symbol is the year of issue.

    Luật Ban hành văn bản quy phạm pháp luật 64/2025/QH15, khoản 3 Điều 7.
    """
    groups = document.ask(citations_by_key)
    for reference in cited(document):
        symbol, mention = reference.symbol, reference.date
        day = exact_day(mention) if reference.malformed_date is None else None
        if symbol is None or mention is None or day is None or not year_differs(reference, day):
            continue
        if not _carries_law_givers_year(document, reference, symbol):
            continue
        values = {"symbol": symbol.text, "year": symbol.year_text, "date": in_words(day), "date_year": day[0]}
        places = [Place(_year_span(document, symbol), "symbol", values)]
        key = key_of(reference)
        for other in groups.get(key, ()) if key else ():
            other_day = exact_day(other.date)
            if other is not reference and other_day and other.date and not year_differs(other, other_day):
                places.append(Place(other.date.span, "other", {"date": in_words(other_day)}))
        yield Hit(
            mention.span,
            values,
            places=tuple(places),
            remedies=_year_remedies(document, symbol, mention, day),
            certain=reference.date_certain,
        )


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
        term.ordinal: term
        for term in document.facts.terms
        if term.kind == "national-assembly" and term.certainty == "high" and term.start.year and term.end.year
    }
    for reference in cited(document):
        symbol = reference.symbol
        if symbol is None or symbol.term not in terms:
            continue
        year = symbol.year or (reference.date.year if reference.date and reference.date_certain else None)
        if year is None:
            continue
        if not _sat_in(terms[symbol.term], year):
            right = next((ordinal for ordinal, term in terms.items() if _sat_in(term, year)), None)
            yield _term_hit(reference, symbol, terms[symbol.term], right, {"year": year})
            continue
        day = issue_day(reference)
        if day is None or day[0] != year:
            continue
        right = _term_on(terms, symbol.term, day)
        if right != symbol.term:
            yield _term_hit(reference, symbol, terms[symbol.term], right, {"date": in_words(day)}, "day")


def _sat_in(term: Term, year: int) -> bool:
    return (term.start.year or 0) <= year <= (term.end.year or 0)


def _term_on(terms: dict[int, Term], said: int, day: Day) -> int:
    """The term of ``day``: before its election none sat, and four months after it the one before did no more."""
    own, following = full_day(terms[said].start), terms.get(said + 1)
    if own is not None and day < own and said - 1 in terms:
        return said - 1
    elected = full_day(following.start) if following is not None else None
    if elected is not None and date(*day) > date(*elected) + timedelta(days=120):
        return said + 1
    return said


def _term_hit(
    reference: DocumentReference,
    symbol: Symbol,
    term: Term,
    right: int | None,
    more: dict[str, object],
    variant: str = "",
) -> Hit:
    values = {
        "symbol": symbol.text,
        "roman": term.roman,
        "start": term.start.year,
        "end": term.end.year,
        "right": right,
        **more,
    }
    remedies: tuple[Remedy, ...] = ()
    if right is not None:
        mended = symbol.text.replace(f"QH{symbol.term}", f"QH{right}")
        remedies = (Remedy("term", (Edit(symbol.span, mended),), "unsafe", {"text": mended}),)
    return Hit(type_to_symbol(reference), values, variant, remedies=remedies)
