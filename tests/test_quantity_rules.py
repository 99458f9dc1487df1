"""The limits of the rules on quantities: the last silent case beside the first that is told."""

from __future__ import annotations

import pytest

from vnplanlint.document.build import build_document
from vnplanlint.engine import check_document
from vnplanlint.findings import Finding
from vnplanlint.readers.text import from_text
from vnplanlint.rulebook import load

BOOK = load()


def findings(text: str, code: str) -> list[Finding]:
    return check_document(build_document(from_text(text), BOOK.facts), BOOK, codes=[code])


def told(text: str, code: str) -> list[str]:
    return [text[found.span.start : found.span.end] for found in findings(text, code)]


def fixed(text: str, code: str, number: int = 0) -> str:
    (found,) = findings(text, code)
    for edit in sorted(found.fixes[number].edits, reverse=True):
        text = text[: edit.span.start] + edit.content + text[edit.span.end :]
    return text


@pytest.mark.parametrize(
    ("text", "by_figures", "by_words"),
    [
        ("lập 06 (năm) bản", "lập 05 (năm) bản", "lập 06 (sáu) bản"),
        (
            "chi 5,4 tỷ đồng (Năm tỷ ba trăm triệu đồng)",
            "chi 5,3 tỷ đồng (Năm tỷ ba trăm triệu đồng)",
            "chi 5,4 tỷ đồng (Năm tỷ bốn trăm triệu đồng)",
        ),
        (
            "chi 1.105.000 đồng (một triệu một trăm lẻ sáu ngàn đồng)",
            "chi 1.106.000 đồng (một triệu một trăm lẻ sáu ngàn đồng)",
            "chi 1.105.000 đồng (một triệu một trăm lẻ năm ngàn đồng)",
        ),
        ("chi 251 (hai trăm năm mươi) triệu đồng", "chi 250 (hai trăm năm mươi) triệu đồng", None),
    ],
)
def test_either_side_can_be_mended_and_no_side_is_presumed(text: str, by_figures: str, by_words: str | None) -> None:
    assert fixed(text, "SL401", 0) == by_figures
    assert {fix.applicability for fix in findings(text, "SL401")[0].fixes} == {"unsafe"}
    if by_words:
        assert fixed(text, "SL401", 1) == by_words


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tổng kinh phí: 50.000.000 đồng.\n\nBằng chữ: Năm mươi triệu đồng.\n", []),
        ("Tổng kinh phí: 50.000.000 đồng.\n\n(Bằng chữ: Năm mươi lăm triệu đồng).\n", ["Năm mươi lăm triệu"]),
        ("Chi 50.000.000 đồng cho hội thi.\n\nBằng chữ: Năm mươi lăm triệu đồng.\n", []),
        ("Tổng kinh phí thực hiện.\n\nBằng chữ: Năm mươi lăm triệu đồng.\n", []),
        ("| TT | Tiền |\n|---|---|\n| Chi | 1.000 |\n| Tổng cộng | 50.000 |\n\nBằng chữ: Năm mươi triệu đồng.\n", []),
        (
            "| TT | Tiền |\n|---|---|\n| Chi | 1.000 |\n| Tổng cộng | 50.000 |\n\nBằng chữ: Năm mươi mốt triệu đồng.\n",
            ["Năm mươi mốt triệu"],
        ),
    ],
)
def test_words_on_the_line_below(text: str, wanted: list[str]) -> None:
    assert told(text, "SL401") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("chi 1,200 đồng", ["1,200"]),
        ("chi 1,200 triệu đồng", []),
        ("chi 0,200 đồng", []),
        ("chi 1.20.000 đồng", ["1.20.000"]),
        ("theo mục 1.20.000 người", []),
        ("có 1.20.000 người", ["1.20.000"]),
        ("gọi 0912.345.6789 người", []),
        ("ngày 12.10.2021 đồng ý", []),
        ("chi 50.000 đồng và 60.000 đồng, 25000 đồng", ["25000"]),
        ("chi 50.000 đồng và 2500 đồng", []),
        ("chi 50000 đồng và 60.000 đồng", []),  # neither way prevails
    ],
)
def test_grouping(text: str, wanted: list[str]) -> None:
    assert told(text, "SL402") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Có 50 hộ, gồm 20 hộ nghèo và 31 hộ khá.", ["50 hộ"]),
        ("Có 30 đội với 45 người, gồm 20 đội nam, 10 đội nữ.", []),
        ("Tổ có 07 người, gồm 01 tổ trưởng, 02 tổ phó, 03 tổ viên.", ["07 người"]),
        ("Tổ có 07 người, gồm 01 tổ trưởng, 02 tổ phó.", []),
        ("Tổ có 07 người, gồm 01 tổ trưởng, 05 tổ viên, thư ký.", []),
        ("Có 30 hộ trồng 45 ha, gồm 20 ha ngô, 10 ha đậu.", []),
        ("Có hơn 50 hộ, gồm 20 hộ nghèo và 31 hộ khá.", []),
        ("Có 50 hộ, trong đó 20 hộ nghèo và 31 hộ có nước sạch.", []),
        ("Có 50 hộ, trong đó có 51 hộ nghèo.", ["51 hộ"]),
        ("Chi 50 triệu đồng, trong đó xã 20 triệu đồng, huyện 20 triệu đồng.", []),
        ("Chi 50 triệu đồng, trong đó xã 20 triệu đồng, huyện 40 triệu đồng.", ["50 triệu đồng"]),
        (
            "Tổng chi 50 triệu đồng, trong đó:\n\n- Vốn xã: 20 triệu đồng;\n\n- Vốn huyện: 40 triệu đồng.",
            ["50 triệu đồng"],
        ),
        ("Tổng chi 50 triệu đồng, trong đó:\n\n- Vốn xã: 20 triệu đồng;\n\n- Vốn huyện: 30 triệu đồng.", []),
        ("Tổng chi 50 triệu đồng, trong đó:\n\n- Hội thi: 20 triệu đồng;\n\n- In ấn: 10 triệu đồng.", []),
        ("Tổng chi 50 triệu đồng, phân bổ như sau:\n\n- Xã: 60%;\n\n- Huyện: 45%.", ["50 triệu đồng"]),
        ("Có 101% hộ dân tham gia.", ["101%"]),
        ("Có 100% hộ dân tham gia.", []),
        ("Đạt 120% kế hoạch hộ dân.", []),
        ("Số hộ vay tăng 120% hộ so với năm trước.", []),
    ],
)
def test_parts(text: str, wanted: list[str]) -> None:
    assert told(text, "SL403") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("tăng từ 8% lên 5%", ["8% lên 5%"]),
        ("giảm từ 8% xuống 5%", []),
        ("giảm từ 5% xuống 8%", ["5% xuống 8%"]),
        ("hỗ trợ từ 20 - 15 triệu đồng", ["20 - 15 triệu đồng"]),
        ("hỗ trợ từ 800 - 1 tỷ đồng", []),
        ("tỷ lệ 70% - 30%", []),
        ("đạt 72% - 70% mỗi năm", ["72% - 70%"]),
        ("cơ cấu 45% - 35% - 20%", []),
        ("còn 250 triệu đồng - 200 triệu đồng = 50 triệu đồng", []),
        ("từ 30 đến 15 ngày", []),
        ("năm 2021 - 30 ha", []),
        ("từ 5 ha đến 2.000 m2", []),
    ],
)
def test_ranges(text: str, wanted: list[str]) -> None:
    assert told(text, "SL406") == wanted


