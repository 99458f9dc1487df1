"""A finding as plain data, the same in every JSON output."""

from __future__ import annotations

from vnplanlint.findings import Finding, Fix
from vnplanlint.light_typing import Any
from vnplanlint.readers.source import Source
from vnplanlint.reports import CheckedFile
from vnplanlint.reports.links import page
from vnplanlint.spans import Span


def record(finding: Finding, file: CheckedFile) -> dict[str, Any]:
    """What the contract says of one finding; places are those of the file as it stands."""
    source = file.place()
    span = finding.span
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "filename": file.name,
        **locations(span, source),
        "text": source.as_stored(span),
        "related": [
            {"filename": file.name, **locations(related.span, source), "message": related.message}
            for related in finding.related
        ],
        "fixes": [_fix(fix, source) for fix in finding.fixes],
        "url": page(finding.code),
    }


def locations(span: Span, source: Source) -> dict[str, dict[str, int]]:
    """Beginning and (exclusive) end of a span, rows and columns from 1."""
    return {"location": _location(span.start, source), "end_location": _location(span.end, source)}


def _fix(fix: Fix, source: Source) -> dict[str, Any]:
    return {
        "title": fix.title,
        "applicability": fix.applicability,
        "edits": [{**locations(edit.span, source), "content": edit.content} for edit in fix.edits],
    }


def _location(offset: int, source: Source) -> dict[str, int]:
    row, column = source.position(offset)
    return {"row": row, "column": column}
