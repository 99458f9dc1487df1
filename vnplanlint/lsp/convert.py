"""Spans of a text and positions of the protocol."""

from __future__ import annotations

from lsprotocol import types

from vnplanlint.readers import utf16
from vnplanlint.readers.source import Source
from vnplanlint.spans import Span


def range_of(source: Source, span: Span) -> types.Range:
    """Where ``span`` stands in the editor's text."""
    return types.Range(position_of(source, span.start), position_of(source, span.end))


def position_of(source: Source, offset: int) -> types.Position:
    """Where the character at ``offset`` stands in the editor's text."""
    line, character = utf16.position(source, offset)
    return types.Position(line, character)


def span_of(source: Source, place: types.Range) -> Span:
    """The span of the nearest characters to a range of the editor."""
    start, end = sorted((offset_of(source, place.start), offset_of(source, place.end)))
    return Span(start, end)


def offset_of(source: Source, place: types.Position) -> int:
    """The offset of the nearest character to a position of the editor."""
    return utf16.offset(source, place.line, place.character)


def touches(span: Span, place: Span) -> bool:
    """Whether ``span`` and ``place`` share a character, or a cursor stands at its edge."""
    return span.start <= place.end and place.start <= span.end
