"""Fixing a text until nothing is left to fix."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from vnplanlint.findings import Finding, Level, automatic_fix
from vnplanlint.fixing.edits import apply_fixes
from vnplanlint.light_typing import NamedTuple
from vnplanlint.readers.source import Source

MOST_ROUNDS = 50
"""Each round checks the whole text again; real plans settle within a few."""


class Fixed(NamedTuple):
    """What became of a source.

    ``findings`` are those of the new ``source``; ``applied`` those whose fixes are in it,
    round by round.  ``settled`` is False if there was no end: then this is the text, of
    all that the rounds gave, with the fewest findings left to fix, and the first of these.
    """

    source: Source
    findings: tuple[Finding, ...]
    applied: tuple[Finding, ...] = ()
    rounds: int = 0
    settled: bool = True


def fix_source(
    source: Source,
    check: Callable[[Source], Sequence[Finding]],
    level: Level,
    findings: Sequence[Finding] | None = None,
    most_rounds: int = MOST_ROUNDS,
) -> Fixed:
    """Apply the fixes that ``level`` allows, check again, and so on until no fix changes anything.

    ``findings`` are those of ``source``, if they are known already.
    """
    now = best = Fixed(source, tuple(check(source) if findings is None else findings))
    fewest = fixable(now.findings, level)
    seen = {source.raw}
    for number in range(1, most_rounds + 1):
        new, applied = apply_fixes(now.source, now.findings, level)
        if not applied:
            return now
        if new.raw in seen:
            break
        seen.add(new.raw)
        now = Fixed(new, tuple(check(new)), now.applied + applied, number)
        left = fixable(now.findings, level)
        if left < fewest:
            best, fewest = now, left
    return best._replace(settled=False)


def fixable(findings: Sequence[Finding], level: Level) -> int:
    """How many of ``findings`` a fix can put right without being chosen by hand."""
    return sum(automatic_fix(finding, level) is not None for finding in findings)
