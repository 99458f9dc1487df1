"""Decoding, normal form, and the way back to the file."""

from __future__ import annotations

import codecs
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnplanlint.readers.source import Position
from vnplanlint.readers.text import ReadError, decode, from_text

PHRASE = "Kế hoạch số 12/KH-UBND\nngày 05/4/2021 của Ủy ban nhân dân xã Đồng Tâm"


@pytest.mark.parametrize(
    ("data", "encoding", "bom"),
    [
        (PHRASE.encode(), "utf-8", False),
        (codecs.BOM_UTF8 + PHRASE.encode(), "utf-8", True),
        (codecs.BOM_UTF16_LE + PHRASE.encode("utf-16-le"), "utf-16-le", True),
        (codecs.BOM_UTF16_BE + PHRASE.encode("utf-16-be"), "utf-16-be", True),
    ],
    ids=["utf-8", "utf-8 with BOM", "utf-16 little", "utf-16 big"],
)
def test_known_encodings_give_one_text(data: bytes, encoding: str, bom: bool) -> None:
    source = decode(data, "a.txt")
    assert source.text == PHRASE
    assert (source.encoding, source.bom) == (encoding, bom)
    assert source.position(PHRASE.index("ngày")) == Position(2, 1)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04\x00\x00", "binary"),
        (b"%PDF-1.7\n%\xe2\xe3\x00\x01", "pdf"),
        (b"%PDF-1.4\nonly ASCII", "pdf"),
        (b"PK\x03\x04 [Content_Types].xml word/document.xml", "word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "word"),
        (b"{\\rtf1 text}", "word"),
        (b"text\x00with a null", "binary"),
        ("Ủy ban nhân dân".encode("utf-16-le"), "encoding"),
        ("Công văn".encode("cp1258", errors="replace") + b"\xff\xfe\xe9", "encoding"),
        (codecs.BOM_UTF16_LE + b"a", "encoding"),
    ],
)
def test_anything_else_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError) as caught:
        decode(data, "a.bin")
    assert caught.value.reason == reason
    assert caught.value.name == "a.bin"


def test_positions_in_a_decomposed_file_are_those_of_the_file() -> None:
    raw = unicodedata.normalize("NFD", PHRASE)
    source = from_text(raw)
    assert source.text == PHRASE
    for word in ("hoạch", "số", "ngày", "Đồng", "Tâm"):
        position = source.position(source.text.index(word))
        line = raw.split("\n")[position.row - 1]
        assert line[position.column - 1 :].startswith(unicodedata.normalize("NFD", word))


def test_line_ends_and_invisible_characters_are_normalised_and_counted() -> None:
    source = from_text("a\r\nb\rc\u200bd\ufeff\ne")
    assert source.text == "a\nb\ncd\ne"
    assert [source.position(source.text.index(c)) for c in "abcde"] == [(1, 1), (2, 1), (3, 1), (3, 3), (4, 1)]
    assert [source.line(row) for row in (1, 2, 4)] == ["a", "b", "e"]


@given(st.text(alphabet="aăâeêđ\u0300\u0301\u0323\u0302\u0306\r\n\u200b x/1", max_size=60))
@settings(max_examples=300)
def test_every_offset_leads_back_to_its_own_character(raw: str) -> None:
    source = from_text(raw)
    offsets = [source.raw_offset(offset) for offset in range(len(source.text) + 1)]
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(raw) or not raw
    for offset, char in enumerate(source.text):
        if unicodedata.combining(char):
            continue  # marks without a letter of their own may change places
        here = raw[offsets[offset] : offsets[offset + 1]]
        visible = here.replace("\u200b", "").replace("\r\n", "\n").replace("\r", "\n")
        assert unicodedata.normalize("NFD", visible)[:1] in (unicodedata.normalize("NFD", char)[0], "")
