"""Capitals after Phụ lục II, and after semicolons."""

from __future__ import annotations

import pytest

from vnplanlint.document.build import build_document
from vnplanlint.engine import check_document
from vnplanlint.findings import Finding
from vnplanlint.readers.text import from_text
from vnplanlint.rulebook import load

BOOK = load()
LETTERHEAD = """
ỦY BAN NHÂN DÂN XÃ AN BÌNH
Số: 15/KH-UBND                        An Bình, ngày 12 tháng 3 năm {year}

KẾ HOẠCH
Công tác gia đình

"""


def told(text: str, code: str = "TN706") -> list[Finding]:
    document = build_document(from_text(text), BOOK.facts)
    return check_document(document, BOOK, language="vi", codes={code})


def words(text: str, code: str = "TN706") -> list[str]:
    return [text[finding.span.start : finding.span.end] for finding in told(text, code)]


@pytest.mark.parametrize(
    ("text", "wrong", "severity"),
    [
        ("Sống, chiến đấu theo gương bác vĩ đại.", "bác", "warning"),
        ("Thiếu nhi làm theo lời bác dạy.", "bác", "warning"),
        ("Kể chuyện về bác Hồ cho thiếu nhi.", "bác Hồ", "warning"),
        ("Quán triệt chỉ thị của đảng trong chi đoàn.", "đảng", "warning"),
        ("Thực hiện đúng pháp luật của nhà nước về hộ tịch.", "nhà nước", "style"),
        ("Nghị quyết của đảng và chính sách của nhà nước về dân số.", "đảng", "warning"),
        ("Đoàn thể ở Đảng bộ đảng cộng sản Việt Nam xã.", "đảng cộng sản Việt Nam", "warning"),
        ("Hàng hóa do việt nam sản xuất.", "việt nam", "warning"),
        ("Người dân tỉnh Hà giang đến dự.", "Hà giang", "warning"),
        ("Nghị quyết của Thủ tướng chính phủ.", "Thủ tướng chính phủ", "warning"),
        ("Chăm lo tết nguyên đán cho hộ nghèo.", "nguyên đán", "style"),
        ("Treo cờ dịp quốc khánh.", "quốc khánh", "style"),
        ("Đón xuân Ất tỵ vui tươi.", "Ất tỵ", "style"),
        ("Phong trào Thi đua Ái Quốc lan rộng.", "Thi đua Ái Quốc", "warning"),
    ],
)
def test_a_small_letter_where_a_capital_must_stand(text: str, wrong: str, severity: str) -> None:
    first = told(text)[0]
    assert (text[first.span.start : first.span.end], first.severity) == (wrong, severity)


@pytest.mark.parametrize(
    "text",
    [
        "Bệnh nhân làm theo bác sĩ điều trị; học tập bác Hùng ở thôn Đông.",
        "Mời bác Hồ Hữu Lộc phát biểu.",
        "CHỦ TRƯƠNG CỦA ĐẢNG, CHÍNH SÁCH CỦA NHÀ NƯỚC VIỆT NAM",
        "Nghị quyết của đảng bộ xã, chỉ thị của đảng ủy, lãnh đạo của đảng đoàn.",
        "Doanh nghiệp của nhà nước đầu tư; cơ quan quản lý nhà nước; ngân sách nhà nước.",
        "Đồng chí Nguyễn Ái Quốc; tư tưởng thi đua ái quốc.",
        "Lễ kỷ niệm ngày Quốc khánh, Tết Nguyên đán Ất Tỵ và tết Trung thu.",
        "Tập trung quốc gia vào kỳ thi; cập nhật bản đồ; khoai tây nguyên củ.",
        "Việt Nam, Hà Nội, Hồ Chí Minh đều viết hoa.",
        "Nâng mức hỗ trợ của tỉnh cao bằng mức trung ương.",
        "Thị xã Quảng Trị và tỉnh An Giang; các tỉnh miền núi; tỉnh lân cận.",
        "Trang chủ www.hanoi.gov.vn và địa chỉ vietnam@example.vn.",
    ],
)
def test_words_that_are_right(text: str) -> None:
    assert told(text) == []


