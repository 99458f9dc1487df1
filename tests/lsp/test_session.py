"""Settings, configuration files and commands while a session lasts."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcRequestCancelled

from tests.lsp.conftest import PATIENCE, Editor
from tests.lsp.plans import CODES, PLAN
from vnplanlint.lsp.settings import Settings, read_settings

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest_asyncio.fixture(loop_scope="session")
async def settings(pulling: Editor) -> AsyncIterator[dict[str, object]]:
    """The asking editor's settings; afterwards they are as before."""
    values: dict[str, object] = {}
    pulling.client.set_configuration(values, section="vnplanlint")
    yield values
    if values:
        values.clear()
        await tell_settings(pulling)


async def tell_settings(editor: Editor) -> None:
    refreshed = editor.client.diagnostic_refresh_count
    editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(None))
    for _ in range(PATIENCE * 100):
        if editor.client.diagnostic_refresh_count > refreshed:
            return
        await asyncio.sleep(0.01)
    raise TimeoutError


async def codes(editor: Editor, uri: str) -> list[object]:
    return [one.code for one in (await editor.asked(uri)).items]  # type: ignore[union-attr]


async def test_it_asks_to_be_told_of_changes(pulling: Editor) -> None:
    await codes(pulling, pulling.open(PLAN))
    methods = {one.method for one in pulling.client.registered}  # type: ignore[attr-defined]
    assert methods == {"workspace/didChangeConfiguration", "workspace/didChangeWatchedFiles"}


async def test_settings_that_the_server_asks_for(pulling: Editor, settings: dict[str, object]) -> None:
    uri = pulling.open(PLAN)
    assert await codes(pulling, uri) == CODES
    settings |= {"ignore": ["CT"], "lang": "en"}
    await tell_settings(pulling)
    report = await pulling.asked(uri)
    assert [one.code for one in report.items] == ["NT102", "VB210"]  # type: ignore[union-attr]
    assert "years" in report.items[0].message  # type: ignore[union-attr]
    settings |= {"ignore": [], "minSeverity": "error"}
    await tell_settings(pulling)
    assert await codes(pulling, uri) == ["NT102"]
    settings |= {"minSeverity": "", "select": ["VB210"]}
    await tell_settings(pulling)
    assert await codes(pulling, uri) == ["VB210"]
    settings |= {"enable": False}
    await tell_settings(pulling)
    assert await codes(pulling, uri) == []
    settings.clear()
    await tell_settings(pulling)
    assert await codes(pulling, uri) == CODES


async def test_settings_that_name_no_rule_are_told_and_the_last_good_ones_stay(
    pulling: Editor, settings: dict[str, object]
) -> None:
    uri = pulling.open(PLAN)
    assert await codes(pulling, uri) == CODES
    pulling.client.messages.clear()
    settings |= {"select": ["XX999"]}
    await tell_settings(pulling)
    assert await codes(pulling, uri) == CODES
    assert await codes(pulling, pulling.open(PLAN)) == CODES
    (told,) = pulling.client.messages
    assert "XX999" in told.message
    assert "có phải là" in told.message


async def test_a_configuration_file_named_in_the_settings(
    pulling: Editor, settings: dict[str, object], folder: Path
) -> None:
    (folder / "chung.toml").write_text('ignore = ["CT"]\n', encoding="utf-8")
    uris = [pulling.open(PLAN), pulling.open(PLAN, (folder / "theo chung.txt").as_uri())]
    assert [await codes(pulling, uri) for uri in uris] == [CODES, CODES]
    settings |= {"configPath": "chung.toml"}
    await tell_settings(pulling)
    assert [await codes(pulling, uri) for uri in uris] == [["NT102", "VB210"]] * 2
    (folder / "chung.toml").write_text('ignore = ["NT", "VB"]\n', encoding="utf-8")
    pulling.saved(folder / "chung.toml")
    assert [await codes(pulling, uri) for uri in uris] == [["CT504"]] * 2
    pulling.client.messages.clear()
    settings |= {"configPath": "không-có.toml"}
    await tell_settings(pulling)
    assert [await codes(pulling, uri) for uri in uris] == [["CT504"]] * 2
    (told,) = pulling.client.messages
    assert "không-có.toml" in told.message


