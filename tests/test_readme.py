"""What the two READMEs promise is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from vnplanlint.rulebook import RuleBook

ROOT = Path(__file__).resolve().parent.parent
READMES = [ROOT / "README.md", ROOT / "README.vi.md"]


@pytest.mark.parametrize("path", READMES, ids=lambda path: path.name)
def test_the_rule_families_are_named_with_their_range(path: Path, book: RuleBook) -> None:
    text = path.read_text(encoding="utf-8")
    for family in sorted({code[:2] for code in book.cards}):
        numbers = [code[2:] for code in book.cards if code.startswith(family)]
        assert re.search(rf"\*\*{family}\*\*[^|]*\| {min(numbers)}–{max(numbers)} \|", text), family


@pytest.mark.parametrize("path", READMES, ids=lambda path: path.name)
def test_files_and_rules_that_are_named_exist(path: Path, book: RuleBook) -> None:
    text = path.read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([\w./-]+)\)", text) + re.findall(r"check (corpus/\S+)", text):
        assert (ROOT / link).is_file(), link
    assert set(re.findall(r"\b(?:NT|VB|DM|SL|CT|DC|TN|TT)\d{3}\b", text)) <= set(book.cards)


def test_there_are_two_commands_to_try() -> None:
    assert re.findall(r"<!-- command: (\w+) -->", READMES[0].read_text(encoding="utf-8")) == ["check", "test"]
