"""The end of a document: "./.", Nơi nhận with its lines, and who signs in which capacity."""

from __future__ import annotations

from vnplanlint.document.model import Block, Component


def read_signature(text: str, blocks: tuple[Block, ...]) -> list[Component]:
    """The components after the main text."""
    return []
