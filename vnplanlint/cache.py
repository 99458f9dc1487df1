"""Small files that only save time: compiled patterns, the compiled rule book.

They live in the user's own cache folder.  Losing one, or being unable to write
one, changes nothing but the time of the next start.
"""

from __future__ import annotations

import os
import sys

_KEPT = 16
"""Files of one kind that are kept; older ones belong to rules or libraries that have changed."""

enabled = True
"""Whether files are read and written at all (``--no-cache`` says no)."""


def folder() -> str:
    """The cache folder (``VNPLANLINT_CACHE_DIR``, else the platform's own); may not exist yet."""
    own = os.environ.get("VNPLANLINT_CACHE_DIR")
    if own:
        return own
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(base, "vnplanlint")


def read(name: str) -> bytes | None:
    """The bytes of one cache file, or None if it is missing or not this user's own."""
    if not enabled:
        return None
    try:
        with open(os.path.join(folder(), name), "rb") as file:
            return file.read() if _is_own(file.fileno()) else None
    except OSError:
        return None


def _is_own(handle: int) -> bool:
    """Whether the open file is this user's, and nobody else may have written it: what it holds is trusted."""
    if not hasattr(os, "getuid"):
        return True
    status = os.fstat(handle)
    return status.st_uid == os.getuid() and not status.st_mode & 0o022


def write(name: str, data: bytes) -> None:
    """Put ``data`` in place atomically; silently do nothing where that is impossible."""
    if not enabled:
        return
    import tempfile

    try:
        os.makedirs(folder(), mode=0o700, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=folder())
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.replace(temporary, os.path.join(folder(), name))
            _drop_oldest(name.partition("-")[0])
        except OSError:
            os.unlink(temporary)
    except OSError:
        return


def _drop_oldest(kind: str) -> None:
    """Remove all but the newest files whose name begins with ``kind``."""
    with os.scandir(folder()) as entries:
        dated = [(entry.stat().st_mtime, entry.path) for entry in entries if entry.name.startswith(f"{kind}-")]
    for _, path in sorted(dated)[:-_KEPT]:
        os.unlink(path)
