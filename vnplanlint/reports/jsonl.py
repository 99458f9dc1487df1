"""One JSON object a line, one line a finding."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from vnplanlint.reports import CheckedFile, View
from vnplanlint.reports.records import record


def render(files: Iterable[CheckedFile], view: View) -> Iterator[str]:
    """A line for each finding."""
    for file in files:
        for finding in file.findings:
            yield json.dumps(record(finding, file), ensure_ascii=False) + "\n"
