"""What the server makes of the capabilities of a client."""

from __future__ import annotations

import pytest
from lsprotocol import types

from vnplanlint.lsp.client import Client


@pytest.mark.parametrize(
    ("asks", "is_sent", "asks_again", "pulls"),
    [
        (True, True, True, True),
        (True, True, False, False),  # Neovim 0.10: what it had asked for would stay when the configuration changes
        (True, False, False, True),
        (False, True, True, False),
    ],
)
def test_who_cannot_be_told_to_ask_again_is_sent_diagnostics(
    asks: bool, is_sent: bool, asks_again: bool, pulls: bool
) -> None:
    text = types.TextDocumentClientCapabilities(
        diagnostic=types.DiagnosticClientCapabilities() if asks else None,
        publish_diagnostics=types.PublishDiagnosticsClientCapabilities() if is_sent else None,
    )
    refresh = types.DiagnosticWorkspaceClientCapabilities(refresh_support=asks_again)
    workspace = types.WorkspaceClientCapabilities(diagnostics=refresh)
    assert Client(types.ClientCapabilities(workspace=workspace, text_document=text)).pulls == pulls
