"""What an editor offers to do about findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsprotocol import types

from vnplanlint.findings import Edit, Finding
from vnplanlint.lsp.analysis import Understood
from vnplanlint.lsp.convert import range_of, span_of, touches
from vnplanlint.readers.source import Source


class Target:
    """The document that an action changes, as its client wants to be told."""

    def __init__(self, uri: str, version: int | None, *, versioned: bool) -> None:
        self._uri = uri
        self._version = version
        self._versioned = versioned

    def changed(self, source: Source, edits: Iterable[Edit]) -> types.WorkspaceEdit:
        """The edits; where the client knows versions, only for the text that they were made for."""
        changes = [types.TextEdit(range_of(source, edit.span), edit.content) for edit in edits]
        if not self._versioned:
            return types.WorkspaceEdit(changes={self._uri: changes})
        identity = types.OptionalVersionedTextDocumentIdentifier(self._uri, self._version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(identity, list(changes))])


def quick_fixes(
    understood: Understood, place: types.Range, target: Target, asked: list[types.Diagnostic]
) -> Iterator[types.CodeAction]:
    """The fixes of every finding in ``place``; a single safe one is preferred."""
    span = span_of(understood.source, place)
    for finding in understood.findings:
        if not touches(finding.span, span):
            continue
        fixes = [fix for fix in finding.fixes if fix.applicability != "display" and fix.edits]
        for fix in fixes:
            yield types.CodeAction(
                title=fix.title,
                kind=types.CodeActionKind.QuickFix,
                diagnostics=_of(finding, understood.source, asked),
                is_preferred=(fix.applicability == "safe" and len(fixes) == 1) or None,
                edit=target.changed(understood.source, fix.edits),
            )


def _of(finding: Finding, source: Source, asked: list[types.Diagnostic]) -> list[types.Diagnostic] | None:
    """The diagnostic of the finding among those that the editor shows there."""
    place = range_of(source, finding.span)
    return [found for found in asked if found.code == finding.code and found.range == place] or None
