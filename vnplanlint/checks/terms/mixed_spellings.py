"""hằng năm and hàng năm, liệt sĩ and liệt sỹ: both are right, but not in one document."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.terms.known_forms import known_forms
from vnplanlint.checks.terms.wording import everywhere, own_words, told
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit
from vnplanlint.mentions.normal_forms import syllable_set
from vnplanlint.mentions.syllables import Syllables
from vnplanlint.orthography import with_capitals_of
from vnplanlint.spans import Span

_SPANS_OF_TIME = frozenset(("năm", "tháng", "quý", "tuần", "ngày"))
_Y_TO_I = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")
_TAKES_EITHER = frozenset("hklmtsv")
_SAY_NOTHING = syllable_set("và của các những là được có cho về trong với từ theo một hai này đó hoặc để do")
_CROPS = "cây"
"""Đất trồng cây hàng năm is a kind of land."""


def mixed_spellings(document: Document) -> Iterator[Hit]:
    """One finding for each pair of spellings that the document mixes."""
    syllables = document.syllables
    present = set(syllables.forms)
    if {"hằng", "hàng"} <= present:
        yield from _every(document)
    ends_in_y = sorted(form for form in present if _may_end_in_i(form) and form.translate(_Y_TO_I) in present)
    for with_y in ends_in_y:
        yield from _i_or_y(document, with_y, with_y.translate(_Y_TO_I))


def _every(document: Document) -> Iterator[Hit]:
    """hàng năm beside hằng năm: the latter is preferred."""
    told_before = {known.span.start for known in known_forms(document) if known.other}
    right, wrong = _places(document, "hằng"), _places(document, "hàng")
    wrong = [index for index in wrong if document.syllables.starts[index] not in told_before]
    if right and wrong:
        syllables = document.syllables
        yield told(
            document,
            [syllables.span(index, index + 1) for index in wrong],
            f"{_with_case(syllables, wrong[0], 'hằng')} {syllables.written(wrong[0] + 1)}",
            [Edit(syllables.span(index), _with_case(syllables, index, "hằng")) for index in wrong],
            syllables.span(right[0], right[0] + 1),
            severity="style",
        )


def _places(document: Document, form: str) -> list[int]:
    syllables, own = document.syllables, own_words(document)
    text = document.text
    return [
        index
        for index in everywhere(syllables, form)
        if syllables.after(index) in _SPANS_OF_TIME
        and not _is_a_year(text[syllables.ends[index + 1] : syllables.ends[index + 1] + _YEAR])
        and syllables.before(index) != _CROPS
        and own.at(syllables.starts[index])
    ]


def _is_a_year(words: str) -> bool:
    """Whether a year follows: "tồn kho hàng năm 2023" counts goods."""
    return words.startswith(" ") and words[1:].isdigit()


_YEAR = 5


def _may_end_in_i(form: str) -> bool:
    return 1 < len(form) < 4 and form[-1] in "yýỳỷỹỵ" and form[-2] in _TAKES_EITHER and form[0] != "q"


def _i_or_y(document: Document, with_y: str, with_i: str) -> Iterator[Hit]:
    """Two spellings of a syllable after (or before) the same one: liệt sĩ, liệt sỹ."""
    syllables, own = document.syllables, own_words(document)
    found: dict[tuple[str, str], dict[str, list[int]]] = {}
    for index in (*everywhere(syllables, with_y), *everywhere(syllables, with_i)):
        form = syllables.forms[index]
        if syllables.written(index).islower() and own.at(syllables.starts[index]):
            for place, neighbour in (("before", syllables.before(index)), ("after", syllables.after(index))):
                if neighbour and neighbour not in _SAY_NOTHING:
                    found.setdefault((place, neighbour), {}).setdefault(form, []).append(index)
    mixed: dict[int, tuple[str, str]] = {}
    for key in sorted(found, key=lambda key: key[0] != "before"):  # liệt sỹ tells more than sỹ chưa
        if len(found[key]) == 2:
            mixed.update({index: key for way in found[key].values() for index in way if index not in mixed})
    ways: dict[str, list[int]] = {}
    for index in sorted(mixed):
        ways.setdefault(syllables.forms[index], []).append(index)
    if len(ways) == 2:
        usual = max(ways, key=lambda form: (len(ways[form]), form == with_i))
        odd = ways[with_y if usual == with_i else with_i]
        place, neighbour = mixed[odd[0]]
        pair = neighbour, usual
        yield told(
            document,
            [_pair(syllables, index, mixed[index][0]) for index in odd],
            with_capitals_of(
                document.words(_pair(syllables, odd[0], place)), " ".join(pair if place == "before" else pair[::-1])
            ),
            [Edit(syllables.span(index), usual) for index in odd],
            _pair(syllables, ways[usual][0], mixed[ways[usual][0]][0]),
            variant="usual",
            severity="style",
        )


def _pair(syllables: Syllables, index: int, place: str) -> Span:
    return syllables.span(index - 1, index) if place == "before" else syllables.span(index, index + 1)


def _with_case(syllables: Syllables, index: int, form: str) -> str:
    written = syllables.written(index)
    if written.isupper():
        return form.upper()
    return form.capitalize() if written[0].isupper() else form
