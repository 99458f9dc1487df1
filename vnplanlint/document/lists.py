"""Sorting the numerals of one division into lists that stand under each other.

A numeral goes, in this order: on with an open list whose next numeral it is; back
to a list that only a doubtful numeral had closed; into a new list, when it is a
first one; on with the list before its parent's; and last, as a slip, into the
nearest open list of its kind.
"""

from __future__ import annotations

from vnplanlint.document.decimal_lists import DecimalLists
from vnplanlint.document.glued_headings import find_label
from vnplanlint.document.model import Heading, Numeral
from vnplanlint.document.open_lists import WIDEST_GAP, Arrival, Level
from vnplanlint.document.ranks import LETTERED, UNITS, follows, is_inserted, key_of, opens, rank, same_style
from vnplanlint.spans import Span

_NO_MARK_NEEDED = frozenset(("decimal", "phan", "chuong", "muc", "tieu-muc", "dieu", "worded", "bullet"))


_MOST_NESTED = 2
"""How many open lists of one kind may stand under each other."""


FOOTNOTE_REACH = 4000
"""About a page and a half: a note stands on the page of its call."""
_SQUARED = frozenset(("km", "cm", "mm", "dm"))
_AFTER_A_CALL = frozenset((" ", ".", ",", ";", ":", ")", "\n", ""))


