from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplanlint.document.glued_headings import written
from vnplanlint.document.numerals import LETTERS, letter_value, read_numerals
from vnplanlint.mentions.roman_numerals import roman, roman_value

Reading = tuple[str, tuple[int, ...], str]


def readings(text: str) -> list[Reading]:
    return [(numeral.style, numeral.path, numeral.text) for numeral in read_numerals(text, 0, len(text))]


@given(st.integers(1, 399))
def test_roman_numerals_round_trip(value: int) -> None:
    assert roman_value(roman(value)) == value


@pytest.mark.parametrize("text", ["", "IIII", "VX", "IC", "ABC", "iv"])
def test_what_is_no_roman_numeral(text: str) -> None:
    assert roman_value(text) is None


def test_letters_count_in_drafting_order() -> None:
    assert [letter_value(letter) for letter in LETTERS] == list(range(1, 24))
    assert [letter_value(letter) for letter in "fjwz"] == [0, 0, 0, 0]
    assert letter_value("Đ") == 5


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("I. MỤC ĐÍCH", ("roman", (1,), "I.")),
        ("III- YÊU CẦU", ("roman", (3,), "III-")),
        ("II/ NỘI DUNG", ("roman", (2,), "II/")),
        ("IV - KINH PHÍ", ("roman", (4,), "IV -")),
        ("I.MỤC ĐÍCH", ("roman", (1,), "I.")),
        ("II NỘI DUNG", ("roman", (2,), "II")),
        ("A. ĐÁNH GIÁ", ("capital", (1,), "A.")),
        ("1. Mục đích", ("arabic", (1,), "1.")),
        ("01. Mục đích", ("arabic", (1,), "01.")),
        ("1) Mục đích", ("arabic", (1,), "1)")),
        ("1/ Mục đích", ("arabic", (1,), "1/")),
        ("1- Mục đích", ("arabic", (1,), "1-")),
        ("1. 100% hộ dân được dùng nước sạch", ("arabic", (1,), "1.")),
        ("7 Công tác thông tin", ("arabic", (7,), "7")),
        ("1.1. Mục đích", ("decimal", (1, 1), "1.1.")),
        ("2.2.4.Tiếp tục", ("decimal", (2, 2, 4), "2.2.4.")),
        ("1.1 Yêu cầu", ("decimal", (1, 1), "1.1")),
        ("I.2. Yêu cầu", ("decimal", (1, 2), "I.2.")),
        ("a) họ tên", ("letter", (1,), "a)")),
        ("đ. Tổng hợp", ("letter", (5,), "đ.")),
        ("b1) bổ sung", ("letter", (2, 1), "b1)")),
        ("(1) Bà An", ("paren-arabic", (1,), "(1)")),
        ("(đ) ý năm", ("paren-letter", (5,), "(đ)")),
        ("Phần I", ("phan", (1,), "Phần I")),
        ("PHẦN THỨ HAI", ("phan", (2,), "PHẦN THỨ HAI")),
        ("Chương II QUY ĐỊNH CỤ THỂ", ("chuong", (2,), "Chương II")),
        ("Mục 1. SỬ DỤNG", ("muc", (1,), "Mục 1.")),
        ("Điều 1. Phạm vi", ("dieu", (1,), "Điều 1.")),
        ("Điều 12: Hiệu lực", ("dieu", (12,), "Điều 12:")),
        ("Điều 5a. Bổ sung", ("dieu", (5, 1), "Điều 5a.")),
        ("Giai đoạn 1: Từ tháng 3", ("worded", (1,), "Giai đoạn 1:")),
        ("Đợt II (tháng 5 - 6)", ("worded", (2,), "Đợt II")),
        ("Bước 3. Nộp hồ sơ", ("worded", (3,), "Bước 3.")),
        ("Thứ nhất, nâng cao", ("worded", (1,), "Thứ nhất,")),
        ("Hai là, đổi mới", ("worded", (2,), "Hai là,")),
        ("II.", ("roman", (2,), "II.")),
    ],
)
def test_a_numeral_is_read(text: str, first: Reading) -> None:
    assert readings(text)[0] == first


@pytest.mark.parametrize(
    "text",
    [
        "V/v mời dự hội thi",
        "TM. ỦY BAN NHÂN DÂN",
        "KT. GIÁM ĐỐC",
        "Q. TRƯỞNG PHÒNG",
        "T/M BAN TỔ CHỨC",
        "T/L",
        "100% đối tượng được hưởng",
        "01/4/2021 là ngày nghỉ",
        "2021. Sau đó",
        "4.120.000 đồng",
        "II/2027; tổng mức",
        "12/2026/NQ-HĐND ngày",
        "15/KH-UBND",
        "7 ngày làm việc",
        "2 Điều 9, Điều 12.",
        "2.5 triệu đồng",
        "1.4.1992 là",
        "v.v. và các việc khác",
        "b/c",
        "(1), (2) và (3)",
        "Điều 5 Luật Đất đai quy định",
        "Mục III Kế hoạch này nêu",
        "Giai đoạn 2021-2025: đạt",
        "Đợt 1 triển khai từ tháng 3",
        "Thứ hai, ngày 05/4/2021",
        "2-9 là ngày lễ",
        "12",
        "",
        "quý II",
        "số 3",
        "a",
        "Cộng hòa",
    ],
)
def test_look_alikes_are_no_numerals(text: str) -> None:
    assert readings(text) == []


def test_a_letter_that_may_be_roman_has_both_readings() -> None:
    assert [style for style, *_ in readings("i) ý")] == ["letter", "paren-roman"]
    assert [style for style, *_ in readings("V. KẾT LUẬN")] == ["roman", "capital"]


@pytest.mark.parametrize(
    ("text", "value", "wanted"),
    [
        ("III. A", 4, "IV."),
        ("3. A", 4, "4."),
        ("03. A", 4, "04."),
        ("2.9. A", 10, "2.10."),
        ("d) a", 5, "đ)"),
        ("(ii) a", 4, "(iv)"),
        ("(2) a", 3, "(3)"),
        ("C. A", 5, "Đ."),
        ("Điều 3. A", 4, "Điều 4."),
        ("Giai đoạn 1: a", 2, "Giai đoạn 2:"),
        ("Hai là, a", 3, "Ba là,"),
        ("Thứ hai, a", 1, "Thứ nhất,"),
        ("PHẦN THỨ HAI", 3, "PHẦN THỨ BA"),
        ("Chương IX. A", 10, "Chương X."),
        ("IV - A", 5, "V -"),
    ],
)
def test_another_value_in_the_same_spelling(text: str, value: int, wanted: str) -> None:
    assert written(read_numerals(text, 0, len(text))[0], value) == wanted
