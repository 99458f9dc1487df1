"""The server: which question of an editor is answered by what."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.protocol import default_converter
from pygls.uris import to_fs_path

from vnplanlint.lsp import actions
from vnplanlint.lsp.buffer import Buffer
from vnplanlint.lsp.client import Client
from vnplanlint.lsp.diagnostics import diagnostics, result_id
from vnplanlint.lsp.documents import Closed, OpenDocument
from vnplanlint.lsp.protocol import Protocol
from vnplanlint.lsp.settings import Rules, Settings, read_settings
from vnplanlint.messages import Problem
from vnplanlint.planning import Task
from vnplanlint.rulebook import Language

NAME = "vnplanlint"


class PlanServer(LanguageServer):
    """One client, its settings, and the documents that it has open."""

    def __init__(self, language: Language) -> None:
        super().__init__(
            NAME,
            version(NAME),
            protocol_cls=Protocol,
            converter_factory=default_converter,
            text_document_sync_kind=types.TextDocumentSyncKind.Incremental,
        )
        self.client = Client(types.ClientCapabilities())
        self.language = language
        self.rules = Rules(Settings(), None, language)
        self.documents: dict[str, OpenDocument] = {}
        self.exit_status = 1
        self._worker = ThreadPoolExecutor(1, "check")
        self._publishing: dict[str, asyncio.Task[None]] = {}

    def report_server_error(self, error: Exception, source: type[Exception]) -> None:
        """Tell the log, without what the message held: it may be of the document."""
        self.log(f"{source.__name__}: {type(error).__name__}", types.MessageType.Error)

    def log(self, text: str, kind: types.MessageType = types.MessageType.Info) -> None:
        """A line for whoever looks after the server; never a word of a document."""
        self.window_log_message(types.LogMessageParams(kind, text))

    def configure(self, settings: Settings) -> None:
        """Let these settings hold, and the configuration files as they are now."""
        root = self.protocol._workspace.root_uri if self.protocol._workspace else None
        try:
            self.rules = Rules(settings, to_fs_path(root) if root else None, self.language)
        except Problem as problem:
            self._warn(problem, settings)
        for document in self.documents.values():
            document.forget()

    def task(self, uri: str) -> Task | None:
        """How to check a document."""
        try:
            return self.rules.task(uri)
        except Problem as problem:
            self.window_show_message(
                types.ShowMessageParams(
                    types.MessageType.Warning, problem.text(self.rules.settings.lang or self.language)
                )
            )
            return None

    def _warn(self, problem: Problem, settings: Settings) -> None:
        text = problem.text(settings.lang or self.language)
        self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, text))

    def opened(self, uri: str, version: int, text: str) -> None:
        """A document was opened, perhaps once more."""
        self.closed(uri)
        self.documents[uri] = OpenDocument(Buffer(uri, version, text), self.task, self._worker)
        self.publish(uri)

    def closed(self, uri: str) -> None:
        """A document was closed: nothing is said of it any more."""
        document = self.documents.pop(uri, None)
        if document is not None:
            document.open = False

    def publish(self, uri: str) -> None:
        """Tell a client that does not ask what is found, as soon as it is known."""
        running = self._publishing.get(uri)
        if not self.client.pulls and (running is None or running.done()):
            self._publishing[uri] = asyncio.ensure_future(self._publish(uri))

    async def _publish(self, uri: str) -> None:
        told = -1
        while (document := self.documents.get(uri)) is not None and told != document.changes:
            try:
                understood = await document.understood()
            except Closed:
                continue
            told = document.changes
            found = diagnostics(understood, uri, related=self.client.related_information)
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, document.buffer.version))

    def clear(self, uri: str) -> None:
        """Take back what was told of a document."""
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))


def initialize(server: PlanServer, params: types.InitializeParams) -> None:
    """Learn what the client can do; who can ask for diagnostics is not sent any."""
    server.client = Client(params.capabilities)
    server.configure(read_settings(params.initialization_options))
    if server.client.pulls:
        options = types.DiagnosticOptions(False, False, identifier=NAME)
        server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)(pull_diagnostics)


def did_open(server: PlanServer, params: types.DidOpenTextDocumentParams) -> None:
    """A document is open now."""
    document = params.text_document
    server.opened(document.uri, document.version, document.text)


def did_change(server: PlanServer, params: types.DidChangeTextDocumentParams) -> None:
    """A document has changed; one that was never opened is none of ours."""
    document = server.documents.get(params.text_document.uri)
    if document is None:
        return
    document.buffer.apply(params.text_document.version, params.content_changes)
    server.publish(params.text_document.uri)


def did_close(server: PlanServer, params: types.DidCloseTextDocumentParams) -> None:
    """A document is no longer open."""
    server.closed(params.text_document.uri)
    if not server.client.pulls:
        server.clear(params.text_document.uri)


async def pull_diagnostics(
    server: PlanServer, params: types.DocumentDiagnosticParams
) -> types.DocumentDiagnosticReport:
    """What is found in the newest text, or that nothing has changed."""
    uri = params.text_document.uri
    document = server.documents.get(uri)
    if document is None:
        return types.RelatedFullDocumentDiagnosticReport(items=[])
    try:
        understood = await document.understood()
    except Closed:
        return types.RelatedFullDocumentDiagnosticReport(items=[])
    found = diagnostics(understood, uri, related=server.client.related_information)
    name = result_id(found)
    if name == params.previous_result_id:
        return types.RelatedUnchangedDocumentDiagnosticReport(result_id=name)
    return types.RelatedFullDocumentDiagnosticReport(items=found, result_id=name)


async def code_actions(server: PlanServer, params: types.CodeActionParams) -> list[types.CodeAction] | None:
    """What may be done about the findings in a range."""
    uri = params.text_document.uri
    document = server.documents.get(uri)
    if document is None:
        return None
    try:
        understood = await document.understood()
    except Closed:
        return None
    target = actions.Target(uri, document.buffer.version, versioned=server.client.versioned_edits)
    return list(actions.quick_fixes(understood, params.range, target, list(params.context.diagnostics)))


def exit_(server: PlanServer, *_: object) -> None:
    """The status of the process: 0 where the client has said goodbye."""
    server.exit_status = 0 if server.protocol._shutdown else 1


_FEATURES: dict[str, Callable[..., object]] = {
    types.INITIALIZE: initialize,
    types.TEXT_DOCUMENT_DID_OPEN: did_open,
    types.TEXT_DOCUMENT_DID_CHANGE: did_change,
    types.TEXT_DOCUMENT_DID_CLOSE: did_close,
    types.TEXT_DOCUMENT_CODE_ACTION: code_actions,
    types.EXIT: exit_,
}
_OPTIONS: dict[str, object] = {
    types.TEXT_DOCUMENT_CODE_ACTION: types.CodeActionOptions([types.CodeActionKind.QuickFix]),
}


def build_server(language: Language) -> PlanServer:
    """A server that knows all that it can be asked."""
    server = PlanServer(language)
    for name, answer in _FEATURES.items():
        server.feature(name, _OPTIONS.get(name))(answer)
    return server
