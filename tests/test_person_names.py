"""The holder of one office under two names."""

from __future__ import annotations

import pytest

from vnplanlint.document.build import build_document
from vnplanlint.engine import check_document
from vnplanlint.findings import Finding
from vnplanlint.readers.text import from_text
from vnplanlint.rulebook import load

BOOK = load()


def told(text: str) -> list[Finding]:
    document = build_document(from_text(text), BOOK.facts)
    return check_document(document, BOOK, language="vi", codes={"TN705"})


@pytest.mark.parametrize(
    "text",
    [
        "Ông Vũ Đức Toàn, Chủ tịch UBND xã, chủ trì.\n\nBáo cáo gửi ông Vũ Đức Toán, Chủ tịch UBND xã, trước thứ Sáu.",
        "Chủ tịch UBND xã Vũ Đức Toàn chủ trì.\n\nHọp với ông Vũ Đức Toán (Chủ tịch UBND xã) mỗi tuần.",
        "Bà Đỗ Thị Hồng - Trưởng phòng Nội vụ.\n\nLiên hệ bà Đỗ Thị Hông, chức vụ: Trưởng phòng Nội vụ.",
    ],
)
def test_one_office_two_names(text: str) -> None:
    (finding,) = told(text)
    assert len(finding.related) == 1
    assert len(finding.fixes) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Ông Vũ Đức Toàn, Chủ tịch UBND xã.\n\nÔng Vũ Đức Toán, Phó Chủ tịch UBND xã.",
        "Ông Vũ Đức Toàn, Chủ tịch UBND xã An Lộc.\n\nÔng Vũ Đức Toán, Chủ tịch Hội Nông dân huyện.",
        "Ông Vũ Đức Toàn, Trưởng thôn.\n\nÔng Vũ Đức Toán, Trưởng thôn.",
        "Ông Vũ Đức Toàn và ông Vũ Đức Toán cùng nhận quà.",
        "Ông Vũ Đức Toàn, Chủ tịch UBND xã.\n\nÔng Lê Đức Toàn, Chủ tịch UBND xã.",
        "Ông Vũ Đức Toàn, Chủ tịch UBND xã.\n\nÔng Vũ Đức Minh, Chủ tịch UBND xã.",
        "Bà Lê Thị Thuỷ, Chủ tịch UBND xã.\n\nBà Lê Thị Thủy, Chủ tịch UBND xã.",
    ],
)
def test_two_people(text: str) -> None:
    assert told(text) == []


def test_the_rarer_name_is_the_odd_one() -> None:
    line = "Ông {}, Giám đốc Trung tâm Y tế, chỉ đạo.\n\n"
    text = line.format("Ngô Văn Lân") + line.format("Ngô Văn Lâm") * 2
    (finding,) = told(text)
    assert text[finding.span.start : finding.span.end] == "Ngô Văn Lân"


def test_a_long_list_is_left_alone() -> None:
    people = "".join(f"Ông Trần Văn {name}, Bí thư Chi bộ thôn Một.\n\n" for name in ["An", "Ân"] * 25)
    assert told(people) == []


@pytest.mark.parametrize("name", ["Huỳnh Ngọc Sương", "Đoàn Thị Minh Thư", "Trần Văn Hòa"])
def test_the_signer_is_one_of_them(name: str) -> None:
    text = (
        "SỞ Y TẾ\nSố: 19/KH-SYT                        An Bình, ngày 15 tháng 3 năm 2023\n\nKẾ HOẠCH\nKiểm tra\n\n"
        f"Đồng chí {name}h, Phó Giám đốc Sở, làm trưởng đoàn./.\n\n"
        f"Nơi nhận:\n- Các phòng;\n- Lưu: VT.\n\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\n{name}\n"
    )
    (finding,) = told(text)
    assert text[finding.span.start : finding.span.end] == f"{name}h"
    assert text[finding.related[0].span.start : finding.related[0].span.end] == name
