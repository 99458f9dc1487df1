"""The entry for ``.pre-commit-config.yaml``, and its place in a file that people wrote by hand.

The file is edited as text: reading it as YAML and writing it again would lose its layout.
Only the usual shape is edited, a list of repositories in block style under the key ``repos``;
any other is left to its owner.
"""

from __future__ import annotations

import re

FILE_NAME = ".pre-commit-config.yaml"

FILES = r"(?i)\.(txt|text|md|markdown)$"
BESIDE = (
    r"(?i)(^|/)((readme|licen[cs]e|copying|changelog|contributing|code_of_conduct|security|authors)\."
    r"|requirements[^/]*\.txt$|cmakelists\.txt$)|^\.github/"
)
"""Which files are plans, and which stand beside the plans: as in ``.pre-commit-hooks.yaml``."""

_ENTRY = """\
# {about}
# - repo: {address}
#   rev: v{version}
#   hooks:
#     - id: vnplanlint
- repo: local
  hooks:
    - id: vnplanlint
      name: vnplanlint
      entry: vnplanlint check --force-exclude
      language: system
      files: {files}
      exclude: {beside}
      require_serial: true
"""
_ABOUT = (
    "Dùng vnplanlint đã cài trên máy. Nếu có kho git của vnplanlint, các dòng sau thay được và tự cài:",
    "Uses the vnplanlint that is installed. From a git repository of vnplanlint it would be installed by itself:",
)
_ADDRESS = ("<địa chỉ kho git>", "<git address>")

_KEY = re.compile(r"repos:\s*(?P<value>[^\s#].*?)?\s*(#.*)?$")
_ITEM = re.compile(r"(?P<indent> *)- +\S")
_KEEPS_BLANK_LINES = re.compile(r"[|>]\d?\+\d?\s*(#.*)?$")
_OWN_ID = re.compile(r"""^[^#]*?\bid:\s*["']?vnplanlint(-fix)?\b(?!-)""", re.MULTILINE)


class NotUnderstoodError(Exception):
    """The file has a shape that is not edited here."""


def entry(english: bool, version: str) -> str:
    """The lines of the entry, as an item of the list ``repos``."""
    return _ENTRY.format(about=_ABOUT[english], address=_ADDRESS[english], version=version, files=FILES, beside=BESIDE)


def is_there(text: str) -> bool:
    """Whether the file ``text`` already has a hook of ours."""
    return bool(_OWN_ID.search(text))


def added(text: str, lines: str) -> str:
    """The file ``text`` with the entry ``lines`` as its last repository; the rest as it was.

    Raises ``NotUnderstoodError`` for a file that is not of the usual shape.
    """
    rows = text.split("\n")
    return_ = "\r" if "\r\n" in text else ""
    unusual = any("\t" in _margin(row) or _KEEPS_BLANK_LINES.search(row) for row in rows)
    if unusual or "\r" in text.replace("\r\n", "\n"):
        raise NotUnderstoodError
    place, indent = _place(rows)
    if place == len(rows):
        rows[-1] = rows[-1].rstrip("\r") + return_
        rows.append("")
    new = [" " * indent + row + return_ for row in lines.splitlines()]
    return "\n".join([*rows[:place], *new, *rows[place:]])


def _place(rows: list[str]) -> tuple[int, int]:
    """The row before which the entry goes, and how far it is indented; the row of ``repos`` may be added or cleared."""
    keys = [number for number, row in enumerate(rows) if row.startswith(("repos:", '"repos"', "'repos'"))]
    if not keys and not any(_says_something(row) for row in rows):
        while rows and not rows[-1].strip():
            rows.pop()
        rows.append("repos:")
        return len(rows), 2
    if len(keys) != 1 or any(row.startswith(("...", "---", "%")) for row in rows[keys[0] :]):
        raise NotUnderstoodError
    return _behind_list(rows, keys[0])


def _behind_list(rows: list[str], key: int) -> tuple[int, int]:
    """The place behind the last item of the list that follows the row ``key``."""
    head = _KEY.match(rows[key])
    if head is None:
        raise NotUnderstoodError
    if head["value"] == "[]":
        rows[key] = re.sub(r" *\[\]", "", rows[key], count=1)
        return key + 1, 2
    first = next((row for row in rows[key + 1 :] if _says_something(row)), "")
    item = _ITEM.match(first)
    if head["value"] or item is None:
        raise NotUnderstoodError
    return _end_of(rows, key + 1, len(item["indent"])), len(item["indent"])


def _end_of(rows: list[str], start: int, indent: int) -> int:
    """Behind the last row of the list; what stands in its margin after that belongs to what follows."""
    end = start
    for number, row in enumerate(rows[start:], start):
        if not row.strip():
            continue
        column = len(_margin(row))
        if row.lstrip().startswith("#") and column <= indent:
            continue
        if column < indent or (column == indent and not row.lstrip().startswith("-")):
            break
        end = number + 1
    return end


def _margin(row: str) -> str:
    """The white space before the first sign of the row."""
    return row[: len(row) - len(row.lstrip())]


def _says_something(row: str) -> bool:
    return bool(row.strip()) and not row.lstrip().startswith("#") and row.rstrip() != "---"
