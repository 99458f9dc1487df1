"""The server's state: one client, the terms of checking, the open documents, and what was told of them."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.protocol import default_converter
from pygls.uris import from_fs_path, to_fs_path

from vnplanlint.config import FILE_NAME
from vnplanlint.lsp.analysis import Understood
from vnplanlint.lsp.buffer import Buffer
from vnplanlint.lsp.client import Client
from vnplanlint.lsp.diagnostics import Report, report
from vnplanlint.lsp.documents import Closed, Known, OpenDocument
from vnplanlint.lsp.edits import Target
from vnplanlint.lsp.protocol import Protocol
from vnplanlint.lsp.settings import Settings
from vnplanlint.lsp.terms import AllTerms
from vnplanlint.lsp.unopened import understand
from vnplanlint.messages import Problem
from vnplanlint.rulebook import Language

NAME = "vnplanlint"
_WORKERS = 4
"""One text that takes very long does not keep the others waiting."""


class PlanServer(LanguageServer):
    """Serves one client."""

    protocol: Protocol

    def __init__(self, language: Language) -> None:
        super().__init__(
            NAME,
            version(NAME),
            protocol_cls=Protocol,
            converter_factory=default_converter,
            text_document_sync_kind=types.TextDocumentSyncKind.Incremental,
        )
        self.client = Client(types.ClientCapabilities())
        self.initial_settings = Settings()
        self.terms = AllTerms(language, self._warn)
        self.documents: dict[str, OpenDocument] = {}
        self.worker = ThreadPoolExecutor(_WORKERS, "check")
        self.walker = ThreadPoolExecutor(1, "files")
        self.exit_status = 1
        self._publishing: dict[str, asyncio.Task[None]] = {}
        self._telling: list[asyncio.Task[None]] = []
        self._failures: set[str] = set()
        self.told: dict[str, str] = {}
        """The files that are not open of which something was told, by path, and their addresses."""

    def shutdown(self) -> None:
        """End, without waiting for work or for a message that may never come."""
        if self._stop_event is not None:
            self._stop_event.set()
        for workers in (self.thread_pool, self.worker, self.walker):
            workers.shutdown(wait=False, cancel_futures=True)
        if self._server is not None:
            self._server.close()

    # what is said to people

    def report_server_error(self, error: Exception, source: type[Exception]) -> None:
        """Tell the log, without what the message held: it may be of a document."""
        self.log(f"{source.__name__}: {type(error).__name__}", types.MessageType.Error)

    def log(self, text: str, kind: types.MessageType = types.MessageType.Info) -> None:
        """A line for whoever looks after the server; never a word of a document."""
        self.window_log_message(types.LogMessageParams(kind, text))

    def crashed(self, what: str, error: Exception) -> None:
        """Tell the log that something of ours has failed, and where; never with what."""
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        where = f" ({os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno})" if trace else ""
        self.log(f"{what}: {type(error).__name__}{where}", types.MessageType.Error)

    def _warn(self, problem: Problem) -> None:
        text = problem.text(self.terms.settings.lang or self.terms.default)
        self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, f"{NAME}: {text}"))

    # how documents are checked

    @property
    def folders(self) -> list[str]:
        """The folders of the workspace."""
        if not self.protocol.is_initialized:
            return []
        workspace = self.workspace
        uris = [folder.uri for folder in workspace.folders.values()] or [workspace.root_uri]
        return [path for uri in uris if uri is not None and (path := to_fs_path(uri)) is not None]

    def configure(self, settings: Settings) -> None:
        """Let these settings hold, and the configuration files as they are now."""
        self.terms.configure(settings, next(iter(self.folders), None))
        self.check_again()

    def configuration_changed(self) -> None:
        """The configuration files may say something else now."""
        self.terms.read_again()
        self.check_again()

    def check_again(self) -> None:
        """Other rules may hold: tell anew what is found."""
        for uri, document in self.documents.items():
            document.changed()
            self.publish(uri)
        if self.client.pulls and self.client.refreshes_diagnostics and self.documents:
            self.workspace_diagnostic_refresh(None)
        self.tell_again(self.told)

    # the open documents

    def opened(self, uri: str, version: int, text: str) -> None:
        """A document was opened, perhaps once more."""
        self.closed(uri)
        self.documents[uri] = OpenDocument(Buffer(uri, version, text), self.terms.of, self.report_of, self.worker)
        self.publish(uri)

    def closed(self, uri: str) -> None:
        """A document was closed: nothing is said of it any more."""
        document = self.documents.pop(uri, None)
        if document is not None:
            document.open = False

    async def known(self, uri: str) -> Known | None:
        """What is known of an open document's newest text; None if it is not open, or no longer."""
        document = self.documents.get(uri)
        if document is None:
            return None
        try:
            known = await document.known()
        except Closed:
            return None
        for failure in set(known.understood.failures) - self._failures:
            self._failures.add(failure)
            self.log(f"rule failed: {failure}", types.MessageType.Error)
        return known

    async def understood(self, uri: str) -> Understood | None:
        """How an open document's newest text was understood; None if it is not open, or no longer."""
        known = await self.known(uri)
        return known.understood if known is not None else None

    def report_of(self, understood: Understood, uri: str) -> Report:
        """What is told of a document."""
        client = self.client
        return report(understood, uri, related=client.related_information, named=client.pulls)

    def target(self, uri: str) -> Target:
        """The document as something to edit, at the version that it has now."""
        document = self.documents.get(uri)
        version = document.buffer.version if document is not None else None
        return Target(uri, version, versioned=self.client.versioned_edits)

    def new_configuration(self, path: str) -> str:
        """Where a configuration for ``path`` belongs: in its folder of the workspace, or beside it."""
        above = [folder for folder in self.folders if path.startswith(os.path.join(folder, ""))]
        return os.path.join(max(above, key=len, default=os.path.dirname(path)), FILE_NAME)

    # what is told without being asked

    def publish(self, uri: str) -> None:
        """Tell a client that does not ask what is found, as soon as it is known."""
        running = self._publishing.get(uri)
        if not self.client.pulls and (running is None or running.done()):
            self._publishing[uri] = asyncio.ensure_future(self._publish(uri))

    async def _publish(self, uri: str) -> None:
        try:
            await self._publish_newest(uri)
        except Exception as error:
            self.crashed("check", error)
        finally:
            self._publishing.pop(uri, None)

    async def _publish_newest(self, uri: str) -> None:
        told: tuple[OpenDocument, int] | None = None
        while (document := self.documents.get(uri)) is not None and told != (document, document.state):
            known = await self.known(uri)
            if known is None or not document.open:
                continue
            told = (document, document.state)
            found, version = known.report.diagnostics, document.buffer.version
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))

    async def tell_of(self, path: str) -> int | None:
        """Tell what is found in a file that is not open, and answer how much; None where it is left out.

        Raises ``Problem`` if it cannot be read.
        """
        uri = from_fs_path(path) or ""
        terms = self.terms.of(uri)
        if terms.task is None:
            self.take_back(path)
            return None
        understood = await asyncio.get_running_loop().run_in_executor(self.walker, understand, path, terms)
        if self.opened_as(path) is None:
            found = self.report_of(understood, uri).diagnostics
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found))
            self.told[path] = uri
        return len(understood.findings)

    def opened_as(self, path: str) -> str | None:
        """The address under which a file is open; None if it is not."""
        return next((uri for uri in self.documents if to_fs_path(uri) == path), None)

    def tell_again(self, paths: Iterable[str]) -> None:
        """These files that are not open may have changed, or be gone: tell anew what is found in them."""
        if paths := list(paths):
            self._telling.append(asyncio.ensure_future(self._tell_again(paths)))

    async def _tell_again(self, paths: list[str]) -> None:
        self._telling = [one for one in self._telling if not one.done()]
        for path in paths:
            try:
                if path in self.told:
                    await self.tell_of(path)
            except Problem:
                self.take_back(path)
            except Exception as error:
                self.crashed("check", error)

    def take_back(self, path: str | None) -> None:
        """Take back what was told of a file."""
        told = self.told.pop(path, None) if path is not None else None
        if told is not None:
            self.clear(told)

    def clear(self, uri: str) -> None:
        """Nothing is found in a document any more."""
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))
