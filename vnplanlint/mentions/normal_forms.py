"""Terms and names by their normal form: the same words, however they are joined.

"Thi đua - Khen thưởng", "Thi đua – Khen thưởng", "Thi đua khen thưởng" and "THI ĐUA, KHEN
THƯỞNG" are one term written four ways.  Its normal form is the row of its syllables in
lower case, with the tone mark of oa, oe, uy in its old place and without "và" or marks.
"""

from __future__ import annotations

from itertools import pairwise

from vnplanlint.light_typing import Literal, NamedTuple
from vnplanlint.orthography import in_new_place, in_old_place
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_WORDS = pattern(r"[\p{L}\p{N}]+")
_MARKS = frozenset("-–—,&")
_DASHES = frozenset("-–—")
_AND = "và"


class Form(NamedTuple):
    """A term taken apart: its words as written, their normal form, and what joins each to the next.

    A joint is " ", ", ", " - ", "-", " và " …: exactly what stands between two words.
    """

    text: str
    words: tuple[str, ...]
    key: tuple[str, ...]
    joints: tuple[str, ...]


class Written(NamedTuple):
    """A term as it stands in a text: where each word of its normal form is, and the joints between them."""

    words: tuple[Span, ...]
    joints: tuple[str, ...]

    @property
    def span(self) -> Span:
        """From the first word to the last."""
        return Span(self.words[0].start, self.words[-1].end)


Deviation = Literal["joint", "dash", "spacing", "case"]
"""Another mark or none · another kind of dash · other spaces around it · other capitals."""


def syllable_set(*lists: str) -> frozenset[str]:
    """The syllables of ``lists``, which are divided by spaces."""
    return frozenset(" ".join(lists).split())


def phrase_set(*lists: str) -> frozenset[str]:
    """The phrases of ``lists``, which are divided by commas."""
    return frozenset(phrase.strip() for phrase in ",".join(lists).split(","))


def fold(syllable: str) -> str:
    """A syllable in lower case with the tone mark of oa, oe, uy in its old place."""
    return in_old_place(syllable.lower())


def spellings(syllable: str) -> tuple[str, ...]:
    """A lower-case syllable with the tone mark of oa, oe, uy in either place, if it has one."""
    other = in_new_place(syllable)
    return (syllable, other) if other != syllable else (syllable,)


def take_apart(text: str, without_and: bool = False) -> Form:
    """``text`` as a ``Form``; ``without_and`` counts "và" between two words as a joint."""
    spans = [match.span() for match in _WORDS.finditer(text)]
    if without_and:
        spans = [span for span in spans if text[slice(*span)] != _AND]
    words = tuple(text[start:end] for start, end in spans)
    joints = tuple(text[end : after[0]] for (_, end), after in pairwise(spans))
    return Form(text, words, tuple(fold(word) for word in words), joints)


def read_form(text: str, start: int, key: tuple[str, ...], with_and: bool = False) -> Written | None:
    """The term of normal form ``key`` that begins at ``start``, if it stands there.

    Between two words may stand spaces and one mark; ``with_and`` also lets "và" stand there.
    """
    words: list[Span] = []
    joints: list[str] = []
    place = start
    for wanted in key:
        match = _WORDS.match(text, place)
        if match and with_and and words and match.group().lower() == _AND and wanted != _AND:
            beyond = _past_joint(text, match.end())
            match = _WORDS.match(text, beyond) if beyond else None
        if match is None or fold(match.group()) != wanted:
            return None
        if words:
            joints.append(text[words[-1].end : match.start()])
        words.append(Span(*match.span()))
        if len(words) < len(key):
            place = _past_joint(text, match.end())
            if not place:
                return None
    return Written(tuple(words), tuple(joints))


def _past_joint(text: str, place: int) -> int:
    """Where the next word must begin, or 0 where something else than a joint stands here."""
    start, length = place, len(text)
    marks = 0
    while place < length:
        char = text[place]
        if char in _MARKS:
            marks += 1
        elif char != " ":
            break
        place += 1
    return place if place > start and marks < 2 else 0


def deviations(text: str, source: str, written: Written, form: Form) -> frozenset[Deviation]:
    """In what ``written`` departs from ``form``; capitals count only where not everything is in capitals.

    Spaces where the ``source`` breaks the line are nobody's choice.
    """
    found: set[Deviation] = set()
    for joint, right, before, after in zip(written.joints, form.joints, written.words, written.words[1:], strict=False):
        kind = _joint_deviation(joint, right, "\n" in source[before.end : after.start])
        if kind:
            found.add(kind)
    if not text[written.span.start : written.span.end].isupper() and any(
        _capitals(text[span.start : span.end]) != _capitals(word)
        for span, word in zip(written.words, form.words, strict=True)
    ):
        found.add("case")
    return frozenset(found)


def _joint_deviation(joint: str, right: str, wrapped: bool) -> Deviation | None:
    mark, wanted = joint.strip().lower(), right.strip()
    if mark != wanted:
        return "dash" if mark in _DASHES and wanted in _DASHES else "joint"
    if mark not in _DASHES or wrapped:
        return None
    return None if (joint[:1] == " ", joint[-1:] == " ") == (right[:1] == " ", right[-1:] == " ") else "spacing"


def _capitals(word: str) -> tuple[bool, ...]:
    return tuple(char.isupper() for char in word)
