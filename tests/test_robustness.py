"""Any text, any bytes: an answer in proportion to the length, never a crash."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnplanlint.document.build import build_document
from vnplanlint.engine import check_document
from vnplanlint.findings import Finding
from vnplanlint.messages import knows
from vnplanlint.readers.source import Source
from vnplanlint.readers.text import ReadError, decode, from_text
from vnplanlint.rulebook import load

BOOK = load()
WORDING = (
    "KẾ HOẠCH", "QUYẾT ĐỊNH", "ỦY BAN NHÂN DÂN", "TỈNH NINH BÌNH", "Số:", "Số:     /KH-UBND", "Căn cứ", "Kính gửi:",
    "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "Ninh Bình, ngày 05 tháng 4 năm 2021",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "PHỤ LỤC I", "Phụ lục 02", "kèm theo", "về việc",
    "của Chính phủ", "của UBND tỉnh", "ngày", "tháng", "năm", "quý II/2021", "hằng năm", "thứ Hai", "Quyết định này",
)  # fmt: skip
NUMERALS = (
    "I.", "II.", "IV", "1.", "2.", "1.1.", "2.3.1", "10.", "a)", "đ)", "f)", "(1)", "(ii)", "Điều 1.", "Điều 5", "Chương II",
    "Giai đoạn 1:", "Đợt 2", "- ", "+ ", "* ", "khoản 2 Điều 5", "mục III Kế hoạch này", "02 giai đoạn như sau:", "3 nội dung:",
)  # fmt: skip
DATES = (
    "05/4/2021", "31/4/2021", "15/13/2020", "5-4-2021", "5.4.2021", "0/0/0000", "99/99/99999", "05, 06/6/2024",
    "03 - 09/8/2024", "(01/4/1992 - 01/4/2021)", "kỷ niệm 30 năm tái lập tỉnh", "131 năm Ngày sinh Chủ tịch Hồ Chí Minh",
    "2021-2025", "2025 - 2021", "thứ Ba, ngày 05/4/2021", "năm Giáp Tý 2024", "khóa XV nhiệm kỳ 2021 - 2026", "lần thứ XIII",
)  # fmt: skip
REFERENCES = (
    "Quyết định số 12/QĐ-UBND ngày 05/4/2021", "Kế hoạch số 12/QĐ-UBND", "30/2020/NĐ-CP", "12/2020//NQ-HĐND", "5/UBND_VX",
    "34-CT/TW", "Luật số 06/2022/QH15", "số 410 và 415/QĐ-UBND", "/KH-UBND", "12-KH-UBND.pdf", "07/2025/TT-BNNV", "1/A-",
)  # fmt: skip
SIGNS = (
    "“", "”", '"', "‘", "’", "(", ")", "[", "|", "| a | b |", "|---|", "\t", "**", "# ", "> ", "`", "<br>", "<!--", "-->", "…",
    "......", "-----", "–", "/", "\\", "{", "}", "{0}", "%s", ".", ";", ":", ",", "./.", "9" * 60, "I" * 60, "(" * 60, " " * 60,
)  # fmt: skip
ODD = (
    "\r\n", "\r", "\f", "\v", "\x1b[31m", "\u0085", "\u2028", "\u00a0", "\u200b", "\u200d", "\ufeff", "\u202e", "אב", "😀", "👨\u200d👩",
    "\ue000", "\uf0b7", "\u0301", "\u0323\u0302", "e\u0302\u0323", "Uỷ ban nha\u0302n da\u0302n", "ƣ", "ð", "²", "①", "٣", "Ⅳ", "İ", "ß", "ŉ",
    "\U0010ffff",
)  # fmt: skip
FRAGMENT = st.sampled_from(WORDING + NUMERALS + DATES + REFERENCES + SIGNS + ODD)
GLUE = st.sampled_from(("", " ", "  ", "\n", "\n", "\n\n", "\t", "   "))
TEXT = st.lists(st.tuples(FRAGMENT, GLUE), max_size=40).map(lambda pieces: "".join(map("".join, pieces)))


def checked(source: Source) -> list[Finding]:
    document = build_document(source, BOOK.facts)
    assert len(document.text) == len(source.text)
    return check_document(document, BOOK, language="en")


def assert_sound(source: Source, findings: list[Finding]) -> None:
    length = len(source.text)
    for finding in findings:
        edits = [edit.span for fix in finding.fixes for edit in fix.edits]
        for span in (finding.span, *(related.span for related in finding.related), *edits):
            assert 0 <= span.start <= span.end <= length
            first, last = source.position(span.start), source.position(span.end)
            assert (1, 1) <= first <= last
        assert finding.span.start < finding.span.end
        assert finding.message.strip()
        for fix in finding.fixes:
            spans = sorted(edit.span for edit in fix.edits)
            assert spans
            assert all(one.end <= other.start for one, other in pairwise(spans)), fix
    places = [(finding.span, finding.code) for finding in findings]
    assert places == sorted(places)


@settings(max_examples=60, deadline=None)
@given(TEXT)
def test_any_text_gives_sound_findings_and_the_same_again(text: str) -> None:
    source = from_text(text)
    findings = checked(source)
    assert_sound(source, findings)
    assert checked(from_text(text)) == findings


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=300) | TEXT.map(lambda text: text.encode("utf-16")) | TEXT.map(str.encode), st.binary(max_size=4)
)
def test_any_bytes_are_read_or_refused(data: bytes, more: bytes) -> None:
    try:
        source = decode(data + more, "a.txt")
    except ReadError as error:
        return reason_is_known(error)
    assert_sound(source, checked(source))


def reason_is_known(error: ReadError) -> None:
    assert knows(error.reason)


LENGTH = 60_000


@pytest.mark.parametrize(
    "unit",
    [
        "1", "(", "“", "“a\n", "’ ", "I", " ", "\t", "|", "\n", "-----\n", "…", "*", "<!--", "<a ", "a\n", "a-\n", "một dòng ngắn\n",
        "1.1.", "a) ", "1. a\na) b\n", "Điều 1.\n", "số ", "ngày ", "12/", "12/QĐ-", "20 năm ", "Căn cứ ", "ỦY BAN NHÂN DÂN\n",
        "Quyết định số 1/QĐ-UBND ngày 1/1/2021 về việc ban hành ", "Quyết định số 12/QĐ-UBND ngày 05/4/2021 của UBND tỉnh;\n",
        "kỷ niệm 30 năm tái lập tỉnh Ninh Bình (01/4/1992-01/4/2022)\n", "e\u0302\u0323", "\u0301", "\u200b", "a\r\n",
        "123   456   abc   ", "123\tabc\t1.000\t", "| 12 | 1.000 ", "Nơi nhận: ", "Kế hoạch số 12/KH-UBND, ngày 5/4/2021. ",
    ],
)  # fmt: skip
def test_repetition_does_not_hang(unit: str) -> None:
    """What grew with the square of the length took minutes here."""
    text = unit * (LENGTH // len(unit))
    source = from_text("KẾ HOẠCH\n\n" + text)
    assert_sound(source, checked(source))


def test_questions_to_a_document_do_not_go_through_it() -> None:
    """Thousands of quotations: a question about one place compares only a few of them."""
    document = build_document(from_text("“Một việc” và việc khác.\n" * 4000), BOOK.facts)
    assert len(document.quotations) == 4000
    assert document.in_quotation(document.text.rindex("Một"))
    assert not document.in_quotation(document.text.rindex("khác"))
