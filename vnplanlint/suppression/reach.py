"""Which comments speak of a place: found without looking at each of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import accumulate

from vnplanlint.document.directives import Directive, Selector

Codes = Callable[[str], frozenset[str]]
"""The codes that a selector means."""
_Switches = tuple[list[int], list[list[Selector]]]


class Reach:
    """Sound directives, in the order of the text, arranged by the places that they speak of."""

    def __init__(self, sound: Iterable[Directive], codes_of: Codes) -> None:
        sound = list(sound)
        self._codes_of = codes_of
        self._switches = [directive for directive in sound if directive.verb in ("off", "on")]
        self._places = sorted(
            (directive for directive in sound if directive.verb not in ("off", "on")),
            key=lambda directive: directive.scope,
        )
        self._starts = [directive.scope.start for directive in self._places]
        self._furthest = list(accumulate((directive.scope.end for directive in self._places), max))
        self._states = cache(self._states_of)

    def silencers(self, code: str, offset: int) -> set[Selector]:
        """The selectors that silence a rule there: of all that name it, and of off and on the last."""
        here = {selector for directive in self._about(offset) for selector in self._named(directive, code)}
        starts, states = self._states(code)
        return here.union(states[bisect_right(starts, offset)])

    def _about(self, offset: int) -> Iterator[Directive]:
        index = bisect_right(self._starts, offset)
        while index and self._furthest[index - 1] >= offset:
            index -= 1
            if self._places[index].concerns(offset):
                yield self._places[index]

    def _named(self, directive: Directive, code: str) -> list[Selector]:
        return [selector for selector in directive.selectors if code in self._codes_of(selector.text)]

    def _states_of(self, code: str) -> _Switches:
        """Where a rule is switched, and the selectors that keep it off before the first such place, behind it …"""
        starts: list[int] = []
        states: list[list[Selector]] = [[]]
        for directive in self._switches:
            named = self._named(directive, code)
            if named or (directive.verb == "on" and not directive.selectors):
                starts.append(directive.scope.start)
                states.append(named if directive.verb == "off" else [])
        return starts, states
