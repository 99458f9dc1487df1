"""What the tests of all editors share: a workspace, the server under its own name, patience with an end."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, TypeVar

import pytest

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus"
EDITORS = ROOT / "editors"
PATIENCE = 30.0
"""Seconds until a test gives up waiting for its editor."""

T = TypeVar("T")


SMALL_PLAN = """KẾ HOẠCH
Tổ chức hội nghị

I. MỤC ĐÍCH

1. Ôn lại truyền thống.

II. NỘI DUNG

1. 📌 Họp ngày 31/4/2025 theo mục I Kế hoạch này.
"""
"""Has a date that there is not, and a cross-reference."""


class Expected(NamedTuple):
    """One finding of a plan of the corpus: its row counts from 1."""

    row: int
    code: str
    text: str


def expected_findings(plan: str) -> list[Expected]:
    """What is known to be wrong in a plan of the corpus."""
    rows = (CORPUS / plan).with_suffix(".expected.tsv").read_text("utf-8").splitlines()[1:]
    cells = [row.split("\t") for row in rows]
    return [Expected(int(row), code, text) for row, _, code, _, text in cells]


def editor_program(variable: str, name: str) -> str:
    """The editor to test: what the environment variable names, else the one on the path; skip without."""
    program = os.environ.get(variable) or shutil.which(name)
    if not program:
        pytest.skip(f"{name} is not installed ({variable}=/path/to/{name} names another one)")
    return program


class Place:
    """A folder of its own for one run: home, workspace, and a ``vnplanlint`` that notes each process it starts."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home"
        self.work = folder / "kế hoạch"
        self.pids = folder / "pids"
        self.server_errors = folder / "server-errors"
        self.bin = folder / "bin"
        for made in (self.home, self.work, self.bin):
            made.mkdir()
        self.pids.touch()
        self.server_errors.touch()
        program = self.bin / "vnplanlint"
        command = shlex.join([sys.executable, "-m", "vnplanlint"])
        noted, errors = shlex.quote(str(self.pids)), shlex.quote(str(self.server_errors))
        program.write_text(f'#!/bin/sh\necho $$ >>{noted}\nexec {command} "$@" 2>>{errors}\n', "utf-8")
        program.chmod(0o755)

    def environment(self) -> dict[str, str]:
        """The user's environment without the user's own configuration."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "NVIM", "EMACS"))}
        return kept | {
            "HOME": str(self.home),
            "PATH": f"{self.bin}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "LC_ALL": "C.UTF-8",
            "TERM": "xterm",
        }

    def servers(self) -> list[int]:
        """The servers that were started."""
        return [int(pid) for pid in self.pids.read_text().split()]

    def running_servers(self) -> list[int]:
        """Those of them that still run."""
        return [pid for pid in self.servers() if _runs(pid)]


def _runs(pid: int) -> bool:
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True).stdout.strip()
    return bool(state) and not state.startswith("Z")


@contextmanager
def place() -> Iterator[Place]:
    """A place with a short name (sockets need one); nothing of it is left, no process either."""
    with tempfile.TemporaryDirectory(prefix="vnpl-") as folder:
        here = Place(Path(folder))
        try:
            yield here
        finally:
            for pid in here.running_servers():
                os.kill(pid, signal.SIGKILL)


def wait_for(look: Callable[[], T], what: str, log: Callable[[], str], seconds: float = PATIENCE) -> T:
    """What ``look`` gives as soon as it is true; a clear failure with the editor's log if it never is."""
    end = time.monotonic() + seconds
    while not (seen := look()):
        if time.monotonic() > end:
            pytest.fail(f"after {seconds:g} s: {what}; last seen: {seen!r}\n{log()}", pytrace=False)
        time.sleep(0.05)
    return seen


def tail(path: Path, lines: int = 40) -> str:
    """The end of a log."""
    text = path.read_text("utf-8", "replace") if path.exists() else ""
    return f"--- {path.name}\n" + "\n".join(text.splitlines()[-lines:])
