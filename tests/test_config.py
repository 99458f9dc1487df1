"""Configuration files: which one holds, what it changes, what it says of mistakes."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.test_cli import Run, run, write

__all__ = ["run"]


def codes(run: Run, *arguments: str) -> list[tuple[str, str]]:
    lines = run("check", "--output-format=concise", *arguments).out.splitlines()
    return [(line.split(":")[0], line.split()[1]) for line in lines]


def settings(folder: str, text: str, name: str = "vnplanlint.toml") -> None:
    write(f"{folder}/{name}", 'extend-rules = ["../cards"]\n' + text if name == "vnplanlint.toml" else text)


def test_the_nearest_file_upwards_holds_for_each_file(run: Run) -> None:
    settings("..", 'extend-rules = ["cards"]\nselect = ["PB"]\n'.removeprefix('extend-rules = ["cards"]\n'))
    write("../vnplanlint.toml", 'extend-rules = ["cards"]\nselect = ["PB"]\n')
    write("a/b/vnplanlint.toml", 'extend-rules = ["../../../cards"]\nselect = ["PB101"]\n')
    for name in ("a/one.txt", "a/b/two.txt", "a/b/c/three.txt"):
        write(name, "SAI NGỜ\n")
    assert codes(run, ".") == [
        ("a/b/c/three.txt", "PB101"),
        ("a/b/two.txt", "PB101"),
        ("a/one.txt", "PB101"),
        ("a/one.txt", "PB102"),
    ]


def test_pyproject_holds_only_with_its_table_and_after_vnplanlint_toml(run: Run) -> None:
    write("a.txt", "SAI NGỜ\n")
    write("pyproject.toml", '[project]\nname = "vnplanlint-user"\n')
    assert codes(run, "a.txt") == [("a.txt", "PB101"), ("a.txt", "PB102")]
    write("pyproject.toml", '[tool.vnplanlint]\nextend-rules = ["../cards"]\nselect = ["PB102"]\n')
    assert codes(run, "a.txt") == [("a.txt", "PB102")]
    write("vnplanlint.toml", 'extend-rules = ["../cards"]\nselect = ["PB101"]\n')
    assert codes(run, "a.txt") == [("a.txt", "PB101")]
    assert codes(run, "a.txt", "--config", "pyproject.toml") == [("a.txt", "PB102")]


def test_a_broken_pyproject_of_somebody_else_does_not_matter(run: Run) -> None:
    write("a.txt", "SAI\n")
    write("pyproject.toml", "[[[")
    assert codes(run, "a.txt") == [("a.txt", "PB101")]


def test_isolated_reads_no_configuration(run: Run) -> None:
    write("a.txt", "SAI\n")
    assert run("check", "a.txt", "--isolated").status == 0


def test_the_command_line_goes_before_the_file(run: Run) -> None:
    write(
        "vnplanlint.toml",
        'extend-rules = ["../cards"]\nselect = ["PB101"]\nignore = ["PB102"]\nfail-level = "error"\n'
        'min-severity = "warning"\nlang = "en"\n',
    )
    write("a.txt", "SAI NGỜ XẤU\n")
    assert codes(run, "a.txt") == [("a.txt", "PB101")]
    assert codes(run, "a.txt", "--select=PB") == [("a.txt", "PB101"), ("a.txt", "PB102")]
    assert codes(run, "a.txt", "--select=PB", "--min-severity=style")[-1] == ("a.txt", "PB103")
    assert codes(run, "a.txt", "--ignore=PB1") == []
    assert run("check", "a.txt", "--select=PB102").status == 0
    assert run("check", "a.txt", "--select=PB102", "--fail-level=warning").status == 1
    assert "stands here" in run("check", "a.txt").out
    assert "ở đây" in run("check", "a.txt", "--lang=vi").out


def test_exclude_leaves_files_and_folders_out_of_a_walk(run: Run) -> None:
    write("vnplanlint.toml", 'extend-rules = ["../cards"]\nselect = ["PB"]\nexclude = ["cũ/", "*.nháp.txt"]\n')
    for name in ("a.txt", "b.nháp.txt", "cũ/c.txt", "d/cũ/e.txt", "d/f.txt"):
        write(name, "SAI\n")
    assert [name for name, _ in codes(run, ".")] == ["a.txt", "d/f.txt"]
    assert [name for name, _ in codes(run, "d", "b.nháp.txt")] == ["b.nháp.txt", "d/f.txt"]


def test_force_exclude_leaves_out_what_is_named_as_a_walk_would(run: Run) -> None:
    probes = 'extend-rules = ["{}cards"]\nselect = ["PB"]\n'
    write("vnplanlint.toml", probes.format("../") + 'exclude = ["cũ/", "*.nháp.txt"]\n')
    write("cũ/vnplanlint.toml", probes.format("../../"))  # says nothing of exclude, and is never asked
    names = ["a.txt", "b.nháp.txt", "cũ/c.txt", "cũ/sâu/d.txt", "e/cũ/f.txt", "e/g.txt"]
    for name in names:
        write(name, "SAI\n")
    assert [name for name, _ in codes(run, *names)] == names
    assert [name for name, _ in codes(run, "--force-exclude", *names)] == ["a.txt", "e/g.txt"]
    assert [name for name, _ in codes(run, "--force-exclude", "e", "cũ", "*.txt")] == ["a.txt", "e/g.txt"]
    assert "1 tệp" in run("check", "--force-exclude", "--isolated", "cũ/c.txt", "--select=NT101").err
    assert run("check", "--force-exclude", "b.nháp.txt", "cũ") == (0, "", "")
    assert run("check", "--force-exclude", "không-có.txt").status == 2


def test_per_file_ignores(run: Run) -> None:
    write(
        "vnplanlint.toml",
        'extend-rules = ["../cards"]\nselect = ["PB"]\n'
        '[per-file-ignores]\n"lưu/**" = ["PB101"]\n"*.md" = ["second-probe"]\n',
    )
    for name in ("a.txt", "b.md", "lưu/c.md"):
        write(name, "SAI NGỜ\n")
    assert codes(run, ".") == [("a.txt", "PB101"), ("a.txt", "PB102"), ("b.md", "PB101")]


@pytest.mark.parametrize(
    ("pattern", "silenced"),
    [
        ("*.txt", {"a.txt", "k/a.txt", "k/l/a.txt", "k/l/b.txt"}),
        ("a.txt", {"a.txt", "k/a.txt", "k/l/a.txt"}),
        ("/a.txt", {"a.txt"}),
        ("k/*.txt", {"k/a.txt"}),
        ("k/**", {"k/a.txt", "k/l/a.txt", "k/l/b.txt"}),
        ("k/", {"k/a.txt", "k/l/a.txt", "k/l/b.txt"}),
        ("**/l/*", {"k/l/a.txt", "k/l/b.txt"}),
        ("l", {"k/l/a.txt", "k/l/b.txt"}),
        ("k/l/[bc].txt", {"k/l/b.txt"}),
        ("K/**", set()),
        ("../k/*", set()),
    ],
)
def test_patterns_of_per_file_ignores_are_those_of_gitignore(
    run: Run, pattern: str, silenced: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(
        "vnplanlint.toml",
        f'extend-rules = ["../cards"]\nselect = ["PB"]\nper-file-ignores = {{"{pattern}" = ["PB"]}}\n',
    )
    names = ["a.txt", "k/a.txt", "k/l/a.txt", "k/l/b.txt"]
    for name in names:
        write(name, "SAI\n")
    told = {name for name in names if name not in silenced}
    assert {name for name, _ in codes(run, ".")} == told
    assert {name for name, _ in codes(run, *names)} == told, "a file that is named is no exception"
    assert len(codes(run, *map(str, map(Path.absolute, map(Path, names))))) == len(told)
    monkeypatch.chdir("k")
    assert {f"k/{name}" for name, _ in codes(run, ".")} == {name for name in told if name != "a.txt"}


def test_per_file_ignores_hold_for_standard_input_by_its_name(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write(
        "k/vnplanlint.toml",
        'extend-rules = ["../../cards"]\nselect = ["PB"]\nper-file-ignores = {"*.md" = ["PB101"]}\n',
    )

    def told(name: str, *arguments: str) -> list[str]:
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=BytesIO("SAI NGỜ\n".encode())))
        return [code for _, code in codes(run, "-", "--stdin-filename", name, *arguments)]

    assert told("k/a.txt") == ["PB101", "PB102"]
    assert told("k/a.md") == ["PB102"]
    assert told("k/not/yet/there.md") == ["PB102"]
    assert told("k/a.md", "--select=PB101,PB102") == ["PB102"], "--select chooses, the file's exceptions stay"
    assert told("k/a.md", "--isolated") == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('selekt = ["NT"]', ("selekt", "“select”")),
        ('min_severity = "error"', ("min_severity", "“min-severity”")),
        ('select = "NT"', ("select", "danh sách")),
        ("select = [1]", ("select", "danh sách")),
        ('fail-level = "never"', ("fail-level", "error, warning, style")),
        ("lang = 3", ("lang", "vi, en")),
        ('per-file-ignores = ["NT"]', ("per-file-ignores", "bảng")),
        ('per-file-ignores = {"*.txt" = "NT"}', ("per-file-ignores", "bảng")),
        ('extend-rules = ["nowhere"]', ("nowhere", "thư mục")),
        ('ignore = ["QQ123"]', ("QQ123", "có phải là")),
        ("select = [", ("TOML",)),
    ],
)
def test_a_mistake_is_one_line_with_status_2_and_spoils_only_its_own_files(
    run: Run, text: str, says: tuple[str, ...]
) -> None:
    write("k/vnplanlint.toml", text + "\n")
    write("k/a.txt", "SAI\n")
    write("k/b.txt", "SAI\n")
    write("z.txt", "SAI\n")
    outcome = run("check", "k/a.txt", "k/b.txt", "z.txt", "--output-format=concise")
    assert outcome.status == 2
    assert outcome.out.startswith("z.txt:1:1")
    assert len(outcome.err.splitlines()) == 1
    assert f"k{'/'}vnplanlint.toml" in outcome.err
    for words in says:
        assert words in outcome.err


def test_a_card_without_its_check_is_reported_clearly(run: Run, tmp_path: Path) -> None:
    card = (tmp_path / "cards/dates/first-probe.toml").read_text(encoding="utf-8")
    (tmp_path / "own").mkdir()
    (tmp_path / "own/mine.toml").write_text(
        card.replace("PB101", "QQ101").replace("probe.rules.first_probe", "nowhere"), encoding="utf-8"
    )
    write("vnplanlint.toml", 'extend-rules = ["../own"]\nselect = ["QQ"]\n')
    write("a.txt", "SAI\n")
    outcome = run("check", "a.txt")
    assert outcome.status == 2
    assert len(outcome.err.splitlines()) == 1
    assert "QQ101" in outcome.err
    assert "nowhere" in outcome.err


def test_a_card_that_is_incomplete_is_reported_clearly(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own/mine.toml").write_text('code = "QQ101"\n', encoding="utf-8")
    write("vnplanlint.toml", 'extend-rules = ["../own"]\n')
    write("a.txt", "SAI\n")
    outcome = run("check", "a.txt")
    assert outcome.status == 2
    assert len(outcome.err.splitlines()) == 1
    assert "mine.toml" in outcome.err
