"""Rules on cited documents, over whole small documents: what is primary, what is beside it, what is offered."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vnplanlint.document.build import build_document
from vnplanlint.engine import check_document
from vnplanlint.findings import Finding
from vnplanlint.readers.text import from_text
from vnplanlint.rulebook import Language, RuleBook

Check = Callable[[str], list[Finding]]


@pytest.fixture(scope="session")
def check(book: RuleBook) -> Check:
    codes = [code for code in book.cards if code.startswith("VB")]
    return lambda text: check_document(build_document(from_text(text), book.facts), book, codes=codes)


def shown(text: str, finding: Finding) -> str:
    return text[finding.span.start : finding.span.end]


def test_the_minority_date_is_primary_and_every_other_place_is_beside_it(check: Check) -> None:
    text = (
        "Căn cứ Quyết định số 412/QĐ-UBND ngày 10/8/2024 của UBND tỉnh về giao chỉ tiêu.\n\n"
        "Thực hiện Quyết định số 412/QĐ-UBND ngày 08/7/2024 của UBND tỉnh.\n\n"
        "Kinh phí theo Quyết định số 412/QĐ-UBND ngày 08/7/2024 của UBND tỉnh.\n"
    )
    (finding,) = check(text)
    assert (finding.code, finding.severity, shown(text, finding)) == ("VB204", "error", "10/8/2024")
    assert [text[slice(*place.span)] for place in finding.related] == ["08/7/2024", "08/7/2024"]
    assert [edit.content for fix in finding.fixes for edit in fix.edits] == ["08/7/2024"]


def test_a_tie_offers_both_dates(check: Check) -> None:
    text = (
        "Căn cứ Nghị định số 88/2024/NĐ-CP ngày 15/7/2024 của Chính phủ.\n\n"
        "Mức chi theo Nghị định số 88/2024/NĐ-CP ngày 17 tháng 5 năm 2024 của Chính phủ.\n"
    )
    (finding,) = check(text)
    assert [fix.edits[0].content for fix in finding.fixes] == ["15 tháng 7 năm 2024", "17/5/2024"]
    assert {fix.applicability for fix in finding.fixes} == {"unsafe"}


def test_a_known_act_decides_which_date_is_wrong(check: Check) -> None:
    text = (
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 03/5/2020 của Chính phủ.\n\n"
        "Thể thức theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ.\n"
    )
    (finding,) = check(text)
    assert (finding.code, shown(text, finding)) == ("VB204", "03/5/2020")


def test_body_footnote_and_table_are_compared(check: Check) -> None:
    text = (
        "Mức chi theo Nghị định số 88/2024/NĐ-CP ngày 15/7/2024 của Chính phủ.\n\n"
        "| STT | Văn bản |\n|---|---|\n| 1 | Nghị định số 88/2024/NĐ-CP ngày 15/6/2024 |\n"
    )
    assert [finding.code for finding in check(text)] == ["VB204"]


@pytest.mark.parametrize(
    "second",
    [
        "Kế hoạch số 15/KH-UBND ngày 08/01/2024 của UBND tỉnh",  # next year's plan
        "Kế hoạch số 15/KH-UBND ngày 12/01/2023 của UBND huyện",  # another level
        "Kế hoạch số 15/KH-SNV ngày 12/01/2023 của Sở Nội vụ",  # another organ
        "Quyết định số 15/QĐ-UBND ngày 12/01/2023 của UBND tỉnh",  # another type
        "Kế hoạch số 15/KH-UBND của UBND tỉnh",  # no date
    ],
)
def test_two_documents_with_one_number_are_no_contradiction(second: str, check: Check) -> None:
    first = "Kế hoạch số 15/KH-UBND ngày 10/01/2023 của UBND tỉnh"
    assert check(f"Thực hiện {first}.\n\nTheo {second}.\n") == []


def test_one_wrong_year_is_one_finding(check: Check) -> None:
    text = (
        "Căn cứ Nghị định số 88/2024/NĐ-CP ngày 15/7/2024 của Chính phủ.\n\n"
        "Mức chi theo Nghị định số 88/2024/NĐ-CP ngày 15/7/2023 của Chính phủ.\n"
    )
    (finding,) = check(text)
    assert (finding.code, shown(text, finding)) == ("VB207", "15/7/2023")
    assert "15/7/2024" in [text[slice(*place.span)] for place in finding.related]


def test_a_missing_number_word_is_told_once(check: Check) -> None:
    text = (
        "Thực hiện Nghị định 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ.\n\n"
        "Thực hiện Quyết định 15/QĐ-UBND ngày 02/6/2024 của UBND tỉnh.\n"
    )
    (finding,) = check(text)
    assert (finding.code, shown(text, finding)) == ("VB212", "Nghị định 61/2018/NĐ-CP")
    assert [text[slice(*place.span)] for place in finding.related] == ["Quyết định 15/QĐ-UBND"]
    assert [edit.content for edit in finding.fixes[0].edits] == ["số ", "số "]


@pytest.mark.parametrize(
    ("day", "found"),
    [("31 tháng 12 năm 2023", False), ("02 tháng 01 năm 2024", True), ("     tháng 3 năm 2024", True)],
)
def test_succession_is_judged_at_the_day_of_the_document(day: str, found: bool, check: Check) -> None:
    text = (
        f"SỞ NỘI VỤ\nSố: 19/KH-SNV          An Bình, ngày {day}\n\nKẾ HOẠCH\nCông tác thi đua\n\n"
        "Khen thưởng theo Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ.\n"
    )
    assert [finding.code for finding in check(text)] == (["VB210"] if found else [])


def test_the_place_of_a_space_decides(check: Check) -> None:
    typed = "Theo Nghị định số 61/2018/NĐ- CP ngày 23/4/2018 của Chính phủ.\n"
    assert [finding.code for finding in check(typed)] == ["VB213"]


def test_companies_number_as_they_like(check: Check) -> None:
    assert check("Công văn số 12-CV/UBND ngày 02/6/2024 của Công ty Cổ phần An Phát.\n") == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_message_is_complete_in_both_languages(language: Language, book: RuleBook) -> None:
    codes = [code for code in book.cards if code.startswith("VB")]
    for code in codes:
        for example in book.cards[code].bad:
            text = example.text.replace("«", "").replace("»", "")
            findings = check_document(build_document(from_text(text), book.facts), book, language=language, codes=codes)
            for finding in findings:
                said = [finding.message, *(r.message for r in finding.related), *(fix.title for fix in finding.fixes)]
                assert all(words.strip() and "{" not in words for words in said)


def test_the_right_document_is_chosen_where_two_levels_share_a_number(check: Check) -> None:
    text = (
        "Căn cứ Quyết định số 12/2024/QĐ-UBND ngày 15/3/2024 của UBND tỉnh về phân cấp.\n\n"
        "Theo Quyết định số 12/2024/QĐ-UBND ngày 20/3/2024 của UBND huyện về phân công.\n\n"
        "Quyết định số 12/2024/QĐ-UBND ngày 16/3/2024 của UBND tỉnh được gửi các sở.\n"
    )
    assert {shown(text, finding) for finding in check(text)} == {"16/3/2024"}


def test_an_annex_with_another_own_number_points_to_the_header(check: Check) -> None:
    text = (
        "SỞ NỘI VỤ\nSố: 19/QĐ-SNV          An Bình, ngày 15 tháng 3 năm 2021\n\nQUYẾT ĐỊNH\nVề việc khen thưởng\n\n"
        "Điều 1. Khen thưởng các cá nhân có tên trong danh sách kèm theo.\n\n"
        "PHỤ LỤC\n(Kèm theo Quyết định số 91/QĐ-SNV ngày 15/3/2021 của Sở Nội vụ)\n"
    )
    (finding,) = check(text)
    assert (finding.code, shown(text, finding)) == ("VB211", "91/QĐ-SNV")
    assert [text[slice(*place.span)] for place in finding.related] == ["19/QĐ-SNV"]
