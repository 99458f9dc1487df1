"""Which files a list of paths means: files, folders, patterns, standard input."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from errno import EBADF

from vnplanlint.light_typing import TYPE_CHECKING
from vnplanlint.messages import Problem
from vnplanlint.readers.source import Source
from vnplanlint.readers.text import ReadError, decode

if TYPE_CHECKING:
    from vnplanlint.ignored import Ignored

SUFFIXES = (".txt", ".md", ".markdown", ".text")
STDIN = "-"
LIMIT = 20_000_000
"""No plan is larger; what is would only fill the memory."""

Excluded = Callable[[str, bool], bool]
"""Whether configuration leaves out a path (the flag: it is a folder)."""


def collect(paths: Iterable[str], excluded: Excluded, even_named: bool = False) -> tuple[list[str], list[Problem]]:
    """The files to check, sorted and each once, and what could not be found.

    A path that is named is taken even if it is ``excluded``, unless ``even_named`` paths are left out too.
    """
    found: list[str] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            if not (even_named and is_left_out(path, excluded)):
                found += _files_of(path, excluded, problems)
        except Problem as problem:
            problems.append(problem)
    return _unique(found), problems


def read_bytes(path: str) -> bytes:
    """The content of a file, or of standard input for ``-``.

    Raises ``Problem`` if it cannot be read or is larger than ``LIMIT``.
    """
    try:
        if path == STDIN:
            import sys

            if sys.stdin is None:  # closed by the caller
                raise OSError(EBADF, os.strerror(EBADF))
            data = sys.stdin.buffer.read(LIMIT + 1)
        else:
            with open(path, "rb") as file:
                data = file.read(LIMIT + 1)
    except FileNotFoundError:
        raise Problem("missing", name=path) from None
    except OSError as error:
        raise unreadable(path, error) from error
    if len(data) > LIMIT:
        raise Problem("too-large", name=path, limit=LIMIT // 1_000_000)
    return data


def decoded(data: bytes, name: str) -> Source:
    """The text of a file with this content.

    Raises ``Problem`` if it is none.
    """
    try:
        return decode(data, name)
    except ReadError as error:
        raise Problem(error.reason, name=name) from error


def unwritable(path: str, error: OSError) -> Problem:
    """The problem to report for a file that cannot be made."""
    return Problem("unwritable", name=path, detail=error.strerror or type(error).__name__)


def unreadable(path: str, error: OSError) -> Problem:
    """The problem to report for a file or folder that the system does not open."""
    return Problem("unreadable", name=path, detail=error.strerror or type(error).__name__)


def _files_of(path: str, excluded: Excluded, problems: list[Problem]) -> Iterable[str]:
    if path == STDIN:
        return (path,)
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        if _is_pattern(path):
            return _expand(path, excluded, problems)
        if isinstance(error, OSError) and not isinstance(error, (FileNotFoundError, NotADirectoryError)):
            raise unreadable(path, error) from error
        raise Problem("missing", name=path or '""') from error
    if not stat.S_ISDIR(mode):
        return (path,)
    failures = len(problems)
    files = list(_walk(path, excluded, problems))
    if not files and len(problems) == failures:
        raise Problem("no-files", name=path, suffixes=", ".join(SUFFIXES))
    return files


def is_left_out(path: str, excluded: Excluded) -> bool:
    """Whether ``path`` or a folder on the way to it is excluded: whether a walk from the top would miss it."""
    if path == STDIN:
        return False
    here = os.path.abspath(path)
    if excluded(here, os.path.isdir(here)):
        return True
    while (above := os.path.dirname(here)) != here:
        here = above
        if excluded(here, True):
            return True
    return False


def _is_pattern(path: str) -> bool:
    return any(char in path for char in "*?[")


def _expand(pattern: str, excluded: Excluded, problems: list[Problem]) -> Iterable[str]:
    """The files that the pattern matches, and those in the folders that it matches."""
    from glob import glob

    files: list[str] = []
    for match in sorted(glob(pattern, recursive=True)):
        if os.path.isdir(match):
            files += _walk(match, excluded, problems)
        elif not excluded(match, False):
            files.append(match)
    if not files:
        raise Problem("no-match", name=pattern)
    return files


def _walk(top: str, excluded: Excluded, problems: list[Problem]) -> Iterator[str]:
    from vnplanlint.ignored import Ignored

    yield from _walk_folder(top, Ignored.above(top), excluded, problems, set())


def _walk_folder(
    folder: str, ignored: Ignored, excluded: Excluded, problems: list[Problem], seen: set[str]
) -> Iterator[str]:
    real = os.path.realpath(folder)
    if real in seen:  # a link to a folder that was walked already, perhaps to this one
        return
    seen.add(real)
    try:
        with os.scandir(folder) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError as error:
        problems.append(unreadable(folder, error))
        return
    ignored = ignored.entering(folder)
    for entry in entries:
        path = os.path.normpath(os.path.join(folder, entry.name))
        is_folder = entry.is_dir()
        if entry.name == ".git" or ignored.matches(path, is_folder) or excluded(path, is_folder):
            continue
        if is_folder:
            yield from _walk_folder(path, ignored, excluded, problems, seen)
        elif entry.name.lower().endswith(SUFFIXES) and not _is_special(path):
            yield path


def _is_special(path: str) -> bool:
    """Whether ``path`` is a pipe, socket or device, where reading would wait: only a user who names it means it."""
    try:
        mode = os.stat(path).st_mode
    except OSError:  # to be reported when its turn comes
        return False
    return not stat.S_ISREG(mode)


def _unique(paths: list[str]) -> list[str]:
    if len(paths) < 2:
        return paths
    by_file: dict[str, str] = {}
    for path in sorted(paths):
        by_file.setdefault(path if path == STDIN else os.path.realpath(path), path)
    return sorted(by_file.values())
