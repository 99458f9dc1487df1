"""Do the items of one list end alike?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from vnplanlint.document.model import Document, Heading
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.spans import Span

_FEWEST = 4
_LISTED = frozenset(("bullet", "letter", "paren-arabic", "paren-letter", "paren-roman", "arabic"))


def list_punctuation(document: Document) -> Iterator[Hit]:
    """One item of a list, not the last, that ends in another mark than all the others."""
    for siblings in document.lists:
        if len(siblings) < _FEWEST or siblings[0].numeral.style not in _LISTED or not _is_unbroken(siblings):
            continue
        for usual, strays in ((";", ",-"), (".", ";,")):
            odd = _odd_one(siblings[:-1], usual, strays)
            if odd:
                yield _hit(document, odd, next(item for item in siblings if item is not odd), usual)


def _is_unbroken(items: tuple[Heading, ...]) -> bool:
    """Whether the items stand directly after each other, one block each."""
    return all(after.block == before.block + 1 for before, after in pairwise(items))


def _odd_one(items: tuple[Heading, ...], usual: str, strays: str) -> Heading | None:
    """The only item without the usual mark, where it ends in one of ``strays`` ("-": in a letter)."""
    odd = [item for item in items if not item.title.endswith(usual)]
    if len(odd) != 1 or not odd[0].title:
        return None
    last = odd[0].title[-1]
    return odd[0] if last in strays or (last.isalpha() and "-" in strays) else None


def _hit(document: Document, item: Heading, model: Heading, usual: str) -> Hit:
    end = item.title_span.end
    mark = "" if item.title[-1].isalpha() else item.title[-1]
    start = end - 1 if mark else max(item.title_span.start, document.text.rfind(" ", item.title_span.start, end) + 1)
    edit = Edit(Span(end - len(mark), end), usual)
    return Hit(
        Span(start, end),
        {"mark": mark, "usual": usual},
        variant="" if mark else "nothing",
        places=(Place(Span(model.title_span.end - 1, model.title_span.end), "usual"),),
        remedies=(Remedy("mark", (edit,), "unsafe", {"usual": usual}),),
    )
