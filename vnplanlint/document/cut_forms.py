"""Parts of a letterhead that a narrow column cut into two lines: "Số:" over "67/KH-UBND"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from vnplanlint.document.marks import OWN_NUMBER, PLACE_DATE, QUOC_HIEU
from vnplanlint.document.model import Block, Component, ComponentKind
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_PATTERNS = {"quoc-hieu": QUOC_HIEU, "so-ky-hieu": OWN_NUMBER, "dia-danh-ngay": PLACE_DATE}
_HALF_NUMBER = pattern(r"S[ốỐ] *:?$")
_HALF_PLACE = pattern(r"\p{Lu}\p{Ll}{0,6}$|\p{Lu}[\p{L}. -]{0,40}, *(?:ngày|$)")
_LONGEST = 60


def find_cut_forms(text: str, blocks: tuple[Block, ...]) -> dict[ComponentKind, Component]:
    """The components that begin in one block and end in the next."""
    found: dict[ComponentKind, Component] = {}
    for block, following in pairwise(blocks):
        if block.span.end - block.span.start > _LONGEST or following.span.end - following.span.start > _LONGEST:
            continue
        for kind in _candidates(text, block):
            if kind in found:
                continue
            both = Span(block.span.start, following.span.end)
            words = text[both.start : both.end].replace("\n", " ")
            match = _PATTERNS[kind].match(words)
            if match and match.end() > block.span.end - both.start:
                span = Span(both.start, both.start + match.end())
                found[kind] = Component(kind, span, " ".join(match.group().split()), block.index)
    return found


def _candidates(text: str, block: Block) -> Iterator[ComponentKind]:
    start, end = block.span
    if text.startswith("CỘNG", start):
        yield "quoc-hieu"
    elif _HALF_NUMBER.match(text, start, end):
        yield "so-ky-hieu"
    elif _HALF_PLACE.match(text, start, end):
        yield "dia-danh-ngay"
