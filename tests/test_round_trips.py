"""Every format carries the same findings: what is read back from each is what JSON says.

The readers here know the formats from their specifications and the plans from their bytes; nothing of ours
helps them to count.
"""

from __future__ import annotations

import json
import os
import re
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

import pytest

from tests.sarif_schema import complaints
from vnplanlint.checking import check_file
from vnplanlint.options import Request
from vnplanlint.planning import Planner
from vnplanlint.readers.text import decode
from vnplanlint.reports import CheckedFile, View, load
from vnplanlint.rulebook import RuleBook

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
EMOJI = """KẾ HOẠCH
🎉 Tổ chức 🎉🎉 kỷ niệm 30 năm tái lập tỉnh 🏮 (01/4/1992-01/4/2021) 🎉

🎉 Thực hiện Quyết định số 12/QĐ-UBND ngày 05/4/2021 và 𠀋 ngày 31/02/2022 của UBND tỉnh.

I. MỤC ĐÍCH
II. YÊU CẦU 🎉
II. NỘI DUNG
"""

Place = tuple[tuple[int, int], tuple[int, int]]
"""Row and column of the beginning and of the (exclusive) end, from 1, columns in characters."""


class Read(NamedTuple):
    """A finding as it was read back."""

    filename: str
    code: str
    name: str
    severity: str
    message: str
    place: Place
    related: tuple[tuple[Place, str], ...]
    fixes: tuple[tuple[str, str, tuple[tuple[Place, str], ...]], ...]


def files() -> Iterator[tuple[str, bytes]]:
    """Every plan of the corpus as it is and in one other form, and one full of emoji."""
    forms: tuple[Callable[[str], bytes], ...] = (
        lambda text: b"\xff\xfe" + festive(text).encode("utf-16-le"),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: unicodedata.normalize("NFD", text).encode(),
        lambda text: festive(text).encode(),
        lambda text: festive(text).replace("\n", "\r").encode(),
        lambda text: b"\xfe\xff" + unicodedata.normalize("NFD", text).replace("\n", "\r\n").encode("utf-16-be"),
    )
    yield "vui vẻ, 100%: 🎉.md", EMOJI.encode()
    yield "vui vẻ/NFD & CRLF.txt", unicodedata.normalize("NFD", EMOJI).replace("\n", "\r\n").encode()
    for number, path in enumerate(sorted([*CORPUS.glob("*.txt"), *CORPUS.glob("*.md")])):
        yield f"nguyên bản/{path.name}", path.read_bytes()
        yield f"dạng khác/{number} {path.name}", forms[number % len(forms)](decode(path.read_bytes(), path.name).text)


def festive(text: str) -> str:
    """The text with an emoji after the first word of each line."""
    return re.sub(r"(?m)^(.*?\S) ", r"\1🎉 ", text)


class Checked(NamedTuple):
    """The folder, what was found, and what each format says of it."""

    folder: Path
    files: list[CheckedFile]
    book: RuleBook

    def report(self, output_format: str) -> str:
        """All files in one format, in English."""
        before = Path.cwd()
        os.chdir(self.folder)
        try:
            return "".join(load(output_format).render(self.files, View("en", cards=lambda: self.book.cards)))
        finally:
            os.chdir(before)

    def lines(self, filename: str) -> list[str]:
        """The lines of a file, as the standards say where one ends."""
        data = (self.folder / filename).read_bytes()
        for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"", "utf-8")):
            if data.startswith(mark):
                return re.split(r"\r\n|\n|\r", data[len(mark) :].decode(encoding))
        raise AssertionError


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory, book: RuleBook) -> Checked:
    folder = tmp_path_factory.mktemp("kho văn bản")
    planner = Planner(Request(isolated=True))
    found = []
    for name, data in files():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        result = check_file(planner.task(str(path)))
        assert result.checked is not None
        assert not result.problems
        found.append(result.checked._replace(name=name))
    return Checked(folder, found, book)


@pytest.fixture(scope="module")
def expected(checked: Checked) -> list[Read]:
    """What JSON says."""
    found = [from_json(record) for record in json.loads(checked.report("json"))]
    assert len(found) > 200
    assert sum(bool(one.related) for one in found) > 50
    assert sum(bool(one.fixes) for one in found) > 50
    return found


