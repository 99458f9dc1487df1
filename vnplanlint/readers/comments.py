"""Comments that speak to the tool, such as ``<!-- vnplanlint: ignore NT102 -->``.

They are taken out of the text before anybody reads it, in place, so that a comment changes nothing but what it
says: a rule sees blanks at the end of a line, and ``GONE`` where these would look like a gap or an empty line.
"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.light_typing import NamedTuple
from vnplanlint.spans import Span

ADDRESSEE = "vnplanlint"
GONE = "\0"
"""Stands where a comment stood that has nothing before it or something behind it on its line."""
_OPENING, _CLOSING = "<!--", "-->"
_FENCE = "```"


class Comment(NamedTuple):
    """One comment for the tool: its place and its words, from ``<!--`` to ``-->`` (or the end of the line)."""

    span: Span
    words: str

    @property
    def closed(self) -> bool:
        """Whether it ends at all; if not, it is text for everybody else."""
        return self.words.endswith(_CLOSING)


def take_out(text: str) -> tuple[str, tuple[Comment, ...]]:
    """``text`` without the comments for the tool, as long as before, and these comments."""
    comments = tuple(_comments(text))
    pieces: list[str] = []
    last = len(text)
    trails = False
    for span in (comment.span for comment in reversed(comments) if comment.closed):
        line_end = text.find("\n", span.end, last)
        behind = text[span.end : line_end if line_end >= 0 else last]
        trails = not behind.strip(" \t|") and (trails or line_end >= 0 or last == len(text))
        pieces += (text[span.end : last], _blanked(text, span, trails))
        last = span.start
    return "".join((text[:last], *reversed(pieces))), comments


def fences(text: str) -> list[Span]:
    """The blocks of code in Markdown, each from the line that opens it to after the one that closes it."""
    found: list[Span] = []
    opened: tuple[int, int] | None = None
    position = 0
    for line in text.split("\n") if _FENCE in text else ():
        marks = line.strip()
        length = len(marks) - len(marks.lstrip("`"))
        end = position + len(line) + 1
        if opened is None and length >= len(_FENCE) and "`" not in marks[length:]:
            opened = position, length
        elif opened is not None and marks == "`" * length and length >= opened[1]:
            found.append(Span(opened[0], min(end, len(text))))
            opened = None
        position = end
    return found


def _comments(text: str) -> Iterator[Comment]:
    code = fences(text)
    done, closes = 0, True
    while (start := text.find(_OPENING, done)) >= 0:
        end = text.find(_CLOSING, start + len(_OPENING)) if closes else -1
        closes = end >= 0
        done = end + len(_CLOSING) if closes else start + len(_OPENING)
        if not _speaks_to_us(text, start) or any(span.start <= start < span.end for span in code):
            continue
        if not closes:
            line_end = text.find("\n", start)
            done = line_end if line_end >= 0 else len(text)
        yield Comment(Span(start, done), text[start:done])


def _speaks_to_us(text: str, start: int) -> bool:
    """Whether our name opens the comment; between the marks of code it is an example."""
    words = text[start + len(_OPENING) : start + len(_OPENING) + 80].lstrip()
    return words.startswith(ADDRESSEE) and text[max(0, start - 1) : start] != "`"


def _blanked(text: str, span: Span, trails: bool) -> str:
    """As many blanks as the comment is long; ``trails``: nothing but bars stands behind it."""
    lines = text[span.start : span.end].split("\n")
    fillers = [GONE] * len(lines)
    if text[text.rfind("\n", 0, span.start) + 1 : span.start].strip() and (len(lines) > 1 or trails):
        fillers[0] = " "
    return "\n".join(filler * len(line) for filler, line in zip(fillers, lines, strict=True))
