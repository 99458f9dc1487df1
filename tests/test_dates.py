"""Reading dates: every written form, what only looks like one, and properties that always hold."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnplanlint.mentions.dates import find_dates
from vnplanlint.mentions.model import DateMention, PartialDate
from vnplanlint.mentions.relative_dates import resolve_relative

DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31))


def read(text: str) -> list[tuple[str, int | None, int | None, int | None]]:
    return [(text[m.span.start : m.span.end], m.day, m.month, m.year) for m in find_dates(text)]


def only(text: str) -> DateMention:
    (mention,) = find_dates(text)
    return mention


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("họp ngày 05/4/1993 tại xã", [("05/4/1993", 5, 4, 1993)]),
        ("họp ngày 5.4.1993 tại xã", [("5.4.1993", 5, 4, 1993)]),
        ("họp 5-4-2021 tại xã", [("5-4-2021", 5, 4, 2021)]),
        ("ngày 05 tháng 3 năm 2021", [("05 tháng 3 năm 2021", 5, 3, 2021)]),
        ("NGÀY 01 THÁNG 3 NĂM 2025", [("01 THÁNG 3 NĂM 2025", 1, 3, 2025)]),
        ("ngày 08 / 4 /2024", [("08 / 4 /2024", 8, 4, 2024)]),
        ("ngày         8/6/2021", [("8/6/2021", 8, 6, 2021)]),
        ("ngày 12/8/98", [("12/8/98", 12, 8, 1998)]),
        ("tháng 9/2021", [("9/2021", None, 9, 2021)]),
        ("tháng 9 năm 2021", [("9 năm 2021", None, 9, 2021)]),
        ("An Bình, ngày     tháng 9 năm 2021", [("9 năm 2021", None, 9, 2021)]),
        ("quý III/2021", [("III/2021", None, None, 2021)]),
        ("trong năm 2022", [("2022", None, None, 2022)]),
        ("2021 - 2025", [("2021", None, None, 2021), ("2025", None, None, 2025)]),
        ("2021–2025", [("2021", None, None, 2021), ("2025", None, None, 2025)]),
        ("từ năm 2021 đến hết năm 2025", [("2021", None, None, 2021), ("2025", None, None, 2025)]),
        ("tầm nhìn đến 2030.", [("2030", None, None, 2030)]),
        ("Quốc khánh 2-9", [("2-9", 2, 9, None)]),
        ("lễ 30/4 và 01/5", [("30/4", 30, 4, None), ("01/5", 1, 5, None)]),
        ("Ngày Thương binh - Liệt sĩ (27/7)", [("27/7", 27, 7, None)]),
    ],
)
def test_written_forms(text: str, expected: list[object]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "giảm 2/3 số hộ",
        "nghỉ 3/4 ngày hoặc 1/2 buổi",
        "Bài tập (1/2)",
        "04 lần/năm, 30/30 hộ, 24/24, 40/45 hộ",
        "dịch COVID-19, COVID - 19",
        "chỉ tiêu 95-95-95 và 5-7-10",
        "Nghị định số 30/2020/NĐ-CP, Luật số 45/2019/QH14",
        "66.7/2025/NQ-CP và 05/04/2023/PX và 03-07/2024/CV-MNP",
        "mục 1.2.3 và 4.12.3",
        "điện thoại 0912.345.678",
        "từ 70%-72%, Km12+300/QL9",
        "bản đồ 1/2000, số 12/5 đường Lê Lợi, mã 2.000123",
        "lương tháng 13; 06 tháng cuối",
        "QCVN 05:2013/BTNMT và TCVN 5687:2010",
        "trả 1.992 đồng; 2.021.000 đồng; 2021 người",
        "ngày      /7/2026 và ngày .../.../2025",
        "họp ngày 4/2024",
        "ngày 10 hằng tháng",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("các ngày 05, 06/6/2024", [(5, 6, 2024), (6, 6, 2024)]),
        ("từ ngày 03-09/8/2024", [(3, 8, 2024), (9, 8, 2024)]),
        ("12/02 - 20/02/2024", [(12, 2, 2024), (20, 2, 2024)]),
        ("từ ngày 02 đến ngày 04 tháng 7 năm 2024", [(2, 7, 2024), (4, 7, 2024)]),
        ("tháng 5 - 6/2024", [(None, 5, 2024), (None, 6, 2024)]),
        ("ngày 10 và 11/9/2024", [(10, 9, 2024), (11, 9, 2024)]),
        ("28/12 - 03/01/2025", [(28, 12, 2024), (3, 1, 2025)]),
        ("tháng 9, tháng 10 năm 2021", [(None, 9, 2021), (None, 10, 2021)]),
    ],
)
def test_shared_parts_come_from_the_right(text: str, expected: list[object]) -> None:
    found = find_dates(text)
    assert [(m.day, m.month, m.year) for m in found] == expected
    assert [m.year_given for m in found] == [False] * (len(found) - 1) + [True]


@pytest.mark.parametrize(
    "text",
    [
        "ngày 31/4/2021",
        "ngày 29/02/2023",
        "ngày 15/13/2021",
        "ngày 05/3/020",
        "ngày 05/3/20200",
        "ngày 15 tháng 3 tháng 2020",
        "ngày06 tháng 43",
        "ngày 30 tháng 2 năm 2021",
        "tháng 76 năm 2021",
    ],
)
def test_malformed_dates_are_read_as_dates_that_do_not_exist(text: str) -> None:
    assert not only(text).exists


def test_a_recurring_date_has_no_year() -> None:
    mention = only("báo cáo trước ngày 15/12 hằng năm")
    assert mention.every_year
    assert mention.year is None
    assert not mention.year_given


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("8 giờ, thứ Ba, ngày 05/3/2024", 1),
        ("05/3/2024 (sáng thứ Ba)", 1),
        ("Chủ nhật, ngày 10/3/2024", 6),
        ("từ thứ 2 ngày 04/3/2024", 0),
        ("cấp đổi lần thứ 2 ngày 11/5/2022", None),
        ("sinh viên năm thứ ba ngày 11/5/2022", None),
        ("tuần thứ 2 ngày 11/5/2022", None),
        ("con thứ 3, 11/5/2022", None),
    ],
)
def test_weekdays_are_told_from_ordinals(text: str, weekday: int | None) -> None:
    assert only(text).weekday == weekday


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("hôm nay", PartialDate(2024, 3, 5)),
        ("ngày mai", PartialDate(2024, 3, 6)),
        ("3 ngày sau", PartialDate(2024, 3, 8)),
        ("3 ngày trước", PartialDate(2024, 3, 2)),
        ("tháng sau", PartialDate(2024, 4)),
        ("năm trước", PartialDate(2023)),
    ],
)
def test_relative_phrases_are_resolved_from_a_base(phrase: str, expected: PartialDate) -> None:
    assert only(f"Nộp {phrase}.").form == "relative"
    assert resolve_relative(phrase, PartialDate(2024, 3, 5)) == expected


def test_a_relative_phrase_needs_a_whole_base() -> None:
    assert resolve_relative("ngày mai", PartialDate(2024, 3)) is None


@settings(max_examples=60)
@given(DAYS, st.sampled_from(["{d:02}/{m}/{y}", "{d}/{m}/{y}", "{d}-{m}-{y}", "{d:02}.{m:02}.{y}"]))
def test_figures_round_trip(day: datetime.date, form: str) -> None:
    written = form.format(d=day.day, m=day.month, y=day.year)
    mention = only(f"Họp ngày {written} tại xã.")
    assert (mention.day, mention.month, mention.year) == (day.day, day.month, day.year)
    assert mention.exists
    assert f"Họp ngày {written} tại xã."[mention.span.start : mention.span.end] == written


@settings(max_examples=40)
@given(DAYS, st.integers(1, 30))
def test_words_round_trip_however_the_line_is_wrapped(day: datetime.date, spaces: int) -> None:
    gap = " " * spaces
    mention = only(f"ngày{gap}{day.day:02} tháng{gap}{day.month} năm{gap}{day.year}")
    assert (mention.day, mention.month, mention.year, mention.form) == (day.day, day.month, day.year, "worded")


PIECES = st.lists(
    st.sampled_from(
        [
            "ngày ",
            "tháng ",
            "năm ",
            "từ ",
            " đến ",
            "05",
            "6",
            "/",
            "-",
            " - ",
            "2024",
            "2021-2025",
            "05/6/2024",
            "(",
            ")",
            ", ",
            " và ",
            "thứ Ba",
            "hằng năm",
            "quý II",
            "30 năm ",
            "kỷ niệm ",
            ".",
            "\t",
            "\n",
            " 13",
        ]
    ),
    max_size=12,
).map("".join)


@settings(max_examples=200)
@given(PIECES, PIECES)
def test_a_block_is_read_alone(one: str, other: str) -> None:
    joined = find_dates(f"{one}\n{other}")
    apart = find_dates(one) + [_shifted(m, len(one) + 1) for m in find_dates(other)]
    assert joined == apart


def _shifted(mention: DateMention, by: int) -> DateMention:
    weekday = mention.weekday_span.shifted(by) if mention.weekday_span else None
    return mention._replace(span=mention.span.shifted(by), weekday_span=weekday)


@settings(max_examples=100)
@given(PIECES)
def test_dates_are_in_order_and_never_overlap(text: str) -> None:
    found = find_dates(text)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert all("\n" not in text[m.span.start : m.span.end] for m in found)
