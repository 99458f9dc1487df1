"""The pages of the rules say what the cards say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rule_pages import DOCS, LANGUAGES, pages
from tests.test_cli import Run, run

__all__ = ["run"]
PAGES = dict(pages())


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_page_is_as_its_card_makes_it(path: Path) -> None:
    assert path.is_file(), "write the pages anew: python -m tests.rule_pages"
    assert path.read_text("utf-8") == PAGES[path], "write the pages anew: python -m tests.rule_pages"


def test_no_page_is_left_of_a_rule_that_is_gone() -> None:
    assert {path for language in LANGUAGES for path in (DOCS / language).glob("*.md")} == PAGES.keys()


def test_explain_writes_the_same_page(run: Run) -> None:
    out = run("explain", "NT102", "--output-format=markdown", "--lang=en", "--isolated").out
    assert out == PAGES[DOCS / "en" / "NT102.md"]


def test_rules_as_markdown_and_json(run: Run) -> None:
    import json

    table = run("rules", "--output-format=markdown", "--isolated").out
    rows = json.loads(run("rules", "--output-format=json", "--isolated").out)
    assert [
        line.split("|")[1].strip()
        for line in table.splitlines()
        if line.startswith("| ") and not line.startswith("| mã |")
    ] == [row["code"] for row in rows]
    (full,) = json.loads(run("explain", "NT102", "--output-format=json", "--isolated").out)
    assert full["bad"][0]["text"]
    assert full["messages"][""]["vi"]
