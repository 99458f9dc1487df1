"""Output formats, one module each.

A format is a module with ``render(files, view)``: it turns checked files, in
order, into pieces of text and knows nothing of how a finding came about.  A
format for people may also have ``layout(files, view)``, which yields the same
lines in styled segments, for a terminal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol

from vnplanlint.findings import Finding

if TYPE_CHECKING:
    from vnplanlint.readers.source import Source
    from vnplanlint.rulebook import Language

FORMATS = {"full": "full", "concise": "concise", "json": "json_report", "jsonl": "jsonl"}
"""The name of each format of ``check`` and its module in this package; the first is the default."""

RULES_FORMATS = ("text", "json")
EXTRACT_FORMATS = ("tree", "json")

PIPE_WIDTH = 100
"""Width of lines where no terminal says one: the same on every machine."""


class CheckedFile(NamedTuple):
    """One file that was checked; ``source`` is None where nothing was found in it."""

    name: str
    source: Source | None
    findings: tuple[Finding, ...]

    def place(self) -> Source:
        """The source of a file that has findings."""
        assert self.source is not None
        return self.source


class View(NamedTuple):
    """For whom a report is written."""

    language: Language = "vi"
    width: int = PIPE_WIDTH
    links: bool = False  # whether addresses can be followed


class Segment(NamedTuple):
    """A piece of a line; ``style`` is a role ("error", "gutter" …), ``link`` an address."""

    text: str
    style: str = ""
    link: str = ""


Line = tuple[Segment, ...]


class Report(Protocol):
    """What the module of a format offers."""

    def render(self, files: Iterable[CheckedFile], view: View) -> Iterator[str]:
        """The report as pieces of text."""
        ...


def load(name: str) -> Report:
    """The module of one format, imported when it is needed."""
    module: Report = import_module(f"vnplanlint.reports.{FORMATS[name]}")
    return module
