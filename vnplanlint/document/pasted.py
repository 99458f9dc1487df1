"""Articles of another act, pasted into a document without quotation marks.

Two kinds: what a text without articles of its own quotes, and the new wording that an
amendment brings ("2. Sửa đổi khoản 3 Điều 5 như sau:" and then "3. …").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnplanlint.document.marks import RECIPIENTS
from vnplanlint.document.model import Block
from vnplanlint.document.numbering import Item, item_of
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_ANNOUNCES = pattern(r"(?:quy +định|như +sau|nêu +rõ|ghi +rõ|cụ +thể|nguyên +văn)[^\n.]{0,40}:$")


_CHANGES = pattern(r"(?:[Ss]ửa +đổi|[Bb]ổ +sung|[Bb]ãi +bỏ|[Tt]hay +(?:thế|cụm)|[Đđ]iều +chỉnh)\b")
_UNIT = pattern(r"(?:[Kk]hoản|[Đđ]iểm|Điều|[Mm]ục|Chương|Phần|[Đđ]oạn|[Tt]iết) +(?:\d|[IVX]|thứ|[a-zđ]\b)")
_NEW_WORDING = pattern(r"(?:như +sau|sau +đây) *:$")
_MOST_PASTED = 200
_LONGEST = 700


def find_pasted(text: str, blocks: Sequence[Block]) -> Iterator[Span]:
    """Runs of blocks that give articles of another act or the new wording of an amended one."""
    items = [item_of(text, *block.span) for block in blocks]
    yield from _new_wordings(text, blocks, items)
    yield from _articles(text, blocks, items)


def _new_wordings(text: str, blocks: Sequence[Block], items: Sequence[Item | None]) -> Iterator[Span]:
    """What stands under each point of an amendment, up to where the points provably go on."""
    outer: dict[str, int] = {}
    position = 0
    while position < len(blocks):
        item = items[position]
        if item:
            outer[item.style] = item.value
        if item and _brings_new_wording(text, blocks, position):
            end = _where_points_go_on(text, blocks, items, position + 1, outer)
            if end > position + 1:
                yield Span(blocks[position].span.end, blocks[end - 1].span.end)
                position = end - 1
        position += 1


def _brings_new_wording(text: str, blocks: Sequence[Block], position: int) -> bool:
    start, end = blocks[position].span
    if end - start > _LONGEST or not _NEW_WORDING.search(text, max(start, end - 20), end):
        return False
    if position + 1 >= len(blocks) or blocks[position + 1].index != blocks[position].index + 1:
        return False
    changes = _CHANGES.search(text, start, end) and _UNIT.search(text, start + 2, end)
    return bool(changes) and not _changes(text, blocks[position + 1])


def _changes(text: str, block: Block) -> bool:
    return _CHANGES.search(text, block.span.start, min(block.span.end, block.span.start + 250)) is not None


def _where_points_go_on(
    text: str, blocks: Sequence[Block], items: Sequence[Item | None], first: int, outer: dict[str, int]
) -> int:
    """The position of the next point of the amendment; ``first`` where nothing shows it."""
    for position in range(first, min(len(blocks), first + _MOST_PASTED)):
        item, block = items[position], blocks[position]
        if RECIPIENTS.match(text, *block.span):
            return position
        if position == first:
            continue  # the new wording itself, whatever its number
        if item and outer.get(item.style) == item.value - 1 and (item.style == "dieu" or _changes(text, block)):
            return position
    return first


def _articles(text: str, blocks: Sequence[Block], items: Sequence[Item | None]) -> Iterator[Span]:
    """Runs of blocks that begin with an article, in a text that has no first article of its own."""
    if any(item and item.style == "dieu" and item.value == 1 for item in items):
        return
    position = 0
    while position < len(blocks):
        item = items[position]
        if item and item.style == "dieu" and position and _announces(text, blocks[position - 1]):
            end = _end(text, blocks, position)
            yield Span(blocks[position].span.start, blocks[end - 1].span.end)
            position = end
        position += 1


def _announces(text: str, block: Block) -> bool:
    return _ANNOUNCES.search(text, *block.span) is not None


def _end(text: str, blocks: Sequence[Block], start: int) -> int:
    """Where the pasted run stops: at what does not go on its own numbering."""
    last = {"arabic": 0, "letter": 0}
    plain_allowed = True  # the words of an article under its heading
    position = start + 1
    while position < len(blocks):
        block = blocks[position]
        item = item_of(text, *block.span)
        if block.bullet or block.level or RECIPIENTS.match(text, *block.span):
            break
        if item is None:
            if not plain_allowed:
                break
            plain_allowed = False
        elif item.style == "dieu":
            last, plain_allowed = {"arabic": 0, "letter": 0}, True
        elif item.style in last and item.value == last[item.style] + 1:
            last[item.style] = item.value
            plain_allowed = False
            if item.style == "arabic":
                last["letter"] = 0
        else:
            break
        position += 1
    return position
