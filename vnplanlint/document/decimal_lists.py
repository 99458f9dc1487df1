"""Decimal numerals (2.3.1): they name the heading they stand under, rightly or wrongly."""

from __future__ import annotations

from vnplanlint.document.model import Numeral
from vnplanlint.document.open_lists import Arrival, OpenLists
from vnplanlint.document.ranks import key_of


class DecimalLists(OpenLists):
    """Where decimals go, by the leading parts of their numbers."""

    def _new_decimals(self, arrival: Arrival, numeral: Numeral) -> bool:
        depth = self._depth_under_number(numeral.path[:-1])
        owner = next((d for d in range(len(self.stack) - 1, -1, -1) if self._could_own(d, numeral)), None)
        if depth is None and not (owner is not None and self._next_one_is_under(owner, numeral)):
            depth = self._depth_under_other(numeral.path[:-1])
        if depth is None:
            depth = self._depth_beside(numeral) if owner is None else owner + 1
            if owner is not None:
                self._look_for_missed(self.stack[owner], numeral, arrival, numeral.path[-2])
        self._doze(depth)
        while self.stack and self.stack[-1].last.style == "bullet":
            self._doze(len(self.stack) - 1)
        self._push(arrival, numeral, key_of(numeral), self._fresh_list())
        return True

    def _slipped_decimal(self, arrival: Arrival, numeral: Numeral) -> bool:
        key, prefix = key_of(numeral), numeral.path[:-1]
        levels = [d for d, level in enumerate(self.stack) if level.key == key]
        if not levels:
            return False
        depth = levels[-1]
        level = self.stack[depth]
        if level.last.path[:-1] == prefix:
            return self._joins_as_slip(arrival, numeral, depth)
        if numeral.value != level.last.value + 1:
            return False
        if depth and self.stack[depth - 1].last.path == prefix:  # the ones before it have the wrong parent
            return self._continue(arrival, numeral, depth)
        if self._depth_under_number(prefix) is not None:
            return False
        expected = level.last._replace(path=(*level.last.path[:-1], numeral.value))
        self._continue(arrival, numeral, depth)
        level.last = expected
        return True

    def _repeats_first(self, numeral: Numeral) -> bool:
        """Whether "3.1." comes again while the list under 3 is open: a decimal says itself where it belongs."""
        key = key_of(numeral)
        depth = next((d for d in range(len(self.stack) - 1, -1, -1) if self.stack[d].key == key), 0)
        if not depth or self.stack[depth].last.path[:-1] != numeral.path[:-1]:
            return False
        owner = self.stack[depth - 1].last
        return owner.path == numeral.path[:-1] and owner.style in ("arabic", "decimal")

    def _next_one_is_under(self, depth: int, numeral: Numeral) -> bool:
        """Whether the next decimal goes on as if this one were under the list at ``depth``."""
        expected = (*self.stack[depth].last.path, numeral.value + 1)
        following = (n for arrival in self.arrivals[self.position + 1 :] for n in arrival.readings)
        return next((n.path for n in following if key_of(n) == key_of(numeral)), ()) == expected

    def _depth_under_number(self, prefix: tuple[int, ...]) -> int | None:
        for levels in (self.stack, *(entry[1] for entry in reversed(self.dormant))):
            for depth in range(len(levels) - 1, -1, -1):
                if levels[depth].last.path == prefix and levels[depth].last.style in ("arabic", "decimal"):
                    self.stack = list(levels)
                    return depth + 1
        return None

    def _depth_under_other(self, prefix: tuple[int, ...]) -> int | None:
        for depth in range(len(self.stack) - 1, -1, -1):
            if self.stack[depth].last.path == prefix and self.stack[depth].last.style != "letter":
                return depth + 1
        return None

    def _depth_beside(self, numeral: Numeral) -> int:
        """Where an open list of decimals of the same length stands, if there is one."""
        key = key_of(numeral)
        return next((depth for depth, level in enumerate(self.stack) if level.key == key), len(self.stack))

    def _could_own(self, depth: int, numeral: Numeral) -> bool:
        last = self.stack[depth].last
        return last.style in ("arabic", "decimal") and len(last.path) == len(numeral.path) - 1