class Builder(DecimalLists):
    """Reads the arrivals of one division once, in order."""

    def build(self) -> list[Heading]:
        """The headings found, in document order."""
        for position, arrival in enumerate(self.arrivals):
            self.position = position
            if position in self.titles:
                continue
            placed = bool(arrival.readings) and self._place(arrival)
            if not placed and arrival.bullet:
                self._bullet(arrival)
        return self.headings

    def _place(self, arrival: Arrival) -> bool:
        readings = arrival.readings
        if readings[0].style in UNITS:
            return self._unit(arrival, readings[0])
        if self._goes_on(arrival):
            return True
        if arrival.inline and not arrival.forced:
            return False
        readings = tuple(n for n in readings if n.mark or n.style in _NO_MARK_NEEDED)
        first = next((n for n in readings if opens(n) and not self._is_rather_a_letter(n, readings)), None)
        if first and not (first.style == "decimal" and self._repeats_first(first)):
            return self._new_decimals(arrival, first) if first.style == "decimal" else self._new_list(arrival, first)
        return any(self._slip(arrival, numeral) for numeral in readings)

    def _is_rather_a_letter(self, numeral: Numeral, readings: tuple[Numeral, ...]) -> bool:
        """Whether "i)" jumps ahead in an open list of letters: no "ii)" comes after it."""
        others = [other for other in readings if other.style in LETTERED and other is not numeral]
        if not others or numeral.style != "paren-roman":
            return False
        key = key_of(numeral)
        following = (n for arrival in self.arrivals[self.position + 1 :] for n in arrival.readings)
        follower = next((n for n in following if key_of(n) == key), None)
        is_open = any(level.key == key_of(others[0]) for level in self.stack)
        return is_open and (follower is None or follower.value != numeral.value + 1)

    # a numeral that some list expects

    def _goes_on(self, arrival: Arrival) -> bool:
        fits = [
            (depth, numeral)
            for depth in range(len(self.stack) - 1, -1, -1)
            for numeral in arrival.readings
            if self._expects(self.stack[depth], numeral)
        ]
        if fits:  # "3/" after "2." goes on from "2/" above, where there is one
            same_mark = (fit for fit in fits if self.stack[fit[0]].last.mark == fit[1].mark)
            depth, numeral = next(same_mark, fits[0])
            return self._continue(arrival, numeral, depth)
        for number in range(len(self.dormant) - 1, -1, -1):
            levels = self.dormant[number][1]
            for depth in range(len(levels) - 1, -1, -1):
                for numeral in arrival.readings:
                    if self._expects(levels[depth], numeral):
                        self.stack = levels
                        del self.dormant[number:]
                        return self._continue(arrival, numeral, depth)
        return self._goes_on_with_another_mark(arrival)

    def _goes_on_with_another_mark(self, arrival: Arrival) -> bool:
        keys = {level.key for level in self.stack}
        for depth in range(len(self.stack) - 1, -1, -1):
            level = self.stack[depth]
            for numeral in arrival.readings:
                if same_style(level.last, numeral) and follows(level.last, numeral) and key_of(numeral) not in keys:
                    return self._continue(arrival, numeral, depth)
        return False

    def _expects(self, level: Level, numeral: Numeral) -> bool:
        if level.key != key_of(numeral) or not follows(level.last, numeral):
            return False
        return bool(numeral.mark) or numeral.style in _NO_MARK_NEEDED or not self._comes_later(numeral)

    def _comes_later(self, numeral: Numeral) -> bool:
        """Whether the same numeral stands further on with its mark: then this number is none."""
        for arrival in self.arrivals[self.position + 1 : self.position + 80]:
            for other in arrival.readings:
                if other.style == "decimal" and other.path[0] == numeral.value:
                    return False
                if other.style == numeral.style and other.mark:
                    if other.value == numeral.value:
                        return True
                    if other.value == numeral.value + 1:
                        return False
        return False

    # units of fixed rank

    def _unit(self, arrival: Arrival, numeral: Numeral) -> bool:
        own = rank(numeral.style)
        last = self.closed.get(numeral.style)
        level = next((level for level in self.stack if level.key == numeral.style), None)
        last = level or last
        exact = last is not None and follows(last.last, numeral)
        if not numeral.mark and not exact and not opens(numeral) and arrival.inline:
            return False
        if arrival.inline and not exact and not (opens(numeral) and last is None) and not arrival.forced:
            return False
        if last and not exact and not opens(numeral):
            self._look_for_missed(last, numeral, arrival)
        depth = next((d for d, level in enumerate(self.stack) if rank(level.last.style) >= own), len(self.stack))
        joins = last is not None and not opens(numeral) and (exact or level is last or numeral.style == "dieu")
        list_id = last.list_id if joins and last else self._fresh_list()
        self._close(depth)
        self.dormant.clear()
        self.stack.append(Level(numeral.style, numeral, 0, list_id))
        self.stack[-1].heading = self._add(arrival, numeral, depth, list_id)
        self.closed[numeral.style] = self.stack[-1]
        return True

    # new lists

    def _new_list(self, arrival: Arrival, numeral: Numeral) -> bool:
        key = key_of(numeral)
        depth = self._depth_for(numeral, key)
        self._doze(depth)
        self._push(arrival, numeral, key, self._fresh_list())
        return True

    def _depth_for(self, numeral: Numeral, key: str) -> int:
        """How many open lists stay open above a new one."""
        announced = self._ends_in_colon()
        nested = announced and self._stands_right_after_a_heading()
        nested = nested and sum(level.key == key for level in self.stack) < _MOST_NESTED
        for depth, level in enumerate(self.stack):
            if (level.key == key and not nested) or rank(level.last.style) > rank(numeral.style):
                return depth
        depth = len(self.stack)
        if not announced:
            while depth and self.stack[depth - 1].last.style == "bullet":
                depth -= 1
        return depth

    def _ends_in_colon(self) -> bool:
        if not self.position:
            return False
        before = self.arrivals[self.position - 1]
        return self.text[before.start : before.end].rstrip().endswith(":")

    def _stands_right_after_a_heading(self) -> bool:
        return bool(self.headings) and self.headings[-1].span.start == self.arrivals[self.position - 1].start

    def _bullet(self, arrival: Arrival) -> None:
        key = f"bullet {arrival.bullet}"
        depth = next((depth for depth, level in enumerate(self.stack) if level.key == key), len(self.stack))
        numeral = Numeral("bullet", (), arrival.bullet, Span(arrival.start, arrival.start))
        if depth < len(self.stack):
            level = self.stack[depth]
            self._doze(depth + 1)
            level.heading = self._add(arrival, numeral, depth, level.list_id)
        else:
            self._push(arrival, numeral, key, self._fresh_list())

    # slips

    def _slip(self, arrival: Arrival, numeral: Numeral) -> bool:
        key = key_of(numeral)
        if numeral.style == "decimal" and self._slipped_decimal(arrival, numeral):
            return True
        depth = next((d for d in range(len(self.stack) - 1, -1, -1) if self.stack[d].key == key), None)
        if depth is None:
            depth = self._wake(key, numeral)
        if depth is not None and numeral.style != "decimal":
            if self._is_footnote(arrival, numeral):
                return False
            return self._joins_as_slip(arrival, numeral, depth)
        if is_inserted(numeral):
            return False
        if self._runs_on(arrival, numeral, key):
            return True
        if numeral.style in ("worded", "capital") or arrival.inline or self._began_inline(numeral):
            return False
        if self._is_footnote(arrival, numeral):
            return False
        if numeral.style == "decimal":
            return self._new_decimals(arrival, numeral)
        return self._new_list(arrival, numeral)

    def _is_footnote(self, arrival: Arrival, numeral: Numeral) -> bool:
        """Whether a word above bears the number as a call ("thành phố2."): a note at the foot of the page."""
        if numeral.style != "arabic" or numeral.mark not in ("", "."):
            return False
        above = self.text[max(0, arrival.start - FOOTNOTE_REACH) : arrival.start]
        number = numeral.text.rstrip(" .")
        at = above.find(number, 1)
        while at > 0:
            after = above[at + len(number) : at + len(number) + 1]
            word = above[max(0, at - 2) : at]
            if after in _AFTER_A_CALL and word.isalpha() and word.islower() and word not in _SQUARED:
                return True
            at = above.find(number, at + 1)
        return False

    def _wake(self, key: str, numeral: Numeral) -> int | None:
        """Open a doubtfully closed list again that the numeral goes on from with a gap; its depth."""
        for number in range(len(self.dormant) - 1, -1, -1):
            levels = self.dormant[number][1]
            for depth in range(len(levels) - 1, -1, -1):
                gap = numeral.value - levels[depth].last.value
                if levels[depth].key == key and numeral.style != "decimal" and 1 < gap <= WIDEST_GAP:
                    self.stack = levels
                    del self.dormant[number:]
                    return depth
        return None

    def _runs_on(self, arrival: Arrival, numeral: Numeral, key: str) -> bool:
        """Whether the list goes on from the one under the heading before its own."""
        closed = self.closed.get(key)
        if closed is None or not follows(closed.last, numeral):
            return False
        depth = self._depth_for(numeral, key)
        old = self.headings[closed.heading - self.first_index].parent
        new = self.stack[depth - 1].heading if depth else None
        if old is None or new is None or self._list_of(old) != self._list_of(new):
            return False
        self._doze(depth)
        self._push(arrival, numeral, key, closed.list_id)
        return True

    def _list_of(self, index: int) -> int:
        return self.headings[index - self.first_index].list_id

    def _began_inline(self, numeral: Numeral) -> bool:
        """Whether the numeral before it stands inside a sentence since the last heading."""
        start = self.arrivals[0].start
        if self.headings:
            start = self.headings[-1].span.start
        end = self.arrivals[self.position].start
        return find_label(self.text, start, end, numeral, numeral.value - 1, anywhere=True) is not None
