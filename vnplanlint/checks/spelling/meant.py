"""What a word that is no syllable was meant to be.

Each way of reading it stands for a slip that people make: the tone mark on the wrong
vowel, ngh before a, ưo for ươ, a stop without its tone, two words without a space.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from vnplanlint.document.model import Document
from vnplanlint.light_typing import Literal, NamedTuple
from vnplanlint.orthography import (
    ends_in_stop,
    is_frequent,
    is_well_spelled,
    letters_of,
    tones_of,
    with_tone,
    without_tone,
)

Kind = Literal["", "place", "glued"]
_ONSETS_FOR_ANOTHER = {
    "ngh": ("ng",), "ng": ("ngh",), "gh": ("g",), "g": ("gh",), "k": ("c",), "c": ("k",),
}  # fmt: skip
_HORNLESS = (("uơ", "ươ"), ("ưo", "ươ"))
_FAMILIES = ("aăâ", "eê", "oôơ", "uư", "iy", "dđ")
_TONES = ("", "huyền", "sắc", "hỏi", "ngã", "nặng")
_NATIVE_TONES = ("huyền", "hỏi", "ngã", "nặng")
"""Tones that loan words written in one piece (ôxít, môđun) do not have."""


_LONGEST = 7
"""Letters of the longest syllable: nghiêng."""


class Meant(NamedTuple):
    """The words that may be meant, likeliest first; ``certain`` where there is but one."""

    words: tuple[str, ...]
    kind: Kind = ""
    certain: bool = False


class Reader:
    """Reads odd words in the light of the other words of their text."""

    def __init__(self, document: Document) -> None:
        """Take the text; its words are counted when first asked for."""
        self._document = document

    @cached_property
    def _counts(self) -> list[dict[str, int]]:
        return self._document.gather(_counted)

    def _count(self, word: str) -> int:
        """How often a word is written small: names tell nothing of words."""
        return sum(counts.get(word, 0) for counts in self._counts)

    def meant(self, word: str, places: list[int], is_name: bool) -> Meant | None:
        """What ``word`` (lower case; syllables ``places``) was meant to be, or None if that is not clear.

        A name may be foreign: only slips that no foreign name shows are read in it.
        """
        toneless, tones = without_tone(word), tones_of(word)
        right = _mark_moved(toneless, tones)
        if right:
            return self._moved_or_bare(right, toneless, places)
        right = _respelled(toneless, tones, is_name)
        if right:
            return Meant((right,), certain=True)
        with_stop = _with_tone_of_stop(toneless, tones)
        if with_stop:
            return Meant(self._in_compounds(with_stop, places) or self._likeliest_first(with_stop))
        if is_name:
            return None
        pair = self._apart(word)
        if pair:
            return Meant((pair,), "glued")
        near = tuple(_one_letter_away(toneless, tones))
        near = self._in_compounds(near, places) or tuple(other for other in near if self._count(other) > 1)
        return Meant(near) if len(near) == 1 else None

    def _moved_or_bare(self, right: str, toneless: str, places: list[int]) -> Meant:
        """The mark in its place, unless the word without it belongs to its neighbours (traò đổi)."""
        both = (toneless, right)
        if is_well_spelled(toneless) and self._in_compounds(both, places) == (toneless,):
            return Meant(both, "place")
        return Meant((right,), "place", certain=True)

    def _in_compounds(self, words: tuple[str, ...], places: list[int]) -> tuple[str, ...]:
        """Those that make a common compound with a neighbour where the odd word stands."""
        syllables = self._document.syllables
        beside = {(syllables.before(place), syllables.after(place)) for place in places}
        return tuple(
            word
            for word in words
            if any(
                self._document.facts.is_compound(*pair)
                for one, other in beside
                for pair in ((one, word), (word, other))
            )
        )

    def _likeliest_first(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Those that the text has, else all, frequent ones first."""
        known = tuple(word for word in words if self._count(word))
        return tuple(sorted(known or words, key=lambda word: (-self._count(word), not is_frequent(word))))

    def _apart(self, word: str) -> str:
        """Two syllables that were written without a space, with one between them."""
        if len(word) > 2 * _LONGEST:
            return ""
        pairs = [
            (word[:place], word[place:])
            for place in range(2, len(word) - 1)
            if is_well_spelled(word[:place]) and is_well_spelled(word[place:])
        ]
        for fitting in ([pair for pair in pairs if self._stand_together(pair)], self._compounds(pairs)):
            if fitting:
                return " ".join(fitting[0])
        if not any(tone in _NATIVE_TONES for tone in tones_of(word)):
            return ""
        known = [pair for pair in pairs if self._count(pair[0]) and self._count(pair[1])]
        return " ".join(known[0]) if len(known) == 1 else ""

    def _compounds(self, pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
        return [pair for pair in pairs if self._document.facts.is_compound(*pair)]

    def _stand_together(self, pair: tuple[str, str]) -> bool:
        return pair in self._document.syllables.pairs


def _counted(document: Document) -> list[dict[str, int]]:
    syllables = document.syllables
    counts: dict[str, int] = {}
    for form, start in zip(syllables.forms, syllables.starts, strict=True):
        if syllables.text[start] == form[0]:
            counts[form] = counts.get(form, 0) + 1
    return [counts]


def _mark_moved(toneless: str, tones: list[str]) -> str:
    """The same letters and tone with the mark in its place: họach → hoạch."""
    if len(tones) != 1:
        return ""
    right = with_tone(toneless, tones[0])
    return right[0] if len(right) == 1 else ""


def _respelled(toneless: str, tones: list[str], is_name: bool) -> str:
    """The same sounds in their only spelling: nghành → ngành, nguời → người."""
    if len(tones) > 1:
        return ""
    tone = tones[0] if tones else ""
    candidates = [toneless.replace(wrong, right) for wrong, right in _HORNLESS if wrong in toneless]
    if not is_name or toneless.startswith("ng"):
        onset = letters_of(toneless)[0]
        candidates += [other + toneless[len(onset) :] for other in _ONSETS_FOR_ANOTHER.get(onset, ())]
    rights = {right for candidate in candidates for right in with_tone(candidate, tone)[:1]}
    return rights.pop() if len(rights) == 1 else ""


def _with_tone_of_stop(toneless: str, tones: list[str]) -> tuple[str, ...]:
    """A syllable in p, t, c, ch with either tone that it can have: môt → mốt, một."""
    if len(tones) > 1 or not ends_in_stop(toneless):
        return ()
    return (*with_tone(toneless, "sắc"), *with_tone(toneless, "nặng"))


def _one_letter_away(toneless: str, tones: list[str]) -> Iterator[str]:
    """Well spelled syllables that differ in one letter: doubled, or of the same family."""
    if len(tones) > 1:
        return
    tone = tones[0] if tones else ""
    seen: set[str] = set()
    for place, char in enumerate(toneless):
        shorter = toneless[:place] + toneless[place + 1 :]
        changed = [toneless[:place] + other + toneless[place + 1 :] for other in _family(char)]
        for letters in (shorter, *changed):
            for right in with_tone(letters, tone)[:1]:
                if right not in seen:
                    seen.add(right)
                    yield right


def _family(char: str) -> str:
    return next((family.replace(char, "") for family in _FAMILIES if char in family), "")
