from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent

import pytest

from vnplanlint.document.model import Document

Read = Callable[[str], Document]


def tree(document: Document) -> str:
    return "\n".join(
        f"{'  ' * h.depth}{h.numeral.text} {h.title}{' (dính)' if h.inline else ''}" for h in document.outline.headings
    )


CASES = {
    "the usual chain of a plan": (
        """
        I. MỤC ĐÍCH

        1. Mục đích chung

        a) Một ý;

        b) Hai ý.

        2. Yêu cầu

        II. NỘI DUNG

        1. Tuyên truyền

        1.1. Trên loa

        - Buổi sáng

        - Buổi chiều

        1.2. Trên báo

        2. Tập huấn
        """,
        """
        I. MỤC ĐÍCH
          1. Mục đích chung
            a) Một ý;
            b) Hai ý.
          2. Yêu cầu
        II. NỘI DUNG
          1. Tuyên truyền
            1.1. Trên loa
              - Buổi sáng
              - Buổi chiều
            1.2. Trên báo
          2. Tập huấn
        """,
    ),
    "Điều runs on, Mục begins again": (
        """
        Chương I

        QUY ĐỊNH CHUNG

        Điều 1. Phạm vi

        1. Khoản một.

        2. Khoản hai.

        Chương II

        QUẢN LÝ

        Mục 1. SỬ DỤNG

        Điều 2. Giờ mở cửa

        Mục 2. BẢO QUẢN

        Điều 3. Trách nhiệm
        """,
        """
        Chương I QUY ĐỊNH CHUNG
          Điều 1. Phạm vi
            1. Khoản một.
            2. Khoản hai.
        Chương II QUẢN LÝ
          Mục 1. SỬ DỤNG
            Điều 2. Giờ mở cửa
          Mục 2. BẢO QUẢN
            Điều 3. Trách nhiệm
        """,
    ),
    "a numeral alone takes the next line": (
        """
        **I.

        MỤC ĐÍCH**

        1.

        Đối tượng

        II. YÊU CẦU
        """,
        """
        I. MỤC ĐÍCH
          1. Đối tượng
        II. YÊU CẦU
        """,
    ),
    "headings glued to the paragraph before": (
        """
        1. Sở Văn hóa báo cáo ngày 20 hằng tháng.2. Sở Tài chính bố trí kinh phí. 3. Sở Y tế phối hợp.

        4. Ủy ban nhân dân các xã thực hiện.
        """,
        """
        1. Sở Văn hóa báo cáo ngày 20 hằng tháng.
        2. Sở Tài chính bố trí kinh phí. (dính)
        3. Sở Y tế phối hợp. (dính)
        4. Ủy ban nhân dân các xã thực hiện.
        """,
    ),
    "a number without dot counts where it is the next one": (
        """
        6. Công tác tổ chức

        7 Công tác thông tin

        7.1. Báo chí

        8. Kinh phí

        5 ngày làm việc kể từ ngày nhận hồ sơ.

        2 Điều 9, Điều 12.
        """,
        """
        6. Công tác tổ chức
        7 Công tác thông tin
          7.1. Báo chí
        8. Kinh phí
        """,
    ),
    "a number without dot gives way to the same one with it": (
        """
        1. Thành phần gồm có các đại biểu sau đây.

        2 Ủy viên thường trực và các thành viên khác.

        2. Thời gian tổ chức.
        """,
        """
        1. Thành phần gồm có các đại biểu sau đây.
        2. Thời gian tổ chức.
        """,
    ),
    "a list after a lead-in stands under its item": (
        """
        1. Tổ chức hội thi

        a) Ban Giám khảo gồm:

        1. Ông An

        2. Bà Bình

        3. Ông Chung

        b) Giải thưởng

        2. Kinh phí
        """,
        """
        1. Tổ chức hội thi
          a) Ban Giám khảo gồm:
            1. Ông An
            2. Bà Bình
            3. Ông Chung
          b) Giải thưởng
        2. Kinh phí
        """,
    ),
    "bullets before and between letters": (
        """
        1. Tuyên truyền

        - Trên loa

        a) Báo in

        - Báo tỉnh

        b) Báo mạng

        - Trang tỉnh

        c) Báo hình

        2. Tập huấn
        """,
        """
        1. Tuyên truyền
          - Trên loa
          a) Báo in
            - Báo tỉnh
          b) Báo mạng
            - Trang tỉnh
          c) Báo hình
        2. Tập huấn
        """,
    ),
    "inline lists are no headings": (
        """
        1. Hội đồng gồm: (1) Chủ tịch; (2) Phó Chủ tịch;

        (3) các ủy viên.

        2. Nhiệm vụ: a) họp; b) bàn.
        """,
        """
        1. Hội đồng gồm: (1) Chủ tịch; (2) Phó Chủ tịch;
        2. Nhiệm vụ: a) họp; b) bàn.
        """,
    ),
    "tables and forms are opaque": (
        """
        1. Số liệu

        | NHÓM | Chỉ số |
        |---|---|
        | I. Đồ gỗ | 101,2 |
        | III. Khác | 99 |

        3. Họ tên:……………………… 4. Giới tính:………………………

        2. Nhận xét
        """,
        """
        1. Số liệu
        2. Nhận xét
        """,
    ),
    "the letter i and the Roman i": (
        """
        1. Thành phần

        g) Văn phòng;

        h) Phòng Nội vụ;

        i) Phòng Tài chính;

        k) Phòng Y tế.

        2. Nhiệm vụ

        i) họp;

        ii) bàn.
        """,
        """
        1. Thành phần
          g) Văn phòng;
          h) Phòng Nội vụ;
          i) Phòng Tài chính;
          k) Phòng Y tế.
        2. Nhiệm vụ
          i) họp;
          ii) bàn.
        """,
    ),
    "capitals above Romans, C and D are letters there": (
        """
        A. ĐÁNH GIÁ

        I. Kết quả

        II. Hạn chế

        B. PHƯƠNG HƯỚNG

        I. Mục tiêu

        C. KẾT LUẬN

        D. KIẾN NGHỊ
        """,
        """
        A. ĐÁNH GIÁ
          I. Kết quả
          II. Hạn chế
        B. PHƯƠNG HƯỚNG
          I. Mục tiêu
        C. KẾT LUẬN
        D. KIẾN NGHỊ
        """,
    ),
    "worded items keep their own list": (
        """
        1. Thời gian

        - Giai đoạn 1: Phát động.

        - Giai đoạn 2: Tổng kết.

        2. Địa điểm
        """,
        """
        1. Thời gian
          Giai đoạn 1: Phát động.
          Giai đoạn 2: Tổng kết.
        2. Địa điểm
        """,
    ),
}


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES.keys())
def test_tree(text: str, wanted: str, read: Read) -> None:
    assert tree(read(dedent(text).strip())) == dedent(wanted).strip()


