"""One line a finding: ``path:row:column: CODE severity: message``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vnplanlint.reports import CheckedFile, View
from vnplanlint.reports.columns import printable


def render(files: Iterable[CheckedFile], view: View) -> Iterator[str]:
    """A line for each finding."""
    for file in files:
        for finding in file.findings:
            row, column = file.place().position(finding.span.start)
            message = " ".join(printable(finding.message).split())
            yield f"{printable(file.name)}:{row}:{column}: {finding.code} {finding.severity}: {message}\n"
