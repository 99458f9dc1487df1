"""The document's own number and symbol, as its letterhead gives it (also left blank)."""

from __future__ import annotations

from vnplanlint.document.marks import OWN_NUMBER
from vnplanlint.facts import Facts
from vnplanlint.mentions.loose_symbols import read_loose_symbol
from vnplanlint.mentions.model import Symbol, System
from vnplanlint.mentions.symbols import grammar_of, is_state_type, parse_symbol, system_of
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_HOUSE_STYLE = pattern(
    r"(?P<number>\d{1,5})/(?:(?P<year>20\d\d)/)?(?P<organs>(?:\p{Lu}[\p{Lu}\d&-]*/){1,3})(?P<type>\p{Lu}\p{L}{1,4})(?![\p{L}/-])"
)


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
        symbol = read_loose_symbol(line, start, grammar) or _type_behind(line, start)
    return symbol and symbol._replace(span=symbol.span.shifted(span.start))


def _type_behind(line: str, start: int) -> Symbol | None:
    """A number in a house style that ends in the type: "12/BM25/ĐHBM/TB"; only a letterhead may say so."""
    match = _HOUSE_STYLE.match(line, start)
    if match is None or not is_state_type(match["type"]):
        return None
    year = match["year"] or ""
    number = match["number"].lstrip("0") or match["number"]
    organs = tuple(group for group in match["organs"].split("/") if group)
    return Symbol(
        Span(*match.span()), match[0], "malformed", number, int(year) if year else None, year, match["type"], organs,
        defect="order",
    )  # fmt: skip


def system_of_symbol(symbol: Symbol, facts: Facts) -> System:
    """The drafting system of the organ that the symbol names."""
    return system_of(symbol, grammar_of(facts))
