"""The formats that other tools read: escaping, addresses, levels, what an empty result is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from tests.sarif_schema import complaints
from tests.test_cli import Run, run, write
from vnplanlint.findings import SEVERITIES, Edit, Finding, Fix, Related, Severity
from vnplanlint.readers.text import from_text
from vnplanlint.reports import FORMATS, CheckedFile, View, github, gitlab, junit, links, lsp, sarif
from vnplanlint.rulebook import RuleBook
from vnplanlint.spans import Span

__all__ = ["run"]

FOR_TOOLS = ["sarif", "github", "gitlab", "junit", "lsp"]
TEXT = "một hai ba\nbốn năm sáu\n"
HARD = 'dấu % ; : , <a href="x">&amp;</a> ]]> [ngoặc](1) \\ {0}\r\nhai dòng\n::error::x'


def file(
    name: str = "a.txt",
    text: str = TEXT,
    span: tuple[int, int] = (4, 7),
    message: str = "lời nhắn",
    severity: Severity = "error",
    related: tuple[Related, ...] = (),
    fixes: tuple[Fix, ...] = (),
) -> CheckedFile:
    finding = Finding(Span(*span), "NT102", "anniversary-years", severity, message, related, fixes)
    return CheckedFile(name, from_text(text, name), (finding,))


def rendered(report: Any, *files: CheckedFile, **view: Any) -> str:
    return "".join(report.render(files, View(**view)))


def loaded(report: Any, *files: CheckedFile, **view: Any) -> Any:
    return json.loads(rendered(report, *files, **view))


def only_result(*files: CheckedFile, **view: Any) -> dict[str, Any]:
    log = loaded(sarif, *files, **view)
    assert complaints(log) == []
    (result,) = log["runs"][0]["results"]
    found: dict[str, Any] = result
    return found


CLEAN = CheckedFile("sạch.txt", None, ())


# nothing found


def test_a_clean_file_in_each_format() -> None:
    assert rendered(github, CLEAN) == ""
    assert loaded(gitlab, CLEAN) == []
    assert [params["diagnostics"] for params in loaded(lsp, CLEAN)] == [[]]
    (suite,) = ET.fromstring(rendered(junit, CLEAN))
    assert (suite.get("tests"), suite.get("failures")) == ("1", "0")
    (case,) = suite
    assert not len(case)
    log = loaded(sarif, CLEAN)
    assert complaints(log) == []
    (only,) = log["runs"]
    assert only["results"] == []
    assert only["tool"]["driver"]["rules"] == []
    assert [artifact["location"]["uri"] for artifact in only["artifacts"]] == ["s%E1%BA%A1ch.txt"]


def test_no_file_at_all_in_each_format() -> None:
    assert rendered(github) == ""
    assert loaded(gitlab) == loaded(lsp) == []
    assert len(ET.fromstring(rendered(junit))) == 0
    assert complaints(loaded(sarif)) == []


# levels


@pytest.mark.parametrize("severity", SEVERITIES)
def test_the_level_in_each_format(severity: Severity) -> None:
    one = file(severity=severity)
    place = SEVERITIES.index(severity)
    assert only_result(one)["level"] == ("error", "warning", "note")[place]
    assert rendered(github, one).startswith(("::error ", "::warning ", "::notice ")[place])
    assert loaded(gitlab, one)[0]["severity"] == ("major", "minor", "info")[place]
    assert f'<failure type="{severity}"' in rendered(junit, one)
    assert loaded(lsp, one)[0]["diagnostics"][0]["severity"] == place + 1


# what would break the format


def test_github_escapes() -> None:
    line = rendered(github, file("a,b:c%/d=e.txt", message="100%: một,\r\nhai ::x"))
    assert line == (
        "::error file=a%2Cb%3Ac%25/d=e.txt,line=1,endLine=1,col=5,endColumn=8,title=NT102 (anniversary-years)"
        "::a,b:c%25/d=e.txt:1:5: NT102 100%25: một,%0D%0Ahai ::x\n"
    )


def test_github_is_given_no_columns_of_a_place_in_two_lines() -> None:
    line = rendered(github, file(span=(8, 14)))
    assert line.startswith("::error file=a.txt,line=1,endLine=2,title=")


def test_every_format_holds_a_hard_message() -> None:
    one = file("một 'hai' & <ba>.txt", message=HARD, related=(Related(Span(0, 3), HARD),))
    assert rendered(github, one).count("\n") == 1
    assert loaded(gitlab, one)[0]["description"].startswith("NT102: " + " ".join(HARD.split()))
    assert loaded(lsp, one)[0]["diagnostics"][0]["message"] == HARD
    failure = ET.fromstring(rendered(junit, one)).find("testsuite/testcase/failure")
    assert failure is not None
    assert failure.get("message") == HARD.replace("\r", "\ufffd")
    result = only_result(one)
    assert result["message"]["text"].startswith(HARD)
    assert "[dấu % ; : , <a href" in result["message"]["text"]
    assert "\\[ngoặc\\](1) \\\\ {0}" in result["message"]["text"]


@pytest.mark.parametrize("char", [*map(chr, range(0x20)), "\x7f", "\x85", "\ud800", "\ufffe", "\uffff", "🎉"])
def test_junit_is_xml_whatever_the_text(char: str) -> None:
    one = file(name=f"a{char}b.txt", message=f"trước{char}sau", related=(Related(Span(0, 3), f"x{char}y"),))
    root = ET.fromstring(rendered(junit, one).encode())
    failure = root.find("testsuite/testcase/failure")
    assert failure is not None
    shown = char if char in "\t\n\x7f\x85🎉" else "\ufffd"
    assert failure.get("message") == f"trước{shown}sau"
    assert root[0].get("name") == f"a{shown}b.txt"
    assert f"1:1-1:4: x{shown}y" in (failure.text or "")


# paths and addresses


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_paths_with_spaces_and_vietnamese_letters(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    name = unicodedata.normalize(form, "kế hoạch/năm 2024#1?.txt")
    quoted = {
        "NFC": "k%E1%BA%BF%20ho%E1%BA%A1ch/n%C4%83m%202024%231%3F.txt",
        "NFD": "ke%CC%82%CC%81%20hoa%CC%A3ch/na%CC%86m%202024%231%3F.txt",
    }[form]
    one = file(name)
    address = only_result(one)["locations"][0]["physicalLocation"]["artifactLocation"]
    assert address == {"uri": quoted, "uriBaseId": "%SRCROOT%", "index": 0}
    assert loaded(lsp, one)[0]["uri"] == f"{tmp_path.as_uri()}/{quoted}"
    assert loaded(gitlab, one)[0]["location"]["path"] == name
    assert f"file={name}," in rendered(github, one)


def test_a_path_is_that_in_the_repository_however_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("b/a.txt", "./b/a.txt", "b//c/../a.txt", str(tmp_path / "b" / "a.txt")):
        one = file(name)
        assert loaded(gitlab, one)[0]["location"]["path"] == "b/a.txt"
        assert rendered(github, one).startswith("::error file=b/a.txt,")
        assert only_result(one)["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "b/a.txt"
        assert loaded(lsp, one)[0]["uri"] == (tmp_path / "b" / "a.txt").as_uri()


def test_a_path_elsewhere_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    elsewhere = tmp_path.parent / f"{tmp_path.name} khác" / "a.txt"
    one = file(str(elsewhere))
    assert only_result(one)["locations"][0]["physicalLocation"]["artifactLocation"] == {
        "uri": elsewhere.as_uri(),
        "index": 0,
    }
    assert loaded(gitlab, one)[0]["location"]["path"] == str(elsewhere)
    above = file("../a.txt")
    assert only_result(above)["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "../a.txt"


def test_a_name_that_is_not_utf_8() -> None:
    one = file(os.fsdecode(b"k\xea.txt"))
    assert only_result(one)["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "k%EA.txt"
    assert loaded(lsp, one)[0]["uri"].endswith("/k%EA.txt")
    assert len(loaded(gitlab, one)[0]["fingerprint"]) == 64


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert loaded(lsp, file("-"))[0]["uri"] == "untitled:stdin"
    assert only_result(file("-"))["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "-"


# SARIF


def test_sarif_describes_the_rules_that_have_results(book: RuleBook) -> None:
    log = loaded(sarif, file(), CLEAN, file("b.txt"), cards=lambda: book.cards, language="en")
    assert complaints(log) == []
    (rule,) = log["runs"][0]["tool"]["driver"]["rules"]
    card = book.cards["NT102"]
    assert (rule["id"], rule["name"]) == ("NT102", "anniversary-years")
    assert rule["shortDescription"]["text"] == card.title("en")
    assert rule["fullDescription"]["text"].split() == card.why["en"].split()
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert rule["properties"]["tags"] == ["dates"]
    assert card.bad[0].text.strip() in rule["help"]["markdown"]
    assert rule["fullDescription"]["text"] in rule["help"]["text"]
    assert [result["ruleIndex"] for result in log["runs"][0]["results"]] == [0, 0]
    assert [len(result["locations"]) for result in log["runs"][0]["results"]] == [1, 1]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_rule_can_be_described(book: RuleBook, language: str) -> None:
    source = from_text(TEXT, "a.txt")
    findings = tuple(
        Finding(Span(0, 3), card.code, card.name, card.severity, "lời nhắn") for card in book.cards.values()
    )
    log = loaded(sarif, CheckedFile("a.txt", source, findings), cards=lambda: book.cards, language=language)
    assert complaints(log) == []
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(book.cards)
    assert log["runs"][0]["language"] == language
    for rule in rules:  # what GitHub asks for
        assert 0 < len(rule["shortDescription"]["text"]) <= 1024
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        assert rule["help"]["text"]
        assert rule["help"]["markdown"].startswith(f"# {rule['id']} ")
    prints = [result["partialFingerprints"]["vnplanlint/v1"] for result in log["runs"][0]["results"]]
    assert len(set(prints)) == len(prints)


def test_sarif_names_a_rule_that_has_no_card() -> None:
    log = loaded(sarif, file())
    assert log["runs"][0]["tool"]["driver"]["rules"] == [{"id": "NT102", "name": "anniversary-years"}]


def test_sarif_describes_the_users_own_rules(run: Run) -> None:
    write("a.txt", "SAI và SAI, rồi NGỜ\n")
    status, out, err = run("check", "--output-format", "sarif", "--lang=en")
    assert (status, err) == (1, "")
    log = json.loads(out)
    assert complaints(log) == []
    driver = log["runs"][0]["tool"]["driver"]
    assert [rule["shortDescription"]["text"] for rule in driver["rules"]] == ["title PB101", "title PB102"]
    assert "one word «SAI»" not in out
    assert "một chữ «SAI» thôi" in driver["rules"][0]["help"]["markdown"]
    assert driver["rules"][0]["help"]["text"] == "title PB101\n\nbecause\n\nLegal basis: NĐ 30/2020"


def test_sarif_links_the_other_places() -> None:
    related = tuple(Related(Span(start, start + 2), f"chỗ [{start}]") for start in range(12))
    result = only_result(file(related=related))
    text = result["message"]["text"]
    assert text.startswith("lời nhắn\nXem: [chỗ \\[0\\]](1), [chỗ \\[1\\]](2), ")
    assert text.endswith("(10)")
    assert [place["id"] for place in result["relatedLocations"]] == list(range(1, 13))
    region = result["relatedLocations"][1]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 2, "endLine": 1, "endColumn": 4, "snippet": {"text": "ột"}}


def test_sarif_fixes() -> None:
    edits = (Edit(Span(4, 7), "bảy"), Edit(Span(11, 11), "- "))
    fixes = (Fix("Sửa", edits, "safe"), Fix("Xem lại", (), "display"))
    result = only_result(file(fixes=fixes))
    (fix,) = result["fixes"]  # a fix that changes nothing has no form there
    assert fix["description"] == {"text": "Sửa"}
    assert fix["properties"] == {"applicability": "safe"}
    (change,) = fix["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 1, "startColumn": 5, "endLine": 1, "endColumn": 8},
            "insertedContent": {"text": "bảy"},
        },
        {
            "deletedRegion": {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 1},
            "insertedContent": {"text": "- "},
        },
    ]


def test_a_finding_without_width_or_in_an_empty_file() -> None:
    for text, span in (("", (0, 0)), (TEXT, (4, 4)), (TEXT, (len(TEXT), len(TEXT)))):
        region = only_result(file(text=text, span=span))["locations"][0]["physicalLocation"]["region"]
        assert "snippet" not in region


def test_a_published_page_is_linked(monkeypatch: pytest.MonkeyPatch, book: RuleBook) -> None:
    assert "codeDescription" not in loaded(lsp, file())[0]["diagnostics"][0]
    monkeypatch.setattr(links, "DOCUMENTATION", "https://example.org/{code}")
    assert loaded(lsp, file())[0]["diagnostics"][0]["codeDescription"] == {"href": "https://example.org/NT102"}
    log = loaded(sarif, file(), cards=lambda: book.cards)
    assert log["runs"][0]["tool"]["driver"]["rules"][0]["helpUri"] == "https://example.org/NT102"
    assert complaints(log) == []


# GitLab


def test_gitlab_tells_the_same_finding_in_two_files_apart() -> None:
    first, second = loaded(gitlab, file("a.txt"), file("b.txt"))
    assert first["fingerprint"] != second["fingerprint"]


def test_gitlab_knows_a_finding_again_after_lines_were_inserted() -> None:
    (before,) = loaded(gitlab, file(text="Một hai ba.\n"))
    (after,) = loaded(gitlab, file(text="Mở đầu.\n\nMột hai ba.\n", span=(13, 16)))
    assert before["fingerprint"] == after["fingerprint"]
    assert (before["location"]["positions"]["begin"]["line"], after["location"]["positions"]["begin"]["line"]) == (1, 3)


def test_gitlab_names_the_other_places() -> None:
    (issue,) = loaded(gitlab, file(related=(Related(Span(0, 3), "chỗ này"), Related(Span(11, 14), "chỗ kia"))))
    assert issue["description"] == "NT102: lời nhắn (1:1-1:4: chỗ này; 2:1-2:4: chỗ kia)"


# on the command line


@pytest.mark.parametrize("output_format", FOR_TOOLS)
def test_exit_status_and_streams(run: Run, output_format: str) -> None:
    write("sạch.txt", "Mọi điều đều đúng.\n")
    write("sai.txt", "SAI và SAI\n")
    write("xấu.txt", "XẤU\n")
    write("hỏng.txt", b"\xff\xfe\x00")
    check = ("check", "--output-format", output_format)
    assert (run(*check, "sạch.txt").status, run(*check, "sạch.txt").err) == (0, "")
    assert run(*check, "xấu.txt")[0::2] == (0, "")
    assert run(*check, "xấu.txt", "--fail-level=style")[0::2] == (1, "")
    assert run(*check, "sai.txt", "sạch.txt")[0::2] == (1, "")
    broken = run(*check, "hỏng.txt", "sai.txt", "không-có.txt")
    assert broken.status == 2
    assert len(broken.err.splitlines()) == 2
    assert broken.out == run(*check, "sai.txt").out
    assert "PB101" in broken.out


@pytest.mark.parametrize("output_format", FOR_TOOLS)
def test_both_languages(run: Run, output_format: str) -> None:
    write("sai.txt", "SAI và SAI\n")
    check = ("check", "sai.txt", "--output-format", output_format)
    assert "thấy “SAI” ở đây" in run(*check).out
    assert "cũng “SAI”" in run(*check).out
    assert "“SAI” stands here" in run(*check, "--lang=en").out
    assert "“SAI” too" in run(*check, "--lang", "en").out


EVERY_FORMAT = """
import sys
from vnplanlint.__main__ import main
for name in sys.argv[1:]:
    main(["check", "--isolated", "--output-format", name])
"""
FAULTY = "KẾ HOẠCH\nKỷ niệm 30 năm tái lập tỉnh (01/4/1992 - 01/4/2021)\n\nI. A\nII. B\nII. C\nCăn cứ Quyết định 12/QĐ-UBND ngày 31/02/2022;\n"


def test_the_same_bytes_in_every_run(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"kế hoạch {number}.txt").write_text(f"{FAULTY}\nsố {number}", encoding="utf-8")
    outputs = {
        subprocess.run(
            [sys.executable, "-c", EVERY_FORMAT, *FORMATS],
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    (output,) = outputs
    assert output.count(b"NT102") > 3 * len(FORMATS)


def test_no_format_but_lsp_holds_a_path_of_this_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    one = file("a.txt", related=(Related(Span(0, 3), "chỗ này"),))
    for report in (sarif, github, gitlab, junit):
        assert str(tmp_path) not in rendered(report, one)
