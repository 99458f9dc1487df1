"""The command line's contract: exit status, where output goes, one line for each failure."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests import probe_rules
from vnplanlint import cache
from vnplanlint.__main__ import main


class Outcome(NamedTuple):
    status: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> Run:
    """Run the command in an empty folder in which the probe rules, and only they, are on."""
    crashing = getattr(request, "param", "") == "crashing"
    probe_rules.install(tmp_path / "cards", monkeypatch, crashing)
    work = tmp_path / "work"
    work.mkdir()
    (tmp_path / "vnplanlint.toml").write_text('extend-rules = ["cards"]\nselect = ["PB"]\n', encoding="utf-8")
    monkeypatch.chdir(work)
    monkeypatch.setenv("VNPLANLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.delenv("VNPLANLINT_DEBUG", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)

    def call(*arguments: str) -> Outcome:
        status = main(list(arguments))
        out, err = capsys.readouterr()
        return Outcome(status, out, err)

    return call


def write(name: str, text: str | bytes) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return name


def test_nothing_found_is_status_0_with_nothing_on_stdout(run: Run) -> None:
    write("a.txt", "Mọi điều đều đúng.\n")
    outcome = run("check", "a.txt")
    assert outcome == (0, "", "Không thấy chỗ nào mâu thuẫn trong 1 tệp.\n")


@pytest.mark.parametrize(
    ("word", "level", "status"),
    [
        ("SAI", None, 1),
        ("NGỜ", None, 1),
        ("XẤU", None, 0),
        ("NGỜ", "error", 0),
        ("SAI", "error", 1),
        ("XẤU", "style", 1),
    ],
)
def test_the_fail_level_decides_between_0_and_1(run: Run, word: str, level: str | None, status: int) -> None:
    write("a.txt", f"Ở đây {word} rồi.\n")
    outcome = run("check", "a.txt", *([f"--fail-level={level}"] if level else []))
    assert outcome.status == status
    assert word in outcome.out


def test_min_severity_hides_what_is_below_it(run: Run) -> None:
    write("a.txt", "SAI NGỜ XẤU\n")
    outcome = run("check", "a.txt", "--output-format", "concise", "--min-severity", "warning")
    assert outcome.out == ("a.txt:1:1: PB101 error: thấy “SAI” ở đây\na.txt:1:5: PB102 warning: thấy “NGỜ” ở đây\n")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "tệp nhị phân"),
        ("Kế hoạch".encode("cp1258", "replace") + b"\xca\xff", "UTF-8"),
        (b"a" * 20_000_001, "20 MB"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line_and_the_others_are_checked(run: Run, content: bytes, says: str) -> None:
    write("bad.txt", content)
    write("good.txt", "SAI\n")
    outcome = run("check", "bad.txt", "good.txt", "nowhere.txt", "--output-format=concise")
    assert outcome.status == 2
    assert outcome.out == "good.txt:1:1: PB101 error: thấy “SAI” ở đây\n"
    lines = sorted(outcome.err.splitlines())
    assert len(lines) == 2
    assert lines[0].startswith("vnplanlint: bad.txt: ")
    assert says in lines[0]
    assert lines[1].startswith("vnplanlint: nowhere.txt: không có")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_one_line(run: Run) -> None:
    os.chmod(write("a.txt", "SAI"), 0)
    outcome = run("check", "a.txt")
    assert outcome.status == 2
    assert len(outcome.err.splitlines()) == 1


@pytest.mark.parametrize("run", ["crashing"], indirect=True)
def test_a_rule_that_crashes_is_one_line_and_the_other_rules_go_on(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.txt", "SAI NGỜ\n")
    outcome = run("check", "a.txt", "--output-format=concise")
    assert outcome.status == 2
    assert outcome.out == "a.txt:1:1: PB101 error: thấy “SAI” ở đây\n"
    assert len(outcome.err.splitlines()) == 1
    assert "a.txt" in outcome.err
    assert "PB102" in outcome.err
    assert "RuntimeError" in outcome.err
    monkeypatch.setenv("VNPLANLINT_DEBUG", "1")
    assert "Traceback" in run("check", "a.txt").err


def test_an_internal_error_of_one_file_leaves_the_others(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from vnplanlint import checking

    whole = checking.build_document

    def fragile(source, facts):  # type: ignore[no-untyped-def]
        if source.name == "a.txt":
            raise ZeroDivisionError("oh")
        return whole(source, facts)

    monkeypatch.setattr(checking, "build_document", fragile)
    write("a.txt", "SAI")
    write("b.txt", "SAI")
    outcome = run("check", "a.txt", "b.txt", "--output-format=concise", "--lang=en")
    assert outcome.status == 2
    assert outcome.out.startswith("b.txt:1:1: PB101")
    assert "a.txt: internal error" in outcome.err
    assert "ZeroDivisionError" in outcome.err
    assert len(outcome.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("check", "--selct", "PB"), "--select"),
        (("check", "--select"), "--select"),
        (("check", "--select", ","), "--select"),
        (("check", "--lang", "fr"), "vi, en"),
        (("check", "--jobs", "x"), "“x”"),
        (("check", "--jobs=-1"), "“-1”"),
        (("check", "--isolated=1"), "--isolated"),
        (("check", "--isolated", "--config", "x.toml"), "--config"),
        (("check", "--select", "PB999"), "PB10"),
        (("check", "--ignore", "first-prob"), "first-probe"),
        (("check", "--config", "x.toml"), "x.toml"),
        (("chek", "a.txt"), "check"),
        (("explain",), "MÃ"),
        (("explain", "PB999"), "PB10"),
        (("explain", "secnd-probe"), "second-probe"),
        (("extract",), "TỆP"),
        (("extract", "a.txt", "b.txt"), "b.txt"),
        (("extract", "nowhere.txt"), "nowhere.txt"),
        (("extract", "."), "thư mục"),
    ],
)
def test_a_usage_error_is_status_2_and_one_helpful_line(run: Run, arguments: tuple[str, ...], says: str) -> None:
    write("a.txt", "SAI")
    outcome = run(*arguments)
    assert outcome.status == 2
    assert outcome.out == ""
    assert len(outcome.err.splitlines()) == 1
    assert outcome.err.startswith("vnplanlint: ")
    assert says in outcome.err


def test_a_path_in_the_place_of_a_command_says_how_to_check_it(run: Run) -> None:
    write("a.txt", "SAI")
    assert "vnplanlint check a.txt" in run("a.txt").err


def test_the_language_may_stand_before_the_command(run: Run) -> None:
    assert run("--lang", "en", "--help").out.startswith("Usage: vnplanlint")
    assert run("--help", "--lang=en").out == run("--lang", "en", "--help").out
    assert run("--lang=en", "rules").out == run("rules", "--lang", "en").out
    assert run("--lang", "en").status == 2


def test_help_speaks_both_languages(run: Run) -> None:
    vietnamese, english = run("check", "--help"), run("check", "--help", "--lang", "en")
    assert vietnamese.status == english.status == 0
    for option in ("--output-format", "--stdin-filename", "--no-cache", "--help"):
        assert option in vietnamese.out
        assert option in english.out
    assert "Tùy chọn" in vietnamese.out
    assert "Options" in english.out
    assert "vnplanlint" in run("--version").out


def test_select_and_ignore_by_code_prefix_and_name(run: Run) -> None:
    write("a.txt", "SAI NGỜ XẤU\n")

    def codes(*arguments: str) -> list[str]:
        lines = run("check", "a.txt", "--output-format=jsonl", *arguments).out.splitlines()
        return [json.loads(line)["code"] for line in lines]

    assert codes("--select", "pb101,third-probe") == ["PB101", "PB103"]
    assert codes("--select", "PB", "--ignore", "PB101", "--ignore=PB102") == ["PB103"]
    assert codes("--ignore", "second-probe") == ["PB101", "PB103"]
    assert codes("--select=ALL", "--ignore=PB10") == []


def test_standard_input_under_a_name(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import io

    (tmp_path / "in").write_text("SAI\n", encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"SAI\n")))
    assert run("check", "-", "--stdin-filename", "nháp.txt", "--output-format=concise").out.startswith("nháp.txt:1:1:")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"SAI\n")))
    assert run("check", "-", "--output-format=concise").out.startswith("-:1:1:")


def test_english_messages(run: Run) -> None:
    write("a.txt", "SAI\n")
    assert "“SAI” stands here" in run("check", "a.txt", "--lang", "en").out


def test_several_processes_write_the_same(run: Run) -> None:
    for number in range(7):
        write(f"k/{number}.txt", f"SAI {'NGỜ ' * number}\n")
    write("k/bad.txt", b"\xff\xff")
    for form in ("json", "full"):
        assert run("check", "k", "--jobs=2", f"--output-format={form}") == run(
            "check", "k", "--jobs=1", f"--output-format={form}"
        )


def test_rules_and_explain_come_from_the_cards(run: Run) -> None:
    listed = run("rules")
    assert listed.status == 0
    assert "PB102" in listed.out
    assert "tên PB102 (second-probe)" in listed.out
    rows = json.loads(run("rules", "--output-format=json").out)
    assert {"code": "PB103", "severity": "style"}.items() <= next(r for r in rows if r["code"] == "PB103").items()
    told = run("explain", "pb101", "second-probe", "PB101")
    assert told.out.count("tên PB101") == 1
    assert "tên PB102" in told.out
    assert "  một chữ SAI thôi\n          ^^^\n" in told.out
    assert "because" in run("explain", "PB101", "--lang=en").out


def test_extract_shows_tree_and_data(run: Run) -> None:
    write("a.txt", "KẾ HOẠCH\n\nThực hiện Quyết định số 12/QĐ-UBND ngày 05/4/2021 của UBND tỉnh.\n")
    tree = run("extract", "a.txt")
    assert tree.status == 0
    assert "12/QĐ-UBND" in tree.out
    assert "3:" in tree.out
    data = json.loads(run("extract", "a.txt", "--output-format", "json").out)
    date = next(date for date in data["dates"] if date["year"] == 2021)
    assert (date["location"], date["end_location"]) == ({"row": 3, "column": 41}, {"row": 3, "column": 50})


def command(*arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        [sys.executable, "-m", "vnplanlint", *arguments], capture_output=True, timeout=60, **options
    )


def test_output_is_utf8_whatever_the_locale_says(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    (tmp_path / "a.txt").write_text("Mọi điều đều đúng.\n", encoding="utf-8")
    done = command("check", "a.txt", cwd=tmp_path, env=environment)
    assert done.returncode == 0
    assert "mâu thuẫn" in done.stderr.decode("utf-8")
    assert "Tùy chọn" in command("--help", env=environment).stdout.decode("utf-8")


def test_a_closed_pipe_is_quiet() -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    done = subprocess.run(
        [sys.executable, "-m", "vnplanlint", "check", "--help"], stdout=write_end, stderr=subprocess.PIPE, timeout=60
    )
    os.close(write_end)
    assert done.stderr == b""


def test_no_cache_leaves_no_trace(run: Run, tmp_path: Path) -> None:
    write("a.txt", "SAI\n")
    assert run("check", "a.txt", "--no-cache").status == 1
    assert not (tmp_path / "cache").exists()
    assert run("check", "a.txt").status == 1
    assert cache.enabled


def test_a_full_disk_is_told_in_the_language_that_was_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("vnplanlint.runner.check", full)
    assert main(["check", "--lang", "en"]) == 2
    assert capsys.readouterr().err.startswith("vnplanlint: the result cannot be written (No space left on device)")
