"""Whole plans: each gives exactly the findings written beside it, clean ones none."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

import pytest

from vnplanlint.document.build import build_document
from vnplanlint.engine import check_document
from vnplanlint.readers.text import decode
from vnplanlint.rulebook import RuleBook

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
PLANS = sorted(path for path in CORPUS.iterdir() if path.suffix in {".txt", ".md"} and path.name != "README.md")


class Row(NamedTuple):
    """One expected finding, as a line of ``NAME.expected.tsv``."""

    row: int
    column: int
    code: str
    severity: str
    text: str


class Planted(NamedTuple):
    """One mistake that was put into a faulty plan by hand."""

    file: str
    row: int
    column: int
    code: str
    text: str


def table(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]


def expected(plan: Path) -> list[Row]:
    lines = table(plan.with_suffix(".expected.tsv"))
    return [Row(int(row), int(column), code, severity, text) for row, column, code, severity, text in lines]


def found(plan: Path, book: RuleBook) -> list[Row]:
    source = decode(plan.read_bytes(), plan.name)
    document = build_document(source, book.facts)
    rows = []
    for finding in check_document(document, book):
        place = source.position(finding.span.start)
        rows.append(Row(place.row, place.column, finding.code, finding.severity, document.words(finding.span)))
    return sorted(rows)


def planted() -> list[Planted]:
    return [
        Planted(file, int(row), int(column), code, text)
        for file, row, column, code, text in table(CORPUS / "planted.tsv")
    ]


FAULTY = sorted({mistake.file for mistake in planted()})


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.stem)
def test_plan_gives_exactly_the_findings_beside_it(plan: Path, book: RuleBook) -> None:
    wanted, got = expected(plan), found(plan, book)
    missing = [f"- {row}" for row in wanted if row not in got]
    surplus = [f"+ {row}" for row in got if row not in wanted]
    assert not missing + surplus, "\n".join([plan.name, *missing, *surplus])


@pytest.mark.parametrize("mistake", planted(), ids=lambda mistake: f"{mistake.code}-{mistake.file}")
def test_planted_mistake_is_expected(mistake: Planted) -> None:
    same = [row for row in expected(CORPUS / mistake.file) if row.code == mistake.code]
    touching = [row for row in same if mistake.text in row.text or row.text in mistake.text]
    assert touching, (mistake, same)
    exact = [row for row in touching if row.text == mistake.text]
    assert not exact or (mistake.row, mistake.column) in [(row.row, row.column) for row in exact]


def test_nothing_is_expected_of_the_clean_plans() -> None:
    clean = [plan for plan in PLANS if plan.name not in FAULTY]
    assert len(clean) >= 5
    assert [row for plan in clean for row in expected(plan)] == []
