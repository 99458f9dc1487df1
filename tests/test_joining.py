"""Wrapped lines become whole paragraphs again, in place."""

from __future__ import annotations

import itertools
import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import SAMPLES
from vnplanlint.document.joining import join

PLAN = [
    ("", "KẾ HOẠCH"),
    (
        "",
        "Tổ chức các hoạt động chào mừng kỷ niệm 75 năm Ngày truyền thống lực lượng dân quân tự vệ trên địa bàn huyện",
    ),
    (
        "",
        "Thực hiện Kế hoạch số 27/KH-UBND ngày 12/02/2010 của Ủy ban nhân dân tỉnh Hà Nam về phát triển kinh tế - xã hội, "
        "Ủy ban nhân dân huyện ban hành Kế hoạch với những nội dung sau:",
    ),
    ("", "I. MỤC ĐÍCH, YÊU CẦU"),
    ("", "1. Mục đích"),
    (
        "- ",
        "Tuyên truyền sâu rộng về ý nghĩa của ngày 28/3/1935; khơi dậy lòng tự hào; qua đó nâng cao trách nhiệm của cấp ủy, "
        "chính quyền và Nhân dân trong xây dựng nền quốc phòng toàn dân giai đoạn 2010 - 2015.",
    ),
    ("- ", "100% xã, thị trấn tổ chức gặp mặt. Mỗi xã chọn một đơn vị làm điểm, báo cáo Ban Chỉ huy Quân sự huyện."),
    ("", "II. NỘI DUNG"),
    ("", "1. Hội thi, hội thao"),
    (
        "",
        "a) Hội thao quân sự: từ ngày 05/3/2010 đến ngày 20/3/2010, do Ban Chỉ huy Quân sự huyện chủ trì, các xã phối hợp;",
    ),
    ("", "b) Hội thi tìm hiểu truyền thống theo Công văn số 88/BCH-CT ngày 01/02/2010 của Bộ Chỉ huy Quân sự tỉnh."),
]


def paragraphs(text: str) -> list[str]:
    joined, blocks = join(text)
    return [" ".join(joined[block.span.start : block.span.end].split()) for block in blocks]


def wrapped(width: int, line_gap: str, paragraph_gap: str, indent: str) -> str:
    return paragraph_gap.join(
        line_gap.join(
            textwrap.wrap(bullet + words, width, initial_indent=indent, break_long_words=False, break_on_hyphens=False)
        )
        for bullet, words in PLAN
    )


@pytest.mark.parametrize("width", [66, 74, 82, 90])
@pytest.mark.parametrize(
    ("line_gap", "paragraph_gap", "indent"),
    [("\n", "\n\n", ""), ("\n", "\n", "    "), ("\n\n", "\n\n", ""), (" \n\n", " \n \n\n", " ")],
    ids=["blank between paragraphs", "first line set in", "blank between all lines", "dump"],
)
def test_a_wrapped_plan_has_the_paragraphs_of_the_unwrapped_one(
    width: int, line_gap: str, paragraph_gap: str, indent: str
) -> None:
    assert paragraphs(wrapped(width, line_gap, paragraph_gap, indent)) == [words for _, words in PLAN]


@given(st.text(alphabet="aB đĐ1.,;:-–“”()*#|>\t\n\f\u00a0\u200b<!/", max_size=200))
@settings(max_examples=300)
def test_joining_keeps_the_length_and_its_promises_about_white_space(text: str) -> None:
    joined, blocks = join(text)
    assert len(joined) == len(text)
    for block in blocks:
        words = joined[block.span.start : block.span.end]
        assert words
        assert words == words.strip()
        assert "\n" not in words
        assert block.kind == "row" or "\t" not in words
    for before, after in itertools.pairwise(blocks):
        assert "\n" in joined[before.span.end : after.span.start]


def test_page_numbers_and_rules_between_two_halves_of_a_sentence_are_no_text() -> None:
    lines = [
        f"Dòng thứ {n} của một đoạn văn dài vừa đủ để ước lượng bề rộng của trang giấy này" for n in "abcdefghijklmnop"
    ]
    text = "\n".join(lines) + " và đến\n\n2\n\n\nngày 05/4/2021 thì hết."
    assert paragraphs(text)[-1].endswith("và đến ngày 05/4/2021 thì hết.")


