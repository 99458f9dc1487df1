"""Findings as the Language Server Protocol has them: diagnostics with positions in UTF-16 units.

The report is a JSON array of the parameters of ``textDocument/publishDiagnostics``, a file a line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vnplanlint.findings import Finding, Fix, Severity
from vnplanlint.light_typing import Any
from vnplanlint.readers.source import Source
from vnplanlint.readers.utf16 import position
from vnplanlint.reports import CheckedFile, View
from vnplanlint.reports.addresses import file_uri
from vnplanlint.reports.arrays import json_array
from vnplanlint.reports.links import page
from vnplanlint.spans import Span

SOURCE = "vnplanlint"
SEVERITIES: dict[Severity, int] = {"error": 1, "warning": 2, "style": 3}
"""Error, Warning, Information; a Hint would hardly be seen in an editor."""
STDIN = "untitled:stdin"
"""The address of a text from standard input that was given no file name."""


def render(files: Iterable[CheckedFile], view: View) -> Iterator[str]:
    """The array, written as the files come; a clean file has no diagnostics, which clears those it had."""
    return json_array(map(_params, files))


def _params(file: CheckedFile) -> dict[str, Any]:
    uri = address(file.name)
    return {"uri": uri, "diagnostics": [with_fixes(finding, file, uri) for finding in file.findings]}


def address(name: str) -> str:
    """The absolute address that the protocol asks for."""
    return STDIN if name == "-" else file_uri(name)


def diagnostic(finding: Finding, file: CheckedFile, uri: str) -> dict[str, Any]:
    """The Diagnostic of a finding; ``uri`` is the address of its document, where its other places are too.

    ``data`` holds what a Diagnostic has no field for: the name of the rule.
    """
    source = file.place()
    found: dict[str, Any] = {
        "range": text_range(finding.span, source),
        "severity": SEVERITIES[finding.severity],
        "code": finding.code,
        "source": SOURCE,
        "message": finding.message,
        "relatedInformation": [
            {"location": {"uri": uri, "range": text_range(related.span, source)}, "message": related.message}
            for related in finding.related
        ],
        "data": {"name": finding.name},
    }
    href = page(finding.code)
    if href:
        found["codeDescription"] = {"href": href}
    return found


def with_fixes(finding: Finding, file: CheckedFile, uri: str) -> dict[str, Any]:
    """The same with the fixes in ``data``: ``title``, ``applicability`` and ``edits`` (a list of TextEdit) of each."""
    found = diagnostic(finding, file, uri)
    source = file.place()
    found["data"]["fixes"] = [_fix(fix, source) for fix in finding.fixes]
    return found


def text_range(span: Span, source: Source) -> dict[str, dict[str, int]]:
    """The Range of a span."""
    return {"start": position(source, span.start)._asdict(), "end": position(source, span.end)._asdict()}


def _fix(fix: Fix, source: Source) -> dict[str, Any]:
    return {
        "title": fix.title,
        "applicability": fix.applicability,
        "edits": [{"range": text_range(edit.span, source), "newText": edit.content} for edit in fix.edits],
    }
