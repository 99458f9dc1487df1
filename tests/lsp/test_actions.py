"""What the server offers to do, and what the text is after it was done."""

from __future__ import annotations

import tomllib
import unicodedata
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from tests.lsp.conftest import Editor
from tests.lsp.plans import CRLF, EMOJI, NFD, PLAN, applied, at
from vnplanlint import check_text

pytestmark = pytest.mark.asyncio(loop_scope="session")


def on(text: str, words: str) -> types.Range:
    place = at(text, words)
    return types.Range(place, place)


WHOLE = types.Range(types.Position(0, 0), types.Position(9999, 0))


def edits(action: types.CodeAction) -> list[types.TextEdit]:
    assert action.edit is not None
    if action.edit.changes is not None:
        ((_, found),) = action.edit.changes.items()
        return list(found)
    (change,) = action.edit.document_changes or ()
    assert isinstance(change, types.TextDocumentEdit)
    return [edit for edit in change.edits if isinstance(edit, types.TextEdit)]


def titled(found: list[types.CodeAction], words: str) -> types.CodeAction:
    return next(action for action in found if words in action.title)


@pytest.mark.parametrize("text", [PLAN, EMOJI, CRLF, NFD], ids=["nfc", "emoji", "crlf", "nfd"])
async def test_a_fix_changes_the_words_that_are_wrong_and_nothing_else(pulling: Editor, text: str) -> None:
    uri = pulling.open(text)
    rõi = unicodedata.normalize("NFD" if text is NFD else "NFC", "rõi")
    found = await pulling.actions(uri, on(text, f"theo {rõi}"))
    after = applied(text, edits(titled(found, "theo dõi")))
    assert after == text.replace(rõi, "dõi")


async def test_edits_hold_only_for_the_version_they_were_made_for(pulling: Editor, pushed: Editor) -> None:
    uri = pulling.open(PLAN, version=41)
    (change,) = titled(await pulling.actions(uri, on(PLAN, "theo rõi")), "theo dõi").edit.document_changes  # type: ignore
    assert change.text_document == types.OptionalVersionedTextDocumentIdentifier(uri, 41)
    pulling.replace(uri, 42, EMOJI)
    (change,) = titled(await pulling.actions(uri, on(EMOJI, "theo rõi")), "theo dõi").edit.document_changes  # type: ignore
    assert change.text_document.version == 42
    uri = pushed.open(PLAN)
    edit = titled(await pushed.actions(uri, on(PLAN, "theo rõi")), "theo dõi").edit
    assert edit is not None
    assert edit.changes is not None
    assert edit.document_changes is None


async def test_a_choice_is_offered_whole_and_none_of_it_preferred(pulling: Editor) -> None:
    uri = pulling.open(PLAN)
    fixes = [one for one in await pulling.actions(uri, on(PLAN, "(01/4/1992")) if one.title.startswith("Ghi ")]
    assert len(fixes) == 3
    assert not any(one.is_preferred for one in fixes)


SAFE = "KẾ HOẠCH\n\nTổ chức thi đua , khen thưởng.\n\nKhông đổi.\n\nPhát động phong trào , tổng kết.\n"


async def test_the_one_safe_fix_is_preferred_and_shown_with_its_diagnostic(pulling: Editor) -> None:
    uri = pulling.open(SAFE)
    report = await pulling.asked(uri)
    shown = [one for one in report.items if one.code == "DC602"]  # type: ignore[union-attr]
    assert shown
    found = await pulling.actions(uri, shown[0].range, shown=shown)
    preferred = [one for one in found if one.is_preferred]
    assert preferred
    assert preferred[0].diagnostics is not None
    assert preferred[0].diagnostics[0].code == "DC602"


async def test_fix_all_is_worked_out_when_it_is_chosen(pulling: Editor) -> None:
    uri = pulling.open(SAFE, version=3)
    assert not [one for one in await pulling.actions(uri, WHOLE) if str(one.kind).startswith("source")]
    (action,) = await pulling.actions(uri, WHOLE, only=["source.fixAll"])
    assert action.kind == "source.fixAll.vnplanlint"
    assert action.edit is None
    resolved = await pulling.client.code_action_resolve_async(action)
    (change,) = resolved.edit.document_changes  # type: ignore[union-attr, misc]
    assert change.text_document.version == 3  # type: ignore[union-attr]
    after = applied(SAFE, edits(resolved))
    assert after == SAFE.replace(" ,", ",")
    safe = [fix for one in check_text(after) for fix in one.fixes if fix.applicability == "safe"]
    assert not safe


async def test_an_action_that_is_whole_comes_back_as_it_is(pulling: Editor) -> None:
    uri = pulling.open(PLAN)
    for action in await pulling.actions(uri, on(PLAN, "theo rõi")):
        assert await pulling.client.code_action_resolve_async(action) == action