async def test_folders_of_the_workspace_come_and_go(pulling: Editor, folder: Path) -> None:
    (folder / "phụ").mkdir()
    (folder / "phụ" / "vnplanlint.toml").write_text('ignore = ["CT"]\n', encoding="utf-8")
    uri = pulling.open(PLAN)
    old = types.WorkspaceFolder(folder.as_uri(), "plans")
    new = types.WorkspaceFolder((folder / "phụ").as_uri(), "phụ")
    for added, removed, expected in (([new], [old], ["NT102", "VB210"]), ([old], [new], CODES)):
        event = types.WorkspaceFoldersChangeEvent(added, removed)
        pulling.client.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(event))
        assert await codes(pulling, uri) == expected


async def test_settings_that_come_with_the_message(pushed: Editor) -> None:
    uri = pushed.open(PLAN)
    assert len(await pushed.told(uri, 1)) == 3
    some = {"vnplanlint": {"ignore": ["VB", "NT"]}}
    for settings, expected in ((some, ["CT504"]), ({"vnplanlint": {}}, CODES), (some, ["CT504"]), ({}, CODES)):
        pushed.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings))
        assert [one.code for one in await pushed.told(uri, 1)] == expected


async def test_configuration_files_are_read_again_and_broken_ones_change_nothing(pulling: Editor, folder: Path) -> None:
    place = folder / "phòng"
    place.mkdir()
    config = place / "vnplanlint.toml"
    config.write_text('ignore = ["CT"]\n', encoding="utf-8")
    uri = pulling.open(PLAN, (place / "kế hoạch.md").as_uri())
    assert await codes(pulling, uri) == ["NT102", "VB210"]
    pulling.client.messages.clear()
    config.write_text('ignore = ["CT"\n', encoding="utf-8")
    pulling.saved(config)
    assert await codes(pulling, uri) == ["NT102", "VB210"]
    (told,) = pulling.client.messages
    assert told.type == types.MessageType.Warning
    assert "vnplanlint.toml" in told.message
    assert "hãy sửa tệp cấu hình" in told.message
    config.write_text('[per-file-ignores]\n"*.md" = ["VB", "NT"]\n', encoding="utf-8")
    pulling.saved(config)
    assert await codes(pulling, uri) == ["CT504"]
    config.write_text('exclude = ["*.md"]\n', encoding="utf-8")
    pulling.saved(config)
    assert await codes(pulling, uri) == []
    config.unlink()
    pulling.saved(config)
    assert await codes(pulling, uri) == CODES


async def test_a_client_that_does_not_watch_files_has_them_looked_at_when_it_saves(
    pushed: Editor, folder: Path
) -> None:
    place = folder / "không-theo-dõi"
    place.mkdir()
    config = place / "vnplanlint.toml"
    uri = pushed.open(PLAN, (place / "a.txt").as_uri())
    assert len(await pushed.told(uri, 1)) == 3
    config.write_text('ignore = ["NT", "VB"]\n', encoding="utf-8")
    pushed.client.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri)))
    assert [one.code for one in await pushed.told(uri, 1)] == ["CT504"]
    config.unlink()


async def test_what_mends_the_configuration_is_heeded_though_it_was_never_read(pulling: Editor, folder: Path) -> None:
    place = folder / "chưa-có"
    place.mkdir()
    (place / "a.txt").write_text(PLAN, encoding="utf-8")
    baseline = place / "vnplanlint-baseline.json"
    check = [sys.executable, "-m", "vnplanlint", "check", "a.txt", "--baseline", baseline.name, "--write-baseline"]
    subprocess.run(check, cwd=place, check=True)
    known = baseline.read_bytes()
    baseline.unlink()
    (place / "vnplanlint.toml").write_text(f'baseline = "{baseline.name}"\n', encoding="utf-8")
    pulling.client.messages.clear()
    uri = pulling.open(PLAN, (place / "a.txt").as_uri())
    assert await codes(pulling, uri) == CODES
    pulling.saved(place / "another.toml")
    assert await codes(pulling, uri) == CODES
    assert [baseline.name in told.message for told in pulling.client.messages] == [True]
    baseline.write_bytes(known)
    pulling.saved(baseline)
    assert await codes(pulling, uri) == []


