"""What must hold in every editor."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Callable
from typing import Any, Protocol

from .session import CORPUS, Place, expected_findings

PLAN = "mttq-xa-ngay-hoi-dai-doan-ket-2025.md"
WRONG_SYMBOL = "📌📌 Thực hiện Kế hoạch số 236/KHUBND ngày 25/9/2025 của Ủy ban nhân dân tỉnh Phú Thọ."
FIX = "Sửa thành “236/KH-UBND”"


class Editor(Protocol):
    """An editor that has a plan open."""

    def wait_for_codes(self, codes: list[str]) -> list[dict[str, Any]]: ...
    def lines(self) -> list[str]: ...
    def put_cursor_on(self, text: str, row: int = ...) -> None: ...
    def apply_code_action(self, title: str) -> None: ...
    def save(self) -> None: ...


def assert_a_quick_fix_renumbers(here: Place, open_in: Callable[[str], Editor]) -> None:
    """The fix of one heading changes the headings behind it too, and nothing else."""
    shutil.copy(CORPUS / PLAN, here.work / "ke-hoach.md")
    codes = [one.code for one in expected_findings(PLAN)]
    editor = open_in("ke-hoach.md")
    editor.wait_for_codes(codes)
    before = editor.lines()

    editor.put_cursor_on("III.", row=73)
    editor.apply_code_action("Đánh số lại từ đây: “IV.” và các mục sau")

    editor.wait_for_codes([code for code in codes if code != "DM301"])
    before[72] = "## **IV. KINH PHÍ**"
    before[76] = "## **V. TỔ CHỨC THỰC HIỆN**"
    assert editor.lines() == before


def assert_a_fix_after_an_emoji_is_in_place(
    here: Place, open_in: Callable[[str], Editor], form: str, line_end: str
) -> None:
    """What stands before a diagnostic, how letters are composed and how lines end does not move it or its fix."""
    text = unicodedata.normalize(form, line_end.join(["KẾ HOẠCH", "", WRONG_SYMBOL, ""]))
    file = here.work / "ke-hoach.txt"
    file.write_bytes(text.encode())
    editor = open_in(file.name)

    decomposed = ["CT509"] if form == "NFD" else []
    found = editor.wait_for_codes(["VB201", *decomposed])
    assert [(item["row"], item["text"]) for item in found if item["code"] == "VB201"] == [(3, "236/KHUBND")]
    editor.put_cursor_on("236/KHUBND")
    editor.apply_code_action(FIX)
    editor.wait_for_codes(decomposed)
    editor.save()

    assert file.read_bytes() == text.replace("KHUBND", "KH-UBND").encode()
