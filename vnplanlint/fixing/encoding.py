"""From a source back to bytes, in the encoding that it was read in wherever that holds it."""

from __future__ import annotations

import codecs
import unicodedata

from vnplanlint.readers.source import Source
from vnplanlint.readers.text import ReadError, decode

_BOMS = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
_TONE_MARKS = frozenset("\u0300\u0301\u0303\u0309\u0323")


def encoded(source: Source) -> bytes:
    """The bytes of ``source``, in its own encoding.

    Raises ``UnicodeEncodeError`` where that does not hold it, as with bytes that nobody could read.
    """
    mark = _BOMS[source.encoding] if source.bom else b""
    return mark + source.raw.encode(source.encoding)


def encoding_for(raw: str, source: Source) -> str:
    """How to store the new text of ``source``: as it was stored, in UTF-8 where an old code page cannot hold it."""
    if source.encoding in _BOMS:
        return source.encoding
    try:
        data = raw.encode(source.encoding)
        is_held = decode(data, source.name).raw == raw
    except (UnicodeEncodeError, ReadError):
        is_held = False
    return source.encoding if is_held else "utf-8"


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
