"""Letterheads in many layouts, and what the document says of itself."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import SAMPLES
from vnplanlint.document.components import find_components
from vnplanlint.document.divisions import divide
from vnplanlint.document.identity import identify
from vnplanlint.document.joining import join
from vnplanlint.document.model import Document
from vnplanlint.document.quotations import find_quotations
from vnplanlint.mentions.model import PartialDate
from vnplanlint.rulebook import load

BODY = """
Căn cứ Quyết định số 12/QĐ-UBND ngày 05/3/2025 của Ủy ban nhân dân tỉnh;
Xét nhu cầu thực tế của địa phương, đơn vị xây dựng kế hoạch như sau:
I. MỤC ĐÍCH
Nâng cao nhận thức của cán bộ.
"""

TWO_COLUMNS_BY_SPACES = """\
   UBND TỈNH AN GIANG                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
       SỞ NỘI VỤ                              Độc lập - Tự do - Hạnh phúc

  Số: 158/KH-SNV                        An Giang, ngày 05 tháng 4 năm 2025

                           KẾ HOẠCH
             Tổ chức hội thi văn thư giỏi năm 2025
"""
TWO_COLUMNS_BY_PIPES = """\
| UBND TỈNH AN GIANG | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
| --- | --- |
| **SỞ NỘI VỤ** | **Độc lập - Tự do - Hạnh phúc** |
| Số: 158/KH-SNV | *An Giang, ngày 05 tháng 4 năm 2025* |

**KẾ HOẠCH**

**Tổ chức hội thi văn thư giỏi năm 2025**
"""
TWO_COLUMNS_BY_TABS = """\
UBND TỈNH AN GIANG\tCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ NỘI VỤ\tĐộc lập – Tự do – Hạnh phúc
Số: 158/KH-SNV\tAn Giang, ngày 05 tháng 4 năm 2025

KẾ HOẠCH
Tổ chức hội thi văn thư giỏi năm 2025
"""
LEFT_THEN_RIGHT = """\
UBND TỈNH AN GIANG
SỞ NỘI VỤ
Số: 158/KH-SNV
CỘNG HÕA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
An Giang, ngày 05 tháng 4 năm 2025
KẾ HOẠCH
Tổ chức hội thi văn thư giỏi năm 2025
"""
RIGHT_THEN_LEFT = """\
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Độc lập - Tự do - Hạnh phúc

An Giang, ngày 05 tháng 4 năm 2025

UBND TỈNH AN GIANG

SỞ NỘI VỤ

Số: 158/KH-SNV

# KẾ HOẠCH

## Tổ chức hội thi văn thư giỏi năm 2025
"""
TITLE_BEHIND_THE_TYPE = """\
UBND TỈNH AN GIANG
**SỞ NỘI VỤ**
Số: 158/KH-SNV
**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**
Độc lập - Tự do - Hạnh phúc
An Giang, ngày 05 tháng 4 năm 2025

