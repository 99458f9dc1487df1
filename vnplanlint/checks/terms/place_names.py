"""Is the name of a province spelt like one that exists?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from vnplanlint.document.model import Document
from vnplanlint.facts import Facts
from vnplanlint.findings import Edit, Hit, Remedy
from vnplanlint.mentions.normal_forms import spellings
from vnplanlint.mentions.syllables import Syllables
from vnplanlint.wordtables import bare

_PLACES = "III.1"
_UNITS = frozenset(("tỉnh", "phố", "tp"))
"""The last syllable of what calls a province by its kind."""


def place_names(document: Document) -> Iterator[Hit]:
    """ "tỉnh Lạng Sợn": no province is called so, and one is called almost so."""
    syllables = document.syllables
    provinces = _provinces(document.facts)
    firsts = {letters.partition(" ")[0] for letters in provinces}
    near = {form for form in syllables.distinct if bare(form) in firsts}
    for pair in sorted(pair for pair in syllables.pairs if pair[0] in near):
        right = provinces.get(f"{bare(pair[0])} {bare(pair[1])}")
        if right and not _is_right(pair, right):
            yield from _hits(document, pair, right)


def _is_right(pair: tuple[str, str], right: str) -> bool:
    return all(form in spellings(word) for form, word in zip(pair, right.lower().split(), strict=True))


def _hits(document: Document, pair: tuple[str, str], right: str) -> Iterator[Hit]:
    syllables = document.syllables
    for index, form in enumerate(syllables.forms[:-1]):
        if form == pair[0] and syllables.forms[index + 1] == pair[1] and _names_a_province(syllables, index):
            span = syllables.span(index, index + 1)
            shown = right.upper() if document.words(span).isupper() else right
            values = {"written": document.words(span), "right": shown}
            yield Hit(span, values, remedies=(Remedy("right", (Edit(span, shown),), "unsafe", values),))


def _names_a_province(syllables: Syllables, index: int) -> bool:
    """Whether the two bear capitals behind "tỉnh" or "thành phố" and are the whole name."""
    before = syllables.before(index)
    if before not in _UNITS or (before == "phố" and syllables.before(index - 1) != "thành"):
        return False
    if not syllables.goes_on(index) or not all(syllables.written(one)[0].isupper() for one in (index, index + 1)):
        return False
    following = syllables.after(index + 1)
    in_capitals = syllables.written(index).isupper()
    return in_capitals or not following or syllables.written(index + 2)[0].islower()


@lru_cache(maxsize=4)
def _provinces(facts: Facts) -> dict[str, str]:
    """The names of two syllables, by their letters without any mark."""
    names = {
        " ".join(word for word in row.form.split() if word[0].isupper())
        for row in facts.capital_forms
        if row.point == _PLACES and row.certainty == "high"
    }
    return {bare(name.lower()): name for name in sorted(names) if name.count(" ") == 1}
