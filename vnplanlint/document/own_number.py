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
    line = text[span.start : span.end].replace("\n", " ")
    match = OWN_NUMBER.search(line)
    if match is None:
        return None
    start = next((place for place in range(*match.span("number")) if line[place].isdigit()), match.end("number"))
    while line[start] == " ":
        start += 1
    grammar = grammar_of(facts)
    symbol = parse_symbol(line, start, grammar)
    if symbol is None and line[start].isdigit():
        symbol = read_loose_symbol(line, start, grammar)
    return symbol and symbol._replace(span=symbol.span.shifted(span.start))


def system_of_symbol(symbol: Symbol, facts: Facts) -> System:
    """The drafting system of the organ that the symbol names."""
    return system_of(symbol, grammar_of(facts))
