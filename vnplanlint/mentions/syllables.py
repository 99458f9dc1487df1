"""The syllables of a text: what spelling and wording are asked of.

Vietnamese is written in syllables with a space between any two, so a word is one or
more of them in a row.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise

from vnplanlint.light_typing import Any
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_LETTERS = pattern(r"[^\W\d_]+")
_LONG = 50_000
"""From so many syllables on, looking through all of them for each form takes longer than sorting them."""


class Syllables:
    """Every run of letters in a joined text, in order, as parallel lists.

    ``forms`` are in lower case, ``starts`` and ``ends`` their half-open places in
    ``text``.  Digits, underscores and marks belong to no syllable.
    """

    __slots__ = ("text", "forms", "starts", "ends", "_parts", "_distinct", "_pairs", "_places")

    forms: list[str]
    starts: list[int]
    ends: list[int]

    def __init__(self, text: str) -> None:
        """Read the syllables of ``text`` (joined text, any length)."""
        self.text = text
        self.forms = []
        self.starts = []
        self.ends = []
        self._parts: list[tuple[int, Syllables]] = []
        place = 0
        for form in _in_lower_case(_letters_and_spaces(text)).split(" "):
            if form:
                self.forms.append(form)
                self.starts.append(place)
                place += len(form)
                self.ends.append(place)
            place += 1
        self._distinct: frozenset[str] | None = None
        self._pairs: frozenset[tuple[str, str]] | None = None
        self._places: dict[str, list[int]] | None = None

    @classmethod
    def together(cls, text: str, parts: list[tuple[int, Syllables]]) -> Syllables:
        """Those of ``text``, which is made of ``parts``: where each begins, and its syllables.

        Each list is put together when it is first asked for.
        """
        whole = cls.__new__(cls)
        whole.text = text
        whole._parts = parts
        whole._distinct = whole._pairs = whole._places = None
        return whole

    def __getattr__(self, name: str) -> list[Any]:
        """A list that has not been asked for before, of syllables that are made of parts."""
        together: list[Any] = []
        if name == "forms":
            for _, part in self._parts:
                together += part.forms
        elif name in ("starts", "ends"):
            for start, part in self._parts:
                together += map(start.__add__, getattr(part, name))
        else:
            raise AttributeError(name)
        setattr(self, name, together)
        return together

    def __len__(self) -> int:
        """How many syllables there are."""
        return len(self.forms)

    @property
    def distinct(self) -> frozenset[str]:
        """Every form once: what can be judged without its place is judged once."""
        if self._distinct is None:
            of_parts = [part.distinct for _, part in self._parts]
            self._distinct = frozenset().union(*of_parts) if of_parts else frozenset(self.forms)
        return self._distinct

    @property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Every two forms in a row once, also over marks: what is not among them needs no search."""
        if self._pairs is None:
            self._pairs = frozenset(self._all_pairs())
        return self._pairs

    def _all_pairs(self) -> Iterable[tuple[str, str]]:
        if not self._parts:
            return zip(self.forms, self.forms[1:], strict=False)
        spoken = [part for _, part in self._parts if part.forms]
        over_edges = {(one.forms[-1], other.forms[0]) for one, other in pairwise(spoken)}
        return over_edges.union(*(part.pairs for part in spoken))

    def everywhere(self, form: str) -> Iterator[int]:
        """The index of each syllable of this form; in a very long text they are all sorted once."""
        if len(self.forms) > _LONG:
            if self._places is None:
                self._places = {}
                for index, one in enumerate(self.forms):
                    self._places.setdefault(one, []).append(index)
            yield from self._places.get(form, ())
            return
        index = -1
        for _ in range(self.forms.count(form)):
            index = self.forms.index(form, index + 1)
            yield index

    def at(self, offset: int) -> int:
        """The index of the syllable that begins at ``offset``, or of the next one after it."""
        return bisect_left(self.starts, offset)

    def written(self, index: int) -> str:
        """Syllable ``index`` as it stands, with its capitals."""
        return self.text[self.starts[index] : self.ends[index]]

    def span(self, first: int, last: int | None = None) -> Span:
        """From the start of syllable ``first`` to the end of ``last`` (default: of itself)."""
        return Span(self.starts[first], self.ends[first if last is None else last])

    def goes_on(self, index: int) -> bool:
        """Whether only spaces stand between syllable ``index`` and the next one."""
        if index + 1 >= len(self.forms):
            return False
        between = self.text[self.ends[index] : self.starts[index + 1]]
        return between == " " or (between != "" and not between.strip(" "))

    def before(self, index: int) -> str:
        """The syllable in front, in lower case; "" where a mark or the block's edge stands between."""
        return self.forms[index - 1] if index and self.goes_on(index - 1) else ""

    def after(self, index: int) -> str:
        """The syllable behind, in lower case; "" where a mark or the block's edge stands between."""
        return self.forms[index + 1] if self.goes_on(index) else ""

    def reads(self, index: int, words: tuple[str, ...]) -> bool:
        """Whether ``words`` (lower case) stand from syllable ``index`` on, with only spaces between them."""
        return self.forms[index : index + len(words)] == list(words) and all(
            self.goes_on(place) for place in range(index, index + len(words) - 1)
        )

    def find(self, phrases: dict[str, list[tuple[str, ...]]]) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Every place where one of ``phrases`` stands, as (index of its first syllable, phrase).

        ``phrases`` maps a first syllable to the phrases that begin with it (lower case,
        each a tuple of syllables); of several that fit at one place all are given.
        """
        get = phrases.get
        for index, form in enumerate(self.forms):
            fitting = get(form)
            if fitting:
                for words in fitting:
                    if self.reads(index, words):
                        yield index, words


def _letters_and_spaces(text: str) -> str:
    """``text`` with a space for whatever is no letter, in its place: faster than asking for each syllable."""
    for sign in _LETTERS.sub("", "".join(set(text))):
        text = text.replace(sign, " ")
    return text


def _in_lower_case(text: str) -> str:
    lowered = text.lower()
    if len(lowered) != len(text):  # a letter such as İ has two in lower case
        lowered = "".join(char.lower()[:1] for char in text)
    return lowered
