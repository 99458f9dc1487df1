"""The date rules on whole documents: one error gives one finding, and the samples give theirs."""

from __future__ import annotations

import csv
import textwrap
from collections.abc import Callable
from typing import NamedTuple

import pytest

from tests.conftest import SAMPLES
from vnplanlint.document.build import build_document
from vnplanlint.document.model import Document
from vnplanlint.engine import check_document
from vnplanlint.findings import Finding
from vnplanlint.readers.text import decode
from vnplanlint.rulebook import RuleBook

Read = Callable[[str], Document]
GOLD_CLASSES = {"anniversary-range", "date-fact", "date-padding", "chronology"}
SILENT_KINDS = {"anniversary-range", "date-fact", "date rules", "date-padding", "can-chi"}


@pytest.fixture
def dates_of(read: Read, book: RuleBook) -> Callable[[str], list[tuple[str, str, str]]]:
    codes = [code for code in book.cards if code.startswith("NT")]

    def check(text: str) -> list[tuple[str, str, str]]:
        document = read(text)
        findings = check_document(document, book, codes=codes)
        return [(f.code, f.severity, document.words(f.span)) for f in findings]

    return check


Check = Callable[[str], list[tuple[str, str, str]]]

HEADER = """ỦY BAN NHÂN DÂN XÃ HÒA AN
Số: 12/KH-UBND
Hòa An, ngày 15 tháng 3 năm 2023
KẾ HOẠCH
**Tổ chức ngày hội văn hóa**

"""


def test_a_wrong_founding_day_is_one_finding_that_names_the_other_places(read: Read, book: RuleBook) -> None:
    text = (
        "Chào mừng kỷ niệm 25 năm tái lập tỉnh Hưng Yên (01/01/1997 - 01/01/2022).\n"
        "Đợt 2: chào mừng kỷ niệm 25 năm tái lập tỉnh (01/11/1997 - 01/01/2022).\n"
        "Tổng kết dịp kỷ niệm 25 năm tái lập tỉnh (01/01/1997 - 01/01/2022).\n"
    )
    document = read(text)
    (finding,) = check_document(document, book)
    assert finding.code == "NT104"
    assert document.words(finding.span) == "(01/11/1997 - 01/01/2022)"
    assert len(finding.related) == 2
    assert [edit.content for edit in finding.fixes[0].edits] == ["01/01/1997"]


def test_a_wrong_birth_year_is_one_finding(dates_of: Check) -> None:
    text = "Lập thành tích kỷ niệm 133 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1980 - 19/5/2023)."
    assert dates_of(text) == [("NT104", "error", "(19/5/1980 - 19/5/2023)")]


def test_the_unknown_event_with_an_odd_day_is_one_finding(dates_of: Check) -> None:
    text = (
        "Kỷ niệm 15 năm thành lập Hợp tác xã (05/6/2008 - 05/6/2023).\n"
        "Hội thi mừng kỷ niệm 15 năm thành lập Hợp tác xã (05/9/2008 - 05/6/2023).\n"
        "Trao giải dịp kỷ niệm 15 năm thành lập Hợp tác xã (05/6/2008 - 05/6/2023).\n"
    )
    assert dates_of(text) == [("NT105", "error", "(05/9/2008 - 05/6/2023)")]


@pytest.mark.parametrize("end", ["05/6/2022", "05/6/2024", "05/6/2032"])
def test_a_wrong_end_year_is_one_finding(dates_of: Check, end: str) -> None:
    text = (
        "Kỷ niệm 15 năm thành lập Hợp tác xã (05/6/2008 - 05/6/2023).\n"
        f"Hội thi mừng kỷ niệm 15 năm thành lập Hợp tác xã (05/6/2008 - {end}).\n"
    )
    assert dates_of(text) == [("NT102", "error", f"(05/6/2008 - {end})")]


