"""The configuration for Neovim, in a real Neovim with the real server."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator

import pytest

from .neovim import CONFIGURATION, Neovim, version
from .scenarios import PLAN, WRONG_SYMBOL, assert_a_fix_after_an_emoji_is_in_place, assert_a_quick_fix_renumbers
from .session import CORPUS, SMALL_PLAN, Place, editor_program, expected_findings, wait_for

Open = Callable[..., Neovim]


def _natively(options: str) -> str:
    return f"vim.lsp.config('vnplanlint', {options}) vim.lsp.enable('vnplanlint')"


def _by_setup(options: str) -> str:
    return f"require('vnplanlint').setup({options})"


WAYS = {"lsp": _natively, "lua": _by_setup}
"""The folder that the file is copied to, and how it is then switched on."""


@pytest.fixture(params=list(WAYS))
def neovim(request: pytest.FixtureRequest, here: Place) -> Iterator[Open]:
    """Opens a file of the workspace in a Neovim set up in one of the two ways."""
    way = request.param
    if way == "lsp" and version(editor_program("VNPLANLINT_NVIM", "nvim")) < (0, 11):
        pytest.skip("lsp/ is read by Neovim 0.11 and newer")
    opened: list[Neovim] = []

    def start(name: str, options: str = "{}", more: str = "") -> Neovim:
        opened.append(Neovim(here, here.work / name, way=way, init=f"{WAYS[way](options)}\n{more}"))
        return opened[-1]

    yield start
    for editor in opened:
        editor.kill()


def test_a_faulty_plan(here: Place, neovim: Open) -> None:
    shutil.copy(CORPUS / PLAN, here.work / "ke-hoach.md")
    expected = expected_findings(PLAN)
    editor = neovim("ke-hoach.md")

    found = editor.wait_for_codes([one.code for one in expected])

    assert [(item["row"], item["code"], item["text"]) for item in found] == sorted(expected)
    by_code = {item["code"]: item for item in found}
    assert by_code["VB201"]["message"].startswith("Ký hiệu “236/KHUBND” viết sai thể thức")
    assert by_code["VB201"]["severity"] == "ERROR"
    assert by_code["DM309"]["severity"] == "WARN"
    assert {item["source"] for item in found} == {"vnplanlint"}
    places = [
        (other["location"]["range"]["start"]["line"] + 1, other["message"]) for other in by_code["NT102"]["related"]
    ]
    assert places == [(19, "số năm ghi ở đây"), (13, "chỗ này cùng sự kiện, tính đúng")]


def test_a_quick_fix(here: Place, neovim: Open) -> None:
    assert_a_quick_fix_renumbers(here, neovim)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_positions_after_an_emoji(here: Place, neovim: Open, form: str, line_end: str) -> None:
    assert_a_fix_after_an_emoji_is_in_place(here, neovim, form, line_end)


def test_typing_brings_new_diagnostics(here: Place, neovim: Open) -> None:
    (here.work / "ke-hoach.txt").write_text(f"KẾ HOẠCH\n\n{WRONG_SYMBOL}\n", "utf-8")
    editor = neovim("ke-hoach.txt")
    editor.wait_for_codes(["VB201"])

    editor.put_cursor_on("236/KHUBND")
    editor.lua("vim.cmd('normal! cW236/KH-UBND🎉')")
    editor.wait_for_codes([])
    editor.lua("vim.cmd('normal! oHọp ngày 31/4/2025.')")

    assert [item["text"] for item in editor.wait_for_codes(["NT101"])] == ["31/4/2025"]


def test_hover_and_definition(here: Place, neovim: Open) -> None:
    (here.work / "ke-hoach.txt").write_text(SMALL_PLAN, "utf-8")
    editor = neovim("ke-hoach.txt")
    editor.wait_for_codes(["NT101"])

    editor.put_cursor_on("31/4/2025")
    editor.lua("vim.lsp.buf.hover()")
    windows = "vim.tbl_map(vim.api.nvim_win_get_buf, vim.api.nvim_list_wins())"
    shown = f"return vim.tbl_map(function(b) return vim.api.nvim_buf_get_lines(b, 0, -1, true) end, {windows})"
    hover = wait_for(lambda: [one for one in editor.lua(shown) if "NT101" in one[0]], "no hover", editor.log)
    assert "Không có ngày 31/4/2025: tháng 4/2025 chỉ có 30 ngày" in hover[0]

    editor.put_cursor_on("mục I Kế hoạch")
    editor.lua("vim.lsp.buf.definition()")
    wait_for(lambda: editor.lua("return vim.api.nvim_win_get_cursor(0)[1]") == 4, "not at section I", editor.log)


def test_the_message_with_all_places_of_a_contradiction(here: Place, neovim: Open) -> None:
    shutil.copy(CORPUS / PLAN, here.work / "ke-hoach.md")
    blocks = CONFIGURATION.with_name("README.md").read_text("utf-8").split("```lua\n")[1:]
    advice = next(block.split("```")[0] for block in blocks if "relatedInformation" in block)
    editor = neovim("ke-hoach.md", more=advice)
    editor.wait_for_codes([one.code for one in expected_findings(PLAN)])

    editor.put_cursor_on("(18/11/1930 - 18/11/2024)")
    window = editor.lua(
        "local buffer = vim.diagnostic.open_float() return vim.api.nvim_buf_get_lines(buffer, 0, -1, true)"
    )

    message = "\n".join(window)
    assert "- dòng 19: số năm ghi ở đây" in message
    assert "- dòng 13: chỗ này cùng sự kiện, tính đúng" in message


def test_settings(here: Place, neovim: Open) -> None:
    shutil.copy(CORPUS / PLAN, here.work / "ke-hoach.md")
    editor = neovim(
        "ke-hoach.md", "{ settings = { vnplanlint = { lang = 'en', select = {'VB', 'DM'}, ignore = {'DM3'} } } }"
    )

    wait_for(
        lambda: editor.codes() == ["VB201"] and "KHUBND" in editor.diagnostics()[0]["message"], "no VB201", editor.log
    )

    assert "Ký hiệu" not in editor.diagnostics()[0]["message"]


def test_the_workspace_and_its_configuration(here: Place, neovim: Open) -> None:
    folder = here.work / "năm 2025"
    folder.mkdir()
    (here.work / "vnplanlint.toml").write_text('ignore = ["DM", "NT"]\n', "utf-8")
    (folder / ".git").mkdir()
    shutil.copy(CORPUS / PLAN, folder / "ke-hoach.md")
    editor = neovim("năm 2025/ke-hoach.md")

    editor.wait_for_codes(["VB201"])

    clients = "(vim.lsp.get_clients or vim.lsp.get_active_clients)()"
    roots = editor.lua(f"return vim.tbl_map(function(client) return client.config.root_dir end, {clients})")
    assert roots == [str(here.work.resolve())]


def test_one_server_for_a_workspace_that_leaves_with_the_editor(here: Place, neovim: Open) -> None:
    (here.work / "vnplanlint.toml").touch()
    for name in ("a.txt", "b.md"):
        (here.work / name).write_text(f"KẾ HOẠCH\n\n{WRONG_SYMBOL}\n", "utf-8")
    (here.work / "c.py").write_text("KHUBND = 236\n", "utf-8")
    editor = neovim("a.txt")
    editor.wait_for_codes(["VB201"])
    for name in ("c.py", "b.md"):
        editor.lua(f"vim.cmd('edit {name}')")
    editor.wait_for_codes(["VB201"])
    assert len(here.servers()) == 1

    assert editor.quit() == 0

    wait_for(lambda: not here.running_servers(), "the server still runs", editor.log, seconds=5)
    assert here.server_errors.read_text("utf-8") == ""


@pytest.mark.parametrize("neovim", ["lua"], indirect=True)
def test_a_missing_server_is_said(here: Place, neovim: Open) -> None:
    (here.work / "ke-hoach.txt").write_text("KẾ HOẠCH\n", "utf-8")
    note = "vim.notify = function(text) vim.g.said = (vim.g.said or '') .. text end"
    editor = neovim("ke-hoach.txt", "{ cmd = { 'không-có', 'server' } }", more=note)

    said = wait_for(lambda: editor.lua("return vim.g.said"), "nothing is said", editor.log)

    assert "không-có" in said
    assert "pip install" in said
    assert here.servers() == []