SECTIONS = "I. MỤC TIÊU\n\n{}\n\nII. NHIỆM VỤ\n\nRà soát quy trình.\n\n{}\n"


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ("Tỷ lệ hồ sơ đúng hạn đạt 98%.", "Phấn đấu tỷ lệ hồ sơ đúng hạn đạt 95%.", ["95%"]),
        ("Tỷ lệ hồ sơ đúng hạn đạt 98%.", "Tỷ lệ hồ sơ đúng hạn đạt 98%.", []),
        ("Tỷ lệ hồ sơ đúng hạn đạt 98% năm 2024.", "Tỷ lệ hồ sơ đúng hạn đạt 95% năm 2025.", []),
        ("Tỷ lệ hồ sơ đúng hạn đạt 98%.", "Tỷ lệ hồ sơ trước hạn đạt 95%.", []),
        ("Tỷ lệ hồ sơ đúng hạn đạt trên 98%.", "Tỷ lệ hồ sơ đúng hạn đạt 95%.", []),
        ("Tỷ lệ hồ sơ đạt 98%.", "Tỷ lệ hồ sơ đạt 95%.", ["95%"]),
        ("Tỷ lệ hồ sơ 98%.", "Tỷ lệ hồ sơ 95%.", []),
    ],
)
def test_one_indicator(first: str, second: str, wanted: list[str]) -> None:
    assert told(SECTIONS.format(first, second), "SL405") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("cấp 250 (hai trăm lăm mươi) suất", ["hai trăm lăm mươi"]),
        ("cấp 250 (hai trăm mười lăm chục) suất", []),
        ("chi 60.000.000 đồng, bằng chữ: Sáu mưới triệu đồng", ["Sáu mưới triệu"]),
        ("chi 60.000.000 đồng.\n\nBằng chữ: Sáu mươi triêu đồng./.", ["Sáu mươi triêu"]),
        ("chi 60.000.000 đồng cho hội thi.\n\nBằng chữ: Sáu mươi triêu đồng./.", []),
        ("lập 03 (bà) bản", ["bà"]),
        ("lập 03 (bà) Lan", []),
        ("hỗ trợ 406 triệu đồng (bốn trăm sáu triệu đồng)", ["bốn trăm sáu triệu"]),
        ("có 45 (bốn mươi lắm) em", ["bốn mươi lắm"]),
        ("có 45 (bốn lần) em", []),
        ("Điều 5 (nắm) được", []),
    ],
)
def test_words_that_say_no_number(text: str, wanted: list[str]) -> None:
    assert told(text, "SL401") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("họp từ 10 giờ 30 đến 9 giờ", ["10 giờ 30 đến 9 giờ"]),
        ("họp từ 10h30 - 9h00", ["10h30 - 9h00"]),
        ("họp từ 16 giờ 59 đến 6 giờ", ["16 giờ 59 đến 6 giờ"]),
        ("họp từ 17 giờ đến 6 giờ", []),
        ("họp từ 16 giờ 59 đến 5 giờ", []),
        ("họp từ 10 giờ đến 8 giờ ngày hôm sau", []),
        ("độ tuổi từ 60 đến 18 tuổi", ["60 đến 18 tuổi"]),
        ("độ tuổi từ 18 đến 60 tuổi", []),
        ("từ 20 đến 15 doanh nghiệp", ["20 đến 15 doanh nghiệp"]),
        ("sắp xếp từ 20 đến 15 trường", []),
        ("từ 20 đến 15 tháng 5", []),
    ],
)
def test_everyday_ranges(text: str, wanted: list[str]) -> None:
    assert told(text, "SL406") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("(20 điểm + 30 điểm = 60 điểm)", ["60"]),
        ("5 người x 200.000 đồng/người = 1.200.000 đồng", ["1.200.000"]),
        ("50 người x 200 = 10.000.000 đồng", []),
        ("1,2 tỷ đồng + 350 triệu đồng = 1,7 tỷ đồng", ["1,7"]),
        ("1,2 tỷ đồng + 350 triệu đồng = 1,6 tỷ đồng", []),
        ("(10 + 20) x 3 = 80", []),
        ("3 x (5 + 5) = 20", []),
        ("100 : 2 + 50 = 90", []),
        ("45 phút x 2 tiết = 1,5 giờ", []),
        ("5 x 2 = 20 + 10", []),
        ("2 x 3 + 4 = 11", ["11"]),
        ("45/60 hộ, đạt 76%", ["76"]),
        ("45/60 hộ, đạt 75,9%", ["75,9"]),
        ("45/60 hộ, đạt 75%", []),
        ("40/60 hộ (66%)", []),
        ("ngày 20/11 hội thi, đạt 50%", []),
        ("giảm 05 vụ (từ 43 vụ xuống 37 vụ)", ["05"]),
        ("giảm 06 vụ (từ 43 vụ xuống 37 vụ)", []),
        ("tăng từ 800 triệu đồng lên 1,0 tỷ đồng (tăng 400 triệu đồng)", ["400"]),
        ("tăng từ 800 triệu đồng lên 1,0 tỷ đồng (tăng 300 triệu đồng)", []),
        ("có 46 em (nam 25, nữ 20)", ["46 em"]),
        ("có 45 em (nam 25, nữ 20)", []),
        ("có 46 em (lớp 1 25, lớp 2 20)", []),
    ],
)
def test_reckonings(text: str, wanted: list[str]) -> None:
    assert told(text, "SL403") == wanted


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (["Tổng: 90 triệu đồng. Trong đó:", "- Vốn A: 60 triệu đồng.", "- Vốn B: 20 triệu đồng."], ["90 triệu đồng"]),
        (["Tổng: 80 triệu đồng. Trong đó:", "- Vốn A: 60 triệu đồng.", "- Vốn B: 20 triệu đồng."], []),
        (
            ["Tổng: 90 triệu đồng.", "Trong đó:", "- Vốn A: 60 triệu đồng.", "- Vốn B: 20 triệu đồng."],
            ["90 triệu đồng"],
        ),
        (["Tổng: 90 triệu đồng, cụ thể:", "- Chi A: 60 triệu đồng.", "- Chi B: 20 triệu đồng."], ["90 triệu đồng"]),
        (["Trao 10 giải thưởng, cụ thể: 01 giải nhất, 02 giải nhì, 06 giải ba."], ["10 giải"]),
        (["Có 15 đồng chí, trong đó: 05 đồng chí nam và 11 đồng chí nữ."], ["15 đồng chí"]),
        (["Có 15 đồng chí, trong đó: 05 đồng chí trẻ và 11 đồng chí nữ."], []),
        (
            [
                "Chi 80 triệu đồng, gồm:",
                "- A: 60 triệu đồng.",
                "- B: 20 triệu đồng.",
                "Hai nguồn:",
                "- C: 9 triệu đồng.",
            ],
            [],
        ),
        (
            [
                "Chi 95 triệu đồng, gồm:",
                "- A: 60 triệu đồng.",
                "- B: 20 triệu đồng.",
                "Nguồn khác.",
                "- C: 9 triệu đồng.",
            ],
            [],
        ),
    ],
)
def test_leads_and_lists(lines: list[str], wanted: list[str]) -> None:
    assert told("\n\n".join(lines) + "\n", "SL403") == wanted
