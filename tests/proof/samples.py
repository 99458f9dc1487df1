"""The sample plans against what a careful reader found in them."""

from __future__ import annotations

import csv
from typing import NamedTuple

from tests.conftest import SAMPLES
from vnplanlint.document.build import build_document
from vnplanlint.engine import check_document
from vnplanlint.findings import Severity
from vnplanlint.readers.source import Source
from vnplanlint.readers.text import decode
from vnplanlint.rulebook import RuleBook
from vnplanlint.spans import Span

ANSWERS = {
    "anniversary-range": ("NT",),
    "date-fact": ("NT",),
    "date-padding": ("NT114", "NT115"),
    "chronology": ("NT",),
    "number-inconsistency": ("SL",),
    "doc-ref-malformed": ("VB2",),
    "doc-ref-incomplete": ("VB2",),
    "doc-ref-inconsistent": ("VB2", "TN7"),
    "section-numeral": ("DM3",),
    "spelling": ("CT5", "TN703", "TN705"),
    "confusable-char": ("CT502",),
    "repeated-word": ("CT5",),
    "missing-word": ("CT5",),
    "grammar": ("CT5", "DC6", "TT804"),
    "term-variant": ("TN7", "CT507", "DC605"),
    "abbr-undefined": ("TN703",),
    "capitalization": ("TN7", "VB214"),
    "spacing-punct": ("DC6", "TN7", "DM307", "DM311", "VB213"),
    "unpaired-quote": ("DC601",),
    "extraction-artifact": ("DC6", "TT8"),
    "placeholder": ("TT8",),
    "the-thuc": ("TT8",),
}
"""The rules that answer a row of each class (by the beginning of their codes)."""

SILENCED = {
    "anniversary-range": ("NT102", "NT103", "NT105", "NT106", "NT111"),
    "date-fact": ("NT104", "NT113"),
    "date rules": ("NT",),
    "date-padding": ("NT114", "NT115"),
    "can-chi": ("NT112",),
    "count-mismatch": ("DM309",),
    "number rules": ("SL",),
    "doc-ref-malformed": ("VB201", "VB213"),
    "doc-ref type/abbr": ("VB202", "VB203"),
    "section-numeral": ("DM30", "DM311"),
    "unpaired-quote": ("DC601",),
    "unpaired-paren": ("DC601",),
    "the-thuc": ("TT8",),
}
"""The rules that a row of ``silent.tsv`` names."""


class Told(NamedTuple):
    """A finding as the user sees it: its own row, all rows that it points at, its words."""

    file: str
    code: str
    severity: Severity
    row: int
    rows: frozenset[int]
    text: str
    message: str

    def __str__(self) -> str:
        return f"{self.file[:3]}:{self.row} {self.code} {self.severity}: {self.message}"


class Row(NamedTuple):
    """A row of ``gold.tsv``: what a careful reader would say."""

    file: str
    line: int
    kind: str
    severity: str
    wanted: str
    text: str
    related: frozenset[int]  # in the same file

    def is_answered_by(self, told: Told) -> bool:
        """Whether the finding points at this row with a rule of its class."""
        return told.file == self.file and told.code.startswith(ANSWERS[self.kind]) and self.line in told.rows

    def covers(self, told: Told) -> bool:
        """Whether a finding stands where this row, or one of its related places, does."""
        same_kind = told.file == self.file and told.code.startswith(ANSWERS[self.kind])
        return same_kind and not told.rows.isdisjoint({self.line, *self.related})

    def __str__(self) -> str:
        return f"{self.file[:3]}:{self.line} {self.kind}: {self.text}"


class Figures(NamedTuple):
    """What came of the comparison."""

    wanted: list[Row]
    missed: list[Row]
    serious: list[Told]
    serious_unknown: list[Told]
    style: list[Told]
    style_unknown: list[Told]
    broken_silence: list[tuple[str, Told]]


def told_of(path_name: str, data: bytes, book: RuleBook) -> list[Told]:
    source = decode(data, path_name)
    return [
        Told(
            path_name,
            finding.code,
            finding.severity,
            min(_rows(source, finding.span)),
            frozenset(
                row
                for span in (finding.span, *(place.span for place in finding.related))
                for row in _rows(source, span)
            ),
            source.text[finding.span.start : finding.span.end],
            finding.message,
        )
        for finding in check_document(build_document(source, book.facts), book)
    ]


def _rows(source: Source, span: Span) -> range:
    return range(source.position(span.start).row, source.position(max(span.start, span.end - 1)).row + 1)


def all_told(book: RuleBook) -> list[Told]:
    """Every finding of every sample plan."""
    return [told for path in sorted(SAMPLES.glob("0*.txt")) for told in told_of(path.name, path.read_bytes(), book)]


def table(name: str) -> list[dict[str, str]]:
    with open(SAMPLES / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def gold() -> list[Row]:
    """Every row of ``gold.tsv``."""
    return [
        Row(
            row["file"],
            int(row["line"]),
            row["class"],
            row["severity"],
            row["wanted"],
            row["col_text"],
            frozenset(
                int(place.split(":")[1]) for place in row["related"].split(";") if place.startswith(row["file"][:3])
            ),
        )
        for row in table("gold.tsv")
    ]


def compare(told: list[Told]) -> Figures:
    """The findings against the rows."""
    rows = gold()
    wanted = [row for row in rows if row.wanted == "yes" and row.severity in ("error", "warning")]
    serious = [item for item in told if item.severity != "style"]
    style = [item for item in told if item.severity == "style"]

    def unknown(items: list[Told]) -> list[Told]:
        return [item for item in items if not any(row.covers(item) for row in rows)]

    return Figures(
        wanted,
        [row for row in wanted if not any(row.is_answered_by(item) for item in told)],
        serious,
        unknown(serious),
        style,
        unknown(style),
        list(broken_silence(told, rows)),
    )


def broken_silence(told: list[Told], rows: list[Row]) -> list[tuple[str, Told]]:
    """Findings of a rule that must stay silent at their row, unless gold has them there."""
    return [
        (f"{row['file'][:3]}:{row['line']} {kind}", item)
        for row in table("silent.tsv")
        for kind in row["rule_that_must_stay_silent"].split(", ")
        for item in told
        if item.file == row["file"] and item.row == int(row["line"]) and item.code.startswith(SILENCED[kind])
        if not any(known.is_answered_by(item) for known in rows if known.line == item.row)
    ]
