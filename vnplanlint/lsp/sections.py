"""The outline as sections: each heading with all that stands under it, one inside the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from vnplanlint.document.model import Division, Document, Heading
from vnplanlint.spans import Span

_OWN_NODE = ("appendix", "attachment", "form")
"""Parts that stand beside the main text."""


@dataclass
class Section:
    """A heading or a part of the document: ``name_span`` is what names it, ``span`` all that belongs to it."""

    name: str
    name_span: Span
    span: Span
    heading: Heading | None = None
    division: Division | None = None
    children: list[Section] = field(default_factory=list)


def sections(document: Document) -> list[Section]:
    """The sections of the main text, and each part beside it with its own; without list bullets."""
    top: list[Section] = []
    headings = [heading for heading in document.outline.headings if heading.numeral.style != "bullet"]
    for number, division in enumerate(document.divisions):
        own = [heading for heading in headings if heading.division == number]
        found = _nested(document, own, division.span.end)
        if division.kind in _OWN_NODE:
            found = [_part(document, division, found)]
        top += found
    return top


def _part(document: Document, division: Division, children: list[Section]) -> Section:
    first = document.blocks[division.blocks.start].span
    name = division.title or document.words(first)
    name_span = Span(max(first.start, division.span.start), min(max(first.end, first.start), division.span.end))
    return Section(name, name_span, division.span, division=division, children=children)


def _nested(document: Document, headings: list[Heading], end: int) -> list[Section]:
    """Sections in one another; each ends before the next heading that is not below it."""
    top: list[Section] = []
    path: list[Section] = []

    def close(at: int) -> None:
        section = path.pop()
        least = max(section.name_span.end, *(child.span.end for child in section.children), 0)
        section.span = Span(section.span.start, _trimmed(document.text, least, at))

    for heading in headings:
        while path and not _is_below(document, heading, path[-1].heading):
            close(heading.span.start)
        name = f"{heading.numeral.text} {heading.title}".strip()
        section = Section(name, heading.span, heading.span, heading)
        (path[-1].children if path else top).append(section)
        path.append(section)
    while path:
        close(end)
    return top


def _is_below(document: Document, heading: Heading, above: Heading | None) -> bool:
    parent = heading.parent
    while parent is not None and above is not None:
        if parent == above.index:
            return True
        parent = document.outline.headings[parent].parent
    return False


def _trimmed(text: str, least: int, end: int) -> int:
    """Where the text before ``end`` ends, white space left out."""
    while end > least and text[end - 1].isspace():
        end -= 1
    return max(end, least)


def all_of(found: list[Section]) -> Iterator[Section]:
    """The sections and all below them, from the top."""
    for section in found:
        yield section
        yield from all_of(section.children)
