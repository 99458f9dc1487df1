"""Characters that only look like Vietnamese letters, read as what is meant.

The joined text has the letters that are meant, so that a symbol or a word is
understood in spite of them; the source text keeps them for the rule that tells.
Loaded only where a text may have some.
"""

from __future__ import annotations

from vnplanlint.patterns import Match, pattern

ETHS = {"ð": "đ", "Ð": "Đ", "Ɖ": "Đ", "ɖ": "đ"}
"""Signs for đ of Icelandic and of Ewe; scanners too read đ so."""

FONT_MAP = {"ƣ": "ư", "Ƣ": "Ư", "ı": "i"}
LIGATURES = {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff"}
_CYRILLIC = dict(zip("АВЕЅІЈКМНОРСТУХҮасеѕіјорухһѵ", "ABESIJKMHOPCTYXYacesijopyxhv", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo", strict=True))
TWINS = {**_CYRILLIC, **_GREEK}
"""Letters of other alphabets by the Latin letter that looks the same."""

_FONTS = str.maketrans(FONT_MAP)
_FONTS_WITH_ETHS = str.maketrans({**FONT_MAP, **ETHS})
_TWIN = pattern(r"[\u0370-\u03ff\u0400-\u052f]")
_UNSPACED = pattern(r"[^\s]+")
_WORD = pattern(r"[^\W\d_]+")
_LATIN = pattern(r"\p{Latin}")


def folded(text: str) -> str:
    """``text``, as long as before, with look-alikes read as Vietnamese letters where that is certain."""
    text = text.translate(_FONTS_WITH_ETHS if writes_eths(text) else _FONTS)
    return _UNSPACED.sub(_without_twins, text) if _TWIN.search(text) else text


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


def _without_twins(match: Match[str]) -> str:
    around = match.group()
    if not _TWIN.search(around):
        return around
    return _WORD.sub(lambda word: in_latin(word.group(), around), around)
