"""Figures with units, ranges, numbers told twice, totals with their parts."""

from __future__ import annotations

import pytest

from vnplanlint.mentions.breakdowns import find_breakdowns
from vnplanlint.mentions.model import Quantity, QuantityRange
from vnplanlint.mentions.quantities import find_quantities, find_quantity_ranges, grouped, read_figures
from vnplanlint.mentions.spelled_numbers import find_spelled_numbers


def one(text: str) -> Quantity:
    (quantity,) = find_quantities(text)
    return quantity


def one_range(text: str) -> QuantityRange:
    (found,) = find_quantity_ranges(text, find_quantities(text))
    return found


@pytest.mark.parametrize(
    ("figures", "value", "shape"),
    [
        ("5", 5_000, "plain"),
        ("5,3", 5_300, "plain"),
        ("4,125", 4_125, "plain"),
        ("18,7200", 18_720, "plain"),
        ("0,0125", None, "plain"),
        ("1.250.000", 1_250_000_000, "dotted"),
        ("1.041,5", 1_041_500, "dotted"),
        ("1,250,000", 1_250_000_000, "commas"),
        ("1.5", 1_500, "point"),
        ("1.20.000", None, "malformed"),
        ("1500.000", None, "malformed"),
        ("1" * 41, None, "malformed"),
    ],
)
def test_figures(figures: str, value: int | None, shape: str) -> None:
    assert read_figures(figures)[:2] == (value, shape)


@pytest.mark.parametrize(
    ("thousandths", "written"), [(1_250_000_000, "1.250.000"), (5_300, "5,3"), (50, "0,05"), (0, "0")]
)
def test_written_with_dots(thousandths: int, written: str) -> None:
    assert grouped(thousandths) == written


@pytest.mark.parametrize(
    ("text", "value", "unit", "words"),
    [
        ("chi 5,3 tỷ đồng.", 5_300_000_000_000, "đồng", "5,3 tỷ đồng"),
        ("chi 30 nghìn tỷ  đồng.", 30 * 10**15, "đồng", "30 nghìn tỷ đồng"),
        ("chi 50.000đ/ngày", 50_000_000, "đồng", "50.000đ"),
        ("đạt 98,5% hộ", 98_500, "%", "98,5%"),
        ("gồm 20 học sinh giỏi", 20_000, "học sinh", "20 học sinh"),
        ("rộng 12 m² sàn", 12_000, "m2", "12 m²"),
        ("vay 5 triệu để làm nhà", 5_000_000_000, "", "5 triệu"),
        ("có 20 câu lạc bộ văn nghệ", 20_000, "câu lạc bộ", "20 câu lạc bộ"),
        ("05 đồng chí", 5_000, "đồng chí", "05 đồng chí"),
    ],
)
def test_units(text: str, value: int, unit: str, words: str) -> None:
    quantity = one(text)
    assert (quantity.thousandths, quantity.unit, quantity.span.words(text)) == (value, unit, words)


@pytest.mark.parametrize(
    "text", ["ngày 05/4/2021", "năm 2021 của", "COVID19 người", "54 dân tộc", "20 đồng bào", "Điều 5 là"]
)
def test_no_quantities(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "qualifier"), [("trên 5 ha", "trên"), ("ít nhất 5 ha", "ít nhất"), ("cấp trên 5 ha", ""), ("có 5 ha", "")]
)
def test_qualifiers(text: str, qualifier: str) -> None:
    assert one(text).qualifier == qualifier


@pytest.mark.parametrize(
    ("text", "first", "last", "joint"),
    [
        ("từ 20 - 15 triệu đồng", 20_000_000_000, 15_000_000_000, "-"),
        ("từ 500 triệu đến 1 tỷ đồng", 500_000_000_000, 10**12, "đến"),
        ("giảm từ 8% xuống còn 5%", 8_000, 5_000, "xuống còn"),
        ("70% – 72%", 70_000, 72_000, "–"),
    ],
)
def test_ranges(text: str, first: int, last: int, joint: str) -> None:
    found = one_range(text)
    assert (found.first.thousandths, found.last.thousandths, " ".join(found.joint.split())) == (first, last, joint)


@pytest.mark.parametrize("text", ["COVID-19 người", "12/6-15 người", "8% và 5%", "8%\n- 5%", "8%\t- 5%"])
def test_no_ranges(text: str) -> None:
    assert find_quantity_ranges(text, find_quantities(text)) == []


