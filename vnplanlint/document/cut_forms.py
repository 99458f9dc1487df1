"""Parts of a letterhead that a narrow column cut into two lines: "Số:" over "67/KH-UBND"."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.document.marks import OWN_NUMBER, PLACE_DATE, QUOC_HIEU
from vnplanlint.document.model import Block, Component, ComponentKind
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_PATTERNS = {"quoc-hieu": QUOC_HIEU, "so-ky-hieu": OWN_NUMBER, "dia-danh-ngay": PLACE_DATE}
_HALF_NUMBER = pattern(r"S[ốỐ] *:?$")
_HALF_PLACE = pattern(r"\p{Lu}\p{Ll}{0,6}$|\p{Lu}[\p{L}. -]{0,40}, *(?:ngày|$)")
_LONGEST = 60
_MAX_LINES = 3


def find_cut_forms(text: str, blocks: tuple[Block, ...]) -> dict[ComponentKind, Component]:
    """The components that begin in one block and end in the next, or the one after."""
    found: dict[ComponentKind, Component] = {}
    for position, block in enumerate(blocks[:-1]):
        for kind in _candidates(text, block):
            component = _over_lines(text, blocks[position : position + _MAX_LINES], kind)
            if component and kind not in found:
                found[kind] = component
    return found


def _over_lines(text: str, lines: tuple[Block, ...], kind: ComponentKind) -> Component | None:
    start, first_end = lines[0].span
    for line in lines[1:]:
        if line.bullet or line.span.end - line.span.start > _LONGEST:
            return None
        words = text[start : line.span.end].replace("\n", " ")
        match = _PATTERNS[kind].match(words)
        if match and match.end() > first_end - start:
            return Component(kind, Span(start, start + match.end()), " ".join(match.group().split()), lines[0].index)
    return None


def _candidates(text: str, block: Block) -> Iterator[ComponentKind]:
    start, end = block.span
    if end - start > _LONGEST:
        return
    if text.startswith("CỘNG", start):
        yield "quoc-hieu"
    elif _HALF_NUMBER.match(text, start, end):
        yield "so-ky-hieu"
    elif _HALF_PLACE.match(text, start, end):
        yield "dia-danh-ngay"