def from_json(record: dict[str, Any]) -> Read:
    def place(holder: dict[str, Any]) -> Place:
        start, end = holder["location"], holder["end_location"]
        return (start["row"], start["column"]), (end["row"], end["column"])

    return Read(
        record["filename"],
        record["code"],
        record["name"],
        record["severity"],
        record["message"],
        place(record),
        tuple((place(other), other["message"]) for other in record["related"]),
        tuple(
            (fix["title"], fix["applicability"], tuple((place(edit), edit["content"]) for edit in fix["edits"]))
            for fix in record["fixes"]
        ),
    )


def test_json_lines(checked: Checked, expected: list[Read]) -> None:
    assert [from_json(json.loads(line)) for line in checked.report("jsonl").splitlines()] == expected


def test_lsp(checked: Checked, expected: list[Read]) -> None:
    sent = json.loads(checked.report("lsp"))
    assert len(sent) == len(checked.files)
    found = [read for params in sent for read in from_lsp(params, checked)]
    assert found == expected


def from_lsp(params: dict[str, Any], checked: Checked) -> Iterator[Read]:
    uri = params["uri"]
    path = Path(unquote(urlsplit(uri).path))
    filename = path.relative_to(checked.folder).as_posix()
    lines = checked.lines(filename)

    def point(position: dict[str, int]) -> tuple[int, int]:
        units = lines[position["line"]].encode("utf-16-le")[: 2 * position["character"]]
        assert len(units) == 2 * position["character"]
        return position["line"] + 1, len(units.decode("utf-16-le")) + 1

    def place(given: dict[str, Any]) -> Place:
        return point(given["start"]), point(given["end"])

    def related(given: dict[str, Any]) -> tuple[Place, str]:
        assert given["location"]["uri"] == uri
        return place(given["location"]["range"]), given["message"]

    for diagnostic in params["diagnostics"]:
        assert diagnostic["source"] == "vnplanlint"
        yield Read(
            filename,
            diagnostic["code"],
            diagnostic["data"]["name"],
            {1: "error", 2: "warning", 3: "style"}[diagnostic["severity"]],
            diagnostic["message"],
            place(diagnostic["range"]),
            tuple(map(related, diagnostic["relatedInformation"])),
            tuple(
                (
                    fix["title"],
                    fix["applicability"],
                    tuple((place(edit["range"]), edit["newText"]) for edit in fix["edits"]),
                )
                for fix in diagnostic["data"]["fixes"]
            ),
        )


def test_sarif(checked: Checked, expected: list[Read]) -> None:
    log = json.loads(checked.report("sarif"))
    assert complaints(log) == []
    (run,) = log["runs"]
    assert [from_sarif(result, run, checked) for result in run["results"]] == expected


