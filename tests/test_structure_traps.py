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


def test_appendices_in_a_file_of_their_own_are_one_finding(found: Check) -> None:
    text = (
        "ỦY BAN NHÂN DÂN XÃ TÂN AN\nKẾ HOẠCH\nKhảo sát chợ\n1. Phiếu theo Phụ lục I kèm theo Kế hoạch này.\n"
        "2. Biểu theo Phụ lục II kèm theo Kế hoạch này.\n3. Lịch theo Phụ lục III kèm theo Kế hoạch này.\n"
    )
    assert codes(found(text)) == ["DM310"]


def test_decimals_under_a_heading_with_dotted_blanks_stand_right(found: Check) -> None:
    text = (
        "1. Tiêu chuẩn\nCó sức khỏe.\n2. Điều kiện\nCòn tuổi công tác.\n3. Số lượng ủy viên khóa ........, nhiệm kỳ ..........:\n"
        "3.1. Số lượng\nBảy người.\n3.2. Cơ cấu\nCó nữ.\n4. Quy trình\nNăm bước.\n"
    )
    assert "DM305" not in codes(found(text))


def test_appendices_before_the_main_text_are_not_unmentioned(found: Check) -> None:
    text = (
        "CHÍNH PHỦ\nCăn cứ Luật Chợ ngày 05 tháng 3 năm 2020;\nChính phủ ban hành Nghị định về chợ.\n"
        "PHỤ LỤC I\nMỨC PHÍ\nĐiều 1. Phạm vi\nNghị định này nói về chợ.\nĐiều 2. Mức phí\nTheo bảng.\n"
    )
    assert found(text) == []


def test_an_appendix_that_the_main_text_passes_over_is_found(found: Check) -> None:
    text = (
        "I. MỤC TIÊU\n1. Đủ nước.\n2. Tiết kiệm.\nII. GIẢI PHÁP\nNạo vét kênh.\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\n\n"
        "Lê Văn An\nPHỤ LỤC\nDANH SÁCH TRẠM BƠM\n1. Trạm A.\n2. Trạm B.\n"
    )
    assert codes(found(text)) == ["DM310"]


