"""The output formats: what is underlined, how it is aligned, what the data says."""

from __future__ import annotations

import fcntl
import itertools
import json
import os
import pty
import re
import struct
import sys
import termios
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.test_cli import Run, run, write
from vnplanlint.findings import Edit, Finding, Fix, Related
from vnplanlint.readers.text import from_text
from vnplanlint.reports import CheckedFile, View, concise, full, json_report, jsonl
from vnplanlint.reports.columns import excerpt, printable, width, wrap
from vnplanlint.spans import Span

__all__ = ["run"]


def found(
    raw: str, marked: str, *others: tuple[str, str], message: str = "lời nhắn", fixes: tuple[Fix, ...] = ()
) -> CheckedFile:
    """A file with one finding at ``marked`` and related places at ``others``."""
    source = from_text(raw, "a.txt")

    def span(words: str) -> Span:
        start = source.text.index(unicodedata.normalize("NFC", words))
        return Span(start, start + len(unicodedata.normalize("NFC", words)))

    related = tuple(Related(span(words), label) for words, label in others)
    finding = Finding(span(marked), "NT102", "anniversary-years", "error", message, related, fixes)
    return CheckedFile("a.txt", source, (finding,))


def shown(file: CheckedFile, **view: object) -> list[str]:
    return "".join(full.render([file], View(**view))).splitlines()  # type: ignore[arg-type]


def underlined(lines: list[str], mark: str = "^") -> list[str]:
    """The text above each run of ``mark``, cell by cell."""
    parts = []
    for above, line in itertools.pairwise(lines):
        for run_of_marks in re.finditer(re.escape(mark) + "+", line):
            cells: list[str] = []
            for char in above:
                if width(char):
                    cells += [char] + [""] * (width(char) - 1)
                elif cells:
                    cells[-1] += char
            parts.append("".join(cells[run_of_marks.start() : run_of_marks.end()]))
    return parts


def test_full_shows_the_place_the_other_places_and_what_to_write() -> None:
    raw = "Dòng một.\nkỷ niệm 30 năm (01/4/1992-01/4/2021) nhé\n" + "\n" * 9 + "và 30 năm (01/4/1992-01/4/2022).\n"
    source = from_text(raw)
    year = source.text.index("2021")
    fix = Fix("đổi năm", (Edit(Span(year, year + 4), "2022"),), "unsafe")
    file = found(raw, "(01/4/1992-01/4/2021)", ("(01/4/1992-01/4/2022)", "ở đây ghi khác"), fixes=(fix,))
    assert shown(file) == [
        "a.txt:2:16  lỗi NT102 lời nhắn",
        " 2 │ kỷ niệm 30 năm (01/4/1992-01/4/2021) nhé",
        "   │                ^^^^^^^^^^^^^^^^^^^^^",
        "12 │ và 30 năm (01/4/1992-01/4/2022).",
        "   │           ─────────────────────  ở đây ghi khác",
        "   = có thể sửa: đổi năm (2: “(01/4/1992-01/4/2021)” → “(01/4/1992-01/4/2022)”)",
        "",
        "Thấy 1 lỗi trong 1 tệp.",
        "Xem lý do và cách viết đúng: vnplanlint explain NT102",
    ]


def test_two_places_in_one_line_share_it() -> None:
    assert shown(found("một SAI và NGỜ\n", "SAI", ("NGỜ", "nhãn")))[1:4] == [
        "1 │ một SAI và NGỜ",
        "  │     ^^^",
        "  │            ───  nhãn",
    ]


def test_full_in_english_counts_and_says_what_to_do_next() -> None:
    lines = shown(found("a b", "b"), language="en")
    assert lines[-2:] == ["Found 1 error in 1 file.", "Reasons and right wordings: vnplanlint explain NT102"]


@pytest.mark.parametrize(
    "raw",
    [
        unicodedata.normalize("NFD", "Kế hoạch tổ chức SAI việc kỷ niệm"),
        "日本語の文章 SAI 한국어",
        "\tthụt\tvào SAI rồi",
        "có\u200b ẩn\u200d SAI\u200b đây",
        "\ufeffđầu tệp SAI",
        "trang\fmới SAI và \x1b[31mđỏ",
        "a\u00a0b SAI",
    ],
)
def test_the_underline_stands_under_the_marked_words(raw: str) -> None:
    lines = shown(found(raw + "\n", "SAI"))
    assert [part.strip("\u200b") for part in underlined(lines)] == ["SAI"]
    assert all("\x1b" not in line and "\f" not in line for line in lines)


