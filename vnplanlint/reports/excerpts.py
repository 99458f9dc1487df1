"""Source lines with a gutter of line numbers and the marked part underlined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vnplanlint.readers.source import Source
from vnplanlint.reports import Line, Segment
from vnplanlint.reports.columns import Excerpt, excerpt, width, wrap
from vnplanlint.spans import Span

_MOST_LINES = 4  # of one place; what is longer shows its beginning and its end
_LEAST_ROOM = 24


class Excerpter:
    """Shows the places of one finding, all with the same gutter, a line with two of them once."""

    def __init__(self, source: Source, spans: Iterable[Span], room: int) -> None:
        self._source = source
        rows = [source.position(max(span.start, span.end - 1)).row for span in spans]
        self._digits = len(str(max(rows)))
        self._room = max(room - self._digits - 3, _LEAST_ROOM)
        self._above = (0, "")  # the row and text of the source line shown last

    def lines(self, span: Span, style: str, label: str = "") -> Iterator[Line]:
        """The lines of ``span``, underlined in ``style``, with ``label`` after the last."""
        rows = self._rows(span)
        gap = 0
        if len(rows) > _MOST_LINES:
            gap = rows[_MOST_LINES // 2 - 1][0]
            rows = [*rows[: _MOST_LINES // 2], *rows[-_MOST_LINES // 2 :]]
        for number, (row, start, end) in enumerate(rows):
            shown = excerpt(self._source.line(row), start, end, self._room)
            if (row, shown.text) != self._above:
                yield self._gutter(str(row)), Segment(shown.text)
                self._above = (row, shown.text)
            is_last = number == len(rows) - 1
            yield from self._underline(shown, style, label if is_last else "")
            if row == gap:
                yield (self._gutter("…"),)

    def note(self, mark: str, text: str, style: str) -> Iterator[Line]:
        """A remark under the excerpts, wrapped."""
        head = f"= {mark}: " if mark else "= "
        indent = " " * (self._digits + 1)
        lines = wrap(text, max(self._room - width(head) + 2, _LEAST_ROOM))
        yield Segment(indent), Segment(head, "gutter"), Segment(lines[0], style)
        for line in lines[1:]:
            yield Segment(indent + " " * width(head)), Segment(line, style)

    def _rows(self, span: Span) -> list[tuple[int, int, int]]:
        """Row and marked columns (from 0) for each line of ``span`` that holds anything."""
        first = self._source.position(span.start)
        last = self._source.position(max(span.end, span.start))
        rows = []
        for row in range(first.row, last.row + 1):
            line = self._source.line(row)
            start = first.column - 1 if row == first.row else len(line) - len(line.lstrip())
            end = last.column - 1 if row == last.row else len(line.rstrip())
            if line[start:end].strip() or first.row == last.row:
                rows.append((row, start, end))
        return rows or [(first.row, first.column - 1, first.column - 1)]

    def _gutter(self, number: str = "") -> Segment:
        return Segment(f"{number:>{self._digits}} │ ", "gutter")

    def _underline(self, shown: Excerpt, style: str, label: str) -> Iterator[Line]:
        mark = ("─" if style == "related" else "^") * shown.length
        start = (self._gutter(), Segment(" " * shown.start), Segment(mark, style))
        left = self._room - shown.start - shown.length - 2
        if not label:
            yield start
        elif width(label) <= left:
            yield *start, Segment("  "), Segment(label, "label")
        else:
            yield start
            indent = min(shown.start, max(self._room - width(label), 0), self._room // 2)
            for line in wrap(label, self._room - indent):
                yield self._gutter(), Segment(" " * indent), Segment(line, "label")
