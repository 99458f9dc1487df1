"""What a session remembers between two readings of a text that hardly differ."""

from __future__ import annotations

from collections.abc import Callable

from vnplanlint.light_typing import Any

_NOTHING = object()


class Memory:
    """Answers of pure functions, kept from one reading of a text to the next.

    An answer that a reading did not ask for is forgotten with the reading after it, so
    a memory holds about two texts however long the session is.
    """

    __slots__ = ("_now", "_before")

    def __init__(self) -> None:
        self._now: dict[tuple[Any, ...], Any] = {}
        self._before: dict[tuple[Any, ...], Any] = {}

    def begin(self) -> None:
        """Another reading begins."""
        self._before, self._now = self._now, {}

    def recall(self, function: Callable[..., Any], *arguments: Any) -> Any:
        """``function(*arguments)``, which must depend on nothing else; all arguments are hashable."""
        key = (function, *arguments)
        answer = self._now.get(key, _NOTHING)
        if answer is _NOTHING:
            answer = self._before.get(key, _NOTHING)
            if answer is _NOTHING:
                answer = function(*arguments)
            self._now[key] = answer
        return answer

    def get(self, key: tuple[Any, ...]) -> Any:
        """What was kept for ``key`` in this reading or the one before, or None."""
        return self._now.get(key) or self._before.get(key)

    def keep(self, key: tuple[Any, ...], answer: Any) -> None:
        """Keep ``answer`` until the reading after the next."""
        self._now[key] = answer
