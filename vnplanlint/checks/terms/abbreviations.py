"""Abbreviations: explained before they are used, once, and one for each term; Đ not written as D."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from vnplanlint.checks.terms.abbreviation_uses import Use, uses_of
from vnplanlint.checks.terms.nearness import plain
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.mentions.model import AbbreviationDefinition
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_GLOSSARY = pattern(r"(?i)viết +tắt *(?:$|\n)")
_SKIPPED = frozenset(("và", "các", "những", "của", "về"))
_VOWELS = frozenset("AEIOUY")
_STROKES = frozenset("DĐ")
_ENOUGH = 3
_SHOWN = 6
_SLIGHT_NOISE = 0.002


def abbreviations(document: Document) -> Iterator[Hit]:
    """Abbreviations that are unexplained, explained too late or twice, or that lost the stroke of a Đ."""
    definitions = _own_definitions(document)
    uses = document.gather(uses_of)
    if uses:
        known = {row.short for row in document.facts.abbreviations}
        organs = {organ.abbreviation for organ in document.facts.organs}
        slips = list(_lost_strokes(document, uses, definitions, known | organs))
        yield from slips
        told = {hit.span for hit in slips}
        rest = [use for use in uses if use.span not in told]
        yield from _undefined(document, rest, known)
        yield from _late(document, rest, definitions, known | organs)
    if definitions:
        yield from _twice(document, definitions)
        yield from _two_for_one(definitions)


# what is read


def _own_definitions(document: Document) -> list[AbbreviationDefinition]:
    """The explanations in the document's own sentences."""
    return [
        definition
        for definition in document.mentions.abbreviations
        if definition.expansion and not document.in_quotation(definition.span.start)
    ]


# what is said


def _lost_strokes(
    document: Document, uses: list[Use], definitions: list[AbbreviationDefinition], known: set[str]
) -> Iterator[Hit]:
    """ "TLD", "CNVCLD": with Đ it is an abbreviation that is known, or usual in this document."""
    places: dict[str, list[Span]] = {}
    for use in uses:
        places.setdefault(use.short, []).append(use.span)
    defined = {definition.short for definition in definitions}
    for short, (span, *others) in places.items():
        if len(short) < 3 or short in known or short in defined or not _STROKES.intersection(short):
            continue
        usual = {other for other, spans in places.items() if len(spans) > max(1, len(others) + 1)}
        right = _with_strokes(short, usual | defined, known)
        if right:
            values = {"short": short, "right": right}
            edits = tuple(Edit(place, right) for place in (span, *others))
            yield Hit(
                span,
                values,
                variant="stroke",
                places=tuple(Place(place, "stroke") for place in others),
                remedies=(Remedy("rewrite", edits, "unsafe", values),),
            )


def _with_strokes(short: str, usual: set[str], known: set[str]) -> str:
    """What was meant: with Đ for D a usual or a known word, with D for Đ ("UBNĐ") only a known one."""
    if "D" in short:
        choices = product(*(("Đ", "D") if char == "D" else (char,) for char in short))
        others = ["".join(chars) for chars in choices]
        return next((other for other in others if other != short and (other in usual or other in known)), "")
    plain_d = short.replace("Đ", "D")
    return plain_d if "Đ" in short and len(short) > 3 and plain_d in known else ""


def _undefined(document: Document, uses: list[Use], known: set[str]) -> Iterator[Hit]:
    """Abbreviations that nobody explains, told once with their first uses."""
    if document.noise > _SLIGHT_NOISE:  # letters misread look like abbreviations
        return
    explained = {definition.short for definition in document.mentions.abbreviations}
    firsts: dict[str, Span] = {}
    counts: dict[str, int] = {}
    for use in uses:
        if use.explained:
            explained.add(use.short)
        elif use.in_prose and not _is_name(use.short):
            firsts.setdefault(use.short, use.span)
            counts[use.short] = counts.get(use.short, 0) + 1
    missing = {short: span for short, span in firsts.items() if short not in known and short not in explained}
    if not missing or (max(counts[short] for short in missing) < 2 and len(missing) < _ENOUGH):
        return
    if _GLOSSARY.search(document.text):
        return
    (short, span), *others = missing.items()
    values = {"short": short, "all": _some(list(missing)), "count": len(missing)}
    yield Hit(
        span,
        values,
        variant="several" if others else "",
        places=tuple(Place(place, "first-use", {"short": other}) for other, place in others),
        severity="style",
    )


