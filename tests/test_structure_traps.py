"""What real documents do to the numbering rules: one case each, seen before and told apart here."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vnplanlint.document.model import Document
from vnplanlint.engine import check_document
from vnplanlint.findings import Finding
from vnplanlint.rulebook import RuleBook

Check = Callable[[str], list[Finding]]


@pytest.fixture(scope="module")
def found(book: RuleBook, read: Callable[[str], Document]) -> Check:
    """The numbering findings of a text."""

    def check(text: str) -> list[Finding]:
        return [finding for finding in check_document(read(text), book) if finding.code.startswith("DM")]

    return check


def codes(findings: list[Finding]) -> list[str]:
    """The codes, in order."""
    return [finding.code for finding in findings]


def test_the_title_of_a_chapter_is_no_attached_regulation(found: Check) -> None:
    text = (
        "QUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế quản lý chợ.\n"
        "Điều 2. Quyết định này có hiệu lực từ ngày ký.\nNơi nhận:\n- Như Điều 2;\n- Lưu: VT.\nCHỦ TỊCH\n\nLê Văn An\n"
        "QUY CHẾ\nQuản lý chợ xã\n(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 05/3/2026)\n"
        "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi điều chỉnh\nQuy chế này nói về chợ.\nĐiều 2. Đối tượng áp dụng\n"
        "Hộ kinh doanh tại chợ.\nChương II\nQUY CHẾ LÀM VIỆC CỦA BAN QUẢN LÝ\nĐiều 3. Họp giao ban\nMỗi tháng một lần.\n"
    )
    assert found(text) == []


def test_a_point_of_a_point_is_not_the_point_again(found: Check) -> None:
    text = "1. Mức hỗ trợ\na) Hộ nghèo được hỗ trợ.\nb) Hộ cận nghèo:\nb. 1) Vùng núi.\nb. 2) Vùng biển.\nc) Hộ khác.\n"
    assert found(text) == []


def test_an_abbreviation_with_a_dot_begins_no_list(found: Check) -> None:
    text = "Lịch đăng ký môn học như sau\nB. QLĐT mở đăng ký trên cổng.\nSinh viên đăng ký.\nB. QLĐT hủy lớp thiếu người.\n"
    assert found(text) == []


def test_a_legend_that_splits_one_number_into_letters_has_no_gap(found: Check) -> None:
    text = (
        "Ghi chú các ô số của mẫu bản sao:\n1. Tên cơ quan sao văn bản;\n2. Số và ký hiệu bản sao;\n"
        "3a, 3b, 3c. Chức vụ, chữ ký, họ tên người ký sao;\n4. Dấu của cơ quan sao;\n5. Nơi nhận bản sao.\n"
    )
    assert found(text) == []


def test_a_number_of_one_announces_no_list(found: Check) -> None:
    text = (
        "Việc sửa đổi 1 nội dung của hợp đồng được thực hiện như sau:\na) Bên sửa báo trước.\n"
        "b) Hai bên ký phụ lục hợp đồng.\nc) Gửi bản sao cho phòng Nội vụ.\n"
    )
    assert found(text) == []


def test_a_decimal_under_the_wrong_heading_is_given_all_the_leading_parts(found: Check) -> None:
    text = (
        "1. Mục tiêu\n1.1. Mục tiêu chung\nNâng cao đời sống.\n1.2. Mục tiêu cụ thể\n2.1.1. Giảm nghèo.\n"
        "2.1.2. Tạo việc làm.\n1.3. Tầm nhìn\nĐến năm 2035.\n2. Giải pháp\n2.1. Tuyên truyền.\n2.2. Tập huấn.\n"
    )
    (finding,) = found(text)
    assert finding.code == "DM305"
    assert "“1.2.1.”" in finding.message
