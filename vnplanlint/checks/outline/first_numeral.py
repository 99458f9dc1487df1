"""Does a list begin with its first numeral?"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.outline.sequences import Run, is_bulleted_part, runs
from vnplanlint.document.glued_headings import find_label, written
from vnplanlint.document.model import Document, Heading
from vnplanlint.document.ranks import LETTERED, is_inserted, letter_of
from vnplanlint.findings import Hit, Place
from vnplanlint.spans import Span

_LATEST = 3
_FAR = 2000
_NEVER = frozenset(("dieu", "worded", "capital"))
"""A text that begins at Điều 40 quotes; "Đợt 2" may stand alone; a capital may be an initial."""
_WORDED = frozenset(("phan", "chuong", "muc", "tieu-muc"))
_ALONE = frozenset(("roman", "decimal", "phan", "chuong", "muc", "tieu-muc"))


def first_numeral(document: Document) -> Iterator[Hit]:
    """A list that starts at two or three, with nothing before it that it goes on from."""
    for run in document.ask(runs):
        if (
            _starts_late(document, run)
            and not _names_another_parent(document, run)
            and not _began_before(document, run)
        ):
            heading = run.headings[0]
            parent = _parent(document, run)
            yield Hit(
                heading.numeral.span,
                {"numeral": heading.numeral.text, "first": written(heading.numeral, 1)},
                places=(Place(parent.numeral.span, "parent"),) if parent else (),
            )


def _starts_late(document: Document, run: Run) -> bool:
    first = run.headings[0].numeral
    if (
        is_bulleted_part(document, run.headings[0])
        or first.style in _NEVER
        or is_inserted(first)
        or not 1 < first.value <= _LATEST
    ):
        return False
    if first.style in LETTERED and letter_of(first) not in "bc":
        return False
    return len(run.headings) > 1 or first.style in _ALONE


def _names_another_parent(document: Document, run: Run) -> bool:
    """Whether a decimal belongs by its leading parts elsewhere: then these are wrong, not its place in the list."""
    parent, prefix = _parent(document, run), run.headings[0].numeral.path[:-1]
    return parent is not None and len(parent.numeral.path) == len(prefix) and parent.numeral.path != prefix


def _began_before(document: Document, run: Run) -> bool:
    """Whether the first item stands where the outline does not look: a sentence, a table, a quotation."""
    heading = run.headings[0]
    if _resumes(document, heading):
        return True
    parent = _outer(document, heading)
    division = document.division_at(heading.span.start)
    start = parent.numeral.span.end if parent else division.span.start if division else 0
    end = heading.span.start
    first = parent.index if parent else max(0, heading.index - _FAR)
    known = {other.span.start for other in document.outline.headings[first : heading.index]}
    text = document.text.replace("\n", " ") if heading.numeral.style in _WORDED else document.text
    return find_label(text, start, end, heading.numeral, 1, anywhere=True, known=known) is not None


def _resumes(document: Document, heading: Heading) -> bool:
    """Whether the first item opens the block above, or a list of the same kind stands open further up."""
    first = written(heading.numeral, 1)
    if first and heading.block and document.text.startswith(first, document.blocks[heading.block - 1].span.start):
        return True
    if heading.numeral.style in _WORDED:
        above = document.words(Span(max(0, heading.span.start - _FAR), heading.span.start))
        return heading.numeral.text.rstrip(" .:").casefold() in above.casefold()  # the part of an act that is amended
    if heading.numeral.style != "roman":
        return False
    before = written(heading.numeral, heading.numeral.value - 1)
    return any(other.numeral.text == before for other in document.outline.headings[: heading.index])


def _outer(document: Document, heading: Heading) -> Heading | None:
    """What a list stands under; a plain number belongs above the letters before it."""
    parent = heading.parent
    while parent is not None:
        above = document.outline.headings[parent]
        if heading.numeral.style != "arabic" or above.numeral.style not in LETTERED:
            return above
        parent = above.parent
    return None


def _parent(document: Document, run: Run) -> Heading | None:
    parent = run.headings[0].parent
    return None if parent is None else document.outline.headings[parent]