async def test_fix_all_comes_whole_where_the_client_does_not_ask_again(pushed: Editor) -> None:
    text = SAFE.replace("\n", "\r\n")
    uri = pushed.open(text)
    (action,) = await pushed.actions(uri, WHOLE, only=["source"])
    assert applied(text, edits(action)) == text.replace(" ,", ",")
    assert [edit.range.start.line for edit in edits(action)] == [2, 6]
    quick = titled(await pushed.actions(uri, on(text, " đua ,")), "Áp dụng mọi cách sửa an toàn")
    assert quick.kind == types.CodeActionKind.QuickFix
    assert edits(quick) == edits(action)


async def test_only_what_is_asked_for_is_offered(pulling: Editor) -> None:
    uri = pulling.open(SAFE)
    assert await pulling.actions(uri, WHOLE, only=["refactor"]) == []
    assert {one.kind for one in await pulling.actions(uri, WHOLE, only=["quickfix"])} == {"quickfix"}
    everything = await pulling.actions(uri, WHOLE, only=[""])
    assert {one.kind for one in everything} == {"quickfix", "source.fixAll.vnplanlint"}


async def test_ignored_here_is_silent(pulling: Editor) -> None:
    uri = pulling.open(CRLF)
    action = titled(await pulling.actions(uri, on(CRLF, "theo rõi")), "Bỏ qua CT504 ở đây")
    after = applied(CRLF, edits(action))
    pulling.replace(uri, 2, after)
    report = await pulling.asked(uri)
    assert [one.code for one in report.items] == ["NT102", "VB210"]  # type: ignore[union-attr]


async def test_a_rule_is_ignored_in_the_workspace(pulling: Editor, folder: Path) -> None:
    place = folder / "không-còn-quy-tắc"
    place.mkdir()
    (place / "vnplanlint.toml").write_text('# Của phòng\nignore = ["DM311"]  # quen rồi\n', encoding="utf-8")
    uri = pulling.open(PLAN, (place / "kế hoạch.txt").as_uri())
    action = titled(await pulling.actions(uri, on(PLAN, "theo rõi")), "Bỏ quy tắc CT504")
    (change,) = action.edit.document_changes  # type: ignore[union-attr, misc]
    assert change.text_document.uri == (place / "vnplanlint.toml").as_uri()  # type: ignore[union-attr]
    after = applied('# Của phòng\nignore = ["DM311"]  # quen rồi\n', edits(action))
    assert tomllib.loads(after) == {"ignore": ["CT504", "DM311"]}
    assert after.endswith("# quen rồi\n")


async def test_where_there_is_no_configuration_one_is_made(pulling: Editor, pushed: Editor, folder: Path) -> None:
    uri = pulling.open(PLAN, (folder / "a.txt").as_uri())
    action = titled(await pulling.actions(uri, on(PLAN, "theo rõi")), "Bỏ quy tắc CT504")
    create, change = action.edit.document_changes  # type: ignore[union-attr, misc]
    assert isinstance(create, types.CreateFile)
    assert create.uri == (folder / "vnplanlint.toml").as_uri()
    assert change.edits[0].new_text == 'ignore = ["CT504"]\n'  # type: ignore[union-attr]
    uri = pushed.open(PLAN, (folder / "b.txt").as_uri())
    assert len(await pushed.told(uri, 1)) == 3
    assert titled(await pushed.actions(uri, on(PLAN, "theo rõi")), "Bỏ quy tắc CT504")
    try:
        await pushed.command("vnplanlint.ignoreRule", uri, "CT504")
        assert [one.code for one in await pushed.told(uri, 1)] == ["NT102", "VB210"]
        assert (folder / "vnplanlint.toml").read_text(encoding="utf-8") == 'ignore = ["CT504"]\n'
        with pytest.raises(JsonRpcException):
            await pushed.command("vnplanlint.ignoreRule", uri, "VB210")
    finally:
        (folder / "vnplanlint.toml").unlink(missing_ok=True)
        pushed.saved(folder / "vnplanlint.toml")


async def test_a_configuration_that_cannot_be_written_is_told_in_words(pushed: Editor, folder: Path) -> None:
    gone = types.WorkspaceFolder((folder / "không có").as_uri(), "x")
    added, removed = (types.WorkspaceFoldersChangeEvent([gone], []), types.WorkspaceFoldersChangeEvent([], [gone]))
    pushed.client.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(added))
    uri = pushed.open(PLAN, f"{gone.uri}/a.txt")
    with pytest.raises(JsonRpcException, match="không ghi được"):
        await pushed.command("vnplanlint.ignoreRule", uri, "CT504")
    pushed.client.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(removed))


async def test_a_document_that_is_not_open_has_no_actions(pulling: Editor) -> None:
    assert await pulling.actions("untitled:nobody", WHOLE) == []
