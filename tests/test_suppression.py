"""Comments that mark a place as right: what they silence, and what is said of those that do nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from tests.test_cli import Run, run, write
from tests.test_corpus import CORPUS, FAULTY
from vnplanlint import check_text
from vnplanlint.document.build import build_document
from vnplanlint.document.directives import Places
from vnplanlint.document.model import Document
from vnplanlint.engine import check_document
from vnplanlint.findings import Edit, Finding
from vnplanlint.fixing import fix_source
from vnplanlint.readers.source import Source
from vnplanlint.readers.text import decode, from_text
from vnplanlint.rulebook import RuleBook
from vnplanlint.spans import Span
from vnplanlint.suppression.placing import ignore_edit

__all__ = ["run"]

WRONG = "Kỷ niệm 30 năm tái lập tỉnh Ninh Bình (01/4/1992 - 01/4/2021)."
RIGHT = "Sở Nội vụ chủ trì, phối hợp với các đơn vị liên quan tham mưu việc này."
HERE = "<!-- vnplanlint: ignore NT102 -->"


def codes(text: str, **options: list[str]) -> list[str]:
    return [finding.code for finding in check_text(text, **options)]  # type: ignore[arg-type]


def edited(text: str, edit: Edit) -> str:
    return text[: edit.span.start] + edit.content + text[edit.span.end :]


def test_there_is_something_to_silence() -> None:
    assert codes(WRONG) == ["NT102"]


@pytest.mark.parametrize(
    "text",
    [
        f"{WRONG} {HERE}",
        f"{HERE} {WRONG}",
        f"{HERE}\n{WRONG}",
        f"{HERE}\n\n\n{WRONG}",
        f"{RIGHT}\n\n{WRONG} {HERE}\n\n{RIGHT}",
        f"## {WRONG} {HERE}",
        f"- {WRONG} {HERE}\n- {RIGHT}",
        f"> {WRONG} {HERE}",
        f"<p>{WRONG}</p> {HERE}",
        f"{HERE}\n<!-- chờ ý kiến -->\n{WRONG}",
        f"<!--vnplanlint:ignore NT102-->\n{WRONG}",
        f"<!-- vnplanlint: ignore anniversary-years -->\n{WRONG}",
        f"<!-- vnplanlint: ignore NT -->\n{WRONG}",
        f"<!-- vnplanlint: ignore nt102 -->\n{WRONG}",
        f"<!-- vnplanlint: ignore ALL -->\n{WRONG}",
        f"<!-- vnplanlint: ignore NT102 (trích nguyên văn, xem (1)) -->\n{WRONG}",
        f"<!-- vnplanlint: ignore NT102\n     (trích nguyên văn) -->\n{WRONG}",
        f"{WRONG} <!-- vnplanlint: ignore NT102\n(trích nguyên văn) -->",
        f"{WRONG}\n\n{RIGHT}\n<!-- vnplanlint: ignore-file NT102 -->",
        f"<!-- vnplanlint: off NT102 -->\n{RIGHT}\n\n{WRONG}",
        f"<!-- vnplanlint: off NT -->\n{WRONG}\n\n<!-- vnplanlint: on NT -->\n{RIGHT}",
        f"<!-- vnplanlint: off NT -->\n{WRONG}\n\n<!-- vnplanlint: on -->\n{RIGHT}",
        f"{HERE}\n```\n{RIGHT}\n\n{WRONG}\n```\n",
        f"{WRONG} {HERE}".replace("\n", "\r\n"),
    ],
)
def test_a_comment_silences_what_it_speaks_of(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"{HERE}\n{RIGHT}\n\n{WRONG}",
        f"{RIGHT} {HERE}\n\n{WRONG}",
        f"{WRONG}\n\n{RIGHT} {HERE}",
        f"{WRONG}\n\n{HERE}\n{RIGHT}",
        f"{WRONG}\n\n<!-- vnplanlint: off NT102 -->\n{RIGHT}",
        f"{WRONG}\n\n{HERE}",
    ],
)
def test_a_comment_elsewhere_silences_nothing_and_is_reported(text: str) -> None:
    assert sorted(codes(text)) == ["BQ901", "NT102"]


def test_what_stands_in_code_is_an_example() -> None:
    assert codes(f"```\n{HERE}\n```\n\nGhi `{HERE}` ở cuối đoạn.\n") == []


def test_every_line_of_a_wrapped_paragraph_is_meant() -> None:
    lines = [
        "Căn cứ tình hình thực tế, Ủy ban nhân dân tỉnh tổ chức các hoạt động kỷ niệm 30 năm",
        "tái lập tỉnh Ninh Bình (01/4/1992 - 01/4/2021) trên địa bàn các huyện, thành phố với quy",
        "mô phù hợp, bảo đảm trang trọng, thiết thực, tiết kiệm và an toàn theo đúng các quy định",
        "hiện hành của pháp luật, phát huy vai trò của các tổ chức chính trị - xã hội ở cơ sở.",
    ]
    assert codes("\n".join(lines)) == ["NT102"]
    for number in range(len(lines)):
        assert codes("\n".join([*lines[:number], f"{lines[number]} {HERE}", *lines[number + 1 :]])) == []
        assert codes("\n".join([*lines[:number], HERE, *lines[number:]])) == []


def test_a_row_of_a_table_is_meant_alone() -> None:
    head = "| TT | Nội dung |\n|---|---|\n"
    rows = [f"| {number} | {WRONG} |\n" for number in (1, 2)]
    assert codes(head + "".join(rows)) == ["NT102", "NT102"]
    marked = rows[1].replace(" |\n", f" {HERE} |\n")
    assert codes(head + rows[0] + marked) == ["NT102"]
    assert codes(head + rows[0] + f"{HERE}\n" + rows[1]) == ["NT102"]
    assert codes(head + rows[0] + rows[1].replace("\n", f" {HERE}\n")) == ["NT102"]


def test_a_comment_above_a_table_means_the_table() -> None:
    table = "| TT | Nội dung |\n|---|---|\n" + "".join(f"| {number} | {WRONG} |\n" for number in (1, 2))
    assert codes(f"{HERE}\n{table}") == []
    assert codes(f"{RIGHT}\n\n{HERE}\n\n{table}\n{RIGHT}") == []
    assert codes(f"{HERE}\n{table}\n{table}") == ["NT102", "NT102"]
    assert codes(f"{HERE}\n{table}\n{WRONG}") == ["NT102"]


def test_off_and_on_concern_each_rule_by_itself() -> None:
    both = f"{WRONG} Họp sơ kết vào ngày 31/4/2021."
    assert sorted(codes(both)) == ["NT101", "NT102"]
    text = f"<!-- vnplanlint: off NT -->\n{both}\n\n<!-- vnplanlint: on NT101 -->\n{both}\n"
    assert codes(text) == ["NT101"]


def test_a_contradiction_is_marked_where_it_is_reported() -> None:
    """The other side, marked, may be the right one: then this side still has to be looked at."""
    first = "Thi đua chào mừng kỷ niệm 50 năm thành lập Nhà máy (04/9/1973 - 04/9/2023)."
    second = "Văn nghệ chào mừng kỷ niệm 50 năm thành lập Nhà máy (14/9/1973 - 14/9/2023)."
    (finding,) = check_text(f"{first}\n{second}")
    assert finding.code == "NT105"
    mark = "<!-- vnplanlint: ignore NT105 -->"
    here, there = (f"{first} {mark}\n{second}", f"{first}\n{second} {mark}")
    if finding.span.start > len(first):
        here, there = there, here
    assert codes(here) == []
    left = {found.code: found for found in check_text(there)}
    assert left.keys() == {"NT105", "BQ901"}
    assert [related.span for related in left["BQ901"].related] == [left["NT105"].span]
    assert "nơi khác" in left["BQ901"].message


# What is said of a comment that does nothing


def test_each_code_that_does_nothing_is_told() -> None:
    text = f"{WRONG} <!-- vnplanlint: ignore NT107, NT102 VB201 -->"
    unused = check_text(text)
    assert [(finding.code, text[slice(*finding.span)]) for finding in unused] == [
        ("BQ901", "NT107"),
        ("BQ901", "VB201"),
    ]


def test_a_rule_that_did_not_run_leaves_its_comment_alone() -> None:
    text = f"{RIGHT} <!-- vnplanlint: ignore VB201 -->"
    assert codes(text) == ["BQ901"]
    assert codes(text, select=["NT", "BQ"]) == []
    assert codes(text, ignore=["VB201"]) == []
    assert codes(text.replace("VB201", "VB"), ignore=["VB202"]) == []


def test_a_rule_that_is_silent_on_a_bad_scan_leaves_its_comment_alone(book: RuleBook) -> None:
    document = read_as_scan(f"{RIGHT} <!-- vnplanlint: ignore TT810, NT101 -->", book)
    assert book.cards["TT810"].noisy == "silent"
    assert book.cards["NT101"].noisy != "silent"
    (unused,) = check_document(document, book)
    assert document.source.raw[slice(*unused.span)] == "NT101"


def read_as_scan(text: str, book: RuleBook) -> Document:
    document = build_document(from_text(text), book.facts)
    document.noise = 0.5
    return document


def test_a_comment_that_serves_a_finding_below_the_shown_severity_is_used(run: Run) -> None:
    write("a.txt", "XẤU <!-- vnplanlint: ignore PB103 -->\n")
    outcome = run("check", "a.txt", "--min-severity=error", "--select=PB,BQ", "--output-format=concise")
    assert (outcome.status, outcome.out) == (0, "")


@pytest.mark.parametrize("comment", ["ignore BQ901", "ignore BQ", "ignore-file unused-suppression"])
def test_comments_do_not_silence_the_rules_about_them(comment: str) -> None:
    assert codes(f"{RIGHT} <!-- vnplanlint: {comment} -->") == ["BQ903"]
    assert sorted(codes(f"{RIGHT} <!-- vnplanlint: ignore ALL, VB201 -->")) == ["BQ901"]


def test_ignore_and_per_file_ignores_silence_them(run: Run) -> None:
    write("a.txt", "đúng <!-- vnplanlint: ignore PB101 -->\n")
    write("vnplanlint.toml", 'extend-rules = ["../cards"]\nselect = ["PB", "BQ"]\n')
    assert "BQ901" in run("check", "a.txt").out
    assert run("check", "a.txt", "--ignore=BQ").out == ""
    write("vnplanlint.toml", Path("vnplanlint.toml").read_text() + '[per-file-ignores]\n"*.txt" = ["BQ901"]\n')
    assert run("check", "a.txt").out == ""


@pytest.mark.parametrize(
    ("comment", "says"),
    [
        ("<!-- vnplanlint: ignore -->", "NT102"),
        ("<!-- vnplanlint: off (đoạn này trích) -->", "off NT102"),
        ("<!-- vnplanlint: -->", "ignore NT102"),
        ("<!-- vnplanlint: ingore NT102 -->", "“ignore”"),
        ("<!-- vnplanlint: disable NT102 -->", "có phải là"),
        ("<!-- vnplanlint ignore NT102 -->", "dấu hai chấm"),
        ("<!-- vnplanlint-ignore NT102 -->", "dấu hai chấm"),
        ("<!-- vnplanlint: ignore NT102 trích nguyên văn -->", "ngoặc đơn"),
        ("<!-- vnplanlint: ignore NT102", "-->"),
    ],
)
def test_a_malformed_comment_silences_nothing_and_says_what_to_write(comment: str, says: str) -> None:
    by_code = {finding.code: finding for finding in check_text(f"{WRONG} {comment}")}
    assert by_code.keys() == {"NT102", "BQ903"}
    assert says in by_code["BQ903"].message


def test_a_bare_ignore_offers_the_codes_that_are_found_there() -> None:
    text = f"{WRONG} <!-- vnplanlint: ignore -->"
    (fix,) = next(finding for finding in check_text(text) if finding.code == "BQ903").fixes
    assert edited(text, fix.edits[0]) == f"{WRONG} {HERE}"
    assert fix.applicability == "unsafe"


def test_an_unknown_code_is_told_with_the_nearest() -> None:
    text = f"{WRONG} <!-- vnplanlint: ignore NT102, aniversary-years -->"
    (finding,) = check_text(text)
    assert (finding.code, finding.severity, text[slice(*finding.span)]) == ("BQ902", "warning", "aniversary-years")
    assert "“anniversary-years”" in finding.message
    (finding,) = (one for one in check_text("<!-- vnplanlint: ignore NT1O1 -->", lang="en") if one.code == "BQ902")
    assert "“NT101”" in finding.message


# The safe fix


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        (f"{RIGHT} {HERE}\n", f"{RIGHT}\n"),
        (f"{RIGHT}\n{HERE}\n{RIGHT}\n", f"{RIGHT}\n{RIGHT}\n"),
        (f"{HERE} {RIGHT}\n", f" {RIGHT}\n"),
        (f"| a | {RIGHT} {HERE} |\n", f"| a | {RIGHT} |\n"),
        (f"{WRONG} <!-- vnplanlint: ignore VB201, NT102, NT107 -->\n", f"{WRONG} {HERE}\n"),
        (
            f"{WRONG} <!-- vnplanlint: ignore NT107 NT102 (lý do) -->",
            f"{WRONG} <!-- vnplanlint: ignore NT102 (lý do) -->",
        ),
        (f"{RIGHT}\r\n{HERE}\r\n{RIGHT}\r\n", f"{RIGHT}\r\n{RIGHT}\r\n"),
    ],
)
def test_what_does_nothing_is_taken_out(text: str, fixed: str, book: RuleBook) -> None:
    def check(source: Source) -> list[Finding]:
        return check_document(build_document(source, book.facts), book, codes=["BQ901", *CHECKED])

    done = fix_source(from_text(text), check, "safe")
    assert done.source.raw == fixed
    assert done.settled


CHECKED = ("NT102", "NT107", "VB201")


# The comment that an editor adds


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (f"{WRONG}\n\n{RIGHT}\n", f"{WRONG} {HERE}\n\n{RIGHT}\n"),
        (f"{WRONG}  \n{RIGHT}\n", f"{WRONG} {HERE}  \n{RIGHT}\n"),
        (f"{WRONG}\\\n{RIGHT}\n", f"{WRONG} {HERE}\\\n{RIGHT}\n"),
        (f"# {WRONG}\n", f"# {WRONG} {HERE}\n"),
        (f"| 1 | {WRONG} |\n", f"| 1 | {WRONG} {HERE} |\n"),
        (f"{RIGHT}\n```\n{WRONG}\n```\n", f"{RIGHT}\n{HERE}\n```\n{WRONG}\n```\n"),
        (f"{WRONG} <!-- chờ -->\n", f"{WRONG} <!-- chờ --> {HERE}\n"),
        (
            f"{WRONG} <!-- vnplanlint: ignore NT103 (cũ) -->\n",
            f"{WRONG} <!-- vnplanlint: ignore NT103, NT102 (cũ) -->\n",
        ),
        (f"<!-- vnplanlint: ignore NT103 -->\n{WRONG}\n", f"<!-- vnplanlint: ignore NT103, NT102 -->\n{WRONG}\n"),
        (WRONG, f"{WRONG} {HERE}"),
    ],
)
def test_the_comment_goes_where_it_breaks_nothing(text: str, marked: str, book: RuleBook) -> None:
    document = build_document(from_text(text), book.facts)
    finding = next(found for found in check_document(document, book) if found.code == "NT102")
    assert edited(text, ignore_edit(document, finding)) == marked
    assert "NT102" not in codes(marked)


def test_the_head_of_a_markdown_file_takes_no_comment(book: RuleBook) -> None:
    text = f"---\ntitle: {WRONG}\n---\n{RIGHT}\n"
    document = build_document(from_text(text, "a.md"), book.facts)
    (finding,) = check_document(document, book)
    marked = edited(text, ignore_edit(document, finding))
    assert marked == text.replace(RIGHT, f"<!-- vnplanlint: ignore-file NT102 -->\n{RIGHT}")
    assert codes(marked) == []


def summary(finding: Finding, document: Document) -> tuple[str, str, str, str, int]:
    words = " ".join(document.source.text[slice(*finding.span)].split())
    return finding.code, finding.severity, finding.message, words, len(finding.related)


@pytest.mark.parametrize("name", FAULTY)
def test_a_comment_for_one_finding_changes_nothing_else(name: str, book: RuleBook) -> None:
    """In every faulty plan, for each finding: it goes, with those of its rule in the same block, and all others stay."""
    text = decode((CORPUS / name).read_bytes(), name).text
    document = build_document(from_text(text), book.facts)
    findings = check_document(document, book)
    assert findings
    places = Places(document)
    for finding in findings:
        block = places.beside(Span(finding.span.start, finding.span.start))
        left = [
            other
            for other in findings
            if other.code != finding.code or not block.start <= other.span.start <= block.end
        ]
        marked = build_document(from_text(edited(text, ignore_edit(document, finding))), book.facts)
        got = sorted(summary(other, marked) for other in check_document(marked, book))
        assert got == sorted(summary(other, document) for other in left), finding


@pytest.mark.parametrize("name", FAULTY)
def test_all_findings_marked_one_after_the_other_leave_nothing(name: str, book: RuleBook) -> None:
    text = decode((CORPUS / name).read_bytes(), name).text
    for _ in range(60):
        document = build_document(from_text(text), book.facts)
        findings = check_document(document, book)
        if not findings:
            return
        text = edited(text, ignore_edit(document, findings[-1]))
    pytest.fail(str(findings))


@pytest.mark.parametrize("name", [*FAULTY[:3], "tinh-cai-cach-hanh-chinh-2024.txt"])
def test_a_comment_on_a_line_of_its_own_does_not_part_what_belongs_together(name: str, book: RuleBook) -> None:
    text = decode((CORPUS / name).read_bytes(), name).text
    lines = text.split("\n")
    marked = "\n".join(line for pair in zip(lines, [HERE] * len(lines), strict=True) for line in pair)
    document, other = (build_document(from_text(one), book.facts) for one in (text, marked))
    assert [document.words(block.span) for block in document.blocks] == [
        other.words(block.span) for block in other.blocks
    ]


# Reading


@pytest.mark.parametrize(
    "text",
    [
        f"{RIGHT} {HERE}\n{HERE} {HERE}\n",
        f"{RIGHT} {HERE} {HERE}\nx {HERE} y\n",
        f"<!-- vnplanlint: ignore\nNT102\n-->\n{WRONG}",
        "<!-- vnplanlint",
        "<!-- vnplanlint: -->" * 3,
        "<!-- " * 50 + "vnplanlint: ignore -->",
    ],
)
def test_the_text_keeps_its_length_and_its_lines(text: str) -> None:
    source = from_text(text)
    assert len(source.text) == len(text)
    assert source.text.count("\n") == text.count("\n")
    check_text(text)


def test_the_comments_can_be_put_back(run: Run) -> None:
    text = f"{RIGHT} {HERE}\n{HERE} x\n{HERE}\n"
    assert from_text(text).with_comments() == text
    write("a.txt", f"{RIGHT} {HERE}\n")
    assert f"(1: “này. {HERE}” → “này.”)" in run("check", "a.txt", "--isolated").out


def test_a_decomposed_comment_is_found_where_it_stands() -> None:
    text = f"{WRONG} <!-- vnplanlint: ignore NT107 (trích nguyên văn) -->"
    decomposed = unicodedata.normalize("NFD", text)
    source = from_text(decomposed)
    unused = next(finding for finding in check_text(decomposed) if finding.code == "BQ901")
    start, end = map(source.raw_offset, unused.span)
    assert decomposed[start:end] == decomposed[decomposed.index("<!--") :]


def test_many_comments_are_read_in_time() -> None:
    text = "\n".join(f"{RIGHT} {HERE}" for _ in range(300)) + "\n<!-- vnplanlint: ignore NT102" * 300
    assert len(codes(text)) == 600


SHOW = """
import sys
from vnplanlint.__main__ import main
main(sys.argv[1:])
sys.stderr.write(" ".join(name for name in sys.modules if name.startswith("vnplanlint")))
"""


def test_a_text_without_comments_loads_nothing_for_them(tmp_path: Path) -> None:
    def loaded(text: str) -> set[str]:
        (tmp_path / "a.txt").write_text(text, encoding="utf-8")
        environment = {**os.environ, "VNPLANLINT_CACHE_DIR": str(tmp_path / "cache")}
        done = subprocess.run(
            [sys.executable, "-c", SHOW, "check", "a.txt", "--isolated"],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            timeout=60,
        )
        return set(done.stderr.decode().splitlines()[-1].split())

    ours = {
        name for name in loaded(f"{WRONG}\n") if "suppression" in name or "directives" in name or "comments" in name
    }
    assert ours == set()
    assert "vnplanlint.suppression.usage" in loaded(f"{WRONG} {HERE}\n")


def test_a_fix_of_many_places_spares_those_that_are_marked_as_right(book: RuleBook) -> None:
    line = "Đợt {} tập huấn ngày {}/2022.{}\n"
    days = ("04/8", "05/8", "7/8", "8/8", "09/9")
    marks = ("", "", "", " <!-- vnplanlint: ignore NT114 -->", "")
    text = "\n".join(line.format(number, day, mark) for number, (day, mark) in enumerate(zip(days, marks, strict=True)))

    def check(source: Source) -> list[Finding]:
        return check_document(build_document(source, book.facts), book)

    source = from_text(text)
    assert [finding.code for finding in check(source)] == ["NT114"]
    fixed = fix_source(source, check, "safe")
    assert fixed.source.raw == text.replace(" 7/8", " 07/8")


def test_each_place_heeds_the_comments_that_speak_of_it_among_many(book: RuleBook) -> None:
    shape = ("{}", "{} <!-- vnplanlint: ignore NT101 -->", "<!-- vnplanlint: off NT101 -->\n\n{}", "{}")
    parts = [shape[number % 4].format(f"Xã {number} nộp ngày 31/4/2023.") for number in range(40)]
    parts = [part + "\n\n<!-- vnplanlint: on NT101 -->" * (number % 4 == 3) for number, part in enumerate(parts)]
    source = from_text("\n\n".join(parts), "a.md")
    found = [finding for finding in check_document(build_document(source, book.facts), book) if finding.code == "NT101"]
    told = [source.text.rindex("Xã", 0, finding.span.start) for finding in found]
    assert [source.text[start:].split()[1] for start in told] == [str(number) for number in range(0, 40, 4)]
