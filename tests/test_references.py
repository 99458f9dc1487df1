"""Cited documents: what belongs to which, in the ways that administrative texts say it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnplanlint.mentions.dates import find_dates
from vnplanlint.mentions.model import DocumentReference
from vnplanlint.mentions.reference_keys import key_of
from vnplanlint.mentions.references import find_references
from vnplanlint.rulebook import RuleBook, load

Find = Callable[[str], list[DocumentReference]]
FACTS = load().facts


@pytest.fixture
def find(book: RuleBook) -> Find:
    return lambda text: find_references(text, find_dates(text), book.facts)


def said(reference: DocumentReference) -> tuple[str, str, str, str]:
    """Type word, symbol, date and issuer."""
    day = reference.date
    date = f"{day.day}/{day.month}/{day.year}" if day else ""
    return reference.type_word, reference.symbol.text if reference.symbol else "", date, reference.issuer


def test_a_full_citation(find: Find) -> None:
    (reference,) = find("Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;")
    assert said(reference) == ("Nghị định", "30/2020/NĐ-CP", "5/3/2020", "Chính phủ")
    assert reference.title == "về công tác văn thư"
    assert reference.has_number_word


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 15/QĐ-UBND ngày 02/6/2024 của UBND tỉnh",
        "Quyết định số 15/QĐ-UBND, ngày 02/6/2024 của UBND tỉnh",
        "Quyết định số 15/QĐ-UBND (ngày 02/6/2024) của UBND tỉnh",
        "Quyết định số 15/QĐ-UBND ban hành ngày 02/6/2024 của UBND tỉnh",
        "Quyết định số 15/QĐ-UBND của UBND tỉnh ngày 02/6/2024",
        "Quyết   định số     15/QĐ-   UBND ngày    02/6/2024 của UBND   tỉnh",
    ],
)
def test_the_date_is_found_where_it_stands(text: str, find: Find) -> None:
    (reference,) = find(text)
    assert " ".join(reference.type_word.split()) == "Quyết định"
    assert said(reference)[1:] == ("15/QĐ-UBND", "2/6/2024", "UBND tỉnh")


def test_nested_titles_keep_their_own_date_issuer_and_title(find: Find) -> None:
    outer, inner = find(
        "Nghị định số 45/2024/NĐ-CP ngày 02/5/2024 của Chính phủ sửa đổi Nghị định số 30/2020/NĐ-CP "
        "ngày 05/3/2020 của Chính phủ về công tác văn thư"
    )
    assert said(outer)[2:] == ("2/5/2024", "Chính phủ")
    assert said(inner)[2:] == ("5/3/2020", "Chính phủ")
    assert inner.title == "về công tác văn thư"
    assert (outer.nested_in, inner.nested_in) == (None, 0)


def test_a_coordinate_document_ends_the_title_before_it(find: Find) -> None:
    first, second = find(
        "Nghị quyết số 01-NQ/TU ngày 20/4/2021 của Tỉnh ủy về chuyển đổi số đến năm 2025, định hướng đến năm 2030 "
        "và Kế hoạch số 50/KH-SNV ngày 29/7/2021"
    )
    assert first.title == "về chuyển đổi số đến năm 2025, định hướng đến năm 2030"
    assert second.nested_in is None


def test_an_amendment_in_brackets_does_not_take_the_outer_issuer(find: Find) -> None:
    outer, inner = find(
        "Nghị định số 1/2020/NĐ-CP ngày 02/01/2020 (được sửa đổi tại Nghị định số 5/2023/NĐ-CP ngày 03/02/2023) "
        "của Chính phủ về công tác lưu trữ"
    )
    assert said(outer) == ("Nghị định", "1/2020/NĐ-CP", "2/1/2020", "Chính phủ")
    assert said(inner) == ("Nghị định", "5/2023/NĐ-CP", "3/2/2023", "")
    assert outer.title == "về công tác lưu trữ"


def test_a_list_shares_its_type_word_and_only_the_last_item_the_date(find: Find) -> None:
    references = find("các Chỉ thị số 31/CT-UBND, 32/CT-UBND và 35/CT-UBND ngày 06/9/2024 của UBND tỉnh")
    assert [said(reference)[:3] for reference in references] == [
        ("Chỉ thị", "31/CT-UBND", ""),
        ("Chỉ thị", "32/CT-UBND", ""),
        ("Chỉ thị", "35/CT-UBND", "6/9/2024"),
    ]


def test_bare_numbers_share_the_tail_of_the_symbol(find: Find) -> None:
    first, second = find("Quyết định số 410 và 415/QĐ-UBND ngày 12/5/2021")
    assert (key_of(first), first.date) == (key_of(second)._replace(number="410"), None)  # type: ignore[union-attr]
    assert said(second)[2] == "12/5/2021"


def test_the_type_word_carries_over_a_date(find: Find) -> None:
    references = find("Quyết định số 5/QĐ-SNV ngày 02/3/2025 và số 9/QĐ-SNV ngày 04/4/2025")
    assert [said(reference)[:3] for reference in references] == [
        ("Quyết định", "5/QĐ-SNV", "2/3/2025"),
        ("Quyết định", "9/QĐ-SNV", "4/4/2025"),
    ]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Luật Thi đua, khen thưởng số 06/2022/QH15", "Luật"),
        ("Nghị quyết của Hội đồng nhân dân tỉnh số 12/NQ-HĐND", "Nghị quyết"),
        ("Thông báo kết luận số 8-TB/TU", "Thông báo kết luận"),
        ("Chương trình hành động số 83-CTr/TU", "Chương trình hành động"),
        ("QĐ số 12/QĐ-UBND", "QĐ"),
        ("hướng dẫn số 2611/HD-BTĐKT", "hướng dẫn"),
        ("hướng dẫn của Bộ Tư pháp: số 14/2019/TT-BTP", ""),
    ],
)
def test_the_type_word_is_the_nearest_that_fits(text: str, word: str, find: Find) -> None:
    (reference,) = find(text)
    assert reference.type_word == word


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("QĐ số 3/QĐ-BVHTTDL của Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch và các văn bản", None),
        ("của Sở Lao động - Thương binh và Xã hội về việc", "Sở Lao động - Thương binh và Xã hội"),
        ("của Bộ Nội vụ quy định chi tiết", "Bộ Nội vụ"),
        ("của Bộ Chính trị (khóa XI)", "Bộ Chính trị"),
        ("của Ủy ban nhân dân tỉnh và Sở Nội vụ", "Ủy ban nhân dân tỉnh"),
        ("của tỉnh", ""),
    ],
)
def test_the_issuer_ends_where_its_name_does(text: str, issuer: str | None, find: Find) -> None:
    (reference,) = find(text if issuer is None else f"Quyết định số 3/QĐ-ABC ngày 02/3/2024 {text}")
    assert reference.issuer == ("Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch" if issuer is None else issuer)


def test_an_effective_date_is_not_the_issue_date(find: Find) -> None:
    (reference,) = find("Luật số 06/2022/QH15, có hiệu lực từ ngày 01/01/2024")
    assert reference.date is None


def test_a_date_before_the_issuer_and_its_verb_is_uncertain(find: Find) -> None:
    (reference,) = find("Ngày 05/6/2025, Sở Nội vụ có Công văn số 88/SNV-CCVC về tuyển dụng")
    assert said(reference)[2] == "5/6/2025"
    assert not reference.date_certain


def test_the_date_of_receipt_is_not_the_issue_date(find: Find) -> None:
    (reference,) = find("Ngày 02/6/2025, Sở nhận được Công văn số 7/UBND-KT ngày 30/5/2025")
    assert said(reference)[2] == "30/5/2025"


@pytest.mark.parametrize(
    "text",
    [
        "(Kèm theo Quyết định số 12/QĐ-UBND ngày 03/4/2024 của UBND xã)",
        "(Ban hành kèm theo Quyết định số      /QĐ-UBND ngày     tháng 5 năm 2026)",
        "Số: 12/KH-UBND",
        "SỞ NỘI VỤ\tSố 12-KH/ĐU",
    ],
)
def test_the_own_number_is_known_by_the_words_around_it(text: str, find: Find) -> None:
    (reference,) = find(text)
    assert reference.own


def test_an_annex_of_another_act_is_not_own(find: Find) -> None:
    (reference,) = find("theo Phụ lục II kèm theo Nghị định số 30/2020/NĐ-CP")
    assert not reference.own


def test_a_law_by_its_year(find: Find) -> None:
    (reference,) = find("theo Luật Thi đua, khen thưởng năm 2013 và quy chế")
    assert (reference.type_word, reference.symbol, reference.title) == ("Luật", None, "Thi đua, khen thưởng")


@pytest.mark.parametrize(
    "text", ["giấy phép số 220/ĐK-X", "Công ty số 2- X", "hồ sơ số 58/2023", "tổ 12/KP ba", "đoạn Km12+300/QL9"]
)
def test_a_number_of_another_kind_is_no_reference(text: str, find: Find) -> None:
    assert find(text) == []


BLOCKS = st.sampled_from(
    [
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư;",
        "các Chỉ thị số 31/CT-UBND, 32/CT-UBND và 35/CT-UBND ngày 06/9/2024",
        "Số: 12/KH-UBND\tHà Nội, ngày 03 tháng 4 năm 2024",
        "sửa đổi Quyết định số 5/QĐ-SNV ngày 02/3/2025 về việc thay Quyết định số 4/QĐ-SNV",
        "và số 50/KHLĐTBXH ngày 29/7/2021 của Sở Lao động",
        "theo Quyết định của Thủ tướng Chính phủ; Luật Lưu trữ năm 2011",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "ngày 27/8/2021",
        "98-NQ-BCSD",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(BLOCKS, min_size=2, max_size=5))
def test_a_document_reads_as_its_blocks_one_by_one(blocks: list[str]) -> None:
    def find(text: str) -> list[DocumentReference]:
        return find_references(text, find_dates(text), FACTS)

    expected: list[tuple[object, ...]] = []
    start = 0
    for block in blocks:
        parts, before = find(block), len(expected)
        expected += [
            (
                part.span.shifted(start),
                part.type_word,
                part.symbol.text if part.symbol else "",
                part.date.span.shifted(start) if part.date else None,
                part.issuer,
                part.title,
                part.own,
                None if part.nested_in is None else part.nested_in + before,
            )
            for part in parts
        ]
        start += len(block) + 1
    whole = [
        (r.span, r.type_word, r.symbol.text if r.symbol else "", r.date.span if r.date else None, r.issuer, r.title,
         r.own, r.nested_in)
        for r in find("\n".join(blocks))
    ]  # fmt: skip
    assert whole == expected


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="Quyết định số ngày 0123456789/-–.()“”QĐUBNDKHTWăâêô,;:\n\t", max_size=120))
def test_any_text_is_read_and_in_order(text: str) -> None:
    references = find_references(text, find_dates(text), FACTS)
    assert all(first.span.start <= second.span.start for first, second in pairwise(references))
    assert all(0 <= r.span.start < r.span.end <= len(text) and "\n" not in text[slice(*r.span)] for r in references)


@pytest.mark.parametrize(
    "text", ["1/" * 20_000, "12/KH-UBND" + " " * 30_000 + "x", "12/" + "Aa" * 20_000, "số " * 20_000]
)
def test_odd_texts_cost_no_more_than_their_length(text: str) -> None:
    start = perf_counter()
    find_references(text, [], FACTS)
    assert perf_counter() - start < 1.5
