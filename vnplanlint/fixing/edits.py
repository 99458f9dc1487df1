"""One round of fixes: those that do not meet, each whole or not at all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise

from vnplanlint.findings import Edit, Finding, Fix, Level, automatic_fix
from vnplanlint.fixing.encoding import as_stored, encoding_for
from vnplanlint.fixing.line_ends import LineEnds
from vnplanlint.light_typing import NamedTuple
from vnplanlint.readers.source import Source
from vnplanlint.readers.text import from_text


class Applied(NamedTuple):
    """The source after one round, and the findings whose fixes are in it, in order."""

    source: Source
    findings: tuple[Finding, ...]


class RawEdit(NamedTuple):
    """Replace the characters ``start`` to ``end`` of ``Source.raw`` by ``content``."""

    start: int
    end: int
    content: str


def apply_fixes(source: Source, findings: Iterable[Finding], level: Level) -> Applied:
    """Apply the fixes that ``level`` allows, as far as they do not touch one another.

    Where two meet, the one whose finding comes first (by place, then code, then
    message) is applied and the other is left for the next round.
    """
    ground = _Ground(len(source.text))
    comments = [comment.span.start for comment in source.comments]
    ends = LineEnds(source.raw)
    done: list[Finding] = []
    edits: list[RawEdit] = []
    for finding in sorted(findings, key=lambda finding: (finding.span, finding.code, finding.message)):
        fix = automatic_fix(finding, level)
        if fix is None or not _is_sound(fix, source) or _erases_comment(finding, fix, source, comments):
            continue
        raw = [edit for edit in (_raw(edit, source, ends) for edit in fix.edits) if _changes(edit, source)]
        if raw and ground.takes(finding, fix):
            done.append(finding)
            edits += raw
    return Applied(_edited(source, edits), tuple(done)) if edits else Applied(source, ())


def _is_sound(fix: Fix, source: Source) -> bool:
    """Whether the edits stand inside the text and apart from one another."""
    spans = sorted(edit.span for edit in fix.edits)
    return all(0 <= start <= end <= len(source.text) for start, end in spans) and all(
        before.end <= after.start and before != after for before, after in pairwise(spans)
    )


def _erases_comment(finding: Finding, fix: Fix, source: Source, starts: list[int]) -> bool:
    """Whether a comment for the tool, which a check sees as blanks, would be lost to a finding about something else.

    ``starts`` has where each comment begins.
    """
    return any(
        edit.span.overlaps(comment.span)
        and comment.words not in edit.content
        and not finding.span.overlaps(comment.span)
        for edit in fix.edits
        for comment in source.comments[
            max(bisect_right(starts, edit.span.start) - 1, 0) : bisect_right(starts, edit.span.end)
        ]
    )


def _raw(edit: Edit, source: Source, ends: LineEnds) -> RawEdit:
    """The edit in terms of the file as it stands: its line ends, its way of storing letters."""
    # What the reader left out in front of the first character belongs to it: nothing else can remove it.
    start = source.raw_offset(edit.span.start) if edit.span.start else 0
    end = max(start, source.raw_offset(edit.span.end))
    is_about_storage = source.with_comments()[edit.span.start : edit.span.end] == edit.content
    content = edit.content if is_about_storage else as_stored(edit.content, source.encoding)
    return RawEdit(start, end, ends.put_into(content, source.raw[start:end]))


def _changes(edit: RawEdit, source: Source) -> bool:
    return source.raw[edit.start : edit.end] != edit.content


def _edited(source: Source, edits: list[RawEdit]) -> Source:
    parts: list[str] = []
    done = 0
    for start, end, content in sorted(edits):
        parts += (source.raw[done:start], content)
        done = end
    parts.append(source.raw[done:])
    raw = "".join(parts)
    return from_text(raw, source.name, encoding_for(raw, source), source.bom)


class _Ground:
    """What the fixes of this round write, and what their findings rest on.

    A fix also waits if another one changes a place that its finding speaks of: of two
    findings that each put their own side right, both together would swap the sides.
    """

    def __init__(self, length: int) -> None:
        self._written = bytearray(length + 1)
        self._relied_on = bytearray(length + 1)

    def takes(self, finding: Finding, fix: Fix) -> bool:
        """Whether there is room for ``fix``; it then has its place."""
        places = [finding.span, *(related.span for related in finding.related)]
        writes = [slice(start, end + 1) for start, end in (edit.span for edit in fix.edits)]
        reads = [slice(start, end) for start, end in places]
        if any(1 in self._written[part] or 1 in self._relied_on[part] for part in writes):
            return False
        if any(1 in self._written[part] for part in reads):
            return False
        for marks, parts in ((self._written, writes), (self._relied_on, reads)):
            for part in parts:
                marks[part] = b"\1" * len(marks[part])
        return True
