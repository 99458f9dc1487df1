"""The documents that a text cites: what is known of each, and where else it is cited."""

from __future__ import annotations

from vnplanlint.document.model import Document
from vnplanlint.facts import Act, Succession
from vnplanlint.mentions.model import DocumentReference
from vnplanlint.mentions.reference_keys import full_symbol, is_document_of, key_of
from vnplanlint.spans import Span

_GONE = ("replaced", "no longer applied", "superseded", "abolished")


def reference_at(document: Document, offset: int) -> DocumentReference | None:
    """The cited document at ``offset``, the innermost one where a title holds another."""
    found = [
        reference
        for reference in document.mentions.references
        if any(span.start <= offset <= span.end for span in (reference.span, reference.title_span or reference.span))
    ]
    return min(found, key=_width, default=None)


def _width(reference: DocumentReference) -> int:
    end = reference.title_span.end if reference.title_span else reference.span.end
    return end - reference.span.start


def places_of(document: Document, reference: DocumentReference) -> list[Span]:
    """Every place where the same document is cited, this one included."""
    key = key_of(reference)
    if key is None:
        return [reference.span]
    return [other.span for other in document.mentions.references if key_of(other) == key]


def act_of(document: Document, reference: DocumentReference) -> Act | None:
    """The well-known act that is cited, if it surely is that one."""
    if reference.symbol is not None and reference.symbol.year is None:
        return None
    symbol = full_symbol(reference, document.facts)
    acts = document.facts.acts
    return next((act for act in acts if act.symbol.upper() == symbol and act.certainty == "high"), None)


def successors_of(document: Document, reference: DocumentReference) -> list[Succession]:
    """What has replaced the cited document, and what has replaced that, as far as it is known for sure."""
    gone = {
        row.symbol.upper(): row
        for row in reversed(document.facts.successions)
        if row.status in _GONE and row.certainty == "high"
    }
    row = gone.get(full_symbol(reference, document.facts))
    found: list[Succession] = []
    if row is not None and is_document_of(reference, row):
        while row is not None and row not in found:
            found.append(row)
            row = gone.get(row.successor.upper())
    return found
