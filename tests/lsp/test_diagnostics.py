"""Diagnostics: sent to one editor, asked for by the other; never both."""

from __future__ import annotations

import asyncio
import json
import random
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from lsprotocol import converters, types
from pygls.exceptions import JsonRpcRequestCancelled

from tests.lsp.conftest import Editor
from tests.lsp.plans import CODES, CRLF, EMOJI, FORMS, NFD, PLAN, at, covered, units

pytestmark = pytest.mark.asyncio(loop_scope="session")


def codes(found: list[types.Diagnostic]) -> list[object]:
    return [one.code for one in found]


async def test_capabilities(pushed: Editor, pulling: Editor) -> None:
    sent, asked = pushed.client.result.capabilities, pulling.client.result.capabilities  # type: ignore[attr-defined]
    assert sent.diagnostic_provider is None
    assert asked.diagnostic_provider is not None
    assert not asked.diagnostic_provider.inter_file_dependencies
    assert not asked.diagnostic_provider.workspace_diagnostics
    assert asked.position_encoding == "utf-16"
    assert asked.code_action_provider.resolve_provider
    assert asked.text_document_sync.save
    assert asked.text_document_sync.change == types.TextDocumentSyncKind.Incremental
    assert {"vnplanlint.explain", "vnplanlint.extract", "vnplanlint.checkWorkspace"} <= set(
        asked.execute_command_provider.commands
    )


@pytest.mark.parametrize("form", FORMS)
async def test_pushed_ranges_cover_the_words_in_every_form_of_text(pushed: Editor, form: str) -> None:
    text = FORMS[form]
    uri = pushed.open(text)
    found = [one for one in await pushed.told(uri, 1) if one.code != "CT509"]  # the text is decomposed: true enough
    assert codes(found) == CODES
    marked = [unicodedata.normalize("NFC", covered(text.replace("\r\n", "\n"), one.range)) for one in found]
    assert marked[0] == "(01/4/1992 - 01/4/2021)"
    assert marked[1].endswith("15/2003/QH11")
    assert marked[2] == "theo rõi"
    assert all(one.source == "vnplanlint" for one in found)
    assert [one.severity.value for one in found] == [1, 2, 2]  # type: ignore[union-attr]


async def test_other_places_are_told_in_the_message_where_the_client_knows_no_related_information(
    pushed: Editor, pulling: Editor
) -> None:
    uri = pushed.open(PLAN)
    (told, *_) = await pushed.told(uri, 1)
    assert told.related_information is None
    assert "\n- 9: " in told.message
    uri = pulling.open(PLAN)
    report = await pulling.asked(uri)
    assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
    place = report.items[0].related_information[0]  # type: ignore[index]
    assert "\n" not in report.items[0].message
    assert place.location.uri == uri
    assert covered(PLAN, place.location.range) == "30 năm"


async def test_each_key_press_is_followed(pushed: Editor) -> None:
    uri = pushed.open(PLAN)
    await pushed.told(uri, 1)
    place = at(PLAN, "rõi", 0)
    pushed.change(
        uri,
        2,
        types.TextDocumentContentChangePartial(
            types.Range(place, types.Position(place.line, place.character + 1)), "d"
        ),
    )
    assert codes(await pushed.told(uri, 2)) == ["NT102", "VB210"]
    pushed.change(uri, 3, types.TextDocumentContentChangePartial(types.Range(place, place), "r"))
    pushed.change(
        uri,
        4,
        types.TextDocumentContentChangePartial(
            types.Range(
                types.Position(place.line, place.character + 1), types.Position(place.line, place.character + 2)
            ),
            "",
        ),
    )
    assert codes(await pushed.told(uri, 4)) == CODES


async def test_of_many_changes_the_newest_is_told_last_and_no_older_one_after_it(pushed: Editor) -> None:
    uri = pushed.open(PLAN * 20)
    said: list[types.PublishDiagnosticsParams] = []
    for version in range(2, 40):
        pushed.replace(uri, version, PLAN * 20 if version % 2 else "Không có gì.")
    pushed.replace(uri, 40, PLAN)
    while not said or said[-1].version != 40:
        said.append(await pushed.notice(uri))
    versions = [one.version for one in said]
    assert versions == sorted(versions)
    assert len(versions) < 20
    assert codes(list(said[-1].diagnostics)) == CODES


async def test_closing_takes_back_what_was_told(pushed: Editor) -> None:
    uri = pushed.open(PLAN)
    assert await pushed.told(uri, 1)
    pushed.close(uri)
    assert await pushed.told(uri) == []


async def test_opening_twice_is_opening_anew(pushed: Editor) -> None:
    uri = pushed.open(PLAN)
    pushed.open("Không có gì.", uri, 7)
    assert await pushed.told(uri, 7) == []


