"""The command ``check``: plan, check, report, and the exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator

from vnplanlint import cache, files, patterns
from vnplanlint.checking import Result, check_all
from vnplanlint.light_typing import TextIO
from vnplanlint.messages import Problem, say
from vnplanlint.options import Request
from vnplanlint.planning import Planner, Task
from vnplanlint.reports import CheckedFile, View, load, wants_colour
from vnplanlint.rulebook import Language
from vnplanlint.selection import chosen

CLEAN, FOUND, FAILED = 0, 1, 2


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
        paths, problems = files.collect(
            self._request.paths or (".",), planner.excluded, even_named=self._request.force_exclude
        )
        for problem in problems:
            self._tell(problem)
        tasks = list(self._tasks(paths, planner))
        try:
            self._report(self._watched(check_all(tasks, self._request.jobs)))
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


def _silence(out: TextIO) -> None:
    """Let nothing more be written to a pipe that its reader has closed."""
    if out is sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
