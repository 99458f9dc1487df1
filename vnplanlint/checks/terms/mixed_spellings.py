"""hằng năm and hàng năm, liệt sĩ and liệt sỹ: both are right, but not in one document."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.terms.known_forms import known_forms
from vnplanlint.checks.terms.wording import everywhere, own_words, told
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit
from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.normal_forms import syllable_set
from vnplanlint.mentions.syllables import Syllables
from vnplanlint.orthography import with_capitals_of
from vnplanlint.spans import Span

_SPANS_OF_TIME = frozenset(("năm", "tháng", "quý", "tuần", "ngày"))
_TONES_OF_Y = "yýỳỷỹỵ"
_Y_TO_I = str.maketrans(_TONES_OF_Y, "iíìỉĩị")
_TAKES_EITHER = frozenset("hklmtsv")
_SAY_NOTHING = syllable_set("và của các những là được có cho về trong với từ theo một hai này đó hoặc để do")
_CROPS = "cây"
"""Đất trồng cây hàng năm is a kind of land."""


class _Every(NamedTuple):
    """hằng or hàng with the span of time that follows; ``syllable`` is the first word alone."""

    span: Span
    syllable: Span
    form: str


class _Either(NamedTuple):
    """A syllable that is also spelt with the other of i and y, and the pairs it makes with its neighbours."""

    syllable: Span
    form: str
    pairs: tuple[_Pair, ...]


class _Pair(NamedTuple):
    place: str  # of the neighbour: before or after
    neighbour: str
    span: Span


def mixed_spellings(document: Document) -> Iterator[Hit]:
    """One finding for each pair of spellings that the document mixes."""
    present = document.syllables.distinct
    if {"hằng", "hàng"} <= present:
        yield from _every(document)
    ends_in_y = {form for passage in document.passages for form in passage.ask(_ending_in_y)}
    for with_y in sorted(ends_in_y):
        with_i = with_y.translate(_Y_TO_I)
        if with_i in present:
            yield from _i_or_y(document, with_y, with_i)


def _every(document: Document) -> Iterator[Hit]:
    """hàng năm beside hằng năm: the latter is preferred."""
    places = document.gather(_every_time)
    right = [one for one in places if one.form == "hằng"]
    wrong = [one for one in places if one.form == "hàng"]
    if right and wrong:
        yield told(
            document,
            [one.span for one in wrong],
            _with_case(document.words(wrong[0].syllable), "hằng") + document.words(wrong[0].span)[len("hàng") :],
            [Edit(one.syllable, _with_case(document.words(one.syllable), "hằng")) for one in wrong],
            right[0].span,
            severity="style",
        )


def _every_time(document: Document) -> Iterator[_Every]:
    """hằng năm, hàng tháng … in the document's own words, and not told as a form that is known."""
    syllables, own, text = document.syllables, own_words(document), document.text
    told_before = {known.span.start for known in known_forms(document) if known.other}
    for index in (*everywhere(syllables, "hằng"), *everywhere(syllables, "hàng")):
        form, start = syllables.forms[index], syllables.starts[index]
        if (
            syllables.after(index) in _SPANS_OF_TIME
            and not _is_a_year(text[syllables.ends[index + 1] : syllables.ends[index + 1] + _YEAR])
            and syllables.before(index) != _CROPS
            and own.at(start)
            and (form == "hằng" or start not in told_before)
        ):
            yield _Every(syllables.span(index, index + 1), syllables.span(index), form)


def _is_a_year(words: str) -> bool:
    """Whether a year follows: "tồn kho hàng năm 2023" counts goods."""
    return words.startswith(" ") and words[1:].isdigit()


_YEAR = 5


def _ending_in_y(document: Document) -> list[str]:
    """Syllables that may also end in i."""
    return [form for form in document.syllables.distinct if form[-1] in _TONES_OF_Y and _may_end_in_i(form)]


def _may_end_in_i(form: str) -> bool:
    return 1 < len(form) < 4 and form[-1] in _TONES_OF_Y and form[-2] in _TAKES_EITHER and form[0] != "q"


def _i_or_y(document: Document, with_y: str, with_i: str) -> Iterator[Hit]:
    """Two spellings of a syllable after (or before) the same one: liệt sĩ, liệt sỹ."""
    places = document.search(_either, with_y, with_i)
    spelt: dict[tuple[str, str], set[str]] = {}
    for one in places:
        for pair in one.pairs:
            spelt.setdefault((pair.place, pair.neighbour), set()).add(one.form)
    ways: dict[str, list[tuple[Span, _Pair]]] = {}
    for one in places:
        mixed = [pair for pair in one.pairs if len(spelt[pair.place, pair.neighbour]) == 2]
        if mixed:
            ways.setdefault(one.form, []).append((one.syllable, mixed[0]))
    if len(ways) == 2:
        usual = max(ways, key=lambda form: (len(ways[form]), form == with_i))
        odd = ways[with_y if usual == with_i else with_i]
        _, (place, neighbour, shown) = odd[0]
        right = (neighbour, usual) if place == "before" else (usual, neighbour)
        yield told(
            document,
            [pair.span for _, pair in odd],
            with_capitals_of(document.words(shown), " ".join(right)),
            [Edit(syllable, usual) for syllable, _ in odd],
            ways[usual][0][1].span,
            variant="usual",
            severity="style",
        )


def _either(document: Document, with_y: str, with_i: str) -> Iterator[_Either]:
    """The places of both spellings in the document's own words, as far as a neighbour tells what word it is."""
    syllables = document.syllables
    if syllables.distinct.isdisjoint((with_y, with_i)):
        return
    own = own_words(document)
    for index in sorted((*everywhere(syllables, with_y), *everywhere(syllables, with_i))):
        if syllables.written(index).islower() and own.at(syllables.starts[index]):
            pairs = tuple(pair for pair in _pairs(syllables, index) if pair.neighbour not in _SAY_NOTHING)
            yield _Either(syllables.span(index), syllables.forms[index], pairs)


def _pairs(syllables: Syllables, index: int) -> Iterator[_Pair]:
    """With the syllable before, which tells more, and with that after: liệt sỹ, sỹ chưa."""
    if before := syllables.before(index):
        yield _Pair("before", before, syllables.span(index - 1, index))
    if after := syllables.after(index):
        yield _Pair("after", after, syllables.span(index, index + 1))


def _with_case(written: str, form: str) -> str:
    if written.isupper():
        return form.upper()
    return form.capitalize() if written[0].isupper() else form
