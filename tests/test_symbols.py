"""The grammar of numbers and symbols: well formed, broken, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnplanlint.mentions.diagnosis import diagnose
from vnplanlint.mentions.loose_symbols import find_loose_symbols, likely_years
from vnplanlint.mentions.symbols import (
    find_symbols,
    grammar_of,
    is_party_type,
    is_state_type,
    parse_symbol,
)
from vnplanlint.rulebook import RuleBook

WELL_FORMED = [
    ("158/KH-UBND", "admin", "158", None, "KH", ("UBND",)),
    ("05/CT-UBND", "admin", "5", None, "CT", ("UBND",)),
    ("16/KH-MTTQ-BTT", "admin", "16", None, "KH", ("MTTQ", "BTT")),
    ("749/QĐ-TTg", "admin", "749", None, "QĐ", ("TTg",)),
    ("12a/QĐ-UBND", "admin", "12a", None, "QĐ", ("UBND",)),
    ("427/UBND-THVX", "dispatch", "427", None, "", ("UBND", "THVX")),
    ("91/2017/NĐ-CP", "qppl", "91", 2017, "NĐ", ("CP",)),
    ("66.7/2025/NQ-CP", "qppl", "66.7", 2025, "NQ", ("CP",)),
    ("01/2016/TTLT-BNV-BTC", "joint", "1", 2016, "TTLT", ("BNV", "BTC")),
    ("06/2022/QH15", "law", "6", 2022, "", ("QH15",)),
    ("351/2017/UBTVQH14", "law", "351", 2017, "", ("UBTVQH14",)),
    ("1662/NQ-UBTVQH15", "ubtv", "1662", None, "NQ", ("UBTVQH15",)),
    ("89/VBHN-VPQH", "vbhn", "89", None, "VBHN", ("VPQH",)),
    ("34-CT/TW", "party", "34", None, "CT", ("TW",)),
    ("3792-BC/BCSĐCP", "party", "3792", None, "BC", ("BCSĐCP",)),
    ("435-KH/TĐTN-CTĐ&TTN", "youth", "435", None, "KH", ("TĐTN", "CTĐ&TTN")),
    ("02/KH-LĐLĐ", "admin", "2", None, "KH", ("LĐLĐ",)),
]


@pytest.mark.parametrize(("text", "shape", "number", "year", "kind", "organs"), WELL_FORMED)
def test_a_well_formed_symbol_is_taken_apart(text, shape, number, year, kind, organs) -> None:  # type: ignore[no-untyped-def]
    symbol = parse_symbol(text, 0)
    assert symbol is not None
    assert (symbol.text, symbol.shape, symbol.number, symbol.year) == (text, shape, number, year)
    assert (symbol.type, symbol.organs, symbol.span.end) == (kind, organs, len(text))


def test_the_term_of_the_national_assembly_is_read() -> None:
    symbol = parse_symbol("06/2022/QH15", 0)
    assert symbol is not None
    assert symbol.term == 15


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nghị định số 30/2020/NĐ-   CP ngày", "30/2020/NĐ-CP"),
        ("số 02 /KH-LĐLĐ", "02/KH-LĐLĐ"),
        ("30/2020/NĐ-CPvề công tác văn thư", "30/2020/NĐ-CP"),
        ("749/QĐ-TTgvề việc", "749/QĐ-TTg"),
        ("30/2020/NĐ-CPSau khi", "30/2020/NĐ-CP"),
        ("30/2020/NĐ-CP. Sau khi", "30/2020/NĐ-CP"),
        ("30/2020/NĐ-CP1 về", "30/2020/NĐ-CP"),
        ("06/2022/QH152 quy định", "06/2022/QH15"),
        ("88/CT-QLDN2 ngày", "88/CT-QLDN2"),
        ("12/KH-UBND - Sở Nội vụ", "12/KH-UBND"),
        ("SỐ 05/CT-TTG NGÀY", "05/CT-TTG"),
    ],
)
def test_layout_marks_and_words_glued_on_stay_outside(text: str, expected: str, book: RuleBook) -> None:
    assert [symbol.text for symbol in find_symbols(text, grammar_of(book.facts))] == [expected]


@pytest.mark.parametrize("text", ["Số:      /KH-SLĐTBXH", "Số   -HD/BTGTU", "Số: ..... /QĐ-UBND"])
def test_a_blank_own_number_is_read_without_its_number(text: str) -> None:
    (symbol,) = find_symbols(text)
    assert symbol.number == ""
    assert symbol.organs


@pytest.mark.parametrize(
    "text",
    [
        "QCVN 05:2013/BTNMT", "TCVN 5687:2010/BXD", "Km12+300/QL9", "2D/3D", "24/24 giờ", "bản đồ 1/2000",
        "40/45 hộ", "số 12/5 đường Lê Lợi", "2.000123", "ngày 27/8/2021 UBND tỉnh", "năm 2021 UBND",
        "van-ban/12-KH-UBND.pdf", "158/KH-UBND.docx", "03-07/2024/CV-MNP", "05/04/2023/PX", "MN-017/23",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_symbol_is_none(text: str, book: RuleBook) -> None:
    grammar = grammar_of(book.facts)
    strict = find_symbols(text, grammar)
    assert strict == []
    assert list(find_loose_symbols(text, strict, grammar)) == []


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("27/20191QĐ-UBND", "27/2019/QĐ-UBND"),
        ("30/2020//NĐ-CP", "30/2020/NĐ-CP"),
        ("66.7.2025/NQ-CP", "66.7/2025/NQ-CP"),
        ("98-NQ-BCSD", "98-NQ/BCSĐ"),
        ("12-QĐ-UBND", "12/QĐ-UBND"),
        ("12QĐ-UBND", "12/QĐ-UBND"),
        ("30/2020NĐ-CP", "30/2020/NĐ-CP"),
        ("34CT/TW", "34-CT/TW"),
        ("12/QĐ/UBND", "12/QĐ-UBND"),
        ("05/CT/TW", "05-CT/TW"),
        ("06-2022-QH15", "06/2022/QH15"),
        ("12\\QĐ-UBND", "12/QĐ-UBND"),
        ("12/QĐ_UBND", "12/QĐ-UBND"),
        ("12/QĐ.UBND", "12/QĐ-UBND"),
        ("12/KH – UBND", "12/KH-UBND"),
        ("10/CT UBND", "10/CT-UBND"),
    ],
)
def test_a_broken_symbol_is_read_by_the_loose_pass(text: str, likely: str, book: RuleBook) -> None:
    grammar = grammar_of(book.facts)
    strict = find_symbols(text, grammar)
    (symbol,) = find_loose_symbols(text, strict, grammar)
    assert strict == []
    assert (symbol.shape, symbol.likely, symbol.span) == ("malformed", likely, (0, len(text)))


@pytest.mark.parametrize(
    ("text", "defect", "likely"),
    [
        ("50/KHLĐTBXH", "hyphen-lost", "50/KH-LĐTBXH"),
        ("30/2020/NĐCP", "hyphen-lost", "30/2020/NĐ-CP"),
        ("427/UBNDTHVX", "hyphen-perhaps-lost", "427/UBND-THVX"),
        ("37/KH-TU", "party-organ", "37-KH/TU"),
        ("12-KH/UBND", "state-organ", "12/KH-UBND"),
        ("15/QD-UBND", "d", "15/QĐ-UBND"),
        ("16/KH-LDLD", "d", "16/KH-LĐLĐ"),
        ("15/QĐ-UBNĐ", "d", "15/QĐ-UBND"),
        ("52/KH-LĐTBOXH", "letter", "52/KH-LĐTBXH"),
        ("13/QĐ-UBDN", "swapped", "13/QĐ-UBND"),
        ("158/KH-UBND", "", ""),
        ("12/TTHĐND-VP", "", ""),
        ("12/TTCP-C1", "", ""),
        ("12/QĐ-UBNDTP", "", ""),
    ],
)
def test_a_symbol_of_the_right_shape_is_diagnosed(text: str, defect: str, likely: str, book: RuleBook) -> None:
    grammar = grammar_of(book.facts)
    symbol = parse_symbol(text, 0, grammar)
    assert symbol is not None
    found = diagnose(symbol, "", grammar)
    assert (found.defect, found.likely) == (defect, likely)


def test_the_likely_year_drops_one_digit() -> None:
    assert likely_years("20191") == ["2011", "2019"]
    assert likely_years("020") == []


def test_the_grammar_knows_every_abbreviation_of_the_facts(book: RuleBook) -> None:
    for entry in book.facts.document_types:
        if entry.abbreviation:
            knows = is_party_type if entry.system == "party" else is_state_type
            assert knows(entry.abbreviation), entry


numbers = st.integers(1, 99_999).map(str)
types = st.sampled_from(["KH", "QĐ", "CTr", "TTr", "NQ", "BC", "TB"])
organs = st.sampled_from(["UBND", "HĐND", "TTg", "SNV", "BGDĐT", "LĐLĐ", "CTĐ&TTN", "VX", "QLDN2"])
tails = st.lists(organs, min_size=1, max_size=3).map("-".join)
years = st.integers(1946, 2099).map(str)
symbols = st.one_of(
    st.builds("{}/{}-{}".format, numbers, types, tails),
    st.builds("{}/{}/{}-{}".format, numbers, years, types, tails),
    st.builds("{}-{}/{}".format, numbers, types, tails),
    st.builds("{}/{}/QH{}".format, numbers, years, st.integers(10, 20)),
)


@settings(max_examples=80, deadline=None)
@given(symbols)
def test_symbols_come_back_as_they_were_written(text: str) -> None:
    symbol = parse_symbol(f"Kế hoạch số {text} ngày", len("Kế hoạch số "))
    assert symbol is not None
    assert symbol.text == text
    year = f"{symbol.year_text}/" if symbol.year_text else ""
    if symbol.shape in ("party", "youth"):
        again = f"{symbol.number}-{symbol.type}/{'-'.join(symbol.organs)}"
    else:
        again = f"{symbol.number}/{year}" + "-".join(part for part in (symbol.type, *symbol.organs) if part)
    assert again == text


@settings(max_examples=80, deadline=None)
@given(symbols, st.integers(1, 40))
def test_a_line_that_ends_after_the_hyphen_changes_nothing_but_the_span(text: str, gap: int) -> None:
    plain, place = parse_symbol(text, 0), text.rindex("-") + 1 if "-" in text else 0
    if plain is None or not place or not text[place : place + 2].isupper() or plain.shape == "party":
        return
    wrapped = parse_symbol(text[:place] + " " * gap + text[place:], 0)
    assert wrapped is not None
    assert wrapped._replace(span=plain.span) == plain
