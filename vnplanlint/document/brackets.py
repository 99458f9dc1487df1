"""Round brackets that stand alone: not list labels, and not cut in two by a line or cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vnplanlint.document.model import Block
from vnplanlint.light_typing import NamedTuple
from vnplanlint.patterns import pattern

_BRACKET = pattern(r"[()]")
_LABEL_BEFORE = pattern(r"(?:[\s“\"'…;:.,|(*_/+–-])(?:\p{L}(?:\d{1,2}\.?)?|[ivx]{1,5}|[1-9]\d?)$|\p{L}{3}[1-9]$")
_LABEL_ROOM = 7
_MAX_BLOCKS = 5
"""So many blocks further on the other half of a cut bracket may stand."""


class Lone(NamedTuple):
    """A bracket without its other half."""

    offset: int
    opens: bool
    block: int


def surplus_brackets(text: str, blocks: Iterable[Block]) -> Iterator[Lone]:
    """Brackets that nothing closes or opens in their own block, in the order of the text."""
    return (lone for block in blocks for lone in _surplus(text, block) if not _is_box(text, lone, block))


def _surplus(text: str, block: Block) -> Iterator[Lone]:
    """What is left over in one block when every bracket has found its other half."""
    opened: list[int] = []
    closed_by_label: list[int] = []
    start, end = block.span
    for match in _BRACKET.finditer(text, start, end):
        place = match.start()
        if match.group() == "(":
            opened.append(place)
        elif opened:
            opener = opened.pop()
            if _is_label(text, start, place) and " " in text[opener:place]:
                closed_by_label.append(opener)
        elif not _is_label(text, start, place):
            if closed_by_label:  # (gồm: a) … b) …): the label closed nothing
                closed_by_label.pop()
            else:
                yield Lone(place, False, block.index)
    for place in opened:
        yield Lone(place, True, block.index)


def _is_box(text: str, lone: Lone, block: Block) -> bool:
    """Whether nothing follows the opening bracket: what is left of a box to tick."""
    rest = text[lone.offset + 1 : min(lone.offset + 4, block.span.end)]
    return lone.opens and (not rest.strip() or rest[:2].isspace() or "\t" in rest)


def _is_label(text: str, start: int, place: int) -> bool:
    """Whether the bracket at ``place`` closes a list label, a) đ) b1) ii) 12), or the mark of a note at a word."""
    before = text[place - _LABEL_ROOM : place] if place - start >= _LABEL_ROOM else " " + text[start:place]
    return _LABEL_BEFORE.search(before) is not None


def without_cut_pairs(surplus: Iterable[Lone]) -> list[Lone]:
    """All of the ``surplus`` but those that belong together over the end of a block: a title or cell was cut."""
    waiting: list[Lone] = []
    lone: list[Lone] = []
    for bracket in surplus:
        if bracket.opens:
            waiting.append(bracket)
        elif waiting and bracket.block - waiting[-1].block <= _MAX_BLOCKS:
            waiting.pop()
        else:
            lone.append(bracket)
    return sorted(waiting + lone)
