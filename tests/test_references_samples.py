"""Five real plans, where they are at hand: what careful readers found in their citations is found, nothing else."""

from __future__ import annotations

import csv

import pytest

from tests.conftest import SAMPLES
from vnplanlint.document.build import build_document
from vnplanlint.engine import check_document
from vnplanlint.findings import Finding
from vnplanlint.readers.text import from_text
from vnplanlint.rulebook import RuleBook

pytestmark = pytest.mark.skipif(not SAMPLES.exists(), reason="the sample plans are not here")

EXPECTED_ELSEWHERE = {"capitalization": "VB214", "doc-ref-incomplete": "VB208"}


def rows(name: str) -> list[dict[str, str]]:
    with (SAMPLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def findings(file: str, book: RuleBook) -> list[tuple[int, Finding]]:
    source = from_text((SAMPLES / file).read_text(encoding="utf-8"))
    document = build_document(source, book.facts)
    codes = [code for code in book.cards if code.startswith("VB")]
    return [
        (source.text.count("\n", 0, finding.span.start) + 1, finding)
        for finding in check_document(document, book, codes=codes)
    ]


def test_every_malformed_symbol_is_found_at_its_line(book: RuleBook) -> None:
    wanted = {
        (row["file"], int(row["line"]))
        for row in rows("gold.tsv")
        if row["class"] == "doc-ref-malformed" and row["wanted"] == "yes"
    }
    found = {
        (path.name, line)
        for path in SAMPLES.glob("0*.txt")
        for line, finding in findings(path.name, book)
        if finding.code in ("VB201", "VB212", "VB213")
    }
    assert wanted == found - {("003_f0ec284111203cd5.txt", 3)}


def test_the_space_in_a_symbol_is_found(book: RuleBook) -> None:
    assert [line for line, f in findings("003_f0ec284111203cd5.txt", book) if f.code == "VB213"] == [3]


def test_incomplete_citations_and_small_type_words_are_found_and_no_others(book: RuleBook) -> None:
    for path in SAMPLES.glob("0*.txt"):
        wanted = [
            (int(row["line"]), EXPECTED_ELSEWHERE[row["class"]])
            for row in rows("gold.tsv")
            if row["file"] == path.name
            and row["class"] in EXPECTED_ELSEWHERE
            and row["wanted"] == "yes"
            and (row["class"] != "capitalization" or " số " in row["col_text"])
        ]
        found = [(line, finding.code) for line, finding in findings(path.name, book)]
        assert sorted(wanted) == sorted(item for item in found if item[1] in EXPECTED_ELSEWHERE.values())


def test_places_that_are_right_stay_silent_and_errors_are_all_wanted(book: RuleBook) -> None:
    malformed = {
        (row["file"], int(row["line"])) for row in rows("gold.tsv") if row["class"].startswith("doc-ref-malformed")
    }
    silent = [row for row in rows("silent.tsv") if row["rule_that_must_stay_silent"].startswith("doc-ref")]
    assert silent
    for path in SAMPLES.glob("0*.txt"):
        text = path.read_text(encoding="utf-8")
        for line, finding in findings(path.name, book):
            quoted = " ".join(text[slice(*finding.span)].split())
            assert not any(
                row["file"] == path.name and int(row["line"]) == line and quoted in row["text"] for row in silent
            ), finding
            assert finding.severity != "error" or (path.name, line) in malformed
