"""The document's own symbol against its tên loại, its letterhead and its signature."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.format.common import SCANNED, is_state
from vnplanlint.document.marks import folded
from vnplanlint.document.model import Component, Document
from vnplanlint.facts import Facts
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.mentions.model import Symbol
from vnplanlint.spans import Span

_SHAPES = frozenset(("admin", "qppl", "party", "youth"))
_INTERCHANGED = (
    {"THÔNG BÁO", "KẾT LUẬN"}, {"CHƯƠNG TRÌNH", "CHƯƠNG TRÌNH HÀNH ĐỘNG"}, {"QUY ĐỊNH", "QUYẾT ĐỊNH", "QUY CHẾ"},
)  # fmt: skip
"""Types of which one may stand over the number of the other: a regulation under the number of its decision."""

_PEOPLES = ("ỦY BAN NHÂN DÂN", "UBND")
_HEADS = {"ubnd": "CHỦ TỊCH", "sở": "GIÁM ĐỐC"}


def own_symbol(document: Document) -> Iterator[Hit]:
    """The symbol names the type and the organ of the document that bears it.

    NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.3.b; abbreviations: Phụ lục III.
    """
    symbol = document.identity.symbol
    if symbol is None or symbol.defect or document.noise > SCANNED:
        return
    yield from _type(document, symbol)
    if is_state(document):
        yield from _organ(document, symbol)


def _type(document: Document, symbol: Symbol) -> Iterator[Hit]:
    title = document.component("ten-loai")
    word = document.identity.type_word
    if title is None or symbol.shape not in _SHAPES or not symbol.type:
        return
    right = _abbreviations(word, document.facts)
    named = _types_of(symbol.type, document.facts)
    kind = symbol.type.upper()
    if not right or not named or any(kind.startswith(short.upper()) for short in right):
        return
    if any({folded(word), folded(name)} <= group for group in _INTERCHANGED for name in named):
        return
    if any(folded(name).startswith(folded(word)) or folded(word).startswith(folded(name)) for name in named):
        return
    values = {"type": word, "symbol": symbol.text, "named": " / ".join(named), "right": " / ".join(right)}
    start = document.text.find(symbol.type, symbol.span.start, symbol.span.end)
    remedies: tuple[Remedy, ...] = ()
    if start >= 0 and len(right) == 1:
        edit = Edit(Span(start, start + len(symbol.type)), right[0])
        remedies = (Remedy("symbol", (edit,), "unsafe", values),)
    yield Hit(symbol.span, values, places=(Place(title.span, "type"),), remedies=remedies)


def _abbreviations(word: str, facts: Facts) -> list[str]:
    rows = (row for row in facts.document_types if row.abbreviation and row.word.lower() == word.lower())
    return list(dict.fromkeys(row.abbreviation for row in rows))


def _types_of(abbreviation: str, facts: Facts) -> list[str]:
    rows = (row for row in facts.document_types if row.abbreviation.upper() == abbreviation.upper())
    return list(dict.fromkeys(row.word for row in rows if row.certainty == "high"))


def _organ(document: Document, symbol: Symbol) -> Iterator[Hit]:
    """Letterhead, symbol and signature: where two name one organ and the third another, that one is told."""
    issuer = document.component("co-quan-ban-hanh")
    first = symbol.organs[0].upper() if symbol.organs else ""
    if issuer is None or symbol.shape != "admin" or not first:
        return
    head = _family(folded(issuer.text))
    signs, signer = _signing_family(document)
    numbered = "ubnd" if first == "UBND" else "sở" if first.startswith("S") and len(first) > 2 else ""
    if not head or not numbered or not signs or signer is None:
        return
    values = {"issuer": issuer.text, "organ": first, "symbol": symbol.text, "signer": signer.text}
    if numbered != head and signs == head:
        places = (Place(issuer.span, "issuer"), Place(signer.span, "signer"))
        yield Hit(symbol.span, values, "organ", places=places)
    elif numbered == head and signs != head:
        places = (Place(issuer.span, "issuer"), Place(symbol.span, "symbol"))
        yield Hit(signer.span, values, "signer", places=places)


def _family(name: str) -> str:
    if name.startswith(_PEOPLES):
        return "ubnd"
    return "sở" if name.startswith("SỞ ") else ""


def _signing_family(document: Document) -> tuple[str, Component | None]:
    """Whose head (or deputy) signs, where a single person signs for himself or in the place of the head."""
    signing = [one for one in document.components if one.kind in ("quyen-han", "chuc-vu")]
    titles = [one for one in signing if one.kind == "chuc-vu"]
    if len(titles) != 1 or any(one.text.startswith(("TL", "TUQ", "T/L")) for one in signing):
        return "", None
    collective = [one for one in signing if one.text.startswith("TM")]
    if collective:
        family = _family(folded(collective[0].text.removeprefix("TM").strip(". :")))
        return family, collective[0]
    title = folded(titles[0].text).removeprefix("PHÓ ")
    return next((family for family, head in _HEADS.items() if title == head), ""), titles[0]
