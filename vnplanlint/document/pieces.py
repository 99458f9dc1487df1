"""The pieces of a block that stand side by side: table cells, columns of a letterhead."""

from __future__ import annotations

from vnplanlint.document.model import Block, Component, ComponentKind
from vnplanlint.light_typing import NamedTuple
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_GAP = pattern(r"\t|\|")
_LIST_MARK = pattern(r"[-–+*•·] *(?=[\p{L}(])")
_FRAME = " *_-–—=.:|"


class Piece(NamedTuple):
    """Words of one column; ``text`` has single spaces, ``bullet`` tells a list item."""

    span: Span
    text: str
    block: int
    bullet: bool = False

    def component(self, kind: ComponentKind) -> Component:
        """This piece as a component of the document."""
        return Component(kind, self.span, self.text, self.block)


def piece(text: str, start: int, end: int, block: Block) -> Piece:
    """The words from ``start`` to ``end``, without white space and list mark around them."""
    while start < end and text[start] in " \t\n":
        start += 1
    while end > start and text[end - 1] in " \t\n":
        end -= 1
    mark = _LIST_MARK.match(text, start, end)
    bullet = mark is not None or (bool(block.bullet) and start == block.span.start)
    if mark:
        start = mark.end()
    span = Span(start, end)
    return Piece(span, span.words(text), block.index, bullet)


def pieces(text: str, block: Block) -> list[Piece]:
    """The columns of a block from left to right; one piece where there is one column."""
    found: list[Piece] = []
    start, end = block.span
    for gap in _GAP.finditer(text, start, end):
        found.append(piece(text, start, gap.start(), block))
        start = gap.end()
    found.append(piece(text, start, end, block))
    return [part for part in found if part.text]


def opens_piece(text: str, place: int, block: Block) -> bool:
    """Whether the words of a column of ``block`` begin at ``place``."""
    start = place
    while start > block.span.start and text[start - 1] == " ":
        start -= 1
    if start > block.span.start and _LIST_MARK.match(text, start - 1, block.span.end):
        start -= 1
        while start > block.span.start and text[start - 1] == " ":
            start -= 1
    return start == block.span.start or text[start - 1] in "\t|\n"


def words_of(text: str, block: Block) -> str:
    """The words of a block with single spaces."""
    return block.span.words(text)


def is_capitals(words: str) -> bool:
    """Whether the words are set in capitals ("SỞ NỘI VỤ")."""
    return len(words) > 1 and words.isupper()


def without_frame(found: Piece, text: str) -> Piece:
    """The piece without rules and stars around its words."""
    start, end = found.span
    while start < end and text[start] in _FRAME:
        start += 1
    while end > start and text[end - 1] in _FRAME:
        end -= 1
    span = Span(start, end)
    return found._replace(span=span, text=span.words(text))
