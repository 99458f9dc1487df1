"""Output formats, one module each.

A format is a module with ``render(files, view)``: it turns checked files, in
order, into pieces of text and knows nothing of how a finding came about.  A
format for people may also have ``layout(files, view)``, which yields the same
lines in styled segments, for a terminal.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module

from vnplanlint.findings import Finding
from vnplanlint.light_typing import TYPE_CHECKING, NamedTuple, Protocol, TextIO

if TYPE_CHECKING:
    from vnplanlint.readers.source import Source
    from vnplanlint.rulebook import Card, Language

FORMATS = {
    "full": "full",
    "concise": "concise",
    "json": "json_report",
    "jsonl": "jsonl",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "lsp": "lsp",
}
"""The name of each format of ``check`` and its module in this package; the first is the default."""

RULES_FORMATS = ("text", "markdown", "json")
EXTRACT_FORMATS = ("tree", "json")
"""Formats of ``rules`` and ``explain``, and of ``extract``; the first is the default."""

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
    cards: Callable[[], Mapping[str, Card]] = dict  # the rules of the run by code, for a report that describes them


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


def wants_colour(out: TextIO) -> bool:
    """Whether ``out`` is a terminal, or the user says to treat it as one."""
    return out.isatty() or bool(os.environ.get("FORCE_COLOR"))


def describe_with(subject: str, output_format: str, what: object, view: View, out: TextIO) -> None:
    """Write what ``subject`` (a module of this package) has to say of ``what``.

    The module has ``layout(what, view)`` for people, ``data(what, view)`` for JSON, and
    ``markdown(what, view)`` where that is one of its formats.
    """
    module = import_module(f"vnplanlint.reports.{subject}")
    if output_format == "markdown":
        out.write("".join(module.markdown(what, view)))
    elif output_format == "json":
        import json

        json.dump(module.data(what, view), out, ensure_ascii=False, indent=2)
        out.write("\n")
    elif wants_colour(out):
        from vnplanlint.reports.terminal import Terminal

        terminal = Terminal(out)
        terminal.write(module.layout(what, view._replace(width=terminal.width, links=True)))
    else:
        for line in module.layout(what, view):
            out.write(plain(line))
    out.flush()


def plain(line: Line) -> str:
    """A styled line without its styles."""
    return "".join(segment.text for segment in line).rstrip() + "\n"
