"""The text of a file, and where each of its characters stands in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from vnplanlint.light_typing import TYPE_CHECKING, NamedTuple
from vnplanlint.spans import Span

if TYPE_CHECKING:
    from vnplanlint.readers.comments import Comment


class Position(NamedTuple):
    """Row and column, both from 1, the column in characters of the file as it stands."""

    row: int
    column: int


class Source:
    """A decoded file.

    ``raw`` is the text as it stands in the file (without BOM); ``text`` is what the
    tool reads: NFC, line feeds only, no zero-width characters, blanks where a comment speaks
    to the tool itself (``comments``).  Where the two differ ``_anchors`` maps offsets back.
    """

    __slots__ = (
        "name", "raw", "text", "encoding", "bom", "comments",
        "_text_anchors", "_with_comments", "_raw_anchors", "_line_starts", "_astral",
    )  # fmt: skip

    def __init__(
        self,
        name: str,
        raw: str,
        text: str | None = None,
        anchors: tuple[list[int], list[int]] = ([0], [0]),
        encoding: str = "utf-8",
        bom: bool = False,
        comments: tuple[Comment, ...] = (),
    ) -> None:
        self.name = name
        self.raw = raw
        self.text = raw if text is None else text
        self.encoding = encoding
        self.bom = bom
        self.comments = comments
        self._text_anchors, self._raw_anchors = anchors
        self._line_starts: list[int] | None = None
        self._astral: list[int] | None = None
        self._with_comments: str | None = None

    def with_comments(self) -> str:
        """``text`` with the comments for the tool where they stood."""
        if self._with_comments is None:
            pieces: list[str] = []
            done = 0
            for comment in self.comments:
                pieces += (self.text[done : comment.span.start], comment.words)
                done = comment.span.end
            self._with_comments = "".join((*pieces, self.text[done:])) if pieces else self.text
        return self._with_comments

    def raw_offset(self, offset: int) -> int:
        """The offset in ``raw`` of the character at ``offset`` in ``text``."""
        index = bisect_right(self._text_anchors, offset) - 1
        here = self._raw_anchors[index] + offset - self._text_anchors[index]
        after = self._raw_anchors[index + 1] if index + 1 < len(self._raw_anchors) else len(self.raw)
        return min(here, after)

    def as_stored(self, span: Span) -> str:
        """What stands in the file where ``span`` stands in ``text``."""
        return self.raw[self.raw_offset(span.start) : self.raw_offset(span.end)]

    def offset_of_raw(self, raw: int) -> int:
        """The offset in ``text`` of what stands at ``raw`` in ``self.raw``: the way back from ``raw_offset``.

        Inside a letter that was composed it is that letter.
        """
        index = bisect_right(self._raw_anchors, raw) - 1
        start = self._text_anchors[index]
        here = start + raw - self._raw_anchors[index]
        if index + 1 == len(self._text_anchors):
            return min(here, len(self.text))
        return min(here, max(self._text_anchors[index + 1] - 1, start))

    def changes(self) -> Iterator[tuple[Span, str]]:
        """Where ``text`` was made unlike ``raw``, in order: a span of ``text``, and what stands there in ``raw``."""
        pairs = list(zip(self._text_anchors, self._raw_anchors, strict=True))
        for (start, raw_start), (end, raw_end) in zip(pairs[1::2], pairs[2::2], strict=True):
            yield Span(start, end), self.raw[raw_start:raw_end]

    def position(self, offset: int) -> Position:
        """Row and column in the file of the character at ``offset`` in ``text``."""
        starts = self.line_starts()
        raw = self.raw_offset(offset)
        row = bisect_right(starts, raw)
        return Position(row, raw - starts[row - 1] + 1)

    def line(self, row: int) -> str:
        """Line ``row`` (from 1) of the file, without its line end."""
        starts = self.line_starts()
        end = starts[row] if row < len(starts) else len(self.raw)
        return self.raw[starts[row - 1] : end].rstrip("\r\n")

    def line_starts(self) -> list[int]:
        """Where each line of ``raw`` begins; a line feed, a carriage return, or both together end one."""
        if self._line_starts is None:
            self._line_starts = _line_starts(self.raw)
        return self._line_starts

    def astral_offsets(self) -> list[int]:
        """Where in ``raw`` the characters stand that UTF-16 writes in two units (emoji)."""
        if self._astral is None:
            self._astral = _astral_offsets(self.raw)
        return self._astral


def _line_starts(raw: str) -> list[int]:
    starts = [0]
    position = 0
    while (position := raw.find("\n", position)) >= 0:
        position += 1
        starts.append(position)
    if "\r" in raw and raw.count("\r") > raw.count("\r\n"):  # a lone carriage return ends a line too
        extra = [i + 1 for i, c in enumerate(raw) if c == "\r" and raw[i + 1 : i + 2] != "\n"]
        starts = sorted(starts + extra)
    return starts


def _astral_offsets(raw: str) -> list[int]:
    if len(raw.encode("utf-16-le", "surrogatepass")) == 2 * len(raw):
        return []
    import re  # most texts have none: it is not loaded for them

    return [match.start() for match in re.finditer("[\U00010000-\U0010ffff]", raw)]