def _is_name(short: str) -> bool:
    """Whether it reads like a foreign word or name (VILAS, OUTDOOR), or is a code of two letters."""
    return len(short) < 3 or (len(short) > 3 and sum(char in _VOWELS for char in short) > 1)


def _some(shorts: list[str]) -> str:
    return ", ".join(shorts[:_SHOWN]) + (" …" if len(shorts) > _SHOWN else "")


def _late(
    document: Document, uses: list[Use], definitions: list[AbbreviationDefinition], known: set[str]
) -> Iterator[Hit]:
    """An explanation that comes after the abbreviation has been used in an earlier sentence."""
    explained: dict[str, Span] = {}
    for definition in definitions:
        explained.setdefault(definition.short, definition.span)
    early: dict[str, Span] = {}
    done = set(known)
    for use in uses:
        place = explained.get(use.short)
        if place is None or use.short in done:
            continue
        if use.ends_bracket:
            done.add(use.short)
        elif use.in_prose and _is_earlier(document, use.span, place):
            early.setdefault(use.short, use.span)
    if not early:
        return
    (short, span), *others = early.items()
    places = (Place(explained[short], "explained"), *(Place(at, "early", {"short": other}) for other, at in others))
    yield Hit(span, {"short": short}, variant="late", places=places, severity="style")


def _is_earlier(document: Document, use: Span, explained: Span) -> bool:
    there, here = document.block_at(explained.start), document.block_at(use.start)
    if there is None or here is None or here.index >= there.index or there.kind != "text":
        return False
    return document.division_of(there) == document.division_of(here)


def _twice(document: Document, definitions: list[AbbreviationDefinition]) -> Iterator[Hit]:
    """One abbreviation explained again in the same part of the document, or with other words."""
    groups: dict[tuple[str, object], list[AbbreviationDefinition]] = {}
    for definition in definitions:
        block = document.block_at(definition.span.start)
        if block is not None and block.kind == "text":
            part = document.division_of(block).span
            groups.setdefault((definition.short, part), []).append(definition)
    again: list[tuple[AbbreviationDefinition, AbbreviationDefinition]] = []
    for (short, _), (first, *others) in groups.items():
        for other in others:
            if _same(first.expansion, other.expansion):
                again.append((first, other))
                continue
            values = {"short": short, "one": first.expansion, "other": other.expansion}
            yield Hit(other.span, values, variant="two-meanings", places=(Place(first.span, "explained", values),))
            break
    if again:
        (earlier, later), *more = again
        yield Hit(
            later.span,
            {"short": later.short},
            variant="again",
            places=(Place(earlier.span, "explained"), *(Place(other.span, "again") for _, other in more)),
            severity="style",
        )


def _two_for_one(definitions: list[AbbreviationDefinition]) -> Iterator[Hit]:
    """Two abbreviations for the same words."""
    firsts: dict[tuple[str, ...], AbbreviationDefinition] = {}
    for definition in definitions:
        first = firsts.setdefault(_words(definition.expansion), definition)
        if first.short != definition.short:
            values = {"short": definition.short, "other": first.short, "words": definition.expansion}
            yield Hit(definition.span, values, "two-shorts", (Place(first.span, "explained"),), severity="style")
            return


def _same(one: str, other: str) -> bool:
    """Whether two explanations name the same thing: one may have words more, capitals and marks do not count."""
    first, second = _words(one), _words(other)
    return set(first) <= set(second) or set(second) <= set(first)


def _words(expansion: str) -> tuple[str, ...]:
    letters = "".join(char if char.isalnum() else " " for char in plain(expansion))
    return tuple(word for word in letters.split() if word not in _SKIPPED)
