"""Putting new content into a file: all of it or nothing, and never over somebody else's change."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from tempfile import mkstemp

from vnplanlint.messages import Problem


def replace_content(path: str, old: bytes, new: bytes) -> None:
    """Make ``new`` the content of the file whose content was read as ``old``.

    A link is followed: its target gets the content.  A file with several names (hard
    links) gets it under this name only; under the others, which are often a backup's,
    it stays as it was.

    Raises ``Problem`` if the file may not be written or is no longer as it was read.
    """
    target = os.path.realpath(path)
    try:
        before = os.stat(target)
        _require_writable(path, target, before)
        temporary = _written_beside(target, new, before)
        try:
            _require_unchanged(path, target, old)
            os.replace(temporary, target)
        except BaseException:
            os.unlink(temporary)
            raise
    except OSError as error:
        raise Problem("not-written", name=path, detail=error.strerror or type(error).__name__) from error


def _require_writable(path: str, target: str, before: os.stat_result) -> None:
    """A file marked as not to be written is left alone, even where its folder would let us put another in its place."""
    if not stat.S_ISREG(before.st_mode):
        raise Problem("not-a-file", name=path)
    if not before.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise Problem("read-only", name=path)


def _written_beside(target: str, content: bytes, like: os.stat_result) -> str:
    """A new file in the folder of ``target``, safely on the disk, with the rights of the old one."""
    folder, name = os.path.split(target)
    descriptor, temporary = mkstemp(prefix=f".{name[:40]}.", suffix=".tmp", dir=folder)
    try:
        with open(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _give_rights(temporary, target, like)
    except BaseException:
        os.unlink(temporary)
        raise
    return temporary


def _give_rights(temporary: str, target: str, like: os.stat_result) -> None:
    made = os.stat(temporary)
    if hasattr(os, "chown") and (made.st_uid, made.st_gid) != (like.st_uid, like.st_gid):
        with suppress(OSError):  # only the superuser may give a file away
            os.chown(temporary, like.st_uid, like.st_gid)
    if hasattr(os, "listxattr"):
        with suppress(OSError):  # access lists, on file systems that have them
            for name in os.listxattr(target):
                os.setxattr(temporary, name, os.getxattr(target, name))
    os.chmod(temporary, stat.S_IMODE(like.st_mode))


def _require_unchanged(path: str, target: str, old: bytes) -> None:
    with open(target, "rb") as file:
        if file.read(len(old) + 1) != old:
            raise Problem("changed", name=path)
