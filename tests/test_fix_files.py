"""--fix and --diff on files: what is written, what is left alone, what is said of it."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from vnplanlint import cache, files
from vnplanlint.__main__ import main
from vnplanlint.fixing import writing
from vnplanlint.fixing.encoding import as_stored

WRONG = "Các xã bổ xung hồ sơ theo Kế hoạch số 19 /KH-UBND ngày 02/02/2021 của UBND huyện.\n"
RIGHT = "Các xã bổ sung hồ sơ theo Kế hoạch số 19/KH-UBND ngày 02/02/2021 của UBND huyện.\n"
UNSAFE = "Thời gian thực hiện từ ngày 15/9/2023 đến ngày 30/8/2023 trên toàn xã.\n"
UNSAFE_RIGHT = "Thời gian thực hiện từ ngày 30/8/2023 đến ngày 15/9/2023 trên toàn xã.\n"
LEFT = "Hoàn thành trước ngày 31/4/2023.\n"
"""A mistake that only its author can mend."""


class Outcome(NamedTuple):
    status: int
    out: bytes
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run the command in an empty folder, in English."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VNPLANLINT_CACHE_DIR", str(tmp_path.parent / "cache"))
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setattr(cache, "enabled", True)

    def call(*arguments: str, given: bytes | None = None) -> Outcome:
        if given is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        status = main(["check", "--isolated", "--lang", "en", *arguments])
        sys.stdout.flush()
        sys.stderr.flush()
        out, err = capfdbinary.readouterr()
        return Outcome(status, out, err.decode())

    return call


def write(name: str, text: str | bytes) -> Path:
    path = Path(name)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def listing() -> list[str]:
    return sorted(os.listdir("."))


# --fix


def test_fix_writes_the_safe_fixes_and_reports_the_rest(run: Run) -> None:
    path = write("a.txt", WRONG + LEFT)
    done = run("--fix", "--output-format", "concise", "a.txt")
    assert path.read_text() == RIGHT + LEFT
    assert [line.split(b": ")[0] for line in done.out.splitlines()] == [b"a.txt:2:23"]
    assert done.err == "Fixed 2 (CT503: 1, VB213: 1).\n"
    assert done.status == 1
    assert listing() == ["a.txt"]


def test_once_is_enough(run: Run) -> None:
    path = write("a.txt", WRONG)
    assert run("--fix", "a.txt").status == 0
    before = path.stat()
    assert run("--fix", "a.txt") == (0, b"", "No contradiction found in 1 file.\n")
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_unsafe_fixes_are_offered_and_applied_when_asked_for(run: Run) -> None:
    path = write("a.txt", WRONG + UNSAFE)
    assert run("a.txt").err == "--fix can fix 2, with --unsafe-fixes 1 more; to look first: --diff.\n"
    assert run("--unsafe-fixes", "a.txt").err == "--fix can fix 3; to look first: --diff.\n"
    assert path.read_text() == WRONG + UNSAFE
    done = run("--fix", "a.txt")
    assert (done.status, path.read_text()) == (1, RIGHT + UNSAFE)
    assert "--unsafe-fixes could fix 1 more" in done.err
    done = run("--fix", "--unsafe-fixes", "a.txt")
    assert (done.status, path.read_text()) == (0, RIGHT + UNSAFE_RIGHT)
    assert done.err.endswith("Fixed 1 (NT106: 1).\n")


def test_only_what_is_selected_and_shown_is_fixed(run: Run) -> None:
    path = write("a.txt", WRONG)
    assert run("--fix", "--select", "VB213", "a.txt").status == 0
    assert path.read_text() == RIGHT.replace("bổ sung", "bổ xung")
    assert run("--fix", "--ignore", "CT503", "a.txt").status == 0
    assert "bổ xung" in path.read_text()


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
        lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("\n", "\r").encode(),
        lambda text: text.rstrip("\n").encode(),
        lambda text: as_stored(text, "cp1258").encode("cp1258"),
    ],
    ids=["utf-8-bom", "utf-16-le", "utf-16-be", "crlf", "cr", "no line end", "windows-1258"],
)
def test_encoding_and_line_ends_stay(run: Run, encode: Callable[[str], bytes]) -> None:
    path = write("a.txt", encode(WRONG + LEFT))
    done = run("--fix", "--ignore", "CT508,CT509", "a.txt")
    assert path.read_bytes() == encode(RIGHT + LEFT)
    assert "UTF-8" not in done.err


def test_a_code_page_that_cannot_hold_the_fix_becomes_utf_8_and_that_is_said(run: Run) -> None:
    path = write("a.txt", as_stored(WRONG, "cp1258").encode("cp1258"))
    done = run("--fix", "a.txt")
    assert path.read_text("utf-8") == RIGHT
    assert done.err.startswith("vnplanlint: a.txt: goes from its old code page (cp1258) to UTF-8")
    assert done.status == 0


def test_text_for_old_fonts_is_converted_when_asked_for(run: Run) -> None:
    old = "Céng hoµ x· héi chñ nghÜa ViÖt Nam\r\nUû ban nh©n d©n x· giao c¸c xãm kiÓm tra ®ª ®iÒu.\r\n"
    path = write("a.txt", old.encode("cp1252"))
    assert run("--fix", "a.txt").status == 1
    assert path.read_bytes() == old.encode("cp1252")
    done = run("--fix", "--unsafe-fixes", "a.txt")
    new = "Cộng hoà xã hội chủ nghĩa Việt Nam\r\nUỷ ban nhân dân xã giao các xóm kiểm tra đê điều.\r\n"
    assert path.read_bytes() == new.encode()
    assert done.err.startswith("vnplanlint: a.txt: goes from its old code page (cp1252) to UTF-8")


def test_bytes_that_the_old_encoding_does_not_explain_are_not_lost(run: Run) -> None:
    data = as_stored(WRONG, "cp1258").encode("cp1258") + b"\x8a\n"
    path = write("a.txt", data)
    done = run("--fix", "a.txt")
    assert (done.status, path.read_bytes()) == (2, data)
    assert done.err.startswith("vnplanlint: a.txt: has characters that its old encoding does not explain")


# how files are written


def test_permissions_stay(run: Run) -> None:
    path = write("a.txt", WRONG)
    path.chmod(0o640)
    run("--fix", "a.txt")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_stays_a_link_and_its_target_is_fixed(run: Run) -> None:
    Path("real").mkdir()
    target = write("real/a.txt", WRONG)
    Path("link.txt").symlink_to("real/a.txt")
    run("--fix", "link.txt")
    assert Path("link.txt").is_symlink()
    assert target.read_text() == RIGHT
    assert os.listdir("real") == ["a.txt"]


def test_the_other_name_of_a_file_keeps_the_old_text(run: Run) -> None:
    path = write("a.txt", WRONG)
    os.link(path, "backup.txt")
    run("--fix", "a.txt")
    assert (path.read_text(), Path("backup.txt").read_text()) == (RIGHT, WRONG)


def test_a_file_that_is_read_only_is_left_alone_and_the_others_are_fixed(run: Run) -> None:
    locked, free = write("a.txt", WRONG), write("b.txt", WRONG)
    locked.chmod(0o444)
    done = run("--fix", "--output-format", "concise", "a.txt", "b.txt")
    assert (done.status, locked.read_text(), free.read_text()) == (2, WRONG, RIGHT)
    assert done.err.splitlines()[0] == (
        "vnplanlint: a.txt: is read-only and was not changed; allow writing and run again"
    )
    assert [line.split(b":")[0] for line in done.out.splitlines()] == [b"a.txt", b"a.txt"]


def test_a_file_that_changed_meanwhile_is_left_alone(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    path, other = write("a.txt", WRONG), write("b.txt", WRONG)
    read = files.read_bytes

    def read_and_change(name: str) -> bytes:
        data = read(name)
        if name == "a.txt":
            path.write_text(WRONG + "Thêm.\n")
        return data

    monkeypatch.setattr(files, "read_bytes", read_and_change)
    done = run("--fix", "a.txt", "b.txt")
    assert (done.status, path.read_text(), other.read_text()) == (2, WRONG + "Thêm.\n", RIGHT)
    assert "vnplanlint: a.txt: was changed by someone else meanwhile" in done.err
    assert listing() == ["a.txt", "b.txt"]


@pytest.mark.parametrize("failing", ["fsync", "replace", "chmod"])
def test_a_failing_disk_leaves_the_file_as_it_was_and_nothing_behind(
    run: Run, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    path = write("a.txt", WRONG)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(writing.os, failing, fail)
        done = run("--fix", "a.txt")
    assert (done.status, path.read_text(), listing()) == (2, WRONG, ["a.txt"])
    assert "vnplanlint: a.txt: cannot be written (No space left on device)" in done.err


def test_a_file_that_is_gone_is_not_made_anew(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("a.txt", WRONG)
    read = files.read_bytes

    def read_and_remove(name: str) -> bytes:
        data = read(name)
        path.unlink()
        return data

    monkeypatch.setattr(files, "read_bytes", read_and_remove)
    done = run("--fix", "a.txt")
    assert (done.status, listing()) == (2, [])
    assert "a.txt: cannot be written" in done.err


def test_a_pipe_is_read_and_not_written(run: Run) -> None:
    os.mkfifo("pipe")
    child = os.fork()
    if child == 0:
        Path("pipe").write_text(WRONG)
        os._exit(0)
    done = run("--fix", "pipe")
    os.waitpid(child, 0)
    assert done.status == 2
    assert "vnplanlint: pipe: is no ordinary file and was not changed" in done.err


@pytest.mark.parametrize("action", ["--fix", "--diff"])
def test_several_processes_do_the_same(run: Run, action: str) -> None:
    names = [f"{number:02}.txt" for number in range(9)]
    for name in names:
        write(name, WRONG + LEFT * int(name[:2]))
    one = run(action, "--jobs", "1", *names)
    fixed = [Path(name).read_text() for name in names]
    for name in names:
        write(name, WRONG + LEFT * int(name[:2]))
    assert run(action, "--jobs", "3", *names) == one
    assert [Path(name).read_text() for name in names] == fixed
    assert "(CT503: 9, VB213: 9)" in one.err


# standard input


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_the_fixed_text_of_standard_input_goes_to_standard_output(run: Run, encoding: str) -> None:
    done = run("--fix", "-", given=(WRONG + LEFT).encode(encoding))
    assert done.out == (RIGHT + LEFT).encode(encoding)
    assert "-:2:" in done.err
    assert "Fixed 2" in done.err
    assert done.status == 1


def test_standard_input_without_mistakes_comes_out_as_it_went_in(run: Run) -> None:
    assert run("--fix", "-", given=RIGHT.encode()).out == RIGHT.encode()


def test_standard_input_that_is_no_text_comes_out_as_it_went_in(run: Run) -> None:
    done = run("--fix", "-", given=b"\x00\x01\xff")
    assert (done.status, done.out) == (2, b"\x00\x01\xff")


# --diff


def test_diff_shows_what_fix_would_write_and_writes_nothing(run: Run) -> None:
    write("a.txt", WRONG + LEFT)
    write("b.txt", LEFT)
    write("c.txt", WRONG.rstrip("\n"))
    done = run("--diff", "a.txt", "b.txt", "c.txt")
    assert done.out.decode() == (
        f"--- a.txt\n+++ a.txt\n@@ -1,2 +1,2 @@\n-{WRONG}+{RIGHT} {LEFT}"
        f"--- c.txt\n+++ c.txt\n@@ -1 +1 @@\n-{WRONG}\\ No newline at end of file\n"
        f"+{RIGHT}\\ No newline at end of file\n"
    )
    assert done.status == 1
    assert done.err == "--fix would fix 4 (CT503: 2, VB213: 2).\n"
    assert Path("a.txt").read_text() == WRONG + LEFT


def test_diff_of_nothing_is_status_0(run: Run) -> None:
    write("a.txt", LEFT)
    assert run("--diff", "a.txt") == (0, b"", "There is nothing for --fix to change.\n")
    write("b.txt", UNSAFE)
    assert run("--diff", "--fix", "b.txt").status == 0
    assert run("--diff", "--unsafe-fixes", "b.txt").status == 1
    assert Path("b.txt").read_text() == UNSAFE


def test_diff_of_standard_input_has_its_name(run: Run) -> None:
    done = run("--diff", "-", "--stdin-filename", "ke-hoach.txt", given=WRONG.encode())
    assert done.out.decode().startswith("--- ke-hoach.txt\n+++ ke-hoach.txt\n")


def test_diff_in_colour_has_the_same_lines(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.txt", WRONG)
    plain = run("--diff", "a.txt").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = run("--diff", "a.txt").out
    assert b"\x1b[" in coloured
    import re

    assert re.sub(rb"\x1b\[[0-9;]*m", b"", coloured) == plain


def test_a_plain_check_loads_nothing_that_fixes(tmp_path: Path) -> None:
    from tests.test_imports import modules_after

    (tmp_path / "a.txt").write_text(WRONG, encoding="utf-8")
    modules_after(tmp_path, "check", "a.txt")
    assert not [name for name in modules_after(tmp_path, "check", "a.txt") if name.startswith("vnplanlint.fixing")]
    assert "vnplanlint.fixing" in modules_after(tmp_path, "check", "a.txt", "--diff")
