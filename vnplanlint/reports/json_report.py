"""One JSON array of all findings, one finding a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vnplanlint.reports import CheckedFile, View
from vnplanlint.reports.arrays import json_array
from vnplanlint.reports.records import record


def render(files: Iterable[CheckedFile], view: View) -> Iterator[str]:
    """The array, written as the files come."""
    return json_array(record(finding, file) for file in files for finding in file.findings)
