"""Workflow commands of GitHub Actions: an annotation at each finding in the changed files.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vnplanlint.findings import Finding, Severity
from vnplanlint.reports import CheckedFile, View
from vnplanlint.reports.addresses import repository_path
from vnplanlint.reports.places import other_places

LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "style": "notice"}


def render(files: Iterable[CheckedFile], view: View) -> Iterator[str]:
    """A line for each finding."""
    for file in files:
        for finding in file.findings:
            properties = ",".join(f"{name}={_property(str(value))}" for name, value in _properties(finding, file))
            yield f"::{LEVELS[finding.severity]} {properties}::{_data(_message(finding, file))}\n"


def _properties(finding: Finding, file: CheckedFile) -> Iterator[tuple[str, object]]:
    """Where the annotation stands; GitHub takes columns only for a place within one line."""
    start, end = (file.place().position(offset) for offset in finding.span)
    yield "file", repository_path(file.name)
    yield "line", start.row
    yield "endLine", end.row
    if start.row == end.row:
        yield "col", start.column
        yield "endColumn", end.column
    yield "title", f"{finding.code} ({finding.name})"


def _message(finding: Finding, file: CheckedFile) -> str:
    """The message with its place, because the log shows no properties, and a line for each other place."""
    row, column = file.place().position(finding.span.start)
    message = f"{repository_path(file.name)}:{row}:{column}: {finding.code} {finding.message}"
    return "\n".join([message, *other_places(finding, file.place())])


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
