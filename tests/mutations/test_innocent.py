"""Other habits of writing are no mistakes: a clean plan rewritten in one of them stays silent."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import regex

from vnplanlint.document.build import build_document
from vnplanlint.engine import check_document
from vnplanlint.readers.text import from_text

from .measure import book, clean_plans

DATE = r"(\d\d?)/(\d\d?)/(\d{4})"


def sub(pattern: str, new: str, count: int = 0) -> Callable[[str], str]:
    return lambda text: regex.sub(pattern, new, text, count=count, flags=regex.MULTILINE)


def type_line(text: str) -> int:
    """Where the tên loại stands; 0 in a công văn, which has none."""
    found = regex.search(
        r"^[#* ]*(?:KẾ HOẠCH|QUYẾT ĐỊNH|BÁO CÁO|ĐỀ ÁN|HƯỚNG DẪN|NGHỊ QUYẾT|THÔNG BÁO|TỜ TRÌNH)\b", text, regex.M
    )
    return found.start() if found else 0


DRAFTS = {"number still blank", "day still blank"}
"""The state of a draft, which is told once and in passing."""

HABITS: dict[str, Callable[[str], str]] = {
    "dashes in ranges": sub(r"(\d)(\s)-(\s)(\d)", r"\1\2–\3\4"),
    "ranges without spaces": sub(r"(\d) - (\d)", r"\1-\2"),
    "no-break spaces": sub(r"(số|ngày|năm|tháng) (\d)", "\\1\u00a0\\2"),
    "abbreviated organs": lambda text: text.replace("Ủy ban nhân dân", "UBND").replace("Hội đồng nhân dân", "HĐND"),
    "weekdays by number": lambda text: text.replace("thứ Sáu,", "thứ 6,").replace("thứ Bảy,", "thứ 7,"),
    "weekday after the date": sub(r"(thứ \p{L}+|Chủ nhật), ngày (\d+/\d+/\d+)", r"ngày \2 (\1)"),
    "number still blank": sub(r"(Số):? \d+([/-])", r"\1:       \2", 1),
    "day still blank": sub(r"ngày \d\d tháng (\d+) năm", r"ngày      tháng \1 năm", 1),
    "letterhead lost": lambda text: text[type_line(text) :],
    "tabs before paragraphs": lambda text: text.replace("\n", "\n\t"),
    "carriage returns": lambda text: text.replace("\n", "\r\n"),
    "two spaces between sentences": lambda text: text.replace(". ", ".  "),
    "bold headings": sub(r"^((?:[IVX]+|\d+)\.) ([^\n]{5,60})$", r"**\1 \2**"),
    "letters with a dot": sub(r"^([a-zđ])\) ", r"\1. "),
    "plus for bullets": sub(r"^- ", "+ "),
    "dots for bullets": sub(r"^- ", "• "),
    "dots in dates": sub(DATE, r"\1.\2.\3"),
    "dashes in dates": sub(DATE, r"\1-\2-\3"),
    "dates in words": sub(rf"ngày {DATE}", r"ngày \1 tháng \2 năm \3"),
    "months always padded": sub(r"/(\d)/(\d{4})", r"/0\1/\2"),
    "year only at the end": sub(r"ngày (\d+/\d+)/(\d{4}) đến ngày (\d+/\d+)/\2", r"ngày \1 đến ngày \3/\2"),
    "straight quotation marks": lambda text: text.replace("“", '"').replace("”", '"'),
}


@pytest.mark.parametrize("habit", HABITS)
def test_a_habit_is_no_mistake(habit: str) -> None:
    found = []
    for name, text in clean_plans():
        rewritten = HABITS[habit](text)
        for finding in check_document(build_document(from_text(rewritten), book().facts), book()):
            if habit in DRAFTS and (finding.code, finding.severity) == ("TT801", "style"):
                continue
            start, end = finding.span
            found.append((name, finding.code, rewritten[max(0, start - 30) : end + 20]))
    assert found == []
