"""Passages between quotation marks, and articles of another act pasted in without marks.

A quotation may run over several blocks only if it opened a block or stood right after
a colon (articles of another act are quoted so); any other must close in its own block.
A mark that nobody closed does not swallow the rest: where the outer list provably goes
on, the quotation has ended.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from vnplanlint.document.marks import RECIPIENTS
from vnplanlint.document.model import Block, Quotation
from vnplanlint.document.numbering import Item, item_of
from vnplanlint.document.pasted import find_pasted
from vnplanlint.light_typing import NamedTuple
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_MARK = pattern(r"[“”\"„‟‘’]")
_DOUBLE_MARK = pattern(r"[“”\"„‟]")
_AMENDS = pattern(r"[^\n]{0,12}\b(?:[Ss]ửa +đổi|[Bb]ổ +sung|[Bb]ãi +bỏ|[Tt]hay +(?:thế|cụm))\b")
_MAX_WRAPPED = 3
"""So many blocks further on a title that was cut may still find its closing mark."""


_MAX_BLOCKS = 400
"""A quotation that is longer than this was never closed."""


class _Open(NamedTuple):
    start: int
    block: int
    may_cross: bool


class _Marks(NamedTuple):
    """The marks of one block, already paired inside it."""

    pairs: list[Quotation]
    opened: list[_Open]
    closers: list[int]
    """Closing marks without an opener here: the offsets after them."""


def find_quotations(text: str, blocks: tuple[Block, ...]) -> tuple[Quotation, ...]:
    """All quotations of the text, nested ones too, ordered by where they begin."""
    found = _between_marks(text, blocks)
    if "Điều" in text:
        quoted = quoted_blocks(blocks, found)
        outside = [block for block in blocks if block.index not in quoted]
        found += (Quotation(span) for span in find_pasted(text, outside))
    found.sort(key=lambda quotation: (quotation.span.start, -quotation.span.end))
    return tuple(found)


def lone_marks(text: str, quotations: Iterable[Quotation]) -> list[tuple[int, bool]]:
    """Marks that belong to no closed quotation: where they stand, and whether they open."""
    starts = {quotation.span.start: quotation.closed for quotation in quotations}
    ends = {quotation.span.end - 1 for quotation in quotations if quotation.closed}
    lone: list[tuple[int, bool]] = []
    for match in _DOUBLE_MARK.finditer(text):
        place, char = match.start(), match.group()
        if place in ends or starts.get(place):
            continue
        if char != '"' or place in starts:
            lone.append((place, place in starts or char in "“„‟"))
        elif not text[place - 1 : place].isdigit():  # 15" is a measure
            lone.append((place, text[place + 1 : place + 2].isalnum()))
    return lone


def _between_marks(text: str, blocks: tuple[Block, ...]) -> list[Quotation]:
    starts = [block.span.start for block in blocks]
    marked = {bisect_right(starts, match.start()) - 1 for match in _MARK.finditer(text)}
    marks = [_pair(text, block) if block.index in marked else None for block in blocks]
    found = [quotation for block in marks if block for quotation in block.pairs]
    found += _across(text, blocks, marks)
    return found


def quoted_blocks(blocks: tuple[Block, ...], quotations: Iterable[Quotation]) -> set[int]:
    """The indices of the blocks that begin inside a quotation (or with it)."""
    starts = [block.span.start for block in blocks]
    quoted: set[int] = set()
    for span, _ in quotations:
        quoted.update(range(bisect_left(starts, span.start), bisect_left(starts, span.end)))
    return quoted


def _pair(text: str, block: Block) -> _Marks:
    pairs: list[Quotation] = []
    opened: list[_Open] = []
    closers: list[int] = []
    single = -1
    for match in _MARK.finditer(text, *block.span):
        char, place = match.group(), match.start()
        if char == "‘":
            single = place
        elif char == "’":
            if single >= 0:
                pairs.append(Quotation(Span(single, place + 1)))
                single = -1
            elif _closes_double(text, place, block.span.end, opened):
                pairs.append(Quotation(Span(opened.pop().start, place + 1)))
        elif _opens(text, place, block.span, text[opened[-1].start] if opened else ""):
            opened.append(_Open(place, block.index, _may_cross(text, place, block)))
        elif opened:
            pairs.append(Quotation(Span(opened.pop().start, place + 1)))
        elif char != '"' or not text[place - 1 : place].isdigit():  # 15" is a measure
            closers.append(place + 1)
    return _Marks(pairs, opened, closers)


def _opens(text: str, place: int, block: Span, is_open: str) -> bool:
    """Whether the mark at ``place`` opens: its shape says so, unless its neighbours prove the contrary.

    ``is_open`` is the mark of the quotation that is open there, if any.
    """
    char = text[place]
    before = text[place - 1] if place > block.start else " "
    after = text[place + 1] if place + 1 < block.end else " "
    stands_before = after.isalnum() or after in "“‘(["
    stands_after = before.isalnum() or before in ".,;:!?…)%”’"
    if char in "“„":
        return not (is_open and stands_after and before != ":" and not stands_before)
    if char == '"' and is_open == "“" and before == " " and stands_before:
        return text.find('"', place + 1, block.end) >= 0
    if char == '"' and is_open:
        return stands_before and not stands_after and text.find('"', place + 1, block.end) >= 0 and before != " "
    return not is_open and stands_before and not (before.isalnum() or before in ".,;!?…)%”’")


def _may_cross(text: str, place: int, block: Block) -> bool:
    """Whether it stands at the start of its block, after a colon, or opens the sentence that announces a list."""
    while place > block.span.start and text[place - 1].isspace():
        place -= 1
    if place == block.span.start or text[place - 1] == ":":
        return True
    return text[place - 1] in ".”" and text[block.span.end - 1] == ":"


def _closes_double(text: str, place: int, end: int, opened: list[_Open]) -> bool:
    """Whether ’ closes a “: after a letter, at the end of a word, with no ” left that could do it."""
    if not opened or text[opened[-1].start] == '"' or text[place - 1].isdigit():
        return False
    at_end = place + 1 >= end or not text[place + 1].isalnum()
    return at_end and text.find("”", place, end) < 0


def _across(text: str, blocks: tuple[Block, ...], marks: list[_Marks | None]) -> Iterator[Quotation]:
    """Quotations that close in a later block, and those that nothing closes."""
    items = _Items(text, blocks)
    starts = [block.span.start for block in blocks]
    free_from = 0
    for here in marks:
        if here is None:
            continue
        for opener in here.opened:
            if opener.start < free_from:
                continue
            end = _closing(text, blocks, marks, opener, items)
            if end is not None:
                free_from = end.span.end
                if end.closed:
                    items.hide(range(opener.block + 1, bisect_left(starts, end.span.end)))
                yield end


class _Items:
    """The numerals at block starts, read when asked for."""

    def __init__(self, text: str, blocks: tuple[Block, ...]) -> None:
        self._text, self._blocks = text, blocks
        self._known: dict[int, Item | None] = {}
        self._quoted: set[int] = set()

    def hide(self, quoted: Iterable[int]) -> None:
        """Note blocks that are quoted, so that their numerals belong to no list of the document."""
        self._quoted.update(quoted)

    def at(self, index: int) -> Item | None:
        if index not in self._known:
            self._known[index] = item_of(self._text, *self._blocks[index].span)
        return self._known[index]

    def before(self, index: int) -> dict[str, int]:
        """The last value of every numeral style at or before the block, nearest 60 blocks."""
        last: dict[str, int] = {}
        for position in range(max(0, index - 60), index + 1):
            item = None if position in self._quoted else self.at(position)
            if item:
                last[item.style] = item.value
        return last


def _closing(
    text: str, blocks: tuple[Block, ...], marks: list[_Marks | None], opener: _Open, items: _Items
) -> Quotation:
    own_end = blocks[opener.block].span.end
    if not opener.may_cross:
        wrapped = _wrapped_end(blocks, marks, opener, items)
        return Quotation(Span(opener.start, wrapped or own_end), wrapped is not None)
    outer = items.before(opener.block)
    inner = item_of(text, opener.start + 1, own_end)
    last_inner = {inner.style: inner.value} if inner else {}
    depth = 0
    for index in range(opener.block + 1, min(len(blocks), opener.block + _MAX_BLOCKS)):
        if _ends_before(text, blocks[index], items.at(index), outer, last_inner):
            return Quotation(Span(opener.start, blocks[index - 1].span.end), closed=False)
        item = items.at(index)
        if item:
            last_inner[item.style] = item.value
        here = marks[index]
        if here is None:
            continue
        if here.closers:
            return Quotation(Span(opener.start, here.closers[min(depth, len(here.closers) - 1)]))
        depth = len([other for other in here.opened if other.may_cross])
    return Quotation(Span(opener.start, own_end), closed=False)


def _ends_before(text: str, block: Block, item: Item | None, outer: dict[str, int], inner: dict[str, int]) -> bool:
    """Whether this block proves that the quotation was never closed."""
    start, end = block.span
    if text[start] == "“" or RECIPIENTS.match(text, start, end):
        return True
    if item is None or outer.get(item.style) != item.value - 1:
        return False
    return inner.get(item.style) != item.value - 1 or (
        item.style in ("arabic", "letter") and _AMENDS.match(text, start, end) is not None
    )


def _wrapped_end(blocks: tuple[Block, ...], marks: list[_Marks | None], opener: _Open, items: _Items) -> int | None:
    """The closing mark of a title that was cut into blocks, if the next few blocks bring it."""
    for index in range(opener.block + 1, min(len(blocks), opener.block + 1 + _MAX_WRAPPED)):
        if blocks[index].bullet or items.at(index):
            return None
        here = marks[index]
        if here is None:
            continue
        if here.closers and not any(pair.span.start < here.closers[0] for pair in here.pairs):
            return here.closers[0]
        return None
    return None
