"""What an ordinary ``check`` call loads: start-up time is part of the contract."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

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
    "asyncio", "ast", "click", "concurrent.futures", "dataclasses", "dateparser", "difflib", "email", "glob",
    "importlib.metadata", "inspect", "json", "multiprocessing", "pathlib", "pathspec", "rich", "subprocess",
    "tempfile", "tomllib", "traceback", "underthesea", "urllib", "vnplanlint.cli", "vnplanlint.describe",
    "vnplanlint.cards", "vnplanlint.reports.terminal",
}  # fmt: skip


def modules_after(folder: Path, *arguments: str) -> set[str]:
    environment = {**os.environ, "VNPLANLINT_CACHE_DIR": str(folder / "cache")}
    environment.pop("FORCE_COLOR", None)
    done = subprocess.run(
        [sys.executable, "-c", SHOW, "modules", *arguments], cwd=folder, env=environment, capture_output=True, timeout=60
    )
    assert done.returncode in (0, 1), done.stderr.decode()
    return set((folder / "modules").read_text().split())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a plan and warm caches."""
    folder = tmp_path_factory.mktemp("imports")
    (folder / "a.txt").write_text(
        "KẾ HOẠCH\n\nThực hiện Quyết định số 12/QĐ-UBND ngày 05/4/2021 của UBND tỉnh.\n\nI. MỤC ĐÍCH\n", encoding="utf-8"
    )
    modules_after(folder, "check", "a.txt")
    return folder


@pytest.mark.parametrize("form", ["full", "concise"])
def test_an_ordinary_check_loads_nothing_heavy(folder: Path, form: str) -> None:
    assert modules_after(folder, "check", "a.txt", "--output-format", form) & HEAVY == set()


def test_an_ordinary_check_loads_one_library(folder: Path) -> None:
    tops = {name.partition(".")[0] for name in modules_after(folder, "check", "a.txt")}
    ours = {"vnplanlint"}
    start = subprocess.run(
        [sys.executable, "-c", "import sys; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    before = {name.partition(".")[0] for name in start.stdout.split()}
    known = set(sys.stdlib_module_names) | ours | before
    assert {name for name in tops - known if not name.startswith("_")} == THIRD_PARTY


def test_json_is_loaded_for_json_only(folder: Path) -> None:
    assert modules_after(folder, "check", "a.txt", "--output-format=json") & HEAVY == {"json"}


