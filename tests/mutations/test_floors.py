"""No class of mistakes is found less often than before."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from .kinds import KINDS, Change, Edit, Kind, apply
from .measure import clean_plans, measure_kind, places

SAMPLE = 8
FLOORS: dict[str, int] = tomllib.loads(Path(__file__).with_name("floors.toml").read_text("utf-8"))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_rate_does_not_fall(kind: Kind) -> None:
    score = measure_kind(kind, SAMPLE)
    assert 100 * score.rate >= FLOORS[kind.name], [tuple(miss) for miss in score.misses]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_kind_has_places_and_every_change_changes_the_text(kind: Kind) -> None:
    found = places(kind)
    assert found
    assert all(apply(text, change)[0] != text for _, text, change in found)


def test_region_follows_the_edits() -> None:
    text = "một hai ba bốn"
    mutated, (start, end) = apply(text, Change((Edit(0, 3, "mười một"), Edit(8, 10, "x")), (4, 10)))
    assert mutated == "mười một hai x bốn"
    assert mutated[start:end] == "hai x"


def test_floors_name_the_kinds_there_are() -> None:
    assert set(FLOORS) == {kind.name for kind in KINDS}


def test_there_are_plans_to_mutate() -> None:
    assert len(clean_plans()) >= 5
