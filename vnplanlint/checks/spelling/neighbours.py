"""Which syllables belong together: by common compounds, then the dictionary, then segmentation.

What decides costs more from one to the next, so the next is asked only where the one
before has no answer.
"""

from __future__ import annotations

from bisect import bisect_right

from vnplanlint.document.model import Document
from vnplanlint.mentions.model import DocumentReference
from vnplanlint.mentions.syllables import Syllables
from vnplanlint.spans import Span
from vnplanlint.wordtables import customs


def is_word(first: str, second: str) -> bool:
    """Whether the two syllables are a word of the dictionary."""
    if not first or not second:
        return False
    from vnplanlint.segmentation import dictionary

    words = dictionary()
    return any(spelling in words for spelling in customs(f"{first} {second}"))


def stand_alone(syllables: Syllables, first: int, last: int) -> bool:
    """Whether segmentation joins neither syllable ``first`` to the one before nor ``last`` to the one behind."""
    from vnplanlint.segmentation import words_of

    start, end = _clause(syllables, first, last)
    words = words_of([syllables.written(index) for index in range(start, end)])
    edges = {place for word in words for place in word}
    return first - start in edges and last + 1 - start in edges


_REACH = 12
"""Syllables to either side that segmentation is shown: more change nothing."""


def _clause(syllables: Syllables, first: int, last: int) -> tuple[int, int]:
    start, end = first, last + 1
    while start > max(first - _REACH, 0) and syllables.goes_on(start - 1):
        start -= 1
    while end < min(last + 1 + _REACH, len(syllables)) and syllables.goes_on(end - 1):
        end += 1
    return start, end


_NEAR = 8
"""References before a place whose titles may reach it: one stands in the title of another."""


def is_quoted(document: Document, span: Span) -> bool:
    """Whether these are another's words: a quotation, or the title of a cited document."""
    if document.in_quotation(span.start) and any(
        quotation.closed and quotation.span.contains(span) for quotation in document.quotations
    ):
        return True
    return in_title(document, span)


def in_title(document: Document, span: Span) -> bool:
    """Whether ``span`` stands in the title of a cited document."""
    references = document.mentions.references
    before = bisect_right(references, span.start, key=_start)
    titles = (reference.title_span for reference in references[max(before - _NEAR, 0) : before])
    return any(title is not None and title.contains(span) for title in titles)


def _start(reference: DocumentReference) -> int:
    return reference.span.start
