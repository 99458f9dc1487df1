"""Checking files, in one process or in several."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from vnplanlint import files
from vnplanlint.document.build import build_document
from vnplanlint.engine import check_document
from vnplanlint.errors import TemplateError
from vnplanlint.findings import SEVERITIES, Finding
from vnplanlint.light_typing import NamedTuple
from vnplanlint.messages import Problem
from vnplanlint.planning import Task, books
from vnplanlint.readers.text import ReadError, decode
from vnplanlint.reports import CheckedFile
from vnplanlint.rulebook import Card, CardError

_SERIAL_UP_TO = 50
"""Fewer files are checked sooner than other processes have started."""
_CHUNK = 40


class Result(NamedTuple):
    """What became of a task; ``found`` when a finding reaches its fail level."""

    checked: CheckedFile | None
    problems: tuple[Problem, ...] = ()
    found: bool = False


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
    problems: list[Problem] = []

    def on_crash(card: Card, error: Exception) -> None:
        problems.append(_crash(task.name, error, card))

    try:
        source = decode(files.read_bytes(task.path), task.name)
        book = books.of(task.extend_rules, task.house_style)
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
