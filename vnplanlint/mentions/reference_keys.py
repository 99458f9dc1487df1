"""When two references name one document: type, number, year and organ agree, never the number alone."""

from __future__ import annotations

from vnplanlint.facts import Facts, Succession
from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.model import DocumentReference, Symbol


class Key(NamedTuple):
    """What identifies a cited document inside one text; only for comparing."""

    kind: str
    number: str
    year: str
    organ: str


def key_of(reference: DocumentReference) -> Key | None:
    """The key of ``reference``, or None where its number is missing or blank."""
    symbol = reference.symbol
    if symbol is None or not symbol.number:
        return None
    return symbol_key(symbol, reference.type_word)


def symbol_key(symbol: Symbol, type_word: str = "") -> Key:
    """The key of a symbol; a symbol of the National Assembly does not say law or resolution, the type word does."""
    kind = symbol.type or ("CV" if symbol.term is None else type_word.split(" ")[-1])
    return Key(plain(kind), symbol.number.lower(), symbol.year_text, organ_key(symbol))


def organ_key(symbol: Symbol) -> str:
    """The organs of ``symbol`` for comparing."""
    return plain("-".join(symbol.organs))


def plain(letters: str) -> str:
    """Letters without regard to case, to Đ and D, and to "&"."""
    return letters.upper().replace("Đ", "D").replace("&", "")


def carries_year(reference: DocumentReference) -> bool:
    """Whether the symbol holds its year, so that the same symbol never comes again."""
    return reference.symbol is not None and reference.symbol.year is not None


def full_symbol(reference: DocumentReference, facts: Facts) -> str:
    """The symbol of the cited document in capitals, "" if it is not known.

    That of "Luật Đất đai năm 2013" is, if the well-known acts hold just one law of that name and year.
    """
    if reference.symbol is not None:
        return reference.symbol.text.upper()
    year = reference.date.year if reference.date is not None else None
    if year is None or not reference.title:
        return ""
    name = f"{reference.type_word} {reference.title}".lower()
    found = {act.symbol.upper() for act in facts.acts if act.title.lower() == name and act.date.year == year}
    return found.pop() if len(found) == 1 else ""


def is_document_of(reference: DocumentReference, row: Succession) -> bool:
    """Whether a symbol without its year, which comes again in every term, means the document of ``row``."""
    if reference.symbol is None or reference.symbol.year is not None:
        return True
    if reference.date is not None and reference.date.year is not None:
        return reference.date.year == row.effective_from.year
    words, known = set(reference.title.lower().split()), set(row.title.lower().split())
    return len(words & known) * 2 >= len(known)
