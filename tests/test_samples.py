"""Real plans, read as people extracted them: what a careful reader finds, and what only looks wrong."""

from __future__ import annotations

import csv
from typing import NamedTuple

import pytest

from tests.conftest import SAMPLES
from vnplanlint.document.build import build_document
from vnplanlint.engine import check_document
from vnplanlint.findings import Finding, Severity
from vnplanlint.readers.text import decode
from vnplanlint.rulebook import RuleBook

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample plans are not here")

FAMILIES = {
    "anniversary-range": ("NT",),
    "date-fact": ("NT",),
    "date-padding": ("NT114",),
    "chronology": ("NT",),
    "doc-ref-malformed": ("VB2",),
    "section-numeral": ("DM3",),
}
"""The families in which a finding answers a row of that class."""

SILENCED = {
    "anniversary-range": ("NT102", "NT103", "NT105", "NT106", "NT111"),
    "date-fact": ("NT104", "NT113"),
    "date rules": ("NT",),
    "date-padding": ("NT114", "NT115"),
    "can-chi": ("NT112",),
    "count-mismatch": ("DM309",),
    "doc-ref-malformed": ("VB201", "VB213"),
    "doc-ref type/abbr": ("VB202", "VB203"),
    "section-numeral": ("DM30", "DM311"),
}

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
]


class Told(NamedTuple):
    """A finding as the user sees it: all rows that it points at, and the first."""

    code: str
    severity: Severity
    row: int
    rows: frozenset[int]
    text: str


@pytest.fixture(scope="module")
def told(book: RuleBook) -> dict[str, list[Told]]:
    found = {}
    for path in sorted(SAMPLES.glob("00*.txt")):
        source = decode(path.read_bytes(), path.name)

        def rows(start: int, end: int) -> range:
            return range(source.position(start).row, source.position(max(start, end - 1)).row + 1)  # noqa: B023

        def one(finding: Finding) -> Told:
            places = [finding.span, *(related.span for related in finding.related)]
            every = frozenset(row for span in places for row in rows(*span))
            return Told(
                finding.code,
                finding.severity,
                rows(*finding.span)[0],
                every,
                source.text[finding.span.start : finding.span.end],  # noqa: B023
            )

        found[path.name] = [one(finding) for finding in check_document(build_document(source, book.facts), book)]
    return found


def table(name: str) -> list[dict[str, str]]:
    with open(SAMPLES / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_every_wanted_row_of_the_three_families_is_found(told: dict[str, list[Told]]) -> None:
    wanted = [row for row in table("gold.tsv") if row["class"] in FAMILIES and row["wanted"] == "yes"]
    missed = [
        f"{row['file'][:3]}:{row['line']} {row['class']} {row['text'] if 'text' in row else row['col_text']}"
        for row in wanted
        if not any(
            finding.code.startswith(FAMILIES[row["class"]]) and int(row["line"]) in finding.rows
            for finding in told[row["file"]]
        )
    ]
    assert not missed


@pytest.mark.parametrize(("sample", "row", "code"), NAMED)
def test_the_named_finding_is_there_at_its_line(told: dict[str, list[Told]], sample: str, row: int, code: str) -> None:
    name = next(name for name in told if name.startswith(sample))
    assert any(finding.code.startswith(code) and row in finding.rows for finding in told[name])


def test_what_only_looks_wrong_stays_silent(told: dict[str, list[Told]]) -> None:
    gold = {(row["file"], row["line"], code) for row in table("gold.tsv") for code in FAMILIES.get(row["class"], ())}
    alarms = [
        (row["file"][:3], row["line"], kind, finding)
        for row in table("silent.tsv")
        for kind in row["rule_that_must_stay_silent"].split(", ")
        for finding in told[row["file"]]
        if kind in SILENCED and finding.code.startswith(SILENCED[kind]) and finding.row == int(row["line"])
        if not any(
            finding.code.startswith(code) for file, line, code in gold if (file, line) == (row["file"], row["line"])
        )
    ]
    assert not alarms


def test_no_error_stands_where_the_careful_reader_has_none(told: dict[str, list[Told]]) -> None:
    known = {
        (row["file"], int(line.split(":")[-1]))
        for row in table("gold.tsv")
        for line in [row["line"], *filter(None, row["related"].split(";"))]
        if ":" not in line or line.startswith(row["file"][:3])
    }
    unknown = [
        (name[:3], finding)
        for name, findings in told.items()
        for finding in findings
        if finding.severity == "error" and not any((name, row) in known for row in finding.rows)
    ]
    assert not unknown