async def test_unchanged_is_said_in_one_word(pulling: Editor) -> None:
    uri = pulling.open(EMOJI)
    first = await pulling.asked(uri)
    assert isinstance(first, types.RelatedFullDocumentDiagnosticReport)
    assert codes(list(first.items)) == CODES
    again = await pulling.asked(uri, first.result_id)
    assert isinstance(again, types.RelatedUnchangedDocumentDiagnosticReport)
    assert again.result_id == first.result_id
    pulling.replace(uri, 2, CRLF)
    other = await pulling.asked(uri, first.result_id)
    assert isinstance(other, types.RelatedFullDocumentDiagnosticReport)
    assert codes(list(other.items)) == CODES


async def test_who_asks_is_not_sent_any(pulling: Editor) -> None:
    uri = pulling.open(NFD)
    await pulling.asked(uri)
    assert uri not in pulling.client.diagnostics


async def test_a_document_that_is_not_open_has_none(pulling: Editor) -> None:
    report = await pulling.asked("untitled:nobody")
    assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
    assert not report.items


async def test_a_request_that_is_cancelled_says_so_and_the_next_is_answered(pulling: Editor) -> None:
    uri = pulling.open(PLAN * 100)
    params = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
    future = pulling.client.protocol.send_request_async("textDocument/diagnostic", params, msg_id="slow")
    waiting = asyncio.ensure_future(future)
    await asyncio.sleep(0)
    pulling.client.cancel_request(types.CancelParams("slow"))
    with pytest.raises(JsonRpcRequestCancelled):
        await asyncio.wait_for(waiting, 30)
    report = await pulling.asked(uri)
    assert len(report.items) > 100  # type: ignore[union-attr]


async def test_the_server_answers_others_while_a_long_text_is_checked(pulling: Editor) -> None:
    long, short = pulling.open(PLAN * 300), pulling.open(PLAN)
    await pulling.asked(short)
    pulling.replace(long, 2, PLAN * 299)
    slow = asyncio.ensure_future(pulling.asked(long))
    await asyncio.sleep(0)
    hover = types.HoverParams(types.TextDocumentIdentifier(short), at(PLAN, "30/2020"))
    assert await asyncio.wait_for(pulling.client.text_document_hover_async(hover), 30)
    assert not slow.done()
    await slow


async def test_the_same_is_told_as_in_the_report_for_other_tools(pulling: Editor, tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.txt"
    path.write_text(EMOJI, encoding="utf-8")
    check = [sys.executable, "-m", "vnplanlint", "check", "--output-format", "lsp", str(path)]
    done = subprocess.run(check, capture_output=True, encoding="utf-8", timeout=60)
    (reported,) = json.loads(done.stdout)
    uri = pulling.open(EMOJI, reported["uri"])
    told = converters.get_converter().unstructure((await pulling.asked(uri)).items)  # type: ignore[union-attr]
    for one in reported["diagnostics"]:
        del one["data"]["fixes"]
        if not one["relatedInformation"]:
            del one["relatedInformation"]
    assert list(told) == reported["diagnostics"]


async def test_after_many_edits_it_is_as_if_the_text_were_opened_now(pulling: Editor) -> None:
    chance = random.Random(30)
    lines = FORMS["form feed"].split("\n")
    uri = pulling.open("\n".join(lines))
    pieces = ["😀", "theo rõi ", "II. ", "đ", "\n", "\n\n", " 31/4/2021", "(", "ệ".encode().decode(), "e\u0323\u0302"]
    for version in range(2, 42):
        line = chance.randrange(len(lines))
        start = chance.randint(0, len(lines[line]))
        end = chance.randint(start, min(start + 3, len(lines[line])))
        new = chance.choice(pieces)
        place = types.Range(
            types.Position(line, units(lines[line][:start])), types.Position(line, units(lines[line][:end]))
        )
        pulling.change(uri, version, types.TextDocumentContentChangePartial(place, new))
        text = "\n".join([*lines[:line], lines[line][:start] + new + lines[line][end:], *lines[line + 1 :]])
        lines = text.split("\n")
        if version % 5 == 1:
            report = await pulling.asked(uri)
            fresh = await pulling.asked(pulling.open(text))
            assert [(one.code, one.range, one.message) for one in report.items] == [  # type: ignore[union-attr]
                (one.code, one.range, one.message)
                for one in fresh.items  # type: ignore[union-attr]
            ]


async def test_a_very_long_line(pulling: Editor) -> None:
    text = "Ban Chỉ đạo theo dõi 😀 " * 20_000 + "rồi theo rõi 😀 tiếp"
    uri = pulling.open(text)
    report = await pulling.asked(uri)
    assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
    found = [one for one in report.items if one.code == "CT504"]
    assert found
    assert all(covered(text, one.range) == "theo rõi" for one in found)
    pulling.close(uri)
