"""Characters and syllables: each rule's quick test.

A sound text passes these and loads nothing more; only where one fails is the module
loaded that looks closer.
"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.spelling.signs import (
    HIDDEN,
    I_AND_Y,
    IN_BOTH_CUSTOMS,
    TILDE_FOR_GRAVE,
    is_marked,
    odd_forms,
    takes_i_or_y,
)
from vnplanlint.document.model import Document
from vnplanlint.findings import Hit
from vnplanlint.orthography import OLD_PLACE, may_hold_look_alikes

_OF_OLD_ENCODINGS = frozenset("µªºßäåæçëîïñöøûüÿþ")
"""Letters that old encodings use for Vietnamese ones, and Vietnamese in Unicode never."""
_OLD_CUSTOM = frozenset(OLD_PLACE.values())


def confusable_characters(document: Document) -> Iterator[Hit]:
    """Words in which a letter only looks like the right one (ƣ for ư, ð for đ, a Cyrillic letter)."""
    if may_hold_look_alikes(document.source.text) or not TILDE_FOR_GRAVE.isdisjoint(document.syllables.distinct):
        from vnplanlint.checks.spelling.look_alikes import words_with_look_alikes

        yield from words_with_look_alikes(document)


def impossible_syllable(document: Document) -> Iterator[Hit]:
    """Words whose letters and tone mark no Vietnamese syllable can have, where it is clear what is meant."""
    odd = document.ask(odd_forms)
    if any(map(is_marked, odd)):
        from vnplanlint.checks.spelling.impossible import impossible_words

        yield from impossible_words(document, odd)


def legacy_encoding(document: Document) -> Iterator[Hit]:
    """A document in TCVN3, VNI or damaged Unicode: nothing else can be asked of it."""
    if document.source.encoding == "cp1258" or _may_be_old(document):
        from vnplanlint.checks.spelling.legacy import whole_document

        yield from whole_document(document)


def legacy_passage(document: Document) -> Iterator[Hit]:
    """A passage in an old encoding, pasted into a document in Unicode."""
    if _may_be_old(document):
        from vnplanlint.checks.spelling.legacy import passages

        yield from passages(document)


def _may_be_old(document: Document) -> bool:
    """Whether two words have letters of old encodings."""
    distinct = document.syllables.distinct
    if _OF_OLD_ENCODINGS.isdisjoint("".join(distinct)):
        return False
    return sum(not _OF_OLD_ENCODINGS.isdisjoint(form) for form in distinct) > 1


def stored_form(document: Document) -> Iterator[Hit]:
    """Letters stored as a vowel and loose marks (not NFC), and characters that nobody sees."""
    source = document.source
    if source.raw is not source.text or any(sign in source.text for sign in HIDDEN):
        from vnplanlint.checks.spelling.storage import stored_otherwise

        yield from stored_otherwise(document)


def tone_placement(document: Document) -> Iterator[Hit]:
    """Tone marks of open oa, oe, uy in both places within one document: the fewer are told."""
    forms = {form for form in document.syllables.distinct if form[-2:] in IN_BOTH_CUSTOMS and form[:2] != "qu"}
    old = {form for form in forms if form[-2:] in _OLD_CUSTOM}
    if old and old != forms:
        from vnplanlint.checks.spelling.customs import two_places

        yield from two_places(document, old, forms - old)


def i_or_y(document: Document) -> Iterator[Hit]:
    """The same word with i and with y (quản lý, quản lí) in one document: the fewer are told, once a syllable."""
    distinct = document.syllables.distinct
    with_i = sorted(form for form in distinct if takes_i_or_y(form) and form.translate(I_AND_Y) != form)
    pairs = [(form, form.translate(I_AND_Y)) for form in with_i if form.translate(I_AND_Y) in distinct]
    if pairs:
        from vnplanlint.checks.spelling.customs import two_vowels

        for pair in pairs:
            yield from two_vowels(document, *pair)
