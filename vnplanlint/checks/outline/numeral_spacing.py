"""Is a numeral set off from its heading by its mark and a space, on a line of its own?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from vnplanlint.document.model import Document, Heading
from vnplanlint.findings import Edit, Hit, Remedy
from vnplanlint.spans import Span

_NEAR = 3
_MARKED = frozenset(("arabic", "roman", "capital", "dieu"))


def numeral_spacing(document: Document) -> Iterator[Hit]:
    """Headings glued to the paragraph before, and numerals without their dot or space."""
    bare = _bare(document)
    unbroken = _unbroken_blocks(document)
    for heading in document.outline.headings:
        numeral = heading.numeral
        end = Span(numeral.span.end, numeral.span.end)
        values = {"numeral": numeral.text}
        if heading.inline:
            if heading.block in unbroken:
                continue
            start = Span(numeral.span.start, numeral.span.start)
            yield Hit(numeral.span, values, "glued", remedies=(Remedy("line", (Edit(start, "\n"),), "unsafe", values),))
        elif not numeral.mark and heading.index in bare and heading.title and not _is_footnote(document, heading):
            fix = Remedy("dot", (Edit(end, "."),), "unsafe", {"right": numeral.text + "."})
            yield Hit(numeral.span, values, "dot", remedies=(fix,))
        elif numeral.mark and not numeral.spaced:
            fix = Remedy("space", (Edit(end, " "),), "safe", {"right": numeral.text + " " + _first_word(heading)})
            yield Hit(numeral.span, values, remedies=(fix,))


def _unbroken_blocks(document: Document) -> set[int]:
    """Blocks that hold several Điều: a text whose line breaks were lost on the way, not in the typing."""
    articles = Counter(h.block for h in document.outline.headings if h.numeral.style == "dieu")
    return {block for block, count in articles.items() if count > 1}


def _bare(document: Document) -> set[int]:
    """Numerals without a closing mark among siblings that have one: not footnotes, not a way of writing."""
    bare: set[int] = set()
    for siblings in document.lists:
        style = siblings[0].numeral.style
        if style in _MARKED or style == "decimal":
            without = [heading.index for heading in siblings if not heading.numeral.mark]
            if len(without) * 2 < len(siblings) or (style in _MARKED and len(without) == 1):
                bare.update(without)
    return bare


def _is_footnote(document: Document, heading: Heading) -> bool:
    """Whether the notes before and after, without a mark too, stand near by."""
    value = heading.numeral.value
    near = document.blocks[max(0, heading.block - _NEAR) : heading.block + _NEAR + 1]
    return heading.numeral.style == "arabic" and any(
        document.text.startswith((f"{value - 1} ", f"{value + 1} "), block.span.start) for block in near
    )


def _first_word(heading: Heading) -> str:
    return heading.title.split(" ", 1)[0] if heading.title else ""
