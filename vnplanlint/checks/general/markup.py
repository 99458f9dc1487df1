"""Edits and the marks of layout: emphasis, cells, headings."""

from __future__ import annotations

from collections.abc import Iterable

from vnplanlint.document.model import Document
from vnplanlint.findings import Applicability, Edit


def safe_without_markup(document: Document, edits: Iterable[Edit]) -> Applicability:
    """Safe, but unsafe if one of the edits would swallow a mark of layout, which belongs to a pair or a table."""
    return "unsafe" if any(_holds_markup(document, edit) for edit in edits) else "safe"


def _holds_markup(document: Document, edit: Edit) -> bool:
    """Whether something visible in the source, and no word of the text, is replaced."""
    start, end = edit.span
    source, text = document.source.text[start:end], document.text[start:end]
    return source != text and any(here != read and not here.isspace() for here, read in zip(source, text, strict=True))
