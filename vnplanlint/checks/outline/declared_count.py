"""Does the list hold as many items as the words before it announce?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from vnplanlint.checks.outline.sequences import read_run
from vnplanlint.document.model import Document, Heading
from vnplanlint.findings import Hit, Place
from vnplanlint.mentions.model import CountClaim
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_FEWEST = 2
_CALLED = pattern(r" +(?:\d{1,2}|[IVX]{1,4})(?!\w)")
_LETTERLIKE = 400
"""Items longer than this are read for sums no further."""


class _Lists:
    """The outline, looked up by block, list and parent."""

    def __init__(self, document: Document) -> None:
        self.first_in: dict[int, Heading] = {}
        self.items: dict[int, list[Heading]] = {}
        self.children: dict[int | None, list[Heading]] = {}
        for heading in document.outline.headings:
            self.first_in.setdefault(heading.block, heading)
            self.items.setdefault(heading.list_id, []).append(heading)
            self.children.setdefault(heading.parent, []).append(heading)

    def beginning_in(self, block: int) -> list[Heading]:
        """The list that begins in a block; none where it only goes on there."""
        first = self.first_in.get(block)
        if first is None or first.inline or (first.numeral.style != "bullet" and first.numeral.value != 1):
            return []
        items = self.items[first.list_id]
        return items if items[0] is first else []

    def below(self, items: list[Heading]) -> list[Heading]:
        """What stands directly under the items."""
        return [heading for item in items for heading in self.children.get(item.index, ())]

    def after(self, items: list[Heading]) -> int:
        """How many more headings of any kind follow under the same parent."""
        siblings = self.children[items[0].parent]
        return len(siblings) - bisect_right(siblings, items[-1].index, key=lambda heading: heading.index)


def declared_count(document: Document) -> Iterator[Hit]:
    """A count directly before a list, where no way of counting that list gives it."""
    if not document.mentions.counts:
        return
    lists = _Lists(document)
    for claim in document.mentions.counts:
        block = document.block_at(claim.span.start)
        if block is None or document.in_quotation(claim.span.start) or claim.span.end < block.span.end:
            continue
        items = lists.beginning_in(block.index + 1)
        if not claim.promised and not _are_called(items, claim.noun):
            continue
        if len(items) >= _FEWEST and _is_countable(lists, items, claim.value):
            yield _hit(document, claim, items)


def _are_called(items: list[Heading], noun: str) -> bool:
    """Whether each item bears the noun and a number: "Đợt 1: …", "Giai đoạn II: …"."""
    return all(
        item.numeral.word.casefold() == noun
        or (item.title.casefold().startswith(noun) and _CALLED.match(item.title, len(noun)))
        for item in items
    )


def _is_countable(lists: _Lists, items: list[Heading], claimed: int) -> bool:
    """Whether the list is a plain one that holds another number than the one claimed."""
    if read_run(tuple(items)).slips or claimed in _available_counts(lists, items):
        return False
    return items[0].numeral.style != "bullet" or _is_plain(lists, items, claimed)


def _is_plain(lists: _Lists, items: list[Heading], claimed: int) -> bool:
    """Whether bullets directly after each other are all there is: a bullet too many may be a new thought."""
    unbroken = all(after.block == before.block + 1 for before, after in pairwise(items))
    return len(items) < claimed and unbroken and not lists.below(items)


def _available_counts(lists: _Lists, items: list[Heading]) -> set[int]:
    below, count = len(lists.below(items)), len(items)
    found = {count, items[-1].numeral.value, below, count + below, count + lists.after(items)}
    found.update(_sums(items))
    return found


def _sums(items: list[Heading]) -> Iterator[int]:
    """Sums of the first number that each item names ("huyện 04 buổi; xã 02 buổi")."""
    numbers = [next(_numbers(item.title[:_LETTERLIKE]), 0) for item in items]
    yield sum(numbers)
    yield sum(number or 1 for number in numbers)


def _numbers(words: str) -> Iterator[int]:
    for word in words.split():
        if word.isdecimal() and len(word) <= 2:
            yield int(word)


def _hit(document: Document, claim: CountClaim, items: list[Heading]) -> Hit:
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
