"""What would become of a file, as a unified diff."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

_NO_LINE_END = "\\ No newline at end of file\n"


def diff(name: str, old: str, new: str) -> str:
    """The unified diff of two texts; lines end at line feeds, and a carriage return belongs to its line."""
    lines = unified_diff(_lines(old), _lines(new), name, name)
    return "".join(line if line.endswith("\n") else f"{line}\n{_NO_LINE_END}" for line in lines)


def _lines(text: str) -> list[str]:
    return list(_cut(text))


def _cut(text: str) -> Iterator[str]:
    """The lines of ``text`` with their ends (``splitlines`` would also cut at other signs)."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end
