"""Entry point: ``vnplanlint`` and ``python -m vnplanlint``."""

from __future__ import annotations

import os
import sys


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit status."""
    arguments = sys.argv[1:] if arguments is None else arguments
    _speak_utf8()
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        return _internal_error(error)


def _run(arguments: list[str]) -> int:
    if "_VNPLANLINT_COMPLETE" not in os.environ:
        from vnplanlint.arguments import plain_check

        request = plain_check(arguments)
        if request is not None:
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


def _internal_error(error: Exception) -> int:
    from vnplanlint.messages import say

    if os.environ.get("VNPLANLINT_DEBUG"):
        import traceback

        traceback.print_exception(error)
    detail = " ".join(f"{type(error).__name__}: {error}".split())
    sys.stderr.write(say("internal", "vi", name="vnplanlint", detail=detail) + "\n")
    return 2


if __name__ == "__main__":
    sys.exit(main())
