"""What an editor can have done by name: explain a rule, show what was understood, check the workspace."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable

from pygls.exceptions import JsonRpcInvalidParams
from pygls.uris import to_fs_path

from vnplanlint import files
from vnplanlint.document.build import build_document
from vnplanlint.document.model import Document
from vnplanlint.lsp.progress import progress
from vnplanlint.lsp.remedies import IGNORE_RULE, ignoring_for
from vnplanlint.lsp.server import PlanServer
from vnplanlint.lsp.unopened import read
from vnplanlint.messages import Problem, say
from vnplanlint.reports import View, explanation, extraction, plain
from vnplanlint.selection import find, unknown


def explain(ls: PlanServer, *arguments: object) -> str:
    """The page of a rule in Markdown."""
    (code,) = _texts(arguments, 1)
    language = ls.terms.language()
    books = ls.terms.books()
    cards = next(filter(None, (find(book, code) for book in books)), None)
    if cards is None:
        raise JsonRpcInvalidParams(unknown(books[0], code).text(language))
    return "".join(explanation.markdown(cards, View(language)))


async def extract(ls: PlanServer, *arguments: object) -> str:
    """What was understood of a document, open or not."""
    (uri,) = _texts(arguments, 1)
    understood = await ls.understood(uri)
    language = ls.terms.language(uri)
    document = understood.document if understood is not None else _read(ls, uri)
    return "".join(map(plain, extraction.layout(document, View(language))))


def _read(ls: PlanServer, uri: str) -> Document:
    path = to_fs_path(uri)
    if path is None:
        raise JsonRpcInvalidParams("no such document is open")
    try:
        return build_document(read(path), ls.terms.of(uri).book.facts)
    except Problem as problem:
        raise JsonRpcInvalidParams(problem.text(ls.terms.language())) from problem


async def check_workspace(ls: PlanServer, *_: object) -> dict[str, int]:
    """Check every file of the workspace that is not open, and tell what is found in it.

    The answer counts the files, the findings, and the files that could not be read.
    """
    language = ls.terms.language()
    counts = {"files": 0, "findings": 0, "unreadable": 0}
    loop = asyncio.get_running_loop()
    async with progress(ls, say("checking-workspace", language)) as report:
        paths, problems = await loop.run_in_executor(ls.walker, files.collect, ls.folders, ls.terms.excluded)
        counts["unreadable"] = len([problem for problem in problems if problem.key != "no-files"])
        for number, path in enumerate(paths):
            report(number, len(paths), os.path.basename(path))
            await _check_file(ls, path, counts)
    for gone in ls.told.keys() - set(paths):
        ls.take_back(gone)
    return counts


async def _check_file(ls: PlanServer, path: str, counts: dict[str, int]) -> None:
    open_one = ls.opened_as(path)
    if open_one is not None:
        understood = await ls.understood(open_one)
        counts["findings"] += len(understood.findings) if understood is not None else 0
        counts["files"] += 1
        return
    try:
        number = await ls.tell_of(path)
    except Problem as problem:
        ls.log(problem.text("en"))
        counts["unreadable"] += 1
        return
    if number is not None:
        counts["files"] += 1
        counts["findings"] += number


def ignore_rule(ls: PlanServer, *arguments: object) -> None:
    """Begin a configuration that leaves a rule out, for a client that cannot make files itself."""
    uri, code = _texts(arguments, 2)
    path = to_fs_path(uri)
    insertion = (
        ignoring_for(ls, path, code)
        if path is not None and any(code in book.cards for book in ls.terms.books())
        else None
    )
    if insertion is None or insertion.old is not None:
        raise JsonRpcInvalidParams("there is a configuration already")
    try:
        with open(insertion.path, "x", encoding="utf-8") as file:
            file.write(insertion.new)
    except OSError as error:
        raise JsonRpcInvalidParams(files.unwritable(insertion.path, error).text(ls.terms.language())) from error
    ls.configuration_changed()


def _texts(arguments: tuple[object, ...], number: int) -> list[str]:
    texts = [argument for argument in arguments if isinstance(argument, str)]
    if len(arguments) != number or len(texts) != number:
        raise JsonRpcInvalidParams(f"expected {number} strings")
    return texts


COMMANDS: dict[str, Callable[..., object]] = {
    "vnplanlint.explain": explain,
    "vnplanlint.extract": extract,
    "vnplanlint.checkWorkspace": check_workspace,
    IGNORE_RULE: ignore_rule,
}
