"""Does the list hold as many items as the words before it announce?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from vnplanlint.checks.outline.sequences import read_run
from vnplanlint.document.model import Document, Heading
from vnplanlint.findings import Hit, Place
from vnplanlint.mentions.model import CountClaim
from vnplanlint.spans import Span

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
        if items[0].numeral.style == "bullet" and not _is_plain_list(document, items, claim.value):
            continue
        yield _hit(document, claim, items)


def _items_after(document: Document, block: int) -> tuple[Heading, ...]:
    """The list that begins in the next block; none where it only goes on there."""
    headings = document.outline.headings
    first = next((heading for heading in headings if heading.block == block + 1), None)
    if first is None or first.inline or (first.numeral.style != "bullet" and first.numeral.value != 1):
        return ()
    same = tuple(heading for heading in headings if heading.list_id == first.list_id)
    return same if same[0] is first else ()


def _is_plain_list(document: Document, items: tuple[Heading, ...], claimed: int) -> bool:
    """Whether bullets directly after each other are all there is: a bullet too many may be a new thought."""
    below = [heading for heading in document.outline.headings if heading.parent in {item.index for item in items}]
    return len(items) < claimed and not below and all(b.block == a.block + 1 for a, b in pairwise(items))


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
    words = document.text[claim.value_span.end : claim.span.end].casefold()
    noun_end = claim.value_span.end + len(words)
    first_word = words.find(claim.noun.split()[-1])
    if first_word >= 0:
        noun_end = claim.value_span.end + first_word + len(claim.noun.split()[-1])
    return Hit(
        Span(claim.value_span.start, noun_end),
        {"claimed": document.words(claim.value_span), "noun": claim.noun, "actual": len(items)},
        places=(
            Place(items[0].numeral.span, "first", {"numeral": items[0].numeral.text}),
            Place(items[-1].numeral.span, "last", {"numeral": items[-1].numeral.text}),
        ),
    )
