from __future__ import annotations

import pytest

from vnplanlint.mentions.cross_references import find_cross_references


def read(text: str) -> list[tuple[str, str]]:
    return [
        (" ".join(f"{unit} {numeral}" for unit, numeral in reference.path), reference.owner)
        for reference in find_cross_references(text)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("theo khoản 3 Điều 21 Luật Đất đai", [("Điều 21 khoản 3", "other")]),
        ("điểm a khoản 2 Điều 5 Nghị định số 1", [("Điều 5 khoản 2 điểm a", "other")]),
        ("tại Điều 5 Quyết định này", [("Điều 5", "this")]),
        ("tại mục III của Kế hoạch này", [("mục III", "this")]),
        ("tại phần II nêu trên", [("phần II", "this")]),
        ("khoản 2 mục II Kế hoạch này", [("mục II khoản 2", "this")]),
        ("mục II.2 Kế hoạch này", [("mục II.2", "this")]),
        ("Điều 1, Điều 2 và Điều 3 Quyết định này", [("Điều 1", "this"), ("Điều 2", "this"), ("Điều 3", "this")]),
        ("khoản 3 Điều 6; khoản 1 Điều 8 Luật X", [("Điều 6 khoản 3", "other"), ("Điều 8 khoản 1", "other")]),
        ("Phụ lục II kèm theo Nghị định số 30/2020/NĐ-CP", [("Phụ lục II", "other")]),
        ("Phụ lục 01 kèm theo Kế hoạch này", [("Phụ lục 01", "this")]),
        ("(Phụ lục II đính kèm)", [("Phụ lục II", "this")]),
        ("mục 3.1 của đề án", [("mục 3.1", "other")]),
        ("mục 5 Phụ lục 2 TCVN 9999:2026", [("Phụ lục 2 mục 5", "other")]),
        ("Thời hạn tại Điều 6 khó thực hiện", [("Điều 6", "")]),
    ],
)
def test_path_and_owner(text: str, wanted: list[tuple[str, str]]) -> None:
    assert read(text) == wanted


@pytest.mark.parametrize(
    "text", ["70 phần trăm", "danh mục 150 dự án", "học phần 2", "khoản chi 5 triệu", "đạt điểm 10", "điều 2 tổ đi", ""]
)
def test_words_that_point_nowhere(text: str) -> None:
    assert find_cross_references(text) == []


def test_as_article_of_the_recipients() -> None:
    (reference,) = find_cross_references("- Như Điều 3;")
    assert reference.recipient
    assert reference.owner == "this"


def test_the_pointer_ends_with_the_words_that_name_its_owner() -> None:
    text = "nêu tại mục  III  Kế hoạch này."
    (reference,) = find_cross_references(text)
    assert text[reference.span.start : reference.span.end] == "mục  III  Kế hoạch này"


def test_blocks_and_cells_are_not_read_across() -> None:
    assert read("khoản 2\nĐiều 5") == [("khoản 2", ""), ("Điều 5", "")]
    assert read("Điều 5\tQuyết định này") == [("Điều 5", "")]
