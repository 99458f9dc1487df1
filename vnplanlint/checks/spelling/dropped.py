"""Sentences with a syllable too few, or a preposition too many."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.spelling.neighbours import is_quoted, is_word
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit, Remedy
from vnplanlint.mentions.syllables import Syllables
from vnplanlint.spans import Span

_BOUND = {
    "thực": "hiện", "triển": "khai", "nghiên": "cứu", "khuyến": "khích", "tuyên": "truyền",
    "đôn": "đốc", "phấn": "đấu", "phối": "hợp", "thẩm": "định", "đảm": "bảo",
    "nhiệm": "vụ", "giám": "sát", "chấn": "chỉnh",
}  # fmt: skip
"""Syllables that do not stand alone, each with the one that most often follows it."""


_REAL = frozenset(("gian", "trị", "giá", "đời", "số", "nghĩa"))
"""What is real, not done: thời gian thực, giá trị thực."""
_TERMS_OF_LAW = frozenset((("đốc", "thẩm"), ("tái", "thẩm"), ("phúc", "thẩm"), ("sơ", "thẩm")))
_NEVER_BEHIND = frozenset(("", "xuất", "nhập", "kết"))
"""What a half may stand before on its own: thực xuất khẩu, phối kết hợp."""


def dropped_syllable(document: Document) -> Iterator[Hit]:
    """Half a word between two whole ones: "triển khai thực chức năng"."""
    syllables = document.syllables
    for index in _lone_halves(document):
        first, missing = syllables.forms[index], _BOUND[syllables.forms[index]]
        span = syllables.span(index)
        whole = f"{syllables.written(index)} {missing}"
        yield Hit(
            span,
            {"half": first, "whole": whole},
            remedies=(Remedy("whole", (Edit(Span(span.end, span.end), f" {missing}"),), "unsafe", {"whole": whole}),),
            certain=not is_quoted(document, span),
        )


def _lone_halves(document: Document) -> Iterator[int]:
    """Where a bound syllable stands between two common compounds and makes a word with neither."""
    syllables = document.syllables
    halves = syllables.distinct & _BOUND.keys()
    alone = {first for first, second in syllables.pairs if first in halves and _BOUND[first] != second}
    if not alone:
        return
    for index, form in enumerate(syllables.forms):
        if form in alone and _stands_between_words(document, index) and not _belongs(document, index):
            yield index


def _stands_between_words(document: Document, index: int) -> bool:
    syllables = document.syllables
    behind = syllables.after(index)
    if behind in _NEVER_BEHIND or behind == _BOUND[syllables.forms[index]] or not syllables.written(index).islower():
        return False
    before = syllables.before(index)
    if before in _AUXILIARIES and behind in _OPENERS:
        return True
    if not before or not document.facts.is_compound(behind, syllables.after(index + 1)):
        return False
    return before in _AUXILIARIES or document.facts.is_compound(syllables.before(index - 1), before)


_AUXILIARIES = frozenset(("được", "việc", "cần", "phải", "đang", "sẽ", "để", "và"))
_OPENERS = frozenset(("một", "các", "những", "từ", "theo", "tại", "tốt", "nghiêm", "đúng", "qua"))
"""Before and behind the half of a verb, where no whole word stands."""


def _belongs(document: Document, index: int) -> bool:
    """Whether the half makes a word with a neighbour; the one before it is mostly taken already: kết quả | thực."""
    syllables = document.syllables
    form, before, behind = syllables.forms[index], syllables.before(index), syllables.after(index)
    if (form == "thực" and before in _REAL) or (before, form) in _TERMS_OF_LAW:
        return True
    return document.facts.is_compound(before, form) or document.facts.is_compound(form, behind) or is_word(form, behind)


_HAVING_WITH = "cùng đôi song hợp đối so tương tác bó liền nối phù thời với trừ"
_OWN_WITH = frozenset(_HAVING_WITH.split())
"""Words that have a "với" of their own."""

_REACH = 10


def doubled_preposition(document: Document) -> Iterator[Hit]:
    """ "gắn với A với việc B": one thing is tied to the other, only the other has its "với"."""
    syllables = document.syllables
    if not {("gắn", "với"), ("với", "việc")} <= syllables.pairs:
        return
    for index, _ in syllables.find({"gắn": [("gắn", "với")]}):
        other = _other_with(syllables, index + 1)
        if other:
            span = syllables.span(index, other)
            cut = Edit(Span(syllables.ends[index], syllables.ends[index + 1]), "")
            yield Hit(span, remedies=(Remedy("once", (cut,), "unsafe"),), certain=not is_quoted(document, span))


def _other_with(syllables: Syllables, place: int) -> int:
    """The next "với" of "với việc" in the same clause, if it belongs to no other word; else 0."""
    for index in range(place + 1, min(place + _REACH, len(syllables) - 1)):
        if not syllables.goes_on(index - 1):
            return 0
        if syllables.forms[index] == "với":
            own = syllables.before(index) in _OWN_WITH
            return 0 if own or syllables.after(index) != "việc" else index
        if syllables.forms[index] in ("giữa", "nhằm", "để"):
            return 0
    return 0
