"""Showing how far a long task is; the person can end it."""

from __future__ import annotations

import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from lsprotocol import types
from pygls.exceptions import JsonRpcRequestCancelled

from vnplanlint.lsp.server import PlanServer

Report = Callable[[int, int, str], None]
"""So many of so many are done, and now this one."""


@asynccontextmanager
async def progress(ls: PlanServer, title: str) -> AsyncIterator[Report]:
    """Show the progress of what is done inside, if the client can; what it reports to ends it when nobody waits."""
    number = ls.protocol.msg_id
    work, token = ls.work_done_progress, str(uuid.uuid4())
    if ls.client.progress:
        await work.create_async(token)
        work.begin(token, types.WorkDoneProgressBegin(title, cancellable=True, percentage=0))

    def report(done: int, of: int, what: str) -> None:
        ended = work.tokens.get(token)
        if (ended is not None and ended.cancelled()) or not ls.protocol.is_awaited(number):
            raise JsonRpcRequestCancelled("nobody waits for it")
        if ended is not None:
            work.report(token, types.WorkDoneProgressReport(message=what, percentage=100 * done // max(of, 1)))

    try:
        yield report
    finally:
        if work.tokens.pop(token, None) is not None:
            work.end(token, types.WorkDoneProgressEnd())
