"""Regular expressions, compiled once per machine.

Compiling the patterns of the whole tool takes longer than checking a plan with
them.  ``pattern`` therefore takes compiled patterns from a cache in the user's
cache folder; ``save`` writes that cache after a run that had to compile one.
"""

from __future__ import annotations

import sys
from typing import Any

import regex

from vnplanlint import cache

_compiled: dict[tuple[str, int], regex.Pattern[str]] | None = None
_is_new = False


def pattern(source: str, flags: int = 0) -> regex.Pattern[str]:
    """Compile ``source`` (a ``regex`` pattern), or take it from the cache."""
    global _compiled, _is_new
    if _compiled is None:
        _compiled = _load()
    key = (source, int(flags))
    found = _compiled.get(key)
    if found is None:
        found = _compiled[key] = regex.compile(source, flags)
        _is_new = True
    return found


def verbose(source: str, flags: int = 0) -> regex.Pattern[str]:
    """Like ``pattern``, with white space and ``#`` comments ignored in ``source``."""
    return pattern(source, flags | regex.VERBOSE)


def save() -> None:
    """Write the cache if a pattern was compiled since it was read."""
    global _is_new
    if _is_new and _compiled is not None:
        cache.write(_cache_name(), _dumps(_compiled))
        _is_new = False


def _cache_name() -> str:
    python = f"{sys.implementation.cache_tag}"
    return f"patterns-{python}-regex-{regex.__version__}.pickle"


def _load() -> dict[tuple[str, int], regex.Pattern[str]]:
    data = cache.read(_cache_name())
    if data is None:
        return {}
    import pickle

    try:
        loaded: Any = pickle.loads(data)
    except Exception:  # a damaged cache is only a slower start
        return {}
    return loaded if isinstance(loaded, dict) else {}


def _dumps(compiled: dict[tuple[str, int], regex.Pattern[str]]) -> bytes:
    import pickle

    return pickle.dumps(compiled, protocol=pickle.HIGHEST_PROTOCOL)


