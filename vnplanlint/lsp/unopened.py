"""Files of the workspace that are not open in the editor."""

from __future__ import annotations

from vnplanlint import files
from vnplanlint.lsp import analysis
from vnplanlint.lsp.terms import Terms
from vnplanlint.readers.source import Source


def read(path: str) -> Source:
    """The text of a file.  Raises ``Problem`` if it cannot be read."""
    return files.decoded(files.read_bytes(path), path)


def understand(path: str, terms: Terms) -> analysis.Understood:
    """How a file is understood on these terms.  Raises ``Problem`` if it cannot be read."""
    return analysis.understand(read(path), terms)
