"""The components of an administrative document (thành phần thể thức), found by their own forms."""

from __future__ import annotations

from vnplanlint.document.bases import read_opening, read_title
from vnplanlint.document.letterhead import read_letterhead
from vnplanlint.document.model import Block, Component, Division
from vnplanlint.document.signature import read_signature
from vnplanlint.facts import Facts


def find_components(
    text: str, blocks: tuple[Block, ...], divisions: tuple[Division, ...], facts: Facts
) -> tuple[Component, ...]:
    """The components of the main text, in document order; what is missing stays out."""
    body = next((division for division in divisions if division.kind == "body"), None)
    if body is None:
        return ()
    own = blocks[body.blocks.start : body.blocks.end]
    head = read_letterhead(text, own, facts)
    title, position = read_title(text, own, head)
    opening, position = read_opening(text, own, position)
    signature = read_signature(text, own[position:])
    return tuple(sorted((*head.components, *title, *opening, *signature), key=_place))


def _place(component: Component) -> tuple[int, int]:
    return component.span
