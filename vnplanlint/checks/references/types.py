"""The type word before a symbol: does it agree with the abbreviation, and is it capitalised?"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.references.common import cited, in_running_text, type_to_symbol
from vnplanlint.document.model import Document
from vnplanlint.facts import Facts
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.mentions.bodies import numbers_freely
from vnplanlint.mentions.model import DocumentReference, Symbol
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_ALSO_RIGHT = {"thông tư": {"TTLT"}, "quy định": {"QĐ"}, "kết luận": {"KL", "TB", "TBKL"}, "thông báo": {"KL", "TBKL"}}
_ALWAYS_ABBREVIATED = frozenset(
    ("nghị quyết", "quyết định", "chỉ thị", "kế hoạch", "thông báo", "báo cáo", "tờ trình", "hướng dẫn", "thông tư")
)
_LAW_WORDS = ("luật", "bộ luật", "nghị quyết", "pháp lệnh", "lệnh", "hiến pháp")
_STATE_ORGANS = frozenset(("UBND", "HĐND", "TTG", "CP"))
_OWN_SHAPES = ("admin", "qppl", "joint", "party", "youth")

_MODERN = 1998
"""Before that year an abbreviation behind the number was the organ's: "Thông tư số 89-TC/TCT"."""
_ENDS_HERE = pattern(r" *(?:$|[\n\t),.]|(?:ngày|của|về)\b)")
"""After a symbol without an organ: elsewhere a rest that could not be read may hold the rest of the type."""

_WITH_YEAR = ("NĐ", "TT")
"""Their symbols bear the year: a "26/TT-SNV" is no Thông tư, whatever else it is."""


def type_word_against_abbreviation(document: Document) -> Iterator[Hit]:
    """ "Tờ trình số 26/TT-SNV": the word says one type, the symbol another.

    The abbreviations: NĐ 30/2020/NĐ-CP, Phụ lục III, mục I.
    """
    for reference in cited(document):
        symbol, span = reference.symbol, reference.type_span
        if symbol is None or span is None or symbol.defect or not _adjacent(document, span, symbol.span):
            continue
        word = reference.type_word
        if not symbol.organs and not _ENDS_HERE.match(document.text, symbol.span.end):
            continue
        if reference.date is not None and (reference.date.year or _MODERN) < _MODERN:
            continue
        if not word[:1].isupper() or not _contradicts(word.lower(), reference, symbol, document.facts):
            continue
        meaning = _meanings(symbol, reference, document.facts)
        right = sorted(_allowed(word.lower(), reference, document.facts).values())
        values = {
            "word": word,
            "type": symbol.type,
            "symbol": symbol.text,
            "meaning": " / ".join(meaning),
            "right": " / ".join(right),
        }
        variant = "dispatch" if word.lower() == "công văn" else "" if meaning and right else "plain"
        yield Hit(
            symbol.span,
            values,
            variant,
            places=(Place(span, "word", values),),
            remedies=_type_remedies(word, reference, symbol, right, meaning, span),
            severity="style" if numbers_freely(reference.issuer) else None,
        )


def _type_remedies(
    word: str, reference: DocumentReference, symbol: Symbol, right: list[str], meaning: list[str], span: Span
) -> tuple[Remedy, ...]:
    remedies = []
    if len(right) == 1 and symbol.type:
        mended = symbol.text.replace(symbol.type, right[0], 1)
        remedies.append(Remedy("symbol", (Edit(symbol.span, mended),), "unsafe", {"text": mended}))
    lacks_year = symbol.type.upper() in _WITH_YEAR and symbol.year is None
    if len(meaning) == 1 and word.lower() != "công văn" and not lacks_year:
        remedies.append(Remedy("word", (Edit(span, meaning[0]),), "unsafe", {"text": meaning[0]}))
    return tuple(remedies)


def _adjacent(document: Document, word: Span, symbol: Span) -> bool:
    """Whether nothing but "số" stands between type word and symbol."""
    return document.words(Span(word.end, symbol.start)).lower().rstrip(":. ") in ("", "số")


def _contradicts(word: str, reference: DocumentReference, symbol: Symbol, facts: Facts) -> bool:
    if word in _LAW_WORDS and symbol.shape in ("law", "ubtv"):
        return False
    organ = symbol.organs[0].upper() if symbol.organs else ""
    if word == "công văn":
        return reference.system != "party" and organ in _STATE_ORGANS and symbol.type.upper() not in ("", "CV")
    if word in ("luật", "bộ luật"):
        return symbol.type.upper() in ("NĐ", "TT", "QĐ", "CT", "KH")
    allowed = _allowed(word, reference, facts)
    if not allowed:
        return False
    if symbol.shape == "law":
        return True
    if symbol.shape == "dispatch":
        return len(symbol.organs) > 1 and (
            symbol.organs[1].upper() in _STATE_ORGANS or _is_dispatch(word, organ, facts)
        )
    if symbol.shape not in _OWN_SHAPES:
        return False
    kind = symbol.type.upper()
    if kind in allowed or kind in _ALSO_RIGHT.get(word, ()):
        return False
    known = kind in {entry.abbreviation.upper() for entry in facts.document_types}
    return known and not (kind == "CV" or any(kind.startswith(short) and kind != "TTR" for short in allowed))


def _is_dispatch(word: str, organ: str, facts: Facts) -> bool:
    """Whether a word that needs an abbreviation stands before a symbol that begins with its organ."""
    return word in _ALWAYS_ABBREVIATED and any(entry.abbreviation.upper() == organ for entry in facts.organs)


def _allowed(word: str, reference: DocumentReference, facts: Facts) -> dict[str, str]:
    """The abbreviations, by their capitals, of the type word or of the word it begins with."""
    systems = ("party",) if reference.system == "party" else None
    entries = [entry for entry in facts.document_types if entry.abbreviation and word.startswith(entry.word.lower())]
    longest = max((len(entry.word) for entry in entries), default=0)
    entries = [entry for entry in entries if len(entry.word) == longest]
    same = [entry for entry in entries if (entry.system == "party") == (systems is not None)]
    return {entry.abbreviation.upper(): entry.abbreviation for entry in same or entries}


def _meanings(symbol: Symbol, reference: DocumentReference, facts: Facts) -> list[str]:
    in_party = reference.system == "party"
    return sorted(
        {
            entry.word
            for entry in facts.document_types
            if entry.abbreviation.upper() == symbol.type.upper() != "" and (entry.system == "party") == in_party
        }
    )


def type_word_not_capitalised(document: Document) -> Iterator[Hit]:
    """ "theo hướng dẫn số 2611/HD-BTĐKT": the name of a certain document begins with a capital.

    NĐ 30/2020/NĐ-CP, Phụ lục II, mục V.6.
    """
    for reference in cited(document):
        span, symbol = reference.type_span, reference.symbol
        if span is None or symbol is None or not reference.type_word[:1].islower() or reference.own:
            continue
        if not reference.has_number_word or not _adjacent(document, span, symbol.span):
            continue
        if reference.type_word.lower() == "văn bản":  # any document, not the name of a type
            continue
        if not in_running_text(document, reference):
            continue
        first = Span(span.start, span.start + 1)
        right = document.text[span.start].upper()
        values = {"word": reference.type_word, "right": right + reference.type_word[1:]}
        yield Hit(
            type_to_symbol(reference),
            values,
            remedies=(Remedy("capital", (Edit(first, right),), "safe", values),),
        )
