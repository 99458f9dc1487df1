"""What of a document is in an old encoding."""

from __future__ import annotations

from vnplanlint.document.model import Document
from vnplanlint.readers.legacy import Legacy as Legacy
from vnplanlint.readers.legacy import decoded, find_legacy
from vnplanlint.spans import Span


def legacy_of(document: Document) -> Legacy | None:
    """The passages of the source text in an old encoding, if there are any."""
    return find_legacy(document.source.text)


def in_unicode(document: Document, span: Span, found: Legacy) -> str:
    """The source text of ``span`` as it reads in Unicode."""
    return decoded(document.source.with_comments()[span.start : span.end], found.encoding)
