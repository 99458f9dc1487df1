"""Checking files, in one process or in several."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from vnplanlint import files
from vnplanlint.document.build import build_document
from vnplanlint.engine import check_document
from vnplanlint.errors import TemplateError
from vnplanlint.findings import SEVERITIES, Finding
from vnplanlint.light_typing import TYPE_CHECKING, NamedTuple
from vnplanlint.messages import Problem
from vnplanlint.planning import Task, books
from vnplanlint.readers.source import Source
from vnplanlint.reports import CheckedFile
from vnplanlint.rulebook import Card, CardError

if TYPE_CHECKING:
    from vnplanlint.suppression.baseline import Entry

_SERIAL_UP_TO = 50
"""Fewer files are checked sooner than other processes have started."""
_CHUNK = 40


class Result(NamedTuple):
    """What became of a task; ``found`` when a finding reaches its fail level.

    ``notes`` are worth saying and no failure; ``fixed`` has the code of each fix that was
    applied; ``output`` is what goes to standard output instead of a report; ``entries`` are
    those of the task's baseline for this file, written anew.
    """

    checked: CheckedFile | None
    problems: tuple[Problem, ...] = ()
    found: bool = False
    notes: tuple[Problem, ...] = ()
    fixed: tuple[str, ...] = ()
    output: bytes = b""
    entries: tuple[Entry, ...] = ()


def check_all(tasks: list[Task], jobs: int | None) -> Iterable[Result]:
    """What became of each task, in order; ``jobs`` processes, or as many as are worth it."""
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
    data = b""
    try:
        data = files.read_bytes(task.path)
        return _check_content(task, data)
    except Problem as error:
        problem = error
    except Exception as error:
        problem = _crash(task.name, error)
    return Result(None, (problem,), output=data if task.fix == "stdout" else b"")


def _check_content(task: Task, data: bytes) -> Result:
    problems: list[Problem] = []
    book = books.of(task.extend_rules, task.house_style)

    def on_crash(card: Card, error: Exception) -> None:
        problems.append(_crash(task.name, error, card))

    entries: dict[Source, tuple[Entry, ...]] = {}

    def findings_of(source: Source) -> tuple[Finding, ...]:
        found = check_document(
            build_document(source, book.facts), book, language=task.language, codes=task.codes, on_crash=on_crash
        )
        if task.baseline:
            found, entries[source] = _compared(task, source, found)
        return tuple(finding for finding in found if reaches(finding, task.min_severity))

    source = files.decoded(data, task.name)
    findings = findings_of(source)
    if task.fix:
        from vnplanlint.fixing.files import fix_file

        fixed = fix_file(task.path, data, source, findings, findings_of, task.level, task.fix)
        problems += fixed.problems
        result = _result(task, fixed.source, fixed.findings, problems, entries)
        return result._replace(notes=fixed.notes, fixed=fixed.codes, output=fixed.output)
    return _result(task, source, findings, problems, entries)


def _compared(task: Task, source: Source, found: list[Finding]) -> tuple[list[Finding], tuple[Entry, ...]]:
    """What the baseline of ``task`` does not know of ``found``, and what it should hold of this text."""
    from vnplanlint.suppression.baseline import entries

    pairs = list(zip(found, entries(found, source), strict=True))
    new = [finding for finding, entry in pairs if entry.fingerprint not in task.known]
    worth = (
        entry for finding, entry in pairs if entry.fingerprint in task.known or reaches(finding, task.min_severity)
    )
    return new, tuple(worth)


def _result(
    task: Task,
    source: Source,
    findings: tuple[Finding, ...],
    problems: list[Problem],
    entries: dict[Source, tuple[Entry, ...]],
) -> Result:
    return Result(
        CheckedFile(task.name, source if findings else None, findings),
        tuple(problems),
        any(reaches(finding, task.fail_level) for finding in findings),
        entries=entries.get(source, ()),
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
