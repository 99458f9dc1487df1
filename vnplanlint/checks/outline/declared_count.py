"""Does the list hold as many items as the words before it announce?"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.outline.sequences import read_run
from vnplanlint.document.model import Document, Heading
from vnplanlint.findings import Hit, Place
from vnplanlint.mentions.model import CountClaim

_FEWEST = 2
_LETTERLIKE = 400
"""Items longer than this are read for sums no further."""


def declared_count(document: Document) -> Iterator[Hit]:
    """A count directly before a numbered list, where no way of counting that list gives it."""
    for claim in document.mentions.counts:
        block = document.block_at(claim.span.start)
        if block is None or document.in_quotation(claim.span.start) or claim.span.end < block.span.end:
            continue
        items = _items_after(document, block.index)
        if len(items) < _FEWEST or read_run(items).slips or claim.value in _available_counts(document, items):
            continue
        yield _hit(document, claim, items)


def _items_after(document: Document, block: int) -> tuple[Heading, ...]:
    """The list that begins in the next block; none where it only goes on there."""
    headings = document.outline.headings
    first = next((heading for heading in headings if heading.block == block + 1), None)
    if first is None or first.numeral.style == "bullet" or first.numeral.value != 1 or first.inline:
        return ()
    same = tuple(heading for heading in headings if heading.list_id == first.list_id)
    return same if same[0] is first else ()


def _available_counts(document: Document, items: tuple[Heading, ...]) -> set[int]:
    headings = document.outline.headings
    below = [heading for heading in headings if heading.parent in {item.index for item in items}]
    after = [heading for heading in headings if heading.index > items[-1].index and heading.depth == items[-1].depth]
    continued = 0
    for heading in after:
        if heading.parent != items[0].parent:
            break
        continued += 1
    found = {len(items), items[-1].numeral.value, len(below), len(items) + len(below), len(items) + continued}
    found.update(_sums(items))
    return found


def _sums(items: tuple[Heading, ...]) -> Iterator[int]:
    """Sums of the first number that each item names ("huyện 04 buổi; xã 02 buổi")."""
    numbers = [next(_numbers(item.title[:_LETTERLIKE]), 0) for item in items]
    yield sum(numbers)
    yield sum(number or 1 for number in numbers)


def _numbers(words: str) -> Iterator[int]:
    for word in words.split():
        if word.isdecimal() and len(word) <= 2:
            yield int(word)


def _hit(document: Document, claim: CountClaim, items: tuple[Heading, ...]) -> Hit:
    return Hit(
        claim.value_span,
        {"claimed": document.words(claim.value_span), "noun": claim.noun, "actual": len(items)},
        places=(
            Place(items[0].numeral.span, "first", {"numeral": items[0].numeral.text}),
            Place(items[-1].numeral.span, "last", {"numeral": items[-1].numeral.text}),
        ),
    )
