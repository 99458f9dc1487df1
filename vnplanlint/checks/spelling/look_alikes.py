"""Words with letters that only look like the right ones."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

from vnplanlint.checks.spelling.signs import TILDE_FOR_GRAVE
from vnplanlint.checks.spelling.words import VIETNAMESE, is_littered, unspaced
from vnplanlint.document.look_alikes import ETHS, FONT_MAP, LIGATURES, TWINS, in_latin, writes_eths
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.light_typing import NamedTuple
from vnplanlint.orthography import is_possible, tones_of, with_capitals_of, with_tone, without_tone
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_USUAL = VIETNAMESE.union("fjwz")
_LETTERS = {**ETHS, **FONT_MAP, **LIGATURES}
_ODD = pattern(
    r"[ƣƢðÐƉɖı\ufb00-\ufb02\u0300-\u036f\u0370-\u03ff\u0400-\u052f\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d6a3]"
)
_TONE_MARKS = {"\u0300": "huyền", "\u0301": "sắc", "\u0303": "ngã", "\u0309": "hỏi", "\u0323": "nặng"}
_FIRST_OF_MATHS, _LAST_OF_MATHS = "\U0001d400", "\U0001d6a3"
_MOST = 12
"""More wrong words than these are told together."""
_MOST_PLACES = 12


class Wrong(NamedTuple):
    """A word with wrong letters: where it stands, the first of them, and the word as it should be."""

    span: Span
    sign: str
    right: str
    variant: str


def words_with_look_alikes(document: Document) -> Iterator[Hit]:
    """Each such word, or all together where there are many."""
    wrong = list(_wrong_words(document))
    if len(wrong) > _MOST:
        yield _all_together(document, wrong)
        return
    for one in wrong:
        values = _values(document, one)
        remedy = Remedy("write", (Edit(one.span, one.right),), "safe", {"right": one.right})
        yield Hit(one.span, values, variant=one.variant, remedies=(remedy,))


def _all_together(document: Document, wrong: list[Wrong]) -> Hit:
    first, *others = wrong
    edits = tuple(Edit(one.span, one.right) for one in wrong)
    return Hit(
        first.span,
        {**_values(document, first), "count": len(wrong)},
        variant="many",
        places=tuple(Place(one.span, "another", {"right": one.right}) for one in others[:_MOST_PLACES]),
        remedies=(Remedy("all", edits, "safe", {"count": len(wrong)}),),
    )


def _values(document: Document, one: Wrong) -> dict[str, object]:
    word = document.source.text[one.span.start : one.span.end]
    letter = _LETTERS.get(one.sign) or TWINS.get(one.sign, "")
    return {"word": word, "right": one.right, "sign": one.sign, "letter": letter, "code": f"U+{ord(one.sign):04X}"}


def _wrong_words(document: Document) -> Iterator[Wrong]:
    doubtful = document.ask(is_littered) and not document.ask(_writes_eths)
    for span in document.gather(_suspects):
        wrong = _wrong(document, span)
        if wrong and not (doubtful and wrong.variant in ("eth", "tilde")):
            yield wrong


def _writes_eths(document: Document) -> bool:
    return writes_eths(document.source.text)


def _suspects(document: Document) -> Iterator[Span]:
    """The words with an odd letter, in order."""
    syllables = document.syllables
    found = {index for index, form in enumerate(syllables.forms) if form in TILDE_FOR_GRAVE}
    for match in _ODD.finditer(document.source.text):
        index = bisect_right(syllables.starts, match.start()) - 1
        if index >= 0 and match.start() < syllables.ends[index]:
            found.add(index)
    return map(syllables.span, sorted(found))


def _wrong(document: Document, span: Span) -> Wrong | None:
    """What is wrong with the letters of a word, if it is clear what they should be."""
    text = document.source.text
    word = text[span.start : span.end]
    if word.lower() in TILDE_FOR_GRAVE:
        return _of_tilde(document, span, word)
    right = _narrow("".join(_LETTERS.get(char, char) for char in word))
    right = _with_marks_in_place(in_latin(right, unspaced(text, *span)))
    if right == word or not _USUAL.issuperset(right.lower()):
        return None
    sign = next(char for char in word if char.lower() not in _USUAL)
    if (sign in ETHS and not _is_known(document, right)) or (sign in LIGATURES and not right.isascii()):
        return None
    return Wrong(span, sign, right, _variant(sign))


def _variant(sign: str) -> str:
    if sign in ETHS:
        return "eth"
    if sign in TWINS:
        return "script"
    return "mark" if unicodedata.combining(sign) else ""


def _of_tilde(document: Document, span: Span, word: str) -> Wrong | None:
    header = document.component("quoc-hieu")
    if header is not None and header.span.overlaps(span):
        return None  # the rule on the national name tells it
    place = next(place for place, char in enumerate(word) if char in "õÕ")
    right = word[:place] + ("ò" if word[place] == "õ" else "Ò") + word[place + 1 :]
    return Wrong(span, word[place], right, "tilde")


def _is_known(document: Document, right: str) -> bool:
    form = right.lower()
    return is_possible(form) or form in document.syllables.distinct or document.ask(_writes_eths)


def _narrow(word: str) -> str:
    """Full-width letters as ordinary ones, and mathematical ones that stand among ordinary ones."""
    wide = [char for char in word if "Ａ" <= char <= "ｚ" or _FIRST_OF_MATHS <= char <= _LAST_OF_MATHS]
    if not wide or (len(wide) == len(word) and wide[0] >= _FIRST_OF_MATHS):
        return word
    return "".join(unicodedata.normalize("NFKC", char) if char in wide else char for char in word)


def _with_marks_in_place(word: str) -> str:
    """A word in which a stray combining mark has become part of its letter; the word itself where it cannot."""
    marks = [char for char in word if unicodedata.combining(char)]
    if not marks:
        return word
    bare = "".join(char for char in word if not unicodedata.combining(char))
    form = bare.lower()
    strays = {_TONE_MARKS.get(mark, "") for mark in marks}
    if strays == {""}:
        return bare if is_possible(form) else word
    tones = strays.union(tones_of(form))
    if len(tones) > 1:
        return word
    right = with_tone(without_tone(form), tones.pop())
    return bare if form in right else with_capitals_of(bare, right[0]) if right else word
