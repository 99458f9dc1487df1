"""Whole plans: each gives exactly the findings written beside it, clean ones none."""

from __future__ import annotations

import csv
import textwrap
from pathlib import Path
from typing import NamedTuple

import pytest

from vnplanlint.document.build import build_document
from vnplanlint.engine import check_document
from vnplanlint.readers.text import decode, from_text
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


def rewrapped(text: str, width: int, gap: str, indent: str) -> str:
    """A plan of one paragraph a line as a PDF would give it: lines of ``width``, a page number now and then."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        table = "\t" in paragraph
        lines += (
            [paragraph] if table else textwrap.wrap(paragraph, width, initial_indent=indent, break_on_hyphens=False)
        )
        if len(lines) % 9 == 8 and not table:
            lines.append(str(len(lines) // 9 + 2))
    return gap.join(lines) + "\n"


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


ONE_LINE_PARAGRAPHS = ("tinh-cai-cach-hanh-chinh-2024", "so-noi-vu-thi-dua-2021", "bao-cao-thang-hanh-dong-tre-em-2019")


@pytest.mark.parametrize("name", ONE_LINE_PARAGRAPHS)
@pytest.mark.parametrize("width", [66, 78, 90, 101])
@pytest.mark.parametrize(("gap", "indent"), [("\n", ""), (" \n\n", ""), ("\n", "      ")])
def test_plan_wrapped_like_a_pdf_gives_the_same_findings(
    name: str, width: int, gap: str, indent: str, book: RuleBook
) -> None:
    plan = CORPUS / f"{name}.txt"
    text = rewrapped(decode(plan.read_bytes(), plan.name).text, width, gap, indent)
    document = build_document(from_text(text), book.facts)
    got = sorted((finding.code, document.words(finding.span)) for finding in check_document(document, book))
    assert got == sorted((row.code, row.text) for row in expected(plan))
