"""The open documents: each is checked when it has changed, and only its newest text counts."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from vnplanlint.lsp.analysis import Analysis, Understood
from vnplanlint.lsp.buffer import Buffer
from vnplanlint.planning import Task

Plan = Callable[[str], Task | None]
"""How a document of that address is to be checked."""

_LONGEST_PAUSE = 0.3


class Closed(Exception):  # says what has happened, as the protocol's errors do
    """The document was closed while somebody waited for what is found in it."""


class OpenDocument:
    """A document in the editor, and what is known of it."""

    def __init__(self, buffer: Buffer, plan: Plan, worker: ThreadPoolExecutor) -> None:
        self.buffer = buffer
        self.open = True
        self._plan = plan
        self._worker = worker
        self._analysis = Analysis()
        self._known: Understood | None = None
        self._known_changes = -1
        self._reading: asyncio.Task[None] | None = None
        self._took = 0.0

    def forget(self) -> None:
        """Other rules hold now: what was found counts no more."""
        self.buffer.changes += 1

    @property
    def changes(self) -> int:
        """Grows with whatever may change what is found."""
        return self.buffer.changes

    async def understood(self) -> Understood:
        """What is known of the newest text, as soon as it is.  Raises ``Closed``."""
        while self._known is None or self._known_changes != self.changes:
            if not self.open:
                raise Closed
            if self._reading is None or self._reading.done():
                self._reading = asyncio.create_task(self._read())
            await asyncio.shield(self._reading)
        return self._known

    async def _read(self) -> None:
        """Read the text as it is now; a long one only after a pause in which it may still change."""
        if self._took > 0.1:
            await asyncio.sleep(min(self._took, _LONGEST_PAUSE))
        changes, text, uri = self.changes, self.buffer.text, self.buffer.uri
        task = self._plan(uri)
        name = task.name if task else uri
        start = time.monotonic()
        loop = asyncio.get_running_loop()
        known = await loop.run_in_executor(self._worker, self._analysis.of, text, name, task)
        self._took = time.monotonic() - start
        if changes == self.changes:
            self._known, self._known_changes = known, changes
