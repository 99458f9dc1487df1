"""What real documents do with dates: one case for each trap, silent where it is right, found where it is wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vnplanlint.document.model import Document
from vnplanlint.engine import check_document
from vnplanlint.rulebook import RuleBook

Read = Callable[[str], Document]
Check = Callable[[str], list[tuple[str, str]]]

HEADER = """ỦY BAN NHÂN DÂN XÃ PHÚ THỌ
Số: 31/{kind}-UBND
Phú Thọ, ngày 20 tháng 5 năm 2024
{name}
{title}

"""
PLAN = HEADER.format(kind="KH", name="KẾ HOẠCH", title="Tổ chức hội thi cải cách hành chính")
REPORT = HEADER.format(kind="BC", name="BÁO CÁO", title="Kết quả cải cách hành chính")
NOTICE = HEADER.format(kind="TB", name="THÔNG BÁO", title="Kết luận cuộc họp giao ban")


@pytest.fixture
def dates_of(read: Read, book: RuleBook) -> Check:
    codes = [code for code in book.cards if code.startswith("NT")]

    def check(text: str) -> list[tuple[str, str]]:
        document = read(text)
        return [(one.code, document.words(one.span)) for one in check_document(document, book, codes=codes)]

    return check


# ---- chronology -----------------------------------------------------------------------------------------------------


def test_the_first_date_of_the_text_is_not_the_own_date(dates_of: Check) -> None:
    text = "KẾ HOẠCH\nTổ chức hội thi\nCăn cứ Luật Cán bộ, công chức ngày 13/11/2008;\n"
    assert dates_of(text + "Căn cứ Kế hoạch số 8/KH-UBND ngày 12/01/2024 của Ủy ban nhân dân huyện;") == []


def test_a_signature_stamp_is_not_the_own_date_and_sets_no_style(dates_of: Check) -> None:
    text = "12.03.2023 08:15:40 +07:00\n" + PLAN
    text += (
        "Thực hiện Công văn số 30/UBND-VX ngày 20/4/2024 của Ủy ban nhân dân huyện về hội thi, xã xây dựng kế hoạch.\n"
    )
    assert dates_of(text) == []


def test_a_sentence_that_ends_with_a_date_is_not_the_own_date(dates_of: Check) -> None:
    text = "Họp tại nhà văn hóa xã, ngày 20/02/2023.\n\nCăn cứ Công văn số 41/UBND-VX ngày 20/4/2023 của huyện;\n"
    assert dates_of(text) == []


def test_documents_of_the_own_day_may_be_cited(dates_of: Check) -> None:
    text = PLAN + "(Kèm theo Quyết định số 32/QĐ-UBND ngày 20/5/2024 của Ủy ban nhân dân xã)\n"
    assert dates_of(text) == []


def test_a_year_alone_is_no_date_of_a_document(dates_of: Check) -> None:
    text = PLAN + "Lập dự toán thực hiện Pháp lệnh Ưu đãi người có công với cách mạng năm 2025.\n"
    assert dates_of(text) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ngày 02/4/2024, Sở Nội vụ ban hành Công văn số 70/SNV-CCHC trong đó yêu cầu gửi báo cáo trước ngày 30/4/2024.",
        "Huyện yêu cầu các xã nộp kế hoạch trước ngày 30/4/2024. Đến nay còn hai xã chưa nộp.",
        "Thửa đất được cấp giấy trước ngày 01/7/2023 thì hoàn thành hồ sơ theo mẫu cũ.",
        "Trước đây xã báo cáo trước ngày 15/12/2023.",
        "Gửi báo cáo trước ngày 15/12 hằng năm, riêng tổng kết trước ngày 05 tháng 01 của năm sau.",
        "Hoàn thành trước ngày 30 tháng 6 cùng năm; báo cáo ngày 10 hằng tháng.",
    ],
)
def test_past_days_that_are_no_deadlines(dates_of: Check, sentence: str) -> None:
    assert dates_of(PLAN + "1. Nội dung\n" + sentence) == []


@pytest.mark.parametrize("header", [REPORT, NOTICE])
def test_reports_and_conclusions_tell_of_what_was(dates_of: Check, header: str) -> None:
    assert dates_of(header + "1. Nội dung\nCác ấp hoàn thành bê tông hóa đường ngõ trước ngày 30/4/2024.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Các ấp gửi danh sách về xã trước ngày 15/6/2023.",
        "Hạn cuối nộp hồ sơ dự thi: 17 giờ ngày 15/6/2023.",
        "Kế toán quyết toán xong kinh phí trước ngày 15/6/2023.",
        "Huyện đã có Công văn số 12/UBND-NV về hội thi, các ấp phải nộp bài trước ngày 15/6/2023.",
    ],
)
def test_orders_with_last_years_deadline(dates_of: Check, sentence: str) -> None:
    assert dates_of(PLAN + "1. Nội dung\n" + sentence) == [("NT116", "15/6/2023")]


# ---- dates and numbers that are none --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Quyết định số 14/2012/QĐ-BKHCN ngày 18/4/2012, Công văn số 6/SCT-CN ngày 19/4/2012.",
        "Theo hướng dẫn của Sở KH&CN ngày 17/4/2012.",
        "Giấy phép cấp lại lần thứ 3 ngày 18/4/2012.",
        "Học viên năm thứ tư, khóa 2019-2023; tuần thứ 3 của tháng 4/2012.",
        "Phòng, chống dịch COVID-19 năm 2021-2022 tại 5 xã năm 2022.",
        "Thời kỳ ổn định 5 năm 2016-2020 và 03 năm 2024-2026; chiến lược 10 năm (2011-2020).",
        "Nhiệm kỳ 2020-2025; Hội đồng nhân dân nhiệm kỳ 2021-2026; câu lạc bộ nhiệm kỳ III (2022-2027).",
        "Năm học 2025-2026, khóa 2019-2022, quý IV/2025 - quý I/2026.",
        "Chỉ tiêu 95-95-95 và phương châm 5-7-10.",
        "Quy hoạch 2011-2020, tầm nhìn đến năm 2030.",
        "Học các ngày 05, 06/6/2024; tập từ ngày 03-09/8/2024; nghỉ 12/02 - 20/02/2024.",
        "Trực từ ngày 02 đến ngày 04 tháng 7 năm 2024, trong tháng 5 - 6/2024.",
        "Thi ngày 10 và 11/9/2024; nghỉ đông 28/12 - 03/01/2025.",
        "Lao động 3/4 ngày, nghỉ 1/2 buổi, đạt 30/30 hộ, họp 04 lần/năm.",
        "Trong tháng 4/2024, quý 3/2024 và 6 tháng cuối năm 2025.",
        "Báo cáo ngày   /7/2026, họp ngày .../.../2025, phát động (tháng …/2026).",
        "Thi công từ quý III đến quý IV/2024, quyết toán từ quý IV/2024 đến quý I/2025.",
        "So sánh năm 2022 - 2021 thì tăng 5%.",
    ],
)
def test_what_looks_like_a_wrong_date_and_is_right(dates_of: Check, text: str) -> None:
    assert dates_of(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Họp thứ Sáu, ngày 18/4/2024 tại xã.", ("NT107", "thứ Sáu")),
        ("Bóng chuyền ngày 18/4/2024 (CN) tại sân xã.", ("NT107", "CN")),
        ("Kế hoạch 05 năm (2015-2020) của xã.", ("NT111", "(2015-2020)")),
        ("Quy hoạch 2011-2020, tầm nhìn đến năm 2015.", ("NT118", "2015")),
        ("Thời gian: 05/9/2024 - 30/8/2024.", ("NT106", "05/9/2024 - 30/8/2024")),
        ("Thực hiện từ quý IV/2023 đến quý I/2023.", ("NT106", "IV/2023 đến quý I/2023")),
        ("Kế hoạch phát triển kinh tế - xã hội 5 năm 2021 - 2026.", ("NT111", "2021 - 2026")),
        ("Hội thao 03/3/2023 - 28/3/2024.", ("NT106", "03/3/2023 - 28/3/2024")),
        ("Nộp bài trước 30/6/202 tại xã.", ("NT101", "30/6/202")),
    ],
)
def test_their_wrong_neighbours_are_found(dates_of: Check, text: str, expected: tuple[str, str]) -> None:
    assert dates_of(text) == [expected]


# ---- anniversaries in every wording ---------------------------------------------------------------------------------

WORDINGS = (
    "Kỷ niệm 30 năm Ngày thành lập huyện Phú Mỹ ({} - {}).",
    "Kỷ niệm lần thứ 30 Ngày thành lập huyện Phú Mỹ ({} - {}).",
    "Kỷ niệm năm thứ 30 Ngày thành lập huyện Phú Mỹ ({} - {}).",
    "Tròn 30 năm thành lập huyện Phú Mỹ ({} - {}).",
    "Kỷ niệm ba mươi năm thành lập huyện Phú Mỹ ({} ~ {}).",
    "Kỷ niệm 30 năm thành lập huyện Phú Mỹ ({} — {}).",
    "Kỷ niệm 30 năm thành lập huyện Phú Mỹ ({}–{}).",
    "Kỷ niệm 30 năm thành lập huyện Phú Mỹ từ {} đến {}.",
    "Kỷ niệm 30 năm thành lập huyện Phú Mỹ (từ ngày {} đến ngày {}).",
    "Kỷ niệm 30 năm thành lập huyện Phú Mỹ, {} - {}.",
    "Kỷ niệm 30 năm thành lập huyện Phú Mỹ\n({}\n- {}).",
    "Kỷ niệm 30 năm ({} - {}) Ngày thành lập huyện Phú Mỹ.",
    "Ngày thành lập huyện Phú Mỹ ({} - {}) tròn 30 năm.",
    "Ngày thành lập huyện Phú Mỹ ({} - {}) - kỷ niệm 30 năm.",
    "Huyện Phú Mỹ ({} - {}), kỷ niệm 30 năm thành lập.",
    "Từ ngày {} đến ngày {}, tròn 30 năm huyện Phú Mỹ được tái lập.",
    "{} - {}: Kỷ niệm 30 năm thành lập huyện Phú Mỹ.",
    "Chặng đường 30 năm xây dựng và phát triển ({} - {}).",
    "I. CHÀO MỪNG KỶ NIỆM 30 NĂM NGÀY THÀNH LẬP HUYỆN PHÚ MỸ ({} - {})",
    "đợt thi đua “Chào mừng 30 năm Ngày thành lập huyện Phú Mỹ ({} - {})”",
    "| 2 | Kỷ niệm 30 năm thành lập huyện Phú Mỹ ({} - {}) | Quý II |",
)


@pytest.mark.parametrize("wording", WORDINGS)
@pytest.mark.parametrize("form", ["05/6/{}", "05-6-{}", "05.6.{}", "05 tháng 6 năm {}"])
def test_an_anniversary_in_any_wording(dates_of: Check, wording: str, form: str) -> None:
    start = form.format(1994)
    assert dates_of(wording.format(start, form.format(2024))) == []
    assert [code for code, _ in dates_of(wording.format(start, form.format(2023)))] == ["NT102"]


@pytest.mark.parametrize("form", ["6/{}", "{}"])
def test_an_anniversary_in_months_or_years(dates_of: Check, form: str) -> None:
    text = "Kỷ niệm 30 năm Ngày thành lập huyện Phú Mỹ ({} - {})."
    assert dates_of(text.format(form.format(1994), form.format(2024))) == []
    assert [code for code, _ in dates_of(text.format(form.format(1994), form.format(2022)))] == ["NT102"]


@pytest.mark.parametrize(
    "text",
    [
        "Từ ngày 15/5/2024 đến ngày 15/6/2024, kỷ niệm 30 năm thành lập huyện Phú Mỹ.",
        "05/6/2023 - 05/6/2024: Kỷ niệm 30 năm thành lập huyện Phú Mỹ.",
        "Giai đoạn 2016 - 2020, kỷ niệm 30 năm thành lập huyện Phú Mỹ.",
        "Kỷ niệm 40 năm thành lập xã (05/6/1984 - 05/6/2024), kỷ niệm 30 năm thành lập trường.",
        "Kỷ niệm 40 năm ngày lập xã, 25 năm Ngày hội (10/6/1999 - 10/6/2024) và 15 năm chia tách.",
    ],
)
def test_a_range_that_is_not_of_the_count(dates_of: Check, text: str) -> None:
    assert dates_of(text) == []


@pytest.mark.parametrize("wrong", ["05/6/202", "05/6/20244"])
def test_a_year_of_too_few_or_many_figures_in_a_range_is_one_finding(dates_of: Check, wrong: str) -> None:
    assert dates_of(f"Kỷ niệm 30 năm thành lập huyện Phú Mỹ (05/6/1994 - {wrong}).") == [("NT101", wrong)]


def test_figures_swapped_in_a_known_day_are_known_by_the_other_end(dates_of: Check) -> None:
    text = "Kỷ niệm 93 năm Ngày thành lập Đoàn TNCS Hồ Chí Minh (23/6/1931 - 26/3/2024)."
    assert dates_of(text) == [("NT104", "(23/6/1931 - 26/3/2024)")]
