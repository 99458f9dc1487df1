"""The Code Quality report of GitLab: a JSON array that the merge request shows.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

from vnplanlint.findings import Finding, Severity
from vnplanlint.light_typing import Any
from vnplanlint.reports import CheckedFile, View
from vnplanlint.reports.addresses import repository_path
from vnplanlint.reports.arrays import json_array
from vnplanlint.reports.places import other_places
from vnplanlint.suppression.fingerprints import fingerprints

SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "style": "info"}
"""Of info, minor, major, critical, blocker: a plan that contradicts itself stops no service."""


def render(files: Iterable[CheckedFile], view: View) -> Iterator[str]:
    """The array, written as the files come, one finding a line."""
    return json_array(issue for file in files if file.findings for issue in _issues(file))


def _issues(file: CheckedFile) -> Iterator[dict[str, Any]]:
    path = repository_path(file.name)
    for finding, fingerprint in zip(file.findings, fingerprints(file.findings, file.place()), strict=True):
        yield _issue(finding, file, path, fingerprint)


def _issue(finding: Finding, file: CheckedFile, path: str, fingerprint: str) -> dict[str, Any]:
    start, end = (file.place().position(offset) for offset in finding.span)
    return {
        "description": _description(finding, file),
        "check_name": finding.code,
        "fingerprint": _unique(path, fingerprint),
        "severity": SEVERITIES[finding.severity],
        "location": {
            "path": path,
            "positions": {
                "begin": {"line": start.row, "column": start.column},
                "end": {"line": end.row, "column": end.column},
            },
        },
    }


def _description(finding: Finding, file: CheckedFile) -> str:
    """One line with the other places, for which the format has no field."""
    others = "; ".join(other_places(finding, file.place()))
    description = f"{finding.code}: {finding.message}" + (f" ({others})" if others else "")
    return " ".join(description.split())


def _unique(path: str, fingerprint: str) -> str:
    """A fingerprint for the repository from that for the file: two files may say the same."""
    return sha256(f"{path}\0{fingerprint}".encode("utf-8", "surrogateescape")).hexdigest()
