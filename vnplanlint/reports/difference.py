"""A unified diff on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.reports import Line, Segment
from vnplanlint.reports.columns import printable

_STYLES = (("---", "title"), ("+++", "title"), ("@@", "gutter"), ("-", "error"), ("+", "good"), ("\\", "gutter"))


def layout(diff: str) -> Iterator[Line]:
    """The lines of the diff, each in the style of what it says."""
    for line in diff.removesuffix("\n").split("\n"):
        style = next((style for start, style in _STYLES if line.startswith(start)), "")
        yield (Segment(printable(line), style),)
