"""The hooks of ``.pre-commit-hooks.yaml``, run by git itself in a real repository.

What only pre-commit can show (its environments, its own output) is in ``benchmarks/hook.py``.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from vnplanlint.arguments import plain_check
from vnplanlint.files import SUFFIXES
from vnplanlint.starting import hook

ROOT = Path(__file__).resolve().parent.parent
HOOKS: dict[str, dict[str, Any]] = {
    entry["id"]: entry for entry in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
}
CLEAN = (ROOT / "corpus" / "lien-doan-lao-dong-thi-dua-2025.md").read_text(encoding="utf-8")
FAULTY = CLEAN + "\nHội nghị sơ kết họp ngày 31/02/2026.\n"
MENDABLE = CLEAN + "\nCác đơn vị trao đỗi kinh nghiệm.\n"
MENDED = CLEAN + "\nCác đơn vị trao đổi kinh nghiệm.\n"


def takes(entry: dict[str, Any], name: str) -> bool:
    """Whether pre-commit would give the hook the file ``name``."""
    return bool(re.search(entry["files"], name)) and not re.search(entry["exclude"], name)


# What the file says


def test_there_are_two_hooks_that_run_what_is_installed() -> None:
    assert HOOKS.keys() == {"vnplanlint", "vnplanlint-fix"}
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    for entry in HOOKS.values():
        program, *arguments = shlex.split(entry["entry"])
        assert program in scripts
        request = plain_check([*arguments, "a.txt"])
        assert request is not None
        assert request.force_exclude
        assert request.fix == (entry["id"] == "vnplanlint-fix")
        assert not request.unsafe_fixes
        assert entry["language"] == "python"
        assert entry["require_serial"]


@pytest.mark.parametrize("entry", HOOKS.values(), ids=HOOKS)
def test_the_hooks_read_what_a_walk_reads(entry: dict[str, Any]) -> None:
    for suffix in SUFFIXES:
        assert takes(entry, f"văn bản/kế hoạch số 1{suffix}")
        assert takes(entry, f"KH-1{suffix.upper()}")
    for name in ("a.docx", "a.py", "a.txt.bak", "Makefile", "LICENSE", "amd"):
        assert not takes(entry, name)


@pytest.mark.parametrize("entry", HOOKS.values(), ids=HOOKS)
def test_what_stands_beside_the_documents_is_left_out(entry: dict[str, Any]) -> None:
    beside = ["README.md", "readme.vi.md", "van-ban/README.txt", "LICENSE.txt", "CHANGELOG.md", "requirements.txt"]
    for name in [*beside, "requirements-dev.txt", "src/CMakeLists.txt", ".github/ISSUE_TEMPLATE/bug.md"]:
        assert not takes(entry, name)
    for name in ["ke-hoach-readme.md", "README/ke-hoach.md", "security-plan.txt", "van-ban/requirements.md"]:
        assert takes(entry, name)


def test_the_entry_that_init_writes_is_the_same_hook() -> None:
    (local,) = yaml.safe_load(hook.entry(english=False, version="1"))
    (written,) = local["hooks"]
    published = HOOKS["vnplanlint"]
    assert local["repo"] == "local"
    assert written["language"] == "system"
    for key in ("id", "entry", "files", "exclude", "require_serial"):
        assert written[key] == published[key], key


# What the hooks do

RUN_BY_GIT = """\
#!{python}
import re, subprocess, sys
staged = subprocess.run(
    ["git", "diff", "--cached", "--name-only", "--diff-filter=ACMR", "-z"], stdout=subprocess.PIPE, check=True
).stdout.decode()
names = [name for name in staged.split("\\0") if re.search({files!r}, name) and not re.search({exclude!r}, name)]
status = subprocess.run([sys.executable, "-m", "vnplanlint", *{arguments!r}, *names]).returncode if names else 0
changed = subprocess.run(["git", "diff", "--quiet"]).returncode
sys.exit(status or changed)
"""
"""What pre-commit does with a hook: the staged files that it takes, and failure where files were changed."""


class Repository:
    """A git repository of documents with one of the hooks in place."""

    def __init__(self, folder: Path, entry: dict[str, Any]) -> None:
        self.folder = folder
        self._environment = {
            **os.environ,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "PYTHONPATH": str(ROOT),
            "PYTHONIOENCODING": "utf-8",
        }
        for name in [name for name in self._environment if name.startswith("GIT_") and "CONFIG" not in name]:
            del self._environment[name]
        self.git("init", "--quiet", ".")
        self.git("config", "user.name", "Văn thư")
        self.git("config", "user.email", "van-thu@example.org")
        script = folder / ".git" / "hooks" / "pre-commit"
        script.parent.mkdir(exist_ok=True)
        script.write_text(
            RUN_BY_GIT.format(
                python=sys.executable,
                files=entry["files"],
                exclude=entry["exclude"],
                arguments=shlex.split(entry["entry"])[1:],
            ),
            encoding="utf-8",
        )
        script.chmod(0o755)

    def git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env=self._environment,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
        )

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def commit(self) -> subprocess.CompletedProcess[str]:
        self.git("add", "--all")
        return self.git("commit", "--message", "văn bản")

    def holds(self) -> list[str]:
        return self.git("ls-tree", "-r", "-z", "--name-only", "HEAD").stdout.split("\0")[:-1]


pytestmark = pytest.mark.skipif(os.name == "nt", reason="the hook is a script with a shebang line")


@pytest.fixture
def checked(tmp_path: Path) -> Repository:
    return Repository(tmp_path, HOOKS["vnplanlint"])


@pytest.fixture
def mended(tmp_path: Path) -> Repository:
    return Repository(tmp_path, HOOKS["vnplanlint-fix"])


def test_a_faulty_plan_is_not_committed_until_it_is_mended(checked: Repository) -> None:
    checked.write("văn bản/kế hoạch số 1.md", FAULTY)
    done = checked.commit()
    assert done.returncode != 0
    told = done.stdout + done.stderr
    assert "văn bản/kế hoạch số 1.md" in told
    assert "NT101" in told
    assert "Traceback" not in told
    assert checked.holds() == []
    checked.write("văn bản/kế hoạch số 1.md", CLEAN)
    done = checked.commit()
    assert done.returncode == 0, done.stderr
    assert checked.holds() == ["văn bản/kế hoạch số 1.md"]


def test_what_is_excluded_or_stands_beside_the_documents_passes(checked: Repository) -> None:
    checked.write("vnplanlint.toml", 'exclude = ["luu-tru/"]\n')
    checked.write("luu-tru/cu.txt", FAULTY)
    checked.write("README.md", FAULTY)
    done = checked.commit()
    assert done.returncode == 0, done.stderr
    assert checked.holds() == ["README.md", "luu-tru/cu.txt", "vnplanlint.toml"]


def test_the_configured_fail_level_decides(checked: Repository) -> None:
    checked.write("vnplanlint.toml", 'ignore = ["NT101"]\n')
    checked.write("a.md", FAULTY)
    assert checked.commit().returncode == 0


def test_what_is_safe_is_mended_and_the_second_commit_passes(mended: Repository) -> None:
    mended.write("a.md", MENDABLE)
    assert mended.commit().returncode != 0
    assert mended.holds() == []
    assert (mended.folder / "a.md").read_text(encoding="utf-8") == MENDED
    done = mended.commit()
    assert done.returncode == 0, done.stderr
    assert mended.git("show", "HEAD:a.md").stdout == MENDED


def test_what_is_not_safe_is_reported_and_blocks(mended: Repository) -> None:
    mended.write("a.md", FAULTY)
    for _ in range(2):
        done = mended.commit()
        assert done.returncode != 0
        assert "NT101" in done.stdout + done.stderr
    assert (mended.folder / "a.md").read_text(encoding="utf-8") == FAULTY
