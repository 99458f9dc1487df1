"""Writing styled lines to a terminal: colour, links, its width."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from rich.console import Console
from rich.style import Style
from rich.text import Text

from vnplanlint.reports import Line

_STYLES = {
    "path": "bold",
    "error": "bold red",
    "warning": "bold yellow",
    "style": "bold cyan",
    "related": "blue",
    "code": "bold",
    "message": "",
    "gutter": "dim",
    "label": "blue",
    "fix": "green",
    "title": "bold",
    "good": "green",
}


class Terminal:
    """A terminal as far as reports use it."""

    def __init__(self, out: TextIO) -> None:
        self._console = Console(file=out, highlight=False, markup=False, emoji=False, soft_wrap=True)

    @property
    def width(self) -> int:
        """Cells in a line."""
        return max(self._console.width, 40)

    def write(self, lines: Iterable[Line]) -> None:
        """Write the lines, each as soon as it is there."""
        for line in lines:
            text = Text(end="")
            for segment in line:
                style = Style.parse(_STYLES.get(segment.style, ""))
                text.append(segment.text, style + Style(link=segment.link) if segment.link else style)
            self._console.print(text, crop=False, overflow="ignore", no_wrap=True)