**KẾ HOẠCH Tổ chức hội thi văn thư giỏi năm 2025**
"""


@pytest.mark.parametrize(
    "header",
    [
        TWO_COLUMNS_BY_SPACES, TWO_COLUMNS_BY_PIPES, TWO_COLUMNS_BY_TABS, LEFT_THEN_RIGHT, RIGHT_THEN_LEFT,
        TITLE_BEHIND_THE_TYPE,
    ],
    ids=["spaces", "pipes", "tabs", "left-right", "right-left", "one-line"],
)  # fmt: skip
def test_one_letterhead_in_many_layouts(header, read) -> None:  # type: ignore[no-untyped-def]
    document = read(header + BODY)
    assert summary(document) == ("Kế hoạch", "158/KH-SNV", "158", PartialDate(2025, 4, 5), "SỞ NỘI VỤ", "state")
    assert texts(document, "co-quan-chu-quan") == ["UBND TỈNH AN GIANG"]
    assert texts(document, "trich-yeu") == ["Tổ chức hội thi văn thư giỏi năm 2025"]
    assert len(texts(document, "quoc-hieu")) == len(texts(document, "tieu-ngu")) == 1
    assert texts(document, "so-ky-hieu") == ["Số: 158/KH-SNV"]
    assert texts(document, "dia-danh-ngay") == ["An Giang, ngày 05 tháng 4 năm 2025"]
    assert texts(document, "can-cu")[0].startswith("Căn cứ Quyết định số 12/QĐ-UBND")


NO_GAP_BETWEEN_COLUMNS = """\
UBND TỈNH AN GIANG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ NỘI VỤ Độc lập – Tự do – Hạnh phúc
Số: 158/KH-SNV An Giang, ngày 05 tháng 4 năm 2025
KẾ HOẠCH TỔ CHỨC HỘI THI VĂN THƯ GIỎI NĂM 2025
"""
NARROW_COLUMNS = """\
UBND
TỈNH AN GIANG
SỞ NỘI VỤ
-------
|
CỘNG HÒA XÃ
HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
|
Số:
158/KH-SNV
|
An
Giang, ngày 05 tháng 4
năm 2025
|
KẾ HOẠCH
TỔ CHỨC HỘI THI VĂN THƯ GIỎI
NĂM 2025
"""


@pytest.mark.parametrize("header", [NO_GAP_BETWEEN_COLUMNS, NARROW_COLUMNS], ids=["no-gap", "narrow"])
def test_letterheads_that_lost_their_columns(header, read) -> None:  # type: ignore[no-untyped-def]
    document = read(header + BODY)
    assert summary(document) == ("Kế hoạch", "158/KH-SNV", "158", PartialDate(2025, 4, 5), "SỞ NỘI VỤ", "state")
    assert texts(document, "co-quan-chu-quan") == ["UBND TỈNH AN GIANG"]
    assert " ".join(texts(document, "trich-yeu")) == "TỔ CHỨC HỘI THI VĂN THƯ GIỎI NĂM 2025"
    assert document.words(document.identity.symbol.span) == "158/KH-SNV"
    assert document.words(document.identity.date_span) == "05 tháng 4 năm 2025"


WRAPPED_AGENCY = """\
ỦY BAN NHÂN           CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
DÂN XÃ TÂN HÒA           Độc lập - Tự do - Hạnh phúc
Số:      /KH-UBND        Tân Hòa, ngày       tháng 9 năm 2025

KẾ HOẠCH
Cải cách hành chính năm 2026
"""
LONG_AGENCY = """\
UBND TỈNH ĐỒNG THÁP
SỞ LAO ĐỘNG - THƯƠNG BINH
VÀ XÃ HỘI
Số:        /KH-SLĐTBXH
Đồng Tháp, ngày … tháng 9 năm 2021
KẾ HOẠCH
Tuyên truyền phòng, chống tệ nạn xã hội
"""
PARTY = """\
ĐẢNG BỘ TỈNH NINH BÌNH          ĐẢNG CỘNG SẢN VIỆT NAM
ĐẢNG ỦY SỞ NÔNG NGHIỆP
        *                     Ninh Bình, ngày 20 tháng 01 năm 2021
Số 05-NQ/ĐU

NGHỊ QUYẾT
về lãnh đạo nhiệm vụ năm 2021
"""
PARTY_BLANK = """\
HUYỆN ỦY LAI VUNG
BAN DÂN VẬN
***
Số   -HD/BDV
ĐẢNG CỘNG SẢN VIỆT NAM
Lai Vung, ngày   tháng 5 năm 2024
HƯỚNG DẪN
Công tác dân vận khéo
"""
UNION = """\
TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
LIÊN ĐOÀN LAO ĐỘNG TỈNH HÀ NAM        Độc lập - Tự do - Hạnh phúc

Số: 02 /KH-LĐLĐ                   Hà Nam, ngày 08 tháng 02 năm 2023

