"""Quotation marks: pairs, mixed marks, quoted articles over many paragraphs, and marks never closed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnplanlint.document.joining import join
from vnplanlint.document.model import Quotation
from vnplanlint.document.quotations import find_quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Phong trào “Xanh, sạch, đẹp” và cuộc thi “Nét chữ đẹp”.", ["“Xanh, sạch, đẹp”", "“Nét chữ đẹp”"]),
        ('Ngày hội "Mở cửa” và hội thi "Tay nghề giỏi".', ['"Mở cửa”', '"Tay nghề giỏi"']),
        (
            "Chủ đề “Nói không với ‘rác nhựa’ trong trường học”.",
            ["“Nói không với ‘rác nhựa’ trong trường học”", "‘rác nhựa’"],
        ),
        ("Cuộc vận động “Thi đua “Dạy tốt” năm 2024” bắt đầu.", ["“Thi đua “Dạy tốt” năm 2024”", "“Dạy tốt”"]),
        ("Phương châm ”Bốn tại chỗ” được giữ vững.", ["”Bốn tại chỗ”"]),
        ("Mô hình “Dân vận khéo’ ở xã An Phú.", ["“Dân vận khéo’"]),
        ("Mô hình “Dân vận khéo“ ở xã An Phú.", ["“Dân vận khéo“"]),
        ('Từ 8h15’ đến 9h30’, màn hình 55" được lắp tại hội trường.', []),
        ("Xã H’Mông và Ea H’leo thực hiện.", []),
        ("Không có ngoặc kép nào.", []),
    ],
)
def test_pairs_in_one_block(text: str, expected: list[str]) -> None:
    found = quoted(text)
    assert [words for words, _ in found] == expected
    assert all(closed for _, closed in found)


AMENDMENT = """\
1. Sửa đổi, bổ sung Điều 7 như sau:

“Điều 7. Mức hỗ trợ

1. Hộ nghèo: 500.000 đồng.

3. Hộ cận nghèo: 300.000 đồng.”.

2. Bãi bỏ khoản 4 Điều 9.
"""


def test_a_quoted_article_runs_over_paragraphs() -> None:
    ((words, closed),) = quoted(AMENDMENT)
    assert closed
    assert words.startswith("“Điều 7.")
    assert words.endswith("300.000 đồng.”")


def test_a_quotation_after_a_colon_may_cross_blocks() -> None:
    text = "1. Sửa đổi Điều 7 như sau: “Điều 7. Mức hỗ trợ\n\n1. Hộ nghèo: 500.000 đồng.”.\n\n2. Bãi bỏ Điều 9.\n"
    ((words, closed),) = quoted(text)
    assert closed
    assert words.endswith("500.000 đồng.”")


def test_quotations_inside_a_quoted_article() -> None:
    text = "1. Sửa Điều 2 như sau:\n\n“Điều 2. Danh hiệu\n\n1. Danh hiệu “Gia đình văn hóa”.\n\n2. Danh hiệu khác.”.\n\n2. Hết.\n"
    found = quoted(text)
    assert [closed for _, closed in found] == [True, True]
    assert found[0][0].endswith("2. Danh hiệu khác.”")
    assert found[1][0] == "“Gia đình văn hóa”"


@pytest.mark.parametrize(
    "rest",
    [
        "2. Sửa đổi Điều 10 như sau:\n\n“Điều 10. Hồ sơ gồm đơn đề nghị.”.\n\n3. Bãi bỏ Điều 12.",
        "2. Bãi bỏ Điều 10.\n\n3. Bãi bỏ Điều 12.",
        "“Điều 5. Hồ sơ”.\n\n2. Bãi bỏ Điều 10.",
        "Nơi nhận:\n\n- Như trên;\n\n- Lưu: VT.",
    ],
    ids=["next-item-quotes", "next-item", "next-quotation", "recipients"],
)
def test_an_opener_never_closed_does_not_swallow_the_rest(rest: str) -> None:
    text = (
        f"1. Sửa đổi Điều 4 như sau:\n\n“Điều 4. Mức chi\n\na) Chi cho báo cáo viên;\n\nb) Chi nước uống.\n\n{rest}\n"
    )
    words, closed = quoted(text)[0]
    assert not closed
    assert words.endswith("b) Chi nước uống.")


def test_an_opener_never_closed_in_the_article_before_the_next() -> None:
    text = (
        "Điều 1. Sửa đổi khoản 2 Điều 6 như sau:\n\n“2. Thời hạn là 05 ngày.\n\n"
        "Điều 2. Hiệu lực thi hành từ ngày ký.\n\nĐiều 3. Tổ chức thực hiện.\n"
    )
    ((words, closed),) = quoted(text)
    assert not closed
    assert words == "“2. Thời hạn là 05 ngày."


def test_an_opener_in_mid_sentence_ends_with_its_block() -> None:
    text = "Phát động phong trào “Toàn dân tập thể dục\n\n1. Các xã tổ chức thi đua.\n\n2. Các trường hưởng ứng “Ngày chạy”.\n"
    assert quoted(text) == [("“Toàn dân tập thể dục", False), ("“Ngày chạy”", True)]


def test_a_title_cut_into_blocks_is_one_quotation() -> None:
    text = "KẾ HOẠCH\n\nTổ chức hội thi “Tìm hiểu pháp luật\n\n## về bảo vệ môi trường” năm 2024\n\nI. MỤC ĐÍCH\n"
    ((words, closed),) = quoted(text)
    assert closed
    assert words.startswith("“Tìm hiểu")
    assert words.endswith("môi trường”")


PASTED = """\
Về đề nghị của quý công ty, Điều 40 Luật Xây dựng quy định:

