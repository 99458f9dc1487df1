"""The command ``init``: a configuration for a folder, and the hook if asked."""

from __future__ import annotations

import os
from collections.abc import Callable

from vnplanlint import config
from vnplanlint.files import unreadable, unwritable
from vnplanlint.fixing.writing import replace_content
from vnplanlint.light_typing import TextIO
from vnplanlint.messages import Problem, say
from vnplanlint.rulebook import Language
from vnplanlint.starting import configuration, hook

DONE, FAILED = 0, 2

_Tell = Callable[..., None]


def start(folder: str, language: Language, with_hook: bool, out: TextIO, err: TextIO) -> int:
    """Write what is not there yet and say so; what is there stays as it is.

    Raises ``Problem`` where there is nothing to do or it cannot be done.
    """
    _require_folder(folder)
    present = config.file_in(folder)
    if present and not with_hook:
        raise Problem("init-present", name=config.shown(present))

    def tell(key: str, **values: object) -> None:
        err.write(say(key, language, **values) + "\n")

    if present:
        tell("init-kept", name=config.shown(present))
    else:
        path = os.path.join(folder, config.FILE_NAME)
        above = _configured_above(folder)
        _create(path, configuration.text(language))
        tell("init-written", name=config.shown(path))
        if above:
            tell("init-above", name=config.shown(above))
    return _add_hook(folder, language, tell, out) if with_hook else DONE


def _require_folder(folder: str) -> None:
    if not os.path.exists(folder):
        raise Problem("missing", name=folder or '""')
    if not os.path.isdir(folder):
        raise Problem("not-folder", name=folder)


def _configured_above(folder: str) -> str:
    """The configuration that held in ``folder`` so far, ``""`` for none."""
    here = os.path.abspath(folder)
    while (above := os.path.dirname(here)) != here:
        here = above
        found = config.file_in(here)
        if found:
            return found
    return ""


def _add_hook(folder: str, language: Language, tell: _Tell, out: TextIO) -> int:
    path = os.path.join(_top_of_repository(folder), hook.FILE_NAME)
    name = config.shown(path)
    lines = hook.entry(language == "en", _version())
    content = _read(path)
    try:
        text = (content or b"").decode()
        if hook.is_there(text):
            tell("init-hook-present", name=name)
            return DONE
        text = hook.added(text, lines)
    except (UnicodeDecodeError, hook.NotUnderstoodError):
        tell("init-hook-unclear", name=name)
        out.write(lines)
        return FAILED
    if content is None:
        _create(path, text)
    else:
        replace_content(name, content, text.encode())
    tell("init-hook-written", name=name)
    return DONE


def _top_of_repository(folder: str) -> str:
    """The folder that git works in, where hooks are configured; ``folder`` itself outside of any."""
    here = os.path.abspath(folder)
    while not os.path.lexists(os.path.join(here, ".git")):
        above = os.path.dirname(here)
        if above == here:
            return folder
        here = above
    return here


def _version() -> str:
    from importlib.metadata import version

    return version("vnplanlint")


def _read(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unreadable(config.shown(path), error) from error


def _create(path: str, text: str) -> None:
    """A new file; what has come to stand there meanwhile is never written over."""
    try:
        with open(path, "x", encoding="utf-8", newline="") as file:
            try:
                file.write(text)
                file.flush()
            except OSError:
                os.unlink(path)
                raise
    except OSError as error:
        raise unwritable(config.shown(path), error) from error