def test_a_heading_knows_where_its_words_stand(read: Read) -> None:
    document = read("I. MỤC ĐÍCH\n\n1. Yêu   cầu chung\n")
    first, second = document.outline.headings
    assert (first.index, second.index, second.parent) == (0, 1, 0)
    assert second.title == "Yêu cầu chung"
    assert document.words(second.title_span) == "Yêu cầu chung"
    assert document.words(second.span) == "1. Yêu cầu chung"
    assert document.outline.children(first) == (second,)


def test_lists_of_two_parents_are_two_lists(read: Read) -> None:
    text = "I. MỘT\n\n1. Ý một\n\n2. Ý hai\n\nII. HAI\n\n1. Ý ba\n\n2. Ý bốn\n"
    assert [len(siblings) for siblings in read(text).outline.siblings()] == [2, 2, 2]


def test_numbering_that_runs_on_is_one_list(read: Read) -> None:
    text = "A. MỘT PHẦN\n\n1. Ý một\n\n2. Ý hai\n\nB. HAI PHẦN\n\n3. Ý ba\n\n4. Ý bốn\n"
    assert [len(siblings) for siblings in read(text).outline.siblings()] == [2, 4]


def test_text_between_quotation_marks_is_opaque(read: Read) -> None:
    text = "1. Sửa đổi Điều 7 như sau:\n\n“Điều 7. Mức chi\n\n1. Hộ nghèo.\n\n3. Hộ khác.”.\n\n2. Bãi bỏ Điều 9.\n"
    assert [heading.numeral.text for heading in read(text).outline.headings] == ["1.", "2."]


def test_the_outline_never_fails(read: Read) -> None:
    for text in ("", "1.", "I.", "1. \n\n\n", "(1)", "1.1.1.1.1.1. A", "Điều", "Phần thứ", "đ)", "2.2.2", "IIII. A"):
        read(text)


@pytest.mark.parametrize(
    "unit", ["1. Một\n\n", "a) x\n\nc) y\n\n", "2.1. x\n\n3.2. y\n\n", "1. A\n\n2 Ba\n\n", "i) x\n\n", "1. A:\n\n"]
)
def test_the_tree_stays_flat_however_long_the_text(unit: str, read: Read) -> None:
    assert max(heading.depth for heading in read(unit * 200).outline.headings) <= 2
