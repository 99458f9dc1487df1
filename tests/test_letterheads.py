"""Letterheads in the less usual forms: crawled pages, house styles, slips, forms, the Party and the organisations."""

from __future__ import annotations

import pytest

from vnplanlint.document.model import Document
from vnplanlint.mentions.model import PartialDate

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
DATED = "Kim Bảng, ngày 12 tháng 3 năm 2025\n"
DAY = PartialDate(2025, 3, 12)
DECISION_IN_A_TABLE = """\
| ỦY BAN NHÂN DÂN TỈNH HÀ NAM -------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ------ |
|---|---|
| Số: 76/QĐ-UBND | Hà Nam, ngày 12 tháng 3 năm 2025 |

QUYẾT ĐỊNH

VỀ VIỆC PHÂN CÔNG TRỰC HÈ

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;

Điều 1. Phân công các phòng trực theo lịch đính kèm.
"""


def identity(document: Document) -> tuple[object, ...]:
    known = document.identity
    return known.type_word, known.symbol and known.symbol.text, known.date, known.issuer, known.system


@pytest.mark.parametrize(
    "title",
    [
        "# Thực hiện chính sách hỗ trợ hộ nghèo theo Quyết định số 29/2020/QĐ-UBND của Ủy ban nhân dân tỉnh",
        "# V/v phân công các phòng trực hè và báo cáo kết quả về Văn phòng Ủy ban nhân dân tỉnh trước khi hết tháng 8",
        "# Căn cứ Nghị quyết của Hội đồng nhân dân, Ủy ban nhân dân tỉnh phân công các phòng trực hè",
    ],
)
def test_the_title_of_a_crawled_page_stands_outside_the_letterhead(title, read) -> None:  # type: ignore[no-untyped-def]
    document = read(f"{title}\n\n{DECISION_IN_A_TABLE}")
    assert identity(document) == ("Quyết định", "76/QĐ-UBND", DAY, "ỦY BAN NHÂN DÂN TỈNH HÀ NAM", "state")
    assert [division.kind for division in document.divisions] == ["chrome", "body"]


def test_a_basis_that_ends_as_one_has_begun_the_document(read) -> None:  # type: ignore[no-untyped-def]
    opening = "# Căn cứ Nghị quyết số 5/NQ-HĐND của Hội đồng nhân dân tỉnh về dự toán ngân sách;\n\n"
    assert read(opening + DECISION_IN_A_TABLE).divisions[0].kind == "body"


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (
            f"BỘ GIÁO DỤC VÀ ĐÀO TẠO\nTRƯỜNG ĐẠI HỌC BÌNH MINH\n{MOTTO}Số: 12/BM25/ĐHBM/TB\n{DATED}THÔNG BÁO\nNghỉ lễ\n",
            ("Thông báo", "12/BM25/ĐHBM/TB", DAY, "TRƯỜNG ĐẠI HỌC BÌNH MINH", "state"),
        ),
        (
            f"TRƯỜNG ĐẠI HỌC BÌNH MINH\nSố: 079/2024/ĐHBM/QĐ        {DATED}QUYẾT ĐỊNH\nVề việc nghỉ lễ\n",
            ("Quyết định", "079/2024/ĐHBM/QĐ", DAY, "TRƯỜNG ĐẠI HỌC BÌNH MINH", "state"),
        ),
    ],
)
def test_a_house_style_with_the_type_behind(header, expected, read) -> None:  # type: ignore[no-untyped-def]
    document = read(header)
    assert identity(document) == expected
    symbol = document.identity.symbol
    assert (symbol.type, symbol.shape) == (expected[1].rsplit("/", 1)[1], "malformed")
    assert document.words(symbol.span) == expected[1]


@pytest.mark.parametrize("number", ["Số: 12/BM25/ĐHBM/XYZ", "Số: 12/03/2025"])
def test_what_names_no_type_is_no_symbol(number, read) -> None:  # type: ignore[no-untyped-def]
    document = read(f"TRƯỜNG ĐẠI HỌC BÌNH MINH\n{number}\n{MOTTO}{DATED}THÔNG BÁO\nNghỉ lễ\n")
    assert document.identity.symbol is None


@pytest.mark.parametrize(
    ("title", "type_word"),
    [
        ("PHIẾU TRÌNH GIẢI QUYẾT HỒ SƠ", "Phiếu trình"),
        ("GIẤY TRIỆU TẬP", "Giấy triệu tập"),
        ("TỜ KHAI ĐĂNG KÝ THI ĐUA", "Tờ khai"),
        ("ĐƠN ĐỀ NGHỊ HỖ TRỢ", "Đơn đề nghị"),
    ],
)
def test_slips_and_forms_have_a_type_that_is_no_part_of_the_name_above(title, type_word, read) -> None:  # type: ignore[no-untyped-def]
    document = read(f"UBND TỈNH HÀ NAM\nVĂN PHÒNG\n{MOTTO}{DATED}\n{title}\n\nKính gửi: Lãnh đạo Văn phòng.\n")
    assert identity(document) == (type_word, None, DAY, "VĂN PHÒNG", "state")


