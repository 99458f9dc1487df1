"""Does a list leave a numeral out, or go out of order?"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.outline.sequences import Run, Slip, renumbering, runs, stands_out
from vnplanlint.document.glued_headings import find_label, written
from vnplanlint.document.model import Document, Heading
from vnplanlint.document.ranks import is_inserted
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.patterns import pattern

_FAR = 2000
_LATEST_START = 3
_BESIDE = 30
_WIDEST_ELLIPSIS = 4
_ROW_ONE = pattern(r"0?1[ \t]")
_PARTS_OF_A_PROGRAMME = frozenset(("dự án", "tiểu dự án", "hợp phần"))
"""What a programme has numbered for the whole country: a plan names those that it takes part in."""
_VARIANTS = {"skip": "", "order": "order", "wrong": "wrong"}


def skipped_numeral(document: Document) -> Iterator[Hit]:
    """Numerals missing between two siblings, unless they stand in what the outline passes over."""
    for run in document.ask(runs):
        if _lost_its_beginning(run):
            continue
        for slip in run.slips:
            if slip.kind in _VARIANTS and not _stands_between(document, run, slip):
                yield _hit(document, run, slip)


def _lost_its_beginning(run: Run) -> bool:
    """Whether the numerals of the first items are gone: automatic ones that a converter dropped."""
    first = run.headings[0].numeral
    return first.value > _LATEST_START and first.style != "dieu" and not is_inserted(first)


def _stands_between(document: Document, run: Run, slip: Slip) -> bool:
    if slip.kind != "skip":
        return False
    before, after = run.headings[slip.position - 1], run.headings[slip.position]
    if before.numeral.word in _PARTS_OF_A_PROGRAMME or stands_out(document, run, slip):
        return True
    start, end = before.numeral.span.end, after.span.start
    if any(map(_is_ellipsis, document.source.text[start:end].split("\n"))):
        return True
    if before.numeral.text.startswith("(") and all(_shares_an_item(run, value) for value in slip.missing):
        return True
    return any(_occurs(document, before, value, start, end) for value in slip.missing)


def _is_ellipsis(line: str) -> bool:
    """Whether a line is nothing but dots, for what a quotation leaves out."""
    dots = line.strip().strip("()[]")
    return 0 < len(dots) <= _WIDEST_ELLIPSIS and not dots.strip(".…")


def _shares_an_item(run: Run, value: int) -> bool:
    """Whether a numeral stands beside an earlier one: "(1) và (4) ghi tên cơ quan"."""
    return any(written(heading.numeral, value) in heading.title[:_BESIDE] for heading in run.headings)


def _occurs(document: Document, like: Heading, value: int, start: int, end: int) -> bool:
    known = set()
    for heading in document.outline.headings[like.index : like.index + _FAR]:
        known.add(heading.span.start)
        if heading.span.start >= end:
            break
    if find_label(document.text, start, end, like.numeral, value, anywhere=True, known=known) is not None:
        return True
    bare = written(like.numeral, value).rstrip(".):/- ")
    first = document.block_at(start)
    last = document.block_at(end)
    if not (bare and first and last):
        return False
    blocks = document.blocks[first.index + 1 : last.index]
    starts = [block.span.start for block in blocks if block.span.start not in known]
    if any(document.blocks[at].kind == "row" for at in range(first.index + 1, last.index)):
        starts = [at for at in starts if not _counts_rows(document, at)]
    return any(document.text.startswith(bare, at) and _ends_word(document, at + len(bare)) for at in starts)


def _counts_rows(document: Document, offset: int) -> bool:
    """Whether the row at ``offset`` belongs to a table that numbers its rows from one."""
    block = document.block_at(offset)
    while block is not None and block.kind == "row":
        if _ROW_ONE.match(document.text, block.span.start):
            return True
        block = document.blocks[block.index - 1] if block.index else None
    return False


def _ends_word(document: Document, offset: int) -> bool:
    following = document.text[offset : offset + 2]
    return not following[:1].isalnum() or (following[:1].islower() and not following[1:].isalnum())  # "18a, 18b"


def _hit(document: Document, run: Run, slip: Slip) -> Hit:
    heading, other = run.headings[slip.position], run.headings[slip.other]
    right = written(heading.numeral, run.right[slip.position])
    missing = ", ".join(written(heading.numeral, value) for value in slip.missing)
    return Hit(
        heading.numeral.span,
        {"numeral": heading.numeral.text, "before": other.numeral.text, "missing": missing, "right": right},
        variant=_VARIANTS[slip.kind],
        places=(Place(other.numeral.span, "later" if slip.kind == "order" else "before"),),
        remedies=tuple(_remedies(document, run, slip, right)),
    )


def _remedies(document: Document, run: Run, slip: Slip, right: str) -> Iterator[Remedy]:
    heading, other = run.headings[slip.position], run.headings[slip.other]
    if slip.kind == "order":
        if len(slip.missing) == 1:
            swap = (Edit(heading.numeral.span, other.numeral.text), Edit(other.numeral.span, heading.numeral.text))
            yield Remedy("swap", swap)
        return
    edits = renumbering(document, run, slip.position)
    if edits:
        yield Remedy("renumber", edits, "unsafe", {"numeral": right})
