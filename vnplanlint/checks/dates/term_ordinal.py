"""Does the ordinal of a congress or National Assembly fit its year?"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.document.model import Document
from vnplanlint.facts import Term
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.mentions.sessions import Session, find_sessions


def term_ordinal(document: Document) -> Iterator[Hit]:
    """ "Đại hội toàn quốc lần thứ XIII, nhiệm kỳ 2016-2021": that was the twelfth."""
    for session in find_sessions(document.text, document.mentions.dates):
        terms = [term for term in document.facts.terms if term.kind == session.kind]
        named = next((term for term in terms if term.ordinal == session.ordinal), None)
        meant = next((term for term in terms if _fits(session, term)), None)
        if meant is None and session.kind == "party-congress":
            continue  # other organisations hold national congresses too, in other years
        if named and not _fits(session, named):
            variant, right, certainty = "term" if session.is_term else "", _years(named), named.certainty
        elif named is None and meant:
            variant, right, certainty = "other", meant.roman, meant.certainty
        else:
            continue
        yield Hit(
            session.ordinal_span,
            {"ordinal": document.words(session.ordinal_span), "year": session.year, "right": right},
            variant,
            places=(Place(session.year_span, "year"),),
            remedies=_ordinal_of(session, meant),
            severity=None if certainty == "high" else "warning",
        )


def _ordinal_of(session: Session, meant: Term | None) -> tuple[Remedy, ...]:
    if meant is None:
        return ()
    return (Remedy("ordinal", (Edit(session.ordinal_span, meant.roman),), "unsafe", {"ordinal": meant.roman}),)


def _fits(session: Session, term: Term) -> bool:
    start, end = term.start.year or 0, term.end.year or 0
    if session.is_term or session.kind == "national-assembly":
        return session.year == start or (not session.is_term and start <= session.year <= end)
    return start <= session.year <= end


def _years(term: Term) -> str:
    start, end = term.start.year, term.end.year
    return str(start) if start == end or term.kind != "national-assembly" else f"{start}-{end}"
