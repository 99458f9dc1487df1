"""What the client can do, asked by name."""

from __future__ import annotations

from lsprotocol import types

from vnplanlint.lsp.markup import Markup


class Client:
    """The capabilities that the server heeds."""

    def __init__(self, capabilities: types.ClientCapabilities) -> None:
        text = capabilities.text_document or types.TextDocumentClientCapabilities()
        workspace = capabilities.workspace or types.WorkspaceClientCapabilities()
        window = capabilities.window or types.WindowClientCapabilities()
        edit = workspace.workspace_edit or types.WorkspaceEditClientCapabilities()
        self.refreshes_diagnostics = _says(workspace.diagnostics, "refresh_support")
        # who asks but cannot be told to ask again would not learn that other rules hold
        self.pulls = text.diagnostic is not None and (self.refreshes_diagnostics or text.publish_diagnostics is None)
        self.related_information = _says(text.diagnostic, "related_information") or _says(
            text.publish_diagnostics, "related_information"
        )
        self.versioned_edits = edit.document_changes is True
        self.creates_files = self.versioned_edits and types.ResourceOperationKind.Create in (
            edit.resource_operations or ()
        )
        self.tells_configuration = workspace.configuration is True
        self.registers_configuration = _says(workspace.did_change_configuration, "dynamic_registration")
        self.registers_watchers = _says(workspace.did_change_watched_files, "dynamic_registration")
        self.symbol_tree = _says(text.document_symbol, "hierarchical_document_symbol_support")
        self.definition_links = _says(text.definition, "link_support")
        self.literal_actions = text.code_action is None or text.code_action.code_action_literal_support is not None
        resolved = text.code_action.resolve_support if text.code_action else None
        self.resolves_edits = resolved is not None and "edit" in resolved.properties
        self.progress = window.work_done_progress is True
        formats = (text.hover.content_format if text.hover else None) or (types.MarkupKind.PlainText,)
        self.markup = Markup(markdown=formats[0] == types.MarkupKind.Markdown)
        self.fold_limit = text.folding_range.range_limit if text.folding_range else None


def _says(capability: object, name: str) -> bool:
    return getattr(capability, name, None) is True
