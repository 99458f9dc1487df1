"""Written syllables: letters, tones, and the place of the mark."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplanlint.orthography import (
    TONES,
    is_possible,
    is_well_spelled,
    letters_of,
    may_hold_look_alikes,
    tones_of,
    with_tone,
    without_tone,
)

RIGHT = """
nghiêng gì gìn giữa quyết khuỷu yêu uống xoong huỳnh thuở đường hoà hòa khoẻ khỏe thuỷ thủy quý quỳnh quýt nghĩa kỹ
ghế giếng toán khuya oan yếm giặt giấc hoạch họa thoại xoáy ngoéo mía múa của lựa trưởng rượu uỷ ủy tuyên quấc gỡ ốc
"""
MISPLACED = {
    "qúy": "quý", "gía": "giá", "họach": "hoạch", "qủa": "quả", "tòan": "toàn", "điạ": "địa", "cuả": "của",
    "taị": "tại", "traò": "trào", "khỏan": "khoản", "đựơc": "được", "Hùynh".lower(): "huỳnh", "giừơng": "giường",
    "qũy": "quỹ", "vịêc": "việc", "tíên": "tiến",
}  # fmt: skip
IMPOSSIBLE = [
    "môt",
    "biêt",
    "thuổc",
    "cê",
    "kà",
    "ngề",
    "ghà",
    "nghành",
    "iêu",
    "tyên",
    "nguời",
    "đựợc",
    "hoạchh",
    "quuyết",
]


@pytest.mark.parametrize("word", RIGHT.split())
def test_right_words_are_right(word: str) -> None:
    assert is_possible(word)
    assert is_well_spelled(word)


@pytest.mark.parametrize(("word", "right"), MISPLACED.items())
def test_a_mark_in_the_wrong_place_leaves_possible_letters(word: str, right: str) -> None:
    assert is_possible(word)
    assert not is_well_spelled(word)
    assert with_tone(without_tone(word), tones_of(word)[0]) == (right,)


@pytest.mark.parametrize("word", IMPOSSIBLE)
def test_impossible_letters_or_tones(word: str) -> None:
    assert not is_possible(word)
    assert not is_well_spelled(word)


@pytest.mark.parametrize(
    ("toneless", "tone", "spellings"),
    [
        ("hoa", "huyền", ("hòa", "hoà")),
        ("khoe", "hỏi", ("khỏe", "khoẻ")),
        ("thuy", "hỏi", ("thủy", "thuỷ")),
        ("quy", "sắc", ("quý",)),
        ("hoan", "huyền", ("hoàn",)),
        ("môt", "nặng", ("một",)),
        ("môt", "huyền", ()),
        ("môt", "", ()),
        ("ban", "", ("ban",)),
        ("nghanh", "huyền", ()),
    ],
)
def test_each_custom_gives_its_spelling(toneless: str, tone: str, spellings: tuple[str, ...]) -> None:
    assert with_tone(toneless, tone) == spellings


VOWELS = "aăâeêioôơuưy"


@given(st.text(alphabet=VOWELS + "bcdđghklmnpqrstvx", min_size=1, max_size=7), st.sampled_from(["", *TONES]))
def test_what_is_written_right_is_read_right(toneless: str, tone: str) -> None:
    for word in with_tone(toneless, tone):
        assert is_well_spelled(word)
        assert without_tone(word) == toneless
        assert tones_of(word) == ([tone] if tone else [])


@given(st.text(alphabet=VOWELS + "".join(TONES.values()) + "bcdđghklmnpqrstvx", max_size=7))
def test_well_spelled_words_are_possible_and_bear_one_mark_at_most(word: str) -> None:
    if is_well_spelled(word):
        assert is_possible(word)
        assert word in with_tone(without_tone(word), "".join(tones_of(word)))


def test_the_old_custom_comes_first() -> None:
    assert letters_of("hoa") == ("h", "oa", (1, 2))
    assert letters_of("gin") == ("g", "in", (1,))
    assert letters_of("giêng") == ("gi", "êng", (2,))
    assert letters_of("xyz")[2] == ()


@pytest.mark.parametrize("sign", ["ƣ", "Ð", "а", "Ο", "o\u0323\u0323", "ﬁ", "Ａ", "𝐀"])
def test_signs_of_look_alikes_are_seen(sign: str) -> None:
    assert may_hold_look_alikes(f"Kế hoạch {sign} năm")


def test_plain_text_holds_no_look_alikes() -> None:
    assert not may_hold_look_alikes("Kế hoạch “tuyên truyền” – 30 °C … Đắk Lắk, Åse, Müller\u00ad \u2028")
    assert not may_hold_look_alikes("")
    may_hold_look_alikes("một nửa \ud800")
