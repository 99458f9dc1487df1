"""What of a document is in an encoding of the days before Unicode."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.document.legacy import in_unicode, legacy_of
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.spans import Span

_SHOWN_WORDS = 12


def whole_document(document: Document) -> Iterator[Hit]:
    """A document most of which is in one."""
    whole, first = Span(0, len(document.source.text)), _first_line(document)
    if document.source.encoding == "cp1258":
        store = Remedy("store", (Edit(whole, document.source.with_comments()),), "safe")
        yield Hit(first, {"encoding": "Windows-1258"}, variant="code-page", remedies=(store,))
        return
    found = legacy_of(document)
    if found is None or not found.whole:
        return
    edit = Edit(whole, in_unicode(document, whole, found))
    remedy = Remedy("decode", (edit,), "unsafe", {"encoding": found.encoding})
    shown = _opening(in_unicode(document, first, found))
    yield Hit(first, {"encoding": found.encoding, "right": shown}, remedies=(remedy,))


def passages(document: Document) -> Iterator[Hit]:
    """Passages in one, in a document in Unicode."""
    found = legacy_of(document)
    if found is None or found.whole:
        return
    first, *others = (_without_margins(document.source.text, passage.span) for passage in found.passages)
    edits = tuple(Edit(span, in_unicode(document, span, found)) for span in (first, *others))
    yield Hit(
        first,
        {"encoding": found.encoding, "right": _opening(edits[0].content)},
        places=tuple(Place(span, "also") for span in others),
        remedies=(Remedy("decode", edits, "unsafe", {"encoding": found.encoding}),),
    )


def _opening(text: str) -> str:
    words = text.split()
    return " ".join(words[:_SHOWN_WORDS]) + (" …" if len(words) > _SHOWN_WORDS else "")


def _first_line(document: Document) -> Span:
    return document.blocks[0].span if document.blocks else Span(0, 0)


def _without_margins(text: str, span: Span) -> Span:
    line = text[span.start : span.end]
    return Span(span.end - len(line.lstrip()), span.start + len(line.rstrip()))
