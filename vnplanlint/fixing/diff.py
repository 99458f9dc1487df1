"""What would become of a file, as a unified diff."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

_CONTEXT = 3
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_NO_LINE_END = "\n\\ No newline at end of file\n"

Change = tuple[str, int, int, int, int]
"""As in ``difflib``: "equal" or "replace" …, the lines of the old text, the lines of the new one."""


def diff(name: str, old: str, new: str) -> str:
    """The unified diff of two texts; lines end at line feeds, and a carriage return belongs to its line."""
    before, after = list(_lines(old)), list(_lines(new))
    head = _in_head(name)
    shown = [] if old == new else [f"--- {head}\n+++ {head}\n"]
    for group in comparison(before, after).get_grouped_opcodes(_CONTEXT):
        first, last = group[0], group[-1]
        shown.append(f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@\n")
        for kind, *(start, end, new_start, new_end) in group:
            if kind == "equal":
                shown += _marked(" ", before[start:end])
            else:
                shown += [*_marked("-", before[start:end]), *_marked("+", after[new_start:new_end])]
    return "".join(shown)


def _in_head(name: str) -> str:
    """A file name as ``patch`` and git read it: a tab ends one with blanks, odd signs stand in C's way in quotes."""
    if '"' in name or "\\" in name or not name.isprintable():
        return '"' + "".join(_ESCAPES.get(char) or _octal(char) for char in name) + '"'
    return f"{name}\t" if " " in name else name


def _octal(char: str) -> str:
    return char if char.isprintable() else "".join(f"\\{byte:03o}" for byte in char.encode("utf-8", "surrogateescape"))


def comparison(before: list[str], after: list[str]) -> SequenceMatcher[str]:
    """The changes between the lines of a text and those of the fixed one."""
    matcher = SequenceMatcher(None, before, after)
    if len(before) == len(after):  # fixes seldom add a line; then nothing has to be searched for
        matcher.opcodes = list(_line_by_line(before, after))  # type: ignore[attr-defined]
    return matcher


def _line_by_line(before: list[str], after: list[str]) -> Iterator[Change]:
    """The changes between two texts of as many lines, each line against the one in its place."""
    start = 0
    for end in range(1, len(before) + 1):
        is_same = before[start] == after[start]
        if end == len(before) or (before[end] == after[end]) != is_same:
            yield "equal" if is_same else "replace", start, end, start, end
            start = end


def _range(start: int, end: int) -> str:
    """Lines ``start`` to ``end`` as the head of a hunk counts them: the first, from 1, and how many."""
    length = end - start
    return f"{start + 1}" if length == 1 else f"{start + (length > 0)},{length}"


def _marked(sign: str, lines: list[str]) -> Iterator[str]:
    for line in lines:
        yield sign + (line if line.endswith("\n") else line + _NO_LINE_END)


def _lines(text: str) -> Iterator[str]:
    """The lines of ``text`` with their ends (``splitlines`` would also cut at other signs)."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end