@pytest.mark.parametrize(
    ("text", "agrees"),
    [
        ("05 (năm) ngày", True),
        ("06 (năm) ngày", False),
        ("năm (05) ngày", True),
        ("năm (06) ngày", False),
        ("- Hai (03) năm", False),
        ("hai mươi (21) ngày", False),
        ("1.250.000 đồng (Một triệu hai trăm năm mươi nghìn đồng)", True),
        ("1.250.000 đồng/hộ (Một triệu hai trăm sáu mươi nghìn đồng)", False),
        ("5,3 tỷ đồng (Năm tỷ ba trăm triệu đồng)", True),
        ("3.000.000 đồng/người (Hai triệu đồng/người)", False),
        ("3.000.000 ĐỒNG (BẰNG CHỮ: HAI TRIỆU ĐỒNG CHẴN)", False),
        ("3.000.000 đồng (Ba  triệu   đồng Việt Nam)./.", True),
        ("251 (hai trăm năm mươi) triệu đồng", False),
        ("20 năm (hai mươi năm)", True),
        ("20 (hai mươi năm)", True),
        ("30.000.000 đồng (ba mươi triệu)", True),
        ("500.000 đồng, bằng chữ: Bốn trăm nghìn đồng.", False),
        ("năm triệu đồng (6.000.000 đồng)", False),
        ("12,4% (mười hai phẩy năm phần trăm)", False),
        ("1,200 đồng (một nghìn hai trăm đồng)", True),
    ],
)
def test_numbers_told_twice(text: str, agrees: bool) -> None:
    (pair,) = find_spelled_numbers(text)
    assert (pair.thousandths in pair.readings) == agrees


@pytest.mark.parametrize(
    "text",
    [
        "4 (tiết học)", "Điều 5 (để biết)", "năm (2025)", "năm 2021 (năm đầu)", "Thanh Ba (02)", "giải ba (05)", "thôn ba (04)",
        "24 tháng (hai năm)", "60 tháng (năm năm)", "đủ năm (12 tháng)", "5 năm (2006 - 2010)", "10 (năm)", "đầu tư (12)",
        "2.000.000 đồng (một triệu đồng cho mỗi chặng)", "2.000.000 đồng (một triệu đồng/chặng)", "01 bộ (hai bản chính)", "100 (không)", "hai bốn (25) tháng",
        "05\t(sáu)", "05\n(sáu)", "tổng 05 người (hai nam, ba nữ)",
    ],
)  # fmt: skip
def test_no_pairs(text: str) -> None:
    assert [pair for pair in find_spelled_numbers(text) if pair.thousandths not in pair.readings] == []


def parts(text: str) -> list[list[int]]:
    return [
        [(part.thousandths or 0) // 1000 for part in found.parts]
        for found in find_breakdowns(text, find_quantities(text))
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("tổng 50 hộ, gồm 20 hộ nghèo và 30 hộ cận nghèo.", [[20, 30]]),
        ("có 50 hộ (xem bảng 2), trong đó: thôn A 20 hộ (chiếm 40%); thôn B và thôn C 30 hộ.", [[20, 30]]),
        ("Hội đồng có 09 người, gồm: 01 Chủ tịch, 02 Phó Chủ tịch và 06 ủy viên.", [[1, 2, 6]]),
        ("có 50 hộ, gồm 20 hộ nghèo; phấn đấu giảm 10 hộ trong năm.", []),
        ("có 50 hộ, gồm 20 hộ nghèo, tăng 5 hộ so với năm trước.", []),
        ("có 12 xã, gồm 08 xã ven biển và các xã A, B, C, D.", [[8]]),
        ("có 50 hộ. Mỗi hộ gồm 4 người, 2 người già.", [[]]),
        ("bằng 78% dự toán (12.000 đồng), trong đó thu nội địa 8.000 đồng, thu khác 1.000 đồng.", []),
        ("Cơ cấu kinh tế: nông nghiệp 25%, công nghiệp 40%, dịch vụ 35%.", [[25, 40, 35]]),
    ],
)
def test_parts(text: str, wanted: list[list[int]]) -> None:
    assert [found for found in parts(text) if found] == [found for found in wanted if found]


BLOCKS = [
    "Tổng chi 50 triệu đồng, gồm:",
    "- Vốn xã: 20 triệu đồng (Hai mươi triệu",
    "đồng); vốn huyện từ 30 -",
    "25 triệu đồng, bằng chữ: Ba mươi triệu",
    "trong đó: A 5 hộ, B 6 hộ và 7 hộ (bảy",
    "Cơ cấu vốn: A 20%, B 30%,",
    "C 50%. Giải nhì (02), giải",
    "ba (05) ngày, năm (06) người; khoảng",
    "12 tỷ",
    "đồng",
]


def spans_of_all_kinds(text: str, start: int = 0) -> list[set[tuple[int, ...]]]:
    quantities = find_quantities(text)
    kinds = (
        [each.span for each in quantities],
        [each.span for each in find_quantity_ranges(text, quantities)],
        [each.span for each in find_spelled_numbers(text)],
        [each.span for each in find_breakdowns(text, quantities)],
    )
    return [{tuple(span.shifted(start)) for span in spans} for spans in kinds]


@pytest.mark.parametrize("joint", ["\n", "\t"])
def test_nothing_outside_its_own_block_or_cell_is_read(joint: str) -> None:
    apart: list[set[tuple[int, ...]]] = [set(), set(), set(), set()]
    start = 0
    for block in BLOCKS:
        apart = [known | own for known, own in zip(apart, spans_of_all_kinds(block, start), strict=True)]
        start += len(block) + 1
    assert spans_of_all_kinds(joint.join(BLOCKS)) == apart