def test_one_word_is_told_once() -> None:
    (finding,) = told("Gần gũi như bác Hồ. Kể chuyện bác Hồ. Bài hát về bác Hồ.")
    assert len(finding.related) == 2
    assert [edit.content for edit in finding.fixes[0].edits] == ["Bác", "Bác", "Bác"]


def test_the_state_is_a_warning_only_beside_the_party() -> None:
    beside = told("Nghị quyết của đảng, chính sách của nhà nước về y tế.")
    assert [finding.severity for finding in beside] == ["warning", "warning"]
    apart = told("Nghị quyết của đảng về y tế.\n\nThực hiện chính sách của nhà nước về y tế.")
    assert [finding.severity for finding in apart] == ["warning", "style"]


def test_cited_units_are_small_since_the_decree() -> None:
    sentence = "Hồ sơ theo Điểm a Khoản 2 Điều 5 của Quy chế.\n"
    text = LETTERHEAD.format(year=2022) + sentence
    (finding,) = told(text)
    assert text[finding.span.start : finding.span.end] == "Điểm"
    assert [edit.content for edit in finding.fixes[0].edits] == ["điểm", "khoản"]
    assert told(LETTERHEAD.format(year=2018) + sentence) == []
    assert told(sentence) == []


def test_a_sentence_begins_with_a_capital() -> None:
    assert words("Xe đón tại cổng chợ. đoàn đi lúc sáu giờ.") == ["đoàn"]
    assert told("Chuẩn bị nước, khăn, v.v. cho đoàn; TP. Vinh; tr. chín; xem mục a. và b.") == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Mỗi xóm có một tổ tự quản; Vận động hộ dân tham gia.", "Vận động"),
        ("Cấp phát đủ vật tư cho các đội; Kiểm tra kho mỗi tuần.", "Kiểm tra"),
        ("Trạm y tế trực suốt kỳ nghỉ; Tỷ lệ tiêm đạt 95%.", "Tỷ lệ"),
    ],
)
def test_a_semicolon_does_not_end_the_sentence(text: str, wrong: str) -> None:
    assert words(text, "TN707") == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        "Phối hợp với Sở Y tế; Công an xã; Báo cáo số 12/BC-UBND của xã; Hướng dẫn số 05/HD-SYT của Sở.",
        "Cấp phát đủ vật tư cho các đội; kiểm tra kho mỗi tuần.",
        "Nơi nhận:\n- Như trên; Tổ chức đảng;\n- Lưu: VT.",
        "Các khoa: Kỹ thuật xây dựng công trình; Công nghệ thực phẩm sạch; Hướng dẫn du lịch quốc tế.",
        "Treo băng rôn “Cả xóm giữ sạch đường làng; Vận động nhau phân loại rác”.",
        "Gạo, muối; Tổ chức nấu.",
    ],
)
def test_capitals_that_a_semicolon_does_not_explain(text: str) -> None:
    assert told(text, "TN707") == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Theo Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ Quy định chi tiết một số điều.", "Quy định"),
        ("Thực hiện Kế hoạch số 12/KH-UBND ngày 05/4/2022 của UBND tỉnh về Tăng cường trực Tết.", "Tăng cường"),
    ],
)
def test_a_cited_title_goes_on_in_the_sentence(text: str, wrong: str) -> None:
    assert words(text) == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        "Theo Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ quy định chi tiết một số điều.",
        "Theo Quyết định số 12/QĐ-UBND ngày 05/4/2022 của UBND tỉnh về việc ban hành Quy định quản lý chợ.",
        "Theo Quyết định số 12/QĐ-UBND ngày 05/4/2022 của UBND tỉnh về Quy định giá nước sạch.",
        "Theo Kế hoạch số 12/KH-UBND ngày 05/4/2022 của UBND tỉnh “Tăng cường trực Tết”.",
        "THEO KẾ HOẠCH SỐ 12/KH-UBND NGÀY 05/4/2022 CỦA UBND TỈNH VỀ TĂNG CƯỜNG TRỰC TẾT",
    ],
)
def test_titles_that_are_right(text: str) -> None:
    assert told(text) == []
