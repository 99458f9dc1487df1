"""How far two words, or two names, are from one another."""

from __future__ import annotations

from collections.abc import Sequence


def distance(one: Sequence[str], other: Sequence[str], limit: int) -> int:
    """How many words (or letters) must be changed, added or dropped; ``limit + 1`` for all that are farther."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    row = list(range(len(other) + 1))
    for place, item in enumerate(one, 1):
        above, row[0] = row[0], place
        for column, against in enumerate(other, 1):
            above, row[column] = row[column], min(row[column] + 1, row[column - 1] + 1, above + (item != against))
        if min(row) > limit:
            return limit + 1
    return row[-1]
