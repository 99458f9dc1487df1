"""Positions in UTF-16 units, and the way back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplanlint.readers.source import Source
from vnplanlint.readers.text import from_text
from vnplanlint.readers.utf16 import offset, position

LETTERS = "aế \tđ🎉\n\r\u200be\u0323\u0302𠀋\u2028\x0b"


def counted(source: Source, at: int) -> tuple[int, int]:
    """The same by splitting and encoding: slow and plain."""
    raw = source.raw[: source.raw_offset(at)]
    lines = raw.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return len(lines) - 1, len(lines[-1].encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    ("raw", "word", "expected"),
    [
        ("một\nhai ba", "ba", (1, 4)),
        ("một\r\nhai ba", "ba", (1, 4)),
        ("một\rhai ba", "ba", (1, 4)),
        ("🎉🎉 một", "một", (0, 5)),
        ("🎉\n🎉 một", "một", (1, 3)),
        (unicodedata.normalize("NFD", "tiếng Việt"), "Việt", (0, 8)),
        ("a\u200bb c", "c", (0, 4)),
        ("một\u2028hai\x0bba\x85bốn", "bốn", (0, 11)),  # none of these ends a line in an editor
    ],
)
def test_positions(raw: str, word: str, expected: tuple[int, int]) -> None:
    source = from_text(raw)
    at = source.text.index(word)
    assert position(source, at) == expected
    assert offset(source, *expected) == at


@given(st.text(st.sampled_from(LETTERS), max_size=40))
def test_positions_are_those_of_the_plain_way_of_counting(raw: str) -> None:
    source = from_text(raw)
    for at in range(len(source.text) + 1):
        assert position(source, at) == counted(source, at)


@given(st.text(st.sampled_from(LETTERS), max_size=40))
def test_every_offset_is_found_again(raw: str) -> None:
    source = from_text(raw)
    for at in range(len(source.text) + 1):
        found = offset(source, *position(source, at))
        assert source.raw_offset(found) == source.raw_offset(at)
        assert found == at


@given(st.text(st.sampled_from(LETTERS), max_size=20), st.integers(-2, 8), st.integers(-2, 30))
def test_any_position_is_some_place_of_the_text(raw: str, line: int, character: int) -> None:
    source = from_text(raw)
    at = offset(source, line, character)
    assert 0 <= at <= len(source.text)
    if 0 <= line < len(source.line_starts()) and character >= 0:
        assert position(source, at).line == line


@pytest.mark.parametrize(
    ("line", "character", "expected"),
    [
        (0, 99, 3),  # after the end of a line: its end, not the next line
        (1, 99, 4),
        (2, 99, 7),
        (3, 99, 9),
        (4, 99, 11),
        (9, 0, 11),
        (-1, 5, 0),
        (2, -1, 5),
        (0, 2, 1),  # inside the emoji
    ],
)
def test_what_is_outside_is_the_nearest_place(line: int, character: int, expected: int) -> None:
    assert offset(from_text("a🎉b\r\n\ncd\rế\ne"), line, character) == expected


def test_inside_a_decomposed_letter_is_that_letter() -> None:
    source = from_text("x" + unicodedata.normalize("NFD", "ệ") + "y")
    assert [offset(source, 0, character) for character in range(6)] == [0, 1, 1, 1, 2, 3]
