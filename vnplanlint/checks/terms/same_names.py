"""One name, written one way throughout a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vnplanlint.checks.terms.nearness import (
    LONG_ENOUGH,
    Name,
    Wording,
    changed,
    difference,
    holds,
    near_in_letters,
    wording,
)
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.mentions.reference_keys import Key, key_of

_MUCH_LONGER = 14
_LEAST = 5
"""Of shorter names the capitals tell nothing."""


def other_capitals(document: Document, names: list[Name], known: Iterable[Wording]) -> Iterator[Hit]:
    """One name with other capitals or marks: than the official ones, or than elsewhere in this document."""
    groups: dict[tuple[str, ...], list[Wording]] = {}
    for name in names:
        groups.setdefault(name.wording.words, []).append(name.wording)
    official = {one.words: one for one in known}
    for words, members in groups.items():
        right = official.get(words)
        if right is None and len(members) == 1:
            continue
        if right is not None:
            model = right
            odd = [one for one in members if _has_other_marks(one, model, strict=False)]
        else:
            model = _usual(members)
            odd = [one for one in members if one is not model and _has_other_marks(one, model, strict=True)]
        if odd:
            first, *others = odd
            values = {"words": document.words(first.span), "name": " ".join(model.slice(0, len(words) - 1).split())}
            places = [] if right else [Place(model.span, "first")]
            places += [Place(other.span, "also") for other in others]
            edits = tuple(Edit(one.span, values["name"]) for one in odd)
            yield Hit(
                first.span,
                values,
                variant="marks" if right else "form",
                places=tuple(places),
                remedies=(Remedy("official", edits, "unsafe", {"right": values["name"]}),),
                severity="style",
            )


def _usual(members: list[Wording]) -> Wording:
    """The most frequent writing, of several the first."""
    return max(members, key=lambda one: sum(not _has_other_marks(one, other, strict=True) for other in members))


def _has_other_marks(name: Wording, model: Wording, *, strict: bool) -> bool:
    """Whether marks differ, or a word has a capital more (``strict``: or less) than in ``model``."""
    if len(name.words) < _LEAST:
        return False
    if (name.written, name.gaps) == (model.written, model.gaps):
        return False
    for place, (here, there) in enumerate(zip(name.written, model.written, strict=True)):
        shouted = here.isupper() or there.isupper()
        if place and not shouted and here[0] != there[0] and (strict or here[0].isupper()):
            return True
    return _marks(name) != _marks(model) and len(name.words) >= LONG_ENOUGH


def _marks(name: Wording) -> list[str]:
    """What stands between the words, dashes and spaces apart."""
    return [gap.strip().replace("–", "-") for gap in name.gaps]


# against the same name elsewhere


def other_than_first(document: Document, names: list[Name]) -> Iterator[Hit]:
    """Names that nearly agree with the document's own title, or with the most usual writing."""
    groups: dict[tuple[str, ...], list[Name]] = {}
    for name in names:
        if len(name.wording.words) >= LONG_ENOUGH:
            groups.setdefault(name.wording.words[:2], []).append(name)
    for members in groups.values():
        while len(members) > 1:
            model = _model(members)
            yield from (
                _other(document, one.wording, model.wording) for one in members if _nearly(one.wording, model.wording)
            )
            rest = [
                one
                for one in members
                if one.wording.words != model.wording.words and not _nearly(one.wording, model.wording)
            ]
            members = rest


def _model(members: list[Name]) -> Name:
    wordings = [one.wording.words for one in members]
    return max(members, key=lambda one: (one.own, wordings.count(one.wording.words)))


def _nearly(one: Wording, other: Wording) -> bool:
    """Whether the two can only be one name: a word mistyped, or in a long one a small word more or less."""
    if one.words == other.words or one.words[:2] != other.words[:2]:
        return False
    if holds(one.words, other.words) or holds(other.words, one.words):
        return False
    here, there = difference(one.words, other.words)
    changed = one.words[here.start : here.end], other.words[there.start : there.end]
    if any(word.isdigit() for words in changed for word in words):
        return False
    if len(changed[0]) == len(changed[1]) == 1:
        return near_in_letters(changed[0][0], changed[1][0])
    return min(len(one.words), len(other.words)) >= _MUCH_LONGER and sorted(map(len, changed)) == [0, 1]


def _other(document: Document, name: Wording, model: Wording) -> Hit:
    span, right = changed(name, model)
    there, _ = changed(model, name)
    values = {"words": document.words(span), "right": right}
    return Hit(
        span,
        values,
        variant="other",
        places=(Place(there, "first"),),
        remedies=(Remedy("official", (Edit(span, right),), "unsafe", values),),
    )


def other_titles(document: Document) -> Iterator[Hit]:
    """One cited document, whose title is once written with a mistyped word."""
    groups: dict[Key, list[Wording]] = {}
    for key, title in document.gather(_titles):
        groups.setdefault(key, []).append(title)
    for titles in groups.values():
        first = titles[0]
        for title in titles[1:]:
            shorter = min(len(title.words), len(first.words))
            if shorter >= LONG_ENOUGH and title.words[:shorter] != first.words[:shorter]:
                one, other = title.part(0, shorter - 1), first.part(0, shorter - 1)
                if _nearly(one, other):
                    yield _other(document, one, other)


def _titles(document: Document) -> Iterator[tuple[Key, Wording]]:
    """What each cited document is called, where it is."""
    for reference in document.mentions.references:
        key = key_of(reference)
        if key is not None and reference.title_span is not None:
            yield key, wording(document.text, reference.title_span)
