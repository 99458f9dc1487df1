"""What an editor asks about an open document, and who answers it."""

from __future__ import annotations

from collections.abc import Callable

from lsprotocol import types
from pygls.uris import to_fs_path

from vnplanlint.lsp import symbols
from vnplanlint.lsp.citations import places_of, reference_at
from vnplanlint.lsp.convert import offset_of, range_of
from vnplanlint.lsp.definitions import pointer_at, target_of
from vnplanlint.lsp.hovers import hover
from vnplanlint.lsp.server import PlanServer


def did_open(ls: PlanServer, params: types.DidOpenTextDocumentParams) -> None:
    """A document is open now; what was told of it as a file counts no more."""
    document = params.text_document
    ls.take_back(to_fs_path(document.uri))
    ls.opened(document.uri, document.version, document.text)


def did_change(ls: PlanServer, params: types.DidChangeTextDocumentParams) -> None:
    """A document has changed; one that is not open is none of ours."""
    document = ls.documents.get(params.text_document.uri)
    if document is None:
        return
    document.buffer.apply(params.text_document.version, params.content_changes)
    document.changed()
    ls.publish(params.text_document.uri)


def did_close(ls: PlanServer, params: types.DidCloseTextDocumentParams) -> None:
    """A document is no longer open."""
    ls.closed(params.text_document.uri)
    if not ls.client.pulls:
        ls.clear(params.text_document.uri)


async def pull_diagnostics(ls: PlanServer, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
    """What is found in the newest text, or that it is the same as before."""
    known = await ls.known(params.text_document.uri)
    if known is None:
        return types.RelatedFullDocumentDiagnosticReport(items=[])
    found, name = known.report
    if name == params.previous_result_id:
        return types.RelatedUnchangedDocumentDiagnosticReport(result_id=name)
    return types.RelatedFullDocumentDiagnosticReport(items=found, result_id=name)


async def hovers(ls: PlanServer, params: types.HoverParams) -> types.Hover | None:
    """Why something was found, how something was understood."""
    uri = params.text_document.uri
    understood = await ls.understood(uri)
    if understood is None:
        return None
    return hover(understood, params.position, ls.terms.language(uri), ls.client.markup)


async def document_symbols(
    ls: PlanServer, params: types.DocumentSymbolParams
) -> list[types.DocumentSymbol] | list[types.SymbolInformation] | None:
    """The outline."""
    uri = params.text_document.uri
    understood = await ls.understood(uri)
    if understood is None:
        return None
    return symbols.symbols(understood) if ls.client.symbol_tree else symbols.flat_symbols(understood, uri)


async def folding_ranges(ls: PlanServer, params: types.FoldingRangeParams) -> list[types.FoldingRange] | None:
    """The sections and appendices that can be folded."""
    understood = await ls.understood(params.text_document.uri)
    return None if understood is None else symbols.folds(understood, ls.client.fold_limit)


async def definition(
    ls: PlanServer, params: types.DefinitionParams
) -> types.Location | list[types.DefinitionLink] | None:
    """The heading that a pointer means."""
    uri = params.text_document.uri
    understood = await ls.understood(uri)
    if understood is None:
        return None
    source = understood.source
    pointer = pointer_at(understood.document, offset_of(source, params.position))
    target = target_of(understood.document, pointer) if pointer is not None else None
    if pointer is None or target is None:
        return None
    name = range_of(source, target.name)
    if not ls.client.definition_links:
        return types.Location(uri, name)
    return [types.LocationLink(uri, range_of(source, target.whole), name, range_of(source, pointer.span))]


async def _citations(ls: PlanServer, uri: str, place: types.Position) -> list[types.Range]:
    """Where the document cited at ``place`` is cited."""
    understood = await ls.understood(uri)
    if understood is None:
        return []
    reference = reference_at(understood.document, offset_of(understood.source, place))
    if reference is None:
        return []
    return [range_of(understood.source, span) for span in places_of(understood.document, reference)]


async def highlights(ls: PlanServer, params: types.DocumentHighlightParams) -> list[types.DocumentHighlight]:
    """All places where the same document is cited."""
    places = await _citations(ls, params.text_document.uri, params.position)
    return [types.DocumentHighlight(place, types.DocumentHighlightKind.Read) for place in places]


async def references(ls: PlanServer, params: types.ReferenceParams) -> list[types.Location]:
    """The same as places of a file."""
    places = await _citations(ls, params.text_document.uri, params.position)
    return [types.Location(params.text_document.uri, place) for place in places]


FEATURES: dict[str, Callable[..., object]] = {
    types.TEXT_DOCUMENT_DID_OPEN: did_open,
    types.TEXT_DOCUMENT_DID_CHANGE: did_change,
    types.TEXT_DOCUMENT_DID_CLOSE: did_close,
    types.TEXT_DOCUMENT_HOVER: hovers,
    types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: document_symbols,
    types.TEXT_DOCUMENT_FOLDING_RANGE: folding_ranges,
    types.TEXT_DOCUMENT_DEFINITION: definition,
    types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT: highlights,
    types.TEXT_DOCUMENT_REFERENCES: references,
}
