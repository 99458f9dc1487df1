"""JSON arrays that are written as their rows come."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator


def json_array(rows: Iterable[object]) -> Iterator[str]:
    """An array, a row a line."""
    before = "[\n"
    for row in rows:
        yield before + "  " + json.dumps(row, ensure_ascii=False)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"
