"""Rules that need no code: what a card can say with the general checks."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnplanlint.document.build import build_document
from vnplanlint.engine import check_document
from vnplanlint.errors import CardError
from vnplanlint.findings import Finding
from vnplanlint.readers.text import from_text
from vnplanlint.rulebook import load

HEAD = """
code = "XX001"
severity = "style"
title = "Từ ngữ của Sở"
message = "“{text}” nên viết “{right}”"
why = "Quy chế soạn thảo của Sở, Điều 4"
"""


def findings(folder: Path, card: str, text: str) -> list[Finding]:
    (folder / "rieng.toml").write_text(HEAD + card, "utf-8")
    book = load([str(folder)])
    return check_document(build_document(from_text(text), book.facts), book, codes=["XX001"])


def found(folder: Path, card: str, text: str) -> list[str]:
    return [text[finding.span.start : finding.span.end] for finding in findings(folder, card, text)]


def mended(text: str, finding: Finding) -> str:
    for edit in sorted(finding.fixes[0].edits, reverse=True):
        text = text[: edit.span.start] + edit.content + text[edit.span.end :]
    return text


REPLACE = (
    'check = "replace"\n[given.words]\n"nông thôn mới nâng cao" = "nông thôn mới kiểu mẫu"\n"Tỉnh ta" = "tỉnh ta"\n'
)


def test_replace_finds_whole_words_whatever_the_spaces(tmp_path: Path) -> None:
    text = "Xã đạt chuẩn nông thôn\nmới nâng cao. Nông thôn mới nâng cao; nông thôn mới nâng caox."
    assert found(tmp_path, REPLACE, text) == ["nông thôn\nmới nâng cao", "Nông thôn mới nâng cao"]


def test_replace_keeps_capitals(tmp_path: Path) -> None:
    text = "Nông thôn mới nâng cao."
    (finding,) = findings(tmp_path, REPLACE, text)
    assert mended(text, finding) == "Nông thôn mới kiểu mẫu."
    assert finding.message == "“Nông thôn mới nâng cao” nên viết “Nông thôn mới kiểu mẫu”"
    assert finding.fixes[0].applicability == "unsafe"


def test_phrases_that_differ_in_capitals_only_are_told_apart_by_them(tmp_path: Path) -> None:
    assert found(tmp_path, REPLACE, "Ở tỉnh ta, và cả Tỉnh ta.") == ["Tỉnh ta"]


def test_replace_leaves_quotations_alone_unless_asked(tmp_path: Path) -> None:
    text = "Phong trào “Xã nông thôn mới nâng cao” năm 2024."
    assert found(tmp_path, REPLACE, text) == []
    asked = REPLACE.replace("[given.words]", "[given]\nin-quotations = true\n[given.words]")
    assert found(tmp_path, asked, text) == ["nông thôn mới nâng cao"]


PATTERN = """check = "pattern"
[given]
pattern = '''\\bPhòng (?<here>số) (?<number>\\d+)'''
unless = "họp kín"
replacement = "{number}"
"""


def test_pattern_underlines_its_group_and_fills_in_the_others(tmp_path: Path) -> None:
    text = "Họp tại Phòng số 12.\nCuộc họp kín ở Phòng số 14."
    (finding,) = findings(tmp_path, PATTERN, text)
    assert text[finding.span.start : finding.span.end] == "số"
    assert mended(text, finding).startswith("Họp tại Phòng 12 12.")


def test_pattern_that_never_ends_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vnplanlint.checks.general.pattern._SECONDS", 0.05)
    with pytest.raises(TimeoutError):
        findings(
            tmp_path,
            'check = "pattern"\n[given]\npattern = "(?:a+)+(?:b+)+(?:a+)+(?:b+)+c\\\\d"',
            "ab" * 5000 + "a" * 500,
        )


VARIANTS = """check = "variants"
[given]
preferred = "hằng năm"
others = ["hàng năm", "mỗi năm một lần"]
"""


def test_variants_are_told_once_with_all_their_places(tmp_path: Path) -> None:
    text = "Hàng năm sơ kết; hằng năm tổng kết; hàng năm khen thưởng."
    (finding,) = findings(tmp_path, VARIANTS, text)
    assert [text[place.span.start : place.span.end] for place in finding.related] == ["hàng năm", "hằng năm"]
    assert mended(text, finding) == "Hằng năm sơ kết; hằng năm tổng kết; hằng năm khen thưởng."


def test_variants_only_where_mixed(tmp_path: Path) -> None:
    card = VARIANTS + "only-mixed = true\n"
    assert found(tmp_path, card, "Hàng năm sơ kết.") == []
    assert found(tmp_path, card, "Hàng năm sơ kết, hằng năm tổng kết.") == ["Hàng năm"]


FACT = """check = "known-fact"
[given]
words = ["thành lập Trường THCS Lê Lợi"]
date = "15/8/1962"
"""


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Kỷ niệm ngày thành lập Trường THCS Lê Lợi (15/8/1963).", ["15/8/1963"]),
        ("Kỷ niệm ngày thành lập Trường THCS Lê Lợi (15/8/1962).", []),
        ("Từ khi thành lập Trường THCS Lê Lợi năm 1961", ["1961"]),
        ("Từ khi thành lập Trường THCS Lê Lợi năm 1962", []),
        ("Ngày thành lập Trường THCS Lê Lợi; tổng kết ngày 31/5/2024.", []),
    ],
)
def test_known_fact_compares_what_is_written(tmp_path: Path, text: str, wrong: list[str]) -> None:
    assert [item.removeprefix("năm ") for item in found(tmp_path, FACT, text)] == wrong


@pytest.mark.parametrize(
    ("card", "said"),
    [
        ('check = "replace"', "given.words"),
        ('check = "replace"\n[given]\nword = {a = "b"}', "given.word"),
        ('check = "replace"\n[given]\nwords = {a = 3}', "given.words"),
        ('check = "pattern"\n[given]\npattern = "("', "given.pattern"),
        ('check = "variants"\n[given]\npreferred = "a"', "given.others"),
        ('check = "variants"\n[given]\npreferred = "a"\nothers = ["b"]\napplicability = "sure"', "applicability"),
        ('check = "known-fact"\n[given]\nwords = ["a"]\ndate = "1/2/3/4"', "given.date"),
        ('check = "dates.impossible_date.impossible_date"\n[given]\nwords = {a = "b"}', "[given]"),
    ],
)
def test_what_a_general_check_lacks_is_named(tmp_path: Path, card: str, said: str) -> None:
    with pytest.raises(CardError) as raised:
        findings(tmp_path, card, "")
    assert said in str(raised.value)
    assert "rieng.toml" in str(raised.value)
