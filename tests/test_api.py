"""The public Python interface."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import vnplanlint
from vnplanlint import Document, Finding, ReadError, check_file, check_text, parse_text
from vnplanlint.rulebook import RuleBook

TEXT = "KẾ HOẠCH\n\nThực hiện Quyết định số 12/QĐ-UBND ngày 05/4/2021 của UBND tỉnh.\n"


def test_what_is_public_is_there_and_loaded_late() -> None:
    assert sorted(vnplanlint.__all__) == vnplanlint.__all__
    assert set(vnplanlint.__all__) <= set(dir(vnplanlint))
    with pytest.raises(AttributeError):
        vnplanlint.nothing_of_that_name  # noqa: B018
    code = "import sys, vnplanlint; print([m for m in sys.modules if m.startswith('vnplanlint.') or m == 'regex'])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_parse_text_gives_a_document_with_places() -> None:
    document = parse_text(TEXT)
    assert isinstance(document, Document)
    (date,) = (date for date in document.mentions.dates if date.day == 5)
    assert document.source.position(date.span.start) == (3, 41)


def test_check_text_gives_findings_and_honours_select_and_ignore(book: RuleBook) -> None:
    findings = check_text("Căn cứ Quyết định số 12/QĐ-UBND ngày 31/4/2021 của UBND tỉnh.\n")
    assert all(isinstance(finding, Finding) for finding in findings)
    assert check_text("Ngày 31/4/2021.", ignore=["ALL"]) == []
    for card in list(book.cards.values())[:1]:
        assert {f.code for f in check_text("Ngày 31/4/2021.", select=[card.code])} <= {card.code}


def test_mistakes_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="QQ999"):
        check_text(TEXT, select=["QQ999"])
    with pytest.raises(ValueError, match="lang"):
        check_text(TEXT, lang="fr")  # type: ignore[arg-type]
    with pytest.raises(FileNotFoundError):
        check_file(tmp_path / "nowhere.txt")
    (tmp_path / "bad.txt").write_bytes(b"\xff\xd8\0\0")
    with pytest.raises(ReadError):
        check_file(tmp_path / "bad.txt")


def test_check_file_equals_check_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert check_file(path) == check_file(str(path)) == check_text(TEXT)