async def test_what_the_baseline_knows_is_not_told(pulling: Editor, folder: Path) -> None:
    place = folder / "đã-biết"
    place.mkdir()
    (place / "vnplanlint.toml").write_text('baseline = "vnplanlint-baseline.json"\n', encoding="utf-8")
    (place / "a.txt").write_text(PLAN, encoding="utf-8")
    check = [sys.executable, "-m", "vnplanlint", "check", "a.txt"]
    subprocess.run([*check, "--write-baseline"], cwd=place, check=True)
    uri = pulling.open(PLAN, (place / "a.txt").as_uri())
    assert await codes(pulling, uri) == []
    pulling.replace(uri, 2, PLAN.replace("Yêu cầu", "Yêu cầu: vượt mực"))
    assert len(await codes(pulling, uri)) <= 1
    (place / "vnplanlint-baseline.json").unlink()
    (place / "vnplanlint.toml").unlink()
    pulling.saved(place / "vnplanlint-baseline.json")
    assert (await codes(pulling, uri))[-1] == "CT504"


CARD = """\
code = "RR901"
severity = "warning"
title.vi = "Từ không dùng"
title.en = "A word not used"
message.vi = "“{text}” nên viết “{right}”"
message.en = "“{text}” should be “{right}”"
why.vi = "Theo quy ước của cơ quan."
why.en = "By the organ's custom."
check = "replace"
[given.words]
"tuyên truyền" = "truyền thông"
"""


async def test_a_card_of_ones_own_is_read_again(pulling: Editor, folder: Path) -> None:
    place = folder / "riêng"
    (place / "quy-tac" / "rieng").mkdir(parents=True)
    card = place / "quy-tac" / "rieng" / "tu-rieng.toml"
    card.write_text(CARD, encoding="utf-8")
    (place / "vnplanlint.toml").write_text('extend-rules = ["quy-tac"]\nselect = ["RR901"]\n', encoding="utf-8")
    uri = pulling.open(PLAN, (place / "a.txt").as_uri())
    assert await codes(pulling, uri) == ["RR901"]
    assert "# RR901 · Từ không dùng" in str(await pulling.command("vnplanlint.explain", "RR901"))
    card.write_text(CARD.replace("tuyên truyền", "chánh án"), encoding="utf-8")
    refreshed = pulling.client.diagnostic_refresh_count
    pulling.saved(place / "another.toml")
    assert await codes(pulling, uri) == ["RR901"]
    assert pulling.client.diagnostic_refresh_count == refreshed
    pulling.saved(card)
    assert await codes(pulling, uri) == []
    assert pulling.client.diagnostic_refresh_count == refreshed + 1


async def test_explain(pulling: Editor) -> None:
    page = await pulling.command("vnplanlint.explain", "NT102")
    assert str(page).startswith("# NT102 · ")
    with pytest.raises(JsonRpcException, match="XX"):
        await pulling.command("vnplanlint.explain", "XX")
    with pytest.raises(JsonRpcException):
        await pulling.command("vnplanlint.explain")


async def test_extract(pulling: Editor, folder: Path) -> None:
    uri = pulling.open(PLAN)
    shown = await pulling.command("vnplanlint.extract", uri)
    assert "12/KH-UBND" in str(shown)
    assert "Nghị định · 30/2020/NĐ-CP · 05/3/2020 · Chính phủ" in str(shown)
    (folder / "tệp.txt").write_text(PLAN, encoding="utf-8")
    assert "12/KH-UBND" in str(await pulling.command("vnplanlint.extract", (folder / "tệp.txt").as_uri()))
    with pytest.raises(JsonRpcException, match="không có tệp"):
        await pulling.command("vnplanlint.extract", (folder / "không có.txt").as_uri())


