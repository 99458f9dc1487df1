"""The recipes for hook and CI do what their pages say: they are read as YAML, and their commands are run."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from vnplanlint import cli
from vnplanlint.arguments import plain_check

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / name for name in ("README.md", "README.vi.md", "docs/hook-and-ci.md", "docs/hook-va-ci.md")]
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
HOOKS = {entry["id"] for entry in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
FAULTY = "Hội nghị sơ kết họp ngày 31/02/2026.\n"


def recipes() -> Iterator[Any]:
    for page in PAGES:
        blocks = re.findall(r"^```ya?ml\n(.*?)^```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
        for number, block in enumerate(blocks):
            yield pytest.param(block, id=f"{page.name}-{number}")


RECIPES = list(recipes())


def commands(node: object) -> Iterator[str]:
    """The lines that a recipe lets a shell run, and the entries of its hooks."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key in {"run", "entry"}:
                yield from str(value).splitlines()
            elif key in {"script", "before_script"}:
                yield from value
            else:
                yield from commands(value)
    elif isinstance(node, list):
        for item in node:
            yield from commands(item)


def calls(line: str) -> Iterator[list[str]]:
    """The arguments of each call of ours in a line of shell."""
    for part in re.split(r"&&|\|\|?|;|>", line):
        words = part.split()
        if words[:1] == ["vnplanlint"]:
            yield words[1:]


def is_understood(arguments: list[str]) -> bool:
    """Whether the command line takes these arguments."""
    if arguments[0] == "check":
        return plain_check(arguments) is not None
    command = cli._group("en").commands[arguments[0]]
    command.make_context(arguments[0], arguments[1:])
    return True


@pytest.mark.parametrize("block", RECIPES)
def test_a_recipe_calls_what_exists(block: str) -> None:
    recipe = yaml.safe_load(block)
    for line in commands(recipe):
        for arguments in calls(line):
            assert is_understood(arguments), line
    for repository in recipe.get("repos", []):
        hooks = repository["hooks"]
        assert {hook["id"] for hook in hooks} <= HOOKS
        for hook in hooks:
            assert is_understood(["check", *hook.get("args", []), "a.txt"])
            assert all(re.compile(hook[key]) for key in ("files", "exclude") if key in hook)


@pytest.mark.parametrize("block", RECIPES)
def test_a_recipe_names_this_version(block: str) -> None:
    named = re.findall(r"rev: v(\S+)", block) + re.findall(r"vnplanlint@v([\d.]+)", block)
    assert set(named) <= {VERSION}
    assert named or "repo: local" in block


def test_both_languages_have_the_same_recipes() -> None:
    by_page: dict[str, list[object]] = {}
    for recipe in RECIPES:
        by_page.setdefault(str(recipe.id).rpartition("-")[0], []).append(yaml.safe_load(recipe.values[0]))
    assert by_page["hook-and-ci.md"] == by_page["hook-va-ci.md"]
    assert len(by_page["hook-and-ci.md"]) >= 6


def the(marker: str, text: str) -> Any:
    """The one recipe for the file ``marker`` that holds ``text``."""
    page = (ROOT / "docs" / "hook-and-ci.md").read_text(encoding="utf-8")
    found = re.findall(rf"<!-- recipe: {re.escape(marker)} -->\n```yaml\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    (block,) = [block for block in found if text in block]
    return yaml.safe_load(block)


class Machine:
    """A checkout with one faulty plan, in which the shell lines of a recipe are run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "van-ban").mkdir()
        (folder / "van-ban" / "ke-hoach.txt").write_text(FAULTY, encoding="utf-8")
        program = folder / "bin" / "vnplanlint"
        program.parent.mkdir()
        program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m vnplanlint "$@"\n', "utf-8")
        program.chmod(0o755)
        self._path = str(program.parent) + os.pathsep + os.environ["PATH"]

    def run(self, *lines: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", "\n".join(lines)],
            cwd=self.folder,
            env={**os.environ, "PATH": self._path},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="the recipes are run by a shell")


def ours(recipe: object) -> list[str]:
    return [line for line in commands(recipe) if list(calls(line))]


def test_annotations_on_github_fail_the_job(machine: Machine) -> None:
    done = machine.run(*ours(the(".github/workflows/vnplanlint.yml", "--output-format github")))
    assert done.returncode == 1
    assert re.search(r"^::error file=van-ban/ke-hoach\.txt,line=1,.*NT101", done.stdout, re.MULTILINE)


def test_the_file_for_code_scanning_is_the_one_that_is_uploaded(machine: Machine) -> None:
    recipe = the(".github/workflows/vnplanlint.yml", "sarif")
    assert machine.run(*ours(recipe)).returncode == 1
    (uploaded,) = [step["with"]["sarif_file"] for step in recipe["jobs"]["check"]["steps"] if "if" in step]
    log = json.loads((machine.folder / uploaded).read_text(encoding="utf-8"))
    assert [result["ruleId"] for result in log["runs"][0]["results"]] == ["NT101"]


def test_gitlab_gets_both_reports_before_the_job_fails(machine: Machine) -> None:
    recipe = the(".gitlab-ci.yml", "codequality")["vnplanlint"]
    done = machine.run(*recipe["script"])
    assert done.returncode == 1
    assert "NT101" in done.stdout
    reports = recipe["artifacts"]["reports"]
    quality = json.loads((machine.folder / reports["codequality"]).read_text(encoding="utf-8"))
    assert [issue["check_name"] for issue in quality] == ["NT101"]
    assert "NT101" in ElementTree.tostring(ElementTree.parse(machine.folder / reports["junit"]).getroot(), "unicode")


def test_gitlab_stops_at_once_where_the_job_cannot_be_done(machine: Machine) -> None:
    (machine.folder / "vnplanlint.toml").write_text("selekt = []\n", encoding="utf-8")
    done = machine.run(*the(".gitlab-ci.yml", "codequality")["vnplanlint"]["script"])
    assert done.returncode != 0
    assert not (machine.folder / "junit.xml").exists()
    assert "selekt" in done.stderr


def test_gitlab_passes_where_nothing_is_found(machine: Machine) -> None:
    (machine.folder / "van-ban" / "ke-hoach.txt").write_text("Hội nghị họp ngày 28/02/2026.\n", encoding="utf-8")
    done = machine.run(*the(".gitlab-ci.yml", "codequality")["vnplanlint"]["script"])
    assert done.returncode == 0, done.stderr
