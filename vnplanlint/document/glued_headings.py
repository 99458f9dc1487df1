"""Headings that stand inside the paragraph before them, for want of a line break."""

from __future__ import annotations

from collections.abc import Container

from vnplanlint.document.model import Numeral
from vnplanlint.document.numerals import LETTERS
from vnplanlint.mentions.number_words import spell
from vnplanlint.mentions.roman_numerals import roman
from vnplanlint.patterns import pattern

_BREAKS = frozenset(".;:”…")
_BEFORE = frozenset(" .;:”“(\n\t")
_GLUED = pattern(r"[.;](?=\d{1,2}\. ?\p{Lu}\p{Ll})")
_ARTICLE = pattern(r"Điều +\d{1,3}[.:] *\p{Lu}")
_GROUPED = pattern(r"\.\d{3}(?!\d)")


def likely_glued(text: str) -> list[int]:
    """Offsets inside paragraphs where a numeral follows a full stop without a space, or "Điều n." stands."""
    found = [match.end() for match in _GLUED.finditer(text) if text[match.start() - 1].isalpha()]
    if "Điều" in text:
        found += [match.start() for match in _ARTICLE.finditer(text) if _ends_sentence(text, match.start())]
    return sorted(found)


def _ends_sentence(text: str, at: int) -> bool:
    at -= 1
    while at > 0 and text[at] == " ":
        at -= 1
    return at >= 0 and text[at] in _BREAKS


def find_label(
    text: str,
    start: int,
    end: int,
    like: Numeral,
    value: int,
    *,
    anywhere: bool = False,
    known: Container[int] = (),
) -> int | None:
    """Where inside ``text[start:end]`` the numeral ``value``, written like ``like``, begins a sentence.

    With ``anywhere`` it may also stand in mid-sentence, as in an inline list, or open
    a block.  Offsets in ``known`` are headings already and do not count.
    """
    label = written(like, value) if value > 0 else ""
    if not label:
        return None
    at = text.find(label, start, end)
    while at >= 0:
        if at not in known and _is_label(text, start, at, at + len(label), end, anywhere):
            return at
        at = text.find(label, at + 1, end)
    return None


def written(like: Numeral, value: int) -> str:
    """The numeral ``value`` in the spelling of ``like`` (its last part replaced)."""
    body = like.text.rstrip(" .,)/:-–")
    tail = like.text[len(body) :]
    opening = "(" if body.startswith("(") else ""
    body = body.removeprefix("(")
    if like.style in ("letter", "capital", "paren-letter"):
        letter = LETTERS[value - 1] if 0 < value <= len(LETTERS) else ""
        return opening + (letter.upper() if body.isupper() else letter) + tail
    if like.word == "là" or "thứ" in like.text.lower():
        return _in_words(like, body, value) + tail
    old = body
    while old and (old[-1].isdigit() if body[-1].isdigit() else old[-1].isalpha()):
        old = old[:-1]
    number = body[len(old) :]
    if number.isdigit():
        new = str(value).zfill(len(number)) if number.startswith("0") else str(value)
    else:
        new = roman(value).lower() if number.islower() else roman(value)
    return opening + old + new + tail


def _in_words(like: Numeral, body: str, value: int) -> str:
    words = spell(value)
    if like.word == "là":
        return words.capitalize() + " là"
    words = {1: "nhất", 4: "tư"}.get(value, words)
    words = words.upper() if body.isupper() else words
    first = body.lower().index("thứ") + len("thứ")
    return body[:first] + " " + words


def _is_label(text: str, start: int, at: int, stop: int, end: int, anywhere: bool) -> bool:
    if at > start and text[at - 1] not in _BEFORE:
        return False
    if text[max(0, at - 1) : at] == "." and text[max(0, at - 2)].isdigit():
        return False  # the end of a longer numeral: "1.2."
    if _GROUPED.match(text, stop - 1):
        return False  # the thousands of a quantity: "3.150 lao động"
    after = text[stop:end].lstrip(" ")
    if anywhere:
        return bool(after)
    before = text[start:at].rstrip(" ")
    return before != "" and before[-1] in _BREAKS and after[:1].isupper()
