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


def test_new_wording_of_an_amended_clause_is_not_an_item_of_the_amendment(found: Check) -> None:
    text = (
        "QUYẾT ĐỊNH:\nĐiều 1. Sửa đổi, bổ sung một số điều của Quy chế quản lý chợ như sau:\n"
        "1. Sửa đổi, bổ sung khoản 1 và khoản 4 Điều 3 như sau:\n1. Hộ kinh doanh đăng ký tại xã.\n"
        "4. Hộ vãng lai nộp phí theo ngày.\n2. Bổ sung khoản 4 Điều 5 như sau:\n4. Ban quản lý thu phí hằng tháng.\n"
        "3. Điểm b khoản 2 Điều 6 được sửa đổi như sau:\nb) Miễn phí cho hộ nghèo.\n"
        "4. Bãi bỏ Điều 9.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.\n"
    )
    assert found(text) == []


def test_an_amendment_that_counts_one_point_twice_is_still_found(found: Check) -> None:
    text = (
        "QUYẾT ĐỊNH:\nĐiều 1. Sửa đổi, bổ sung một số điều của Quy chế quản lý chợ như sau:\n"
        "1. Sửa đổi khoản 4 Điều 3 như sau:\n4. Hộ vãng lai nộp phí theo ngày.\n2. Bãi bỏ Điều 8.\n"
        "2. Bãi bỏ khoản 5 Điều 9.\n3. Bãi bỏ Điều 10.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.\n"
    )
    assert codes(found(text)) == ["DM301"]


def test_roman_numerals_in_mixed_letters_count(found: Check) -> None:
    text = (
        "I. Mục đích\nNâng cao nhận thức.\nIi. Yêu cầu\nĐúng tiến độ.\nIii. Nội dung\nTập huấn tại xã.\n"
        "Iv. Kinh phí\nTừ ngân sách xã.\nV. Tổ chức thực hiện\nPhòng Văn hóa chủ trì.\n"
    )
    assert found(text) == []


def test_footnote_calls_of_a_consolidated_text_are_no_part_of_the_numeral(found: Check) -> None:
    text = "1. Mức hỗ trợ:\na)[3] Hộ nghèo: hai suất;\nb)[4] Hộ cận nghèo: một suất;\nc) Hộ khác: không.\n2.[5] Cách chi.\n3. Báo cáo.\n"
    assert found(text) == []


def test_footnotes_at_the_end_are_no_items_without_a_dot(found: Check) -> None:
    text = (
        "1. Nội dung\nTập huấn theo chương trình khung.\n2. Kinh phí\nTheo dự toán được giao.\n\n"
        "3 Tham khảo tài liệu tập huấn của tỉnh.\n\n4 Mức chi theo quy định hiện hành.\n\n5 Số liệu tính đến cuối quý.\n"
    )
    assert found(text) == []


def test_one_dot_forgotten_among_items_with_dots_is_found(found: Check) -> None:
    text = (
        "5. Công tác tuyên truyền\nPhát trên đài xã.\n6 Công tác thông tin\n6.1. Bản tin hằng tuần.\n6.2. Trang tin của xã.\n"
        "7. Công tác thư viện\nMở cửa hằng ngày.\n"
    )
    assert "DM307" in codes(found("1. A nói chung\n2. Bàn ghế\n3. Cây xanh\n4. Đường sá\n" + text))


def test_items_whose_automatic_numerals_a_converter_dropped_show_no_gap(found: Check) -> None:
    text = (
        "Nhiệm vụ của Đại hội:\nThông qua báo cáo tổng kết.\nQuyết định sửa Điều lệ.\nđ) Bầu Ban Kiểm tra.\n"
        "Thông qua nghị quyết.\ng) Việc khác do Đại hội quyết định.\n"
    )
    assert found(text) == []


def test_a_decimal_named_after_another_chapter_is_one_finding(found: Check) -> None:
    text = (
        "I. Bối cảnh\nKinh tế phục hồi.\nII. Thực trạng\nII.1. Nhân lực\nCòn thiếu.\nII.2. Bộ máy\nV.1.2. Cơ cấu hiện tại\n"
        "Gồm năm phòng.\nII.3. Cơ sở vật chất\nĐã xuống cấp.\nIII. Giải pháp\nTăng cường đào tạo.\n"
    )
    assert codes(found(text)) == ["DM305"]


def test_an_excerpt_of_a_law_points_beyond_its_last_article(found: Check) -> None:
    text = (
        "LUẬT\nHẢI SẢN\nĐiều 1. Phạm vi điều chỉnh\nLuật này nói về hải sản.\nĐiều 2. Kê khai\n"
        "Người kê khai theo khoản 2 Điều 60 của Luật này phải nộp hồ sơ.\nĐiều 3. Thời hạn\nTheo Điều 5 của Luật này.\n"
    )
    assert found(text) == []


