"""The lists that are open at one place of a division, and the headings found so far."""

from __future__ import annotations

from vnplanlint.document.glued_headings import find_label
from vnplanlint.document.model import Heading, Numeral
from vnplanlint.document.ranks import key_of
from vnplanlint.light_typing import NamedTuple
from vnplanlint.spans import Span

WIDEST_GAP = 4
"""A numeral further on than this belongs to no open list, unless the next one says so."""


class Arrival(NamedTuple):
    """A block, or a place inside one, where a heading may begin."""

    block: int
    start: int
    end: int
    readings: tuple[Numeral, ...]
    bullet: str
    inline: bool = False
    forced: bool = False


class Level:
    """An open list: its kind, its last numeral and heading."""

    __slots__ = ("heading", "key", "last", "list_id")

    def __init__(self, key: str, last: Numeral, heading: int, list_id: int) -> None:
        self.key = key
        self.last = last
        self.heading = heading
        self.list_id = list_id


class Missed(Exception):
    """A heading that was passed over stands at ``offset``, inside a paragraph."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


class OpenLists:
    """What has been read of a division: open lists, lists closed on weak evidence, headings."""

    def __init__(
        self, text: str, arrivals: list[Arrival], division: int, first_index: int, first_list: int, search: bool = True
    ) -> None:
        self.text = text
        self.arrivals = arrivals
        self.division = division
        self.first_index = first_index
        self.next_list = first_list
        self.search = search
        self.headings: list[Heading] = []
        self.stack: list[Level] = []
        self.dormant: list[tuple[int, list[Level]]] = []  # closed on weak evidence, from which depth on
        self.closed: dict[str, Level] = {}
        self.position = 0
        self.titles: set[int] = set()  # positions that are the title of a lone numeral

    def _continue(self, arrival: Arrival, numeral: Numeral, depth: int) -> bool:
        level = self.stack[depth]
        self._close(depth + 1)
        self.dormant = [entry for entry in self.dormant if entry[0] <= depth]
        level.last = numeral
        level.heading = self._add(arrival, numeral, depth, level.list_id)
        return True

    def _fresh_list(self) -> int:
        self.next_list += 1
        return self.next_list - 1

    def _push(self, arrival: Arrival, numeral: Numeral, key: str, list_id: int) -> None:
        depth = len(self.stack)
        level = Level(key, numeral, 0, list_id)
        level.heading = self._add(arrival, numeral, depth, list_id)
        self.stack.append(level)

    def _close(self, depth: int) -> None:
        for level in self.stack[depth:]:
            self.closed[level.key] = level
        self.stack = self.stack[:depth]

    def _doze(self, depth: int) -> None:
        """Close the lists from ``depth`` on, but remember them."""
        if depth < len(self.stack):
            self.dormant = [*self.dormant[-7:], (depth, self.stack)]
            self._close(depth)

    def _add(self, arrival: Arrival, numeral: Numeral, depth: int, list_id: int) -> int:
        index = self.first_index + len(self.headings)
        parent = self.stack[depth - 1].heading if depth else None
        title = self._title(arrival, numeral)
        words = title.words(self.text)
        span = Span(numeral.span.start, max(title.end, numeral.span.end))
        self.headings.append(
            Heading(
                index, numeral, words, title, span, depth, parent, list_id, arrival.block, self.division, arrival.inline
            )
        )
        if arrival.inline and len(self.headings) > 1:
            self._cut_title(arrival.start)
        return index

    def _title(self, arrival: Arrival, numeral: Numeral) -> Span:
        start, end = numeral.span.end, arrival.end
        while start < end and self.text[start] == " ":
            start += 1
        if start < end or numeral.style == "bullet" or self.position + 1 >= len(self.arrivals):
            return Span(start, end)
        following = self.arrivals[self.position + 1]
        if following.inline or following.readings or following.bullet or following.block != arrival.block + 1:
            return Span(start, end)
        self.titles.add(self.position + 1)
        return Span(following.start, following.end)

    def _cut_title(self, end: int) -> None:
        """End the title of the heading before a glued one where that begins."""
        host = self.headings[-2]
        if host.title_span.start < end < host.title_span.end:
            words = self.text[host.title_span.start : end].rstrip()
            title = Span(host.title_span.start, host.title_span.start + len(words))
            self.headings[-2] = host._replace(
                title=" ".join(words.split()), title_span=title, span=Span(host.span.start, title.end)
            )

    def _joins_as_slip(self, arrival: Arrival, numeral: Numeral, depth: int) -> bool:
        level = self.stack[depth]
        gap = numeral.value - level.last.value
        if gap > WIDEST_GAP and not self._is_single_slip(level, numeral):
            return False
        self._look_for_missed(level, numeral, arrival)
        return self._continue(arrival, numeral, depth)

    def _is_single_slip(self, level: Level, numeral: Numeral) -> bool:
        """Whether the next numeral of the kind goes on as if this one had the value expected."""
        for arrival in self.arrivals[self.position + 1 :]:
            for other in arrival.readings:
                if key_of(other) == level.key:
                    return other.value == level.last.value + 2
        return False

    def _look_for_missed(self, level: Level, numeral: Numeral, arrival: Arrival, upto: int = 0) -> None:
        """Raise ``Missed`` where the next numeral of ``level`` stands inside a paragraph since its last one."""
        if not self.search or not self.headings:
            return
        last = upto + 1 if upto else numeral.value
        if not level.last.value + 1 < last <= level.last.value + 1 + WIDEST_GAP:
            return
        start = self.headings[level.heading - self.first_index].title_span.start
        at = find_label(self.text, start, arrival.start, level.last, level.last.value + 1)
        if at is not None and not any(other.start == at and other.forced for other in self.arrivals):
            raise Missed(at)
