"""The document's own number and symbol, as its letterhead gives it (also left blank)."""

from __future__ import annotations

from vnplanlint.document.marks import OWN_NUMBER
from vnplanlint.facts import Facts
from vnplanlint.mentions.loose_symbols import read_loose_symbol
from vnplanlint.mentions.model import Symbol, System
from vnplanlint.mentions.symbols import grammar_of, parse_symbol, system_of
from vnplanlint.spans import Span


def read_own_number(text: str, span: Span, facts: Facts) -> Symbol | None:
    """The symbol in "Số: 158/KH-UBND", "Số:     /KH-PYT", "Số 05-NQ/ĐU"; None where it cannot be read."""
    match = OWN_NUMBER.search(text, span.start, span.end)
    if match is None:
        return None
    digits = [match.start("number") + place for place, char in enumerate(match["number"]) if char.isdigit()]
    start = digits[0] if digits else match.end("number")
    while text[start] == " ":
        start += 1
    grammar = grammar_of(facts)
    return parse_symbol(text, start, grammar) or read_loose_symbol(text, start, grammar)


def system_of_symbol(symbol: Symbol, facts: Facts) -> System:
    """The drafting system of the organ that the symbol names."""
    return system_of(symbol, grammar_of(facts))
