"""Two editors, each with a server of its own: one that is sent diagnostics, one that asks for them."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
import tempfile
from collections import defaultdict, deque
from collections.abc import Iterator
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient

SERVER = [sys.executable, "-m", "vnplanlint", "server"]
PUBLISH = "textDocument/publishDiagnostics"
WORKSPACE = Path(tempfile.gettempdir()) / f"vnplanlint-lsp-{os.getpid()}"
PATIENCE = 30


@pytest.fixture(scope="session", autouse=True)
def folder() -> Iterator[Path]:
    WORKSPACE.mkdir(exist_ok=True)
    yield WORKSPACE
    shutil.rmtree(WORKSPACE)


class Editor:
    """What a person does with an editor."""

    numbers = iter(range(1, 10_000))

    def __init__(self, client: LanguageClient) -> None:
        self.client = client

    def open(self, text: str, uri: str = "", version: int = 1) -> str:
        uri = uri or f"untitled:plan-{next(self.numbers)}"
        document = types.TextDocumentItem(uri, "plaintext", version, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(document))
        return uri

    def change(self, uri: str, version: int, *changes: types.TextDocumentContentChangeEvent) -> None:
        identity = types.VersionedTextDocumentIdentifier(uri=uri, version=version)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(identity, list(changes)))

    def replace(self, uri: str, version: int, text: str) -> None:
        self.change(uri, version, types.TextDocumentContentChangeWholeDocument(text))

    def close(self, uri: str) -> None:
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))

    def saved(self, *paths: Path) -> None:
        changes = [types.FileEvent(path.as_uri(), types.FileChangeType.Changed) for path in paths]
        self.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(changes))

    async def told(self, uri: str, version: int | None = None) -> list[types.Diagnostic]:
        """What the server says next of a document, at a version."""
        return list((await self.notice(uri, version)).diagnostics)

    async def notice(self, uri: str, version: int | None = None) -> types.PublishDiagnosticsParams:
        """The next message of that kind, whenever it came: several may come at once."""
        said = self.client.said[uri]  # type: ignore[attr-defined]
        for _ in range(PATIENCE * 500):
            while said:
                notice: types.PublishDiagnosticsParams = said.popleft()
                if version in (None, notice.version):
                    return notice
            await asyncio.sleep(0.002)
        raise TimeoutError

    async def asked(self, uri: str, before: str | None = None) -> types.DocumentDiagnosticReport:
        identity = types.TextDocumentIdentifier(uri)
        params = types.DocumentDiagnosticParams(identity, previous_result_id=before)
        return await asyncio.wait_for(self.client.text_document_diagnostic_async(params), PATIENCE)

    async def actions(
        self, uri: str, place: types.Range, only: list[str] | None = None, shown: list[types.Diagnostic] | None = None
    ) -> list[types.CodeAction]:
        context = types.CodeActionContext(shown or [], only=only)
        params = types.CodeActionParams(types.TextDocumentIdentifier(uri), place, context)
        return list(await asyncio.wait_for(self.client.text_document_code_action_async(params), PATIENCE) or ())

    async def command(self, name: str, *arguments: object) -> object:
        params = types.ExecuteCommandParams(name, list(arguments))
        return await asyncio.wait_for(self.client.workspace_execute_command_async(params), PATIENCE)


PLAIN = types.ClientCapabilities(
    workspace=types.WorkspaceClientCapabilities(
        did_change_configuration=types.DidChangeConfigurationClientCapabilities(),
    ),
    text_document=types.TextDocumentClientCapabilities(
        publish_diagnostics=types.PublishDiagnosticsClientCapabilities(),
        code_action=types.CodeActionClientCapabilities(
            code_action_literal_support=types.ClientCodeActionLiteralOptions(
                types.ClientCodeActionKindOptions([types.CodeActionKind.QuickFix])
            )
        ),
    ),
)
"""An old editor: no versions of edits, no related places, no trees."""

RICH = types.ClientCapabilities(
    general=types.GeneralClientCapabilities(
        position_encodings=[types.PositionEncodingKind.Utf8, types.PositionEncodingKind.Utf16]
    ),
    window=types.WindowClientCapabilities(work_done_progress=True),
    workspace=types.WorkspaceClientCapabilities(
        configuration=True,
        apply_edit=True,
        workspace_folders=True,
        diagnostics=types.DiagnosticWorkspaceClientCapabilities(refresh_support=True),
        did_change_configuration=types.DidChangeConfigurationClientCapabilities(dynamic_registration=True),
        did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True),
        workspace_edit=types.WorkspaceEditClientCapabilities(
            document_changes=True, resource_operations=[types.ResourceOperationKind.Create]
        ),
    ),
    text_document=types.TextDocumentClientCapabilities(
        diagnostic=types.DiagnosticClientCapabilities(),
        publish_diagnostics=types.PublishDiagnosticsClientCapabilities(related_information=True),
        definition=types.DefinitionClientCapabilities(link_support=True),
        document_symbol=types.DocumentSymbolClientCapabilities(hierarchical_document_symbol_support=True),
        hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown, types.MarkupKind.PlainText]),
        folding_range=types.FoldingRangeClientCapabilities(range_limit=5000),
        code_action=types.CodeActionClientCapabilities(
            code_action_literal_support=types.ClientCodeActionLiteralOptions(
                types.ClientCodeActionKindOptions([types.CodeActionKind.QuickFix])
            ),
            data_support=True,
            resolve_support=types.ClientCodeActionResolveOptions(["edit"]),
        ),
    ),
)
"""A new editor: asks for diagnostics, knows versions, shows trees and Markdown."""


def _listen(client: LanguageClient) -> None:
    """Keep every message about diagnostics, by document."""
    said: defaultdict[str, deque[types.PublishDiagnosticsParams]] = defaultdict(deque)
    client.said = said  # type: ignore[attr-defined]
    usual = client.protocol.fm.features[PUBLISH]

    def keep(params: types.PublishDiagnosticsParams) -> None:
        said[params.uri].append(params)
        usual(params)

    client.protocol.fm.features[PUBLISH] = keep


async def _session(client: LanguageClient, capabilities: types.ClientCapabilities) -> types.InitializeResult:
    _listen(client)
    folder = types.WorkspaceFolder(WORKSPACE.as_uri(), "plans")
    return await client.initialize_session(
        types.InitializeParams(capabilities, root_uri=WORKSPACE.as_uri(), workspace_folders=[folder])
    )


@pytest_lsp.fixture(config=ClientServerConfig(server_command=SERVER), scope="session")
async def plain_client(client: LanguageClient, folder: Path):  # type: ignore[no-untyped-def]
    client.result = await _session(client, PLAIN)  # type: ignore[attr-defined]
    yield
    await client.shutdown_session()


@pytest_lsp.fixture(config=ClientServerConfig(server_command=SERVER), scope="session")
async def rich_client(client: LanguageClient, folder: Path):  # type: ignore[no-untyped-def]
    client.registered = []  # type: ignore[attr-defined]

    @client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def register(params: types.RegistrationParams) -> None:
        client.registered += params.registrations  # type: ignore[attr-defined]

    client.result = await _session(client, RICH)  # type: ignore[attr-defined]
    yield
    await client.shutdown_session()


@pytest.fixture
def pushed(plain_client: LanguageClient) -> Editor:
    """An editor that is sent diagnostics."""
    return Editor(plain_client)


@pytest.fixture
def pulling(rich_client: LanguageClient) -> Editor:
    """An editor that asks for them."""
    return Editor(rich_client)
