"""Campaigns and titles: near a known name, or near one another."""

from __future__ import annotations

import pytest

from vnplanlint.checks.terms.nearness import difference, distance, holds, near_in_letters, plain, wording
from vnplanlint.document.build import build_document
from vnplanlint.engine import check_document
from vnplanlint.findings import Finding
from vnplanlint.readers.text import from_text
from vnplanlint.rulebook import load
from vnplanlint.spans import Span

BOOK = load()


def told(text: str) -> list[Finding]:
    document = build_document(from_text(text), BOOK.facts)
    return check_document(document, BOOK, language="vi", codes={"TN704"})


def mended(text: str) -> str:
    edits = [edit for finding in told(text) for edit in finding.fixes[0].edits]
    for span, content in sorted(edits, reverse=True):
        text = text[: span.start] + content + text[span.end :]
    return text


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("“Cả nước chung tay xây dựng nông thôn mới”", "“Cả nước chung sức xây dựng nông thôn mới”"),
        (
            "“Cả nước chung sức vì người nghèo - Không để ai bị bỏ lại phía sau”",
            "“Cả nước chung tay vì người nghèo - Không để ai bị bỏ lại phía sau”",
        ),
        ("“Doanh nghiệp Việt Nam hội nhập phát triển”", "“Doanh nghiệp Việt Nam hội nhập và phát triển”"),
        ("“Người Việt Nam ưu tiên sử dụng hàng Việt Nam”", "“Người Việt Nam ưu tiên dùng hàng Việt Nam”"),
        ("“Giỏi việc nước, đám việc nhà”", "“Giỏi việc nước, đảm việc nhà”"),
        (
            "Cán bộ học Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị về đẩy mạnh học tập, làm theo tư tưởng,"
            " đạo đức, phong cách Hồ Chí Minh.",
            "Cán bộ học Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị về đẩy mạnh học tập và làm theo tư tưởng,"
            " đạo đức, phong cách Hồ Chí Minh.",
        ),
    ],
)
def test_a_known_name_is_mended(wrong: str, right: str) -> None:
    assert mended(wrong) == right


@pytest.mark.parametrize(
    "text",
    [
        "“Cả nước chung sức xây dựng nông thôn mới”, “Cả nước chung tay vì người nghèo”",
        "“Cả nước chung sức xây dựng nông thôn mới giai đoạn 2021 - 2025”",
        "“Tuổi trẻ chung tay xây dựng nông thôn mới” và “Huyện ta chung sức xây dựng nông thôn mới”",
        "“Cả nước chung sức xây dựng đô thị văn minh”",
        "“Doanh nghiệp Ninh Bình hội nhập và phát triển”",
        "“Cán bộ, công chức, viên chức tỉnh thi đua thực hiện văn hóa công sở”",
        "“Giỏi việc trường, đảm việc nhà” và “Giỏi việc nước, đảm việc nhà”",
        "“Cán bộ, công chức, viên chức thi đua thực hiện văn hoá công sở”",
        "“Đẩy mạnh việc học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh”",
        "“Công nhân, viên chức, lao động thi đua thực hiện văn hóa công sở”",
        "phong trào thi đua Cả nước chung sức xây dựng nông thôn mới, phong trào Toàn dân bảo vệ an ninh Tổ quốc",
    ],
)
def test_right_names_and_other_names(text: str) -> None:
    assert told(f"Hưởng ứng {text} trong toàn xã.") == []


def test_other_capitals_and_marks_are_style() -> None:
    (finding,) = told("Phong trào “Cả nước chung sức xây dựng Nông thôn mới” lan rộng.")
    assert finding.severity == "style"
    (finding,) = told("Phong trào “Cả nước chung tay vì người nghèo, không để ai bị bỏ lại phía sau” lan rộng.")
    assert finding.severity == "style"
    assert told("Phong trào “Cả nước chung tay vì người nghèo – không để ai bị bỏ lại phía sau” lan rộng.") == []


def test_the_documents_own_title_is_the_measure() -> None:
    name = "Chi hội phụ nữ thôn Hạ chung tay giữ sạch dòng kênh {} ngày và hai bờ"
    text = f"KẾ HOẠCH\nPhát động phong trào “{name}”\n\n"
    text += "".join(f"Ban điều hành phong trào “{name}” họp.\n\n" for _ in range(2))
    text = text.format("hằng", "hàng", "hàng")
    findings = told(text)
    assert [text[finding.span.start : finding.span.end] for finding in findings] == ["hàng", "hàng"]
    assert all(text[finding.related[0].span.start :].startswith("hằng") for finding in findings)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tuyến đường xanh do thanh niên xóm Bắc tự quản", "Tuyến đường xanh do phụ nữ xóm Bắc tự quản"),
        ("Hội khỏe mừng xuân của công nhân khu Đông năm 2022", "Hội khỏe mừng xuân của công nhân khu Đông năm 2023"),
        ("Ngày hội sách của trường làng", "Ngày hội sách của trường láng"),
    ],
)
def test_two_names(one: str, other: str) -> None:
    assert told(f"Tổ chức “{one}”.\n\nTổ chức “{other}”.") == []


def test_titles_of_one_cited_document() -> None:
    text = (
        "Thực hiện Kế hoạch số 14/KH-UBND ngày 05/4/2022 của UBND tỉnh về nâng cao chất lượng cấp nước sạch nông thôn.\n\n"
        "Các xã báo cáo theo Kế hoạch số 14/KH-UBND ngày 05/4/2022 của UBND tỉnh về nâng cao chất lương cấp nước sạch"
        " nông thôn và hướng dẫn của Sở.\n"
    )
    (finding,) = told(text)
    assert text[finding.span.start : finding.span.end] == "lương"


def test_words_quoted_to_be_amended() -> None:
    text = (
        "Thay cụm từ “quỹ thi đua của cơ quan được chi hàng năm” bằng cụm từ"
        " “quỹ thi đua của cơ quan được chi hằng năm” tại Điều 3."
    )
    assert told(text) == []


def test_distance_counts_changes_and_stops_at_its_limit() -> None:
    assert distance(["a", "b", "c", "d"], ["a", "x", "c", "d"], 2) == 1
    assert distance(["a", "b", "c", "d"], ["a", "c", "d"], 2) == 1
    assert distance("abcd", "", 2) == 3
    assert distance("abcdef", "uvwxyz", 2) == 3
    assert distance((), (), 2) == 0


def test_difference_is_what_the_ends_do_not_share() -> None:
    assert difference("abxcd", "abyycd") == (Span(2, 3), Span(2, 4))
    assert difference("abab", "ab") == (Span(2, 4), Span(2, 2))
    assert difference("ab", "ab") == (Span(2, 2), Span(2, 2))


def test_small_helpers() -> None:
    assert plain("Hoà THUỶ toàn quý") == plain("hòa Thủy toàn Quý") == "hòa thủy toàn quý"
    assert holds(("a", "b", "c"), ("b", "c"))
    assert not holds(("a", "b"), ("b", "a"))
    assert near_in_letters("hàng", "hằng")
    assert not near_in_letters("sức", "tay")
    assert not near_in_letters("21", "22")
    assert not near_in_letters("a", "b")
    name = wording("x “Văn hoá - đời sống” y", Span(3, 21))
    assert name.words == ("văn", "hóa", "đời", "sống")
    assert name.slice(0, 2) == "Văn hoá - đời"