KẾ HOẠCH
Tổ chức Tháng Công nhân năm 2023
"""
YOUTH = """\
BCH ĐOÀN TỈNH BẮC GIANG            ĐOÀN TNCS HỒ CHÍ MINH
***
Số: 12-KH/TĐTN-BTC            Bắc Giang, ngày 3 tháng 12 năm 2022

KẾ HOẠCH
Tổ chức Hội trại tòng quân
"""
FRONT = """\
ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM       CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH LONG AN                             Độc lập - Tự do - Hạnh phúc
Số: 16/KH-MTTQ-BTT                     Long An, ngày 14 tháng 10 năm 2023

KẾ HOẠCH
Tổ chức Ngày hội Đại đoàn kết toàn dân tộc
"""
LAW_LIKE = """\
ỦY BAN THƯỜNG VỤ
QUỐC HỘI
CỘNG HÒA XàHỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Nghị quyết số: 653/2019/UBTVQH14
Hà Nội, ngày
12 tháng 3 năm 2019
NGHỊ QUYẾT
VỀ VIỆC SẮP XẾP CÁC ĐƠN VỊ HÀNH CHÍNH
"""
DECREE_LIKE = """\
ỦY BAN NHÂN DÂN
TỈNH CÀ MAU
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 07/2024/QĐ-UBND
Cà Mau, ngày 31 tháng 02 năm 2024
QUYẾT ĐỊNH
Ban hành Quy chế quản lý nhà văn hóa
ỦY BAN NHÂN DÂN TỈNH CÀ MAU
"""


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (WRAPPED_AGENCY, ("Kế hoạch", "/KH-UBND", "", PartialDate(2025, 9), "ỦY BAN NHÂN DÂN XÃ TÂN HÒA", "state")),
        (LONG_AGENCY, ("Kế hoạch", "/KH-SLĐTBXH", "", PartialDate(2021, 9),
                       "SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "state")),
        (PARTY, ("Nghị quyết", "05-NQ/ĐU", "5", PartialDate(2021, 1, 20), "ĐẢNG ỦY SỞ NÔNG NGHIỆP", "party")),
        (PARTY_BLANK, ("Hướng dẫn", "-HD/BDV", "", PartialDate(2024, 5), "BAN DÂN VẬN", "party")),
        (UNION, ("Kế hoạch", "02/KH-LĐLĐ", "2", PartialDate(2023, 2, 8), "LIÊN ĐOÀN LAO ĐỘNG TỈNH HÀ NAM", "union")),
        (YOUTH, ("Kế hoạch", "12-KH/TĐTN-BTC", "12", PartialDate(2022, 12, 3), "BCH ĐOÀN TỈNH BẮC GIANG", "youth")),
        (FRONT, ("Kế hoạch", "16/KH-MTTQ-BTT", "16", PartialDate(2023, 10, 14),
                 "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH LONG AN", "front")),
        (LAW_LIKE, ("Nghị quyết", "653/2019/UBTVQH14", "653", PartialDate(2019, 3, 12),
                    "ỦY BAN THƯỜNG VỤ QUỐC HỘI", "state")),
        (DECREE_LIKE, ("Quyết định", "07/2024/QĐ-UBND", "7", PartialDate(2024, 2),
                       "ỦY BAN NHÂN DÂN TỈNH CÀ MAU", "state")),
    ],
    ids=["wrapped", "long", "party", "party-blank", "union", "youth", "front", "resolution", "decision"],
)  # fmt: skip
def test_letterheads_of_different_issuers(header, expected, read) -> None:  # type: ignore[no-untyped-def]
    assert summary(read(header + BODY)) == expected


DISPATCH = """\
UBND TỈNH SƠN LA                   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ TÀI CHÍNH                          Độc lập - Tự do - Hạnh phúc
Số: 05/STC-VP                       Sơn La, ngày 12 tháng 3 năm 2024
V/v tổng kết công tác
thi đua năm 2024

