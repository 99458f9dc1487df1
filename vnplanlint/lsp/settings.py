"""What holds for a document: the settings of the editor, and the configuration files above it."""

from __future__ import annotations

import os
from collections.abc import Mapping

from pygls.uris import to_fs_path

from vnplanlint.findings import SEVERITIES
from vnplanlint.light_typing import NamedTuple
from vnplanlint.messages import Problem
from vnplanlint.options import Request
from vnplanlint.planning import Planner, Task
from vnplanlint.rulebook import Language

SECTION = "vnplanlint"


class Settings(NamedTuple):
    """The editor's settings; None where configuration files or defaults decide."""

    enable: bool = True
    lang: Language | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    min_severity: str | None = None
    config_path: str | None = None


def read_settings(values: object) -> Settings:
    """The settings in what the editor sent; what is missing, empty or of another type is not set."""
    given = values if isinstance(values, Mapping) else {}
    own = given.get(SECTION)
    if isinstance(own, Mapping):
        given = own
    lang, severity, config = given.get("lang"), given.get("minSeverity"), given.get("configPath")
    return Settings(
        enable=given.get("enable") is not False,
        lang=lang if lang in ("vi", "en") else None,
        select=_codes(given.get("select")),
        ignore=_codes(given.get("ignore")),
        min_severity=severity if severity in SEVERITIES else None,
        config_path=config if isinstance(config, str) and config else None,
    )


def _codes(value: object) -> tuple[str, ...] | None:
    if isinstance(value, str):
        value = value.split(",")
    if not isinstance(value, list):
        return None
    return tuple(code.strip() for code in value if isinstance(code, str) and code.strip()) or None


def _planner(settings: Settings, config: str | None, *, isolated: bool = False) -> Planner:
    return Planner(
        Request(
            lang=settings.lang,
            select=settings.select,
            ignore=settings.ignore,
            min_severity=settings.min_severity,
            config=config,
            isolated=isolated,
        )
    )


class Rules:
    """Which rules hold where, by the settings and the configuration files as they are now."""

    def __init__(self, settings: Settings, root: str | None, language: Language) -> None:
        """Take the editor's settings and the workspace's folder.  Raises ``Problem`` if they are not usable."""
        config = settings.config_path
        if config and root:
            config = os.path.join(root, os.path.expanduser(config))
        self.settings = settings
        self._root = root
        self._language = language
        self._in_files = _planner(settings, config)
        has_place = config is not None or root is not None
        self._unsaved = self._in_files if has_place else _planner(settings, None, isolated=True)

    def task(self, uri: str) -> Task | None:
        """How to check a document, None where settings or configuration leave it out.

        Raises ``Problem`` if the configuration that holds for it is not usable.
        """
        if not self.settings.enable:
            return None
        path = to_fs_path(uri)
        if path is None:
            name = uri.rpartition("/")[2].rpartition(":")[2] or "untitled"
            return self._unsaved.task(os.path.join(self._root or os.sep, name))
        if self._excluded(path):
            return None
        return self._in_files.task(path)

    def language(self, uri: str) -> Language:
        """The language of what the server says of a document."""
        try:
            task = self.task(uri)
        except Problem:
            task = None
        return task.language if task else self.settings.lang or self._language

    def _excluded(self, path: str) -> bool:
        """Whether configuration leaves out the file or a folder that it is in."""
        if self._in_files.excluded(path, False):
            return True
        folder = os.path.dirname(path)
        while folder != os.path.dirname(folder):
            if self._in_files.excluded(folder, True):
                return True
            folder = os.path.dirname(folder)
        return False
