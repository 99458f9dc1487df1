"""Words that are no syllables, and how a word stands in its text."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.spelling.signs import odd_forms
from vnplanlint.document.model import Document
from vnplanlint.orthography import is_well_spelled

VIETNAMESE = frozenset("abcdeghiklmnopqrstuvxyàáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")
"""The letters of Vietnamese, in lower case."""

_NO_MARKS = frozenset("fjwzđ")
"""Letters of foreign words and abbreviations, which bear no mark."""
_LONGEST_ADDRESS = 300
_SOME_LITTER, _SOME_NOISE = 1 / 2000, 1 / 50
_LOOK_ALIKES = str.maketrans("ƣðɖı", "ưđđi")
"""Another rule tells of these."""


def litter(document: Document, odd: set[str]) -> int:
    """How many of the ``odd`` forms nobody can have meant: what scanners and extractors leave.

    Allowed words, names such as Kruê and abbreviations such as NĐ, ĐHQG are none.
    """
    suspects = {form for form in odd - document.facts.allowed_words if _is_litter(form)}
    if not suspects:
        return 0
    return len(suspects.intersection(document.gather(_litter_that_is_no_name)))


def _litter_that_is_no_name(document: Document) -> Iterator[str]:
    forms = document.syllables.forms
    suspects = {form for form in document.ask(odd_forms) if _is_litter(form)}
    if suspects:
        yield from {form for index, form in enumerate(forms) if form in suspects and not _is_name(document, index)}


def _is_name(document: Document, index: int) -> bool:
    """Whether a word is written like a name, or part of one (Kruê, Bh'nướch)."""
    syllables = document.syllables
    written, start, end = syllables.written(index), syllables.starts[index], syllables.ends[index]
    if not VIETNAMESE.issuperset(written.lower()):
        return False
    joined = {document.text[start - 1 : start], document.text[end : end + 1]} & {"'", "’", "-"}
    return bool(joined) or (len(written) > 1 and written[0].isupper() and written[1:].islower())


def is_littered(document: Document) -> bool:
    """Whether a single odd letter or mark is likelier a scanner's than the author's."""
    share = litter(document, document.ask(odd_forms)) / max(len(document.syllables), 1)
    return share > _SOME_LITTER or document.noise > _SOME_NOISE


def _is_litter(form: str) -> bool:
    meant = form.translate(_LOOK_ALIKES)
    return any(not char.isascii() and char not in _NO_MARKS for char in meant) and not is_well_spelled(meant)


def unspaced(text: str, start: int, end: int) -> str:
    """The text around a word as far as there is no space, and no further than an address is long."""
    low, high = max(start - _LONGEST_ADDRESS, 0), end + _LONGEST_ADDRESS
    first = max(low, *(text.rfind(space, low, start) + 1 for space in " \n\t"))
    lasts = [place for space in " \n\t" if (place := text.find(space, end, high)) >= 0]
    return text[first : min(lasts, default=high)]
