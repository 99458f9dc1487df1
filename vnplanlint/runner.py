"""Checking many files: which rules each gets, in one process or in several."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator

from vnplanlint import cache, files, patterns
from vnplanlint.config import Config, Configs, shown
from vnplanlint.document.build import build_document
from vnplanlint.engine import check_document
from vnplanlint.errors import TemplateError
from vnplanlint.findings import SEVERITIES, Finding
from vnplanlint.light_typing import NamedTuple, TextIO
from vnplanlint.messages import Problem, say
from vnplanlint.options import Request
from vnplanlint.readers.text import ReadError, decode
from vnplanlint.reports import CheckedFile, View, load, wants_colour
from vnplanlint.rulebook import Card, CardError, Language, RuleBook
from vnplanlint.rulebook import load as load_book
from vnplanlint.selection import chosen

CLEAN, FOUND, FAILED = 0, 1, 2
_SERIAL_UP_TO = 50
"""Fewer files are checked sooner than other processes have started."""
_CHUNK = 40


class Task(NamedTuple):
    """One file to check and how: all that another process needs to know."""

    path: str
    name: str
    codes: tuple[str, ...]
    language: Language
    min_severity: str
    fail_level: str
    extend_rules: tuple[str, ...]


class Result(NamedTuple):
    """What became of a task; ``failed`` when a finding reaches its fail level."""

    checked: CheckedFile | None
    problems: tuple[Problem, ...] = ()
    found: bool = False


class Books:
    """Rule books by the folders that extend them, each loaded once."""

    def __init__(self) -> None:
        self._books: dict[tuple[str, ...], RuleBook] = {}

    def of(self, extend_rules: tuple[str, ...]) -> RuleBook:
        """The built-in book with the cards of these folders.

        Raises ``Problem`` for a card that cannot be used.
        """
        book = self._books.get(extend_rules)
        if book is None:
            try:
                book = load_book(extend_rules)
            except CardError as error:
                raise Problem("card", detail=error) from error
            self._books[extend_rules] = book
        return book


_books = Books()


class Planner:
    """Turns paths into tasks, each with the configuration that holds for it."""

    def __init__(self, request: Request) -> None:
        if request.config and request.isolated:
            raise Problem("one-config")
        self._request = request
        self._configs = Configs(request.config, request.isolated)
        self._codes: dict[tuple[object, ...], tuple[str, ...]] = {}

    def language(self) -> Language:
        """The language of messages that belong to no file."""
        lang = self._request.lang
        if lang is None:
            try:
                lang = self._configs.of_folder(".").lang
            except Problem:
                lang = None
        return "en" if lang == "en" else "vi"

    def excluded(self, path: str, is_folder: bool) -> bool:
        """Whether the configuration that holds at ``path`` leaves it out."""
        try:
            config = self._configs.of_folder(os.path.dirname(path) or ".")
        except Problem:
            return False  # reported when the file's turn comes
        if not config.exclude:
            return False
        from vnplanlint.ignored import Patterns

        return bool(Patterns(config.folder, config.exclude).verdict(path, is_folder))

    def book(self, folder: str = ".") -> RuleBook:
        """The rule book that holds in ``folder``."""
        return _books.of(self._configs.of_folder(folder).extend_rules)

    def task(self, path: str) -> Task:
        """How to check ``path``.

        Raises ``Problem`` if its configuration is not usable or names unknown rules.
        """
        name = path
        if path == files.STDIN:
            name = self._request.stdin_filename or files.STDIN
        config = self._configs.of_folder(os.path.dirname(name) or ".")
        request = self._request
        return Task(
            path=path,
            name=name,
            codes=self._chosen(config, name),
            language="en" if (request.lang or config.lang) == "en" else "vi",
            min_severity=request.min_severity or config.min_severity or "style",
            fail_level=request.fail_level or config.fail_level or "warning",
            extend_rules=config.extend_rules,
        )

    def _chosen(self, config: Config, name: str) -> tuple[str, ...]:
        """The codes for a file: ``--select`` replaces the file's choice, ``--ignore`` adds to it."""
        request = self._request
        own = ignored_for(config, name)
        key = (config.path, own)
        if key not in self._codes:
            book = _books.of(config.extend_rules)
            select = config.select if request.select is None else request.select
            ignore = config.ignore if request.select is None else ()
            _require_known(book, config)
            self._codes[key] = chosen(book, select, (*ignore, *own, *(request.ignore or ())))
        return self._codes[key]


def ignored_for(config: Config, name: str) -> tuple[str, ...]:
    """The codes that ``per-file-ignores`` switches off for one file."""
    if not config.per_file_ignores:
        return ()
    from vnplanlint.ignored import Patterns

    return tuple(
        code
        for pattern, codes in config.per_file_ignores
        if Patterns(config.folder, [pattern]).match(name)
        for code in codes
    )


def _require_known(book: RuleBook, config: Config) -> None:
    everywhere = (*(config.select or ()), *config.ignore)
    in_some = tuple(code for _, codes in config.per_file_ignores for code in codes)
    try:
        chosen(book, (*everywhere, *in_some))
    except Problem as problem:
        raise Problem("config-code", name=shown(config.path), **problem.values) from problem


def check(request: Request, out: TextIO, err: TextIO) -> int:
    """Do what a ``check`` call asks for and return its exit status."""
    cache.enabled = not request.no_cache
    return _Run(request, out, err).run()


