"""What an ordinary ``check`` call loads: start-up time is part of the contract."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import vnplanlint

SHOW = """
import sys
from vnplanlint.__main__ import main
status = main(sys.argv[2:])
sys.stdout.flush()
with open(sys.argv[1], "w") as file:
    file.write(" ".join(sys.modules))
sys.exit(status)
"""
THIRD_PARTY = {"regex"}
HEAVY = {
    "asyncio", "ast", "calendar", "click", "concurrent.futures", "contextlib", "dataclasses", "dateparser",
    "difflib", "email", "enum", "glob", "importlib.metadata", "inspect", "json", "locale", "lsprotocol", "multiprocessing",
    "pathlib", "pathspec", "pickle", "pygls", "re", "regex._regex_core", "rich", "string", "subprocess", "tempfile",
    "threading", "tomllib", "traceback", "typing", "underthesea", "urllib", "vnplanlint.api", "vnplanlint.cards",
    "vnplanlint.cli", "vnplanlint.describe", "vnplanlint.reports.terminal",
}  # fmt: skip

START = subprocess.run([sys.executable, "-c", "import sys; print(*sys.modules)"], capture_output=True, text=True)
AT_START = set(START.stdout.split())
"""What the interpreter and its site have loaded before us."""


def modules_after(folder: Path, *arguments: str) -> set[str]:
    environment = {**os.environ, "VNPLANLINT_CACHE_DIR": str(folder / "cache")}
    environment.pop("FORCE_COLOR", None)
    done = subprocess.run(
        [sys.executable, "-c", SHOW, "modules", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        timeout=60,
    )
    assert done.returncode in (0, 1), done.stderr.decode()
    return set((folder / "modules").read_text().split())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a plan and warm caches."""
    folder = tmp_path_factory.mktemp("imports")
    (folder / "a.txt").write_text(
        "KẾ HOẠCH\n\nThực hiện Quyết định số 12/QĐ-UBND ngày 05/4/2021 của UBND tỉnh.\n\nI. MỤC ĐÍCH\n",
        encoding="utf-8",
    )
    modules_after(folder, "check", "a.txt")
    return folder


@pytest.mark.parametrize("form", ["full", "concise"])
def test_an_ordinary_check_loads_nothing_heavy(folder: Path, form: str) -> None:
    loaded = modules_after(folder, "check", "a.txt", "--output-format", form) - AT_START
    assert loaded & HEAVY == set()


def test_an_ordinary_check_loads_one_library(folder: Path) -> None:
    tops = {name.partition(".")[0] for name in modules_after(folder, "check", "a.txt")}
    ours = {"vnplanlint"}
    known = set(sys.stdlib_module_names) | ours | {name.partition(".")[0] for name in AT_START}
    assert {name for name in tops - known if not name.startswith("_")} == THIRD_PARTY


def test_json_is_loaded_for_json_only(folder: Path) -> None:
    assert "json" in modules_after(folder, "check", "a.txt", "--output-format=json")
    assert "json" not in modules_after(folder, "check", "a.txt")


def test_formats_for_other_tools_are_loaded_for_them_only(folder: Path) -> None:
    for_tools = {f"vnplanlint.reports.{name}" for name in ("sarif", "github", "gitlab", "junit", "lsp", "addresses")}
    loaded = modules_after(folder, "check", "a.txt")
    assert loaded & {*for_tools, "vnplanlint.readers.utf16", "xml"} == set()
    assert "vnplanlint.reports.sarif" in modules_after(folder, "check", "a.txt", "--output-format", "sarif")


PLAN = """ỦY BAN NHÂN DÂN TỈNH NINH BÌNH
Số:    /KH-UBND

KẾ HOẠCH
Tổ chức kỷ niệm 30 năm tái lập tỉnh (01/4/1992 - 01/4/2021)

Thực hiện Nghị quyết số 12/2020//NQ-HĐND ngày 15/13/2020, Công văn số 5/UBND_VX, Quyết định 30/20200/NĐ-CP.

I. MỤC ĐÍCH
1. Yêu cầu
a) Từ ngày 03 - 09/8/2024;
I. NỘI DUNG, chia làm 02 giai đoạn như sau:
"""


def test_broken_documents_load_no_more_than_sound_ones(folder: Path) -> None:
    (folder / "bad.txt").write_text(PLAN, encoding="utf-8")
    modules_after(folder, "check", "bad.txt")
    assert (modules_after(folder, "check", "bad.txt") - AT_START) & HEAVY == set()


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("from typing import", "from vnplanlint.light_typing import"),
        ("import typing", "from vnplanlint.light_typing import"),
        ("import regex", "from vnplanlint.patterns import IGNORECASE, Match, Pattern, pattern …"),
        ("from regex import", "from vnplanlint.patterns import Match, Pattern …"),
    ],
)
def test_modules_on_the_way_of_a_check_import_the_light_names(wrong: str, right: str) -> None:
    source = Path(vnplanlint.__file__).parent
    off_the_way = {source / "light_typing.py", source / "patterns.py", source / "reports" / "terminal.py"}
    found = [
        str(path.relative_to(source))
        for path in sorted(source.rglob("*.py"))
        if path not in off_the_way
        and any(line.startswith(wrong) for line in path.read_text(encoding="utf-8").splitlines())
    ]
    assert not found, f"write `{right}` there: a check must not load the usual modules"
