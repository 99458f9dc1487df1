"""Congresses, National Assemblies and lunar years beside the year they are said to have."""

from __future__ import annotations

import pytest

from vnplanlint.mentions.can_chi import find_lunar_years
from vnplanlint.mentions.dates import find_dates
from vnplanlint.mentions.sessions import find_sessions


@pytest.mark.parametrize(
    ("text", "ordinal", "year"),
    [
        ("Đại hội đại biểu toàn quốc lần thứ XIV của Đảng (tháng 01/2026)", 14, 2026),
        ("Đại hội đại biểu toàn quốc lần thứ XIII của Đảng năm 2021", 13, 2021),
        ("bầu cử đại biểu Quốc hội khóa XVI và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031", 16, 2026),
        ("đại biểu Quốc hội khóa XV, nhiệm kỳ 2021 - 2026", 15, 2021),
    ],
)
def test_year_of_a_session(text: str, ordinal: int, year: int) -> None:
    assert [(s.ordinal, s.year) for s in find_sessions(text, find_dates(text))] == [(ordinal, year)]


@pytest.mark.parametrize("text", ["sau Tết Nguyên đán Giáp Thìn 2024.", "Tết Nguyên đán Giáp Thìn 2024 an toàn"])
def test_lunar_year_may_end_a_sentence(text: str) -> None:
    assert [(lunar.name, lunar.year) for lunar in find_lunar_years(text)] == [("Giáp Thìn", 2024)]
