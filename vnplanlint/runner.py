"""The command ``check``: plan, check, report, and the exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator

from vnplanlint import cache, files, patterns
from vnplanlint.checking import Result, check_all
from vnplanlint.findings import Level, automatic_fix
from vnplanlint.light_typing import TYPE_CHECKING, TextIO
from vnplanlint.messages import Problem, say
from vnplanlint.options import Request
from vnplanlint.planning import Planner, Task, books
from vnplanlint.reports import CheckedFile, View, load, wants_colour
from vnplanlint.rulebook import Card, Language
from vnplanlint.selection import chosen

if TYPE_CHECKING:
    from vnplanlint.suppression.ledger import Ledger

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
        self._tasks: list[Task] = []
        self._tally = _Tally(request)
        self._ledgers: dict[str, Ledger] = {}

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
        tasks = self._tasks = list(self._plan(paths, planner))
        self._open_ledgers(planner)
        checked = self._watched(check_all(tasks, self._request.jobs))
        try:
            if self._request.diff:
                self._drain(checked)
            else:
                # The fixed text of standard input takes the place of the report.
                self._report(checked, self._err if any(task.fix == "stdout" for task in tasks) else self._out)
            for key, values in self._tally.lines():
                self._say(key, **values)
        except BrokenPipeError:
            _silence(self._out)
            if self._request.fix or self._request.write_baseline:
                self._drain(checked)
        self._close_ledgers()
        patterns.save()
        if self._told:
            return FAILED
        return FOUND if self._found else CLEAN

    def _plan(self, paths: list[str], planner: Planner) -> Iterator[Task]:
        for path in paths:
            try:
                yield planner.task(path)
            except Problem as problem:
                self._tell(problem)

    def _watched(self, results: Iterable[Result]) -> Iterator[CheckedFile]:
        for result, task in zip(results, self._tasks, strict=True):
            for problem in result.problems:
                self._tell(problem)
            if task.baseline:
                result = self._entered(task, result)
            for note in result.notes:
                self._err.write(f"vnplanlint: {note.text(self._language)}\n")
            if result.output:
                self._put(result.output)
            self._tally.add(result)
            self._found = self._found or (bool(result.fixed) if self._request.diff else result.found)
            if result.checked is not None:
                self._checked += 1
                self._shown += len(result.checked.findings)
                yield result.checked

    def _open_ledgers(self, planner: Planner) -> None:
        for baseline in planner.baselines():
            from vnplanlint.suppression.ledger import Ledger

            self._ledgers[baseline.path] = Ledger(baseline)

    def _entered(self, task: Task, result: Result) -> Result:
        """The result, entered into the ledger of its baseline; what is written there is not reported."""
        if result.checked is None or result.problems:
            return result
        self._ledgers[task.baseline].add(task.name, result.entries, task.codes)
        if self._request.write_baseline:
            return result._replace(checked=CheckedFile(task.name, None, ()), found=False)
        return result

    def _close_ledgers(self) -> None:
        """Write the baselines if asked to, else say what they held back and what is stale in them."""
        for ledger in self._ledgers.values():
            if self._request.write_baseline:
                try:
                    self._say("baseline-written", **ledger.write())
                except Problem as problem:
                    self._tell(problem)
                continue
            if ledger.hidden and self._request.output_format == "full":
                self._say("baseline-hidden", name=ledger.name, number=ledger.hidden)
            if stale := ledger.stale():
                self._say("baseline-stale", name=ledger.name, number=stale)

    def _drain(self, checked: Iterable[CheckedFile]) -> None:
        """Let every file be done without a report."""
        for _ in checked:
            pass

    def _put(self, output: bytes) -> None:
        """Write to standard output what comes instead of a report."""
        if self._request.diff and wants_colour(self._out):
            from vnplanlint.reports import difference
            from vnplanlint.reports.terminal import Terminal

            Terminal(self._out).write(difference.layout(output.decode()))
            return
        self._out.flush()
        binary = getattr(self._out, "buffer", None)
        if binary is None:
            self._out.write(output.decode("utf-8", "replace"))
        else:
            binary.write(output)
            binary.flush()

    def _report(self, checked: Iterable[CheckedFile], out: TextIO) -> None:
        report = load(self._request.output_format)
        layout = getattr(report, "layout", None)
        if layout is not None and wants_colour(out):
            from vnplanlint.reports.terminal import Terminal

            terminal = Terminal(out)
            terminal.write(layout(checked, View(self._language, terminal.width, links=True)))
        else:
            for piece in report.render(checked, View(self._language, cards=self._cards)):
                out.write(piece)
        out.flush()
        known = self._request.write_baseline or any(ledger.hidden for ledger in self._ledgers.values())
        if layout is not None and self._checked and not self._shown and not self._told and not known:
            self._say("clean", files=self._checked, file_word="file" if self._checked == 1 else "files")

    def _cards(self) -> dict[str, Card]:
        """The rules of all the books that were used."""
        cards: dict[str, Card] = {}
        for folders in dict.fromkeys(task.extend_rules for task in self._tasks):
            cards |= books.of(folders).cards
        return cards

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


class _Tally:
    """How much was fixed, and how much more could be."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._level: Level = "unsafe" if request.unsafe_fixes else "safe"
        self._applied: dict[str, int] = {}
        self._left = self._more = 0

    def add(self, result: Result) -> None:
        """Count what was fixed in one file, and what still may be: as asked for, or with the unsafe fixes too."""
        for code in result.fixed:
            self._applied[code] = self._applied.get(code, 0) + 1
        for finding in result.checked.findings if result.checked else ():
            if finding.fixes:
                self._left += automatic_fix(finding, self._level) is not None
                self._more += automatic_fix(finding, "unsafe") is not None

    def lines(self) -> Iterator[tuple[str, dict[str, object]]]:
        """What to say of it: names of messages and their values."""
        request, more = self._request, self._more - self._left
        if self._applied:
            codes = ", ".join(f"{code}: {count}" for code, count in sorted(self._applied.items()))
            yield "fixes-due" if request.diff else "fixes-done", {"number": sum(self._applied.values()), "codes": codes}
        elif request.diff:
            yield "no-fixes", {}
        if request.fix or request.diff:
            if more:
                yield "more-fixes", {"number": more}
        elif request.output_format == "full" and self._more:
            key = "fixable-more" if self._left and more else "fixable" if self._left else "fixable-unsafe"
            yield key, {"number": self._left, "more": more}


def _silence(out: TextIO) -> None:
    """Let nothing more be written to a pipe that its reader has closed."""
    if out is sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