def test_an_amendment_speaks_of_articles_of_the_regulation_it_amends(found: Check) -> None:
    text = (
        "QUYẾT ĐỊNH:\nĐiều 1. Sửa đổi Quy định về quản lý kênh mương\nXã bảo vệ kênh theo Điều 4 của Quy định này.\n"
        "Điều 2. Hiệu lực\nTừ ngày ký.\nĐiều 3. Tổ chức thực hiện\nCác xã thi hành Quyết định này.\n"
    )
    assert found(text) == []


def test_an_article_that_a_decision_does_not_have_is_found(found: Check) -> None:
    text = (
        "QUYẾT ĐỊNH:\nĐiều 1. Thành lập Tổ công tác\nTổ có bảy người.\n"
        "Điều 2. Nhiệm vụ\nTổ làm theo Điều 5 Quyết định này.\n"
        "Điều 3. Tổ chức thực hiện\nCác xã thi hành Quyết định này.\n"
    )
    assert codes(found(text)) == ["DM306"]


def test_sub_sections_stand_between_sections_and_articles(found: Check) -> None:
    text = (
        "Chương I\nQUY ĐỊNH CHUNG\nMục 1. TỔ CHỨC\nTiểu mục 1. BỘ MÁY\nĐiều 1. Ban quản lý\nGồm ba người.\n"
        "Tiểu mục 2. NHÂN SỰ\nĐiều 2. Trưởng ban\nDo xã cử.\nMục 2. HOẠT ĐỘNG\nTiểu mục 1. GIỜ MỞ CỬA\n"
        "Điều 3. Ngày thường\nTừ 6 giờ.\nTiểu mục 2. PHÍ\nĐiều 4. Mức phí\nTheo bảng.\n"
        "Tiểu mục 3. MIỄN PHÍ\nĐiều 5. Người được miễn\nHộ nghèo.\n"
    )
    assert found(text) == []
    repeated = found(text.replace("Tiểu mục 3.", "Tiểu mục 2."))
    assert codes(repeated) == ["DM301"]


def test_a_footnote_whose_number_a_word_above_bears_is_no_item(found: Check) -> None:
    text = (
        "1. Tổ số một làm việc tại hai phường1 và ba xã2.\n(1) Ông Lê Văn An, Tổ trưởng;\n(2) Bà Trần Thị Bình.\n"
        "2. Tổ số hai làm việc tại thị trấn và hai xã.\n(1) Bà Võ Thị Chi, Tổ trưởng;\n(2) Ông Đỗ Văn Dũng.\n\n"
        "2. Xã An Bình, xã Tân Lập, xã Phú Thạnh.\n\n3. Tổ số ba làm việc tại các thôn.\n4. Chế độ báo cáo\nHằng tuần.\n"
    )
    assert found(text) == []


def test_a_first_decimal_that_comes_again_under_its_heading_is_found(found: Check) -> None:
    text = "1. Kinh phí\n1.1. Ngân sách xã.\n1.1. Xã hội hóa.\n2. Nhân lực\n2.1. Tuyển mới.\n2.2. Đào tạo.\n2.1. Thi đua.\n3. Báo cáo\n"
    assert codes(found(text)) == ["DM301", "DM301"]


def test_a_list_goes_on_with_its_own_mark(found: Check) -> None:
    text = (
        "1/ Mục đích\nNâng cao kiến thức.\n2/ Thành phần:\n* Tổ 1 gồm:\n1. Bà Lê Thị An.\n2. Ông Trần Văn Bình.\n"
        "* Tổ 2 gồm:\n1. Bà Võ Thị Chi.\n2. Ông Đỗ Văn Dũng.\n3/ Kinh phí\nTừ ngân sách xã.\n4/ Báo cáo\nHằng tháng.\n"
    )
    assert found(text) == []


def test_fields_of_a_form_are_no_items(found: Check) -> None:
    text = "Phiếu khảo sát hộ gia đình\n1. Họ tên:…………… 2. Giới:……\n3. Tuổi:……\n5. Nghề:.........\n5. Nơi ở: ____________\n"
    assert found(text) == []


def test_a_section_that_each_part_has_does_not_show_that_a_clause_is_missing(found: Check) -> None:
    text = (
        "PHẦN I. THỰC TRẠNG\nI. Kinh tế\n1. Nông nghiệp.\n2. Dịch vụ.\nII. Văn hóa\n1. Lễ hội.\n2. Thư viện.\n"
        "PHẦN II. GIẢI PHÁP\nI. Kinh tế\n1. Vốn.\n2. Đất.\nII. Văn hóa\n1. Nhân lực.\n2. Kinh phí.\n3. Thiết bị.\n"
        "III. Tổ chức thực hiện\nPhòng Văn hóa làm theo khoản 3 mục II Kế hoạch này.\n"
    )
    assert found(text) == []
