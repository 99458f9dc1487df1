"""Is the text in Unicode, or in an encoding of the days before it?"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.light_typing import TYPE_CHECKING
from vnplanlint.spans import Span

if TYPE_CHECKING:
    from vnplanlint.document.legacy import Legacy

_SIGNS = frozenset("µªºßäåæçëîïñöøûüÿþ")
"""Letters that old encodings use for Vietnamese ones, and Vietnamese in Unicode never."""
_FEW_WORDS = 2
_SHOWN_WORDS = 12


def legacy_encoding(document: Document) -> Iterator[Hit]:
    """A document in TCVN3, VNI or damaged Unicode: nothing else can be asked of it."""
    if document.source.encoding == "cp1258":
        yield Hit(_first_line(document), {"encoding": "Windows-1258"}, variant="code-page")
        return
    found = _found(document)
    if found is None or not found.whole:
        return
    from vnplanlint.document.legacy import in_unicode

    whole, first = Span(0, len(document.source.text)), _first_line(document)
    edit = Edit(whole, in_unicode(document, whole, found))
    remedy = Remedy("decode", (edit,), "unsafe", {"encoding": found.encoding})
    shown = _opening(in_unicode(document, first, found))
    yield Hit(first, {"encoding": found.encoding, "right": shown}, remedies=(remedy,))


def legacy_passage(document: Document) -> Iterator[Hit]:
    """A passage in an old encoding, pasted into a document in Unicode."""
    found = _found(document)
    if found is None or found.whole:
        return
    from vnplanlint.document.legacy import in_unicode

    first, *others = (_without_margins(document.source.text, passage.span) for passage in found.passages)
    edits = tuple(Edit(span, in_unicode(document, span, found)) for span in (first, *others))
    yield Hit(
        first,
        {"encoding": found.encoding, "right": _opening(edits[0].content)},
        places=tuple(Place(span, "also") for span in others),
        remedies=(Remedy("decode", edits, "unsafe", {"encoding": found.encoding}),),
    )


def _found(document: Document) -> Legacy | None:
    """What of the source is in an old encoding; asked only where enough words have its letters."""
    distinct = document.syllables.distinct
    if _SIGNS.isdisjoint("".join(distinct)) or sum(not _SIGNS.isdisjoint(form) for form in distinct) < _FEW_WORDS:
        return None
    from vnplanlint.document.legacy import legacy_of

    return legacy_of(document)


def _opening(text: str) -> str:
    words = text.split()
    return " ".join(words[:_SHOWN_WORDS]) + (" …" if len(words) > _SHOWN_WORDS else "")


def _first_line(document: Document) -> Span:
    return document.blocks[0].span if document.blocks else Span(0, 0)


def _without_margins(text: str, span: Span) -> Span:
    line = text[span.start : span.end]
    return Span(span.end - len(line.lstrip()), span.start + len(line.rstrip()))
