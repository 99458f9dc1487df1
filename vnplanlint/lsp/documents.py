"""The open documents: each is checked when it has changed, and only its newest text counts."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from vnplanlint.light_typing import NamedTuple
from vnplanlint.lsp.analysis import Analysis, Understood
from vnplanlint.lsp.buffer import Buffer
from vnplanlint.lsp.diagnostics import Report
from vnplanlint.lsp.terms import Terms

_LONG = 0.1
_LONGEST_PAUSE = 0.3
"""Seconds: a text that takes long to check is checked when the writer pauses, not with every key."""


class Known(NamedTuple):
    """What is known of a text: how it was understood, and what is told of it."""

    understood: Understood
    report: Report


class Closed(Exception):
    """The document was closed while somebody waited for what is found in it."""


class OpenDocument:
    """A document in the editor, and what is known of it."""

    def __init__(
        self,
        buffer: Buffer,
        terms_of: Callable[[str], Terms],
        report_of: Callable[[Understood, str], Report],
        worker: ThreadPoolExecutor,
    ) -> None:
        self.buffer = buffer
        self.open = True
        self.state = 0
        """Grows with whatever may change what is found."""
        self._terms_of = terms_of
        self._report_of = report_of
        self._worker = worker
        self._analysis = Analysis()
        self._known: tuple[int, Known] | None = None
        self._reading: asyncio.Task[None] | None = None
        self._took = self._ended = 0.0

    def changed(self) -> None:
        """The text is another one, or other rules hold."""
        self.state += 1

    async def known(self) -> Known:
        """What is known of the newest text, as soon as it is.  Raises ``Closed``."""
        while self._known is None or self._known[0] != self.state:
            if not self.open:
                raise Closed
            if self._reading is None or self._reading.done():
                self._reading = asyncio.create_task(self._read())
            await asyncio.shield(self._reading)
        return self._known[1]

    async def _read(self) -> None:
        """Read the text as it is now; what has changed meanwhile is not known by it."""
        if self._took > _LONG:  # whoever types on has half of the machine's time for it
            await asyncio.sleep(min(self._took, _LONGEST_PAUSE) - (time.monotonic() - self._ended))
        state, text, uri = self.state, self.buffer.text, self.buffer.uri
        terms = self._terms_of(uri)
        name = terms.task.name if terms.task else uri
        start = time.monotonic()
        loop = asyncio.get_running_loop()
        known = await loop.run_in_executor(self._worker, self._read_now, state, text, name, terms)
        self._ended = time.monotonic()
        self._took = self._ended - start
        if known is not None and state == self.state:
            self._known = (state, known)

    def _read_now(self, state: int, text: str, name: str, terms: Terms) -> Known | None:
        """In the worker's thread, when the turn comes: a text that is an old one by now is not read."""
        if not self.open or state != self.state:
            return None
        understood = self._analysis.of(text, name, terms)
        return Known(understood, self._report_of(understood, self.buffer.uri))
