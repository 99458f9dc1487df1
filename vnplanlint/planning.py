"""From what the user asks and configures to tasks: which rules each file gets."""

from __future__ import annotations

import marshal
import os

from vnplanlint import files
from vnplanlint.config import Config, Configs, shown
from vnplanlint.findings import Level
from vnplanlint.light_typing import TYPE_CHECKING, Literal, NamedTuple
from vnplanlint.messages import Problem
from vnplanlint.options import Request
from vnplanlint.rulebook import CardError, Language, RuleBook
from vnplanlint.rulebook import load as load_book
from vnplanlint.selection import chosen

if TYPE_CHECKING:
    from vnplanlint.ignored import Patterns
    from vnplanlint.suppression.baseline import Baseline


class Task(NamedTuple):
    """One file to check and how: all that another process needs to know."""

    path: str
    name: str
    codes: tuple[str, ...]
    language: Language
    min_severity: str
    fail_level: str
    extend_rules: tuple[str, ...]
    house_style: bytes = b""
    fix: Literal["", "file", "stdout", "diff"] = ""
    level: Level = "safe"
    baseline: str = ""
    known: frozenset[str] = frozenset()  # the fingerprints that the baseline has for this file


class Books:
    """Rule books by the folders and the house style that extend them, each loaded once."""

    def __init__(self) -> None:
        self._books: dict[tuple[tuple[str, ...], bytes], RuleBook] = {}

    def of(self, extend_rules: tuple[str, ...], house_style: bytes = b"") -> RuleBook:
        """The built-in book with the cards of these folders and the facts of this house style.

        Raises ``Problem`` for a card that cannot be used.
        """
        key = (extend_rules, house_style)
        book = self._books.get(key)
        if book is None:
            try:
                book = load_book(extend_rules, marshal.loads(house_style) if house_style else None)
            except CardError as error:
                raise Problem("card", detail=error) from error
            self._books[key] = book
        return book

    def forget(self) -> None:
        """Read every book again when it is asked for: cards may have changed."""
        self._books.clear()


books = Books()


class Planner:
    """Turns paths into tasks, each with the configuration that holds for it."""

    def __init__(self, request: Request) -> None:
        if request.config and request.isolated:
            raise Problem("one-config")
        if request.write_baseline and request.diff:
            raise Problem("baseline-diff")
        self._request = request
        self._configs = Configs(request.config, request.isolated)
        self._codes: dict[tuple[object, ...], tuple[str, ...]] = {}
        self._excludes: dict[str, Patterns] = {}
        self._baselines: dict[str, Baseline] = {}

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
        patterns = self._excludes.get(config.path)
        if patterns is None:
            from vnplanlint.ignored import Patterns

            patterns = self._excludes[config.path] = Patterns(config.folder, config.exclude)
        return bool(patterns.verdict(path, is_folder))

    def book(self, folder: str = ".") -> RuleBook:
        """The rule book that holds in ``folder``."""
        config = self._configs.of_folder(folder)
        return books.of(config.extend_rules, config.house_style)

    def task(self, path: str) -> Task:
        """How to check ``path``.

        Raises ``Problem`` if its configuration is not usable or names unknown rules.
        """
        name = path
        if path == files.STDIN:
            name = self._request.stdin_filename or files.STDIN
        config = self._configs.of_folder(os.path.dirname(name) or ".")
        request = self._request
        baseline = self._baseline(config, name)
        return Task(
            path=path,
            name=name,
            codes=self._chosen(config, name),
            language="en" if (request.lang or config.lang) == "en" else "vi",
            min_severity=request.min_severity or config.min_severity or "style",
            fail_level=request.fail_level or config.fail_level or "warning",
            extend_rules=config.extend_rules,
            house_style=config.house_style,
            fix="diff" if request.diff else ("stdout" if path == files.STDIN else "file") if request.fix else "",
            level="unsafe" if request.unsafe_fixes else "safe",
            baseline=baseline.path if baseline else "",
            known=baseline.known(name) if baseline else frozenset(),
        )

    def baselines(self) -> tuple[Baseline, ...]:
        """Those that the tasks so far name."""
        return tuple(self._baselines.values())

    def _baseline(self, config: Config, name: str) -> Baseline | None:
        """The baseline that holds for the file ``name``; text without a name has none."""
        request = self._request
        path = config.baseline if request.baseline is None else request.baseline
        if request.write_baseline and not path:
            raise Problem("no-baseline")
        if not path or name == files.STDIN:
            return None
        if path not in self._baselines:
            from vnplanlint.suppression.baseline import Baseline

            self._baselines[path] = Baseline.read(path, shown(path), may_be_missing=request.write_baseline)
        return self._baselines[path]

    def _chosen(self, config: Config, name: str) -> tuple[str, ...]:
        """The codes for a file: ``--select`` replaces the file's choice, ``--ignore`` adds to it."""
        request = self._request
        own = ignored_for(config, name)
        key = (config.path, own)
        if key not in self._codes:
            book = books.of(config.extend_rules)
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