def test_capitals_under_number_and_date_belong_to_no_name(read) -> None:  # type: ignore[no-untyped-def]
    header = f"LĐLĐ TỈNH HÀ NAM\nCÔNG ĐOÀN BƯU ĐIỆN\nSố:     - KH/CĐ KB-HN\n{MOTTO}{DATED}BẢN TỰ ĐÁNH GIÁ\n"
    document = read(header + "Năm 2025\nI. NỘI DUNG\n")
    assert document.identity.issuer == "CÔNG ĐOÀN BƯU ĐIỆN"
    assert document.identity.system == "union"


def test_a_charter_is_issued_by_the_organ_over_it_not_by_the_one_it_governs(read) -> None:  # type: ignore[no-untyped-def]
    text = (
        f"ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM\n{MOTTO}\nĐIỀU LỆ (SỬA ĐỔI, BỔ SUNG)\nHỘI LÀM VƯỜN KIM BẢNG\n"
        "(Kèm theo Quyết định số     /QĐ-UBND ngày    tháng 9 năm 2025)\n\nChương I\nQUY ĐỊNH CHUNG\nĐiều 1. Tên gọi\n"
    )
    assert identity(read(text)) == ("Điều lệ", None, PartialDate(), "ỦY BAN NHÂN DÂN TỈNH HÀ NAM", "state")


def test_a_title_page_without_quoc_hieu(read) -> None:  # type: ignore[no-untyped-def]
    text = "SỞ CÔNG THƯƠNG HÀ NAM\nTRUNG TÂM KHUYẾN CÔNG\n\n\nCHIẾN LƯỢC PHÁT TRIỂN\nTRUNG TÂM KHUYẾN CÔNG\n\nI. BỐI CẢNH\n"
    assert identity(read(text))[0] == "Chiến lược"
    assert read(text).identity.issuer == "TRUNG TÂM KHUYẾN CÔNG"


def test_a_number_left_blank_altogether_does_not_cut_off_the_names_above(read) -> None:  # type: ignore[no-untyped-def]
    text = (
        "CÔNG ĐOÀN\nNGÀNH GIÁO DỤC VÀ ĐÀO TẠO MIỀN BẮC\nCÔNG ĐOÀN\nTRƯỜNG CAO ĐẲNG KIM BẢNG\n     Số:\n"
        f"V/v bồi dưỡng trực tuyến\nkỹ năng soạn thảo\n{MOTTO}Kim Bảng, ngày      tháng      năm\n"
        "Kính gửi: Công đoàn bộ phận.\n"
    )
    document = read(text)
    assert [division.kind for division in document.divisions] == ["body"]
    assert document.identity.system in ("union", "state")
    assert document.component("co-quan-chu-quan").text.startswith("CÔNG ĐOÀN NGÀNH GIÁO DỤC")


def test_a_form_far_below_does_not_hide_the_date(read) -> None:  # type: ignore[no-untyped-def]
    text = (
        f"SỞ NỘI VỤ\nTRƯỜNG CHÍNH TRỊ\nSố: 35/TCT-ĐT\n{MOTTO}{DATED}V/v cử cán bộ đi học\nKính gửi: Các đơn vị.\n"
        "1. Đề nghị các đơn vị lập danh sách.\n\nGIẤY ĐĂNG KÝ\nKim Bảng, ngày\ntháng     năm 20....\n"
    )
    assert read(text).identity.date == DAY


