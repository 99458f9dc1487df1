"""Where terms and names whose right form is known stand in a document, and how they are written there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from vnplanlint.document.model import Document
from vnplanlint.facts import Facts, PreferredForm
from vnplanlint.findings import Edit
from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.normal_forms import (
    Deviation,
    Form,
    Written,
    deviations,
    read_form,
    spellings,
    take_apart,
)
from vnplanlint.orthography import with_capitals_of
from vnplanlint.spans import Span

_RIGHT = Written((), ())
_NOTHING: frozenset[Deviation] = frozenset()


class Known(NamedTuple):
    """A term with its right form, and in what the words at this place depart from it (nothing: they are right).

    ``written`` tells where its words are only if something departs.  ``other`` marks
    words that are none of the form's own ("Mẹ Việt Nam anh hùng").
    """

    row: PreferredForm
    span: Span
    departs: frozenset[Deviation] = _NOTHING
    written: Written = _RIGHT
    other: bool = False

    @property
    def form(self) -> Form:
        """The right form taken apart."""
        return _apart(self.row.form, self.row.kind == "organ")


def known_forms(document: Document) -> tuple[Known, ...]:
    """Every place of a known term or name in the document or passage, in order; the longest one counts."""
    return document.ask(_known_forms)


def _known_forms(document: Document) -> tuple[Known, ...]:
    return tuple(_without_inner(_all_places(document)))


def edits(document: Document, known: Known) -> Iterator[Edit]:
    """What must change for the words at this place to be right; line breaks stay."""
    text, written, form = document.text, known.written, known.form
    shouted = text[known.span.start : known.span.end].isupper()
    if known.other:
        yield Edit(known.span, with_capitals_of(document.words(known.span), form.text))
        return
    for joint, right, before, after in zip(written.joints, form.joints, written.words, written.words[1:], strict=False):
        if " ".join(joint.split(" ")) != right and (joint.strip() != right.strip() or right.strip() in "-–—"):
            between = Span(before.end, after.start)
            new = _keeping_line_break(document.source.text[between.start : between.end], right)
            if new != document.source.text[between.start : between.end]:
                yield Edit(between, new.upper() if shouted else new)
    if "case" in known.departs:
        for span, word in zip(written.words, form.words, strict=True):
            here = text[span.start : span.end]
            cased = "".join(_cased(char, model) for char, model in zip(here, word, strict=False))
            if cased != here:
                yield Edit(span, cased)


def _cased(char: str, model: str) -> str:
    return char.upper() if model.isupper() else char.lower()


def _keeping_line_break(between: str, right: str) -> str:
    if "\n" not in between:
        return right
    head, tail = between.rstrip(), between[len(between.rstrip()) :]
    return right.rstrip() + (tail if "\n" in tail else head[: len(head) - len(head.lstrip())])


def _all_places(document: Document) -> Iterator[Known]:
    syllables = document.syllables
    table = _table(document.facts)
    forms = syllables.forms
    get = table.get
    firsts = _firsts(document.facts)
    for index in [index for index, form in enumerate(forms[:-1]) if form in firsts]:
        entries = get((forms[index], forms[index + 1]))
        if entries:
            known = _best(document, index, entries)
            if known:
                yield known
    singles = _singles(document.facts)
    if not singles.isdisjoint(forms):
        for index in (index for index, form in enumerate(forms) if form in singles):
            found = (_read(document, index, entry) for entry in table[forms[index], ""])
            yield from (known for known in found if known)


def _best(document: Document, index: int, entries: list[_Entry]) -> Known | None:
    """The first entry that stands here, or one of the same words that leaves nothing to tell."""
    best = None
    third = document.syllables.forms[index + 2] if index + 2 < len(document.syllables) else ""
    for entry in entries:
        known = _read(document, index, entry) if not entry.thirds or third in entry.thirds else None
        if known and (best is None or (known.span == best.span and not known.departs)):
            best = known
            if not known.departs or known.row.kind == "house":
                break
    return best


def _read(document: Document, index: int, entry: _Entry) -> Known | None:
    """The entry's words at this syllable, if they stand there."""
    syllables, text = document.syllables, document.text
    start, row = syllables.starts[index], entry.row
    if entry.text == row.form and (text.startswith(row.form, start) or text.startswith(entry.capitalised, start)):
        end = start + len(row.form)
        return None if _goes_on(text, end) else Known(row, Span(start, end))
    organ = row.kind == "organ"
    form = _apart(entry.text, organ)
    written = read_form(text, start, form.key, with_and=organ)
    if written is None or _goes_on(text, written.span.end):
        return None
    if entry.text != row.form:
        return Known(row, written.span, frozenset(("joint",)), written, other=True)
    return Known(row, written.span, deviations(text, document.source.text, written, form), written)


def _goes_on(text: str, end: int) -> bool:
    """Whether the last word has only been read in part."""
    return end < len(text) and (text[end].isalnum() or text[end] == "_")


_apart = lru_cache(maxsize=512)(take_apart)


class _Entry(NamedTuple):
    """A form, or words written instead of it, as they are looked up.

    ``thirds`` are the syllables that may follow the first two, empty where none must.
    """

    row: PreferredForm
    text: str
    capitalised: str
    thirds: frozenset[str]


@lru_cache(maxsize=4)
def _table(facts: Facts) -> dict[tuple[str, str], list[_Entry]]:
    """The forms, and what is written instead of them, by their first two syllables: the user's, then the longest."""
    table: dict[tuple[str, str], list[_Entry]] = {}
    rows = [(row, text) for row in facts.preferred_forms for text in (row.form, *row.others)]
    rows.sort(key=lambda pair: (pair[0].kind != "house", -len(pair[1])))
    for row, text in rows:
        first, second, *tail = _syllables_of(text)
        thirds = frozenset((*spellings(tail[0]), "và") if tail else ())
        entry = _Entry(row, text, text[0].upper() + text[1:], thirds)
        for one in spellings(first):
            for two in spellings(second):
                table.setdefault((one, two), []).append(entry)
    return table


@lru_cache(maxsize=4)
def _firsts(facts: Facts) -> frozenset[str]:
    return frozenset(first for first, _ in _table(facts))


@lru_cache(maxsize=4)
def _singles(facts: Facts) -> frozenset[str]:
    """The terms of one syllable."""
    return frozenset(first for first, second in _table(facts) if not second)


def _syllables_of(text: str) -> list[str]:
    """The syllables in lower case, without "và" and figures; "" as the second where there is only one."""
    words = [word.strip(",").lower() for word in text.split() if word not in _JOINTS]
    words = [part for word in words for part in word.split("-") if part.isalpha()]
    return words if len(words) > 1 else [*words, ""]


_JOINTS = frozenset(("và", "-", "–", "&"))


def _without_inner(found: Iterator[Known]) -> list[Known]:
    """The places in order, none inside another."""
    kept: list[Known] = []
    for known in sorted(found, key=lambda known: (known.span.start, -known.span.end)):
        if not kept or known.span.end > kept[-1].span.end or known.span.start >= kept[-1].span.end:
            kept.append(known)
    return kept
