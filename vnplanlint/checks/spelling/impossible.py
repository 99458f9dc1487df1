"""Words that cannot be Vietnamese syllables: which of them are told, and how."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.spelling.meant import Meant, Reader
from vnplanlint.checks.spelling.signs import odd_forms
from vnplanlint.checks.spelling.words import VIETNAMESE, litter, unspaced
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.orthography import with_capitals_of
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

Found = tuple[list[int], Meant]

_BESIDE_WORDS = frozenset(' \n\t.,;:!?…()[]“”"‘’«»/–—*&+=<>|%')
_TECHNICAL = pattern(r"@|://|www\.|\p{L}\.\p{L}")
_FRAGMENTS = frozenset("bcdghklmnpqrstvxđ") | {"ch", "gh", "kh", "ng", "nh", "ph", "th", "tr", "ngh"}
_MOST = 10
"""More different ones in one text are told together."""
_MOST_PLACES = 12
_MUCH_LITTER, _SOME_LITTER = 1 / 400, 1 / 2000
"""Shares of words that nobody can have meant: what a scanner or an extractor leaves."""


def impossible_words(document: Document, odd: set[str]) -> Iterator[Hit]:
    """Those of the ``odd`` forms of which it is clear what is meant, each with all its places."""
    places = _places_of_words(document, odd)
    reader = Reader(document)
    readings = {form: reader.meant(form, indices, _is_name(document, indices[0])) for form, indices in places.items()}
    found = [(places[form], meant) for form, meant in readings.items() if meant]
    found = _without_litter(document, odd, found)
    if len(found) > _MOST:
        yield _all_together(document, found)
        return
    for indices, meant in found:
        yield _hit(document, indices, meant)


def _without_litter(document: Document, odd: set[str], found: list[Found]) -> list[Found]:
    """What the author wrote: in a scanned text a lost mark is the scanner's, and in a bad one every slip is."""
    read = {document.syllables.forms[indices[0]] for indices, _ in found}
    left = litter(document, odd - read)
    if not left:
        return found
    doubtful = sum(1 for _, meant in found if not meant.certain)
    share = (left + doubtful) / len(document.syllables)
    if share > _MUCH_LITTER:
        return []
    return found if share < _SOME_LITTER else [one for one in found if one[1].certain]


def _places_of_words(document: Document, odd: set[str]) -> dict[str, list[int]]:
    """Where each of the ``odd`` forms stands as a word of its own, written like Vietnamese."""
    words = {form for form in odd if len(form) > 1 and VIETNAMESE.issuperset(form)}
    places: dict[str, list[int]] = {}
    for form, span in document.gather(_odd_words) if words else ():
        if form in words:
            places.setdefault(form, []).append(document.syllables.at(span.start))
    if not places:
        return places
    allowed = document.facts.allowed_words
    return {form: indices for form, indices in places.items() if form not in allowed}


def _odd_words(document: Document) -> Iterator[tuple[str, Span]]:
    """Every place of a form that is no well spelled syllable."""
    odd = document.ask(odd_forms)
    if odd:
        for index, form in enumerate(document.syllables.forms):
            if form in odd and _is_word(document, index):
                yield form, document.syllables.span(index)


def _is_word(document: Document, index: int) -> bool:
    """Whether it is no abbreviation and no part of a foreign name, an address or a spaced-out word."""
    syllables = document.syllables
    if not syllables.written(index)[1:].islower():
        return False
    text, start, end = document.text, syllables.starts[index], syllables.ends[index]
    before, after = text[start - 1 : start], text[end : end + 1]
    if not ((not before or before in _BESIDE_WORDS) and (not after or after in _BESIDE_WORDS)):
        return False
    if syllables.before(index) in _FRAGMENTS or syllables.after(index) in _FRAGMENTS:
        return False
    return not _TECHNICAL.search(unspaced(text, start, end))


def _is_name(document: Document, index: int) -> bool:
    return document.syllables.written(index)[0].isupper()


def _may_be_spelt_so(document: Document, index: int) -> bool:
    """Whether it is the later part of a name in capitals: places keep spellings of their own, Vĩnh Nguơn."""
    syllables = document.syllables
    return _is_name(document, index) and syllables.before(index) != "" and _is_name(document, index - 1)


def _hit(document: Document, indices: list[int], meant: Meant) -> Hit:
    first, *others = (document.syllables.span(index) for index in indices)
    word = document.words(first)
    sure = meant.certain and not _may_be_spelt_so(document, indices[0])
    offered = " / ".join(with_capitals_of(word, right) for right in meant.words)
    return Hit(
        first,
        {"word": word, "right": offered},
        variant=meant.kind,
        places=tuple(Place(span, "also") for span in others[:_MOST_PLACES]),
        remedies=tuple(
            Remedy(
                "write",
                tuple(Edit(span, with_capitals_of(document.words(span), right)) for span in (first, *others)),
                "safe" if sure else "unsafe",
                {"right": with_capitals_of(word, right)},
            )
            for right in meant.words
        ),
        severity=None if sure else "warning",
    )


def _all_together(document: Document, found: list[Found]) -> Hit:
    spans = [document.syllables.span(indices[0]) for indices, _ in found]
    certain = [(indices, meant.words[0]) for indices, meant in found if meant.certain]
    edits = (
        Edit(span, with_capitals_of(document.words(span), right))
        for indices, right in certain
        for span in map(document.syllables.span, indices)
    )
    remedies = (Remedy("all", tuple(sorted(edits)), "safe", {"count": len(certain)}),) if certain else ()
    values = {"word": document.words(spans[0]), "count": len(found)}
    places = tuple(Place(span, "another") for span in spans[1 : _MOST_PLACES + 1])
    return Hit(spans[0], values, variant="many", places=places, remedies=remedies, severity="style")
