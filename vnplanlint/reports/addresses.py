"""How files are named to other tools: by their path in the repository, which is the current folder."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote


def repository_path(name: str) -> str:
    """The path from the current folder where the file lies in it, with forward slashes."""
    path = os.path.normpath(name)
    if os.path.isabs(path):
        folder = os.path.join(os.getcwd(), "")
        path = path.removeprefix(folder)
    return path.replace(os.sep, "/")


def relative_uri(name: str) -> str | None:
    """The same percent-encoded; None for a file that lies elsewhere and was named from the root."""
    path = repository_path(name)
    return None if os.path.isabs(path) else quote(os.fsencode(path))


def file_uri(name: str) -> str:
    """The absolute ``file:`` address; a relative name is one of the current folder."""
    return Path(os.path.abspath(name)).as_uri()