def test_a_list_of_lone_numbers_is_a_table_and_not_page_numbers() -> None:
    assert paragraphs("TT\n\n1\n\n2\n\n3\n") == ["TT", "1", "2", "3"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kỷ niệm ngày sinh (19/5/1890\n\n-19/5/2022) và", ["kỷ niệm ngày sinh (19/5/1890 -19/5/2022) và"]),
        ("theo Kế hoạch số\n12/KH-UBND", ["theo Kế hoạch số 12/KH-UBND"]),
        ("tại khoản\n2. Điều 5", ["tại khoản 2. Điều 5"]),
        ("6. Xây dựng chính quyền số\na) Nâng cấp mạng", ["6. Xây dựng chính quyền số", "a) Nâng cấp mạng"]),
        ("3. Chuyển đổi số\nMở lớp tập huấn", ["3. Chuyển đổi số", "Mở lớp tập huấn"]),
        (
            "Điều 6. Báo cáo định kỳ\n1. Báo cáo tháng\na) Cơ quan",
            ["Điều 6. Báo cáo định kỳ", "1. Báo cáo tháng", "a) Cơ quan"],
        ),
        ("1. Mục tiêu\n100% cán bộ tham gia", ["1. Mục tiêu", "100% cán bộ tham gia"]),
        ("I. CHỈ TIÊU\nphấn đấu đạt", ["I. CHỈ TIÊU", "phấn đấu đạt"]),
        ("II. NHIỆM VỤ VÀ GIẢI\nPHÁP", ["II. NHIỆM VỤ VÀ GIẢI PHÁP"]),
        ("ỦY BAN NHÂN\nDÂN XÃ TÂN LẬP", ["ỦY BAN NHÂN DÂN XÃ TÂN LẬP"]),
        ("SỞ NỘI VỤ\nVĂN PHÒNG", ["SỞ NỘI VỤ", "VĂN PHÒNG"]),
        ("- Sở Tài chính;\n- Lưu: VT\nGIÁM ĐỐC", ["Sở Tài chính;", "Lưu: VT", "GIÁM ĐỐC"]),
        (
            "thi đua “Toàn dân giữ nước sạch\n- Không để kênh nào bẩn”; mỗi",
            ["thi đua “Toàn dân giữ nước sạch - Không để kênh nào bẩn”; mỗi"],
        ),
        ('phong trào "Sáng cổng\n– Sạch ngõ" ở thôn', ['phong trào "Sáng cổng – Sạch ngõ" ở thôn']),
        ("hội (gọi tắt là Câu lạc bộ\n-Tổ nghề) xã", ["hội (gọi tắt là Câu lạc bộ -Tổ nghề) xã"]),
        ("Chủ đề “Sáng cổng\n- Thôn Đông\n- Tổ “Sạch ngõ”", ["Chủ đề “Sáng cổng", "Thôn Đông", "Tổ “Sạch ngõ”"]),
        ("gồm (các xã\n- Xã Đông\n- Xã Đoài)", ["gồm (các xã", "Xã Đông", "Xã Đoài)"]),
        ("**2.1.** Vận động", ["2.1. Vận động"]),
        ("## **II. NỘI DUNG**\n\nBài", ["II. NỘI DUNG", "Bài"]),
        ("gửi <b>Sở</b> <!-- xem\nlại --> và Bộ", ["gửi Sở và Bộ"]),
    ],
)
def test_small_joins(text: str, expected: list[str]) -> None:
    assert paragraphs(text) == expected


