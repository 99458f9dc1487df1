"""Characters that only look like Vietnamese letters, read as what is meant.

The joined text has the letters that are meant, so that a symbol or a word is
understood in spite of them; the source text keeps them for the rule that tells.
Loaded only where a text may have some.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from vnplanlint.patterns import Match, pattern

ETHS = {"ð": "đ", "Ð": "Đ", "Ɖ": "Đ", "ɖ": "đ"}
"""Signs for đ of Icelandic and of Ewe; scanners too read đ so."""

FONT_MAP = {"ƣ": "ư", "Ƣ": "Ư", "ı": "i"}
LIGATURES = {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff"}
_CYRILLIC = dict(zip("АВЕЅІЈКМНОРСТУХҮасеѕіјорухһѵ", "ABESIJKMHOPCTYXYacesijopyxhv", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo", strict=True))
TWINS = {**_CYRILLIC, **_GREEK}
"""Letters of other alphabets by the Latin letter that looks the same."""

_TWIN = pattern(r"[\u0370-\u03ff\u0400-\u052f]")
_SPACE = pattern(r"\s")
_WORD = pattern(r"[^\W\d_]+")
_LATIN = pattern(r"\p{Latin}")


def folded(text: str) -> str:
    """``text``, as long as before, with look-alikes read as Vietnamese letters where that is certain."""
    letters = {**FONT_MAP, **ETHS} if writes_eths(text) else FONT_MAP
    for sign, letter in letters.items():  # replacing is a hundred times faster than translating
        text = text.replace(sign, letter)
    return "".join(_without_twins(text)) if _TWIN.search(text) else text


def writes_eths(text: str) -> bool:
    """Whether ``text`` writes ð rather than đ throughout."""
    return sum(map(text.count, ETHS)) > text.count("đ") + text.count("Đ")


def in_latin(word: str, around: str) -> str:
    """``word`` with the twins of Latin letters made Latin, if it mixes alphabets; the same word if it does not.

    ``around`` is the text from space to space: an abbreviation belongs to what it is joined to.
    """
    foreign = [char for char in word if _TWIN.match(char)]
    if not foreign or not all(char in TWINS for char in foreign):
        return word
    if not _LATIN.search(around if word.isupper() else word):
        return word
    return "".join(TWINS.get(char, char) for char in word)


def _without_twins(text: str) -> Iterator[str]:
    """The text in pieces, of which those with a letter of another alphabet are read in Latin."""
    done = 0
    while twin := _TWIN.search(text, done):
        start, end = twin.start(), twin.end()
        while start > done and not text[start - 1].isspace():
            start -= 1
        space = _SPACE.search(text, end)
        end = space.start() if space else len(text)
        around = text[start:end]
        yield text[done:start]
        yield _WORD.sub(partial(_in_latin, around), around)
        done = end
    yield text[done:]


def _in_latin(around: str, word: Match[str]) -> str:
    return in_latin(word.group(), around)
