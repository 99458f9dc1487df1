"""Edits of a text as the editor makes them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from lsprotocol import types

from vnplanlint.findings import Edit
from vnplanlint.fixing.diff import comparison
from vnplanlint.fixing.line_ends import LineEnds
from vnplanlint.lsp.convert import range_of
from vnplanlint.readers.source import Source


class Target:
    """The document that an action changes, as its client wants to be told."""

    def __init__(self, uri: str, version: int | None, *, versioned: bool) -> None:
        self._uri = uri
        self._version = version
        self._versioned = versioned

    def edit(self, changes: list[types.TextEdit]) -> types.WorkspaceEdit:
        """The changes; where the client knows versions, only for the text that they were made for."""
        if not self._versioned:
            return types.WorkspaceEdit(changes={self._uri: changes})
        identity = types.OptionalVersionedTextDocumentIdentifier(self._uri, self._version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(identity, list(changes))])


def text_edits(source: Source, edits: Iterable[Edit]) -> list[types.TextEdit]:
    """The edits in the editor's text, with its line ends."""
    ends = LineEnds(source.raw)
    found = []
    for edit in edits:
        place = range_of(source, edit.span)
        if not edit.span.start:
            place.start = types.Position(0, 0)  # what the reader left out in front belongs to the first character
        found.append(types.TextEdit(place, ends.put_into(edit.content, source.as_stored(edit.span))))
    return found


def line_edits(old: Source, new: Source) -> list[types.TextEdit]:
    """The edits that make one text the other, line by line, so that cursors and marks elsewhere stay."""
    before, after = _lines(old), _lines(new)
    found = []
    for kind, start, end, new_start, new_end in comparison(before, after).get_opcodes():
        if kind != "equal":
            place = types.Range(_line_start(before, start), _line_start(before, end))
            found.append(types.TextEdit(place, "".join(after[new_start:new_end])))
    return found


def _lines(source: Source) -> list[str]:
    """The lines with their ends, as the protocol counts them: the last one has none, and may be empty."""
    starts = [*source.line_starts(), len(source.raw)]
    return [source.raw[start:end] for start, end in pairwise(starts)]


def _line_start(lines: list[str], number: int) -> types.Position:
    """Where a line begins; after the last one, where that ends."""
    if number < len(lines):
        return types.Position(number, 0)
    return types.Position(len(lines) - 1, len(lines[-1].encode("utf-16-le", "surrogatepass")) // 2)
