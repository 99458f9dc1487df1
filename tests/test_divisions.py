"""The parts of a file: appendices, attached documents, web furniture; sentences are no boundaries."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnplanlint.document.divisions import divide
from vnplanlint.document.joining import join
from vnplanlint.document.model import Division
from vnplanlint.document.quotations import find_quotations

HEADER = """\
UBND HUYỆN TÂN HƯNG
PHÒNG NỘI VỤ
Số: 15/KH-PNV
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tân Hưng, ngày 10 tháng 3 năm 2024
KẾ HOẠCH
Tập huấn công tác lưu trữ
"""
MAIN = """\
I. MỤC ĐÍCH
1. Nâng cao nghiệp vụ cho công chức cấp xã (danh sách tại Phụ lục I, mẫu báo cáo tại Phụ lục II).
Phụ lục II của Kế hoạch này quy định nội dung báo cáo.
II. TỔ CHỨC THỰC HIỆN
1. Phòng Nội vụ chủ trì thực hiện./.
"""
SIGNED = """\
Nơi nhận:
- Như Điều 3;
- Lưu: VT.
TRƯỞNG PHÒNG
Nguyễn Văn Minh
"""


def test_a_plain_plan_is_one_division() -> None:
    assert kinds(HEADER + MAIN + SIGNED) == [("body", "")]


def test_an_empty_text_has_no_divisions() -> None:
    assert divided("\n \n") == ()


@pytest.mark.parametrize(
    ("heading", "numeral"),
    [
        ("PHỤ LỤC", ""), ("PHỤ LỤC I", "I"), ("Phụ lục I", "I"), ("Phụ lục số 02:", "02"), ("PHỤ LỤC 1: DANH SÁCH XÃ", "1"),
        ("PHỤ LỤC\nII", "II"), ("Phụ lục 3. Danh sách học viên", "3"), ("# Phụ lục IV", "IV"), ("**PHỤ LỤC SỐ 5**", "5"),
        ("PHỤ LỤC I\nDANH SÁCH HỌC VIÊN\n(Kèm theo Kế hoạch số 15/KH-PNV ngày 10/3/2024)", "I"),
        ("Phụ lục I\n(Kèm theo Kế hoạch số 15/KH-PNV ngày 10/3/2024 của Phòng Nội vụ)", "I"),
    ],
)  # fmt: skip
def test_an_appendix_begins_at_its_heading(heading: str, numeral: str) -> None:
    text = f"{HEADER}{MAIN}{SIGNED}\n{heading}\n\n1. Xã An Phú\n2. Xã An Hòa\n"
    assert kinds(text) == [("body", ""), ("appendix", numeral)]


def test_each_appendix_is_its_own_division() -> None:
    text = f"{HEADER}{MAIN}{SIGNED}\nPHỤ LỤC I\n1. Xã An Phú\n\nPHỤ LỤC II\n1. Xã An Hòa\n\nMẪU SỐ 1\n1. Họ tên:\n"
    assert kinds(text) == [("body", ""), ("appendix", "I"), ("appendix", "II"), ("form", "1")]


def test_an_appendix_needs_no_signature_before_it() -> None:
    assert kinds(HEADER + MAIN + "PHỤ LỤC I\nDANH SÁCH XÃ\n1. Xã An Phú\n") == [("body", ""), ("appendix", "I")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Phụ lục sơ đồ vị trí kèm theo).", "Phụ lục I kèm theo Kế hoạch này quy định chi tiết danh sách học viên.",
        "- Phụ lục I: Danh sách học viên", "Phụ lục I: Danh sách học viên;", "Biểu 1: Kết quả tập huấn các năm",
        "Mẫu số 3 ban hành kèm theo Thông tư số 12/2023/TT-BNV.", "Biểu mẫu báo cáo thực hiện theo quy định",
    ],
)  # fmt: skip
def test_a_sentence_about_an_appendix_is_no_boundary(sentence: str) -> None:
    assert kinds(f"{HEADER}{MAIN}\n{sentence}\n\n2. Các xã phối hợp thực hiện.\n{SIGNED}") == [("body", "")]


def test_a_regulation_issued_with_a_decision() -> None:
    text = (
        HEADER.replace("KẾ HOẠCH", "QUYẾT ĐỊNH").replace("KH-PNV", "QĐ-PNV")
        + "Điều 1. Ban hành kèm theo Quyết định này Quy chế.\nĐiều 2. Quyết định có hiệu lực từ ngày ký.\n"
        + SIGNED
        + "QUY CHẾ\nQuản lý nhà văn hóa thôn\n(Ban hành kèm theo Quyết định số      /QĐ-PNV ngày    tháng 3 năm 2024)\n"
        + "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi điều chỉnh\n"
    )
    divisions = divided(text)
    assert [division.kind for division in divisions] == ["body", "attachment"]
    assert divisions[1].title == "QUY CHẾ"


def test_a_plan_issued_with_a_decision_brings_its_own_letterhead() -> None:
    text = HEADER.replace("KẾ HOẠCH", "QUYẾT ĐỊNH") + "Điều 1. Ban hành Kế hoạch.\n" + SIGNED + HEADER + MAIN
    divisions = divided(text)
    assert [division.kind for division in divisions] == ["body", "attachment"]
    assert text[divisions[1].span.start :].startswith(("UBND HUYỆN", "PHÒNG NỘI VỤ", "Số: 15", "CỘNG HÒA"))


def test_one_document_after_another_in_one_file() -> None:
    second = "Số: 16/KH-PNV\nTân Hưng, ngày 12 tháng 3 năm 2024\nKẾ HOẠCH\nKiểm tra công vụ\n" + MAIN + SIGNED
    divisions = divided(HEADER + MAIN + SIGNED + second + second)
    assert [division.kind for division in divisions] == ["body", "attachment", "attachment"]
    assert all(division.title == "KẾ HOẠCH" for division in divisions[1:])


def test_a_document_attached_to_another_is_still_its_own_body() -> None:
    text = "KẾ HOẠCH\nTập huấn công tác lưu trữ\n(Kèm theo Quyết định số 12/QĐ-UBND ngày 10/3/2024)\n" + MAIN
    assert kinds(text) == [("body", "")]


@pytest.mark.parametrize(
    "furniture",
    [
        "Trang chủ\nGiới thiệu\nTin tức\nVăn bản\nĐăng nhập\nThứ Hai, 11/3/2024\nTìm kiếm\n",
        "Cổng thông tin điện tử\nNgười ký: Phòng Nội vụ\nThời gian ký: 12.03.2024 08:15:40 +07:00\n",
    ],
)
def test_web_furniture_before_the_letterhead_is_chrome(furniture: str) -> None:
    divisions = divided(furniture + "\n" + HEADER + MAIN + SIGNED)
    assert [division.kind for division in divisions] == ["chrome", "body"]
    assert divisions[1].span.start >= len(furniture)
    assert divisions[1].span.start <= len(furniture) + len("\nUBND HUYỆN TÂN HƯNG\n")


def test_web_furniture_after_the_signature_is_chrome() -> None:
    text = HEADER + MAIN + SIGNED + "Văn bản liên quan\n1. Quyết định số 5\n3. Quyết định số 9\nLượt xem: 120\n"
    assert kinds(text) == [("body", ""), ("chrome", "")]


def test_a_form_with_quoc_hieu_does_not_turn_the_plan_into_chrome() -> None:
    text = MAIN + SIGNED + "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nĐƠN ĐĂNG KÝ\n"
    assert kinds(text)[0] == ("body", "")


def test_a_short_notice_before_a_form_is_no_chrome() -> None:
    text = "THÔNG BÁO\nVề việc đăng ký nghỉ phép\n- Cán bộ dùng mẫu dưới đây;\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐƠN XIN NGHỈ\n"
    assert kinds(text)[0] == ("body", "")


def test_quoted_headings_are_no_boundaries() -> None:
    text = HEADER + "1. Bổ sung Phụ lục như sau:\n“PHỤ LỤC I\nDANH SÁCH XÃ\n1. Xã An Phú”.\n2. Bãi bỏ Điều 5.\n"
    assert kinds(text) == [("body", "")]


BOUNDARIES = (
    "PHỤ LỤC I", "Phụ lục", "QUY CHẾ", "(Kèm theo Quyết định số 1/QĐ-UBND)", "MẪU SỐ 2", "Văn bản khác", "“Điều 2. A", "x”.",
)  # fmt: skip
LINES = st.sampled_from([*(HEADER + MAIN + SIGNED).splitlines(), *BOUNDARIES])


@given(st.lists(LINES, max_size=40))
@settings(max_examples=60, deadline=None)
def test_divisions_hold_every_block_exactly_once(lines: list[str]) -> None:
    blocks = join("\n".join(lines))[1]
    divisions = divided("\n".join(lines))
    covered = [index for division in divisions for index in range(*division.blocks)]
    assert covered == list(range(len(blocks)))
    assert all(division.blocks.end > division.blocks.start for division in divisions)


def divided(text: str) -> tuple[Division, ...]:
    joined, blocks = join(text)
    return divide(joined, blocks, find_quotations(joined, blocks))


def kinds(text: str) -> list[tuple[str, str]]:
    return [(division.kind, division.numeral) for division in divided(text)]


def test_a_row_of_a_table_of_contents_is_no_appendix() -> None:
    contents = "| MỤC LỤC | Trang |\n|---|---|\n| PHẦN 1: TÌNH HÌNH | 3 |\n| PHỤ LỤC | 72 |\n| TÀI LIỆU | 83 |\n\n"
    assert kinds(HEADER + contents + MAIN) == [("body", "")]


def test_numbered_forms_with_a_letterhead_of_their_own_begin_without_a_signature_before_them() -> None:
    form = "CÔNG TY ………\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nV/v đăng ký tập huấn\n"
    text = "HƯỚNG DẪN\nĐăng ký tập huấn\n" + MAIN + f"\n\nMẪU 1\n\n{form}\n1. Họ tên: ………\n\n\nMẪU 2:\n\n{form}"
    assert kinds(text) == [("body", ""), ("form", "1"), ("form", "2")]


def test_a_form_named_without_a_letterhead_stays_in_its_place() -> None:
    assert kinds(HEADER + MAIN + "MẪU 1\nHọ tên, đơn vị, số điện thoại liên hệ.\n" + SIGNED) == [("body", "")]


def test_an_appendix_under_a_table_that_lost_its_lines() -> None:
    text = (
        MAIN
        + "Đón tiếp đại biểu tại sảnh và hướng dẫn vào hội trường\n\nPhụ lục 2\nDIỄN VĂN KHAI MẠC\n\nKính thưa hội nghị!\n"
    )
    assert kinds(HEADER + text) == [("body", ""), ("appendix", "2")]