Điều 40. Thẩm định

1. Cơ quan thẩm định lập báo cáo.

2. Thời hạn thẩm định là 20 ngày.

Như vậy, hồ sơ của công ty chưa đủ điều kiện.

2. Về kiến nghị thứ hai, Sở không có ý kiến.
"""


def test_articles_pasted_without_marks_are_quoted() -> None:
    ((words, closed),) = quoted(PASTED)
    assert closed
    assert words.startswith("Điều 40. Thẩm định")
    assert words.endswith("20 ngày.")


def test_own_articles_are_not_pasted() -> None:
    text = "QUYẾT ĐỊNH:\n\nĐiều 1. Phê duyệt danh mục như sau:\n\nĐiều 2. Hiệu lực.\n\nĐiều 3. Thi hành.\n"
    assert quoted(text) == []


PARTS = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "‘",
        "’",
        "Điều 7. ",
        "1. ",
        "2. ",
        "a) ",
        "\n\n",
        " ",
        "chữ ",
        "như sau:",
        "Nơi nhận:",
        "8h15’",
        ".",
    ]
)


@given(st.lists(PARTS, max_size=40).map("".join))
@settings(max_examples=100, deadline=None)
def test_any_marks_give_ordered_spans_inside_the_text(text: str) -> None:
    joined, blocks = join(text)
    found = find_quotations(joined, blocks)
    assert list(found) == sorted(found, key=lambda quotation: (quotation.span.start, -quotation.span.end))
    assert all(0 <= quotation.span.start < quotation.span.end <= len(text) for quotation in found)
    assert len({quotation.span.start for quotation in found}) == len(found)


def quoted(text: str) -> list[tuple[str, bool]]:
    joined, blocks = join(text)
    return [(words(joined, found), found.closed) for found in find_quotations(joined, blocks)]


def words(text: str, quotation: Quotation) -> str:
    return " ".join(text[quotation.span.start : quotation.span.end].split())


def test_numerals_of_one_quoted_article_do_not_end_the_next_quotation() -> None:
    text = (
        "Về thu hồi, quy chế quy định:\n“Điều 9. Thu hồi\n1. Thẻ bị thu hồi khi hết hạn.”\n"
        "Về cấp lại, quy chế quy định:\n“Điều 12. Cấp lại\n…\n2. Thẻ được cấp lại một lần.”\nSở trả lời như trên."
    )
    assert [(words.split()[1], closed) for words, closed in quoted(text)] == [("9.", True), ("12.", True)]
