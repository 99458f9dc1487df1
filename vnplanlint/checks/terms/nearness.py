"""How far two names are from one another, word by word."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from vnplanlint.checks.general.distance import distance
from vnplanlint.light_typing import NamedTuple
from vnplanlint.orthography import OLD_PLACE
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_WORD = pattern(r"[^\W_]+")
_NEW_CUSTOM = pattern(r"(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})")

LONG_ENOUGH = 8
"""Names of fewer words that differ in one are two names: "Giỏi việc trường, đảm việc nhà"."""


class Wording(NamedTuple):
    """The words of a name, as they are written and in lower case with one custom of tone marks.

    ``span`` runs from the first word to the last; ``gaps`` are what stands between any two.
    """

    span: Span
    written: tuple[str, ...]
    words: tuple[str, ...]
    gaps: tuple[str, ...]

    def place(self, first: int, last: int) -> Span:
        """Where words ``first`` to ``last`` (included) stand."""
        start = self.span.start + sum(map(len, self.written[:first])) + sum(map(len, self.gaps[:first]))
        return Span(start, start + len(self._between(first, last)))

    def slice(self, first: int, last: int) -> str:
        """Words ``first`` to ``last`` (included) as they are written, with the marks between them."""
        return " ".join(self._between(first, last).split())

    def part(self, first: int, last: int) -> Wording:
        """Words ``first`` to ``last`` (included) alone."""
        here = slice(first, last + 1)
        return Wording(self.place(first, last), self.written[here], self.words[here], self.gaps[first:last])

    def _between(self, first: int, last: int) -> str:
        pairs = zip(self.written[first:last], self.gaps[first:last], strict=True)
        return "".join(word + gap for word, gap in pairs) + self.written[last]


class Name(NamedTuple):
    """A name where the document writes it; ``own``: in the document's own title."""

    wording: Wording
    own: bool


class Difference(NamedTuple):
    """The words, of each of two names, between what they have in common at both ends; half-open."""

    first: Span
    second: Span


def wording(text: str, span: Span) -> Wording:
    """The words in ``span`` of ``text``."""
    text = text[span.start : span.end]
    lowered = plain(text)
    places = [match.span() for match in _WORD.finditer(lowered)]
    start, end = (places[0][0], places[-1][1]) if places else (0, 0)
    return Wording(
        Span(span.start + start, span.start + end),
        tuple([text[slice(*place)] for place in places]),
        tuple([lowered[slice(*place)] for place in places]),
        tuple([text[before[1] : after[0]] for before, after in pairwise(places)]),
    )


def plain(words: str) -> str:
    """Lower case, with tone marks where the old custom has them: "Hoà" and "hòa" are one."""
    return _NEW_CUSTOM.sub(lambda match: OLD_PLACE[match.group()], words.lower())


def difference(one: Sequence[str], other: Sequence[str]) -> Difference:
    """Where two names differ, once their common beginning and end are taken away."""
    shortest = min(len(one), len(other))
    start = next((place for place in range(shortest) if one[place] != other[place]), shortest)
    end = 0
    while end < shortest - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return Difference(Span(start, len(one) - end), Span(start, len(other) - end))


def changed(name: Wording, right: Wording) -> tuple[Span, str]:
    """The words that differ, with a neighbour where words were only added or dropped, and what to write there."""
    here, there = difference(name.words, right.words)
    if here.start == here.end or there.start == there.end:
        before, after = int(here.start > 0), int(here.end < len(name.words))
        here, there = Span(here.start - before, here.end + after), Span(there.start - before, there.end + after)
    return name.place(here.start, here.end - 1), right.slice(there.start, there.end - 1)


def holds(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Whether ``shorter`` stands in ``longer``, unbroken."""
    size = len(shorter)
    return any(longer[start : start + size] == shorter for start in range(len(longer) - size + 1))


def near_in_letters(one: str, other: str) -> bool:
    """Whether two words may be one, mistyped: hàng and hằng, sức and súc."""
    return min(len(one), len(other)) > 1 and distance(one, other, 1) <= 1 and one.isalpha() and other.isalpha()
