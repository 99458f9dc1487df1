"""Do the letters follow the Vietnamese drafting order (… d, đ, e, g …)?"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.outline.sequences import Run, letter_at, letter_slip, renumbering, runs
from vnplanlint.document.model import Document, Heading
from vnplanlint.document.numerals import letter_value
from vnplanlint.document.ranks import letter_of
from vnplanlint.findings import Hit, Place, Remedy


def letter_order(document: Document) -> Iterator[Hit]:
    """One hit a list, at the first letter that is not the next one, naming the habit behind it.

    The order of điểm: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.6.đ.
    """
    for run in document.ask(runs):
        position = letter_slip(run.headings)
        if position is not None:
            yield _hit(document, run, position)


def _hit(document: Document, run: Run, position: int) -> Hit:
    heading = run.headings[position]
    foreign = [h for h in run.headings if letter_value(letter_of(h.numeral)) == 0]
    before = run.headings[max(0, position - 1)]
    places = [Place(before.numeral.span, "before", {"numeral": before.numeral.text})] if position else []
    places += [Place(h.numeral.span, "foreign", {"letter": letter_of(h.numeral)}) for h in foreign if h is not heading]
    edits = renumbering(document, run, position)
    return Hit(
        heading.numeral.span,
        {
            "numeral": heading.numeral.text,
            "before": before.numeral.text,
            "letter": letter_of(heading.numeral),
            "right": letter_at(max(run.right[position], _after(before) if position else 0)),
            "foreign": ", ".join(letter_of(h.numeral) for h in foreign),
        },
        variant=_variant(run, position, bool(foreign)),
        places=tuple(places),
        remedies=(Remedy("renumber", edits, "unsafe", {"letter": letter_at(run.right[position])}),) if edits else (),
        severity=None if foreign else "warning",
    )


def _after(heading: Heading) -> int:
    return letter_value(letter_of(heading.numeral)) + 1


def _variant(run: Run, position: int, foreign: bool) -> str:
    if letter_value(letter_of(run.headings[position].numeral)) == 0:
        return "foreign"
    return "keyboard" if foreign else ""
