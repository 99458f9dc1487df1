"""A kind of mistake, and a change that makes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple


class Edit(NamedTuple):
    """Replace ``text[start:end]`` by ``new``."""

    start: int
    end: int
    new: str


class Change(NamedTuple):
    """The edits that make one mistake, and the region where a finding may point at it."""

    edits: tuple[Edit, ...]
    region: tuple[int, int]


class Kind(NamedTuple):
    """A class of mistakes; any one of ``codes`` is the right answer."""

    name: str
    codes: frozenset[str]
    changes: Callable[[str], Iterable[Change]]


KINDS: list[Kind] = []

Changes = Callable[[str], Iterator[Change]]


def mistake(name: str, *codes: str) -> Callable[[Changes], Changes]:
    """Enter a generator of changes as a kind of mistake."""

    def enter(changes: Changes) -> Changes:
        KINDS.append(Kind(name, frozenset(codes), changes))
        return changes

    return enter


def replace(start: int, end: int, new: str, region: tuple[int, int] | None = None) -> Change:
    """A change of one edit; its region is the edit unless told otherwise."""
    return Change((Edit(start, end, new),), region or (start, end))


def apply(text: str, change: Change) -> tuple[str, tuple[int, int]]:
    """The mutated text, and the region in it."""
    parts, done = [], 0
    first, last = change.region
    for start, end, new in sorted(change.edits):
        parts += (text[done:start], new)
        done = end
        growth = len(new) - (end - start)
        first += growth if end <= change.region[0] and start < change.region[0] else 0
        last += growth if start < change.region[1] or (start == change.region[1] and growth > 0) else 0
    return "".join((*parts, text[done:])), (first, last)
