"""What the quick tests of a text and the closer looks that follow them both ask."""

from __future__ import annotations

from vnplanlint.document.model import Document
from vnplanlint.orthography import OLD_PLACE, is_well_spelled

TILDE_FOR_GRAVE = frozenset(("phõng", "cõn", "hõa", "tõa", "trõ", "đõi", "đõn", "mõn", "bõn", "trõn"))
"""What a font map that writes õ for ò makes of common words; none of them is a word."""

HIDDEN = "\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Invisible characters that the reader leaves in the text."""

IN_BOTH_CUSTOMS = frozenset((*OLD_PLACE, *OLD_PLACE.values()))
"""Ends of syllables that one custom marks on the first vowel and the other on the second."""

_WITH_I, _WITH_Y = "iìíỉĩị", "yỳýỷỹỵ"
I_AND_Y = str.maketrans(_WITH_I, _WITH_Y)
_BEFORE_I_OR_Y = ("h", "k", "l", "m", "s", "t", "qu")


def takes_i_or_y(form: str) -> bool:
    """Whether a syllable is written with i by some and with y by others: lí, lý."""
    return form[:-1] in _BEFORE_I_OR_Y and form[-1] in _WITH_I + _WITH_Y


def odd_forms(document: Document) -> set[str]:
    """The different words, in lower case, with letters beyond ASCII that are no well spelled syllables."""
    return {form for form in document.syllables.distinct if not form.isascii() and not is_well_spelled(form)}


def is_marked(form: str) -> bool:
    """Whether a word has a letter with a mark; đ alone may be an abbreviation's (NĐ, ĐHQG)."""
    return not form.replace("đ", "").isascii()
