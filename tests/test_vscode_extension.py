"""The VS Code extension says of the tool what is so: its settings, commands, names and texts."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from vnplanlint.lsp.actions import FIX_ALL
from vnplanlint.lsp.commands import COMMANDS
from vnplanlint.lsp.settings import SECTION, Settings, read_settings
from vnplanlint.options import CHECK, LANG

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "editors" / "vscode"
MANIFEST = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))
PROPERTIES = MANIFEST["contributes"]["configuration"]["properties"]
README = (FOLDER / "README.md").read_text(encoding="utf-8")
SOURCES = {path.name: path.read_text(encoding="utf-8") for path in sorted((FOLDER / "src").glob("*.ts"))}
SOURCE = "\n".join(SOURCES.values())

LOCAL = {"path", "interpreter", "installFrom", "trace.server"}
"""Settings of the extension itself; the server does not see them."""
CHOICES = {option.key: option.choices for option in (LANG, *CHECK)}


def names_in(pattern: str, text: str) -> set[str]:
    return set(re.findall(pattern, text))


def server_settings() -> set[str]:
    listed = re.search(r"SERVER_SETTINGS = \[(.+?)\]", SOURCES["settings.ts"], re.S)
    assert listed
    return names_in(r'"(\w+)"', listed.group(1))


def nls(language: str = "") -> dict[str, str]:
    texts = json.loads((FOLDER / f"package.nls{language}.json").read_text(encoding="utf-8"))
    assert isinstance(texts, dict)
    return texts


def test_extension_tool_and_lock_file_have_one_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lock = json.loads((FOLDER / "package-lock.json").read_text(encoding="utf-8"))
    assert MANIFEST["version"] == project["project"]["version"]
    assert lock["version"] == lock["packages"][""]["version"] == MANIFEST["version"]


def test_packages_come_from_the_public_registry() -> None:
    lock = json.loads((FOLDER / "package-lock.json").read_text(encoding="utf-8"))
    addresses = {package.get("resolved", "") for package in lock["packages"].values()}
    assert {address for address in addresses if not address.startswith("https://registry.npmjs.org/")} <= {""}


def test_every_setting_of_the_server_is_offered() -> None:
    assert {name.removeprefix(f"{SECTION}.") for name in PROPERTIES} == server_settings() | LOCAL
    fields = {re.sub(r"[A-Z]", lambda letter: "_" + letter[0].lower(), name) for name in server_settings()}
    assert fields == set(Settings._fields)


@pytest.mark.parametrize("name", sorted(server_settings()))
def test_a_setting_that_is_set_reaches_the_server_and_its_default_sets_nothing(name: str) -> None:
    declared = PROPERTIES[f"{SECTION}.{name}"]
    sample = {"boolean": False, "array": ["NT102"], "string": "vnplanlint.toml"}
    value = declared["enum"][-1] if "enum" in declared else sample[declared["type"]]
    assert read_settings({name: value}) != Settings()
    assert read_settings({name: declared["default"]}) == Settings()


def test_settings_offer_the_choices_of_the_command_line() -> None:
    assert PROPERTIES["vnplanlint.lang"]["enum"] == [None, *CHOICES["lang"]]
    assert PROPERTIES["vnplanlint.minSeverity"]["enum"] == [None, *CHOICES["min_severity"]]


def test_paths_of_a_folder_that_is_not_trusted_are_ignored() -> None:
    restricted = MANIFEST["capabilities"]["untrustedWorkspaces"]["restrictedConfigurations"]
    named = {f"{SECTION}.{name}" for name in ("path", "interpreter", "installFrom", "configPath")}
    assert set(restricted) == named <= set(PROPERTIES)


def test_commands_are_there_and_none_is_the_servers() -> None:
    """The client makes commands of the server's own: a second one of that name ends its start."""
    offered = {command["command"] for command in MANIFEST["contributes"]["commands"]}
    made = names_in(r'"(vnplanlint\.\w+)": ', SOURCES["commands.ts"])
    called = names_in(r'(?:executeCommand\(|command: )"(vnplanlint\.\w+)"', SOURCE)
    assert made == offered
    assert called <= offered
    assert not (offered | {"vnplanlint.menu"}) & set(COMMANDS)


def test_what_the_server_is_asked_it_answers() -> None:
    asked = names_in(r'\bask(?:<\w+>)?\(\s*"([\w.]+)"', SOURCE)
    assert asked == {"vnplanlint.explain", "vnplanlint.extract", "vnplanlint.checkWorkspace"}
    assert asked <= set(COMMANDS)


def test_the_manifest_has_its_texts_in_both_languages() -> None:
    used = names_in(r'"%([\w.]+)%"', (FOLDER / "package.json").read_text(encoding="utf-8"))
    english, vietnamese = nls(), nls(".vi")
    assert used == set(english) == set(vietnamese)
    assert [key for key in english if english[key] == vietnamese[key]] == []


def test_messages_have_their_vietnamese() -> None:
    texts = json.loads((FOLDER / "src" / "texts.vi.json").read_text(encoding="utf-8"))
    said = names_in(r'\bt\(\s*"([^"]+)"', SOURCE)
    assert said == set(texts)
    for english, vietnamese in texts.items():
        assert sorted(re.findall(r"\{\d\}|\$\([\w-]+\)", english)) == sorted(
            re.findall(r"\{\d\}|\$\([\w-]+\)", vietnamese)
        )
        assert english != vietnamese


def test_the_readme_names_what_is_there() -> None:
    assert names_in(r"`(vnplanlint\.[\w.]+)`", README) - {"vnplanlint.toml"} == set(PROPERTIES)
    assert FIX_ALL in README
    vietnamese, english = nls(".vi"), nls()
    for command in MANIFEST["contributes"]["commands"]:
        key = command["title"].strip("%")
        assert vietnamese[key] in README, key
        assert english[key] in " ".join(README.split()), key


def test_the_package_holds_what_it_needs_and_nothing_else() -> None:
    lines = (FOLDER / ".vscodeignore").read_text(encoding="utf-8").split()
    packed = {line.removeprefix("!") for line in lines if line.startswith("!")}
    assert lines[0] == "**"
    assert MANIFEST["main"].removeprefix("./") in packed
    assert MANIFEST["icon"] in packed
    assert {name for name in packed if not name.startswith("dist/")} <= {path.name for path in FOLDER.iterdir()}