# The traps by what the document does; each text is right as it stands.
RIGHT = {
    "numbering begins again in each appendix": (
        "I. Nội dung theo Phụ lục I và Phụ lục II\n1. Tập huấn.\n2. Thi.\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\n\nLê Văn An\n"
        "PHỤ LỤC I\nLỊCH TẬP HUẤN\nI. THÁNG 5\n1. Xã A.\n2. Xã B.\nPHỤ LỤC II\nLỊCH THI\nI. THÁNG 6\n1. Xã A.\n2. Xã B.\n"
    ),
    "a wrapped sentence that begins with Phụ lục is no boundary": (
        "1. Ranh giới khu chợ được xác định theo sơ đồ (xem\nPhụ lục sơ đồ vị trí kèm theo).\n2. Diện tích.\n3. Lối vào.\n"
    ),
    "articles run on through chapters, sections begin again": (
        "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nChợ xã.\nChương II\nNỘI DUNG\nMục 1. GIỜ GIẤC\nĐiều 2. Giờ mở\n6 giờ.\n"
        "Mục 2. PHÍ\nĐiều 3. Mức phí\nTheo bảng.\nChương III\nTHI HÀNH\nMục 1. HIỆU LỰC\nĐiều 4. Hiệu lực\nTừ ngày ký.\n"
    ),
    "items run on under the next letter": (
        "A. MỤC ĐÍCH\n1. Nâng cao tay nghề.\n2. Giao lưu.\nB. NỘI DUNG\n3. Lý thuyết.\n4. Thực hành.\n"
    ),
    "rows of a table are no items": (
        "1. Chỉ số giá:\n| Nhóm hàng | Chỉ số |\n|---|---|\n| I. Đồ gỗ | 101,2 |\n| III. Đồ da | 99,1 |\n2. Nhận xét.\n"
    ),
    "abbreviations at a line start are no numerals": (
        "V/v mời dự hội thi nấu ăn\nI. Nội dung\nThi nấu ăn.\nII. Thời gian\nNgày 20/6/2026.\nT/M BAN TỔ CHỨC\nQ. TRƯỞNG PHÒNG\n"
    ),
    "a wrapped line that begins with a number is no item": (
        "1. Hoàn thành trong quý\nII/2026; tổng mức đầu tư\n4.120.000 đồng từ Nghị quyết số\n12/2026/NQ-HĐND ngày 05/3/2026.\n"
        "2. Báo cáo trong\n7 ngày làm việc.\n"
    ),
    "a numeral alone takes the next line as its title": (
        "**I.**\n\n**MỤC TIÊU**\n\nĐến cuối năm.\n\n**II.**\n\n**NỘI DUNG**\n\n**1. **Đối tượng:****\n\nThanh niên.\n\n"
        "**2. Địa bàn:** các thôn.\n"
    ),
    "a whole decision in one paragraph has its articles": (
        "QUYẾT ĐỊNH: Điều 1. Phê duyệt danh mục. Điều 2. Quyết định có hiệu lực từ ngày ký. "
        "Điều 3. Văn phòng chịu trách nhiệm thi hành Quyết định này.\nNơi nhận:\n- Như Điều 3;\n- Lưu: VT.\n"
    ),
    "inline lists stay outside the outline": (
        "1. Hồ sơ gồm: (1) đơn; (2) bản\nsao giấy tờ; và\n(3) ảnh chân dung.\n2. Nơi nộp.\n3. Lệ phí.\n"
    ),
    "lists under unnumbered parents begin again": (
        "* Tổ số 1 gồm:\n(1) Bà Lê Thị An, Tổ trưởng;\n(2) Ông Đỗ Văn Ba.\n* Tổ số 2 gồm:\n(1) Ông Trần Văn Bình;\n(2) Bà Võ Thị Chi.\n"
    ),
    "points inserted later are no gap": "a) Hộ nghèo;\nb) Hộ khó khăn;\nb1) Hộ cận nghèo;\nb2) Hộ mới thoát nghèo;\nc) Hộ khác.\n",
    "one item of a legend explains two numbers": (
        "Hướng dẫn sử dụng mẫu:\n(1) và (4) ghi tên cơ quan ra thông báo.\n(2) ghi số thông báo.\n(3) ghi năm.\n"
        "(5) ghi họ tên người nhận.\n(6) ghi nơi ở của người nhận.\n(7) ghi nơi nhận.\n"
    ),
    "an amended article may have the number of the next one": (
        "QUYẾT ĐỊNH:\nĐiều 1. Sửa đổi, bổ sung một số điều của Quy chế quản lý kênh, cụ thể như sau:\n"
        "1. Điều 2 được sửa đổi, bổ sung như sau:\nĐiều 2. Kênh lớn do huyện quản lý.\n1. Kênh chính.\n"
        "2. Điều 3 được sửa đổi, bổ sung như sau:\nĐiều 3. Kênh nhỏ do xã quản lý.\n3. Bãi bỏ Điều 8.\n"
        "Điều 2. Quyết định này có hiệu lực từ ngày ký.\nĐiều 3. Các xã thi hành Quyết định này.\n"
    ),
    "a legend of a form leaves numbers out": ("Ghi chú:\n1. Tên tổ chức;\n3. Số;\n7. Nội dung;\n10. Con dấu.\n"),
    "quoted articles have their own numbers": (
        "1. Sửa đổi, bổ sung Điều 7 như sau:\n“Điều 7. Mức hỗ trợ\n1. Hộ nghèo: …\n3. Hộ cận nghèo: …”.\n"
        "2. Bãi bỏ khoản 4 Điều 9.\n3. Bãi bỏ Điều 10.\n"
    ),
    "a quotation never closed ends where the outer list goes on": (
        "1. Sửa đổi Điều 4 như sau:\n“Điều 4. Mức chi\na) Mức một.\nb) Mức hai.\n2. Sửa đổi Điều 10 như sau:\n"
        "“Điều 10. Hiệu lực\nTừ ngày ký.”\n3. Bãi bỏ Điều 12.\n"
    ),
    "an article of a law pasted without marks": (
        "Kính gửi: Phòng Nội vụ\nĐiều 40 Luật Hội quy định:\nĐiều 40. Quyền của hội\n1. Tổ chức hoạt động.\n"
        "2. Thu hội phí.\nĐề nghị Phòng xem xét.\n"
    ),
    "articles of an act named before": (
        "Sở đề nghị sửa khoản 3 Điều 6 Nghị định số 12/2025/NĐ-CP. Thời hạn tại Điều 6 khó thực hiện.\n"
        "1. Theo mục 3.1 của đề án, thời hạn là 30 ngày.\n2. Theo mục 5 Phụ lục 2 TCVN 9999:2026, ống dày 3 mm.\n"
    ),
    "words that only look like pointers": (
        "I. Danh mục 150 dự án\nĐạt 20 phần trăm, điểm 10 môn học phần 2.\nII. Khoản chi\nTheo điều 2 tổ đã nêu.\n"
    ),
    "counts that announce no list of their own": (
        "1. Triển khai chính quyền địa phương 2 cấp:\n- Cấp tỉnh;\n- Cấp xã;\n- Thôn.\n2. Mở 04 đợt, không quá 02 người mỗi đợt:\n"
        "- Đợt 1: tháng 5;\n- Đợt 2: tháng 6;\n- Đợt 3: tháng 7;\n- Đợt 4: tháng 8;\n- Tăng cường kiểm tra.\n"
        "3. 18 chợ được xếp thành 02 loại như sau:\n- Loại A;\n- Loại B.\n"
    ),
    "appendices of another act": (
        "1. Theo Phụ lục II kèm theo Nghị định số 12/2025/NĐ-CP.\n2. Theo Mẫu số 3 Phụ lục I Thông tư số 05/2025/TT-BNV.\n"
    ),
    "an appendix written in another numeral is the same": (
        "1. Chi tiết tại Phụ lục 01 kèm theo Kế hoạch này.\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\n\nLê Văn An\n"
        "PHỤ LỤC I\nDANH SÁCH\n1. Xã A.\n2. Xã B.\n"
    ),
}

