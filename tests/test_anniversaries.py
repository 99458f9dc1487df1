"""Ranges, and counts of years with the event and range that belong to them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.test_dates import PIECES
from vnplanlint.mentions.anniversaries import find_anniversaries
from vnplanlint.mentions.dates import find_dates
from vnplanlint.mentions.model import Anniversary, DateRange
from vnplanlint.mentions.ranges import find_ranges


def ranges(text: str) -> list[DateRange]:
    return find_ranges(text, find_dates(text))


def anniversaries(text: str) -> list[Anniversary]:
    dates = find_dates(text)
    return find_anniversaries(text, dates, find_ranges(text, dates))


def summary(text: str) -> list[tuple[int, str, str]]:
    return [
        (a.years, a.event, text[a.range.span.start : a.range.span.end] if a.range else "") for a in anniversaries(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("trong thời gian (01/4/1993 - 01/4/2023)", "(01/4/1993 - 01/4/2023)"),
        ("Từ ngày 01/11/2021 đến hết ngày 31/5/2022", "01/11/2021 đến hết ngày 31/5/2022"),
        ("Từ tháng 01/2021 đến 30/6/2021", "01/2021 đến 30/6/2021"),
        ("từ 8 giờ 00 ngày 01/3/2021 đến 17 giờ ngày 05/3/2021", "01/3/2021 đến 17 giờ ngày 05/3/2021"),
        ("từ thứ Hai, ngày 01/3/2021 đến thứ Sáu, ngày 05/3/2021", "01/3/2021 đến thứ Sáu, ngày 05/3/2021"),
        ("giai đoạn 2021-2025", "2021-2025"),
        ("từ quý IV/2025 đến quý I/2026", "IV/2025 đến quý I/2026"),
        ("(4/1992 — 4/2022)", "(4/1992 — 4/2022)"),
        ("(19/5/1890              -19/5/2022)", "(19/5/1890              -19/5/2022)"),
        ("01/3/2021 ~ 05/3/2021", "01/3/2021 ~ 05/3/2021"),
    ],
)
def test_ranges(text: str, expected: str) -> None:
    (period,) = ranges(text)
    assert text[period.span.start : period.span.end] == expected
    assert period.bracketed == expected.startswith("(")


@pytest.mark.parametrize("text", ["ngày 05/3/2021, 06/3/2021", "05/3/2021 và 06/3/2021", "05/3/2021\n- 06/3/2021"])
def test_lists_are_no_ranges(text: str) -> None:
    assert ranges(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "mừng kỷ niệm 20 năm thành lập huyện (05/3/2003 - 05/3/2023) và 60 năm ngày giải phóng xã (1963-2023)",
            [(20, "thành lập huyện", "(05/3/2003 - 05/3/2023)"), (60, "ngày giải phóng xã", "(1963-2023)")],
        ),
        (
            "kỷ niệm 40 năm ngày thành lập Trường, 25 năm Ngày thành lập Hội (10/6/1995 - 10/6/2020) và 15 năm ngày mở lớp",
            [
                (40, "ngày thành lập Trường", ""),
                (25, "Ngày thành lập Hội", "(10/6/1995 - 10/6/2020)"),
                (15, "ngày mở lớp", ""),
            ],
        ),
        (
            "kỷ niệm 76 năm Ngày Thương binh, liệt sĩ (27/7/1947 - 27/7/2023)",
            [(76, "Ngày Thương binh, liệt sĩ", "(27/7/1947 - 27/7/2023)")],
        ),
        ("Kỷ niệm ba mươi năm tái lập huyện (1992 - 2022)", [(30, "tái lập huyện", "(1992 - 2022)")]),
        ("Kỷ niệm lần thứ 65 Ngày thành lập Đội", [(65, "Ngày thành lập Đội", "")]),
        (
            "thành lập huyện (05/3/2003 - 05/3/2023), kỷ niệm 20 năm",
            [(20, "thành lập huyện", "(05/3/2003 - 05/3/2023)")],
        ),
        ("kỷ niệm 20 năm thành lập huyện, tổ chức hội thi (01/3/2023 - 30/3/2023)", [(20, "thành lập huyện", "")]),
        (
            "kỷ niệm 153 năm Ngày sinh V.I. Lênin (22/4/1870 - 22/4/2023)",
            [
                (153, "Ngày sinh V.I. Lênin", "(22/4/1870 - 22/4/2023)"),
            ],
        ),
        ("Kế hoạch 5 năm, giai đoạn 2021 - 2025", [(5, "", "2021 - 2025")]),
        ("dịch COVID-19 năm 2021-2022", []),
        ("Đợt 2 năm 2021-2022; năm 2025 - 05 năm; năm học 2025-2026", []),
        ("trong 5 năm qua, mỗi năm 2 lần", []),
        ("Huy hiệu 30 năm tuổi Đảng", []),
    ],
)
def test_counts_of_years(text: str, expected: list[object]) -> None:
    assert summary(text) == expected


def test_a_plan_period_is_not_commemorative() -> None:
    (period,) = anniversaries("Thực hiện Kế hoạch phát triển kinh tế - xã hội 5 năm (2021-2025)")
    assert not period.commemorative
    assert period.lead == "thực hiện kế hoạch phát triển kinh tế - xã hội"


def test_a_single_bracketed_date_is_kept() -> None:
    (anniversary,) = anniversaries("kỷ niệm 75 năm ngày Thương binh - Liệt sĩ (27/7/1947)")
    assert anniversary.range is None
    assert anniversary.date is not None
    assert anniversary.date.year == 1947


@settings(max_examples=60)
@given(st.integers(1, 28), st.integers(1, 12), st.integers(1850, 2000), st.integers(2, 150), st.integers(1, 9))
def test_an_anniversary_round_trips(day: int, month: int, year: int, years: int, spaces: int) -> None:
    gap = " " * spaces
    period = f"({day:02}/{month}/{year}{gap}-{gap}{day:02}/{month}/{year + years})"
    (found,) = anniversaries(f"Chào mừng kỷ niệm {years}{gap}năm ngày thành lập{gap}Nhà trường {period} tại xã.")
    assert found.years == years
    assert found.event == "ngày thành lập Nhà trường"
    assert found.range is not None
    assert (found.range.start.year, found.range.end.year) == (year, year + years)
    assert found.commemorative


@settings(max_examples=150)
@given(PIECES, PIECES)
def test_a_block_is_read_alone(one: str, other: str) -> None:
    by = len(one) + 1
    spans = [a.span for a in anniversaries(f"{one}\n{other}")]
    assert spans == [a.span for a in anniversaries(one)] + [a.span.shifted(by) for a in anniversaries(other)]
    spans = [r.span for r in ranges(f"{one}\n{other}")]
    assert spans == [r.span for r in ranges(one)] + [r.span.shifted(by) for r in ranges(other)]
