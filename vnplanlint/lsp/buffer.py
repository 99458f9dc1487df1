"""The text of an open document as the editor holds it, and the changes that it sends.

Lines end as the protocol says (line feed, carriage return, or both): a form feed, which texts
taken from Word or PDF often hold, ends none.
"""

from __future__ import annotations

from collections.abc import Iterable

from lsprotocol import types

from vnplanlint.lsp.convert import span_of
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
                start, end = span_of(Source("", self.text), change.range)
                self.text = self.text[:start] + change.text + self.text[end:]
            else:
                self.text = change.text
        self.version = version
