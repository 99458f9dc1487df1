"""A plan with everything that the server has something to say about, and the ways in which editors hold it."""

from __future__ import annotations

import unicodedata

from lsprotocol import types

PLAN = """\
UBND TỈNH NINH BÌNH

Số: 12/KH-UBND

Ninh Bình, ngày 10 tháng 3 năm 2024

KẾ HOẠCH

Tổ chức kỷ niệm 30 năm tái lập tỉnh Ninh Bình (01/4/1992 - 01/4/2021)

Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư;

Căn cứ Luật Thi đua, khen thưởng số 15/2003/QH11 ngày 26/11/2003;

I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

a) Tuyên truyền sâu rộng theo mục III Kế hoạch này.

b) Thực hiện Nghị định số 30/2020/NĐ-CP.

2. Yêu cầu

Thực hiện điểm a khoản 1 mục I Kế hoạch này, theo rõi kết quả.

II. NỘI DUNG

1. Lễ kỷ niệm vào ngày 01/4/2024, chi tiết tại Phụ lục II kèm theo.

III. TỔ CHỨC THỰC HIỆN

Các sở, ngành thực hiện./.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn An

PHỤ LỤC I
DANH SÁCH ĐƠN VỊ

1. Sở Nội vụ

2. Sở Tài chính

PHỤ LỤC II
CHƯƠNG TRÌNH

1. Đón tiếp đại biểu

2. Khai mạc
"""
CODES = ["NT102", "VB210", "CT504"]
"""What the rules find in it, in order of place."""

NFD = unicodedata.normalize("NFD", PLAN)
CRLF = PLAN.replace("\n", "\r\n")
EMOJI = PLAN.replace("Tổ chức kỷ niệm", "😀🎉 Tổ chức kỷ niệm")
FORMS = {"nfc": PLAN, "nfd": NFD, "crlf": CRLF, "emoji": EMOJI, "form feed": PLAN.replace("\n\nI.", "\n\x0c\nI.")}


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def at(text: str, words: str, into: int = 1) -> types.Position:
    """A position ``into`` characters behind the beginning of ``words``."""
    offset = text.index(words) + into
    before = text[:offset]
    start = before.rfind("\n") + 1
    return types.Position(before.count("\n"), units(before[start:]))


def covered(text: str, place: types.Range) -> str:
    """The characters of a range, as an editor would mark them."""
    lines = text.split("\n")
    if place.start.line == place.end.line:
        data = lines[place.start.line].encode("utf-16-le")
        return data[2 * place.start.character : 2 * place.end.character].decode("utf-16-le")
    first = lines[place.start.line].encode("utf-16-le")[2 * place.start.character :].decode("utf-16-le")
    last = lines[place.end.line].encode("utf-16-le")[: 2 * place.end.character].decode("utf-16-le")
    return "\n".join([first, *lines[place.start.line + 1 : place.end.line], last])


def applied(text: str, edits: list[types.TextEdit]) -> str:
    """The text after the edits, done as an editor does them: from the last to the first."""

    def offset(place: types.Position) -> int:
        lines = text.split("\n")
        line = lines[place.line] if place.line < len(lines) else ""
        before = line.encode("utf-16-le")[: 2 * place.character].decode("utf-16-le")
        return sum(len(one) + 1 for one in lines[: place.line]) + len(before)

    for edit in sorted(edits, key=lambda edit: offset(edit.range.start), reverse=True):
        start, end = offset(edit.range.start), offset(edit.range.end)
        text = text[:start] + edit.new_text + text[end:]
    return text