async def test_check_workspace(pulling: Editor, folder: Path) -> None:
    place = folder / "soát"
    (place / "bỏ").mkdir(parents=True)
    (place / "vnplanlint.toml").write_text('exclude = ["bỏ/"]\n', encoding="utf-8")
    for name in ("a b.txt", "đ.md", "bỏ/c.txt"):
        (place / name).write_text(PLAN, encoding="utf-8")
    (place / "d.txt").write_bytes(b"\0\1\2\xff")
    opened = pulling.open("Không có gì.", (place / "đ.md").as_uri())
    for notices in pulling.client.said.values():  # type: ignore[attr-defined]
        notices.clear()
    counts = await pulling.command("vnplanlint.checkWorkspace")
    said = {uri: len(notices[-1].diagnostics) for uri, notices in pulling.client.said.items() if notices}  # type: ignore
    assert isinstance(counts, dict) or hasattr(counts, "files")
    counts = counts if isinstance(counts, dict) else counts._asdict()  # type: ignore[attr-defined]
    assert counts["unreadable"] == 1
    assert counts["findings"] >= 3
    mine = {uri: number for uri, number in said.items() if uri.startswith(place.as_uri())}
    assert mine == {(place / "a b.txt").as_uri(): 3}
    assert opened not in said
    *_, reports = pulling.client.progress_reports.values()
    assert [one.kind for one in reports] == ["begin", *["report"] * (len(reports) - 2), "end"]  # type: ignore[attr-defined]
    assert reports[0].title == "Đang soát thư mục làm việc"  # type: ignore[attr-defined]
    (place / "a b.txt").rename(place / "e.txt")
    assert await pulling.told((place / "a b.txt").as_uri())
    await pulling.command("vnplanlint.checkWorkspace")
    assert await pulling.told((place / "a b.txt").as_uri()) == []  # it is not there any more
    assert await pulling.told((place / "e.txt").as_uri())
    config = place / "vnplanlint.toml"
    config.write_text('exclude = ["bỏ/"]\nignore = ["NT", "VB"]\n', encoding="utf-8")
    pulling.saved(config)
    assert [one.code for one in await pulling.told((place / "e.txt").as_uri())] == ["CT504"]
    (place / "e.txt").rename(place / "f.txt")
    pulling.saved(place / "e.txt")
    assert await pulling.told((place / "e.txt").as_uri()) == []
    (place / "f.txt").rename(place / "e.txt")
    await pulling.command("vnplanlint.checkWorkspace")
    assert await pulling.told((place / "e.txt").as_uri())
    pulling.open(PLAN, (place / "e.txt").as_uri())
    assert await pulling.told((place / "e.txt").as_uri()) == []  # it is asked for from now on


@pytest.mark.parametrize("way", ["progress", "request"])
async def test_checking_the_workspace_can_be_ended(pulling: Editor, folder: Path, way: str) -> None:
    place = folder / f"nhiều-{way}"
    place.mkdir()
    for number in range(150):
        (place / f"{number:03}.txt").write_text(PLAN, encoding="utf-8")
    before = set(pulling.client.progress_reports)
    params = types.ExecuteCommandParams("vnplanlint.checkWorkspace", [])
    asked = pulling.client.protocol.send_request_async("workspace/executeCommand", params, msg_id=way)
    running = asyncio.ensure_future(asked)
    while not (token := next(iter(set(pulling.client.progress_reports) - before), None)):
        await asyncio.sleep(0.002)
    if way == "progress":
        pulling.client.window_work_done_progress_cancel(types.WorkDoneProgressCancelParams(token))
    else:
        pulling.client.cancel_request(types.CancelParams(way))
    with pytest.raises(JsonRpcRequestCancelled):
        await asyncio.wait_for(running, PATIENCE)
    reports = pulling.client.progress_reports[token]
    while reports[-1].kind != "end":  # type: ignore[attr-defined]
        await asyncio.sleep(0.002)
    assert len(reports) < 150
    shutil.rmtree(place)
    assert await codes(pulling, pulling.open(PLAN)) == CODES


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        (None, Settings()),
        ([1, 2], Settings()),
        ({"lang": "fr", "select": 3, "minSeverity": "loud", "configPath": 4, "enable": "no"}, Settings()),
        ({"vnplanlint": {"lang": "en"}, "lang": "vi"}, Settings(lang="en")),
        ({"select": "NT, VB", "ignore": ["CT", 1, ""]}, Settings(select=("NT", "VB"), ignore=("CT",))),
        ({"enable": False, "minSeverity": "error"}, Settings(enable=False, min_severity="error")),
        ({"configPath": "a" + os.sep + "b.toml"}, Settings(config_path="a" + os.sep + "b.toml")),
    ],
)
async def test_settings_are_read_as_far_as_they_make_sense(sent: object, read: Settings) -> None:
    assert read_settings(sent) == read
