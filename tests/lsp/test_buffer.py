"""The editor's text and its changes, against a model of UTF-16 units."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol import types

from vnplanlint.lsp.buffer import Buffer

TEXTS = st.text(alphabet="aệe\u0323\u0302đ😀🎉\n\r\x0c\u2028 \0", max_size=30)


def change(start: tuple[int, int], end: tuple[int, int], text: str) -> types.TextDocumentContentChangePartial:
    return types.TextDocumentContentChangePartial(types.Range(types.Position(*start), types.Position(*end)), text)


def positions(text: str) -> list[tuple[int, int]]:
    """The position of each character of the text, and of its end, counted one by one."""
    found, line, unit = [], 0, 0
    for index, char in enumerate(text):
        found.append((line, unit))
        if char == "\n" or (char == "\r" and text[index + 1 : index + 2] != "\n"):
            line, unit = line + 1, 0
        else:
            unit += 2 if char > "\uffff" else 1
    return [*found, (line, unit)]


@settings(max_examples=300)
@given(TEXTS, st.data())
def test_a_change_replaces_what_the_editor_means(text: str, data: st.DataObject) -> None:
    places = positions(text)
    inside = [n for n in range(len(text) + 1) if not (0 < n < len(text) and text[n - 1 : n + 1] == "\r\n")]
    start, end = sorted((data.draw(st.sampled_from(inside)), data.draw(st.sampled_from(inside))))
    new = data.draw(TEXTS)
    buffer = Buffer("untitled:a", 1, text)
    buffer.apply(2, [change(places[start], places[end], new)])
    assert buffer.text == text[:start] + new + text[end:]
    assert buffer.version == 2


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ((0, 99), (0, 99), "ab!\ncd"),  # behind the end of a line
        ((9, 0), (9, 9), "ab\ncd!"),  # behind the last line
        ((1, 1), (0, 1), "a!d"),  # the wrong way round
    ],
)
def test_positions_that_there_are_not(start: tuple[int, int], end: tuple[int, int], expected: str) -> None:
    buffer = Buffer("untitled:a", 1, "ab\ncd")
    buffer.apply(2, [change(start, end, "!")])
    assert buffer.text == expected


def test_half_of_an_emoji_is_its_beginning() -> None:
    buffer = Buffer("untitled:a", 1, "a😀b")
    buffer.apply(2, [change((0, 2), (0, 3), "x")])
    assert buffer.text == "axb"


def test_a_lone_surrogate_is_one_unit() -> None:
    buffer = Buffer("untitled:a", 1, "a\ud83db")
    buffer.apply(2, [change((0, 2), (0, 3), "x")])
    assert buffer.text == "a\ud83dx"


def test_several_changes_follow_one_another() -> None:
    buffer = Buffer("untitled:a", 1, "Kế hoạch")
    buffer.apply(
        5,
        [change((0, 0), (0, 2), "Để"), types.TextDocumentContentChangeWholeDocument("x"), change((0, 1), (0, 1), "y")],
    )
    assert buffer.text == "xy"
    assert buffer.version == 5
