"""Files of the workspace that are not open in the editor."""

from __future__ import annotations

from vnplanlint import files
from vnplanlint.lsp.analysis import Analysis, Understood
from vnplanlint.lsp.terms import Terms
from vnplanlint.messages import Problem
from vnplanlint.readers.source import Source
from vnplanlint.readers.text import ReadError, decode


def read(path: str) -> Source:
    """The text of a file.  Raises ``Problem`` if it cannot be read."""
    try:
        return decode(files.read_bytes(path), path)
    except ReadError as error:
        raise Problem(error.reason, name=path) from error


def understand(path: str, terms: Terms) -> Understood:
    """How a file is understood on these terms.  Raises ``Problem`` if it cannot be read."""
    return Analysis().of_source(read(path), terms)
