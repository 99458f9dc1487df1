"""The command ``server``: a language server on standard input and output, or on a port of this machine."""

from __future__ import annotations

import gc
import logging
import os
import sys

from vnplanlint import patterns
from vnplanlint.lsp.build import build_server
from vnplanlint.lsp.transport import Messages
from vnplanlint.messages import Problem, say
from vnplanlint.rulebook import Language

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve(host: str, port: int | None, language: Language) -> int:
    """Serve one client until it leaves.  Raises ``Problem`` for a port that is not to be had."""
    if host not in LOOPBACK:
        raise Problem("not-loopback", value=host)
    gc.set_threshold(50_000)  # documents hold no cycles: looking for them is lost time
    _silence_library()
    server = build_server(language)
    if port is not None:
        try:
            server.start_tcp(host, port)
        except (OSError, OverflowError) as error:
            number = getattr(error, "errno", None)
            raise Problem("port", value=port, detail=os.strerror(number) if number else error) from error
    else:
        out = sys.stdout.buffer
        sys.stdout = sys.stderr  # nothing but messages may stand on standard output
        if sys.stdin.isatty():
            sys.stderr.write(say("waiting-for-editor", language) + "\n")
        server.start_io(Messages(sys.stdin.buffer), out)  # type: ignore[arg-type]  # all of a stream that is asked for
    patterns.save()
    return server.exit_status


def _silence_library() -> None:
    """The library logs whole messages, and with them the text of documents; or that the client has left."""
    for name in ("pygls", "asyncio", "concurrent.futures"):
        logger = logging.getLogger(name)
        logger.addHandler(logging.NullHandler())
        logger.propagate = False
        logger.setLevel(logging.CRITICAL + 1)
