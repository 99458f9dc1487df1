"""Switching a rule off for a workspace: its code in the list ``ignore`` of the configuration.

The file is changed as text, so that its comments and its order stay; what comes out is read
as TOML and must say what it said before, with this one code more.
"""

from __future__ import annotations

import os
import re
import tomllib

from vnplanlint.config import PYPROJECT
from vnplanlint.light_typing import Any, NamedTuple

_HEADER = re.compile(r"(?m)^[ \t]*\[")
_OWN_HEADER = re.compile(r"(?m)^[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*vnplanlint[ \t]*\][^\n]*\n?")
_HEADING = re.compile(r"(?:[ \t]*#[^\n]*\n)+(?=[ \t]*\r?\n)")
"""What the file says of itself, apart from its first key."""
_LIST = re.compile(r"(?m)^[ \t]*ignore[ \t]*=[ \t]*\[")


class Insertion(NamedTuple):
    """Text to put into a file at an offset; ``old`` is what the file holds, None if there is none yet."""

    path: str
    old: str | None
    offset: int
    text: str

    @property
    def new(self) -> str:
        """What the file then holds."""
        old = self.old or ""
        return old[: self.offset] + self.text + old[self.offset :]


def ignoring(code: str, path: str) -> Insertion | None:
    """How the configuration file at ``path`` comes to ignore ``code``; None if there is no sure way."""
    try:
        with open(path, encoding="utf-8", newline="") as file:
            old = file.read()
    except FileNotFoundError:
        return Insertion(path, None, 0, f'ignore = ["{code}"]\n')
    except (OSError, UnicodeDecodeError):
        return None
    is_project = os.path.basename(path) == PYPROJECT
    for offset, text in _ways(old, code, is_project):
        insertion = Insertion(path, old, offset, text)
        if _adds_only(insertion, code, is_project):
            return insertion
    return None


def _ways(old: str, code: str, is_project: bool) -> list[tuple[int, str]]:
    """Where and what to insert: into the list that is there, or a list of its own."""
    start = 0
    if is_project:
        own = _OWN_HEADER.search(old)
        if own is None:
            return []
        start = own.end()
    elif heading := _HEADING.match(old):
        start = heading.end()
    following = _HEADER.search(old, start)
    end = following.start() if following else len(old)
    places = [match.end() for match in _LIST.finditer(old, start, end)]
    empty = [(offset, f'"{code}"') for offset in places]
    present = [(offset, f'"{code}",' + ("" if old[offset].isspace() else " ")) for offset in places]
    line_end = "\r\n" if "\r\n" in old else "\n"
    before = "" if start == 0 or old[:start].endswith("\n") else line_end
    return [*empty, *present, (start, f'{before}ignore = ["{code}"]{line_end}')]


def _adds_only(insertion: Insertion, code: str, is_project: bool) -> bool:
    """Whether the new text says what the old one did, and ignores ``code`` besides."""
    try:
        before, after = tomllib.loads(insertion.old or ""), tomllib.loads(insertion.new)
    except tomllib.TOMLDecodeError:
        return False
    table, new_table = _own(before, is_project), _own(after, is_project)
    ignored = table.get("ignore", [])
    if not isinstance(ignored, list) or new_table.get("ignore") != [code, *ignored]:
        return False
    table["ignore"] = new_table["ignore"]
    return before == after


def _own(document: dict[str, Any], is_project: bool) -> dict[str, Any]:
    table: dict[str, Any] = document.setdefault("tool", {}).setdefault("vnplanlint", {}) if is_project else document
    return table
