"""Text of a certain form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit, Remedy
from vnplanlint.light_typing import Any
from vnplanlint.patterns import Match
from vnplanlint.patterns import pattern as compiled
from vnplanlint.spans import Span

_SECONDS = 2.0
"""A pattern that takes longer on one document is broken."""


def pattern(document: Document, given: Mapping[str, Any]) -> Iterator[Hit]:
    """Each match of ``given["pattern"]`` in the joined text.

    Its group ``here``, where it has one, is what is underlined; every named group is a
    value of the messages.  ``given["unless"]`` is a pattern: blocks in which it matches
    are left out.  ``given["replacement"]`` is what should stand there, with ``{name}``
    for a group.

    Raises ``TimeoutError`` for a pattern that does not come to an end.
    """
    unless = compiled(given["unless"]) if "unless" in given else None
    for match in compiled(given["pattern"]).finditer(document.text, timeout=_SECONDS):
        span = Span(*(match.span("here") if "here" in match.groupdict() else match.span()))
        if span.start == span.end or (document.in_quotation(span.start) and not given.get("in-quotations", False)):
            continue
        block = document.block_at(span.start)
        if unless is not None and block is not None and unless.search(document.text, *block.span, timeout=_SECONDS):
            continue
        yield _hit(document, span, match, given)


def _hit(document: Document, span: Span, match: Match[str], given: Mapping[str, Any]) -> Hit:
    values = {name: text or "" for name, text in match.groupdict().items()} | {"text": document.words(span)}
    if "replacement" not in given:
        return Hit(span, values | {"right": ""})
    right = given["replacement"].format(**values)
    remedy = Remedy("replace", (Edit(span, right),), given.get("applicability", "unsafe"), {"right": right})
    return Hit(span, values | {"right": right}, remedies=(remedy,))
