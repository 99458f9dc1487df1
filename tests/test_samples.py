"""Real plans, read as people extracted them: what a careful reader finds, and what only looks wrong."""

from __future__ import annotations

import pytest

from tests.conftest import SAMPLES
from tests.proof.samples import Figures, Told, all_told, compare
from vnplanlint.rulebook import RuleBook

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample plans are not here")

LEAST_FOUND = 92
"""Of the errors and warnings that the careful reader wants."""
LEAST_KNOWN = 0.95
"""Share of reported errors and warnings that the careful reader has too."""
LEAST_KNOWN_STYLE = 0.85

NAMED = [
    ("000", 26, "NT102"),
    ("000", 60, "NT1"),
    ("000", 168, "NT1"),
    ("000", 381, "DM301"),
    ("000", 233, "DM303"),
    ("000", 239, "DM303"),
    ("001", 53, "DM303"),
    ("001", 55, "DM303"),
    ("000", 257, "VB201"),
    ("001", 65, "VB201"),
    ("001", 71, "VB201"),
    ("000", 324, "VB201"),
    ("003", 3, "VB213"),
    ("004", 57, "DM301"),
    ("000", 107, "DC601"),
    ("000", 168, "NT104"),
    ("000", 352, "CT502"),
    ("001", 57, "CT506"),
    ("001", 59, "TN704"),
    ("003", 73, "DC604"),
    ("004", 125, "TT803"),
]


@pytest.fixture(scope="module")
def told(book: RuleBook) -> list[Told]:
    return all_told(book)


@pytest.fixture(scope="module")
def figures(told: list[Told]) -> Figures:
    return compare(told)


def test_what_the_careful_reader_wants_is_found(figures: Figures) -> None:
    assert len(figures.wanted) - len(figures.missed) >= LEAST_FOUND, list(map(str, figures.missed))


def test_errors_and_warnings_are_those_of_the_careful_reader(figures: Figures) -> None:
    unknown = figures.serious_unknown
    assert len(unknown) <= (1 - LEAST_KNOWN) * len(figures.serious), list(map(str, unknown))
    assert not [str(item) for item in unknown if item.severity == "error"]


def test_style_findings_are_those_of_the_careful_reader(figures: Figures) -> None:
    unknown = figures.style_unknown
    assert len(unknown) <= (1 - LEAST_KNOWN_STYLE) * len(figures.style), list(map(str, unknown))


def test_what_only_looks_wrong_stays_silent(figures: Figures) -> None:
    assert not [f"{place}: {item}" for place, item in figures.broken_silence]


@pytest.mark.parametrize(("sample", "row", "code"), NAMED)
def test_the_named_finding_is_there_at_its_line(told: list[Told], sample: str, row: int, code: str) -> None:
    assert any(item.file.startswith(sample) and item.code.startswith(code) and row in item.rows for item in told)
