"""The package for Emacs, in a real Emacs with the real server."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from .emacs import PACKAGE, Emacs
from .scenarios import PLAN, WRONG_SYMBOL, assert_a_fix_after_an_emoji_is_in_place, assert_a_quick_fix_renumbers
from .session import CORPUS, SMALL_PLAN, Place, editor_program, expected_findings, wait_for

Open = Callable[..., Emacs]


@pytest.fixture
def emacs(here: Place) -> Iterator[Open]:
    """Opens a file of the workspace in an Emacs with the package."""
    opened: list[Emacs] = []

    def start(name: str, more: str = "") -> Emacs:
        opened.append(Emacs(here, here.work / name, more))
        return opened[-1]

    yield start
    for editor in opened:
        editor.kill()


def test_a_faulty_plan_and_all_places_of_a_contradiction(here: Place, emacs: Open) -> None:
    shutil.copy(CORPUS / PLAN, here.work / "ke-hoach.md")
    expected = expected_findings(PLAN)
    editor = emacs("ke-hoach.md")

    found = editor.wait_for_codes([one.code for one in expected])

    assert [(item["row"], item["code"], item["text"]) for item in found] == sorted(expected)
    by_code = {item["code"]: item for item in found}
    assert "Ký hiệu “236/KHUBND” viết sai thể thức" in by_code["VB201"]["message"]
    assert by_code["VB201"]["type"] == "eglot-error"
    assert by_code["DM309"]["type"] == "eglot-warning"

    editor.put_cursor_on("(18/11/1930 - 18/11/2024)")
    editor.lisp("(progn (vnplanlint-show-places) nil)")
    shown = editor.lisp('(with-current-buffer "*xref*" (buffer-substring-no-properties (point-min) (point-max)))')
    for message in ("“95 năm” nhưng 18/11/1930 – 18/11/2024 là 94 năm", "số năm ghi ở đây", "tính đúng"):
        assert message in shown


def test_a_quick_fix(here: Place, emacs: Open) -> None:
    assert_a_quick_fix_renumbers(here, emacs)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_positions_after_an_emoji(here: Place, emacs: Open, form: str, line_end: str) -> None:
    assert_a_fix_after_an_emoji_is_in_place(here, emacs, form, line_end)


def test_typing_brings_new_diagnostics(here: Place, emacs: Open) -> None:
    (here.work / "ke-hoach.txt").write_text(f"KẾ HOẠCH\n\n{WRONG_SYMBOL}\n", "utf-8")
    editor = emacs("ke-hoach.txt")
    editor.wait_for_codes(["VB201"])

    editor.put_cursor_on("UBND ngày")
    editor.press("- 🎉 DEL")
    editor.wait_for_codes([])
    editor.press("M-> RET")
    editor.press("H ọ p SPC n g à y SPC 3 1 / 4 / 2 0 2 5 .")

    assert [item["text"] for item in editor.wait_for_codes(["NT101"])] == ["31/4/2025"]


def test_hover_and_definition(here: Place, emacs: Open) -> None:
    (here.work / "ke-hoach.txt").write_text(SMALL_PLAN, "utf-8")
    editor = emacs("ke-hoach.txt", "(setq eldoc-idle-delay 0 eldoc-echo-area-use-multiline-p t)")
    editor.wait_for_codes(["NT101"])

    editor.put_cursor_on("31/4/2025")
    editor.press("<right>")
    hover = """(apply #'concat (mapcar (lambda (one) (with-current-buffer one (buffer-string)))
                 (seq-filter (lambda (one) (string-match-p "\\\\*eldoc" (buffer-name one))) (buffer-list))))"""
    wait_for(
        lambda: "NĐ 30/2020/NĐ-CP" in editor.lisp(f"(substring-no-properties {hover})"),
        "no hover",
        editor.log,
    )

    editor.put_cursor_on("mục I Kế hoạch")
    editor.press("M-.")
    wait_for(lambda: editor.lisp("(line-number-at-pos)") == 4, "not at section I", editor.log)


def test_settings(here: Place, emacs: Open) -> None:
    shutil.copy(CORPUS / PLAN, here.work / "ke-hoach.md")
    more = """(setq vnplanlint-lang "en" vnplanlint-select '("VB" "DM") vnplanlint-ignore '("DM3"))"""
    editor = emacs("ke-hoach.md", more)

    found = editor.wait_for_codes(["VB201"])

    assert "236/KHUBND" in found[0]["message"]
    assert "Ký hiệu" not in found[0]["message"]


def test_settings_of_a_folder(here: Place, emacs: Open) -> None:
    shutil.copy(CORPUS / PLAN, here.work / "ke-hoach.md")
    settings = '((nil . ((eglot-workspace-configuration . (:vnplanlint (:lang "en" :ignore ["DM" "NT"]))))))'
    (here.work / ".dir-locals.el").write_text(settings, "utf-8")
    editor = emacs("ke-hoach.md", "(setq enable-local-variables :all)")

    found = editor.wait_for_codes(["VB201"])

    assert "Ký hiệu" not in found[0]["message"]


def test_the_workspace_and_its_configuration(here: Place, emacs: Open) -> None:
    folder = here.work / "năm 2025"
    folder.mkdir()
    (here.work / "vnplanlint.toml").write_text('ignore = ["DM", "NT"]\n', "utf-8")
    shutil.copy(CORPUS / PLAN, folder / "ke-hoach.md")
    editor = emacs("năm 2025/ke-hoach.md")

    editor.wait_for_codes(["VB201"])

    root = editor.lisp("(expand-file-name (project-root (project-current)))")
    assert Path(root) == here.work.resolve()


def test_one_server_for_a_workspace_that_leaves_with_the_editor(here: Place, emacs: Open) -> None:
    (here.work / "vnplanlint.toml").touch()
    for name in ("a.txt", "b.md"):
        (here.work / name).write_text(f"KẾ HOẠCH\n\n{WRONG_SYMBOL}\n", "utf-8")
    (here.work / "c.html").write_text("<p>236/KHUBND</p>\n", "utf-8")
    editor = emacs("a.txt")
    editor.wait_for_codes(["VB201"])
    editor.press("C-x C-f c . h t m l RET")
    wait_for(lambda: editor.lisp("(buffer-name)") == "c.html", "c.html is not visited", editor.log)
    assert editor.lisp("(if (eglot-managed-p) t :false)") is False
    editor.press("C-x C-f b . m d RET")
    wait_for(lambda: editor.lisp("(buffer-name)") == "b.md", "b.md is not visited", editor.log)
    editor.wait_for_codes(["VB201"])
    assert len(here.servers()) == 1

    assert editor.quit() == 0

    wait_for(lambda: not here.running_servers(), "the server still runs", lambda: "", seconds=5)
    assert here.server_errors.read_text("utf-8") == ""


def test_a_missing_server_is_said(here: Place, emacs: Open) -> None:
    (here.work / "ke-hoach.txt").write_text("KẾ HOẠCH\n", "utf-8")
    editor = emacs("ke-hoach.txt", """(setq vnplanlint-command '("không-có" "server"))""")

    said = wait_for(lambda: "“không-có”" in editor.log() and editor.log(), "nothing is said", editor.log)

    assert "pip install" in said
    assert here.servers() == []


def test_the_package_compiles_without_warnings_and_is_documented(tmp_path: Path) -> None:
    program = editor_program("VNPLANLINT_EMACS", "emacs")
    file = shutil.copy(PACKAGE, tmp_path)

    def batch(*arguments: str) -> str:
        done = subprocess.run([program, "--batch", *arguments], capture_output=True, text=True, timeout=120)
        return "" if done.returncode == 0 and "arning" not in done.stderr else done.stderr

    strict = "(setq byte-compile-error-on-warn t)"
    assert batch("--eval", strict, "-f", "batch-byte-compile", str(file)) == ""
    assert batch("-Q", "--eval", f'(checkdoc-file "{file}")') == ""
