"""Two symbols that agree in number and date and differ by a slip."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from vnplanlint.checks.references.common import (
    cited,
    different,
    full_day,
    in_words,
    issue_day,
    named,
    pairs,
    type_to_symbol,
)
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.mentions.model import DocumentReference
from vnplanlint.mentions.reference_keys import Key, key_of, plain, symbol_key
from vnplanlint.spans import Span

_FEW, _LONG = 3, 3  # documents of one organ and day; digits of a number


def same_date_other_symbol(document: Document) -> Iterator[Hit]:
    """ "07/2025/TT-BNV" and "07/2025/TT-BNNV" of one day."""
    dated = [reference for reference in cited(document) if _is_clean(reference)]
    known = {organ.abbreviation.upper() for organ in document.facts.organs}
    reported: set[frozenset[Key]] = set()
    told: set[Span] = set()
    keys = Counter(_key_as_written(reference) for reference in dated)
    for first, second in _of_one_number_and_day(dated):
        one, other = _key_as_written(first), _key_as_written(second)
        if one is None or other is None or not _nearly_equal(one, other):
            continue
        if frozenset((one, other)) in reported or _are_two_organs(first, second, known):
            continue
        reported.add(frozenset((one, other)))
        primary, rest = _suspect(first, second, keys, known)
        if primary.span not in told:
            told.add(primary.span)
            yield _hit(primary, rest)
    yield from _digits_swapped(document, dated)
    yield from _own_symbol_elsewhere(document, dated)


def _digits_swapped(document: Document, dated: list[DocumentReference]) -> Iterator[Hit]:
    """ "1472/QĐ-BTP" and "1427/QĐ-BTP" of one day, in two paragraphs; not where many of that day are listed."""
    of_a_day: dict[tuple[object, ...], dict[Key, DocumentReference]] = {}
    for reference in dated:
        key = key_of(reference)
        if key is not None and not key.year and not reference.own and _in_a_sentence(document, reference):
            of_a_day.setdefault((key.kind, key.organ, issue_day(reference)), {}).setdefault(key, reference)
    for alike in of_a_day.values():
        if len(alike) > _FEW:
            continue
        for first, second in pairs(list(alike.values())):
            assert first.symbol is not None
            assert second.symbol is not None
            one, other = first.symbol.number, second.symbol.number
            slips = [place for place in range(min(len(one), len(other))) if one[place] != other[place]]
            if len(one) != len(other) or len(one) < _LONG or not _swapped(one, other, slips):
                continue
            apart = document.block_at(first.span.start) != document.block_at(second.span.start)
            if apart and not (first.title and second.title and first.title != second.title):
                yield _hit(second, first)


def _in_a_sentence(document: Document, reference: DocumentReference) -> bool:
    block = document.block_at(reference.span.start)
    return block is not None and block.kind == "text"


def _of_one_number_and_day(dated: list[DocumentReference]) -> Iterator[tuple[DocumentReference, DocumentReference]]:
    """Every two documents that may be one."""
    alike: dict[object, list[DocumentReference]] = {}
    for reference in dated:
        key = _key_as_written(reference)
        if key is not None:
            alike.setdefault((key.kind, key.number, issue_day(reference)), []).append(reference)
    for references in alike.values():
        if len(references) > 1:
            yield from pairs(different(references, _key_as_written))


def _own_symbol_elsewhere(document: Document, dated: list[DocumentReference]) -> Iterator[Hit]:
    """An annex line that names this document with its day but another number or organ than the header."""
    own, day = document.identity, full_day(document.identity.date)
    if own.symbol is None or not own.symbol.number or own.symbol.defect or day is None:
        return
    header = symbol_key(own.symbol, own.type_word)
    for reference in dated:
        key, symbol = _key_as_written(reference), reference.symbol
        if not reference.own or key is None or symbol is None or key == header or issue_day(reference) != day:
            continue
        if reference.type_word.lower() == own.type_word.lower() and (key.number == header.number) != (
            key.organ == header.organ
        ):
            values = {"symbol": symbol.text, "other": own.symbol.text, "date": in_words(day)}
            place = Place(own.symbol.span, "header", values)
            yield Hit(symbol.span, values, "own", (place,))


def _is_clean(reference: DocumentReference) -> bool:
    symbol = reference.symbol
    return (
        symbol is not None
        and symbol.defect in ("", "swapped", "no-year")
        and bool(symbol.number)
        and issue_day(reference) is not None
    )


def _key_as_written(reference: DocumentReference) -> Key | None:
    """The key, with the organ as it stands where it was read with its letters put right."""
    key, symbol = key_of(reference), reference.symbol
    if key is None or symbol is None or symbol.defect != "swapped":
        return key
    return key._replace(organ=plain(symbol.text.partition("-")[2]))


def _nearly_equal(one: Key, other: Key) -> bool:
    """Type and number equal, and either the organ or the year off by one slip."""
    if one == other or one.kind != other.kind or one.number != other.number:
        return False
    if one.year == other.year:
        return _one_slip(one.organ, other.organ)
    return one.organ == other.organ and "" in (one.year, other.year)


def _one_slip(one: str, other: str) -> bool:
    """Whether two organs differ by one letter or only by their hyphens."""
    if one == other or one.replace("-", "") == other.replace("-", ""):
        return one != other
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < 2 or len(longer) - len(shorter) > 1:
        return False
    if len(shorter) == len(longer):
        different = [place for place in range(len(shorter)) if shorter[place] != longer[place]]
        return len(different) == 1 or _swapped(one, other, different)
    return any(longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer)))


def _swapped(one: str, other: str, different: list[int]) -> bool:
    """Whether only two neighbouring letters changed places ("UNBD")."""
    if len(different) != 2 or different[1] != different[0] + 1:
        return False
    first, second = different
    return one[first] == other[second] and one[second] == other[first]


def _are_two_organs(first: DocumentReference, second: DocumentReference, known: set[str]) -> bool:
    """Whether both symbols begin with a known organ, and not with the same one."""
    if not _organ_known(first, known) or not _organ_known(second, known):
        return False
    assert first.symbol is not None
    assert second.symbol is not None
    return first.symbol.organs[0].upper() != second.symbol.organs[0].upper()


def _organ_known(reference: DocumentReference, known: set[str]) -> bool:
    symbol = reference.symbol
    if symbol is None or symbol.defect or not symbol.organs:
        return False
    return symbol.organs[0].upper() in known


def _suspect(
    first: DocumentReference, second: DocumentReference, keys: Mapping[Key | None, int], known: set[str]
) -> tuple[DocumentReference, DocumentReference]:
    """The one to be doubted first: an unknown organ, a missing year, the rarer symbol, the later place."""
    if _doubt(first, keys, known) > _doubt(second, keys, known):
        return first, second
    return second, first


def _doubt(reference: DocumentReference, keys: Mapping[Key | None, int], known: set[str]) -> tuple[bool, bool, int]:
    key = _key_as_written(reference)
    return not _organ_known(reference, known), key is not None and not key.year, -keys[key]


def _hit(primary: DocumentReference, rest: DocumentReference) -> Hit:
    assert primary.symbol is not None
    assert rest.symbol is not None
    day = issue_day(primary)
    values = {
        "symbol": primary.symbol.text,
        "other": rest.symbol.text,
        "what": named(rest),
        "date": in_words(day) if day else "",
    }
    return Hit(
        type_to_symbol(primary),
        values,
        places=(Place(type_to_symbol(rest), "other", values),),
        remedies=(Remedy("other", (Edit(primary.symbol.span, rest.symbol.text),), "unsafe", values),),
    )
