"""Articles of another act, pasted into a document without quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnplanlint.document.marks import RECIPIENTS
from vnplanlint.document.model import Block
from vnplanlint.document.numbering import item_of
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_ANNOUNCES = pattern(r"(?:quy +định|như +sau|nêu +rõ|ghi +rõ|cụ +thể|nguyên +văn)[^\n.]{0,40}:$")


def find_pasted(text: str, blocks: Sequence[Block]) -> Iterator[Span]:
    """Runs of blocks that begin with an article, in a text that has no first article of its own."""
    items = [item_of(text, *block.span) for block in blocks]
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
