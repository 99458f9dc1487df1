"""Which words are the document's own: not quoted, not the title of another document."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from vnplanlint.document.model import Document
from vnplanlint.spans import Span


class OwnWords:
    """Tells for an offset whether the document itself chose the words that stand there."""

    __slots__ = ("_document", "_starts", "_ends", "_foreign")

    def __init__(self, document: Document) -> None:
        """Take the titles of cited documents and the divisions that others wrote."""
        titles = sorted({one.title_span for one in document.mentions.references if one.title_span})
        self._document = document
        self._starts = [title.start for title in titles]
        self._ends = [_end_of_title(document.text, title) for title in titles]
        self._foreign = [
            division.span for division in document.divisions if division.kind in ("chrome", "quotation", "form")
        ]

    def at(self, offset: int) -> bool:
        """Whether ``offset`` lies in the document's own words."""
        return not self.in_title(offset) and not self._document.in_quotation(offset) and not self._is_foreign(offset)

    def in_title(self, offset: int) -> bool:
        """Whether ``offset`` lies in the title of a cited document."""
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._ends[index]

    def _is_foreign(self, offset: int) -> bool:
        return any(span.start <= offset < span.end for span in self._foreign)


def _end_of_title(text: str, title: Span) -> int:
    """Where the title ends for certain: "… và Kế hoạch này đến từng" is no longer part of it."""
    this = text.find(" này ", title.start, title.end)
    return title.end if this < 0 else this


@lru_cache(maxsize=1)
def own_words(document: Document) -> OwnWords:
    """The ``OwnWords`` of a document, made once for all rules that ask."""
    return OwnWords(document)
