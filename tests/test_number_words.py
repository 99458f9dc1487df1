from __future__ import annotations

import pytest

from vnplanlint.mentions.number_words import spell, value_of


def test_every_number_below_a_thousand_comes_back() -> None:
    assert all(value_of(spell(value)) == value for value in range(1000))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (55, "năm mươi lăm"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (110, "một trăm mười"),
        (305, "ba trăm linh năm"),
        (999, "chín trăm chín mươi chín"),
    ],
)
def test_spelling(value: int, words: str) -> None:
    assert spell(value) == words


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Bốn mươi bốn", 44),
        ("một trăm lẻ bốn", 104),
        ("hai  mươi nhăm", 25),
        ("MƯỜI", 10),
        ("một trăm năm", None),
        ("mười năm", 15),
        ("không mươi", None),
        ("người", None),
        ("", None),
        ("ba bốn", None),
    ],
)
def test_reading(words: str, value: int | None) -> None:
    assert value_of(words) == value


@pytest.mark.parametrize("value", [-1, 1000])
def test_out_of_range(value: int) -> None:
    with pytest.raises(ValueError, match="between"):
        spell(value)
