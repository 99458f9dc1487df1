"""Configuration files: where they are, what they may say."""

from __future__ import annotations

import os
from collections.abc import Callable

from vnplanlint.findings import SEVERITIES
from vnplanlint.light_typing import Any, NamedTuple
from vnplanlint.messages import Problem, nearest

FILE_NAME = "vnplanlint.toml"
PYPROJECT = "pyproject.toml"


class Config(NamedTuple):
    """What one configuration file says; None where it says nothing."""

    path: str = ""
    folder: str = ""
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    min_severity: str | None = None
    fail_level: str | None = None
    lang: str | None = None
    exclude: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    extend_rules: tuple[str, ...] = ()
    baseline: str = ""  # in full
    house_style: bytes = b""  # rows for the facts tables, marshalled: hashable, and small to send


NOTHING = Config()


class Configs:
    """The configuration that holds for each folder, read once."""

    def __init__(self, explicit: str | None = None, isolated: bool = False) -> None:
        """Use ``explicit`` for everything, or nothing at all if ``isolated``."""
        self._explicit = explicit
        self._isolated = isolated
        self._by_folder: dict[str, Config | Problem] = {}

    def of_folder(self, folder: str) -> Config:
        """The configuration for files in ``folder``.

        Raises ``Problem`` if the file that holds is not usable.
        """
        if self._isolated:
            return NOTHING
        key = "" if self._explicit else os.path.abspath(folder)
        found = self._by_folder.get(key)
        if found is None:
            found = self._by_folder[key] = self._look(key)
        if isinstance(found, Problem):
            raise found
        return found

    def _look(self, folder: str) -> Config | Problem:
        try:
            if self._explicit:
                return _explicit(self._explicit)
            here = _in_folder(folder)
            if here is not None:
                return here
            above = os.path.dirname(folder)
            return NOTHING if above == folder else self.of_folder(above)
        except Problem as problem:
            return problem


def _explicit(path: str) -> Config:
    if not os.path.isfile(path):
        raise Problem("config-missing", name=path)
    table = _toml(path)
    if os.path.basename(path) == PYPROJECT:
        table = _own_table(table, path) or {}
    return parse(table, path)


def file_in(folder: str) -> str:
    """The configuration file in ``folder`` itself, sound or not; ``""`` if there is none.

    Raises ``Problem`` for a pyproject.toml that names the tool and is no TOML.
    """
    path = os.path.join(folder, FILE_NAME)
    if os.path.lexists(path):
        return path
    path = os.path.join(folder, PYPROJECT)
    if os.path.isfile(path) and _may_configure(path) and _own_table(_toml(path), path) is not None:
        return path
    return ""


def _in_folder(folder: str) -> Config | None:
    path = os.path.join(folder, FILE_NAME)
    if os.path.isfile(path):
        return parse(_toml(path), path)
    path = os.path.join(folder, PYPROJECT)
    if os.path.isfile(path) and _may_configure(path):
        table = _own_table(_toml(path), path)
        if table is not None:
            return parse(table, path)
    return None


def _own_table(pyproject: dict[str, Any], path: str) -> dict[str, Any] | None:
    """The table [tool.vnplanlint], None where there is none."""
    tools = pyproject.get("tool")
    table = tools.get("vnplanlint") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise Problem("config-type", name=shown(path), key="tool.vnplanlint", expected=("section", {}))
    return table


def _may_configure(path: str) -> bool:
    """Whether it is worth reading this pyproject.toml as TOML."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError:
        return False
    return b"tool.vnplanlint" in data or (b"[tool]" in data and b"vnplanlint" in data)


def _toml(path: str) -> dict[str, Any]:
    import tomllib

    try:
        with open(path, "rb") as file:
            return tomllib.load(file)
    except OSError as error:
        raise Problem("unreadable", name=shown(path), detail=error.strerror) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Problem("config-toml", name=shown(path), detail=error) from error


def shown(path: str) -> str:
    """``path`` as the user would write it: relative where it lies below the current folder."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive
        return path
    return path if relative.startswith("..") else relative


def parse(table: dict[str, Any], path: str) -> Config:
    """The configuration in ``table``, read from the file ``path``.

    Raises ``Problem`` for an unknown key or a value of the wrong type.
    """
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key == "house-style":
            values["house_style"] = _house_style(value, path)
            continue
        reader = _KEYS.get(key)
        if reader is None:
            raise Problem("config-key", name=shown(path), key=key, nearest=nearest(key, [*_KEYS, "house-style"]))
        try:
            values[key.replace("-", "_")] = reader(value)
        except _WrongTypeError as wrong:
            raise Problem("config-type", name=shown(path), key=key, expected=wrong.expected) from wrong
    folder = os.path.dirname(os.path.abspath(path))
    if "baseline" in values:
        values["baseline"] = os.path.normpath(os.path.join(folder, values["baseline"]))
    values["extend_rules"] = _rule_folders(values.get("extend_rules", ()), folder, path)
    return Config(path=path, folder=folder, **values)


def _house_style(section: object, path: str) -> bytes:
    import marshal

    from vnplanlint.house_style import ENTRIES, HouseStyleError, rows_of

    try:
        return marshal.dumps(rows_of(section))
    except HouseStyleError as error:
        if error.expected:
            expected: tuple[str, dict[str, object]] = (error.expected, {})
            raise Problem("config-type", name=shown(path), key=error.key, expected=expected) from error
        known = nearest(error.key, list(ENTRIES))
        raise Problem("config-key", name=shown(path), key=f"house-style.{error.key}", nearest=known) from error


def _rule_folders(names: tuple[str, ...], folder: str, path: str) -> tuple[str, ...]:
    folders = tuple(os.path.normpath(os.path.join(folder, name)) for name in names)
    for name, found in zip(names, folders, strict=True):
        if not os.path.isdir(found):
            raise Problem("config-folder", name=shown(path), folder=name)
    return folders


class _WrongTypeError(Exception):
    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.expected = (key, values)


def _one_of(choices: tuple[str, ...]) -> Callable[[object], str]:
    def read(value: object) -> str:
        if not isinstance(value, str) or value not in choices:
            raise _WrongTypeError("one-of", choices=", ".join(choices))
        return value

    return read


def _path(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise _WrongTypeError("text")
    return value


def _strings(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise _WrongTypeError("list")
    return tuple(value)


def _codes_by_pattern(value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not isinstance(value, dict):
        raise _WrongTypeError("table")
    try:
        return tuple((pattern, _strings(codes)) for pattern, codes in value.items())
    except _WrongTypeError:
        raise _WrongTypeError("table") from None


_KEYS: dict[str, Callable[[object], object]] = {
    "select": _strings,
    "ignore": _strings,
    "min-severity": _one_of(SEVERITIES),
    "fail-level": _one_of(SEVERITIES),
    "lang": _one_of(("vi", "en")),
    "exclude": _strings,
    "per-file-ignores": _codes_by_pattern,
    "extend-rules": _strings,
    "baseline": _path,
}
