"""Hover, outline, folds and definitions through both editors, each as it can take them."""

from __future__ import annotations

import pytest
from lsprotocol import types

from tests.lsp.conftest import Editor
from tests.lsp.plans import EMOJI, PLAN, at, covered

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_hover_in_the_markup_that_the_client_shows(pushed: Editor, pulling: Editor) -> None:
    for editor, kind, head in (
        (pushed, types.MarkupKind.PlainText, "NT102 · lỗi\n"),
        (pulling, types.MarkupKind.Markdown, "**NT102 · lỗi**\n"),
    ):
        uri = editor.open(EMOJI)
        params = types.HoverParams(types.TextDocumentIdentifier(uri), at(EMOJI, "(01/4/1992"))
        found = await editor.client.text_document_hover_async(params)
        assert found.contents.kind == kind
        assert found.contents.value.startswith(head)
        assert covered(EMOJI, found.range) == "(01/4/1992 - 01/4/2021)"


async def test_symbols_as_a_tree_or_a_list(pushed: Editor, pulling: Editor) -> None:
    uri = pulling.open(PLAN)
    tree = await pulling.client.text_document_document_symbol_async(
        types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
    )
    assert isinstance(tree[0], types.DocumentSymbol)
    assert len(tree) == 5
    uri = pushed.open(PLAN)
    flat = await pushed.client.text_document_document_symbol_async(
        types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
    )
    assert isinstance(flat[0], types.SymbolInformation)
    assert len(flat) == 14


async def test_folding(pulling: Editor) -> None:
    uri = pulling.open(PLAN)
    found = await pulling.client.text_document_folding_range_async(
        types.FoldingRangeParams(types.TextDocumentIdentifier(uri))
    )
    assert (14, 24) in [(one.start_line, one.end_line) for one in found]


async def test_definition_as_a_link_or_a_place(pushed: Editor, pulling: Editor) -> None:
    uri = pulling.open(EMOJI)
    params = types.DefinitionParams(types.TextDocumentIdentifier(uri), at(EMOJI, "mục III"))
    (link,) = await pulling.client.text_document_definition_async(params)
    assert covered(EMOJI, link.origin_selection_range) == "mục III Kế hoạch này"
    assert covered(EMOJI, link.target_selection_range) == "III. TỔ CHỨC THỰC HIỆN"
    uri = pushed.open(EMOJI)
    params = types.DefinitionParams(types.TextDocumentIdentifier(uri), at(EMOJI, "mục III"))
    place = await pushed.client.text_document_definition_async(params)
    assert covered(EMOJI, place.range) == "III. TỔ CHỨC THỰC HIỆN"
    params = types.DefinitionParams(types.TextDocumentIdentifier(uri), at(EMOJI, "Yêu cầu"))
    assert await pushed.client.text_document_definition_async(params) is None


async def test_all_places_of_a_cited_document(pulling: Editor) -> None:
    uri = pulling.open(PLAN)
    identity = types.TextDocumentIdentifier(uri)
    marks = await pulling.client.text_document_document_highlight_async(
        types.DocumentHighlightParams(identity, at(PLAN, "30/2020"))
    )
    places = await pulling.client.text_document_references_async(
        types.ReferenceParams(types.ReferenceContext(True), identity, at(PLAN, "30/2020"))
    )
    assert [one.range for one in marks] == [one.range for one in places]
    assert len(places) == 2


async def test_positions_that_there_are_not(pulling: Editor) -> None:
    uri = pulling.open(PLAN)
    far = types.Position(10_000, 2_000_000_000)
    identity = types.TextDocumentIdentifier(uri)
    await pulling.client.text_document_hover_async(types.HoverParams(identity, far))
    assert await pulling.client.text_document_definition_async(types.DefinitionParams(identity, far)) is None
    assert await pulling.actions(uri, types.Range(far, types.Position(0, 0)))