def test_columns_become_cells_but_blanks_of_a_draft_do_not() -> None:
    joined, blocks = join(
        "PHÒNG Y TẾ          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố:        /KH-PYT\n| a | b |\n1.\tNội dung"
    )
    assert [block.kind for block in blocks] == ["row", "text", "row", "text"]
    assert [cell.strip() for cell in joined[: blocks[0].span.end].split("\t")] == [
        "PHÒNG Y TẾ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    ]


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample plans are not here")
def test_sample_plans_are_joined_across_lines_and_pages() -> None:
    texts = [paragraphs(path.read_text(encoding="utf-8")) for path in sorted(SAMPLES.glob("00*.txt"))]
    everything = "\n".join(line for text in texts for line in text)
    for whole in (
        "ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 -19/5/2022)",
        "Kế hoạch số 80/KH-UBND ngày 8/6/2021 của UBND tỉnh",
        "Kế hoạch 5 năm (2021-2025) theo Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Ninh Bình lần thứ XXII”, yêu cầu",
        "của UBND tỉnh Ninh Bình về Phát động thi đua",
    ):
        assert whole in everything


@pytest.mark.parametrize("last", ["2.", "2. Nhà trường giữ vững kết quả này trong năm học sau và báo cáo cấp trên."])
def test_a_grade_at_a_line_start_is_no_list_item(last: str) -> None:
    wide = [
        "1. Nhà trường tiếp tục thực hiện chương trình giáo dục phổ thông, bảo đảm đủ số",
        "tiết theo quy định, không cắt xén nội dung, không dồn tiết ở những tuần cuối kỳ,",
        "phấn đấu giữ vững danh hiệu trường chuẩn quốc gia và kiểm định chất lượng cấp độ",
    ]
    assert paragraphs("\n".join((*wide, last, "3. Học kỳ II bắt đầu từ ngày 13/01/2025."))) == [
        " ".join((*wide, last)),
        "3. Học kỳ II bắt đầu từ ngày 13/01/2025.",
    ]


def test_what_stands_in_brackets_goes_on_after_a_colon_and_below_a_heading() -> None:
    wide = [
        "1. Thủ tục đề nghị cấp lại giấy phép hoạt động cho cơ sở dạy nghề (mã số, ký hiệu:",
        "QT-05), áp dụng cho các cơ sở đang hoạt động trên địa bàn tỉnh, hồ sơ nộp tại",
        "bộ phận một cửa của xã nơi đặt trụ sở và được trả trong năm ngày làm việc theo",
        "giấy hẹn đã cấp cho người nộp hồ sơ khi tiếp nhận tại bộ phận một cửa của xã.",
    ]
    heading = ["C. Nội dung bài giảng (viết đầy đủ,", "theo đúng phân phối ở phần A)"]
    assert paragraphs("\n".join((*wide, *heading))) == [" ".join(wide), " ".join(heading)]


def test_a_known_compound_goes_on_with_its_dash_in_a_text_that_is_not_wrapped() -> None:
    assert paragraphs("Giữ vững ổn định, phát triển kinh tế\n- xã hội của huyện.\n- Tăng thu ngân sách.") == [
        "Giữ vững ổn định, phát triển kinh tế - xã hội của huyện.",
        "Tăng thu ngân sách.",
    ]


def test_the_number_of_an_article_goes_on_and_so_does_a_broken_type() -> None:
    text = "**NGHỊ\nQUYẾT**\n\nQuy định mức chi\n\n**Điều\n2. Đối tượng áp dụng**\n\nCán bộ cấp xã."
    assert paragraphs(text) == ["NGHỊ QUYẾT", "Quy định mức chi", "Điều 2. Đối tượng áp dụng", "Cán bộ cấp xã."]


def test_a_grade_goes_on_with_its_roman_number_even_in_a_text_that_is_not_wrapped() -> None:
    text = "a) Mức 120.000 đồng/buổi với kỹ thuật viên ánh sáng sân khấu hạng\nII.\nb) Mức 100.000 đồng/buổi với nhân viên."
    assert len(paragraphs(text)) == 2


def test_a_title_may_end_in_every_year() -> None:
    text = "## **Tổ chức hội thao hằng năm**\n\nCăn cứ tình hình thực tế, nhà trường xây dựng kế hoạch như sau:"
    assert len(paragraphs(text)) == 2
    assert len(paragraphs("**Tổng kết phong trào thi đua năm**\n\n**2024 trong toàn huyện**")) == 1
