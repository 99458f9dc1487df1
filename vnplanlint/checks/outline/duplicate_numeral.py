"""Is a numeral used twice in one list?"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.outline.sequences import Run, Slip, renumbering, runs, stands_out
from vnplanlint.document.glued_headings import written
from vnplanlint.document.model import Document
from vnplanlint.document.ranks import is_inserted
from vnplanlint.findings import Hit, Place, Remedy


def duplicate_numeral(document: Document) -> Iterator[Hit]:
    """Two siblings with one numeral; the whole renumbering of what follows is one fix."""
    for run in document.ask(runs):
        for slip in run.slips:
            if slip.kind == "duplicate" and not stands_out(document, run, slip):
                yield _hit(document, run, slip)


def _hit(document: Document, run: Run, slip: Slip) -> Hit:
    heading, first = run.headings[slip.position], run.headings[slip.other]
    fits = run.right[slip.position] == heading.numeral.value
    earlier = fits and len(run.slips) == 1  # it is the first one that breaks the run
    wrong = slip.other if earlier else slip.position
    edits = renumbering(document, run, wrong)
    right = written(run.headings[wrong].numeral, run.right[wrong])
    remedy = Remedy("renumber", edits, "unsafe", {"numeral": right})
    different = heading.title.casefold() != first.title.casefold()
    certain = different and bool(heading.title and first.title) and heading.numeral.style != "worded"
    return Hit(
        heading.numeral.span,
        {"numeral": heading.numeral.text, "right": right, "title": shortened(first.title)},
        variant="earlier" if earlier else "unknown" if fits or not right else "",
        places=(Place(first.numeral.span, "first", {"numeral": first.numeral.text}), *_shifted(run, slip.position)),
        remedies=(remedy,) if edits else (),
        certain=certain and not heading.inline,
    )


def _shifted(run: Run, position: int) -> Iterator[Place]:
    """The siblings after the duplicate whose numerals shift with it."""
    for after in range(position + 1, len(run.headings)):
        numeral, right = run.headings[after].numeral, run.right[after]
        if numeral.value != right and not is_inserted(numeral):
            yield Place(numeral.span, "shifted", {"right": written(numeral, right)})


def shortened(title: str, limit: int = 60) -> str:
    """The first words of a title, for a message."""
    if len(title) <= limit:
        return title
    return title[:limit].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
