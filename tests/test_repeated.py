"""CT506: what is written twice by mistake."""

from __future__ import annotations

import pytest

from vnplanlint.document.build import build_document
from vnplanlint.engine import check_document
from vnplanlint.findings import Finding
from vnplanlint.readers.text import from_text
from vnplanlint.rulebook import load

BOOK = load()


def told(text: str) -> list[Finding]:
    return check_document(build_document(from_text(text), BOOK.facts), BOOK, codes=("CT506",))


@pytest.mark.parametrize(
    ("text", "repeated", "severity"),
    [
        ("ý kiến của của nhân dân", "của của", "error"),
        ("điện và và nước", "và và", "error"),
        ("Các các đơn vị", "Các các", "error"),
        ("dự toán theo theo quy định", "theo theo", "error"),
        ("làm việc trong trong ngày", "trong trong", "error"),
        ("triển khai thực hiện thực hiện nghiêm", "thực hiện thực hiện", "warning"),
        ("tập thể lao lao động", "lao lao", "warning"),
        ("bế mạc ngày ngày 20/5", "ngày ngày", "warning"),
        ("lãnh đạo sở Sở Y tế", "sở Sở", "warning"),
        ("cán bộ Sở Xây dựng - Sở Xây dựng tỉnh", "Sở Xây dựng - Sở Xây dựng", "warning"),
        ("Hiệp hội Hiệp hội Nước mắm", "Hiệp hội Hiệp hội", "warning"),
        ("giao phòng Văn phòng Sở", "phòng Văn phòng", "warning"),
    ],
)
def test_slips_are_found_whole(text: str, repeated: str, severity: str) -> None:
    (finding,) = told(text)
    assert text[finding.span.start : finding.span.end] == repeated
    assert finding.severity == severity


@pytest.mark.parametrize(
    "text",
    [
        "của của cải", "luôn luôn", "ngày ngày, nhà nhà", "cây xanh xanh tốt", "kế hoạch năm năm", "hai hai",
        "cơ quan quan trắc", "hành vi vi phạm", "các tổ tổ chức họp", "cá nhân, tổ chức tổ chức họp",
        "đoàn kiểm tra kiểm tra thực địa", "lớp bơi bơi được 25 m", "ngân hàng cho cho vay", "Luật Luật sư",
        "của, của", "từng bước, từng bước", "trưởng phòng Phòng Nội vụ", "cơ sở Sở Y tế", "trưởng phòng Văn phòng Sở",
        "phòng văn phòng phẩm", "song song", "từ từ", "dần dần", "PHÓ CHỦ TỊCH PHÓ CHỦ TỊCH",
        "Sở Y tế - Sở Nội vụ", "xanh - xanh", "a a", "I I",
    ],
)  # fmt: skip
def test_what_the_language_doubles_is_right(text: str) -> None:
    assert told(text) == []


def test_columns_of_one_line_and_page_numbers_between_are_no_repeats() -> None:
    assert told("giám sát của     của người dân") == []
    assert told("Các hộ gia đình được hưởng chính sách hỗ trợ của\n2\ncủa Nhà nước theo quy định.") == []


def test_a_repeat_over_a_wrapped_line_is_found() -> None:
    text = "Việc bình xét phải có ý kiến đồng ý bằng văn bản của tất cả các hộ dân của\ncủa thôn trước ngày họp."
    assert [text[f.span.start : f.span.end] for f in told(text)] == ["của\ncủa"]


def test_a_line_that_repeats_the_words_above_is_a_heading_of_its_own() -> None:
    assert told("Phát biểu của đại diện Lãnh đạo Công đoàn cấp trên\nCông đoàn cấp trên\n") == []


def test_a_letterhead_in_one_line_repeats_no_word() -> None:
    text = "CỤC THUẾ THUẾ TỈNH PHÚ LÂM\nSố: 15/KH-CT\n\nKẾ HOẠCH\nKiểm tra nội bộ năm 2024\n"
    assert told(text) == []