def test_a_subject_in_the_line_of_the_date(read) -> None:  # type: ignore[no-untyped-def]
    text = f"SỞ NỘI VỤ\nSố: 35/SNV-ĐT\n{MOTTO}{DATED.strip()} Về việc cử cán bộ đi học\nKính gửi: Các đơn vị.\n"
    assert read(text).identity.date == DAY


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (
            "ĐẢNG BỘ TỈNH HÀ NAM\tĐẢNG CỘNG SẢN VIỆT NAM\nĐẢNG ỦY XÃ BÌNH AN\t\n*\tBình An, ngày 12 tháng 3 năm 2025\n"
            "Số 05-KH/ĐU\t\n\nKẾ HOẠCH\nhọc tập nghị quyết\n",
            ("Kế hoạch", "05-KH/ĐU", DAY, "ĐẢNG ỦY XÃ BÌNH AN", "party"),
        ),
        (
            "| ĐẢNG BỘ TỈNH HÀ NAM<br>ĐẢNG ỦY XÃ BÌNH AN<br>*<br>Số 05-KH/ĐU | **ĐẢNG CỘNG SẢN VIỆT NAM**<br>*Bình An, "
            "ngày 12 tháng 3 năm 2025* |\n|---|---|\n\n**KẾ HOẠCH**\n\n**học tập nghị quyết**\n",
            ("Kế hoạch", "05-KH/ĐU", DAY, "ĐẢNG ỦY XÃ BÌNH AN", "party"),
        ),
        (
            "+------------------------+-----------------------------------+\n"
            "| **ĐẢNG BỘ TỈNH HÀ NAM**| **ĐẢNG CỘNG SẢN VIỆT NAM**        |\n"
            "|                        |                                   |\n"
            "| **ĐẢNG ỦY XÃ BÌNH AN** | *Bình An, ngày 12 tháng 3 năm 2025* |\n"
            "|                        |                                   |\n"
            "| \\*                     |                                   |\n"
            "|                        |                                   |\n"
            "| Số 05-KH/ĐU            |                                   |\n"
            "+------------------------+-----------------------------------+\n\n**KẾ HOẠCH**\n\n**học tập**\n",
            ("Kế hoạch", "05-KH/ĐU", DAY, "ĐẢNG ỦY XÃ BÌNH AN", "party"),
        ),
        (
            f"LIÊN ĐOÀN LAO ĐỘNG TỈNH HÀ NAM\nCÔNG ĐOÀN NGÀNH Y TẾ\nSố: 45 - KH/CĐN\n{MOTTO}{DATED}KẾ HOẠCH\nHội thao\n",
            ("Kế hoạch", "45-KH/CĐN", DAY, "CÔNG ĐOÀN NGÀNH Y TẾ", "union"),
        ),
        (
            f"BCH ĐOÀN TỈNH HÀ NAM            ĐOÀN TNCS HỒ CHÍ MINH\n     ***\nSố: 45-KH/TĐTN-BTC      {DATED}\n"
            "KẾ HOẠCH\nTổ chức hội trại\n",
            ("Kế hoạch", "45-KH/TĐTN-BTC", DAY, "BCH ĐOÀN TỈNH HÀ NAM", "youth"),
        ),
        (
            f"UBMTTQ VIỆT NAM XÃ BÌNH AN\nBAN THƯỜNG TRỰC\nSố:    /KH-MTTQ\n{MOTTO}{DATED}KẾ HOẠCH\nNgày hội\n",
            ("Kế hoạch", "/KH-MTTQ", DAY, "BAN THƯỜNG TRỰC", "front"),
        ),
        (
            "SỞ GIÁO DỤC VÀ ĐÀO TẠO - SỞ Y TẾ    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            f"TỈNH HÀ NAM                    Độc lập - Tự do - Hạnh phúc\nSố: 45/KHLT-SGDĐT-SYT       {DATED}\n"
            "KẾ HOẠCH LIÊN TỊCH\nY tế trường học\n",
            ("Kế hoạch", "45/KHLT-SGDĐT-SYT", DAY, "SỞ GIÁO DỤC VÀ ĐÀO TẠO - SỞ Y TẾ TỈNH HÀ NAM", "state"),
        ),
    ],
)
def test_the_party_the_organisations_and_joint_letterheads(header, expected, read) -> None:  # type: ignore[no-untyped-def]
    assert identity(read(header)) == expected


@pytest.mark.parametrize(
    ("cell", "signature"),
    [
        ("KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần Văn Bình", ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn Bình"]),
        ("CHỦ TỊCH (Đã ký) Lê Thị Lê", ["CHỦ TỊCH", "Lê Thị Lê"]),
        ("TM. ỦY BAN NHÂN DÂN CHỦ TỊCH   Đỗ Minh", ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Đỗ Minh"]),
        ("PHÓ CHỦ TỊCH Như Điều", []),
    ],
)
def test_capacity_and_name_in_one_cell(cell, signature, read) -> None:  # type: ignore[no-untyped-def]
    document = read(f"{DECISION_IN_A_TABLE}\n| Nơi nhận: - Như Điều 1; - Lưu: VT. | {cell} |\n|---|---|\n")
    signing = ("quyen-han", "chuc-vu", "nguoi-ky")
    assert [c.text for c in document.components if c.kind in signing] == signature
    assert [c.text for c in document.components if c.kind in ("noi-nhan", "luu")] == ["Như Điều 1", "Lưu: VT."]


def test_a_long_recipient_does_not_end_the_list(read) -> None:  # type: ignore[no-untyped-def]
    organs = ", ".join(f"Trường Trung học cơ sở Kim Bảng {number}" for number in range(1, 8))
    text = (
        f"{DECISION_IN_A_TABLE}\nNơi nhận:\nTL. CHỦ TỊCH\n- Như Điều 1;\n- Các trường: {organs};\n- Lưu: VT.\n"
        "CHÁNH VĂN PHÒNG\nLê Thị Hoa\n"
    )
    assert [c.text for c in read(text).components if c.kind == "nguoi-ky"] == ["Lê Thị Hoa"]
    assert read(text).component("luu") is not None


def test_the_authority_over_the_bases_stands_for_a_name_that_cannot_be_read(read) -> None:  # type: ignore[no-untyped-def]
    text = (
        f"UY BAN NHAN DAN\n{MOTTO}Số: 157/QĐ-UB\n{DATED}\nQUYẾT ĐỊNH CỦA ỦY BAN NHÂN DÂN TỈNH\nVề việc: Giao đất ở\n\n"
        "ỦY BAN NHÂN DÂN TỈNH HÀ NAM\n\nCăn cứ Luật Đất đai;\n\nQUYẾT ĐỊNH:\nĐiều 1. Giao đất.\n"
    )
    assert read(text).identity.issuer == "ỦY BAN NHÂN DÂN TỈNH HÀ NAM"
