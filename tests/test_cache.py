"""The cache only saves time: whatever is in it, whoever wrote it."""

from __future__ import annotations

import marshal
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from vnplanlint import cache, patterns

PLAN = "KẾ HOẠCH\n\nHọp ngày 31/4/2021.\n"
POSIX = pytest.mark.skipif(not hasattr(os, "getuid"), reason="owners and modes are of POSIX")


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("VNPLANLINT_CACHE_DIR", str(folder))
    monkeypatch.setattr(cache, "enabled", True)
    return folder


def check(tmp_path: Path, folder: Path) -> tuple[int, str, str]:
    (tmp_path / "a.txt").write_text(PLAN, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "vnplanlint", "check", "--isolated", "--output-format", "concise", "a.txt"],
        cwd=tmp_path, env={**os.environ, "VNPLANLINT_CACHE_DIR": str(folder)}, capture_output=True, timeout=60,
    )  # fmt: skip
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_the_folder_named_in_the_environment_is_used(own: Path) -> None:
    cache.write("x", b"data")
    assert (own / "x").read_bytes() == b"data"
    assert cache.read("x") == b"data"


@POSIX
def test_what_others_could_have_written_is_not_read(own: Path) -> None:
    cache.write("x", b"data")
    (own / "x").chmod(0o622)
    assert cache.read("x") is None


def test_only_the_newest_of_a_kind_are_kept(own: Path) -> None:
    cache.write("other-1", b"")
    for number in range(20):
        cache.write(f"rulebook-{number:02}", b"")
        os.utime(own / f"rulebook-{number:02}", (number, number))
    left = sorted(path.name for path in own.iterdir())
    assert left[0] == "other-1"
    assert left[-1] == "rulebook-19"
    assert 16 <= len(left) - 1 <= 17


@POSIX
def test_written_files_are_closed_to_others(own: Path) -> None:
    cache.write("x", b"data")
    assert (own / "x").stat().st_mode & 0o077 == 0
    assert own.stat().st_mode & 0o077 == 0


@POSIX
def test_writing_replaces_a_link_and_leaves_its_target(own: Path, tmp_path: Path) -> None:
    own.mkdir()
    target = tmp_path / "precious"
    target.write_bytes(b"mine")
    (own / "x").symlink_to(target)
    cache.write("x", b"data")
    assert target.read_bytes() == b"mine"
    assert not (own / "x").is_symlink()


@pytest.mark.parametrize(
    "damage",
    [b"", b"\0", b"garbage", marshal.dumps(None), marshal.dumps(7), marshal.dumps((1, 2)), marshal.dumps({"a": 1}),
     marshal.dumps(("stamp", 1, 2)), None],
    ids=["empty", "null", "garbage", "None", "number", "pair", "dict", "triple", "half"],
)  # fmt: skip
def test_damaged_files_change_nothing(tmp_path: Path, damage: bytes | None) -> None:
    folder = tmp_path / "cache"
    sound = check(tmp_path, folder)
    assert (sound[0], sound[2]) == (1, "")
    files = list(folder.iterdir())
    assert files
    for file in files:
        data = file.read_bytes()
        file.write_bytes(data[: len(data) // 2] if damage is None else damage)
    assert check(tmp_path, folder) == sound


def test_a_folder_that_cannot_be_made_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert check(tmp_path, tmp_path / "file" / "cache")[::2] == (1, "")


def test_the_whole_library_can_still_be_imported_and_used() -> None:
    program = (
        "from vnplanlint.patterns import pattern; a = pattern('a+'); import regex;"
        "assert regex.search('b+', 'abb')[0] == 'bb' and a.search('caa')[0] == 'aa';"
        "assert regex.sub(a, 'x', 'caa') == 'cx'"
    )
    for _ in range(2):  # without and with the cache
        subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


def test_another_build_of_the_library_uses_another_file(tmp_path: Path) -> None:
    engine = ModuleType("engine")
    engine.__file__ = str(tmp_path / "engine.so")
    names = set()
    for size, moment in ((5, 1), (6, 1), (5, 2)):
        (tmp_path / "engine.so").write_bytes(b"x" * size)
        os.utime(tmp_path / "engine.so", ns=(moment, moment))
        names.add(patterns._cache_name(engine))
    assert len(names) == 3


def test_two_runs_at_once_leave_whole_files(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    (tmp_path / "a.txt").write_text(PLAN, encoding="utf-8")
    command = [sys.executable, "-m", "vnplanlint", "check", "--isolated", "a.txt"]
    environment = {**os.environ, "VNPLANLINT_CACHE_DIR": str(folder)}
    runs = [subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [run.wait(timeout=60) for run in runs] == [1, 1]
    for file in folder.iterdir():
        assert file.suffix == ".marshal"  # no temporary file is left
        marshal.loads(file.read_bytes())
