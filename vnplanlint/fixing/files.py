"""Fixing one file: what becomes of its text, and whether that can be written."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from vnplanlint.findings import Finding, Level
from vnplanlint.fixing.diff import diff
from vnplanlint.fixing.encoding import encoded
from vnplanlint.fixing.rounds import Fixed, fix_source, fixable
from vnplanlint.fixing.writing import replace_content
from vnplanlint.light_typing import Literal, NamedTuple
from vnplanlint.messages import Problem
from vnplanlint.readers.source import Source

Goal = Literal["file", "stdout", "diff"]
"""Where the fixed text goes: back into its file, to standard output, or only into a diff."""


class FixedFile(NamedTuple):
    """What became of a file.

    ``codes`` are the rules of the fixes in it, one entry a fix; ``output`` is what goes to
    standard output; ``notes`` are worth saying and no failure, ``problems`` are: then the
    file and its findings are as they were.
    """

    source: Source
    findings: tuple[Finding, ...]
    codes: tuple[str, ...] = ()
    output: bytes = b""
    notes: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()


def fix_file(
    path: str,
    data: bytes,
    source: Source,
    findings: Sequence[Finding],
    check: Callable[[Source], Sequence[Finding]],
    level: Level,
    goal: Goal,
) -> FixedFile:
    """Fix the text that was read from ``path`` as ``data``, and put it where ``goal`` says."""
    name = source.name
    unchanged = FixedFile(source, tuple(findings), output=data if goal == "stdout" else b"")
    fixed = fix_source(source, check, level, findings)
    notes: tuple[Problem, ...] = () if fixed.settled else (_unsettled(name, fixed, level),)
    if not fixed.applied:
        return unchanged._replace(notes=notes)
    if not _is_all_read(source, data):
        return unchanged._replace(problems=(Problem("not-all-legible", name=name),))
    if fixed.source.encoding != source.encoding:
        notes += (Problem("now-utf-8", name=name, encoding=source.encoding),)
    output = b""
    if goal == "diff":
        output = diff(name, source.raw, fixed.source.raw).encode()
    elif goal == "stdout":
        output = encoded(fixed.source)
    else:
        try:
            replace_content(path, data, encoded(fixed.source))
        except Problem as problem:
            return unchanged._replace(problems=(problem,))
    return FixedFile(fixed.source, fixed.findings, tuple(one.code for one in fixed.applied), output, notes)


def _is_all_read(source: Source, data: bytes) -> bool:
    """Whether the source holds all that the file held, so that nothing is lost when it is written again."""
    try:
        return encoded(source) == data
    except UnicodeEncodeError:
        return False


def _unsettled(name: str, fixed: Fixed, level: Level) -> Problem:
    codes = sorted({finding.code for finding in fixed.findings if fixable((finding,), level)})
    return Problem("unsettled", name=name, codes=", ".join(codes))
