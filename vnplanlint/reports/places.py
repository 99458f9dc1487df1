"""Places of a finding in a few characters, for formats whose only room is a message."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.findings import Finding
from vnplanlint.readers.source import Source
from vnplanlint.spans import Span


def place(span: Span, source: Source) -> str:
    """Where a span begins and (exclusively) ends: ``3:12-3:18``."""
    start, end = source.position(span.start), source.position(span.end)
    return f"{start.row}:{start.column}-{end.row}:{end.column}"


def other_places(finding: Finding, source: Source) -> Iterator[str]:
    """Each other place of a finding, and what stands there: ``3:12-3:18: …``."""
    for related in finding.related:
        yield f"{place(related.span, source)}: {related.message}"