def test_a_marked_part_in_nfd_is_underlined_in_cells_not_characters() -> None:
    raw = unicodedata.normalize("NFD", "Một hằng năm hai")
    lines = shown(found(raw, "hằng năm"))
    assert lines[2] == "  │     ^^^^^^^^"


def test_a_paragraph_in_one_line_is_cut_around_the_marked_part() -> None:
    raw = "Mở đầu dài " * 150 + "đúng chỗ SAI này " + "phần cuối dài " * 150
    lines = shown(found(raw, "chỗ SAI này"), width=80)
    assert underlined(lines) == ["chỗ SAI này"]
    assert all(width(line) <= 80 for line in lines[:-1])
    text = lines[2] if "│" in lines[2] and "SAI" in lines[2] else lines[1]
    assert text.startswith("1 │ …")
    assert text.endswith("…")
    assert width(text) > 60


def test_a_marked_part_longer_than_the_line_keeps_its_beginning() -> None:
    raw = "trước " + "dài " * 100 + "sau"
    lines = shown(found(raw, "dài " * 99 + "dài"), width=60)
    assert any(line.startswith(("1 │ …dài dài", "1 │ trước dài")) for line in lines)
    assert all(width(line) <= 60 for line in lines[:3])


def test_a_part_over_wrapped_lines_is_underlined_on_each() -> None:
    raw = "kỷ niệm ngày sinh (19/5/1890 \n\n \n   -19/5/2022) của\n"
    lines = shown(found(raw, "(19/5/1890 \n\n \n   -19/5/2022)"))
    assert lines[1:5] == [
        "1 │ kỷ niệm ngày sinh (19/5/1890",
        "  │                   ^^^^^^^^^^",
        "4 │    -19/5/2022) của",
        "  │    ^^^^^^^^^^^",
    ]


def test_a_long_message_is_wrapped_and_a_long_label_goes_below() -> None:
    raw = "một SAI hai\nba NGỜ bốn\n"
    lines = shown(found(raw, "SAI", ("NGỜ", "nhãn rất dài " * 5), message="lời nhắn rất dài " * 9), width=60)
    assert all(width(line) <= 60 for line in lines[:-2])
    assert " ".join(" ".join(lines).split()).count("lời nhắn rất dài") == 9


def test_many_places_are_summed_up() -> None:
    raw = "SAI\n" + "\n".join(f"chỗ{number} đây" for number in range(20))
    lines = shown(found(raw, "SAI", *((f"chỗ{number} ", "cũng thế") for number in range(20))))
    assert sum("─" in line for line in lines) == 6
    assert any("và 14 chỗ nữa: 8:1" in line for line in lines)


def test_concise_is_one_line() -> None:
    file = found("một\nhai SAI\n", "SAI", message="lời\nnhắn")
    assert list(concise.render([file], View())) == ["a.txt:2:5: NT102 error: lời nhắn\n"]


def test_json_holds_all_that_the_contract_says() -> None:
    raw = unicodedata.normalize("NFD", "Số một SAI\r\nvà NGỜ đây\r\n")
    source = from_text(raw)
    start = source.text.index("SAI")
    fix = Fix("sửa", (Edit(Span(start, start + 3), "ĐÚNG"),), "safe")
    file = found(raw, "SAI", ("NGỜ", "nữa"), fixes=(fix,))
    column = raw.index("SAI") + 1
    line = raw.split("\r\n")[1]
    other = unicodedata.normalize("NFD", "NGỜ")
    want = {
        "code": "NT102",
        "name": "anniversary-years",
        "severity": "error",
        "message": "lời nhắn",
        "filename": "a.txt",
        "location": {"row": 1, "column": column},
        "end_location": {"row": 1, "column": column + 3},
        "text": "SAI",
        "related": [
            {
                "filename": "a.txt",
                "location": {"row": 2, "column": line.index(other) + 1},
                "end_location": {"row": 2, "column": line.index(other) + 1 + len(other)},
                "message": "nữa",
            }
        ],
        "fixes": [
            {
                "title": "sửa",
                "applicability": "safe",
                "edits": [
                    {
                        "location": {"row": 1, "column": column},
                        "end_location": {"row": 1, "column": column + 3},
                        "content": "ĐÚNG",
                    }
                ],
            }
        ],
        "url": None,
    }
    text = "".join(json_report.render([file, file], View()))
    assert json.loads(text) == [want, want]
    assert "lời nhắn" in text
    assert [json.loads(line) for line in jsonl.render([file], View())] == [want]


