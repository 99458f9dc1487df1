"""The document's own number and symbol, as its letterhead gives it (also left blank)."""

from __future__ import annotations

import regex

from vnplanlint.document.marks import OWN_NUMBER
from vnplanlint.facts import Facts
from vnplanlint.mentions.model import Symbol, SymbolShape, System
from vnplanlint.spans import Span

_YOUTH = ("TĐTN", "HĐTN", "ĐTN", "TWĐTN", "TNCS", "XĐTN", "QĐTN", "ĐTNCS", "ĐK")


def read_own_number(text: str, span: Span) -> Symbol | None:
    """The symbol in "Số: 158/KH-UBND", "Số:     /KH-PYT", "Số 05-NQ/ĐU"; None if there is none."""
    match = OWN_NUMBER.search(text, span.start, span.end)
    return _symbol(match) if match else None


def _symbol(match: regex.Match[str]) -> Symbol:
    number = "".join(char for char in match["number"] if char.isalnum()).lstrip("0")
    year_text = match["year"] or ""
    year = int(year_text) if year_text.isdigit() else None
    groups = match["groups"].replace(" ", "").replace("–", "-")
    written = "".join(match["symbol"].split())
    party = _is_party_form(match)
    kind, organs = _party_groups(groups) if party else _state_groups(groups)
    return Symbol(
        span=Span(match.start("symbol") + _leading_spaces(match["symbol"]), match.end("symbol")),
        text=written,
        shape=_shape(party, kind, organs, bool(year_text)),
        number=number,
        year=year,
        year_text=year_text,
        type=kind,
        organs=organs,
    )


def _leading_spaces(words: str) -> int:
    return len(words) - len(words.lstrip(" "))


def _is_party_form(match: regex.Match[str]) -> bool:
    before_groups = match.string[match.end("number") : match.start("groups")].strip()
    return before_groups == "-" and "/" in match["groups"]


def _party_groups(groups: str) -> tuple[str, tuple[str, ...]]:
    kind, _, rest = groups.partition("/")
    return kind, tuple(rest.split("-"))


_TYPES = frozenset((
    "NQ", "QĐ", "CT", "QC", "QyĐ", "TC", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC", "BB", "TTr", "HĐ",
    "CĐ", "BGN", "BTT", "GUQ", "GM", "GGT", "GNP", "PG", "PC", "PB", "SY", "TrS", "SL", "NĐ", "TT", "TTLT",
    "KL", "LCT", "L", "CL", "CV", "BS", "ĐC", "QT", "KHHĐ", "CTHĐ", "GCN", "GXN", "BCTĐ", "ĐL", "TL", "VBHN",
    "KHLT", "HDLT", "CTrHĐ",
))  # fmt: skip


def _state_groups(groups: str) -> tuple[str, tuple[str, ...]]:
    parts = groups.replace("/", "-").split("-")
    if parts[0] in _TYPES:
        return parts[0], tuple(parts[1:])
    return "", tuple(parts)


def _shape(party: bool, kind: str, organs: tuple[str, ...], has_year: bool) -> SymbolShape:
    if party:
        return "youth" if organs[0].startswith(_YOUTH) else "party"
    if kind == "TTLT":
        return "joint"
    if has_year:
        return "qppl"
    return "admin" if kind else "dispatch"


def system_of(symbol: Symbol, facts: Facts) -> System:
    """Whose symbol this is, by the organ named in it, else by its form."""
    for organ in symbol.organs:
        found = facts_system(organ, facts)
        if found != "unknown":
            return found
    if symbol.shape == "youth":
        return "youth"
    return "party" if symbol.shape == "party" else "unknown"


def facts_system(abbreviation: str, facts: Facts) -> System:
    """The drafting system of an organ's abbreviation, "unknown" if it is not listed."""
    for organ in facts.organs:
        if organ.abbreviation == abbreviation:
            return organ.system
    return "unknown"
