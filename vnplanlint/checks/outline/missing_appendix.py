"""Do the appendices and what the text says of them agree?"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.document.model import Division, Document
from vnplanlint.findings import Hit, Place
from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.roman_numerals import roman, roman_value
from vnplanlint.patterns import IGNORECASE, pattern
from vnplanlint.spans import Span

_SPEAKS_OF_ONE = pattern(r"phụ\s+lục|kèm\s+theo|đính\s+kèm|danh\s+(?:sách|mục)|chi\s+tiết\s+tại", IGNORECASE)


class _Appendix(NamedTuple):
    division: Division
    value: int | None
    span: Span


def missing_appendix(document: Document) -> Iterator[Hit]:
    """An appendix announced and absent, a gap in the set, a set that nothing mentions.

    NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục III.1.a.
    """
    present = list(_appendices(document))
    yield from _gaps(document, present)
    yield from _announced(document, present)
    yield from _unmentioned(document, present)


def _appendices(document: Document) -> Iterator[_Appendix]:
    for division in document.divisions:
        if division.kind == "appendix" and division.title.casefold().startswith("phụ lục"):
            block = document.blocks[division.blocks.start]
            yield _Appendix(division, _value(division.numeral), block.span)


def _value(numeral: str) -> int | None:
    return int(numeral) if numeral.isdecimal() else roman_value(numeral.upper())


def _gaps(document: Document, present: list[_Appendix]) -> Iterator[Hit]:
    numbered = [(a, a.value) for a in present if a.value is not None]
    values = {value for _, value in numbered}
    if len(values) < 2 or len(numbered) != len(values):
        return
    before, last = numbered[0]
    for appendix, value in numbered[1:]:
        missing = [number for number in range(last + 1, value) if number not in values]
        written = str if appendix.division.numeral.isdecimal() else roman
        if missing and not all(_has_heading(document, written(number)) for number in missing):
            yield Hit(
                appendix.span,
                {"numeral": appendix.division.numeral, "missing": ", ".join(written(number) for number in missing)},
                variant="gap",
                places=(Place(before.span, "before"),),
            )
        before, last = appendix, value


def _has_heading(document: Document, numeral: str) -> bool:
    """Whether a line begins with the name of the appendix, though it was not read as one."""
    name = f"phụ lục {numeral}"
    starts = (
        document.text[block.span.start : block.span.start + len(name) + 1].casefold() for block in document.blocks
    )
    return any(start.startswith(name) and not start[len(name) :].isalnum() for start in starts)


def _announced(document: Document, present: list[_Appendix]) -> Iterator[Hit]:
    values = {appendix.value for appendix in present}
    low, high = _known_range(values)
    reported: set[int] = set()
    for reference in document.mentions.cross_references:
        unit, numeral = reference.path[0]
        value = _value(numeral)
        if unit != "Phụ lục" or reference.owner != "this" or value is None:
            continue
        if document.in_quotation(reference.span.start):
            continue
        if value in values or value in reported or low < value < high or (None in values and value == 1):
            continue
        if reference.act and not _is_own(document, reference.act):
            continue
        reported.add(value)
        yield Hit(reference.span, {"reference": document.words(reference.span)}, severity="style")
        if not present:
            return  # all of them stand in a file of their own


def _known_range(values: set[int | None]) -> tuple[int, int]:
    """Between the first and last appendix a missing one is already a gap."""
    known = [value for value in values if value is not None]
    return (min(known), max(known)) if known else (0, 0)


def _is_own(document: Document, act: str) -> bool:
    own = document.identity.type_word
    return not own or own.casefold() == act.casefold()


def _has_main_text(document: Document) -> bool:
    """Whether numbered text stands outside the appendices: a web page may give them before it, or alone."""
    kinds = [division.kind for division in document.divisions]
    return any(kinds[heading.division] in ("body", "attachment") for heading in document.outline.headings)


def _unmentioned(document: Document, present: list[_Appendix]) -> Iterator[Hit]:
    if not present or not _has_main_text(document):
        return
    spans = [division.span for division in document.divisions if division.kind in ("body", "attachment")]
    if not any(_SPEAKS_OF_ONE.search(document.text, *span) for span in spans):
        first = present[0]
        yield Hit(first.span, {"title": document.words(first.span)}, variant="unmentioned", severity="style")
