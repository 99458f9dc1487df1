"""Which date a weekday belongs to, and when "thứ" names no day."""

from __future__ import annotations

import pytest

from vnplanlint.mentions.dates import find_dates


@pytest.mark.parametrize(
    ("text", "weekdays"),
    [
        ("khai mạc thứ Bảy, ngày 11/5/2024", [5]),
        ("tổ chức vào sáng thứ Sáu, ngày 26/4/2024", [4]),
        ("ngày 18/11/2022 (thứ Sáu)", [4]),
        ("ngày 05 và ngày 06/11/2022 (thứ Bảy và Chủ nhật)", [None, None]),
        ("thứ Bảy và Chủ nhật, ngày 05 và 06/11/2022", [None, None]),
        ("thứ Bảy, ngày 05/11/2022 và Chủ nhật, ngày 06/11/2022", [5, 6]),
        ("khai mạc Chủ nhật, ngày 12/5/2024", [6]),
        ("cấp đổi lần thứ Hai, ngày 11/5/2022", [None]),
        ("cấp đổi lần thứ hai ngày 11/5/2022", [None]),
    ],
)
def test_weekday_beside_its_date(text: str, weekdays: list[int | None]) -> None:
    assert [date.weekday for date in find_dates(text)] == weekdays
