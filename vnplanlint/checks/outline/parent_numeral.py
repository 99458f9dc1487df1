"""Does a decimal numeral carry the number of the heading it stands under?"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.outline.sequences import Run, right_path, runs, with_parts
from vnplanlint.document.model import Document, Heading
from vnplanlint.findings import Edit, Hit, Place, Remedy


def parent_numeral(document: Document) -> Iterator[Hit]:
    """The first heading of a list whose leading parts are not those of the heading above it."""
    lists = list(document.ask(runs))
    place = {heading.index: (run, n) for run in lists for n, heading in enumerate(run.headings)}
    for run in lists:
        if run.headings[0].numeral.style != "decimal":
            continue
        reported: set[tuple[int, ...]] = set()
        for heading in run.headings:
            prefix = heading.numeral.path[:-1]
            owner = _owner(document, heading)
            if (
                owner
                and prefix not in reported
                and not _closes_a_bracket(document, heading)
                and not _is_explained(prefix, *place[owner.index])
            ):
                reported.add(prefix)
                if _stands_unread(document, owner, heading):
                    continue
                yield _hit(run, heading, owner)


def _owner(document: Document, heading: Heading) -> Heading | None:
    """The heading that should give its number, where it gives another one."""
    prefix, parent = heading.numeral.path[:-1], heading.parent
    found = None
    while parent is not None:
        above = document.outline.headings[parent]
        if above.numeral.path == prefix and (found is None or above.numeral.style in ("arabic", "decimal")):
            return None
        if found is None and above.numeral.style in ("arabic", "decimal") and len(above.numeral.path) == len(prefix):
            found = above
        parent = above.parent
    return found


def _is_explained(prefix: tuple[int, ...], run: Run, position: int) -> bool:
    """Whether a slip of the list above already says why: a repeated or missing number there."""
    if right_path(run, position) == prefix:
        return bool(run.slips)
    return any(prefix[-1] in slip.missing for slip in run.slips)


def _closes_a_bracket(document: Document, heading: Heading) -> bool:
    """Whether the numeral ends a bracket of the block above: (nhóm hàng ⏎ 10.06)."""
    if not heading.numeral.text.endswith(")") or not heading.block:
        return False
    above = document.words(document.blocks[heading.block - 1].span)
    return above.count("(") > above.count(")")


def _stands_unread(document: Document, owner: Heading, heading: Heading) -> bool:
    """Whether a block in between begins with the number asked for, though the outline passes over it."""
    number = ".".join(map(str, heading.numeral.path[:-1]))
    return any(
        document.text.startswith(number, block.span.start)
        and not document.text[(at := block.span.start + len(number)) : at + 2].lstrip(".").isdigit()
        for block in document.blocks[owner.block + 1 : heading.block]
    )


def _hit(run: Run, heading: Heading, owner: Heading) -> Hit:
    number = ".".join(owner.numeral.text.rstrip(" .)/:").split("."))
    leading = owner.numeral.path
    same = [h for h in run.headings if h.numeral.path[:-1] == heading.numeral.path[:-1]]
    edits = tuple(Edit(h.numeral.span, with_parts(h.numeral.text, leading)) for h in same)
    right = with_parts(heading.numeral.text, leading)
    return Hit(
        heading.numeral.span,
        {"numeral": heading.numeral.text, "parent": number, "right": right},
        places=(Place(owner.numeral.span, "parent", {"parent": number}),),
        remedies=(Remedy("children", edits, "unsafe", {"right": right}),),
    )
