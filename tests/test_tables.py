"""Tables out of rows, and the arithmetic they are judged by."""

from __future__ import annotations

import pytest

from vnplanlint.checks.quantities.table_total import table_total
from vnplanlint.document.build import build_document
from vnplanlint.document.model import Document
from vnplanlint.document.tables import find_tables, number_of
from vnplanlint.readers.text import from_text
from vnplanlint.rulebook import load

BOOK = load()


def document(text: str) -> Document:
    return build_document(from_text(text), BOOK.facts)


def cells(text: str) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in table.rows] for table in find_tables(document(text))]


def hits(text: str) -> list[str]:
    read = document(text)
    return [read.text[hit.span.start : hit.span.end] for hit in table_total(read)]


PIPES = """
| STT | Nội dung | Tiền |
|---|---|---:|
| 1 | **In ấn** | 200.000 |
|  | Tổng cộng | 200.000 |
"""


def test_pipes_with_empty_cells_and_marks() -> None:
    assert cells(PIPES) == [[["STT", "Nội dung", "Tiền"], ["1", "In ấn", "200.000"], ["", "Tổng cộng", "200.000"]]]


def test_tabs_with_missing_cells_at_the_end() -> None:
    assert cells("Tên\tNam\tNữ\nAn\t5\t6\nBình\t7\n") == [[["Tên", "Nam", "Nữ"], ["An", "5", "6"], ["Bình", "7", ""]]]


def test_a_row_alone_is_no_table() -> None:
    assert cells("Đoạn văn.\n\n| a | 1 | 2 |\n\nĐoạn văn.\n") == []


def test_cells_know_where_they_stand() -> None:
    read = document(PIPES)
    for table in find_tables(read):
        for row in table.rows:
            for cell in row:
                assert " ".join(read.text[cell.span.start : cell.span.end].split()) == cell.text


def test_numbers_fill_their_cell() -> None:
    (table,) = find_tables(
        document("| a | 1.200 | 5 hộ | 12,5 | 1.20.000 |\n|---|---|---|---|---|\n| b | 2 | x | - | 3 |\n")
    )
    assert [number and number.thousandths for number in map(number_of, table.rows[0])] == [
        None,
        1_200_000,
        None,
        12_500,
        None,
    ]


def table(*rows: str) -> str:
    return "\n".join(["| " + row.replace(";", " | ") + " |" for row in rows]) + "\n"


HEAD = "TT;Đơn vị;Nam;Nữ"


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ([HEAD, "1;An;3;4", "2;Bình;5;6", ";Cộng;8;10"], []),
        ([HEAD, "1;An;3;4", "2;Bình;5;6", ";Cộng;8;11"], ["11"]),
        ([HEAD, "1;An;3;4", "2;Bình;5;6", ";Cộng;9;11"], []),  # nothing holds
        ([HEAD, ";Tổng số;8;11", "1;An;3;4", "2;Bình;5;6"], ["11"]),
        (["TT;Tên;2023;2024", "1;An;3;4", "2;Bình;5;6", ";Cộng;8;11"], ["11"]),
        (["TT;Tên;Số", "1;2;3", "1;An;3", "2;Bình;5", "3;Chi;1", ";Cộng;10"], ["10"]),
        (["TT;Tên;Số", "1;An;3", "x;Bình;5", ";Cộng;10"], []),  # one sum, items not numbered
        (["TT;Tên;Số;Tỷ lệ", "1;An;3;10", "2;Bình;5;20", ";Cộng;8;15"], []),
        (
            ["TT;Tên;Số;Ghi chú", "1;An;3;9", "2;Bình;5;9", ";Cộng;8;9"],
            [],
        ),  # 9 is no sum: below two of its parts' total
        ([HEAD, "1;An;3;-", "2;Bình;5;6", ";Cộng;8;6"], []),
        ([HEAD, "1;An;3;6 ca", "2;Bình;5;6", ";Cộng;8;7"], []),
        ([HEAD, "1;An;3;4", ";Cộng;3;4", "2;Bình;5;6", ";Cộng;5;7"], []),  # two totals
    ],
)
def test_totals(rows: list[str], wanted: list[str]) -> None:
    assert hits(table(*rows)) == wanted


def test_a_cell_that_breaks_two_totals_is_named() -> None:
    rows = ["TT;Thôn;Tổng số;Nam;Nữ", "1;A;50;20;30", "2;B;45;25;28", "3;C;40;18;22", ";Cộng;135;63;72"]
    assert hits(table(*rows)) == ["28"]


def test_subtotals() -> None:
    rows = ["TT;Tên;Tiền", "I;Chi A;30", "1;a;10", "2;b;20", "II;Chi B;70", "1;c;30", "2;d;40", ";Tổng cộng;100"]
    assert hits(table(*rows)) == []
    assert hits(table(*rows).replace("| II | Chi B | 70", "| II | Chi B | 71")) == ["71"]
    assert hits(table(*rows).replace("| c | 30", "| c | 33")) == ["70"]


def test_products() -> None:
    rows = ["TT;Tên;Số lượng;Đơn giá;Thành tiền", "1;a;2;10;20", "2;b;3;20;60", "3;c;4;30;120"]
    assert hits(table(*rows)) == []
    assert hits(table(*rows).replace("| 120 |", "| 130 |")) == ["130"]


SHARES = ["TT;Tên;Số;Tỷ lệ (%)", "1;An;500;50", "2;Bình;300;30", "3;Chi;200;20", ";Cộng;1.000;100"]


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("300;30", "300;30", []),
        ("300;30", "300;33", ["33"]),
        ("300;30", "300;30,0%", []),
        ("300;30", "300;33,0%", ["33,0"]),
        ("300;30", "300;30,09", []),
        ("300;30", "300;30,11", ["30,11"]),
        ("1.000;100", "1.000;", []),  # three rows prove nothing
    ],
)
def test_shares(old: str, new: str, wanted: list[str]) -> None:
    assert hits(table(*(row.replace(old, new) for row in SHARES))) == wanted


def test_two_wrong_shares_are_another_reckoning() -> None:
    assert hits(table(*(row.replace("00;50", "00;51").replace("00;20", "00;19") for row in SHARES))) == []
