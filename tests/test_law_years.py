"""A law named with a year."""

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
    return check_document(document, BOOK, language="vi", codes={"VB216"})


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Luật Xây dựng năm 2020, Sở hướng dẫn.",
        "Theo Luật thi đua khen thưởng năm 2013 và Nghị định của Chính phủ.",
        "Thực hiện đúng Luật Phòng chống tham nhũng năm 2012.",
        "Theo Luật Hoà giải ở cơ sở năm 2014, tổ hòa giải được hỗ trợ.",
        "Quy định tại Pháp lệnh Ưu đãi người có công với cách mạng năm 2012.",
    ],
)
def test_a_year_in_which_no_such_law_was_passed(text: str) -> None:
    assert len(told(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Luật Xây dựng năm 2014.",
        "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Xây dựng năm 2020.",
        "Luật Xây dựng năm 2014 và Luật Xây dựng năm 2020 (sửa đổi, bổ sung một số điều).",
        "Tuyên truyền Luật Trẻ em năm 2019 đến trường học.",
        "Theo Luật Trẻ em, năm 2019 xã không có vụ việc.",
        "Theo Luật Việc làm năm 2031 khi được thông qua.",
        "Theo Luật Không có trong danh sách năm 2012.",
    ],
)
def test_a_year_that_proves_nothing(text: str) -> None:
    assert told(text) == []


def test_the_fix_names_the_amending_act() -> None:
    (finding,) = told("Thực hiện đúng Pháp lệnh Ưu đãi người có công với cách mạng năm 2012.")
    assert finding.fixes[0].edits[0].content.startswith("Pháp lệnh sửa đổi, bổ sung một số điều của Pháp lệnh")


def test_years_of_one_law_are_apart() -> None:
    for law in BOOK.facts.law_years:
        assert not set(law.passed) & set(law.amended), law.title
        assert list(law.passed) == sorted(law.passed)


def test_acts_that_are_known_agree_with_the_years() -> None:
    years = {law.title: law.passed for law in BOOK.facts.law_years}
    for act in BOOK.facts.acts:
        if act.title in years:
            assert act.date.year in years[act.title], act