def test_json_of_nothing_is_an_empty_array() -> None:
    assert "".join(json_report.render([], View())) == "[]\n"
    assert list(jsonl.render([], View())) == []


def test_findings_come_by_path_place_and_code(run: Run) -> None:
    for name in ("b.txt", "a.txt", "k/c.md"):
        write(name, "NGỜ SAI\nSAI\n")
    first = run("check", ".", "--output-format=jsonl").out
    rows = [json.loads(line) for line in first.splitlines()]
    keys = [(r["filename"], r["location"]["row"], r["location"]["column"], r["code"]) for r in rows]
    assert keys == sorted(keys)
    assert len(keys) == 9
    assert first == run("check", "k", "b.txt", "a.txt", "--output-format=jsonl").out


def test_on_a_terminal_the_same_lines_have_colour_and_links(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.txt", "ở đây SAI và SAI nữa\n")
    plain = run("check", "a.txt").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "xterm-256color")
    coloured = run("check", "a.txt").out
    assert "\x1b[" in coloured
    bare = re.sub(r"\x1b\][^\x1b]*\x1b\\|\x1b\[[0-9;]*m", "", coloured)
    assert [line.rstrip() for line in bare.splitlines()] == plain.splitlines()


def test_a_real_terminal_gets_its_own_width_colour_and_links(tmp_path: Path) -> None:
    pid, terminal = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 66, 0, 0))
        for name in ("NO_COLOR", "COLUMNS", "FORCE_COLOR"):
            os.environ.pop(name, None)
        os.environ["TERM"] = "xterm-256color"
        os.execv(sys.executable, [sys.executable, "-m", "vnplanlint", "rules"])
    output = b""
    try:
        while piece := os.read(terminal, 65536):
            output += piece
    except OSError:  # the other side has closed
        pass
    assert os.waitpid(pid, 0)[1] == 0
    text = output.decode("utf-8")
    assert "\x1b]8;" in text
    assert "file://" in text
    bare = re.sub(r"\x1b\][^\x1b]*\x1b\\|\x1b\[[0-9;]*m", "", text)
    lines = bare.replace("\r", "").splitlines()
    assert any(line.startswith("  NT101  ") for line in lines)
    assert max(map(width, lines)) <= 66


TEXTS = st.text(
    st.one_of(st.sampled_from("ab ÀẾộđ\u0301\u0323\u0309日\t\u200b\x07."), st.characters(exclude_categories=["Cs"]))
)


@given(TEXTS, st.integers(0, 80), st.integers(0, 80), st.integers(24, 90))
@settings(max_examples=200, deadline=None)
def test_an_excerpt_never_outgrows_its_room(line: str, start: int, length: int, room: int) -> None:
    line = line.replace("\n", " ").replace("\r", " ")
    got = excerpt(line, start, start + length, room)
    assert width(got.text) <= room
    assert got.start + got.length <= room + 1
    assert printable(got.text) == got.text


@given(st.text("abc đế ", max_size=200), st.integers(24, 60))
@settings(max_examples=50, deadline=None)
def test_wrapping_loses_no_word(text: str, room: int) -> None:
    assert " ".join(wrap(text, room)).split() == text.split()


def test_of_a_line_without_end_only_the_marked_part_is_measured() -> None:
    line = "Các xã thực hiện ngày 31/4/2023, " * 20_000
    start = line.index("31/4", 300_000)
    shown = excerpt(line, start, start + 9, 60)
    assert shown == excerpt(line[start - 330 : start + 330], 330, 339, 60)
    assert shown.text[shown.start : shown.start + shown.length] == "31/4/2023"
    assert shown.text[0] == shown.text[-1] == "…"
    assert len(shown.text) <= 60
    assert len(excerpt(line, 0, len(line), 60).text) <= 60
