"""Abbreviations: what a bracket explains, and what is said of unexplained ones."""

from __future__ import annotations

import pytest

from vnplanlint.document.build import build_document
from vnplanlint.engine import check_document
from vnplanlint.findings import Finding
from vnplanlint.mentions.abbreviations import find_abbreviations
from vnplanlint.readers.text import from_text
from vnplanlint.rulebook import load

BOOK = load()


def told(text: str) -> list[Finding]:
    document = build_document(from_text(text), BOOK.facts)
    return check_document(document, BOOK, language="vi", codes={"TN703"})


def words(text: str) -> list[str]:
    return [text[finding.span.start : finding.span.end] for finding in told(text)]


@pytest.mark.parametrize(
    ("text", "short", "expansion"),
    [
        ("của Hội đồng nhân dân (HĐND) xã", "HĐND", "Hội đồng nhân dân"),
        ("cán bộ, công chức, viên chức (CBCCVC)", "CBCCVC", "cán bộ, công chức, viên chức"),
        ("Sở Giáo dục và Đào tạo (GDĐT)", "GDĐT", "Giáo dục và Đào tạo"),
        ("ngành Giáo dục và Đào tạo (GD&ĐT)", "GD&ĐT", "Giáo dục và Đào tạo"),
        ("Kho bạc Nhà nước (sau đây viết tắt là KBNN)", "KBNN", "Kho bạc Nhà nước"),
        ("cơ sở dữ liệu (viết tắt: “CSDL”)", "CSDL", "cơ sở dữ liệu"),
        ("công tác của tổ giúp việc (sau đây gọi tắt là TGV1)", None, None),
        ("phòng, chống tham nhũng, tiêu cực của tỉnh (gọi tắt là PCTNTC)", "PCTNTC", ""),
    ],
)
def test_a_bracket_explains_by_the_initials_before_it(text: str, short: str | None, expansion: str | None) -> None:
    found = [(one.short, one.expansion) for one in find_abbreviations(text)]
    assert found == ([(short, expansion)] if short else [])


@pytest.mark.parametrize(
    "text", ["Phần (IV) và nhóm (A, B)", "các cơ quan (TVGS)", "Vụ Kế hoạch\n(VKH)", "tổ chức\t(TC)", "chỉ số (PCI)"]
)
def test_other_brackets_explain_nothing(text: str) -> None:
    assert find_abbreviations(text) == []


def test_the_span_is_that_of_the_letters() -> None:
    text = "Ủy ban nhân dân (sau đây viết tắt là UBND) xã"
    (found,) = find_abbreviations(text)
    assert text[found.span.start : found.span.end] == "UBND"
    assert found.expansion_span is not None
    assert text[found.expansion_span.start : found.expansion_span.end] == "Ủy ban nhân dân"


def test_unexplained_ones_are_told_once_with_their_first_uses() -> None:
    text = "Cán bộ CTXH và nhân viên YTTB cùng đi. Nhân viên YTTB đo huyết áp, cán bộ CTXH ghi sổ, tổ TTTC phát quà."
    (finding,) = told(text)
    assert text[finding.span.start : finding.span.end] == "CTXH"
    assert [text[place.span.start : place.span.end] for place in finding.related] == ["YTTB", "TTTC"]
    assert finding.severity == "style"


@pytest.mark.parametrize(
    "text",
    [
        "Nhân viên CTXH chỉ được nhắc một lần trong cả kế hoạch.",
        "Danh mục chữ viết tắt\n\nCTXH: Công tác xã hội\n\nCán bộ CTXH đi thăm; cán bộ CTXH báo cáo.",
        "Bộ chỉ số năng lực cạnh tranh (PCX) của tỉnh tăng; chỉ số PCX đứng thứ mười; PCX là thước đo.",
        "CÁN BỘ CTXH LÀM VIỆC\n\nCÁN BỘ CTXH NGHỈ",
        "Thực hiện Kế hoạch số 12/KH-BCTXH và Công văn số 15/BCTXH-VP; Kế hoạch số 12/KH-BCTXH còn hiệu lực.",
        "Điện thoại VILAS do hãng OUTDOOR cung cấp; máy VILAS và máy OUTDOOR bảo hành hai năm; hãng NORAD tài trợ.",
        "Quý III và quý IV; Chương XXII; mục III, mục IV, mục VII.",
        "Dữ liệu gửi qua hộp thư CTXH@tinh.gov.vn và trang CTXH/tin-tuc; xem CTXH@tinh.gov.vn.",
    ],
)
def test_what_needs_no_explanation(text: str) -> None:
    assert told(text) == []


def test_a_lost_stroke_is_seen_where_the_document_writes_it_elsewhere() -> None:
    text = "Ban KNVLĐ họp đầu quý. Ban KNVLĐ kiểm tra (khuyến nông vì lao động). Ban KNVLD báo cáo."
    assert "KNVLD" in words(text)


@pytest.mark.parametrize("text", ["Tệp PDF và mã HDMI kèm theo.", "Cổng USB, thẻ SD và đĩa DVD; tệp CAD."])
def test_a_d_that_lost_nothing(text: str) -> None:
    assert told(text) == []


def test_a_fix_mends_every_place() -> None:
    text = "Thường trực HDND xã và các ban HDND xã."
    (finding,) = told(text)
    assert [edit.content for edit in finding.fixes[0].edits] == ["HĐND", "HĐND"]


def test_equal_explanations_are_style_and_others_a_warning() -> None:
    again = "Hợp tác xã (HTX) bơm nước.\n\nMỗi hợp tác xã (HTX) có tổ thủy nông."
    assert [finding.severity for finding in told(again)] == ["style"]
    other = "Hợp tác xã (HTX) bơm nước.\n\nBan tổ chức hội thể xuân (HTX) họp."
    assert [finding.severity for finding in told(other)] == ["warning"]


def test_two_abbreviations_for_the_same_words() -> None:
    text = "Ban Chỉ huy (BCH) họp.\n\nBan Chỉ huy (BCHY) giao ban."
    assert words(text) == []
    text = "Trung tâm dịch vụ (TTDV) mở cửa.\n\nTrung tâm và dịch vụ (TTVDV) đóng cửa."
    assert words(text) == ["TTVDV"]
