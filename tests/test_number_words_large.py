"""Number words of any size, read and written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplanlint.mentions.large_numbers import LARGEST, NUMBER_WORDS, Reading, read_number_words, spell_large

SPELLED = {
    0: "không",
    15: "mười lăm",
    24: "hai mươi tư",
    105: "một trăm linh năm",
    1_001: "một nghìn không trăm linh một",
    1_100: "một nghìn một trăm",
    10_005: "mười nghìn không trăm linh năm",
    21_000: "hai mươi mốt nghìn",
    19_400: "mười chín nghìn bốn trăm",
    1_000_001: "một triệu không trăm linh một",
    1_005_000: "một triệu không trăm linh năm nghìn",
    2_500_000_000: "hai tỷ năm trăm triệu",
    7_005_000_000: "bảy tỷ không trăm linh năm triệu",
    10**12: "một nghìn tỷ",
    1_000_000_000_005: "một nghìn tỷ không trăm linh năm",
}


def read(words: str) -> Reading | None:
    return read_number_words(words.split())


@pytest.mark.parametrize(("value", "words"), SPELLED.items())
def test_written(value: int, words: str) -> None:
    assert spell_large(value) == words


@given(
    st.integers(0, 10**15)
    | st.builds(lambda digits, zeros: digits * 10**zeros, st.integers(0, 999), st.integers(0, 14))
)
def test_what_is_written_is_read_back(value: int) -> None:
    assert read(spell_large(value)) == Reading(value * 1000)


@given(st.integers(0, 10**15))
def test_other_dialect_other_case_of_scale_and_commas_read_alike(value: int) -> None:
    words = spell_large(value)
    southern = words.replace("nghìn", "ngàn").replace("linh", "lẻ").replace("tỷ", "tỉ").replace("triệu ", "triệu, ")
    assert read(southern) == Reading(value * 1000)


@given(st.lists(st.sampled_from(sorted(NUMBER_WORDS)), max_size=9))
def test_any_words_are_read_or_refused(words: list[str]) -> None:
    reading = read_number_words(words)
    assert reading is None or 0 <= reading.thousandths < LARGEST * 1000


@pytest.mark.parametrize(
    ("words", "value", "slips"),
    [
        ("hai mươi năm", 25, ("lăm",)),
        ("mười năm", 15, ("lăm",)),
        ("hai mươi một", 21, ("mốt",)),
        ("một triệu năm mươi nghìn", 1_050_000, ("không trăm",)),
        ("một nghìn linh năm", 1_005, ("không trăm",)),
        ("bốn mươi bốn", 44, ()),
        ("một trăm linh tư", 104, ()),
        ("hai mươi nhăm", 25, ()),
        ("bảy chục ngàn", 70_000, ()),
        ("một tỷ rưỡi", 1_500_000_000, ()),
        ("năm nghìn ba trăm tỷ, hai trăm triệu", 5_300_200_000_000, ()),
    ],
)
def test_forms_and_slips(words: str, value: int, slips: tuple[str, ...]) -> None:
    assert read(words) == Reading(value * 1000, slips)


@pytest.mark.parametrize(("words", "thousandths"), [("mười hai phẩy năm", 12_500), ("ba phẩy không năm", 3_050)])
def test_decimals(words: str, thousandths: int) -> None:
    assert read(words) == Reading(thousandths)


@pytest.mark.parametrize("words", ["ba sáu", "hai lăm", "bốn sáu nghìn"])
def test_forms_of_speech_are_loose(words: str) -> None:
    reading = read(words)
    assert reading is not None
    assert reading.loose


@pytest.mark.parametrize(
    "words",
    ["", "tỷ", "một trăm năm", "một nghìn năm", "năm năm", "một triệu triệu", "một nghìn triệu", "một, hai", "linh năm",
     "không mươi", "phẩy năm", "một phẩy", "hai trăm không", "người"],
)  # fmt: skip
def test_no_number(words: str) -> None:
    assert read(words) is None


@pytest.mark.parametrize("value", [-1, LARGEST])
def test_out_of_range(value: int) -> None:
    with pytest.raises(ValueError, match="between"):
        spell_large(value)
