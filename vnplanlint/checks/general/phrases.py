"""Where a phrase stands in a document, whatever the spaces between its words."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.document.model import Document
from vnplanlint.patterns import IGNORECASE, Pattern, pattern
from vnplanlint.spans import Span

_SPECIAL = frozenset(r".^$*+?{}[]\|()-&~#")


def phrase(words: str, any_case: bool = True) -> Pattern[str]:
    """A pattern for ``words`` as a whole: no letter or digit right before or after it."""
    escaped = " +".join("".join(f"\\{char}" if char in _SPECIAL else char for char in word) for word in words.split())
    return pattern(rf"(?<![\p{{L}}\p{{N}}]){escaped}(?![\p{{L}}\p{{N}}])", IGNORECASE if any_case else 0)


def places(document: Document, wanted: Pattern[str], in_quotations: bool = False) -> Iterator[Span]:
    """Every place of ``wanted``, those inside quotations only if asked for."""
    for match in wanted.finditer(document.text):
        if in_quotations or not document.in_quotation(match.start()):
            yield Span(*match.span())
