"""Quantities, totals, tables and abbreviations of a document in words, for the tree of ``extract``."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.document.model import Document
from vnplanlint.document.tables import Table, find_tables, number_of, total_rows
from vnplanlint.light_typing import Any
from vnplanlint.mentions.model import AbbreviationDefinition, Breakdown, Quantity, QuantityRange, SpelledNumber
from vnplanlint.mentions.quantities import grouped
from vnplanlint.messages import say
from vnplanlint.reports.records import locations
from vnplanlint.rulebook import Language
from vnplanlint.spans import Span

Row = tuple[Span, int, str]
"""Where it stands, how deep in the tree, what to say of it."""


def sections(document: Document, language: Language) -> Iterator[tuple[str, list[Row]]]:
    """The name and the rows of each section."""
    mentions = document.mentions
    yield "abbreviations", [_abbreviation(one, language) for one in mentions.abbreviations]
    yield "quantities", [_quantity(document, one) for one in mentions.quantities]
    yield "quantity_ranges", [_range(document, one) for one in mentions.quantity_ranges]
    yield "spelled_numbers", [_spelled(document, one) for one in mentions.spelled_numbers]
    yield "breakdowns", [row for one in mentions.breakdowns for row in _breakdown(document, one, language)]
    yield "tables", [_table(one, language) for one in find_tables(document)]


def tables(document: Document) -> list[dict[str, Any]]:
    """Where each table stands, its size, and what its rows of totals say."""
    return [
        {
            **locations(_span(table), document.source),
            "rows": len(table.rows),
            "columns": len(table.rows[0]),
            "totals": [[cell.text for cell in table.rows[row]] for row in total_rows(table)],
        }
        for table in find_tables(document)
    ]


def _abbreviation(found: AbbreviationDefinition, language: Language) -> Row:
    return found.span, 0, f"{found.short}  = {found.expansion or say('not-expanded', language)}"


def _quantity(document: Document, found: Quantity) -> Row:
    qualifier = f"{found.qualifier} " if found.qualifier else ""
    return found.span, 0, f"{qualifier}{document.words(found.span)}  = {_value(found)}"


def _value(found: Quantity) -> str:
    value = "?" if found.thousandths is None else grouped(found.thousandths)
    return f"{value}%" if found.unit == "%" else f"{value} {found.unit}".rstrip()


def _range(document: Document, found: QuantityRange) -> Row:
    return found.span, 0, f"{document.words(found.span)}  = {_value(found.first)} … {_value(found.last)}"


def _spelled(document: Document, found: SpelledNumber) -> Row:
    figures = "" if found.figures is None else f"{document.words(found.figures)} · "
    return found.span, 0, f"{figures}{document.words(found.words)}  = {grouped(found.thousandths)}"


def _breakdown(document: Document, found: Breakdown, language: Language) -> Iterator[Row]:
    note = f"  ({say('list-follows', language)})" if found.continues else ""
    yield found.span, 0, f"{document.words(found.total.span)}  = {_value(found.total)}{note}"
    for part in found.parts:
        yield part.span, 1, f"{document.words(part.span)}  = {_value(part)}"


def _table(table: Table, language: Language) -> Row:
    size = say("table-size", language, rows=len(table.rows), columns=len(table.rows[0]))
    totals = [
        say("table-total", language, numbers="; ".join(cell.text for cell in table.rows[row] if number_of(cell)))
        for row in total_rows(table)
    ]
    return _span(table), 0, ", ".join([size, *totals])


def _span(table: Table) -> Span:
    return Span(table.rows[0][0].span.start, table.rows[-1][-1].span.end)