@pytest.mark.parametrize(
    "phrase",
    [
        "thành lập Công đoàn Hòa Bình (20/8/1957",
        "thành lập Đảng bộ tỉnh (03/02/1947",
        "ngày thành lập Hội LHPN xã (20/10/1960",
        "ngày truyền thống Công an nhân dân huyện (19/8/1950",
        "thành lập Hợp tác xã (11/4/1986",
        "thành lập Trung tâm Lưu trữ lịch sử (03/01/1996",
        "thành lập thành phố Điện Biên Phủ (18/4/1992",
        "thành lập Hội Khuyến học (10/6/1997",
        "ngành Điện lực tỉnh (21/12/1964",
    ],
)
def test_local_events_are_not_the_national_ones(dates_of: Check, phrase: str) -> None:
    start = int(phrase[-4:])
    day = phrase[-10:-4].lstrip("(")
    assert dates_of(f"Chào mừng kỷ niệm {2022 - start} năm {phrase} - {day}2022).") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kỷ niệm 92 năm Ngày thành lập Đoàn TNCS Hồ Chí Minh (26/3/1931 - 26/3/2023).", []),
        ("Kỷ niệm 92 năm Ngày thành lập Đoàn Thanh niên Cộng sản Hồ Chí Minh (26/3/1932 - 26/3/2024).", ["NT104"]),
        ("Kỷ niệm 78 năm Cách mạng tháng Tám thành công (19/8/1945 - 19/8/2023).", []),
        ("Kỷ niệm 78 năm Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam (02/9/1945 - 02/9/2023).", []),
        ("Kỷ niệm 93 năm Ngày thành lập Đảng Cộng sản Việt Nam (3/2/1930 - 3/2/2023).", []),
        ("Kỷ niệm 48 năm Ngày giải phóng miền Nam, thống nhất đất nước (30/4/1975 - 30/4/2023).", []),
        ("Kỷ niệm 41 năm Ngày Nhà giáo Việt Nam (20/11/1982 - 20/11/2023).", []),
        ("Kỷ niệm 76 năm Ngày Thương binh - Liệt sỹ (27/7/1947 - 27/7/2023).", []),
        ("Kỷ niệm 69 năm Chiến thắng Điện Biên Phủ (07/5/1954 - 07/5/2023).", []),
        ("Kỷ niệm 133 năm ngày sinh của Bác Hồ kính yêu (19/5/1890 - 19/5/2023).", []),
        ("Kỷ niệm 54 năm thực hiện Di chúc của Chủ tịch Hồ Chí Minh (1969 - 2023).", []),
        ("Kỷ niệm 26 năm tái lập tỉnh Bắc Ninh (01/01/1997 - 01/01/2023).", []),
    ],
)
def test_known_events(dates_of: Check, text: str, expected: list[str]) -> None:
    assert [code for code, _, _ in dates_of(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kỷ niệm 20 năm xây dựng và phát triển (2001-2020) của Trung tâm.",
        "Sơ kết 3 năm thực hiện Chương trình mục tiêu (2021-2025); kỷ niệm 3 năm thực hiện Đề án (2021-2025).",
        "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XII, nhiệm kỳ 2022 - 2027 của Đoàn Thanh niên.",
        "Chương trình phối hợp 5 năm (2021-2026) giữa hai ngành; khóa học 4 năm (2018-2022).",
        "Kỷ niệm 30 năm thành lập Chi bộ (10/6/1990 - 10/6/2020) và 20 năm thành lập Chi bộ (05/5/2000 - 05/5/2020).",
        "So sánh năm 2022 - 2021; tăng 2023/2022; niên độ 2019-2020.",
        "Trồng cây ngày 30/2 âm lịch theo tập quán.",
        "Tập huấn từ 7h30-11h30 ngày 20/3/2023; từ ngày 20 - 25/3/2023 (thứ Hai đến thứ Bảy).",
        "Kỷ niệm 110 năm Ngày sinh đồng chí Lê Duẩn, nguyên Tổng Bí thư của Đảng (07/4/1907 - 07/4/2017).",
        "Kỷ niệm 112 năm ngày Bác Hồ ra đi tìm đường cứu nước (05/6/1911 - 05/6/2023).",
        "Kỷ niệm 92 năm Ngày Phụ nữ Việt Nam (20/10/1930 - 20/10/2022).",
    ],
)
def test_unusual_and_right(dates_of: Check, text: str) -> None:
    assert dates_of(text) == []


def test_a_reversed_anniversary_is_one_finding(dates_of: Check) -> None:
    text = "Kỷ niệm 25 năm tái lập tỉnh Hưng Yên (01/01/2022 - 01/01/1997)."
    assert dates_of(text) == [("NT106", "error", "(01/01/2022 - 01/01/1997)")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Đến hết ngày 30/9/2022 đã đạt 70% kế hoạch; báo cáo số liệu trước ngày 01/10/2022 đã gửi huyện.",
        "Các hộ được cấp đất trước ngày 15/10/1993 hoàn thành thủ tục theo quy định.",
        "Nghị quyết áp dụng từ ngày 01/01/2020 đến trước ngày 01/01/2022 hoàn thành chuyển tiếp.",
        "Ủy ban nhân dân xã đã yêu cầu hoàn thành trước ngày 20/12/2022, tuy nhiên đến nay còn hai hộ.",
        "Gửi báo cáo trước ngày 15/12 hằng năm và trước ngày 20/11.",
        "Gửi báo cáo trước ngày 30/3/2023; hoàn thành chậm nhất ngày 15/3/2023.",
    ],
)
def test_past_dates_that_are_no_deadlines(dates_of: Check, sentence: str) -> None:
    assert dates_of(HEADER + "1. Nội dung\n" + sentence) == []


