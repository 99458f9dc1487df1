"""Regular expressions, compiled once per machine.

Compiling the patterns of the whole tool takes longer than checking a plan with
them, and so does importing the compiler (the package ``regex``).  ``pattern``
therefore takes what the compiler made of each pattern from a cache in the user's
cache folder and hands it to the matching engine (``regex._regex``) alone; ``save``
writes that cache after a run that had to compile one.  Without the cache, or with
a ``regex`` that is built differently, everything works the same, only slower.
"""

from __future__ import annotations

import marshal
import os
import sys
from importlib.machinery import PathFinder

from vnplanlint import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType
    from typing import Any

    from regex import Match as Match
    from regex import Pattern as Pattern
else:  # names for annotations, without importing the compiler
    Match = Pattern = object

IGNORECASE, MULTILINE, VERBOSE = 0x02, 0x08, 0x40
"""The flags of ``regex``, here so that using one does not import the compiler."""

_ENGINE = "regex._regex"

_patterns: dict[tuple[str, int], Pattern[str]] = {}
_compiled: dict[tuple[str, int], Any] | None = None  # what the compiler made of each pattern
_engine: ModuleType | None = None
_is_new = False


def pattern(source: str, flags: int = 0) -> Pattern[str]:
    """The compiled ``source`` (a pattern of the package ``regex``)."""
    key = (source, int(flags))
    found = _patterns.get(key)
    if found is None:
        found = _patterns[key] = _from_cache(key) or _compile(key)
    return found


def verbose(source: str, flags: int = 0) -> Pattern[str]:
    """Like ``pattern``, with white space and ``#`` comments ignored in ``source``."""
    return pattern(source, flags | VERBOSE)


def complaint(source: str) -> str:
    """What is wrong with a pattern that somebody else has written; "" if nothing."""
    import regex

    try:
        regex.compile(source)
    except regex.error as error:
        return str(error)
    return ""


def save() -> None:
    """Write the cache if a pattern was compiled since it was read."""
    global _is_new
    if _is_new and _compiled is not None and _engine is not None:
        cache.write(_cache_name(_engine), marshal.dumps(_compiled))
        _is_new = False


def _from_cache(key: tuple[str, int]) -> Pattern[str] | None:
    global _compiled, _engine
    if _compiled is None:
        _engine = _load_engine()
        _compiled = {} if _engine is None else _read(_cache_name(_engine))
    code = _compiled.get(key)
    if code is None or _engine is None:
        return None
    try:
        found: Pattern[str] = _engine.compile(*code)
    except Exception:  # a damaged cache is only a slower start
        return None
    return found


def _compile(key: tuple[str, int]) -> Pattern[str]:
    global _is_new
    import regex

    found: Pattern[str] = regex.compile(*key)
    code = getattr(found, "_pickled_data", None)
    if code is not None and _compiled is not None:
        _compiled[key] = code
        _is_new = True
    return found


def _load_engine() -> ModuleType | None:
    """The matching engine of ``regex`` without the rest of the package, if it is built as usual."""
    loaded = sys.modules.get(_ENGINE)
    if loaded is not None:
        return loaded
    try:
        package = PathFinder.find_spec("regex")
        spec = PathFinder.find_spec(_ENGINE, package.submodule_search_locations) if package else None
        if spec is None or spec.loader is None:
            return None
        engine = spec.loader.create_module(spec)
        if engine is None:
            return None
        sys.modules[_ENGINE] = engine
        spec.loader.exec_module(engine)
    except (ImportError, AttributeError):
        return None
    return engine


def _cache_name(engine: ModuleType) -> str:
    """A name that changes with Python and with the build of ``regex``."""
    try:
        status = os.stat(engine.__file__ or "")
    except OSError:
        return "patterns.marshal"
    return f"patterns-{sys.implementation.cache_tag}-{status.st_size:x}-{status.st_mtime_ns:x}.marshal"


def _read(name: str) -> dict[tuple[str, int], Any]:
    data = cache.read(name)
    try:
        loaded = marshal.loads(data) if data else {}
    except (ValueError, EOFError, TypeError):
        return {}
    return loaded if isinstance(loaded, dict) else {}
