"""What a document says of itself: type, number, date, issuer, and whose drafting rules hold."""

from __future__ import annotations

from vnplanlint.document.issuer import find_issuer, system_of_words
from vnplanlint.document.marks import leading_type
from vnplanlint.document.model import Component, Identity, first_component
from vnplanlint.document.own_number import read_own_number, system_of_symbol
from vnplanlint.document.place_date import read_date
from vnplanlint.facts import Facts
from vnplanlint.mentions.model import PartialDate, Symbol, System


def identify(components: tuple[Component, ...], text: str, facts: Facts) -> Identity:
    """The identity that the components give; what they do not say stays unknown."""
    number = first_component(components, "so-ky-hieu")
    symbol = read_own_number(text, number.span, facts) if number else None
    place_date = first_component(components, "dia-danh-ngay")
    date, date_span = read_date(text, place_date.span) if place_date else (PartialDate(), None)
    issuer = find_issuer(components, text)
    return Identity(
        type_word=_type_word(components, facts),
        symbol=symbol,
        date=date,
        date_span=date_span,
        issuer=issuer,
        system=_system(components, symbol, issuer, text, facts),
    )


def _type_word(components: tuple[Component, ...], facts: Facts) -> str:
    name = first_component(components, "ten-loai")
    if name:
        return leading_type(name.text.upper(), facts)[0]
    subject = first_component(components, "trich-yeu")
    return "Công văn" if subject else ""


def _system(components: tuple[Component, ...], symbol: Symbol | None, issuer: str, text: str, facts: Facts) -> System:
    by_symbol = system_of_symbol(symbol, facts) if symbol else "unknown"
    agencies = [c.text for c in components if c.kind in ("co-quan-ban-hanh", "co-quan-chu-quan")]
    head = text[: max((c.span.end for c in components if c.kind in _HEAD), default=0)]
    by_name = system_of_words([*reversed(agencies), issuer], head)
    if by_name in _NUMBER_AS_THE_PARTY:
        return by_name
    return by_name if by_symbol in ("unknown", "state") and by_name != "unknown" else by_symbol


_NUMBER_AS_THE_PARTY = frozenset(("union", "youth", "front"))
"""Whose symbols may look like the Party's: "05-KH/CĐ"."""
_HEAD = frozenset(("so-ky-hieu", "dia-danh-ngay", "co-quan-ban-hanh", "ten-loai"))
