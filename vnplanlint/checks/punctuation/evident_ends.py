"""Where a quotation that was never closed must have ended, if the document itself shows it."""

from __future__ import annotations

from itertools import takewhile

from vnplanlint.document.model import Document, Quotation
from vnplanlint.light_typing import NamedTuple
from vnplanlint.patterns import pattern

_WORD = pattern(r"[\p{L}\p{N}]+")
_FEWEST_WORDS = 4
_MOST_WORDS = 90
_ALIKE = 0.85


class _Word(NamedTuple):
    key: str
    end: int


def evident_end(document: Document, opener: int) -> int | None:
    """The offset at which the quotation opened at ``opener`` should close, or None if nothing shows it."""
    words = _words(document, opener)
    if not words:
        return None
    return (
        _end_before_second_stop(document, opener)
        or _end_of_complete_one(document, words)
        or _end_of_shared_words(document, opener, words)
        or _end_of_title(document, opener, words)
        or _end_of_paragraph(document, opener, words)
    )


def _end_before_second_stop(document: Document, opener: int) -> int | None:
    """Between the two stops ("..") that are left when the mark after an article quoted in full is lost."""
    quotation = next((one for one in document.quotations if one.span.start == opener), None)
    place = document.text.find("..", opener, quotation.span.end) if quotation else -1
    return place + 1 if place >= 0 and document.text[place + 2 : place + 3] != "." else None


def _words(document: Document, opener: int) -> list[_Word]:
    """The words from the opener to the end of its block."""
    block = document.block_at(opener)
    end = block.span.end if block else opener
    found = _WORD.finditer(document.text, opener + 1, end)
    return [_Word(match.group().casefold(), match.end()) for match, _ in zip(found, range(_MOST_WORDS), strict=False)]


def _end_of_complete_one(document: Document, words: list[_Word]) -> int | None:
    """Where the same name, quoted in full elsewhere, would end here."""
    for theirs in document.ask(_complete_ones):
        count = len(theirs)
        if count < _FEWEST_WORDS or count > len(words):
            continue
        equal = sum(word.key == key for word, key in zip(words, theirs, strict=False))
        if words[0].key == theirs[0] and words[count - 1].key == theirs[-1] and equal >= _ALIKE * count:
            return words[count - 1].end
    return None


def _complete_ones(document: Document) -> list[list[str]]:
    """The words of every quotation that is closed."""
    return [_quoted(document, quotation) for quotation in document.quotations if quotation.closed]


def _quoted(document: Document, quotation: Quotation) -> list[str]:
    found = _WORD.finditer(document.text, *quotation.span)
    return [match.group().casefold() for match, _ in zip(found, range(_MOST_WORDS + 1), strict=False)]


def _end_of_shared_words(document: Document, opener: int, words: list[_Word]) -> int | None:
    """The sentence end in the words that another quotation, never closed either, has in common."""
    for quotation in document.quotations:
        if quotation.closed or quotation.span.start == opener:
            continue
        pairs = zip(words, _words(document, quotation.span.start), strict=False)
        shared = [mine for mine, _ in takewhile(lambda pair: pair[0].key == pair[1].key, pairs)]
        ends = [word.end for word in shared[_FEWEST_WORDS:] if document.text[word.end : word.end + 2] in (". ", ".\n")]
        if ends:
            return ends[-1]
    return None


def _end_of_title(document: Document, opener: int, words: list[_Word]) -> int | None:
    """The end of the subject line, if the quotation opens in it."""
    for component in document.components:
        if component.kind == "trich-yeu" and component.span.start <= opener < component.span.end:
            inside = [word.end for word in words if word.end <= component.span.end]
            return inside[-1] if inside and component.span.end - inside[-1] <= 1 else None
    return None


def _end_of_paragraph(document: Document, opener: int, words: list[_Word]) -> int | None:
    """The end of a paragraph that is nothing but one quoted sentence."""
    block = document.block_at(opener)
    if block is None or block.span.start != opener or len(words) >= _MOST_WORDS:
        return None
    last = words[-1].end
    inner = document.text[opener:last]
    return last if document.text[last : last + 1] == "." and not any(mark in inner for mark in ".;:") else None
