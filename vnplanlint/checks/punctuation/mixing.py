"""Are ranges, and quotation marks, written one way throughout the document?"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.punctuation.legibility import is_scanned
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.light_typing import NamedTuple
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_PERCENTAGES = pattern(r"%(?P<joint>[ \u00a0]*[-–][ \u00a0]*)\d{1,3}(?:,\d+)?[ ]?%")
_JOINT = pattern(r"[ \u00a0]*[-–][ \u00a0]*")
_NUMBER = "0123456789,"


_CURLY, _STRAIGHT = "“”", '""'
_FEWEST_USUAL = 2


class _Range(NamedTuple):
    """A range in the source, and what joins its ends."""

    span: Span
    joint: Span
    written: str


def mixed_range_dashes(document: Document) -> Iterator[Hit]:
    """Ranges of one kind joined by different dashes or spaces; one finding for each kind."""
    if is_scanned(document):
        return
    for ranges in (list(_of_days(document)), list(_of_percentages(document))):
        forms = [one.written for one in ranges]
        if len(set(forms)) > 1:
            yield _hit(document, ranges, forms)


def _hit(document: Document, ranges: list[_Range], forms: list[str]) -> Hit:
    usual = max(set(forms), key=lambda form: (_is_even(form), forms.count(form), form == " - "))
    odd = sorted((one for one in ranges if one.written != usual), key=lambda one: _oddness(one.written, usual))
    model = next(one for one in ranges if one.written == usual)
    first, *others = odd
    right = (
        document.words(Span(first.span.start, first.joint.start)),
        document.words(Span(first.joint.end, first.span.end)),
    )
    values = {"right": usual.join(right)}
    edits = tuple(Edit(one.joint, usual) for one in sorted(odd))
    return Hit(
        first.span,
        values,
        places=(Place(model.span, "usual"), *(Place(one.span, "also") for one in others)),
        remedies=(Remedy("rewrite", edits, "safe", values),),
    )


def _is_even(form: str) -> bool:
    return form[0].isspace() == form[-1].isspace()


def _oddness(form: str, usual: str) -> tuple[bool, bool]:
    """What is furthest from the usual form first: a space on one side, then another dash, then other spaces."""
    return _is_even(form), form.strip() == usual.strip()


def _of_days(document: Document) -> Iterator[_Range]:
    source = document.source.text
    for period in document.mentions.ranges:
        joint = Span(period.start.span.end, period.end.span.start)
        whole_days = period.start.day_text and period.end.day_text and period.start.year_text and period.end.year_text
        if whole_days and joint.start < joint.end and _JOINT.fullmatch(source, *joint):
            yield _Range(Span(period.start.span.start, period.end.span.end), joint, _plain(source, joint))


def _of_percentages(document: Document) -> Iterator[_Range]:
    source = document.source.text
    if source.count("%") < 4:
        return
    for match in _PERCENTAGES.finditer(source):
        start = match.start()
        while start > 0 and source[start - 1] in _NUMBER:
            start -= 1
        joint = Span(*match.span("joint"))
        yield _Range(Span(start, match.end()), joint, _plain(source, joint))


def _plain(source: str, joint: Span) -> str:
    """The joint with at most one space on each side."""
    found = source[joint.start : joint.end].replace("\u00a0", " ")
    return f"{' ' * (found[0] == ' ')}{found.strip()}{' ' * (found[-1] == ' ')}"


def mixed_quotation_marks(document: Document) -> Iterator[Hit]:
    """Straight quotation marks among curly ones, or the other way round; told once."""
    if is_scanned(document) or '"' not in document.text:
        return
    pairs = list(_outer_pairs(document))
    curly = [span for span, marks in pairs if marks == _CURLY]
    straight = [span for span, marks in pairs if marks == _STRAIGHT]
    usual, odd, marks = (curly, straight, _CURLY) if len(curly) >= len(straight) else (straight, curly, _STRAIGHT)
    if not odd or len(usual) < _FEWEST_USUAL:
        return
    first, *others = odd
    places = ((place, mark) for start, end in odd for place, mark in ((start, marks[0]), (end - 1, marks[1])))
    edits = tuple(Edit(Span(place, place + 1), mark) for place, mark in places)
    values = {"marks": f"{marks[0]} {marks[1]}"}
    yield Hit(
        first,
        values,
        places=(Place(usual[0], "usual"), *(Place(span, "also") for span in others)),
        remedies=(Remedy("rewrite", edits, "safe" if marks == _CURLY else "unsafe", values),),
    )


def _outer_pairs(document: Document) -> Iterator[tuple[Span, str]]:
    """Closed quotations that stand in no other one, with their marks; a mark inside a mark may well differ."""
    text, until = document.text, 0
    for span, closed in document.quotations:
        if span.start < until or not closed:
            continue
        until = span.end
        if text[span.start + 1].isalnum() and document.block_at(span.start) == document.block_at(span.end - 1):
            yield span, text[span.start] + text[span.end - 1]
