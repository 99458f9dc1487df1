"""The baseline: what it holds, what it hides, and what a run says of it."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.test_cli import Run, run, write
from vnplanlint.findings import Finding
from vnplanlint.readers.text import from_text
from vnplanlint.spans import Span
from vnplanlint.suppression.baseline import Baseline, Entry, entries, new_findings

__all__ = ["run"]
FILE = "known.json"
SETTINGS = 'extend-rules = ["../cards"]\nselect = ["PB"]\n'


def told(run: Run, *arguments: str) -> list[str]:
    """``file:row code`` of each finding."""
    lines = run("check", "--output-format=concise", *arguments).out.splitlines()
    return [f"{':'.join(line.split(':')[:2])} {line.split()[1]}" for line in lines]


def record(run: Run, *arguments: str) -> None:
    outcome = run("check", "--write-baseline", "--baseline", FILE, *arguments)
    assert (outcome.status, outcome.out) == (0, ""), outcome


def stored() -> dict[str, list[dict[str, str]]]:
    data: dict[str, Any] = json.loads(Path(FILE).read_text("utf-8"))
    assert data["vnplanlint-baseline"] == 1
    files: dict[str, list[dict[str, str]]] = data["files"]
    return files


def test_known_findings_are_hidden_and_new_ones_told(run: Run) -> None:
    write("k/a.txt", "Một chỗ SAI ở đây\n\nMột chỗ NGỜ ở kia\n")
    record(run, "k")
    outcome = run("check", "k", "--baseline", FILE)
    assert (outcome.status, outcome.out) == (0, "")
    assert outcome.err == "2 phát hiện đã biết, ghi trong known.json, không nêu lại.\n"
    write("k/a.txt", "Thêm một dòng\nNGỜ mới có\n\nMột chỗ NGỜ ở kia\n\nMột chỗ SAI ở đây\n")
    assert told(run, "k", "--baseline", FILE) == ["k/a.txt:2 PB102"]
    assert run("check", "k", "--baseline", FILE).status == 1
    assert len(told(run, "k")) == 3


def test_the_file_is_readable_sorted_and_the_same_each_time(run: Run) -> None:
    write("k/b.txt", "Chữ SAI và NGỜ\n")
    write("k/a b.txt", "Kế hoạch SAI\n")
    record(run, "k")
    first = Path(FILE).read_bytes()
    assert stored().keys() == {"k/a b.txt", "k/b.txt"}
    assert [(entry["code"], entry["text"]) for entry in stored()["k/b.txt"]] == [("PB101", "SAI"), ("PB102", "NGỜ")]
    lines = first.decode().splitlines()
    assert sum('"fingerprint"' in line for line in lines) == 3, "one line a finding"
    Path(FILE).unlink()
    record(run, "k/b.txt")
    record(run, "k/a b.txt", "--jobs=2", "--lang=en")
    assert Path(FILE).read_bytes() == first


def test_several_processes_write_the_same(run: Run) -> None:
    for number in range(7):
        write(f"k/{number}.txt", "Chữ SAI và NGỜ\n" * (number + 1))
    record(run, "k", "--jobs=1")
    first = Path(FILE).read_bytes()
    write("k/3.txt", Path("k/3.txt").read_text("utf-8") + "SAI mới\n")
    one, two = (run("check", "k", "--baseline", FILE, f"--jobs={jobs}") for jobs in (1, 3))
    assert one == two
    assert one.status == 1
    Path(FILE).unlink()
    write("k/3.txt", "Chữ SAI và NGỜ\n" * 4)
    record(run, "k", "--jobs=3")
    assert Path(FILE).read_bytes() == first


def test_paths_are_relative_to_the_baseline(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("repo/k/a.txt", "SAI\n")
    assert run("check", "repo/k", "--write-baseline", "--baseline=repo/known.json").status == 0
    assert list(Baseline.read("repo/known.json", "").files) == ["k/a.txt"]
    assert told(run, "repo", "--baseline=repo/known.json") == []
    monkeypatch.chdir("repo/k")
    assert told(run, "a.txt", "--baseline=../known.json") == []
    assert told(run, os.path.abspath("a.txt"), "--baseline=../known.json") == []


def test_the_configuration_names_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("vnplanlint.toml", SETTINGS + f'baseline = "luu/{FILE}"\n')
    write("k/a.txt", "SAI\n")
    Path("luu").mkdir()
    assert run("check", "k", "--write-baseline").status == 0
    assert Path("luu", FILE).is_file()
    assert told(run, "k") == []
    assert told(run, "k", "--isolated") == []
    monkeypatch.chdir("k")
    assert told(run, "a.txt") == []


def test_standard_input_is_known_by_its_name(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import types

    write("a.txt", "SAI\n")
    record(run, "a.txt")
    for name, expected in (("a.txt", []), ("b.txt", ["b.txt:1 PB101"])):
        stream = types.SimpleNamespace(buffer=io.BytesIO("thêm dòng\n\nSAI\n".encode()))
        monkeypatch.setattr("sys.stdin", stream)
        lines = told(run, "-", "--stdin-filename", name, "--baseline", FILE)
        assert lines == [line.replace(":1", ":3") for line in expected]


# What is no more


def test_stale_entries_are_counted_and_change_no_status(run: Run) -> None:
    write("k/a.txt", "SAI\n\nNGỜ\n")
    write("k/b.txt", "SAI\n")
    record(run, "k")
    write("k/a.txt", "SAI\n")
    Path("k/b.txt").unlink()
    outcome = run("check", "k", "--baseline", FILE, "--output-format=concise")
    assert (outcome.status, outcome.out) == (0, "")
    assert outcome.err == "known.json: 2 phát hiện đã ghi không còn nữa; ghi lại bằng --write-baseline\n"
    record(run, "k")
    assert [list(files) for files in (stored(),)] == [["k/a.txt"]]
    assert run("check", "k", "--baseline", FILE, "--output-format=concise").err == ""


@pytest.mark.parametrize(
    "arguments",
    [("k/a.txt",), ("k", "--select=PB101"), ("k", "--ignore=PB102"), ("k", "--min-severity=error")],
)
def test_what_was_not_looked_at_is_not_stale_and_is_kept(run: Run, arguments: tuple[str, ...]) -> None:
    write("k/a.txt", "SAI\n\nNGỜ\n")
    write("k/b.txt", "SAI\n\nNGỜ\n")
    record(run, "k")
    before = Path(FILE).read_bytes()
    outcome = run("check", *arguments, "--baseline", FILE, "--output-format=concise")
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "")
    record(run, *arguments)
    assert Path(FILE).read_bytes() == before


def test_a_finding_below_the_shown_severity_is_not_written(run: Run) -> None:
    write("a.txt", "SAI\n\nXẤU\n")
    record(run, "a.txt", "--min-severity=error")
    assert [entry["code"] for entry in stored()["a.txt"]] == ["PB101"]


def test_a_file_that_cannot_be_read_keeps_its_entries(run: Run) -> None:
    write("k/a.txt", "SAI\n")
    write("k/b.txt", "SAI\n")
    record(run, "k")
    before = Path(FILE).read_bytes()
    write("k/a.txt", b"\x00\x01\x02\x00\xff")
    assert run("check", "k", "--write-baseline", "--baseline", FILE).status == 2
    assert Path(FILE).read_bytes() == before


def test_a_comment_goes_before_the_baseline(run: Run) -> None:
    write("a.txt", "Một chỗ SAI <!-- vnplanlint: ignore PB101 -->\n")
    record(run, "a.txt")
    assert stored() == {}


def test_what_is_known_is_not_fixed(run: Run) -> None:
    plan = "Cán bộ, công chức nghành giáo dục.\n"
    write("a.txt", plan)
    options = ("--isolated", "--select=CT503", "--baseline", FILE)
    assert run("check", "a.txt", "--write-baseline", *options).status == 0
    assert run("check", "a.txt", "--fix", *options).status == 0
    assert Path("a.txt").read_text("utf-8") == plan


# What can go wrong


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "--write-baseline"),
        ("{", "không phải tệp baseline"),
        ("", "không phải tệp baseline"),
        ("[]", "không phải tệp baseline"),
        ("KẾ HOẠCH\n", "không phải tệp baseline"),
        ('{"vnplanlint-baseline": 1, "files": {', "hỏng"),
        ('{"vnplanlint-baseline": 1}', "hỏng"),
        ('{"vnplanlint-baseline": 1, "files": {"a.txt": {}}}', "hỏng"),
        ('{"vnplanlint-baseline": 1, "files": {"a.txt": [{"code": "PB101"}]}}', "hỏng"),
        ('{"vnplanlint-baseline": 1, "files": {"a.txt": [{"code": 1, "text": "", "fingerprint": ""}]}}', "hỏng"),
        ('{"vnplanlint-baseline": 2, "files": {}}', "phiên bản khác (2)"),
    ],
)
def test_another_file_is_one_line_and_is_never_written_over(run: Run, content: str | None, says: str) -> None:
    write("a.txt", "SAI\n")
    if content is not None:
        write(FILE, content)
    outcome = run("check", "a.txt", "--baseline", FILE)
    assert (outcome.status, outcome.out, len(outcome.err.splitlines())) == (2, "", 1)
    assert FILE in outcome.err
    assert says in outcome.err
    if content is not None:
        assert run("check", "a.txt", "--write-baseline", "--baseline", FILE).status == 2
        assert Path(FILE).read_text("utf-8") == content


def test_writing_needs_a_file(run: Run) -> None:
    write("a.txt", "SAI\n")
    outcome = run("check", "a.txt", "--write-baseline")
    assert (outcome.status, outcome.out, len(outcome.err.splitlines())) == (2, "", 1)
    assert "--baseline" in outcome.err
    assert run("check", "a.txt", "--write-baseline", "--baseline", FILE, "--diff").status == 2
    assert not Path(FILE).exists()
    outcome = run("check", "a.txt", "--write-baseline", "--baseline", f"nowhere/{FILE}")
    assert (outcome.status, len(outcome.err.splitlines())) == (2, 1)


def test_the_configured_key_must_be_a_path(run: Run) -> None:
    write("a.txt", "SAI\n")
    write("vnplanlint.toml", SETTINGS + "baseline = 3\n")
    outcome = run("check", "a.txt")
    assert (outcome.status, len(outcome.err.splitlines())) == (2, 1)
    assert "baseline" in outcome.err


def test_it_is_replaced_whole_and_keeps_its_rights(run: Run) -> None:
    write("a.txt", "SAI\n")
    record(run, "a.txt")
    os.chmod(FILE, 0o640)
    write("a.txt", "SAI\n\nNGỜ\n")
    record(run, "a.txt")
    assert len(stored()["a.txt"]) == 2
    assert os.stat(FILE).st_mode & 0o777 == 0o640
    assert sorted(os.listdir()) == ["a.txt", FILE]


# Entries


def test_equal_findings_are_known_by_their_number() -> None:
    source = from_text("SAI\nSAI\nSAI\n")
    findings = [Finding(Span(start, start + 3), "PB101", "first-probe", "error", "") for start in (0, 4, 8)]
    known = {entry.fingerprint for entry in entries(findings[:2], source)}
    assert new_findings(findings, source, known) == findings[2:]
    assert new_findings(findings, source, ()) == findings


def test_an_excerpt_is_short_and_one_line() -> None:
    source = from_text("Một câu\r\nrất dài " * 30)
    (entry,) = entries([Finding(Span(0, len(source.text)), "PB101", "first-probe", "error", "")], source)
    assert entry.text.startswith("Một câu rất dài")
    assert len(entry.text) == 80
    assert entry.text.endswith("…")


def test_odd_signs_survive_the_file(tmp_path: Path) -> None:
    path = str(tmp_path / FILE)
    odd = {"k/“a”\u2028\t.txt": (Entry("PB101", '\u202e"\\\x00 đ 🙂', "00"),)}
    Baseline(path, path, odd).write()
    again = Baseline.read(path, path)
    assert again.files == odd
    assert all(line.isprintable() for line in Path(path).read_text("utf-8").split("\n"))


def test_an_editor_hides_what_is_known(run: Run) -> None:
    from vnplanlint.lsp.analysis import Analysis
    from vnplanlint.lsp.terms import Terms
    from vnplanlint.options import Request
    from vnplanlint.planning import Planner

    write("vnplanlint.toml", SETTINGS + f'baseline = "{FILE}"\n')
    write("a.txt", "Một chỗ SAI\n")
    assert run("check", "a.txt", "--write-baseline").status == 0
    planner = Planner(Request())
    path = os.path.abspath("a.txt")
    seen = Analysis().of("Thêm NGỜ\n\nMột chỗ SAI\n", path, Terms(planner.task(path), planner.book()))
    assert [finding.code for finding in seen.findings] == ["PB102"]


def test_a_device_without_end_is_no_baseline(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vnplanlint.suppression.baseline._LARGEST", 1000)
    write("a.txt", "Các xã.\n")
    write("b.json", " " * 1001)
    outcome = run("check", "a.txt", "--baseline", "b.json", "--lang=en")
    assert (outcome.status, outcome.err) == (
        2,
        "vnplanlint: b.json: is not a baseline of vnplanlint; check --baseline\n",
    )
