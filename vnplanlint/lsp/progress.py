"""Showing how far a long task is; the person can end it."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from lsprotocol import types

from vnplanlint.lsp.server import PlanServer

Report = Callable[[int, int, str], None]
"""So many of so many are done, and now this one."""


@asynccontextmanager
async def progress(ls: PlanServer, title: str) -> AsyncIterator[Report]:
    """Show the progress of what is done inside, if the client can; it is cancelled with it."""
    if not ls.client.progress:
        yield lambda done, of, what: None
        return
    token = str(uuid.uuid4())
    work = ls.work_done_progress
    await work.create_async(token)
    work.begin(token, types.WorkDoneProgressBegin(title, cancellable=True, percentage=0))
    task = asyncio.current_task()

    def report(done: int, of: int, what: str) -> None:
        work.report(token, types.WorkDoneProgressReport(message=what, percentage=100 * done // max(of, 1)))
        if work.tokens[token].cancelled() and task is not None:
            task.cancel()

    try:
        yield report
    finally:
        work.end(token, types.WorkDoneProgressEnd())
        work.tokens.pop(token, None)
