"""Reading plain text and Markdown: encodings, normal form, the way back to the file."""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Iterable, Iterator

from vnplanlint.patterns import Match, pattern
from vnplanlint.readers.source import Source

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FORMATS = ((b"%PDF-", "pdf"), (b"\xd0\xcf\x11\xe0", "word"), (b"{\\rtf", "word"))
_COMMENT = "vnplanlint"
"""What a comment for the tool holds: without it the text is not searched for any."""
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"


class ReadError(Exception):
    """A file that cannot be read; ``reason`` is the key of the message for the user."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


def decode(data: bytes, name: str) -> Source:
    """The text in ``data``: UTF-8 with or without BOM, UTF-16 with BOM, or an old encoding where that is sure.

    Raises ``ReadError`` with reason ``word``, ``pdf``, ``binary`` or ``encoding``.
    """
    known = _known_format(data)
    if known:
        raise ReadError(name, known)
    encoding, body = "utf-8", data
    for mark, its_encoding in _BOMS:
        if data.startswith(mark):
            encoding, body = its_encoding, data[len(mark) :]
            break
    try:
        raw = body.decode(encoding)
    except UnicodeDecodeError as error:
        old = _old_text(data, name) if body is data and b"\0" not in data else None
        if old is None:
            raise ReadError(name, _why_not_text(data)) from error
        return old
    if "\0" in raw:
        raise ReadError(name, _why_not_text(data))
    return from_text(raw, name, encoding=encoding, bom=body is not data)


def _old_text(data: bytes, name: str) -> Source | None:
    """A text in Windows-1258, or one for the fonts of TCVN3 or VNI as the Western text that it looks like."""
    from vnplanlint.readers.legacy import find_legacy, is_vietnamese

    source = from_text(data.decode("cp1258", "replace"), name, encoding="cp1258")
    if is_vietnamese(source.text):
        return source
    raw = data.decode("cp1252", "replace")
    found = find_legacy(raw)
    is_sure = found is not None and found.whole and found.encoding != "UTF-8"
    return from_text(raw, name, encoding="cp1252") if is_sure else None


def _known_format(data: bytes) -> str:
    """``word`` or ``pdf`` for a file that says so itself."""
    if data.startswith(b"PK\x03\x04") and b"word/" in data:
        return "word"
    return next((kind for mark, kind in _FORMATS if data.startswith(mark)), "")


def _why_not_text(data: bytes) -> str:
    head = data[:8192]
    in_pairs = [head[place::2].count(0) * 3 > len(head[place::2]) for place in (0, 1)]
    return "encoding" if b"\0" not in head or in_pairs[0] != in_pairs[1] else "binary"


def from_text(raw: str, name: str = "<text>", encoding: str = "utf-8", bom: bool = False) -> Source:
    """A source from text in memory (an editor's buffer, a test)."""
    composed = _is_composed(raw)
    text, anchors = raw, ([0], [0])
    if not composed or "\r" in raw:
        text, anchors = _normalise(raw, pattern(_CARRIAGE_RETURN).finditer(raw) if composed else _changeable(raw))
    if _COMMENT not in text:
        return Source(name, raw, text, anchors, encoding, bom)
    from vnplanlint.readers.comments import take_out

    text, comments = take_out(text)
    return Source(name, raw, text, anchors, encoding, bom, comments)


def _is_composed(raw: str) -> bool:
    return unicodedata.is_normalized("NFC", raw) and not any(c in raw for c in _INVISIBLE)


def _changeable(raw: str) -> Iterator[Match[str]]:
    """The characters of the lines in which one may be written otherwise: often a pasted passage alone is decomposed."""
    start = 0
    while start < len(raw):
        end = raw.find("\n", start) + 1 or len(raw)
        line = raw[start:end]
        if "\r" in line or not _is_composed(line):
            yield from pattern(_CHANGEABLE).finditer(raw, start, end)
        start = end


_CARRIAGE_RETURN = r"\r\n?"
_CHANGEABLE = r"[\t\n -~]+(?=[\t\n -~]|\Z)|\r\n?|[\u200b-\u200d\u2060\ufeff]|\X"
"""What may be written otherwise, character by character; of plain ASCII, which may not, as much as there is."""


def _normalise(raw: str, changeable: Iterable[Match[str]]) -> tuple[str, tuple[list[int], list[int]]]:
    """NFC with line feeds and without invisible characters, and pairs of matching offsets."""
    parts: list[str] = []
    text_anchors, raw_anchors = [0], [0]
    length = done = 0
    for piece in changeable:
        old = piece.group()
        new = "\n" if old[0] == "\r" else old if old.isascii() else _composed(old)
        if new == old:
            continue
        unchanged = raw[done : piece.start()]
        parts += (unchanged, new)
        length += len(unchanged) + len(new)
        done = piece.end()
        text_anchors += (length - len(new), length)
        raw_anchors += (piece.start(), done)
    parts.append(raw[done:])
    return "".join(parts), (text_anchors, raw_anchors)


def _composed(cluster: str) -> str:
    return unicodedata.normalize("NFC", cluster.translate(_WITHOUT_INVISIBLE))


_WITHOUT_INVISIBLE = dict.fromkeys(map(ord, _INVISIBLE))
