"""The command ``server``: a language server on standard input and output, or on a port of this machine."""

from __future__ import annotations

import logging
import sys

from vnplanlint.lsp.build import build_server
from vnplanlint.lsp.transport import Messages
from vnplanlint.messages import Problem
from vnplanlint.rulebook import Language

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve(host: str, port: int | None, language: Language) -> int:
    """Serve one client until it leaves.  Raises ``Problem`` for a host that is not this machine."""
    _silence_library()
    server = build_server(language)
    if port is not None:
        if host not in LOOPBACK:
            raise Problem("not-loopback", value=host)
        server.start_tcp(host, port)
    else:
        out = sys.stdout.buffer
        sys.stdout = sys.stderr  # nothing but messages may stand on standard output
        server.start_io(Messages(sys.stdin.buffer), out)  # type: ignore[arg-type]  # all of a stream that is asked for
    return server.exit_status


def _silence_library() -> None:
    """The library logs whole messages, and with them the text of documents; or that the client has left."""
    for name in ("pygls", "asyncio", "concurrent.futures"):
        logger = logging.getLogger(name)
        logger.addHandler(logging.NullHandler())
        logger.propagate = False
        logger.setLevel(logging.CRITICAL + 1)
