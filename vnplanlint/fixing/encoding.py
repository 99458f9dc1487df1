"""From a source back to bytes, in the encoding that it was read in wherever that holds it."""

from __future__ import annotations

import codecs
import unicodedata

from vnplanlint.light_typing import NamedTuple
from vnplanlint.readers.source import Source
from vnplanlint.readers.text import ReadError, decode

_BOMS = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
_TONE_MARKS = frozenset("\u0300\u0301\u0303\u0309\u0323")


class Encoded(NamedTuple):
    """The bytes of a source, and the encoding that they are in."""

    data: bytes
    encoding: str


def encoded(source: Source) -> Encoded:
    """The bytes of ``source``; in UTF-8 if the code page that it was read in cannot hold its text."""
    if source.encoding in _BOMS:
        mark = _BOMS[source.encoding] if source.bom else b""
        return Encoded(mark + source.raw.encode(source.encoding), source.encoding)
    data = in_own_encoding(source)
    if data is not None and _reads_as(source, data):
        return Encoded(data, source.encoding)
    return Encoded(source.raw.encode(), "utf-8")


def in_own_encoding(source: Source) -> bytes | None:
    """The bytes of ``source`` in the encoding that it was read in, None if that does not hold it."""
    try:
        mark = _BOMS[source.encoding] if source.bom else b""
        return mark + source.raw.encode(source.encoding)
    except UnicodeEncodeError:
        return None


def as_stored(content: str, encoding: str) -> str:
    """``content`` the way a file in ``encoding`` spells it: Windows-1258 writes most tone marks by themselves."""
    if encoding != "cp1258" or content.isascii():
        return content
    return "".join(map(_in_windows_1258, content))


def _in_windows_1258(letter: str) -> str:
    if _is_held(letter):
        return letter
    pieces = unicodedata.normalize("NFD", letter)
    tones = "".join(char for char in pieces if char in _TONE_MARKS)
    apart = unicodedata.normalize("NFC", "".join(char for char in pieces if char not in _TONE_MARKS)) + tones
    return apart if _is_held(apart) else letter


def _is_held(text: str) -> bool:
    try:
        text.encode("cp1258")
    except UnicodeEncodeError:
        return False
    return True


def _reads_as(source: Source, data: bytes) -> bool:
    """Whether ``data``, read again, is this text and no other."""
    try:
        return decode(data, source.name).raw == source.raw
    except ReadError:
        return False
