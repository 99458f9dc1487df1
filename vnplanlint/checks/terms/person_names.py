"""One person, one name: two names that differ by a letter, of one office or named far apart in a short cast."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from vnplanlint.checks.terms.nearness import near_in_letters
from vnplanlint.checks.terms.people import Person, address_of, last_of_name, named, office_of, signer
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit, Place, Remedy

_MISSPELT_FAMILIES = {
    "đổ": "đỗ", "nguyển": "nguyễn", "nguyến": "nguyễn", "nguyền": "nguyễn", "vỏ": "võ", "vủ": "vũ", "bủi": "bùi",
    "phảm": "phạm", "trấn": "trần", "lể": "lê", "hòang": "hoàng", "hùynh": "huỳnh", "đặn": "đặng", "trịn": "trịnh",
}  # fmt: skip
"""What is no family name, and the one that it is a slip for."""
_LABEL_AND_ADDRESS = 16
_SHORT_CAST = 12
"""Among more people two names that are nearly alike may well be two people."""
_MOST = 40
"""In a list of more people near names are to be expected."""


def person_names(document: Document) -> Iterator[Hit]:
    """Two names of what must be one person, and family names that are none."""
    signed = list(signer(document))
    cast = [*signed, *(person for passage in document.passages for person in named(passage))]
    may_share_an_office = 2 <= sum(person.signs or person.office != "" for person in cast) <= _MOST
    may_be_far_apart = 2 <= len({person.name for person in cast}) <= _SHORT_CAST
    if may_share_an_office or may_be_far_apart:
        everybody = [*signed, *document.gather(named)]
        if may_share_an_office:
            yield from _of_one_office(document, [person for person in everybody if person.signs or person.office])
        if may_be_far_apart:
            yield from _far_apart(document, everybody)
    yield from document.gather(_no_families)


def _of_one_office(document: Document, people: list[Person]) -> Iterator[Hit]:
    """Two holders of one office whose names differ by one letter or mark."""
    told: set[frozenset[tuple[str, ...]]] = set()
    for place, one in enumerate(people):
        for other in people[place + 1 :]:
            pair = frozenset((one.name, other.name))
            if len(pair) == 2 and pair not in told and _may_be_one(one, other):
                told.add(pair)
                yield _two_names(document, people, one, other)


def _far_apart(document: Document, people: list[Person]) -> Iterator[Hit]:
    """Two names that differ by one letter, in two places of a text that names few people, none with another office."""
    by_name: dict[tuple[str, ...], list[Person]] = {}
    for person in people:
        by_name.setdefault(person.name, []).append(person)
    for (first, *_), (second, *_) in combinations(by_name.values(), 2):
        if first.name[0] != second.name[0] or not _is_near(first, second):
            continue
        pairs = [(one, other) for one in by_name[first.name][:_MOST] for other in by_name[second.name][:_MOST]]
        if not any(_may_be_one(*pair) or _are_two(document, *pair) for pair in pairs):
            yield _two_names(document, people, first, second)._replace(variant="again")


def _are_two(document: Document, one: Person, other: Person) -> bool:
    """Whether anything speaks for two people: another office, sex, or places in one list, row or sentence."""
    if (one.sex and other.sex and one.sex != other.sex) or (one.office and other.office):
        return True
    return _share_a_sentence(document, one, other) or _both_open_items(document, one, other)


def _share_a_sentence(document: Document, one: Person, other: Person) -> bool:
    """Whether they are named side by side: in one sentence, or in rows of a table."""
    here, there = document.block_at(one.span.start), document.block_at(other.span.start)
    if here is None or there is None or here.index != there.index:
        return all(block is not None and block.kind == "row" for block in (here, there))
    between = document.text[min(one.span.end, other.span.end) : max(one.span.start, other.span.start)]
    return here.kind == "row" or ". " not in between


def _both_open_items(document: Document, one: Person, other: Person) -> bool:
    """Whether each name stands at the start of its item: a list of people."""
    return all(_opens_its_block(document, person) for person in (one, other))


def _opens_its_block(document: Document, person: Person) -> bool:
    block = document.block_at(person.span.start)
    return block is not None and person.span.start - block.span.start <= _LABEL_AND_ADDRESS


def _no_families(document: Document) -> Iterator[Hit]:
    """ "ông Đổ Văn Hòa": a family name that nobody bears."""
    syllables = document.syllables
    for form in _MISSPELT_FAMILIES.keys() & syllables.distinct:
        for index, other in enumerate(syllables.forms):
            if (
                other != form
                or not syllables.written(index).istitle()
                or document.in_quotation(syllables.starts[index])
            ):
                continue
            last = last_of_name(syllables, index)
            span = syllables.span(index, last)
            if last - index < 1 or not all(syllables.written(at).istitle() for at in range(index, last + 1)):
                continue
            if last - index < 2 or not (address_of(document, span) or office_of(document, span)):
                continue
            right = _MISSPELT_FAMILIES[form].capitalize()
            first = syllables.span(index)
            yield Hit(
                span,
                {"name": document.words(span), "family": syllables.written(index), "right": right},
                "family",
                remedies=(Remedy("family", (Edit(first, right),), "unsafe", {"right": right}),),
            )


def _may_be_one(one: Person, other: Person) -> bool:
    return one.name[0] == other.name[0] and _is_near(one, other) and _same_office(one, other)


def _is_near(one: Person, other: Person) -> bool:
    """Whether one syllable differs, by a letter or mark."""
    if len(one.name) != len(other.name):
        return False
    apart = [pair for pair in zip(one.name, other.name, strict=True) if pair[0] != pair[1]]
    return len(apart) == 1 and near_in_letters(*apart[0])


def _same_office(one: Person, other: Person) -> bool:
    if one.signs or other.signs:
        office, title = (one.office, other.office) if one.signs else (other.office, one.office)
        return office == title or office.startswith(title + " ")
    if one.office != other.office:
        return False
    return bool(one.where and other.where) and (one.where <= other.where or other.where <= one.where)


def _two_names(document: Document, people: list[Person], one: Person, other: Person) -> Hit:
    """The rarer name is shown as the odd one, of two the one that is not signed, else the later."""
    names = [person.name for person in people]
    first, odd = sorted((one, other), key=lambda person: (-names.count(person.name), not person.signs, person.span))
    here, there = document.words(odd.span), document.words(first.span)
    return Hit(
        odd.span,
        {"name": here, "other": there},
        places=(Place(first.span, "other"),),
        remedies=(
            Remedy("rewrite", (Edit(odd.span, there),), "unsafe", {"right": there}),
            Remedy("rewrite", (Edit(first.span, here),), "unsafe", {"right": here}),
        ),
    )