def test_a_stale_year_in_a_deadline(dates_of: Check) -> None:
    text = HEADER + "1. Nội dung\nCác thôn gửi danh sách về Ủy ban nhân dân xã chậm nhất ngày 28/3/2022 để tổng hợp."
    assert dates_of(text) == [("NT116", "warning", "28/3/2022")]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Hòa An, ngày 15 tháng 3 năm 2023", [("NT109", "error", "20/4/2023")]),
        ("Hòa An, ngày      tháng 3 năm 2023", [("NT109", "warning", "20/4/2023")]),
        ("Hòa An, ngày      tháng 4 năm 2023", []),
        ("Hòa An, ngày 20 tháng 4 năm 2023", []),
        ("Hòa An, ngày      tháng      năm 2023", []),
    ],
)
def test_the_own_date_may_be_known_in_part(dates_of: Check, header: str, expected: list[object]) -> None:
    text = HEADER.replace("Hòa An, ngày 15 tháng 3 năm 2023", header)
    text += "Căn cứ Công văn số 30/UBND-VX ngày 20/4/2023 của Ủy ban nhân dân huyện về ngày hội văn hóa;\n"
    assert dates_of(text) == expected


def test_a_malformed_year_is_one_finding_that_knows_the_right_date(read: Read, book: RuleBook) -> None:
    document = read(
        "Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư.\n"
        "Các phòng rà soát theo Nghị định số 30/2020/NĐ-CP ngày 05/3/020 của Chính phủ và báo cáo kết quả.\n"
    )
    (finding,) = check_document(document, book)
    assert (finding.code, document.words(finding.span)) == ("NT101", "05/3/020")
    assert [document.words(related.span) for related in finding.related] == ["05/3/2020"]
    assert [edit.content for edit in finding.fixes[0].edits] == ["05/3/2020"]


def test_a_date_of_effect_is_no_date_of_issue(dates_of: Check) -> None:
    text = HEADER + (
        "Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/6/2022, có hiệu lực từ ngày 01/01/2024;\n"
        "Căn cứ Nghị quyết số 15/NQ-HĐND ngày 15/3/2023 (hiệu lực từ 01/7/2023) của Hội đồng nhân dân xã;\n"
    )
    assert dates_of(text) == []


def test_three_later_documents_mean_a_stale_header(dates_of: Check) -> None:
    text = HEADER + "".join(
        f"Căn cứ Công văn số {number}/UBND-VX ngày {number}/01/2024 của Ủy ban nhân dân huyện về ngày hội;\n"
        for number in (10, 12, 15)
    )
    assert dates_of(text) == [("NT109", "warning", "15 tháng 3 năm 2023")]


@pytest.mark.parametrize("line_end", [" ", "\n", "\n\n"])
def test_wrapping_changes_nothing(read: Read, book: RuleBook, line_end: str) -> None:
    text = (
        "Toàn ngành lập thành tích chào mừng kỷ niệm 133 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1980 - "
        "19/5/2023) và hoàn thành các chỉ tiêu được giao trong năm, góp phần phát triển kinh tế - xã hội "
        "của tỉnh, chăm lo đời sống nhân dân ở cơ sở."
    )
    wrapped = line_end.join(textwrap.wrap(text, 62, break_on_hyphens=False))
    assert [f.code for f in check_document(read(wrapped), book)] == ["NT104"]


# ---- the samples ----------------------------------------------------------------------------------

needs_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not here")


def _rows(name: str) -> list[dict[str, str]]:
    if not SAMPLES.is_dir():
        return []
    with (SAMPLES / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


class Placed(NamedTuple):
    finding: Finding
    row: int
    rows: set[int]  # of all its places


@pytest.fixture(scope="module")
def placed(book: RuleBook) -> Callable[[str], list[Placed]]:
    known: dict[str, list[Placed]] = {}

    def findings(name: str) -> list[Placed]:
        if name not in known:
            document = build_document(decode((SAMPLES / name).read_bytes(), name), book.facts)
            row = document.source.position
            known[name] = [
                Placed(
                    f, row(f.span.start).row, {row(span.start).row for span in (f.span, *(r.span for r in f.related))}
                )
                for f in check_document(document, book)
                if f.code.startswith("NT")
            ]
        return known[name]

    return findings


@needs_samples
@pytest.mark.parametrize(
    ("name", "line", "kind"),
    [
        (row["file"], int(row["line"]), row["class"])
        for row in _rows("gold.tsv")
        if row["class"] in GOLD_CLASSES and row["wanted"] == "yes"
    ],
)
def test_what_a_careful_reader_finds(placed: Callable[[str], list[Placed]], name: str, line: int, kind: str) -> None:
    assert any(line in one.rows for one in placed(name)), kind


@needs_samples
@pytest.mark.parametrize(
    ("name", "line"),
    [
        (row["file"], int(row["line"]))
        for row in _rows("silent.tsv")
        if SILENT_KINDS & set(row["rule_that_must_stay_silent"].split(", "))
    ],
)
def test_what_looks_wrong_and_is_right(placed: Callable[[str], list[Placed]], name: str, line: int) -> None:
    assert [one.finding for one in placed(name) if one.row == line] == []


@needs_samples
def test_nothing_else_is_found_in_the_samples(placed: Callable[[str], list[Placed]]) -> None:
    names = sorted({row["file"] for row in _rows("gold.tsv")})
    gold = {(row["file"], int(row["line"])) for row in _rows("gold.tsv") if row["class"] in GOLD_CLASSES}
    assert {(name, one.row) for name in names for one in placed(name)} <= gold
