"""Entry point: ``vnplanlint`` and ``python -m vnplanlint``."""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit status; called without arguments, be the program and end it."""
    if arguments is None:
        _leave(_guarded(sys.argv[1:]))
    return _guarded(arguments)


def _leave(status: int) -> NoReturn:
    """End the process without taking apart all that it holds, which takes as long as a third of a check."""
    if sys.getprofile() is not None or sys.gettrace() is not None:
        sys.exit(status)
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):  # closed, or nowhere to write to
            status = status or 2
    os._exit(status)


def _guarded(arguments: list[str]) -> int:
    """Run one command; whatever happens becomes an exit status and at most one line."""
    if sys.stdout is None or sys.stderr is None:  # closed by the caller: there is nobody to tell
        return 2
    _speak_utf8()
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        return _failure(error, arguments)


def _run(arguments: list[str]) -> int:
    if "_VNPLANLINT_COMPLETE" not in os.environ:
        from vnplanlint.arguments import plain_check

        request = plain_check(arguments)
        if request is not None:
            gc.set_threshold(50_000)  # documents hold no cycles: looking for them is lost time
            from vnplanlint.runner import check

            return check(request, sys.stdout, sys.stderr)
    from vnplanlint.cli import run

    return run(arguments)


def _speak_utf8() -> None:
    """Vietnamese must come through pipes and terminals that were set up for less."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _failure(error: Exception, arguments: list[str]) -> int:
    """Say in one line what went wrong outside of any file."""
    from vnplanlint.arguments import language_in
    from vnplanlint.messages import Problem

    if os.environ.get("VNPLANLINT_DEBUG"):
        import traceback

        traceback.print_exception(error)
    if isinstance(error, OSError):
        problem = Problem("output", detail=error.strerror)
    else:
        problem = Problem("internal", name="vnplanlint", detail=f"{type(error).__name__}: {error}")
    sys.stderr.write(f"vnplanlint: {problem.text(language_in(arguments))}\n")
    return 2


if __name__ == "__main__":
    sys.exit(main())