# What a careful suppression must keep, and how often.
WRONG = {
    "a section counted twice": (
        "I. MỤC TIÊU\nĐủ nước.\nII. YÊU CẦU\nKịp thời.\nIII. NỘI DUNG\nNạo vét.\nIII. GIẢI PHÁP\nBơm tát.\nIV. KINH PHÍ\nTheo dự toán.\n",
        ["DM301"],
    ),
    "a decimal that comes again later": (
        "3. Giải pháp\n3.1. Vốn.\n3.2. Đất.\n3.3. Nhân lực.\n3.4. Thuế.\n3.5. Giống.\n3.6. Nước.\n3.4. Điện.\n",
        ["DM301"],
    ),
    "a point counted twice": ("1. Hồ sơ\na) Đơn;\nb) Ảnh;\nb) Giấy khám.\n2. Nơi nộp.\n", ["DM301"]),
    "an article left out and one counted twice": (
        "QUYẾT ĐỊNH:\nĐiều 1. Thành lập tổ\nBảy người.\nĐiều 2. Nhiệm vụ\nKiểm tra.\nĐiều 4. Kinh phí\nNgân sách.\n"
        "Điều 4. Thi hành\nVăn phòng.\n",
        ["DM301"],
    ),
    "decimals of the section before": (
        "6. Kiểm tra\nHằng quý.\n7. Báo cáo\n6.1. Báo cáo tháng.\n6.2. Báo cáo năm.\n8. Khen thưởng\n",
        ["DM305"],
    ),
    "a document that begins at two": (
        "II. NỘI DUNG\nThi nấu ăn.\nIII. KINH PHÍ\nNgân sách.\nIV. TỔ CHỨC\nHội Phụ nữ.\n",
        ["DM304"],
    ),
    "an appendix that its sisters lack": (
        "1. Theo các phụ lục kèm theo.\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\n\nLê Văn An\nPHỤ LỤC I\nDANH SÁCH\n1. Xã A.\n"
        "PHỤ LỤC II\nLỊCH THI\n1. Tháng 5.\nPHỤ LỤC IV\nKINH PHÍ\n1. Thuê sân.\n",
        ["DM310"],
    ),
    "a heading glued into the paragraph before it": (
        "1. Sở Văn hóa báo cáo trước ngày 20 hằng tháng.2. Sở Tài chính bố trí kinh phí.\n3. Xã phối hợp.\n",
        ["DM307"],
    ),
    "a heading without its dot": (
        "6. Tuyên truyền\nPhát thanh.\n7 Công tác thông tin\n7.1. Bản tin.\n7.2. Trang tin.\n8. Thư viện\n9. Báo cáo\n",
        ["DM307"],
    ),
    "letters of the keyboard": ("a) A nói;\nb) B nghe;\nc) C ghi;\nd) D chép;\ne) E đọc;\nf) G hỏi.\n", ["DM303"]),
    "an execution article that does not execute": (
        "QUYẾT ĐỊNH:\nĐiều 1. Thành lập Tổ\nBảy người.\nĐiều 2. Chế độ họp\nHằng tháng.\nĐiều 3. Kinh phí\nNgân sách xã.\n"
        "Điều 4. Văn phòng chịu trách nhiệm thi hành Quyết định này.\nNơi nhận:\n- Như Điều 2;\n- Lưu: VT.\n",
        ["DM306"],
    ),
}


@pytest.mark.parametrize("name", RIGHT)
def test_right(name: str, found: Check) -> None:
    assert found(RIGHT[name]) == []


@pytest.mark.parametrize("name", WRONG)
def test_wrong(name: str, found: Check) -> None:
    text, expected = WRONG[name]
    assert codes(found(text)) == expected
