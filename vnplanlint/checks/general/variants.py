"""One form that is preferred, and others that are written instead of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vnplanlint.checks.general.phrases import phrase, places
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.light_typing import Any
from vnplanlint.orthography import with_capitals_of
from vnplanlint.spans import Span


def variants(document: Document, given: Mapping[str, Any]) -> Iterator[Hit]:
    """The first place of each form in ``given["others"]``, with its other places beside it.

    ``given["preferred"]`` is the right form; ``given["only-mixed"]`` asks to speak only
    where the document writes that one too.  The card labels the places ``also`` and
    ``preferred``.
    """
    preferred = given["preferred"]
    right = list(places(document, phrase(preferred)))
    if given.get("only-mixed", False) and not right:
        return
    for other in given["others"]:
        any_case = other.lower() != preferred.lower()
        found = list(places(document, phrase(other, any_case), given.get("in-quotations", False)))
        found = [span for span in found if not any(span.overlaps(place) for place in right if any_case)]
        if found:
            yield _hit(document, found, right if any_case else [], preferred, given)


def _hit(document: Document, found: list[Span], right: list[Span], preferred: str, given: Mapping[str, Any]) -> Hit:
    edits = tuple(Edit(span, with_capitals_of(document.words(span), preferred)) for span in found)
    return Hit(
        found[0],
        {"text": document.words(found[0]), "right": preferred, "count": len(found)},
        places=(*(Place(span, "also") for span in found[1:]), *(Place(span, "preferred") for span in right[:1])),
        remedies=(Remedy("replace", edits, given.get("applicability", "unsafe"), {"right": preferred}),),
    )
