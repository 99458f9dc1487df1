"""Where a rule begins and where it ends: the last case that is silent beside the first that is told."""

from __future__ import annotations

import pytest

from vnplanlint import check_text

PLAN = """ỦY BAN NHÂN DÂN XÃ HÒA AN
Số: 12/KH-UBND
Hòa An, ngày {day} tháng {month} năm {year}
KẾ HOẠCH
Tổ chức ngày hội văn hóa

"""


def codes(text: str, day: str = "15", month: str = "3", year: int = 2023) -> list[str]:
    return [finding.code for finding in check_text(PLAN.format(day=day, month=month, year=year) + text)]


def test_day_and_month_of_a_known_event_exchanged() -> None:
    assert codes("Kỷ niệm 106 năm Cách mạng tháng Mười Nga (11/7/1917 - 11/7/2023).") == ["NT104"]
    assert codes("Kỷ niệm 106 năm Cách mạng tháng Mười Nga (07/11/1917 - 07/11/2023).") == []


def test_a_count_alone_is_compared_with_the_year_of_the_plan() -> None:
    alone = "Thi đua chào mừng kỷ niệm 83 năm Ngày thành lập Đảng Cộng sản Việt Nam."
    dated = "Mít tinh kỷ niệm 93 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2023)."
    assert codes(alone) == ["NT104"]
    assert codes(alone.replace("83", "93")) == []
    assert "NT104" not in codes(f"{alone}\n{dated}"), "a count that stands beside a whole date is for NT102 and NT105"


def test_an_event_with_several_right_days_is_not_counted_from_one_of_them() -> None:
    assert codes("Thi đua chào mừng kỷ niệm 20 năm tái lập tỉnh Bắc Giang.") == []


CAMPAIGN = """Thực hiện Kế hoạch số 77/KH-UBND ngày 10/3/2023 của Ủy ban nhân dân tỉnh về ngày hội văn hóa, xã xây dựng kế hoạch như sau:
1. Thời gian
Đợt thi đua được thực hiện từ ngày {start} đến ngày {end}.
"""


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("09/3/2023", "31/12/2023", ["NT110"]),
        ("10/3/2023", "31/12/2023", []),
        ("09/3/2023", "31/12/2025", ["NT110"]),
        ("09/3/2023", "31/12/2026", []),
    ],
)
def test_a_campaign_begins_on_the_day_of_its_basis_at_the_earliest(start: str, end: str, expected: list[str]) -> None:
    assert codes(CAMPAIGN.format(start=start, end=end)) == expected


@pytest.mark.parametrize(("day", "month", "year", "expected"), [("31", "12", 2023, []), ("01", "01", 2024, ["VB210"])])
def test_a_law_is_replaced_from_the_very_day(day: str, month: str, year: int, expected: list[str]) -> None:
    text = "Căn cứ Luật Thi đua, khen thưởng số 15/2003/QH11 ngày 26/11/2003;\n"
    assert codes(text, day, month, year) == expected


@pytest.mark.parametrize(("date", "expected"), [("14/3/2023", []), ("15/3/2023", []), ("16/3/2023", ["NT109"])])
def test_a_document_of_the_same_day_may_be_cited(date: str, expected: list[str]) -> None:
    assert codes(f"Thực hiện Công văn số 318/SVHTT-QLVH ngày {date} của Sở Văn hóa và Thể thao.") == expected


@pytest.mark.parametrize(("date", "expected"), [("14/3/2023", ["NT116"]), ("15/3/2023", [])])
def test_a_deadline_on_the_day_of_issue_can_be_met(date: str, expected: list[str]) -> None:
    assert codes(f"Các thôn gửi danh sách về Ủy ban nhân dân xã trước ngày {date}.") == expected


def outline(*numerals: str) -> list[tuple[str, str]]:
    text = "\n\n".join(f"{numeral} Nội dung thứ {place}" for place, numeral in enumerate(numerals))
    return [(finding.code, finding.message) for finding in check_text(text)]


def test_what_follows_tells_which_of_two_like_numerals_is_wrong() -> None:
    ((code, message),) = outline("1.", "2.", "2.", "3.", "4.")
    assert code == "DM301"
    assert message.endswith("ở đây là “3.”")
    ((code, message),) = outline("1.", "3.", "3.", "4.", "5.")
    assert code == "DM301"
    assert message.startswith("“3.” dùng hai lần")
    assert message.endswith("có lẽ là “2.”")


def test_a_lost_heading_explains_the_numbers_of_its_children() -> None:
    assert [code for code, _ in outline("1.", "2.1.", "2.2.", "3.", "4.")] == ["DM302"]
    assert [code for code, _ in outline("1.", "1.1.", "1.2.", "2.", "3.1.", "3.2.")] == ["DM305"]
    assert outline("1.", "1.1.", "1.2.", "2.", "2.1.", "2.2.", "3.") == []
