"""What was found in a passage, as found in the text in which it stands."""

from __future__ import annotations

from collections.abc import Callable

from vnplanlint.light_typing import Any
from vnplanlint.spans import Span

_ATOMS = frozenset((str, int, bool, float, bytes, type(None), frozenset, dict))


def moved(value: Any, by: int) -> Any:
    """``value`` with every ``Span`` in it (in tuples and lists, however deep) ``by`` characters further on.

    Numbers outside of spans, and what dictionaries and sets hold, stay what they are.
    """
    kind = type(value)
    if kind is Span:
        return _make(Span, (value[0] + by, value[1] + by))
    if kind in _ATOMS:
        return value
    parts = [part if type(part) in _ATOMS else moved(part, by) for part in value]
    if kind is tuple:
        return tuple(parts)
    return parts if kind is list else _make(kind, parts)


_make: Callable[..., Any] = tuple.__new__
