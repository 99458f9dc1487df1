"""Old encodings are recognised where they are sure, read right, and told once."""

from __future__ import annotations

import unicodedata

import pytest

from vnplanlint.document.build import build_document
from vnplanlint.engine import check_document
from vnplanlint.readers.legacy import decoded, find_legacy
from vnplanlint.readers.text import ReadError, decode
from vnplanlint.rulebook import RuleBook

UNICODE = """Ủy ban nhân dân xã ban hành kế hoạch phòng, chống thiên tai năm 2021

Các thôn, tổ dân phố kiểm tra đê điều, chuẩn bị vật tư, phương tiện; thường trực 24/24 giờ. Mỗi hộ tự chằng chống nhà cửa."""
TCVN3 = """ñy ban nh©n d©n x· ban hµnh kÕ ho¹ch phßng, chèng thiªn tai n¨m 2021

C¸c th«n, tæ d©n phè kiÓm tra ®ª ®iÒu, chuÈn bÞ vËt t\u00ad, ph\u00ad¬ng tiÖn; th\u00adêng trùc 24/24 giê. Mçi hé tù ch»ng chèng nhµ cöa."""
VNI = """UÛy ban nhaân daân xaõ ban haønh keá hoaïch phoøng, choáng thieân tai naêm 2021

Caùc thoân, toå daân phoá kieåm tra ñeâ ñieàu, chuaån bò vaät tö, phöông tieän; thöôøng tröïc 24/24 giôø. Moãi hoä töï chaèng choáng nhaø cöûa."""


def as_windows_1258(text: str) -> bytes:
    """Vowels composed, tone marks apart, as that code page wants them."""
    out = b""
    for char in text:
        pieces = unicodedata.normalize("NFD", char)
        tone = "".join(mark for mark in pieces if mark in "\u0300\u0301\u0303\u0309\u0323")
        base = unicodedata.normalize("NFC", "".join(mark for mark in pieces if mark not in tone or not tone))
        out += (base + tone).encode("cp1258")
    return out


@pytest.mark.parametrize(("text", "encoding"), [(TCVN3, "TCVN3"), (VNI, "VNI")])
def test_whole_texts_are_recognised_and_read(text: str, encoding: str) -> None:
    found = find_legacy(text)
    assert found is not None
    assert (found.encoding, found.whole) == (encoding, True)
    read = decoded(text, found.encoding)
    assert read.lower() == UNICODE.lower()


def test_misread_utf8_is_recognised_and_read() -> None:
    text = UNICODE.encode().decode("latin-1")
    found = find_legacy(text)
    assert found is not None
    assert (found.encoding, found.whole) == ("UTF-8", True)
    assert decoded(text, "UTF-8") == UNICODE


def test_capitals_of_tcvn3_follow_the_other_letters_of_their_word() -> None:
    assert decoded("CéNG HOµ X· HéI, Uû ban, §¶ng uû", "TCVN3") == "CỘNG HOÀ Xã HỘI, Uỷ ban, Đảng uỷ"


@pytest.mark.parametrize(
    "text",
    [
        UNICODE,
        "Ông Müller, bà Lefèvre, GS. Núñez, TS. Søren Ångström, hãng Škoda và Citroën; 30 °C ± 2 µm, § 5.",
        "Tên tệp là “B¸o c¸o n¨m.doc”.",
        "Hoà giải ở cơ sở, thoả thuận, quà tặng, khoá học, loài cây, toà nhà, đoàn kết, hoàn thành",
        "",
    ],
)
def test_unicode_is_left_alone(text: str) -> None:
    assert find_legacy(text) is None


def test_one_finding_tells_of_the_encoding_and_nothing_else_is_told(book: RuleBook) -> None:
    text = TCVN3 + "\n\nTh«ng b¸o ngµy 31/02/2021; nguêi d©n nghµnh , ."
    (finding,) = check_document(build_document(decode(text.encode(), "a.txt"), book.facts), book)
    assert finding.code == "CT508"
    assert finding.fixes[0].applicability == "unsafe"
    assert finding.fixes[0].edits[0].content.startswith("ủy ban nhân dân xã ban hành kế hoạch")


def test_a_passage_lets_the_other_rules_speak(book: RuleBook) -> None:
    text = f"{UNICODE}\n\nBan hµnh kÕ ho¹ch phßng chèng b·o lôt\n\nHọp ngày 31/02/2021."
    found = check_document(build_document(decode(text.encode(), "a.txt"), book.facts), book)
    assert {"CT520", "NT101"} <= {finding.code for finding in found}
    assert not {"CT501", "CT502", "CT508"} & {finding.code for finding in found}
    passage = next(finding for finding in found if finding.code == "CT520")
    assert text[passage.span.start : passage.span.end] == "Ban hµnh kÕ ho¹ch phßng chèng b·o lôt"
    assert passage.fixes[0].edits[0].content == "Ban hành kế hoạch phòng chống bão lụt"


def test_bytes_of_old_fonts_are_read_as_the_western_text_that_they_look_like(book: RuleBook) -> None:
    for text in (TCVN3, VNI):
        source = decode(text.encode("cp1252"), "a.txt")
        assert (source.text, source.encoding) == (text, "cp1252")
        assert [f.code for f in check_document(build_document(source, book.facts), book)] == ["CT508"]


def test_windows_1258_is_read_and_told(book: RuleBook) -> None:
    source = decode(as_windows_1258(UNICODE), "a.txt")
    assert (source.text, source.encoding) == (UNICODE, "cp1258")
    (finding,) = check_document(build_document(source, book.facts), book)
    assert (finding.code, [fix.applicability for fix in finding.fixes]) == ("CT508", ["safe"])
    assert "Windows-1258" in finding.message


@pytest.mark.parametrize(
    "data",
    [
        "Le présent décret entre en vigueur à la date de sa publication; élèves, forêts, où, çà et là".encode("cp1252"),
        UNICODE.encode() + b"\xff",
        b"\xe9\xe8\xea",
        bytes(range(128, 256)) * 20,
    ],
)
def test_other_bytes_are_still_refused(data: bytes) -> None:
    with pytest.raises(ReadError):
        decode(data, "a.txt")
