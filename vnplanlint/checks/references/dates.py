"""One cited document under two issue dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from vnplanlint.checks.references.common import (
    Day,
    citations_by_key,
    comes_once,
    full_day,
    in_words,
    issue_day,
    known_act,
    named,
    written_like,
    year_differs,
)
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit, Place, Remedy, Severity
from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.bodies import may_be_one
from vnplanlint.mentions.model import DateMention, DocumentReference
from vnplanlint.mentions.reference_keys import Key, carries_year, symbol_key
from vnplanlint.spans import Span

_SHARED_ABBREVIATIONS = frozenset(("BCĐ", "BTC", "BTV", "BCH", "HĐ", "HĐTĐKT", "TCT", "TGV", "BQL", "CB", "ĐU"))


class Dated(NamedTuple):
    """One place where the document is dated."""

    day: Day
    span: Span
    reference: DocumentReference | None  # None for the header of this document
    mention: DateMention | None


def one_reference_two_dates(document: Document) -> Iterator[Hit]:
    """One document, cited or this one itself, with two issue dates."""
    for key, references in document.ask(citations_by_key).items():
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
        if day is not None and reference.date is not None and not year_differs(reference, day):
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
        severity = _severity(document, primary, others)
        if severity is None:
            continue
        if right is not None:
            others.sort(key=lambda place: place.day != right)
        yield _hit(primary, others, [p for p in places if p.day == day and p is not primary], severity, right is None)


def _right_day(document: Document, places: list[Dated], references: list[DocumentReference]) -> Day | None:
    """The date that is known, or the most frequent one; None for a tie."""
    act = known_act(document, references[0])
    if act is not None and full_day(act.date) in {place.day for place in places}:
        return full_day(act.date)
    header = next((place.day for place in places if place.reference is None), None)
    ranked = Counter(place.day for place in places).most_common()
    if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
        return header if len(places) > 2 else None
    return ranked[0][0]


def _severity(document: Document, primary: Dated, others: list[Dated]) -> Severity | None:
    """How sure it is that the two dates belong to one document; None where they may be two."""
    reference = primary.reference
    if reference is not None and reference.own:
        return "error"
    if any(place.reference is None for place in (primary, *others)):
        return "warning"
    if any(place.reference is not None and place.reference.own for place in others):
        return "error"
    if reference is not None and comes_once(document, reference):
        return "error"
    verdicts = [_two_dates_of_one(primary, other) for other in others if other.reference is not None]
    if "error" in verdicts:
        return "error"
    return "warning" if "warning" in verdicts else None


def _two_dates_of_one(one: Dated, other: Dated) -> Severity | None:
    """For a symbol that comes again in every province, and without its year also every year."""
    assert one.reference is not None
    assert other.reference is not None
    issuers = _same_issuer(one.reference, other.reference)
    if issuers is False:
        return None
    if one.day[1:] == other.day[1:] or carries_year(one.reference):
        return "error"
    titles = _same_title(one.reference, other.reference)
    if not titles and _many_share_it(one.reference):
        return None
    if titles and (issuers or one.day[0] == other.day[0]):
        return "error"
    if one.day[0] != other.day[0]:
        return "warning" if titles else None
    return "error" if issuers else "warning"


def _many_share_it(reference: DocumentReference) -> bool:
    """Whether many bodies of one place number under the same abbreviation (steering committees, councils)."""
    symbol = reference.symbol
    return symbol is not None and symbol.organs[:1] != () and symbol.organs[0].upper() in _SHARED_ABBREVIATIONS


def _same_issuer(one: DocumentReference, other: DocumentReference) -> bool | None:
    """Whether both name one issuer; None where one of them names none or it cannot be told."""
    if not one.issuer or not other.issuer:
        return None
    return may_be_one(one.issuer, other.issuer)


def _same_title(one: DocumentReference, other: DocumentReference) -> bool:
    first, second = one.title.lower(), other.title.lower()
    shorter, longer = sorted((_first_clause(first), _first_clause(second)), key=len)
    return shorter != "" and (shorter == longer or (len(shorter) >= 60 and longer.startswith(shorter)))


def _first_clause(title: str) -> str:
    """The title up to a comma far enough from its beginning: behind it the sentence may run on."""
    cut = title.find(",", 60)
    return title[:cut] if cut > 0 else title


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
