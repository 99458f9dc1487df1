"""Number words that say no number, beside figures: "250 (hai trăm lăm mươi)", "Sáu mưới triệu đồng".

They are compared with the words of the figures: a slip of one letter, tone or word in
what is otherwise the same number is told, anything farther off is no number at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnplanlint.document.model import Document
from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.large_numbers import LARGEST, NUMBER_WORDS, read_number_words, spell_large
from vnplanlint.mentions.quantities import quantities_in
from vnplanlint.mentions.spelled_numbers import LED, FiguresBefore, figures_before, like
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_OPENING = pattern(rf"\( *+(?:{LED})?+(?=\p{{L}})")
_LED_OPENING = pattern(r"[Bb]ằng +chữ(?: +là)? *+:? *+(?:\( *+)?+(?=\p{L})")
_WORD = pattern(r" *+(\p{L}++)(,?)")
_NOUN_AFTER = pattern(r"\) *+(?:bản|bộ|ngày|tháng|người|đại +biểu|đồng +chí|lần|năm|tuần|buổi|suất|giải)(?!\p{L})")
_MOST_WORDS = 40
_SLIPS_IN = 4
"""One slip in so many words is a slip; more are another thing."""


class UnreadableWords(NamedTuple):
    """``words`` stand where ``right`` would say what the figures say."""

    words: Span
    figures: Span
    right: str


class _Words(NamedTuple):
    forms: list[str]
    ends: list[int]


def find_unreadable_words(document: Document, told: Sequence[Span]) -> Iterator[UnreadableWords]:
    """Beside figures or below them, unless they are among ``told``: the pairs that could be read."""
    text = document.text
    if "(" not in text and "ằng chữ" not in text:
        return
    taken = {span.start for span in told}
    for opening in _OPENING.finditer(text):
        figures = figures_before(text, opening.start()) or _money_above(document, opening.start(), opening[0])
        if figures and opening.end() not in taken and (found := _near(text, opening.end(), figures)):
            taken.add(opening.end())
            yield found
    for opening in _LED_OPENING.finditer(text) if "ằng chữ" in text else ():
        figures = figures_before(text, opening.start()) or _money_above(document, opening.start(), opening[0])
        if figures and opening.end() not in taken and (found := _near(text, opening.end(), figures)):
            yield found


def _money_above(document: Document, start: int, opening: str) -> FiguresBefore | None:
    """The sum at the end of the block before, for words that open a block ("Bằng chữ: …")."""
    block = document.block_at(start)
    if "ằng chữ" not in opening or block is None or not block.index:
        return None
    if document.text[block.span.start : start].strip(" (*-+"):
        return None
    above = document.blocks[block.index - 1]
    sums = quantities_in(document.mentions.quantities, above.span)
    if not sums or sums[-1].unit != "đồng" or document.text[sums[-1].span.end : above.span.end].strip(" .,;:/)"):
        return None
    value = sums[-1].thousandths
    return None if value is None else FiguresBefore(sums[-1].figures, (value,), "đồng", sums[-1].scale)


def _near(text: str, start: int, figures: FiguresBefore) -> UnreadableWords | None:
    """The words from ``start`` on, where they are nearly those of the figures and say no number."""
    words = _words(text, start)
    if not words.forms or (len(words.forms) > 1 and not any(form in NUMBER_WORDS for form in words.forms)):
        return None
    for reading in figures.readings:
        if reading % 1000 or reading >= LARGEST * 1000:
            continue
        right = like(spell_large(reading // 1000), " ".join(words.forms))
        count = _length(words, right.split(), figures.unit)
        if count > 1 or (count and len(text[figures.span.start : figures.span.end]) <= 2 and _counts(text, words)):
            return UnreadableWords(Span(start, words.ends[count - 1]), figures.span, right)
    return None


def _counts(text: str, words: _Words) -> bool:
    """Whether one word in brackets stands before something that is counted."""
    return _NOUN_AFTER.match(text, words.ends[0]) is not None


def _words(text: str, start: int) -> _Words:
    forms: list[str] = []
    ends: list[int] = []
    while len(forms) < _MOST_WORDS and (match := _WORD.match(text, start)):
        forms.append(match[1].lower())
        ends.append(match.end(1))
        start = match.end()
    return _Words(forms, ends)


def _length(words: _Words, right: list[str], unit: str) -> int:
    """How many of the words are meant as the number ``right``; 0 where they are something else."""
    from vnplanlint.checks.general.distance import distance

    limit = max(1, len(right) // _SLIPS_IN)
    for count in range(len(right) - 1, len(right) + 2):
        if not 0 < count <= len(words.forms) or not _ends_there(words, count, unit):
            continue
        said = words.forms[:count]
        if said == right or read_number_words(said) is not None:
            return 0
        if all(_is_meant(word, right) for word in said) and 0 < distance(said, right, limit) <= limit:
            return count if len(right) > 1 or said[0] not in NUMBER_WORDS else 0
    return 0


def _ends_there(words: _Words, count: int, unit: str) -> bool:
    """Whether the number ends with the words or before its unit."""
    return count == len(words.forms) or words.forms[count] == (unit.split() or ["đồng"])[0]


def _is_meant(word: str, right: list[str]) -> bool:
    """Whether a word is a number word, or one letter or mark away from one of ``right``."""
    return word in NUMBER_WORDS or any(_is_nearly(word, one) for one in right)


def _is_nearly(word: str, right: str) -> bool:
    from unicodedata import normalize

    from vnplanlint.checks.general.distance import distance

    bare = [normalize("NFD", one.replace("đ", "d")).encode("ascii", "ignore").decode() for one in (word, right)]
    return bare[0] == bare[1] or (len(right) > 2 and distance(word, right, 1) == 1)
