"""Which files a path, a folder or a pattern means."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from vnplanlint.files import collect


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def make(*names: str, text: str = "x") -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def found(*paths: str) -> list[str]:
    files, problems = collect(paths, lambda path, is_folder: False)
    assert problems == []
    return [file.replace(os.sep, "/") for file in files]


def problems(*paths: str) -> list[tuple[str, object]]:
    return [(p.key, p.values["name"]) for p in collect(paths, lambda path, is_folder: False)[1]]


def test_a_folder_gives_its_text_files_sorted() -> None:
    make("k/b.txt", "k/a.md", "k/c.markdown", "k/d.text", "k/E.TXT", "k/f.docx", "k/sub/g.txt", "k/.git/h.txt")
    assert found("k") == ["k/E.TXT", "k/a.md", "k/b.txt", "k/c.markdown", "k/d.text", "k/sub/g.txt"]
    assert found(".") == found("k")


def test_a_file_that_is_named_is_taken_whatever_its_suffix() -> None:
    make("k/plan.xyz", ".gitignore", text="*.xyz")
    assert found("k/plan.xyz") == ["k/plan.xyz"]


def test_nothing_twice() -> None:
    make("k/a.txt", "k/b.txt")
    assert found("k", "k/a.txt", "./k/b.txt", "k/../k") == ["./k/b.txt", "k/a.txt"]
    assert found("-", "-") == ["-"]


def test_gitignore_as_git_reads_it() -> None:
    make("r/.git/HEAD", "r/a.txt", "r/b.txt", "r/out/c.txt", "r/sub/b.txt", "r/sub/keep.txt", "r/sub/d.txt")
    make("r/.gitignore", text="out/\nb.txt\n*.bak\n")
    make("r/sub/.gitignore", text="!b.txt\nd.txt\n")
    assert found("r") == ["r/a.txt", "r/sub/b.txt", "r/sub/keep.txt"]
    assert found("r/sub") == ["r/sub/b.txt", "r/sub/keep.txt"]


def test_the_gitignore_above_counts_inside_a_repository_only() -> None:
    make("r/k/a.txt", "r/k/b.txt")
    make("r/.gitignore", text="b.txt\n")
    assert found("r/k") == ["r/k/a.txt", "r/k/b.txt"]
    make("r/.git/HEAD")
    assert found("r/k") == ["r/k/a.txt"]


def test_links_that_go_round_in_circles() -> None:
    make("k/a.txt", "k/sub/b.txt")
    os.symlink("..", "k/sub/up")
    os.symlink("sub", "k/again")
    os.symlink("a.txt", "k/z.txt")
    assert [os.path.realpath(file) for file in found("k")] == [
        os.path.realpath("k/a.txt"),
        os.path.realpath("k/sub/b.txt"),
    ]


def test_patterns_that_the_shell_has_left() -> None:
    make("k/a.txt", "k/b.md", "k/sub/c.txt", "k/[x].txt")
    assert found("k/*.txt") == ["k/[x].txt", "k/a.txt"]
    assert found("k/**/*.txt") == ["k/[x].txt", "k/a.txt", "k/sub/c.txt"]
    assert found("k/[x].txt") == ["k/[x].txt"]
    assert found("k/s*") == ["k/sub/c.txt"]


def test_what_is_not_there_or_empty_is_said() -> None:
    make("k/a.docx", "full/a.txt")
    assert problems("nowhere.txt", "k", "k/*.md", "full") == [
        ("missing", "nowhere.txt"),
        ("no-files", "k"),
        ("no-match", "k/*.md"),
    ]
    assert problems("full/a.txt/b") == [("missing", "full/a.txt/b")]
    assert problems("a\0b") == [("missing", "a\0b")]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_permission_is_said() -> None:
    make("k/a.txt", "k/closed/b.txt")
    os.chmod("k/closed", 0)
    try:
        assert problems("k") == [("unreadable", "k/closed")]
    finally:
        os.chmod("k/closed", 0o700)
