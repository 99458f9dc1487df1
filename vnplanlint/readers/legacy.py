"""Text in the old Vietnamese encodings TCVN3 (ABC) and VNI, shown as Western letters.

Such text is legible only in its own fonts: “Céng hoµ x· héi” is “Cộng hoà xã hội”.
Loaded only where a text has letters that Vietnamese in Unicode has not.
"""

from __future__ import annotations

from collections.abc import Callable

from vnplanlint.light_typing import Literal, NamedTuple
from vnplanlint.orthography import is_possible
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

Encoding = Literal["TCVN3", "VNI", "UTF-8"]
"""The third is Unicode that a program took for Western text: “Cá»™ng hÃ²a”."""

_TCVN3 = str.maketrans(
    dict(
        zip(
            "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
            "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
            strict=True,
        )
    )
)
_TONED = {
    "a": ("aøùûõï", "aàáảãạ"), "â": ("aàáåãä", "âầấẩẫậ"), "ă": ("aèéúüë", "ăằắẳẵặ"), "e": ("eøùûõï", "eèéẻẽẹ"),
    "ê": ("eàáåãä", "êềếểễệ"), "o": ("oøùûõï", "oòóỏõọ"), "ô": ("oàáåãä", "ôồốổỗộ"), "ơ": ("ôøùûõï", "ơờớởỡợ"),
    "u": ("uøùûõï", "uùúủũụ"), "ư": ("öøùûõï", "ưừứửữự"), "y": ("yøùûõ", "yỳýỷỹ"),
}  # fmt: skip
_VNI_MARKS = "øùûõïâàáåãäêèéúüë"
_VNI_ALONE = {"ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ö": "ư", "ô": "ơ"}


def _pairs_of_vni() -> dict[str, str]:
    pairs = {"aâ": "â", "aê": "ă", "eâ": "ê", "oâ": "ô"}
    for written, meant in _TONED.values():
        pairs.update((written[0] + mark, letter) for mark, letter in zip(written[1:], meant[1:], strict=True))
    upper = {pair.upper(): letter.upper() for pair, letter in pairs.items()}
    mixed = {pair[0].upper() + pair[1]: letter.upper() for pair, letter in pairs.items()}
    return {**pairs, **mixed, **upper}


_VNI_PAIRS = _pairs_of_vni()
_VNI_LETTERS = {**_VNI_ALONE, **{sign.upper(): letter.upper() for sign, letter in _VNI_ALONE.items()}}
_VNI_SIGN = pattern(rf"[aeouyôöAEOUYÔÖ][{_VNI_MARKS}{_VNI_MARKS.upper()}]|[{''.join(_VNI_LETTERS)}]")
_WORD = pattern(r"[^ \t\n]+")
_LETTERS = pattern(r"[^\W\d_]+")
_AROUND = ".,;:!?()[]\"'-–—/…0123456789“”‘’"
_FEW_WORDS = 5
"""So many words prove the encoding of a whole text; a passage needs three in one line."""
_WORDS_OF_A_LINE = 3


class Passage(NamedTuple):
    """Lines in an old encoding, and how many of their words prove it."""

    span: Span
    words: int


class Legacy(NamedTuple):
    """What of a text is in an old encoding; ``whole`` where most of it is."""

    encoding: Encoding
    passages: tuple[Passage, ...]
    whole: bool


def find_legacy(text: str) -> Legacy | None:
    """The passages of ``text`` in an old encoding, if there are any."""
    votes = {encoding: _votes(text, encoding) for encoding in _DECODERS}
    encoding = max(votes, key=lambda name: sum(old for _, old, _ in votes[name]))
    lines = votes[encoding]
    old, new = sum(old for _, old, _ in lines), sum(new for *_, new in lines)
    if old >= _FEW_WORDS and old > 2 * new:
        return Legacy(encoding, (Passage(Span(0, len(text)), old),), whole=True)
    passages = tuple(Passage(span, old) for span, old, new in lines if old >= _WORDS_OF_A_LINE and old > 2 * new)
    return Legacy(encoding, passages, whole=False) if passages else None


def decoded(text: str, encoding: Encoding) -> str:
    """``text`` read in ``encoding``; signs that the encoding has not are left as they are."""
    decode = _DECODERS[encoding]
    return _WORD.sub(lambda match: decode(match.group()), text)


def is_vietnamese(text: str) -> bool:
    """Whether nearly all words of ``text`` beyond ASCII, and not too few, can be Vietnamese."""
    words = [word for word in _LETTERS.findall(text.lower()) if not word.isascii() and len(word) > 1]
    return len(words) >= _FEW_WORDS and sum(map(is_possible, words)) > 0.9 * len(words)


def _votes(text: str, encoding: Encoding) -> list[tuple[Span, int, int]]:
    """Of each line: how many words are Vietnamese in ``encoding`` only, and how many as they stand."""
    judged: dict[str, int] = {}
    found = []
    start = 0
    for line in text.split("\n"):
        old = new = 0
        if not line.isascii():
            for word in _WORD.findall(line):
                if word not in judged:
                    judged[word] = _vote(word, encoding)
                old += judged[word] > 0
                new += judged[word] < 0
        if old or new:
            found.append((Span(start, start + len(line)), old, new))
        start += len(line) + 1
    return found


def _vote(word: str, encoding: Encoding) -> int:
    """-1 for a word that is Vietnamese as it stands, 1 for one that ``encoding`` makes so, else 0."""
    if word.isascii():
        return 0
    return -1 if _is_possible(word) else int(_is_possible(_DECODERS[encoding](word)))


def _is_possible(word: str) -> bool:
    """Whether a word beyond ASCII, with what stands around it, is a Vietnamese one."""
    core = word.lower().strip(_AROUND)
    if core.isascii() or not core.isalpha():
        return False
    return is_possible(core)


def _from_tcvn3(word: str) -> str:
    """A word in TCVN3, whose capitals with tone marks are small letters in a font of capitals."""
    letters = [char for char in word if char.isascii() and char.isalpha()]
    read = word.translate(_TCVN3)
    return read.upper() if len(letters) > 1 and all(map(str.isupper, letters)) else read


def _from_vni(word: str) -> str:
    return _VNI_SIGN.sub(lambda match: _read_vni(match.group()), word)


def _read_vni(sign: str) -> str:
    return _VNI_PAIRS.get(sign) or "".join(_VNI_LETTERS.get(char, char) for char in sign)


def _from_utf8(word: str) -> str:
    """A word in UTF-8 that was taken for Windows-1252."""
    data = b"".join(bytes((ord(char),)) if ord(char) < 256 else char.encode("cp1252", "replace") for char in word)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return word


_DECODERS: dict[Encoding, Callable[[str], str]] = {"TCVN3": _from_tcvn3, "VNI": _from_vni, "UTF-8": _from_utf8}
