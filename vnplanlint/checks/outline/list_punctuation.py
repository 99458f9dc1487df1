"""Do the items of one bullet list end alike?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from vnplanlint.document.model import Document, Heading
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.spans import Span

_FEWEST = 4


def list_punctuation(document: Document) -> Iterator[Hit]:
    """One item of a list, not the last, ending in a comma or nothing where all others end in ";"."""
    for siblings in document.outline.siblings():
        if siblings[0].numeral.style == "bullet" and len(siblings) >= _FEWEST and _is_unbroken(siblings):
            odd = _odd_one(siblings[:-1])
            if odd:
                yield _hit(document, odd, next(item for item in siblings if item is not odd))


def _is_unbroken(items: tuple[Heading, ...]) -> bool:
    """Whether the items stand directly after each other, one block each."""
    return all(after.block == before.block + 1 for before, after in pairwise(items))


def _odd_one(items: tuple[Heading, ...]) -> Heading | None:
    odd = [item for item in items if not item.title.endswith(";")]
    if len(odd) != 1 or not odd[0].title:
        return None
    last = odd[0].title[-1]
    return odd[0] if last == "," or last.isalpha() else None


def _hit(document: Document, item: Heading, model: Heading) -> Hit:
    end = item.title_span.end
    has_comma = item.title.endswith(",")
    start = end - 1 if has_comma else _word_start(document.text, item.title_span)
    place = Place(Span(model.title_span.end - 1, model.title_span.end), "usual")
    edit = Edit(Span(end - 1, end), ";") if has_comma else Edit(Span(end, end), ";")
    return Hit(Span(start, end), variant="" if has_comma else "nothing", places=(place,),
               remedies=(Remedy("semicolon", (edit,), "unsafe"),))


def _word_start(text: str, span: Span) -> int:
    return max(span.start, text.rfind(" ", span.start, span.end) + 1)
