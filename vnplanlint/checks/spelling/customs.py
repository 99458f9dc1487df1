"""Is one custom of writing kept throughout: hòa or hoà, lý or lí?"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.spelling.neighbours import in_title
from vnplanlint.checks.spelling.signs import IN_BOTH_CUSTOMS, takes_i_or_y
from vnplanlint.checks.spelling.words import is_littered
from vnplanlint.document.model import Document
from vnplanlint.findings import Applicability, Edit, Hit, Place, Remedy
from vnplanlint.light_typing import NamedTuple
from vnplanlint.orthography import tones_of, with_capitals_of, with_tone, without_tone
from vnplanlint.spans import Span

_NEVER_NAMES = ("uỷ", "ủy")
_BESIDE_ANY_WORD = frozenset(
    ("và", "các", "những", "của", "có", "là", "một", "theo", "về", "được", "với", "cho", "trong", "để", "hoặc", "không",
     "thì", "mà", "rất", "từ", "đến", "tại", "do", "bị", "cần", "phải", "sẽ", "đã", "này", "khi", "như", "nếu")
)  # fmt: skip
_MOST_PLACES = 15


class Written(NamedTuple):
    """A syllable that can be written in two ways: where, as it stands (lower case), and the other way."""

    span: Span
    form: str
    other: str


def two_places(document: Document, old: set[str], new: set[str]) -> Iterator[Hit]:
    """Words that mark their tone after the ``old`` custom against those that do after the ``new``."""
    after_old, after_new = (
        [word.as_written(_moved(word.form)) for word in _places(document, forms)] for forms in (old, new)
    )
    if after_old and after_new and not document.ask(is_littered):
        yield _hit(document, *_fewer_first(after_old, after_new))


def two_vowels(document: Document, with_i: str, with_y: str) -> Iterator[Hit]:
    """A syllable with i against the one with y, if both belong to one word somewhere.

    Of qui and quy it is qui that is told, whichever there are more of.
    """
    in_i, in_y = _places(document, {with_i}), _places(document, {with_y})
    if _neighbours(document, in_i) & _neighbours(document, in_y) and not document.ask(is_littered):
        written_i = [word.as_written(with_y) for word in in_i]
        written_y = [word.as_written(with_i) for word in in_y]
        fewer, more = (written_i, written_y) if with_i[:2] == "qu" else _fewer_first(written_i, written_y)
        yield _hit(document, fewer, more, is_sure=False)


class _Word(NamedTuple):
    """A syllable whose writing the author chose."""

    span: Span
    form: str
    written: str

    def as_written(self, other: str) -> Written:
        """The syllable with the ``other`` way of writing it, in its own capitals."""
        return Written(self.span, self.form, with_capitals_of(self.written, other))


def _places(document: Document, forms: set[str]) -> list[_Word]:
    return [word for word in document.gather(_own_words_in_doubt) if word.form in forms]


def _own_words_in_doubt(document: Document) -> Iterator[_Word]:
    """The author's words that end in a vowel which customs mark or write differently."""
    syllables = document.syllables
    forms = {form for form in syllables.distinct if form[-2:] in IN_BOTH_CUSTOMS or takes_i_or_y(form)}
    if forms:
        for index, form in enumerate(syllables.forms):
            if form in forms and _is_own_word(document, index):
                yield _Word(syllables.span(index), form, syllables.written(index))


def _fewer_first(some: list[Written], others: list[Written]) -> tuple[list[Written], list[Written]]:
    """The rarer way of writing and the other; of equally many, the one that comes later is the rarer."""
    fewer, more = sorted((some, others), key=lambda ones: (len(ones), -ones[0].span.start))
    return fewer, more


def _hit(document: Document, fewer: list[Written], more: list[Written], is_sure: bool = True) -> Hit:
    """One way of writing against the other; where there are equally many, neither is right."""
    is_tie = len(fewer) == len(more)
    first = fewer[0]
    remedies = [_remedy(fewer, "safe" if is_sure and not is_tie else "unsafe")]
    if is_tie:
        remedies.append(_remedy(more, "unsafe"))
    values = {
        "word": document.words(first.span),
        "right": with_capitals_of(document.words(first.span), first.other),
        "count": len(fewer),
        "usual": document.words(more[0].span),
        "most": len(more),
    }
    places = [*(Place(one.span, "also") for one in fewer[1:_MOST_PLACES]), Place(more[0].span, "usual")]
    return Hit(first.span, values, "tie" if is_tie else "", tuple(places), tuple(remedies))


def _remedy(ones: list[Written], applicability: Applicability) -> Remedy:
    return Remedy("write", tuple(Edit(one.span, one.other) for one in ones), applicability, {"right": ones[0].other})


def _moved(form: str) -> str:
    """The syllable in the other custom: hòa, hoà."""
    both = with_tone(without_tone(form), tones_of(form)[0])
    return next((other for other in both if other != form), form)


def _neighbours(document: Document, ones: list[_Word]) -> set[tuple[str, str]]:
    """The neighbours, in front and behind, with which these may be a word."""
    syllables = document.syllables
    indices = [syllables.at(one.span.start) for one in ones]
    words = {(syllables.before(index), "") for index in indices} | {("", syllables.after(index)) for index in indices}
    return {word for word in words if any(word) and _BESIDE_ANY_WORD.isdisjoint(word)}


def _is_own_word(document: Document, index: int) -> bool:
    """Whether the author chose how to write it: no name, no quotation, no title of another document."""
    syllables = document.syllables
    written = syllables.written(index)
    if not written.islower() and not (written[1:].islower() and syllables.forms[index] in _NEVER_NAMES):
        return False
    start = syllables.starts[index]
    if document.in_quotation(start):
        return False
    division = document.division_at(start)
    if division is not None and division.kind in ("quotation", "chrome"):
        return False
    return not in_title(document, syllables.span(index))
