"""What is told of a term: one finding for each other way of writing it, with all its places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vnplanlint.document.model import Document
from vnplanlint.findings import Applicability, Edit, Hit, Place, Remedy, Severity
from vnplanlint.spans import Span


def told(
    document: Document,
    spans: Sequence[Span],
    right: str,
    edits: Iterable[Edit],
    model: Span | None,
    *,
    variant: str = "",
    severity: Severity | None = None,
    applicability: Applicability = "unsafe",
) -> Hit:
    """A hit at the first of ``spans``; the others and ``model``, a place of the right form, stand beside it."""
    first, *others = spans
    places = [Place(span, "also") for span in others]
    if model is not None:
        places.append(Place(model, "right"))
    return Hit(
        first,
        {"text": document.words(first), "right": right, "count": len(spans)},
        variant=variant,
        places=tuple(places),
        remedies=(Remedy("rewrite", tuple(edits), applicability, {"right": right}),),
        severity=severity,
    )


def like(words: str, form: str) -> str:
    """``form`` with the capitals of ``words``: all of them, or the first."""
    if words.isupper() and len(words) > 1:
        return form.upper()
    return form[0].upper() + form[1:] if words[0].isupper() else form
