"""The symbol itself: does it keep the grammar, and is it written without spaces?"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.general.markup import safe_without_markup
from vnplanlint.checks.references.common import cited, issue_day
from vnplanlint.checks.references.organ_slips import organ_slips
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit, Place, Remedy, Severity
from vnplanlint.mentions.bodies import numbers_freely
from vnplanlint.mentions.loose_symbols import likely_years
from vnplanlint.mentions.model import DocumentReference, Symbol
from vnplanlint.spans import Span

_VARIANTS = {
    "party-organ": "party",
    "state-organ": "state",
    "d": "d",
    "letter": "letter",
    "swapped": "swapped",
    "dash": "dash",
}
_WITHOUT_LIKELY = {"no-year": "no-year"}
_SEVERITIES: dict[str, Severity] = {
    "party-organ": "warning",
    "state-organ": "warning",
    "d": "warning",
    "letter": "warning",
    "swapped": "warning",
    "letter-twice": "warning",
    "no-year": "warning",
    "slash-for-hyphen": "warning",
    "hyphen-perhaps-lost": "warning",
    "dash": "style",
    "space": "style",
}


_DISTINCT = 3
"""So many letters make the abbreviation of an organ unlike others."""

_OLD_JOINT_SHAPES = ("slash-for-hyphen", "no-year")
"""Ministries numbered their joint circulars "16/2006/TTLT/BTC-BXD", and some without a year."""


def malformed_symbol(document: Document) -> Iterator[Hit]:
    """A symbol that breaks the grammar of its drafting system.

    State: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.3; Party: Hướng dẫn 05-HD/VPTW.
    """
    for reference in cited(document):
        symbol = reference.symbol
        if symbol is None or not symbol.defect or numbers_freely(reference.issuer) or _is_historic(reference):
            continue
        before = document.text[max(0, symbol.span.start - 8) : symbol.span.start]
        if symbol.defect == "d" and before.rstrip().endswith("No."):
            continue  # a translation into English
        if symbol.type.upper() == "TTLT" and symbol.defect in _OLD_JOINT_SHAPES:
            continue
        likely = symbol.likely or _by_date(reference)
        values = {"written": document.words(symbol.span), "likely": likely, "organ": "-".join(symbol.organs)}
        variant = _VARIANTS.get(symbol.defect, "") if likely else _WITHOUT_LIKELY.get(symbol.defect, "unknown")
        sibling = _of_the_same_organ(document, symbol, likely)
        ways = dict.fromkeys([likely, likely.rpartition("-")[0] + f"-{sibling.organs[-1]}"] if sibling else [likely])
        yield Hit(
            symbol.span,
            values,
            variant,
            places=(Place(sibling.span, "sibling"),) if sibling else (),
            remedies=tuple(
                Remedy("likely", (Edit(symbol.span, way),), "unsafe", {**values, "likely": way}) for way in ways if way
            ),
            severity=_SEVERITIES.get(symbol.defect),
        )
    for slip in organ_slips(document):
        values = {"written": document.words(slip.symbol.span), "likely": slip.likely}
        remedy = Remedy("likely", (Edit(slip.symbol.span, slip.likely),), "unsafe", values)
        yield Hit(slip.symbol.span, values, slip.variant, (Place(slip.evidence, slip.label),), (remedy,), "warning")


def _of_the_same_organ(document: Document, symbol: Symbol, likely: str) -> Symbol | None:
    """A sound symbol of the same type and organ, which may be written with one letter more: "SNV" for "NV"."""
    organ = likely.rpartition("-")[2]
    if len(organ) < _DISTINCT or "/" in organ:
        return None
    for other in cited(document):
        sound = other.symbol
        if sound is None or sound.defect or sound.type != symbol.type or len(sound.organs) != 1:
            continue
        if sound.organs[0].endswith(organ) and len(sound.organs[0]) <= len(organ) + 1:
            return sound
    return None


def _is_historic(reference: DocumentReference) -> bool:
    """Decrees of the government before 1998 had the shape that is now the Party's."""
    return reference.date is not None and reference.date.year is not None and reference.date.year < 1998


def _by_date(reference: DocumentReference) -> str:
    """The symbol with the year of the issue date, where its own year is missing or has a digit too many."""
    symbol, day = reference.symbol, issue_day(reference)
    if symbol is None or day is None:
        return ""
    year = day[0]
    if symbol.defect == "no-year":
        return symbol.text.replace("/", f"/{year}/", 1)
    if symbol.defect != "year" or str(year) not in likely_years(symbol.year_text):
        return ""
    return symbol.text.replace(f"/{symbol.year_text}/", f"/{year}/", 1)


def space_in_symbol(document: Document) -> Iterator[Hit]:
    """A space that was typed inside a symbol, not one where a line was broken; told once a document.

    NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.3.
    """
    found = [
        reference.symbol
        for reference in cited(document)
        if reference.symbol is not None
        and reference.symbol.number
        and not reference.symbol.defect
        and _has_typed_space(document, reference, reference.symbol)
    ]
    if found:
        first, *others = found
        values = {"written": document.words(first.span), "joined": first.text, "count": len(others)}
        edits = tuple(Edit(symbol.span, symbol.text) for symbol in found)
        yield Hit(
            first.span,
            values,
            "many" if others else "",
            places=tuple(Place(symbol.span, "other") for symbol in others),
            remedies=(Remedy("join", edits, safe_without_markup(document, edits), values),),
        )


def _has_typed_space(document: Document, reference: DocumentReference, symbol: Symbol) -> bool:
    """Whether white space stands in the symbol that neither a line end nor removed layout explains.

    The number of a document itself is stamped into a form that leaves room before the
    slash: several spaces there say nothing.
    """
    span: Span = symbol.span
    source = document.source.text[span.start : span.end]
    joined = document.text[span.start : span.end]
    number_end = min((joined.find(sign) for sign in "/-" if sign in joined), default=0)
    for run in _white_runs(joined):
        filled_in = reference.own and run.end == number_end and run.end - run.start > 1
        if set(source[run.start : run.end]) <= {" ", "\u00a0"} and not filled_in:
            return True
    return False


def _white_runs(text: str) -> Iterator[Span]:
    start = None
    for place, char in enumerate(text):
        if char == " " and start is None:
            start = place
        elif char != " " and start is not None:
            yield Span(start, place)
            start = None
