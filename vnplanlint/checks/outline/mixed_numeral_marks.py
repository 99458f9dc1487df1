"""Do the numerals of one list close with one mark?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from vnplanlint.document.model import Document, Heading
from vnplanlint.findings import Edit, Hit, Place, Remedy

_DASHES = {"–": "-"}
_UNMARKED = frozenset(("bullet", "worded", "phan", "chuong", "muc", "tieu-muc"))


def mixed_numeral_marks(document: Document) -> Iterator[Hit]:
    """The first numeral of a list whose mark is not the list's usual one ("2)" among "1." "3.")."""
    for siblings in document.lists:
        if siblings[0].numeral.style in _UNMARKED:
            continue
        marked = [heading for heading in siblings if heading.numeral.mark and not heading.inline]
        marks = Counter(_mark(heading) for heading in marked)
        if len(marks) < 2:
            continue
        usual = max(marks, key=lambda mark: marks[mark])  # the first one where two are as frequent
        odd = [heading for heading in marked if _mark(heading) != usual]
        model = next(heading for heading in marked if _mark(heading) == usual)
        yield _hit(odd, model, usual)


def _mark(heading: Heading) -> str:
    return _DASHES.get(heading.numeral.mark, heading.numeral.mark)


def _hit(odd: list[Heading], model: Heading, usual: str) -> Hit:
    first = odd[0].numeral
    edits = tuple(Edit(heading.numeral.span, _with_mark(heading, usual)) for heading in odd)
    return Hit(
        first.span,
        {"numeral": first.text, "model": model.numeral.text, "right": _with_mark(odd[0], usual)},
        places=(
            Place(model.numeral.span, "usual"),
            *(Place(heading.numeral.span, "also") for heading in odd[1:]),
        ),
        remedies=(Remedy("mark", edits, "unsafe", {"right": _with_mark(odd[0], usual)}),),
    )


def _with_mark(heading: Heading, mark: str) -> str:
    numeral = heading.numeral
    return numeral.text.removesuffix(numeral.mark).rstrip() + mark