def from_sarif(result: dict[str, Any], run: dict[str, Any], checked: Checked) -> Read:
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert rule["id"] == result["ruleId"]
    (location,) = result["locations"]
    filename = _file(location["physicalLocation"]["artifactLocation"], run)

    def place(region: dict[str, Any]) -> Place:
        place = (region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"])
        if "snippet" in region:
            assert between(place, checked.lines(filename)) == re.split(r"\r\n|\n|\r", region["snippet"]["text"])
        return place

    def change(fix: dict[str, Any]) -> tuple[tuple[Place, str], ...]:
        (change,) = fix["artifactChanges"]
        assert _file(change["artifactLocation"], run) == filename
        return tuple((place(part["deletedRegion"]), part["insertedContent"]["text"]) for part in change["replacements"])

    related = result.get("relatedLocations", [])
    message, *links = result["message"]["text"].split("\nSee: ")
    assert bool(links) == bool(related)
    for number, text in re.findall(r"\[((?:\\.|[^\]\\])*)\]\((\d+)\)", "".join(links)):
        assert re.sub(r"\\(.)", r"\1", number) == related[int(text) - 1]["message"]["text"]
        assert related[int(text) - 1]["id"] == int(text)
    return Read(
        filename,
        result["ruleId"],
        rule["name"],
        {"error": "error", "warning": "warning", "note": "style"}[result["level"]],
        message,
        place(location["physicalLocation"]["region"]),
        tuple((place(other["physicalLocation"]["region"]), other["message"]["text"]) for other in related),
        tuple(
            (fix["description"]["text"], fix["properties"]["applicability"], change(fix))
            for fix in result.get("fixes", [])
        ),
    )


def _file(address: dict[str, Any], run: dict[str, Any]) -> str:
    assert address["uriBaseId"] in run["originalUriBaseIds"]
    assert run["artifacts"][address["index"]]["location"]["uri"] == address["uri"]
    assert address["uri"].isascii()
    return unquote(address["uri"])


def between(place: Place, lines: list[str]) -> list[str]:
    """What stands at a place, line by line."""
    (first, start), (last, end) = place
    if first == last:
        return [lines[first - 1][start - 1 : end - 1]]
    return [lines[first - 1][start - 1 :], *lines[first : last - 1], lines[last - 1][: end - 1]]


def test_junit(checked: Checked, expected: list[Read]) -> None:
    root = ET.fromstring(checked.report("junit"))
    suites = root.findall("testsuite")
    assert [suite.get("name") for suite in suites] == [file.name for file in checked.files]
    found = [from_junit(case) for suite in suites for case in suite if len(case)]
    assert found == [(*one[:7], tuple(title for title, _, _ in one.fixes)) for one in expected]
    for suite in suites:
        failures = len(suite.findall("testcase/failure"))
        assert (suite.get("failures"), suite.get("tests")) == (str(failures), str(max(failures, 1)))


def from_junit(case: ET.Element) -> tuple[object, ...]:
    failure = case.find("failure")
    assert failure is not None
    first, *rest = (failure.text or "").split("\n")
    filename = str(case.get("classname"))
    place, message = _placed(first.removeprefix(f"{filename}:"))
    assert message == failure.get("message")
    code, name, where = str(case.get("name")).split(" ")
    assert where == "{}:{}".format(*place[0])
    assert case.get("line") == str(place[0][0])
    related = tuple(_placed(line) for line in rest if line[0].isdigit())
    titles = tuple(line.partition(": ")[2] for line in rest if not line[0].isdigit())
    return filename, code, name, failure.get("type"), message, place, related, titles


def _placed(text: str) -> tuple[Place, str]:
    """A line that begins with a place."""
    match = re.fullmatch(r"(\d+):(\d+)-(\d+):(\d+): (.*)", text)
    assert match is not None
    row, column, end_row, end_column = map(int, match.groups()[:4])
    return ((row, column), (end_row, end_column)), match[5]


def test_github(checked: Checked, expected: list[Read]) -> None:
    lines = checked.report("github").splitlines()
    for line, one in zip(lines, expected, strict=True):
        command, properties, data = re.fullmatch(r"::(\w+) (.*?)::(.*)", line).groups()  # type: ignore[union-attr]
        first, *rest = _unescaped(data).split("\n")
        given = {key: _unescaped(value) for key, value in (pair.split("=", 1) for pair in properties.split(","))}
        (row, column), (end_row, end_column) = one.place
        columns = {"col": str(column), "endColumn": str(end_column)} if row == end_row else {}
        assert {"error": "error", "warning": "warning", "notice": "style"}[command] == one.severity
        assert given == {
            "file": one.filename,
            "line": str(row),
            "endLine": str(end_row),
            **columns,
            "title": f"{one.code} ({one.name})",
        }
        assert first == f"{one.filename}:{row}:{column}: {one.code} {one.message}"
        assert tuple(map(_placed, rest)) == one.related


def _unescaped(text: str) -> str:
    for char in "\r\n:,%":
        text = text.replace(f"%{ord(char):02X}", char)
    return text


def test_gitlab(checked: Checked, expected: list[Read]) -> None:
    issues = json.loads(checked.report("gitlab"))
    for issue, one in zip(issues, expected, strict=True):
        others = "; ".join(
            f"{row}:{column}-{end_row}:{end_column}: {message}"
            for ((row, column), (end_row, end_column)), message in one.related
        )
        begin, end = issue["location"]["positions"]["begin"], issue["location"]["positions"]["end"]
        assert issue["description"] == f"{one.code}: {one.message}" + (f" ({others})" if others else "")
        assert issue["check_name"] == one.code
        assert issue["location"]["path"] == one.filename
        assert ((begin["line"], begin["column"]), (end["line"], end["column"])) == one.place
        assert {"major": "error", "minor": "warning", "info": "style"}[issue["severity"]] == one.severity
    prints = [issue["fingerprint"] for issue in issues]
    assert len(set(prints)) == len(prints)


def test_the_plans_try_what_is_hard(checked: Checked) -> None:
    """The variants are worth something only if units, characters and bytes differ at the findings."""
    apart = 0
    for params in json.loads(checked.report("lsp")):
        for diagnostic, read in zip(params["diagnostics"], from_lsp(params, checked), strict=True):
            apart += diagnostic["range"]["start"]["character"] + 1 != read.place[0][1]
    assert apart > 10
    assert {file.source.encoding for file in checked.files if file.source} == {"utf-8", "utf-16-le", "utf-16-be"}
