"""Abbreviations of organs that are one slip away from what the document itself says."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.references.common import cited
from vnplanlint.document.model import Document
from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.bodies import is_named
from vnplanlint.mentions.model import DocumentReference, Symbol
from vnplanlint.mentions.reference_keys import plain
from vnplanlint.spans import Span


class Slip(NamedTuple):
    """A symbol, the form that was probably meant, and the place that says so."""

    symbol: Symbol
    likely: str
    evidence: Span
    label: str
    variant: str = ""


def organ_slips(document: Document) -> Iterator[Slip]:
    """The slips that another symbol, or the issuer named behind the symbol, gives away."""
    references = [reference for reference in cited(document) if reference.symbol and not reference.symbol.defect]
    yield from _units_without_stroke(references)
    yield from _against_issuers(document, references)


def _units_without_stroke(references: list[DocumentReference]) -> Iterator[Slip]:
    """A unit with D where the same unit of the same organ is written with Đ elsewhere."""
    with_stroke: dict[tuple[str, ...], Symbol] = {}
    symbols = [reference.symbol for reference in references if reference.symbol is not None]
    for symbol in symbols:
        if any("Đ" in organ for organ in symbol.organs[1:]):
            with_stroke.setdefault(_plain_organs(symbol), symbol)
    for symbol in symbols if with_stroke else ():
        other = with_stroke.get(_plain_organs(symbol))
        if other is None or symbol.organs[0] != other.organs[0]:
            continue
        here, there = "-".join(symbol.organs), "-".join(other.organs)
        if here.count("Đ") < there.count("Đ") and symbol.text.endswith(here):
            yield Slip(symbol, symbol.text.removesuffix(here) + there, other.span, "elsewhere", "d")


def _plain_organs(symbol: Symbol) -> tuple[str, ...]:
    return tuple(organ.replace("Đ", "D") for organ in symbol.organs)


def _against_issuers(document: Document, references: list[DocumentReference]) -> Iterator[Slip]:
    """ "12/QĐ-UBNN … của UBND tỉnh": an unknown abbreviation, one letter off that of the issuer.

    Not of a department: each abbreviates its own name as it likes (STNMT, TNMT).
    """
    fixed = [organ for organ in document.facts.organs if organ.level != "tinh" and len(organ.abbreviation) > 2]
    known = {plain(organ.abbreviation) for organ in document.facts.organs}
    for reference in references:
        symbol = reference.symbol
        if symbol is None or reference.issuer_span is None or not symbol.type or len(symbol.organs) != 1:
            continue
        written = symbol.organs[0]
        if len(written) < 3 or plain(written) in known:
            continue
        for organ in fixed:
            near = _one_letter_off(plain(written), plain(organ.abbreviation))
            if near and any(is_named(reference.issuer, name) for name in organ.names):
                likely = symbol.text.removesuffix(written) + organ.abbreviation
                yield Slip(symbol, likely, reference.issuer_span, "issuer")
                break


def _one_letter_off(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(longer) == len(shorter):
        return sum(left != right for left, right in zip(one, other, strict=True)) == 1
    return len(longer) == len(shorter) + 1 and any(
        longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer))
    )