Kính gửi:
- Sở Nội vụ;
- Các phòng thuộc Sở.

Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư; Sở Tài chính báo cáo như sau:
"""


def test_a_dispatch_has_a_subject_and_no_type(read) -> None:  # type: ignore[no-untyped-def]
    document = read(DISPATCH)
    assert summary(document) == ("Công văn", "05/STC-VP", "5", PartialDate(2024, 3, 12), "SỞ TÀI CHÍNH", "state")
    assert texts(document, "trich-yeu") == ["V/v tổng kết công tác thi đua năm 2024"]
    assert texts(document, "kinh-gui") == ["Kính gửi: Sở Nội vụ; Các phòng thuộc Sở."]
    assert texts(document, "ten-loai") == []
    assert len(texts(document, "can-cu")) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Ninh Bình, ngày tháng 9 năm 2021", "Ninh Bình, ngày … tháng 9 năm 2021", "Ninh Bình, ngày ..... tháng 9 năm 2021",
        "Ninh Bình, ngày     tháng 9/2021", "Ninh Bình, ngày 34 tháng 9 năm 2021", "*Ninh Bình, ngày    tháng 9 năm 2021*",
    ],
)  # fmt: skip
def test_an_unfilled_or_unreadable_day_is_unknown(line, read) -> None:  # type: ignore[no-untyped-def]
    document = read(f"Số: /KH-UBND\n\n{line}\n\nKẾ HOẠCH\nTrồng cây năm 2021\n" + BODY)
    assert document.identity.date == PartialDate(2021, 9)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2019", PartialDate(2019, 6, 29)),
        ("TP. Huế, ngày 08 / 4 /2024", PartialDate(2024, 4, 8)),
        ("Hà Nội, ngày 5 tháng 76 năm 2024", PartialDate(2024)),
        ("Hà Nội, ngày    tháng    năm 2024", PartialDate(2024)),
        ("Hà Nội, ngày    tháng    năm", PartialDate()),
        ("Ngày 05 tháng 4 năm 2024", PartialDate(2024, 4, 5)),
    ],
)
def test_forms_of_place_and_date(line, date, read) -> None:  # type: ignore[no-untyped-def]
    document = read(f"Số: 12/KH-UBND\n\n{line}\n\nKẾ HOẠCH\nTrồng cây\n" + BODY)
    assert document.identity.date == date
    assert texts(document, "dia-danh-ngay") == [" ".join(line.split())]


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Kế hoạch số 15/KH-UBND ngày 05/4/2024 của UBND tỉnh, các sở báo cáo trước ngày 15/12/2024.",
        "An Giang, ngày 05 tháng 4 năm 2024, lãnh đạo Sở làm việc với các phòng.",
        "I. MỤC ĐÍCH\n1. Tuyên truyền về chuyển đổi số.\n2. Số: 12/KH-UBND là kế hoạch đã ban hành.",
        "QUY ĐỊNH CHUNG\nĐiều 1. Phạm vi điều chỉnh.",
        "- Kế hoạch năm 2024 đã hoàn thành.\n- Sở Nội vụ, ngày 5 tháng 4 năm 2024",
    ],
)
def test_an_extract_without_letterhead_says_nothing_of_itself(text, read) -> None:  # type: ignore[no-untyped-def]
    identity = read(text).identity
    assert identity.symbol is None
    assert identity.date == PartialDate()
    assert (identity.type_word, identity.issuer, identity.system) == ("", "", "unknown")


def test_no_year_is_taken_from_the_title(read) -> None:  # type: ignore[no-untyped-def]
    document = read("KẾ HOẠCH\n\nPhòng cháy, chữa cháy rừng năm 2024\n\nThực hiện Chỉ thị số 10/CT-UBND ngày 27/8/2021, "
                    "Hạt Kiểm lâm, Sở Nông nghiệp và Môi trường xây dựng Kế hoạch như sau:\nI. MỤC ĐÍCH\n")  # fmt: skip
    assert document.identity.date == PartialDate()
    assert document.identity.issuer == "Sở Nông nghiệp và Môi trường"


def test_a_title_over_several_lines_is_read_to_its_end(read) -> None:  # type: ignore[no-untyped-def]
    document = read("KẾ HOẠCH\n\n**Phát động phong trào thi đua “Đổi mới, sáng tạo,\nthi đua lập thành tích chào mừng "
                    "Đại hội Đảng bộ tỉnh\nlần thứ XX” giai đoạn 2025 - 2030**\n\nCăn cứ Luật Thi đua, khen thưởng;\n")  # fmt: skip
    assert " ".join(texts(document, "trich-yeu")).endswith("lần thứ XX” giai đoạn 2025 - 2030")
    assert texts(document, "can-cu") == ["Căn cứ Luật Thi đua, khen thưởng;"]


@pytest.mark.parametrize(
    ("ending", "expected"),
    [
        ("Nơi nhận:\n- Như trên;\n- Lưu: VT, TH.\n\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n\nTrần Thị Bình\n",
         {"noi-nhan": ["Như trên;"], "luu": ["Lưu: VT, TH."], "quyen-han": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"],
          "chuc-vu": ["PHÓ CHỦ TỊCH"], "nguoi-ky": ["Trần Thị Bình"]}),
        ("Nơi nhận:                          KT. GIÁM ĐỐC\n- Như Điều 3;                    PHÓ GIÁM ĐỐC\n"
         "- Sở Tài chính (phối hợp);\n- Lưu: VT, VP (2).                  Nguyễn Văn An\n",
         {"noi-nhan": ["Như Điều 3;", "Sở Tài chính (phối hợp);"], "luu": ["Lưu: VT, VP (2)."],
          "quyen-han": ["KT. GIÁM ĐỐC"], "chuc-vu": ["PHÓ GIÁM ĐỐC"], "nguoi-ky": ["Nguyễn Văn An"]}),
        ("| **Nơi nhận:** | **TL. CHỦ TỊCH** |\n| --- | --- |\n| - Các xã; | **CHÁNH VĂN PHÒNG** |\n"
         "| - Lưu VT. | **Lê Hoàng Đức** |\n",
         {"noi-nhan": ["Các xã;"], "luu": ["Lưu VT."], "quyen-han": ["TL. CHỦ TỊCH"], "chuc-vu": ["CHÁNH VĂN PHÒNG"],
          "nguoi-ky": ["Lê Hoàng Đức"]}),
        ("T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nPhạm Minh Tú\n\nNơi nhận:\n- Chi bộ trực thuộc;\n- Lưu Văn phòng.\n",
         {"noi-nhan": ["Chi bộ trực thuộc;"], "luu": ["Lưu Văn phòng."], "quyen-han": ["T/M BAN THƯỜNG VỤ"],
          "chuc-vu": ["PHÓ BÍ THƯ"], "nguoi-ky": ["Phạm Minh Tú"]}),
        ("Nơi nhận: - Như trên; - Lưu: VT.\n\nHIỆU TRƯỞNG\n\nVũ Thị Ánh Nguyệt\n",
         {"noi-nhan": ["Như trên"], "luu": ["Lưu: VT."], "quyen-han": [], "chuc-vu": ["HIỆU TRƯỞNG"],
          "nguoi-ky": ["Vũ Thị Ánh Nguyệt"]}),
        ("Q. TRƯỞNG PHÒNG\n\nĐỗ Quốc Ân\n",
         {"noi-nhan": [], "luu": [], "quyen-han": ["Q. TRƯỞNG PHÒNG"], "chuc-vu": [], "nguoi-ky": ["Đỗ Quốc Ân"]}),
    ],
    ids=["one-column", "two-columns", "table", "signature-first", "glued", "no-recipients"],
)  # fmt: skip
def test_recipients_and_signature(ending, expected, read) -> None:  # type: ignore[no-untyped-def]
    document = read(
        LEFT_THEN_RIGHT + BODY + "Trên đây là Kế hoạch tổ chức hội thi, yêu cầu các đơn vị thực hiện./.\n\n" + ending
    )
    assert {kind: texts(document, kind) for kind in expected} == expected
    assert texts(document, "ket-thuc") == ["./."]


def test_several_capacities_in_one_line(read) -> None:  # type: ignore[no-untyped-def]
    document = read(
        LEFT_THEN_RIGHT + BODY + "Nơi nhận:\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH\nLê An\n"
    )
    assert texts(document, "quyen-han") == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"]
    assert texts(document, "chuc-vu") == ["PHÓ CHỦ TỊCH"]


def test_spans_cover_the_words_they_name(read) -> None:  # type: ignore[no-untyped-def]
    document = read(TWO_COLUMNS_BY_SPACES + BODY)
    for component in document.components:
        assert document.words(component.span) == component.text
    assert list(document.components) == sorted(document.components, key=lambda component: component.span)
    assert document.words(document.identity.date_span) == "05 tháng 4 năm 2025"
    assert document.words(document.identity.symbol.span) == "158/KH-SNV"


def test_a_table_cell_may_hold_a_whole_column(read) -> None:  # type: ignore[no-untyped-def]
    document = read(
        "| **UBND TỈNH AN GIANG**<br>**SỞ NỘI VỤ**<br>Số: 12/CTr-SNV | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>"
        "**Độc lập - Tự do - Hạnh phúc**<br>*An Giang, ngày 05 tháng 4 năm 2025* |\n|---|---|\n\n"
        "**CHƯƠNG TRÌNH HÀNH ĐỘNG**\n\n**Thực hiện Nghị quyết số 57-NQ/TW**\n\n*Căn cứ Luật Viên chức;*\n"
    )
    assert summary(document) == ("Chương trình", "12/CTr-SNV", "12", PartialDate(2025, 4, 5), "SỞ NỘI VỤ", "state")
    assert texts(document, "co-quan-chu-quan") == ["UBND TỈNH AN GIANG"]
    assert texts(document, "ten-loai") == ["CHƯƠNG TRÌNH HÀNH ĐỘNG"]
    assert texts(document, "trich-yeu") == ["Thực hiện Nghị quyết số 57-NQ/TW"]


def test_stamps_and_drafts_belong_to_no_name(read) -> None:  # type: ignore[no-untyped-def]
    document = read(
        "DỰ THẢO\nUBND XÃ AN PHÚ\nHỎA TỐC\nSố:     /KH-UBND\nAn Phú, ngày   tháng   năm 2026\n\n"
        "KẾ HOẠCH (dự thảo)\nPhòng, chống thiên tai năm 2026\n\nPhần thứ nhất\nTÌNH HÌNH\n"
    )
    assert summary(document) == ("Kế hoạch", "/KH-UBND", "", PartialDate(2026), "UBND XÃ AN PHÚ", "state")
    assert texts(document, "trich-yeu") == ["Phòng, chống thiên tai năm 2026"]


def test_a_title_may_begin_like_a_basis(read) -> None:  # type: ignore[no-untyped-def]
    document = read(
        "KẾ HOẠCH\nThực hiện Nghị quyết số 18-NQ/TW; Kết luận số 12-KL/TW về tinh gọn bộ máy\n"
        "Thực hiện Kế hoạch số 25/KH-BCA ngày 02/02/2025 của Bộ Công an, Công an tỉnh xây dựng Kế hoạch như sau:\n"
    )
    assert texts(document, "trich-yeu") == ["Thực hiện Nghị quyết số 18-NQ/TW; Kết luận số 12-KL/TW về tinh gọn bộ máy"]
    assert len(texts(document, "can-cu")) == 1
    assert document.identity.issuer == "Công an tỉnh"


def test_a_dispatch_with_its_left_column_first(read) -> None:  # type: ignore[no-untyped-def]
    document = read(
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO\nSố: 4567/SGDĐT-GDTrH\nV/v hướng dẫn thực hiện nhiệm vụ\nnăm học 2023 - 2024\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nLào Cai, ngày 30 tháng 8 năm 2023\n"
        "Kính gửi: Hiệu trưởng các trường.\n1. Nội dung\n"
    )
    assert summary(document)[:2] == ("Công văn", "4567/SGDĐT-GDTrH")
    assert texts(document, "trich-yeu") == ["V/v hướng dẫn thực hiện nhiệm vụ năm học 2023 - 2024"]
    assert [division.kind for division in document.divisions] == ["body"]


FACTS = load().facts
PARTS = st.sampled_from(
    [
        "UBND TỈNH X",
        "SỞ Y",
        "CỘNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số:",
        "Số: 1/KH-UBND",
        "/KH-SNV",
        "Hà",
        "Hà Nội, ngày",
        "ngày    tháng 9 năm",
        "2021",
        "tháng 2 năm 2024",
        "KẾ HOẠCH",
        "KẾ HOẠCH NĂM",
        "V/v mời họp",
        "Kính gửi:",
        "- Sở A;",
        "Căn cứ Luật A; Căn cứ Luật B;",
        "I. MỤC",
        "Nơi nhận: - Như trên; - Lưu: VT",
        "TM. UBND KT. CHỦ TỊCH",
        "TM.",
        "KT. GIÁM ĐỐC",
        "PHÓ",
        "Lê An",
        "./.",
        "PHỤ LỤC",
        "|",
        "\t",
        "     ",
        " ",
        "\n",
        "\n\n",
        "*",
        "**",
        "“",
        "”",
        "§",
    ]
)


@given(st.lists(PARTS, max_size=30).map("".join))
@settings(max_examples=150, deadline=None)
def test_any_mixture_of_parts_is_read(source: str) -> None:
    text, blocks = join(source)
    divisions = divide(text, blocks, find_quotations(text, blocks))
    components = find_components(text, blocks, divisions, FACTS)
    identity = identify(components, text, FACTS)
    assert all(0 <= c.span.start < c.span.end <= len(text) for c in components)
    assert all(c.text == " ".join(c.text.split()) != "" for c in components)
    if identity.date_span:
        assert identity.date.year is not None
        assert text[identity.date_span.start : identity.date_span.end].strip()


SAMPLE_IDENTITIES = {
    "000": ("Kế hoạch", None, PartialDate()),
    "001": ("Kế hoạch", "/KH-LĐTBOXH", PartialDate(2021, 9)),
    "002": ("Kế hoạch", "/KH-SLĐTBXH", PartialDate(2021, 12)),
    "003": ("Kế hoạch", "02/KH-LĐLĐ", PartialDate(2021, 1, 20)),
    "004": ("Kế hoạch", "/KH-SLĐTBXH", PartialDate(2021, 10)),
}


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample plans are not here")
@pytest.mark.parametrize("number", SAMPLE_IDENTITIES)
def test_samples(number, read) -> None:  # type: ignore[no-untyped-def]
    (path,) = SAMPLES.glob(f"{number}_*.txt")
    document = read(path.read_text(encoding="utf-8"))
    symbol = document.identity.symbol
    identity = (document.identity.type_word, symbol and symbol.text, document.identity.date)
    assert identity == SAMPLE_IDENTITIES[number]
    assert texts(document, "nguoi-ky")
    assert document.identity.system == ("union" if number == "003" else "state")


def summary(document: Document) -> tuple[object, ...]:
    identity = document.identity
    symbol = identity.symbol
    assert symbol is not None
    return identity.type_word, symbol.text, symbol.number, identity.date, identity.issuer, identity.system


def texts(document: Document, kind: str) -> list[str]:
    return [component.text for component in document.components if component.kind == kind]
