"""What a user may hand over by mistake: one clear line, the right exit status."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PLAN = "KẾ HOẠCH\n\nHọp ngày 31/4/2021.\n"


def vnplanlint(folder: Path, *arguments: str | bytes, shell: str = "") -> tuple[int, str, str]:
    program = [sys.executable, "-m", "vnplanlint", "check", "--isolated", "--output-format", "concise", *arguments]
    command = ["sh", "-c", f'"$@" {shell}', "sh", *program] if shell else program
    done = subprocess.run(command, cwd=folder, capture_output=True, timeout=60)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize("name", ["ke-hoach.docx", "ke-hoach.pdf"])
def test_word_and_pdf_files_are_named_as_such(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04word/document.xml\0" if name.endswith("docx") else b"%PDF-1.7\n")
    status, out, err = vnplanlint(tmp_path, name)
    assert (status, out) == (2, "")
    assert ("Word" if name.endswith("docx") else "PDF") in err
    assert ".txt" in err
    assert err.count("\n") == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "a.txt").write_text(PLAN, encoding="utf-8")
    status, out, err = vnplanlint(tmp_path, ".")
    assert (status, err) == (1, "")
    assert out.startswith("a.txt:3:10: NT101")


def test_a_broken_link_in_a_folder_is_told_and_the_rest_checked(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "b.txt").symlink_to("nowhere")
    status, out, err = vnplanlint(tmp_path, ".")
    assert status == 2
    assert "NT101" in out
    assert err.count("\n") == 1
    assert "b.txt" in err


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
@pytest.mark.parametrize(("arguments", "shell"), [(("-",), "<&-"), (("a.txt",), ">&-")])
def test_closed_streams_are_a_failure_without_a_trace(tmp_path: Path, arguments: tuple[str, ...], shell: str) -> None:
    (tmp_path / "a.txt").write_text(PLAN, encoding="utf-8")
    status, out, err = vnplanlint(tmp_path, *arguments, shell=shell)
    assert (status, out) == (2, "")
    assert "Error" not in err
    assert err.count("\n") <= 1


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes")
@pytest.mark.parametrize("name", [b"new\nline.txt", b"bad\xff.txt", "kế hoạch số 1.txt".encode()])
def test_odd_names_keep_the_line(tmp_path: Path, name: bytes) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))).write_text(PLAN, encoding="utf-8")
    status, out, err = vnplanlint(tmp_path, name)
    assert (status, err) == (1, "")
    assert out.count("\n") == 1
