"""What the tests of all editors need."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from .session import Place, place


@pytest.fixture
def here() -> Iterator[Place]:
    with place() as made:
        yield made
