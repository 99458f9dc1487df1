"""How the numerals of one list run, and where they slip."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from vnplanlint.document.glued_headings import written
from vnplanlint.document.model import Document, Heading, Outline
from vnplanlint.document.numerals import LETTERS, letter_value
from vnplanlint.document.ranks import LETTERED, follows, is_inserted, letter_of
from vnplanlint.findings import Edit
from vnplanlint.light_typing import Literal, NamedTuple
from vnplanlint.mentions.roman_numerals import roman

SlipKind = Literal["duplicate", "skip", "order", "wrong"]
"""Used before · numerals missing before it · it and a later one are interchanged · one numeral off,
the next goes on as if it were right."""

_MOST_MISSING = 3
_SHORT_ITEM = 60


class Slip(NamedTuple):
    """One place where a list does not run on.

    ``position`` in the list, ``other`` the sibling it clashes with, ``missing`` the values passed over.
    """

    kind: SlipKind
    position: int
    other: int
    missing: tuple[int, ...] = ()


class Run(NamedTuple):
    """One list: its headings, its slips, and the values that would run on from its first one."""

    headings: tuple[Heading, ...]
    slips: tuple[Slip, ...]
    right: tuple[int, ...]


def runs(document: Document) -> tuple[Run, ...]:
    """Every numbered list of the document."""
    return tuple(read_run(headings) for headings in document.lists if headings[0].numeral.style != "bullet")


def read_run(headings: tuple[Heading, ...]) -> Run:
    """The slips of one list; none where it has so many that it is no list that counts."""
    plain = [position for position, heading in enumerate(headings) if not is_inserted(heading.numeral)]
    right = _right_values(headings)
    if _counts_through(headings):
        return Run(headings, (), right)
    slips = tuple(_slips(headings, plain))
    if _is_legend(headings, slips):
        slips = tuple(slip for slip in slips if slip.kind != "skip")
    if len(slips) > 2 and len(slips) * 4 > len(headings):
        slips = ()
    return Run(headings, slips, right)


def right_path(run: Run, position: int) -> tuple[int, ...]:
    """The path of a heading with the value that its place in the list gives it."""
    return (*run.headings[position].numeral.path[:-1], run.right[position])


def _counts_through(headings: tuple[Heading, ...]) -> bool:
    return all(follows(a.numeral, b.numeral) for a, b in pairwise(headings))


def _right_values(headings: tuple[Heading, ...]) -> tuple[int, ...]:
    first = headings[0].numeral
    value = first.path[0] if is_inserted(first) else first.value
    values = [value]
    for heading in headings[1:]:
        if is_inserted(heading.numeral):
            values.append(heading.numeral.value)
            continue
        value += 1
        values.append(value)
    return tuple(values)


def _slips(headings: tuple[Heading, ...], plain: list[int]) -> Iterator[Slip]:
    seen = {headings[plain[0]].numeral.value: plain[0]} if plain else {}
    swapped: set[int] = set()
    last = plain[0] if plain else 0
    reached = headings[last].numeral.value
    for index, position in enumerate(plain[1:], 1):
        heading = headings[position]
        value = heading.numeral.value
        after = headings[plain[index + 1]].numeral.value if index + 1 < len(plain) else None
        if position in swapped:
            continue
        missing = tuple(range(reached + 1, value))
        late = _later(headings, plain[index + 1 : index + 3], missing)
        if late:
            yield Slip("order", position, late[0], missing)
            swapped.update(late)
            reached = value
        elif value == reached + 1 and headings[last].numeral.value == value:
            yield Slip("duplicate", position, last)
            reached = value
        elif follows(headings[last].numeral, heading.numeral) or value == reached + 1 or value == 0:
            reached = value or reached + 1
        elif value in seen:
            yield Slip("duplicate", position, seen[value])
            if after == reached + 2:  # the next one counts this one as the right number
                reached += 1
            elif after != reached + 1:
                reached = value
        elif after == reached + 2:
            if value != after:  # else the next one is the duplicate
                yield Slip("wrong", position, last, missing)
            reached += 1
        elif value > reached:
            if len(missing) <= _MOST_MISSING:
                yield Slip("skip", position, last, missing)
            reached = value
        last = position
        seen.setdefault(value, position)


def stands_out(document: Document, run: Run, slip: Slip) -> bool:
    """Whether the list of a form has ended and the one around it goes on: in bold, or from a lone Roman one."""
    heading, other = run.headings[slip.position], run.headings[slip.other]
    if is_bulleted_part(document, heading) or (_is_bold(document, heading) and not _is_bold(document, other)):
        return True
    return heading.numeral.style == "roman" and _goes_on_from_outside(document.outline, run, heading)


def is_bulleted_part(document: Document, heading: Heading) -> bool:
    """Whether an item of a bulleted list speaks of a part: • Phần 3 – Khoa học."""
    start = heading.numeral.span.start
    return heading.numeral.style == "phan" and document.source.text[max(0, start - 2) : start] in (
        "• ",
        "- ",
        "+ ",
        "* ",
    )


def _is_bold(document: Document, heading: Heading) -> bool:
    start = heading.numeral.span.start
    return document.source.text[max(0, start - 2) : start] == "**"


def _goes_on_from_outside(outline: Outline, run: Run, heading: Heading) -> bool:
    """Whether a list above this one broke off at the numeral before."""
    first = run.headings[0]
    return any(
        siblings[-1].index < first.index
        and siblings[-1].division == heading.division
        and siblings[-1].numeral.style == "roman"
        and siblings[-1].numeral.value == heading.numeral.value - 1
        for siblings in outline.siblings()
    )


def _later(headings: tuple[Heading, ...], positions: list[int], missing: tuple[int, ...]) -> list[int]:
    late = [position for position in positions if headings[position].numeral.value in missing]
    return late if missing and len(late) == len(missing) else []


def _is_legend(headings: tuple[Heading, ...], slips: tuple[Slip, ...]) -> bool:
    """Whether the list explains chosen numbers of a form or drawing, and so leaves some out."""
    skips = sum(slip.kind == "skip" for slip in slips)
    return skips >= 2 and all(len(heading.title) <= _SHORT_ITEM for heading in headings)


def renumbering(document: Document, run: Run, start: int) -> tuple[Edit, ...]:
    """Edits that let the list run on from position ``start``, with the decimals under it.

    None where a slip further up has already shifted the numbers: that one is mended first.
    """
    if start and run.headings[start - 1].numeral.value >= run.right[start]:
        return ()
    edits = []
    for position in range(start, len(run.headings)):
        heading = run.headings[position]
        value = run.right[position]
        if heading.numeral.value == value or is_inserted(heading.numeral):
            continue
        new = written(heading.numeral, value)
        if not new:
            return ()
        edits.append(Edit(heading.numeral.span, new))
        edits += _decimals_under(document.outline, heading, value)
    return tuple(sorted(edits))


def _decimals_under(outline: Outline, heading: Heading, value: int) -> list[Edit]:
    old = heading.numeral.path
    if heading.numeral.style not in ("arabic", "decimal"):
        return []
    edits = []
    for below in outline.headings[heading.index + 1 :]:
        if below.depth <= heading.depth:
            break
        path = below.numeral.path
        if below.numeral.style == "decimal" and path[: len(old)] == old:
            edits.append(Edit(below.numeral.span, with_part(below.numeral.text, len(old) - 1, value)))
    return edits


def with_part(text: str, index: int, value: int) -> str:
    """The decimal numeral ``text`` with its part ``index`` replaced by ``value``."""
    parts = text.split(".")
    parts[index] = str(value) if parts[index].isdigit() else roman(value)
    return ".".join(parts)


def with_parts(text: str, leading: tuple[int, ...]) -> str:
    """The decimal numeral ``text`` with its leading parts replaced."""
    for index, value in enumerate(leading):
        text = with_part(text, index, value)
    return text


def letter_slip(headings: tuple[Heading, ...]) -> int | None:
    """The position of the first letter that is not the next one of the drafting order, or None.

    Only where the list runs on by some habit (d, e or f after e): gaps and repeats are other slips.
    """
    if headings[0].numeral.style not in LETTERED:
        return None
    letters = [letter_of(heading.numeral) for heading in headings]
    for position, letter in enumerate(letters):
        if letter_value(letter) == 0:
            return position
        leaves_out = letter == "e" and position > 0 and letters[position - 1] == "d"
        if leaves_out and "đ" not in letters and letters.count("d") == 1:
            return position
    return None


def letter_at(value: int) -> str:
    """The letter that is ``value``-th of the drafting order."""
    return LETTERS[value - 1] if 0 < value <= len(LETTERS) else ""
