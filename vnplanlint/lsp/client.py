"""What the client can do, asked by name."""

from __future__ import annotations

from lsprotocol import types


class Client:
    """The capabilities that the server heeds."""

    def __init__(self, capabilities: types.ClientCapabilities) -> None:
        text = capabilities.text_document
        workspace = capabilities.workspace
        self.pulls = text is not None and text.diagnostic is not None
        self.related_information = _says(
            (text and text.diagnostic and getattr(text.diagnostic, "related_information", None))
            or (text and text.publish_diagnostics and text.publish_diagnostics.related_information)
        )
        self.versioned_edits = _says(
            workspace and workspace.workspace_edit and workspace.workspace_edit.document_changes
        )


def _says(value: object) -> bool:
    return value is True
