"""One JSON array of all findings, one finding a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from vnplanlint.reports import CheckedFile, View
from vnplanlint.reports.records import record


def render(files: Iterable[CheckedFile], view: View) -> Iterator[str]:
    """The array, written as the files come."""
    before = "[\n"
    for file in files:
        for finding in file.findings:
            yield before + "  " + json.dumps(record(finding, file), ensure_ascii=False)
            before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"
