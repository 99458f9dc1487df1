"""The findings of a repository that are known and not to be reported again.

A baseline is a JSON file that people review: for each file, one line a finding, with its fingerprint, its code and
the words it marks.  The order depends on nothing but the entries, so a check of the same texts writes the same bytes.
"""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress

from vnplanlint.findings import Finding
from vnplanlint.fixing.writing import replace_content
from vnplanlint.light_typing import Any, NamedTuple
from vnplanlint.messages import Problem
from vnplanlint.readers.source import Source
from vnplanlint.suppression.fingerprints import fingerprints

_FORMAT = "vnplanlint-baseline"
_VERSION = 1
_LONGEST = 80
_LARGEST = 200_000_000
"""Half a million findings; what is larger, a device perhaps, would only fill the memory."""


class Entry(NamedTuple):
    """One known finding; ``text``, the beginning of the words it marks, is for those who read the file."""

    code: str
    text: str
    fingerprint: str


class Baseline:
    """What one baseline file knows; paths in it are relative to its folder."""

    def __init__(
        self, path: str, name: str, files: dict[str, tuple[Entry, ...]] | None = None, stored: bytes | None = None
    ) -> None:
        self.path = path
        self.name = name  # as its user calls it
        self.files = files or {}
        self._stored = stored
        self._folder = os.path.dirname(os.path.abspath(path))

    @classmethod
    def read(cls, path: str, name: str, *, may_be_missing: bool = False) -> Baseline:
        """The baseline in the file ``path``, which the user calls ``name``.

        Raises ``Problem`` if there is none, or if the file is anything else.
        """
        try:
            with open(path, "rb") as file:
                stored = file.read(_LARGEST + 1)
            if len(stored) > _LARGEST:
                raise Problem("baseline-foreign", name=name)
            data = json.loads(stored.decode("utf-8-sig"))
        except FileNotFoundError:
            if may_be_missing:
                return cls(path, name)
            raise Problem("baseline-missing", name=name) from None
        except OSError as error:
            raise Problem("unreadable", name=name, detail=error.strerror) from error
        except (ValueError, RecursionError) as error:
            is_ours = _FORMAT.encode() in stored
            raise Problem("baseline-broken" if is_ours else "baseline-foreign", name=name) from error
        return cls(path, name, _files(data, name), stored)

    def with_files(self, files: dict[str, tuple[Entry, ...]]) -> Baseline:
        """The same baseline with these entries instead."""
        return Baseline(self.path, self.name, files, self._stored)

    def write(self) -> None:
        """Put it into its file, whole or not at all.

        Raises ``Problem`` if that cannot be done, or if the file is no longer as it was read.
        """
        new = self.text().encode()
        try:
            if self._stored is None:
                _create(self.path, new)
            elif new != self._stored:
                replace_content(self.path, self._stored, new)
        except Problem as problem:
            raise Problem(problem.key, **{**problem.values, "name": self.name}) from problem

    def key(self, name: str) -> str:
        """How this baseline writes the path ``name``."""
        path = os.path.abspath(name)
        with suppress(ValueError):  # another drive
            path = os.path.relpath(path, self._folder)
        return unicodedata.normalize("NFC", path.replace(os.sep, "/"))

    def known(self, name: str) -> frozenset[str]:
        """The fingerprints of what is known in the file ``name``."""
        return frozenset(entry.fingerprint for entry in self.files.get(self.key(name), ()))

    def is_gone(self, key: str) -> bool:
        """Whether the file that the baseline writes as ``key`` is no more."""
        return not os.path.exists(os.path.join(self._folder, key))

    def text(self) -> str:
        """The content of its file."""
        lines = [f'{{\n  "{_FORMAT}": {_VERSION},\n  "files": {{']
        for number, key in enumerate(sorted(self.files)):
            rows = ",\n".join(f"      {_shown(entry)}" for entry in sorted(self.files[key]))
            lines.append(f"{',' * bool(number)}\n    {_json(key)}: [\n{rows}\n    ]")
        return "".join(lines) + "\n  }\n}\n"


def _create(path: str, content: bytes) -> None:
    try:
        with open(path, "xb") as file:
            file.write(content)
    except FileExistsError as error:
        raise Problem("changed", name=path) from error
    except OSError as error:
        raise Problem("unwritable", name=path, detail=error.strerror or type(error).__name__) from error


def new_findings(findings: Sequence[Finding], source: Source, known: Collection[str]) -> list[Finding]:
    """Those of ``findings`` that are not known."""
    if not known:
        return list(findings)
    marks = fingerprints(findings, source)
    return [finding for finding, mark in zip(findings, marks, strict=True) if mark not in known]


def entries(findings: Sequence[Finding], source: Source) -> list[Entry]:
    """An entry for each of ``findings``."""
    marks = fingerprints(findings, source)
    return [Entry(finding.code, _excerpt(finding, source), mark) for finding, mark in zip(findings, marks, strict=True)]


def _excerpt(finding: Finding, source: Source) -> str:
    words = unicodedata.normalize("NFC", " ".join(source.as_stored(finding.span).split()))
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


def _shown(entry: Entry) -> str:
    values = {"code": entry.code, "text": entry.text, "fingerprint": entry.fingerprint}
    return "{" + ", ".join(f"{_json(key)}: {_json(value)}" for key, value in values.items()) + "}"


def _json(text: str) -> str:
    shown = json.dumps(text, ensure_ascii=False)
    return shown if shown.isprintable() else json.dumps(text)


def _files(data: Any, name: str) -> dict[str, tuple[Entry, ...]]:
    """The entries by file in what was read.

    Raises ``Problem`` for anything that no baseline holds.
    """
    if not isinstance(data, dict) or _FORMAT not in data:
        raise Problem("baseline-foreign", name=name)
    if data[_FORMAT] != _VERSION:
        raise Problem("baseline-version", name=name, version=data[_FORMAT])
    files = data.get("files")
    if not isinstance(files, dict):
        raise Problem("baseline-broken", name=name)
    return {key: tuple(_entries(rows, name)) for key, rows in files.items()}


def _entries(rows: Any, name: str) -> Iterable[Entry]:
    for row in rows if isinstance(rows, list) else (None,):
        values: list[Any] = [row.get(field) for field in Entry._fields] if isinstance(row, dict) else []
        if len(values) != len(Entry._fields) or not all(isinstance(value, str) for value in values):
            raise Problem("baseline-broken", name=name)
        yield Entry(*values)
