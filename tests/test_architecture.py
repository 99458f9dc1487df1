"""Data flow one way: which package may import which, read from the source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import vnplanlint

SOURCE = Path(vnplanlint.__file__).parent

GROUND = {"spans", "patterns", "light_typing", "errors", "orthography"}
"""Small tools without knowledge of the domain: anyone may use them."""

MAY_IMPORT = {
    # the tools, which stand on nothing of ours
    "light_typing": set(),
    "errors": set(),
    "cache": set(),
    "patterns": {"cache"},
    "spans": {"light_typing"},
    "memory": {"light_typing"},
    "orthography": set(),
    "wordtables": {"light_typing", "orthography"},
    # what the world knows and what a finding is
    "facts": GROUND | {"wordtables"},
    "findings": GROUND,
    # bytes → Source → Document → Hit → Finding → output
    "readers": GROUND,
    "mentions": GROUND | {"facts"},
    "document": GROUND | {"facts", "memory", "mentions", "readers"},
    "segmentation": {"light_typing"},
    "checks": GROUND | {"facts", "findings", "mentions", "document", "segmentation", "wordtables", "suppression"},
    "cards": GROUND | {"findings", "facts"},
    "rulebook": GROUND | {"facts", "findings", "cards", "cache", "wordtables"},
    "selection": {"messages", "rulebook"},
    "suppression": GROUND | {"findings", "document", "readers", "rulebook", "selection", "messages", "fixing"},
    "engine": GROUND | {"findings", "document", "rulebook", "suppression"},
    "fixing": GROUND | {"findings", "readers", "messages"},
    "messages": {"rulebook"},
    "reports": GROUND | {"findings", "mentions", "document", "readers", "rulebook", "messages", "suppression"},
}
"""Everything a package may import of ours; whatever is not listed wires the rest together and is free."""

WIRING = {
    "", "__main__", "api", "arguments", "checking", "cli", "config", "describe", "files", "ignored", "options",
    "house_style", "lsp", "planning", "runner", "starting",
}  # fmt: skip
"""Nothing that carries data may import these."""

MODULES = sorted(SOURCE.rglob("*.py"))


def name_of(path: Path) -> str:
    """``"checks.dates.phases"``; the package itself is ``""``."""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(path: Path) -> Iterator[str]:
    """Every module that the file imports, at its top or inside a function."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: imports are written in full"
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names if node.module == "vnplanlint")


def packages_used(path: Path) -> set[str]:
    """The parts of ours that the file imports, without its own."""
    ours = (name.split(".") for name in imports_of(path) if name.split(".")[0] == "vnplanlint")
    return {parts[1] for parts in ours if len(parts) > 1} - {name_of(path).split(".")[0]}


def test_every_module_has_its_place() -> None:
    tops = {name_of(path).split(".")[0] for path in MODULES}
    assert tops == MAY_IMPORT.keys() | WIRING


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_imports_only_what_stands_before_it(path: Path) -> None:
    top = name_of(path).split(".")[0]
    if top in MAY_IMPORT:
        assert packages_used(path) <= MAY_IMPORT[top]


def test_no_family_of_rules_leans_on_another() -> None:
    families = {path.name for path in (SOURCE / "checks").iterdir() if path.is_dir() and path.name != "__pycache__"}
    for family in families:
        for path in (SOURCE / "checks" / family).glob("*.py"):
            used = {name.split(".")[2] for name in imports_of(path) if name.startswith("vnplanlint.checks.")}
            assert used <= {family, "general"}, path


def test_only_the_engine_opens_a_check_by_its_name() -> None:
    """Checks are found through their cards: nobody imports one."""
    for path in MODULES:
        if not name_of(path).startswith("checks"):
            assert not [name for name in imports_of(path) if name.startswith("vnplanlint.checks")], path


@pytest.mark.parametrize(
    ("library", "allowed"),
    [
        ("regex", {"patterns"}),
        ("typing", {"light_typing", "patterns", "reports.terminal", "__main__"}),
        ("click", {"cli"}),
        ("rich", {"reports.terminal"}),
    ],
)
def test_a_library_is_met_in_one_place(library: str, allowed: set[str]) -> None:
    users = {name_of(path) for path in MODULES if library in {name.split(".")[0] for name in imports_of(path)}}
    assert users <= allowed


def test_only_the_server_knows_its_protocol() -> None:
    for path in MODULES:
        if not name_of(path).startswith("lsp"):
            assert not {name.split(".")[0] for name in imports_of(path)} & {"pygls", "lsprotocol"}, path


def test_only_readers_and_wiring_touch_files() -> None:
    """Nobody downstream opens a file again."""
    for path in MODULES:
        if name_of(path).split(".")[0] in {"mentions", "document", "checks", "findings", "spans", "messages"}:
            assert not {"pathlib", "io", "os", "codecs"} & set(imports_of(path)), path
            calls = (
                node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
            )
            assert not [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "open"], path
