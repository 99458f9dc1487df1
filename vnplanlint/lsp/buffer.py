"""The text of an open document as the editor holds it, and the changes that it sends.

Lines end as the protocol says (line feed, carriage return, or both): a form feed, which texts
taken from Word or PDF often hold, ends none.
"""

from __future__ import annotations

from collections.abc import Iterable

from lsprotocol import types

from vnplanlint.readers.source import Source


class Buffer:
    """One open document: its text as it stands, and its version."""

    def __init__(self, uri: str, version: int, text: str) -> None:
        self.uri = uri
        self.version = version
        self.text = text

    def apply(self, version: int, changes: Iterable[types.TextDocumentContentChangeEvent]) -> None:
        """Change the text as the editor did."""
        for change in changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                lines = Source("", self.text)
                start, end = sorted(raw_offset(lines, place) for place in (change.range.start, change.range.end))
                self.text = self.text[:start] + change.text + self.text[end:]
            else:
                self.text = change.text
        self.version = version


def raw_offset(lines: Source, place: types.Position) -> int:
    """Where a position of the protocol stands in the text, the nearest place if there is none such."""
    starts = lines.line_starts()
    if place.line >= len(starts):
        return len(lines.raw)
    start = starts[place.line]
    line = lines.line(place.line + 1)
    return start + _characters(line, place.character)


def _characters(line: str, units: int) -> int:
    """How many whole characters the first ``units`` UTF-16 units of ``line`` are."""
    head = line[:units]
    if head.isascii():
        return len(head)
    pairs = head.encode("utf-16-le", "surrogatepass")[: 2 * units]
    read = pairs.decode("utf-16-le", "surrogatepass")
    return len(read) - (read != line[: len(read)])