class _Run:
    def __init__(self, request: Request, out: TextIO, err: TextIO) -> None:
        self._request = request
        self._out = out
        self._err = err
        self._language: Language = request.lang if request.lang in ("vi", "en") else "vi"  # type: ignore[assignment]
        self._told: set[str] = set()
        self._found = False
        self._checked = self._shown = 0

    def run(self) -> int:
        try:
            planner = Planner(self._request)
            self._language = planner.language()
            if self._request.select or self._request.ignore:
                chosen(planner.book(), self._request.select, self._request.ignore or ())
        except Problem as usage:
            self._tell(usage)
            return FAILED
        paths, problems = files.collect(self._request.paths or (".",), planner.excluded)
        for problem in problems:
            self._tell(problem)
        tasks = list(self._tasks(paths, planner))
        try:
            self._report(self._watched(_results(tasks, self._request.jobs)))
        except BrokenPipeError:
            _silence(self._out)
        patterns.save()
        if self._told:
            return FAILED
        return FOUND if self._found else CLEAN

    def _tasks(self, paths: list[str], planner: Planner) -> Iterator[Task]:
        for path in paths:
            try:
                yield planner.task(path)
            except Problem as problem:
                self._tell(problem)

    def _watched(self, results: Iterable[Result]) -> Iterator[CheckedFile]:
        for result in results:
            for problem in result.problems:
                self._tell(problem)
            self._found = self._found or result.found
            if result.checked is not None:
                self._checked += 1
                self._shown += len(result.checked.findings)
                yield result.checked

    def _report(self, checked: Iterable[CheckedFile]) -> None:
        report = load(self._request.output_format)
        layout = getattr(report, "layout", None)
        if layout is not None and wants_colour(self._out):
            from vnplanlint.reports.terminal import Terminal

            terminal = Terminal(self._out)
            terminal.write(layout(checked, View(self._language, terminal.width, links=True)))
        else:
            for piece in report.render(checked, View(self._language)):
                self._out.write(piece)
        self._out.flush()
        if layout is not None and self._checked and not self._shown and not self._told:
            self._say("clean", files=self._checked, file_word="file" if self._checked == 1 else "files")

    def _tell(self, problem: Problem) -> None:
        text = problem.text(self._language)
        if text not in self._told:
            self._told.add(text)
            self._err.write(f"vnplanlint: {text}\n")
            trace = problem.values.get("trace")
            if trace:
                self._err.write(f"{trace}")

    def _say(self, key: str, **values: object) -> None:
        self._err.write(say(key, self._language, **values) + "\n")


def _results(tasks: list[Task], jobs: int | None) -> Iterable[Result]:
    processes = jobs or (min(os.cpu_count() or 1, 8) if len(tasks) > _SERIAL_UP_TO else 1)
    if processes < 2 or len(tasks) < 2 or any(task.path == files.STDIN for task in tasks):
        return map(check_file, tasks)
    return _in_processes(tasks, processes)


def _in_processes(tasks: list[Task], processes: int) -> Iterator[Result]:
    """The same results in the same order, from several processes."""
    from concurrent.futures import ProcessPoolExecutor

    chunk = max(1, min(_CHUNK, -(-len(tasks) // processes)))
    chunks = [tasks[start : start + chunk] for start in range(0, len(tasks), chunk)]
    with ProcessPoolExecutor(min(processes, len(chunks))) as pool:
        for results in pool.map(_check_chunk, chunks):
            yield from results


def _check_chunk(tasks: list[Task]) -> list[Result]:
    return [check_file(task) for task in tasks]


def check_file(task: Task) -> Result:
    """Read and check one file; whatever goes wrong is a problem of this file only."""
    problems: list[Problem] = []

    def on_crash(card: Card, error: Exception) -> None:
        problems.append(_crash(task.name, error, card))

    try:
        source = decode(files.read_bytes(task.path), task.name)
        book = _books.of(task.extend_rules)
        findings = check_document(
            build_document(source, book.facts), book, language=task.language, codes=task.codes, on_crash=on_crash
        )
    except Problem as problem:
        return Result(None, (problem,))
    except ReadError as error:
        return Result(None, (Problem(error.reason, name=task.name),))
    except Exception as error:
        return Result(None, (_crash(task.name, error),))
    shown_findings = tuple(finding for finding in findings if reaches(finding, task.min_severity))
    return Result(
        CheckedFile(task.name, source if shown_findings else None, shown_findings),
        tuple(problems),
        any(reaches(finding, task.fail_level) for finding in shown_findings),
    )


def reaches(finding: Finding, level: str) -> bool:
    """Whether the finding is as severe as ``level`` or more."""
    severities: tuple[str, ...] = SEVERITIES
    return severities.index(finding.severity) <= severities.index(level)


def _crash(name: str, error: Exception, card: Card | None = None) -> Problem:
    trace = ""
    if os.environ.get("VNPLANLINT_DEBUG"):
        import traceback

        trace = "".join(traceback.format_exception(error))
    if isinstance(error, TemplateError) and card is not None:
        return Problem("card-value", name=card.name, code=card.code, detail=error, trace=trace)
    if isinstance(error, CardError) and card is not None:
        return Problem("card-check", name=card.name, code=card.code, check=card.module, trace=trace)
    detail = f"{type(error).__name__}: {error}"
    if card is None:
        return Problem("internal", name=name, detail=detail, trace=trace)
    return Problem("internal-rule", name=name, code=card.code, detail=detail, trace=trace)


def _silence(out: TextIO) -> None:
    """Let nothing more be written to a pipe that its reader has closed."""
    if out is sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())


