"""The outline for the editor: document symbols and what can be folded."""

from __future__ import annotations

from lsprotocol import types

from vnplanlint.lsp.analysis import Understood
from vnplanlint.lsp.convert import range_of
from vnplanlint.lsp.markup import short
from vnplanlint.lsp.sections import Section, all_of, sections
from vnplanlint.readers.source import Source


def symbols(understood: Understood) -> list[types.DocumentSymbol]:
    """The sections as a tree."""
    return [_symbol(section, understood.source) for section in sections(understood.document)]


def _symbol(section: Section, source: Source) -> types.DocumentSymbol:
    return types.DocumentSymbol(
        name=short(section.name),
        kind=_kind(section),
        range=range_of(source, section.span),
        selection_range=range_of(source, section.name_span),
        children=[_symbol(child, source) for child in section.children],
    )


def flat_symbols(understood: Understood, uri: str) -> list[types.SymbolInformation]:
    """The same as a list, for a client that knows no tree."""
    return [
        types.SymbolInformation(
            location=types.Location(uri, range_of(understood.source, section.span)),
            name=short(section.name),
            kind=_kind(section),
        )
        for section in all_of(sections(understood.document))
    ]


def _kind(section: Section) -> types.SymbolKind:
    return types.SymbolKind.Module if section.division is not None else types.SymbolKind.String


def folds(understood: Understood, limit: int | None) -> list[types.FoldingRange]:
    """The sections of more than one line, at most ``limit`` of them, the outer ones first."""
    found: dict[int, types.FoldingRange] = {}
    tops = sections(understood.document)
    while tops:
        for section in tops:
            place = range_of(understood.source, section.span)
            if place.end.line > place.start.line and place.start.line not in found:
                found[place.start.line] = types.FoldingRange(
                    place.start.line, place.end.line, kind=types.FoldingRangeKind.Region
                )
        tops = [child for section in tops for child in section.children]
    return sorted(list(found.values())[:limit], key=lambda fold: fold.start_line)
