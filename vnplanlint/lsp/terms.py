"""Which rules hold for which document: the editor's settings, and the configuration files above it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from pygls.uris import to_fs_path

from vnplanlint.config import FILE_NAME, PYPROJECT, file_in
from vnplanlint.files import SUFFIXES, is_left_out
from vnplanlint.light_typing import NamedTuple
from vnplanlint.lsp.settings import Settings
from vnplanlint.messages import Problem
from vnplanlint.options import Request
from vnplanlint.planning import Planner, Task, books
from vnplanlint.rulebook import Language, RuleBook


class Terms(NamedTuple):
    """How one document is checked; without a task it is left out and only read."""

    task: Task | None
    book: RuleBook


class AllTerms:
    """The terms of every document, by the settings and the configuration files as they are now.

    Where they cannot be used, that is told once, and what held before goes on.  Any file may then be the
    one that mends it: a baseline that was missing, a card that was broken.
    """

    def __init__(self, language: Language, tell: Callable[[Problem], None]) -> None:
        self.settings = Settings()
        self.default: Language = language
        self._tell = tell
        self._problems: set[str] = set()
        self._told: set[str] = set()
        self._root: str | None = None
        self._planners: dict[bool, Planner] = {}
        self._now: dict[str, Terms] = {}
        self._good: dict[str, Terms] = {}
        self._stamps: dict[str, tuple[int, int] | None] = {}

    def configure(self, settings: Settings, root: str | None) -> None:
        """Let these settings hold, with ``root`` as the folder of documents that have none."""
        self.settings, self._root = settings, root
        self.read_again()

    def read_again(self) -> None:
        """Forget what the configuration files and the folders of cards said."""
        books.forget()
        self._planners.clear()
        self._told, self._problems = self._problems, set()
        self._now.clear()
        self._stamps.clear()

    def of(self, uri: str) -> Terms:
        """How to check a document."""
        terms = self._now.get(uri)
        if terms is None:
            terms = self._now[uri] = self._worked_out(uri)
        return terms

    def are_stale(self) -> bool:
        """Whether a configuration file that was read is another one by now."""
        return bool(self._problems) or any(_stamp(path) != stamp for path, stamp in self._stamps.items())

    def _worked_out(self, uri: str) -> Terms:
        self._remember_files(uri)
        try:
            terms = self._from_files(uri)
        except Problem as problem:
            text = problem.text("en")
            if text not in self._problems | self._told:
                self._tell(problem)
            self._problems.add(text)
            return self._good.get(uri) or self._plain(uri)
        self._good[uri] = terms
        if terms.task is not None and terms.task.baseline:
            self._stamps.setdefault(terms.task.baseline, _stamp(terms.task.baseline))
        return terms

    def language(self, uri: str | None = None) -> Language:
        """The language of what is said of a document, or of none."""
        terms = self.of(uri or "untitled:")
        return terms.task.language if terms.task is not None else self.settings.lang or self.default

    def books(self) -> list[RuleBook]:
        """The rules that there are: for documents without a file, and wherever one was looked at."""
        return [self.of("untitled:").book, *(terms.book for terms in self._good.values())]

    def excluded(self, path: str, is_folder: bool) -> bool:
        """Whether configuration leaves out a path."""
        return self._planner(in_files=True).excluded(path, is_folder)

    def concerns(self, path: str) -> bool:
        """Whether the file decides how documents are checked: a configuration, a baseline, a card of one's own."""
        if os.path.basename(path) in (FILE_NAME, PYPROJECT) or path == self._config():
            return True
        if self._problems and not path.lower().endswith(SUFFIXES):
            return True
        tasks = [terms.task for terms in self._good.values() if terms.task is not None]
        if any(task.baseline and os.path.abspath(task.baseline) == path for task in tasks):
            return True
        folders = {folder for task in tasks for folder in task.extend_rules}
        return any(path.startswith(os.path.join(folder, "")) for folder in folders)

    def configuration(self, path: str) -> str | None:
        """The configuration file that holds for ``path``, None if there is none."""
        found = (file_in(folder) for folder in _above(path))
        return self._config() or next(filter(None, found), None)

    def _from_files(self, uri: str) -> Terms:
        path = to_fs_path(uri)
        if not self.settings.enable or (path is not None and is_left_out(path, self.excluded)):
            return Terms(None, books.of(()))
        return _terms(self._task(uri))

    def _remember_files(self, uri: str) -> None:
        """Every file that is, or would be, a configuration of the document."""
        config = self._config()
        path = to_fs_path(uri) or os.path.join(self._root or os.sep, "untitled")
        names = [os.path.join(folder, name) for folder in _above(path) for name in (FILE_NAME, PYPROJECT)]
        for name in [config] if config is not None else names:
            self._stamps.setdefault(name, _stamp(name))

    def _task(self, uri: str) -> Task:
        path = to_fs_path(uri)
        if path is not None:
            return self._planner(in_files=True).task(path)
        name = uri.rpartition("/")[2].rpartition(":")[2] or "untitled"
        has_place = self._root is not None or self._config() is not None
        return self._planner(in_files=has_place).task(os.path.join(self._root or os.sep, name))

    def _plain(self, uri: str) -> Terms:
        """Without the files, or where the settings name what there is not, without most of these too."""
        try:
            return _terms(self._planner(in_files=False).task(to_fs_path(uri) or uri))
        except Problem:
            return _terms(Planner(Request(lang=self.settings.lang, isolated=True)).task(uri))

    def _planner(self, *, in_files: bool) -> Planner:
        planner = self._planners.get(in_files)
        if planner is None:
            settings = self.settings
            request = Request(
                lang=settings.lang,
                select=settings.select,
                ignore=settings.ignore,
                min_severity=settings.min_severity,
                config=self._config() if in_files else None,
                isolated=not in_files,
            )
            planner = self._planners[in_files] = Planner(request)
        return planner

    def _config(self) -> str | None:
        config = self.settings.config_path
        return os.path.join(self._root or os.getcwd(), os.path.expanduser(config)) if config else None


def _above(path: str) -> Iterator[str]:
    """The folders that ``path`` is in, the nearest first."""
    above = os.path.dirname(path)
    while above != path:
        yield above
        path, above = above, os.path.dirname(above)


def _stamp(path: str) -> tuple[int, int] | None:
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size


def _terms(task: Task) -> Terms:
    return Terms(task, books.of(task.extend_rules, task.house_style))
