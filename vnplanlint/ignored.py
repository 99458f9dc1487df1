"""``.gitignore`` files and configured patterns, read the way git reads them."""

from __future__ import annotations

import os
from collections.abc import Iterable

from pathspec import GitIgnoreSpec

GITIGNORE = ".gitignore"


class Patterns:
    """Patterns in the syntax of ``.gitignore``, relative to a folder."""

    def __init__(self, folder: str, lines: Iterable[str]) -> None:
        self._folder = os.path.abspath(folder)
        self._spec = GitIgnoreSpec.from_lines(lines)

    def verdict(self, path: str, is_folder: bool) -> bool | None:
        """True: matched; False: taken back by a ``!`` line; None: not spoken of."""
        try:
            relative = os.path.relpath(os.path.abspath(path), self._folder)
        except ValueError:  # another drive
            return None
        if relative.startswith(".."):
            return None
        return self._spec.check_file(relative.replace(os.sep, "/") + "/" * is_folder).include

    def match(self, path: str) -> bool:
        """Whether the patterns match ``path`` or a folder it lies in."""
        return bool(self.verdict(path, False))


class Ignored:
    """The ``.gitignore`` files that hold in a folder, the innermost last."""

    def __init__(self, files: tuple[Patterns, ...] = ()) -> None:
        self._files = files

    @classmethod
    def above(cls, folder: str) -> Ignored:
        """Those above ``folder``, up to the top of its repository; none outside of one."""
        above: list[str] = []
        here = os.path.abspath(folder)
        while not os.path.exists(os.path.join(here, ".git")):
            parent = os.path.dirname(here)
            if parent == here:
                return cls()
            above.append(parent)
            here = parent
        ignored = cls()
        for outer in reversed(above):
            ignored = ignored.entering(outer)
        return ignored

    def entering(self, folder: str) -> Ignored:
        """With the file of ``folder`` itself, if it has one."""
        try:
            with open(os.path.join(folder, GITIGNORE), encoding="utf-8", errors="replace") as file:
                return Ignored((*self._files, Patterns(folder, file.read().splitlines())))
        except OSError:
            return self

    def matches(self, path: str, is_folder: bool) -> bool:
        """Whether git would ignore ``path``: the innermost file that speaks of it decides."""
        for patterns in reversed(self._files):
            verdict = patterns.verdict(path, is_folder)
            if verdict is not None:
                return verdict
        return False
