"""Questions that several checks of cited documents ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from vnplanlint.document.model import Document
from vnplanlint.facts import Act
from vnplanlint.mentions.calendar import written
from vnplanlint.mentions.model import DateMention, DocumentReference, PartialDate
from vnplanlint.mentions.reference_keys import Key, key_of
from vnplanlint.spans import Span

Day = tuple[int, int, int]
_MANY = 50


def cited(document: Document) -> list[DocumentReference]:
    """The references of the document itself, without those of page furniture around it."""
    if all(division.kind != "chrome" for division in document.divisions):
        return list(document.mentions.references)
    return [reference for reference in document.mentions.references if not _is_furniture(document, reference)]


def _is_furniture(document: Document, reference: DocumentReference) -> bool:
    division = document.division_at(reference.span.start)
    return division is not None and division.kind == "chrome"


def citations_by_key(document: Document) -> dict[Key, list[DocumentReference]]:
    """The references of the whole document, those that name one document together, in order of place."""
    groups: dict[Key, list[DocumentReference]] = {}
    for reference in cited(document):
        key = key_of(reference)
        if key is not None:
            groups.setdefault(key, []).append(reference)
    return groups


def exact_day(mention: DateMention | None) -> Day | None:
    """Year, month and day, where all three are written and the calendar has them."""
    if mention is None or not mention.exists or not mention.year_given or mention.every_year:
        return None
    if mention.year is None or mention.month is None or mention.day is None:
        return None
    return mention.year, mention.month, mention.day


def issue_day(reference: DocumentReference) -> Day | None:
    """The exact issue date of ``reference``, where it is certain."""
    return exact_day(reference.date) if reference.date_certain and reference.malformed_date is None else None


def earliest_day(partial: PartialDate) -> date | None:
    """The first day that a possibly incomplete date may mean."""
    if partial.year is None:
        return None
    try:
        return date(partial.year, partial.month or 1, partial.day or 1)
    except ValueError:
        return None


def full_day(partial: PartialDate) -> Day | None:
    """A complete ``PartialDate`` as a day."""
    if partial.year is None or partial.month is None or partial.day is None:
        return None
    return partial.year, partial.month, partial.day


def in_words(day: Day) -> str:
    """A day as administrative texts write it: 05/3/2020."""
    return written(PartialDate(*day))


def written_like(day: Day, sample: DateMention) -> str:
    """``day`` in the form of ``sample``."""
    year, month, number = day
    shown_month = f"{month:02d}" if month < 3 else str(month)
    if sample.form == "worded":
        return f"{number:02d} tháng {shown_month} năm {year}"
    sign = {"dash": "-", "dot": "."}.get(sample.form, "/")
    return f"{number:02d}{sign}{shown_month}{sign}{year}"


def named(reference: DocumentReference) -> str:
    """Type word and symbol for a message: "Quyết định số 15/QĐ-UBND"."""
    number = reference.symbol.text if reference.symbol else ""
    return f"{reference.type_word} số {number}" if reference.type_word else number


def type_to_symbol(reference: DocumentReference) -> Span:
    """From the type word to the end of the symbol."""
    assert reference.symbol is not None
    start = reference.type_span.start if reference.type_span else reference.symbol.span.start
    return Span(start, reference.symbol.span.end)


def in_running_text(document: Document, reference: DocumentReference) -> bool:
    """Whether the reference is said by the document itself, in a sentence: no table, form, title or quotation."""
    start = reference.span.start
    block = document.block_at(start)
    if block is None or block.kind != "text" or block.level or reference.nested_in is not None:
        return False
    if document.in_quotation(start):
        return False
    division = document.division_of(block)
    return division.kind in ("body", "appendix", "attachment") and not _in_title(document, start)


def _in_title(document: Document, offset: int) -> bool:
    return any(
        component.kind in ("so-ky-hieu", "ten-loai", "trich-yeu", "noi-nhan", "luu") and _within(component.span, offset)
        for component in document.components
    )


def _within(span: Span, offset: int) -> bool:
    return span.start <= offset < span.end


def different(
    references: list[DocumentReference], by: Callable[[DocumentReference], object]
) -> list[DocumentReference]:
    """The first reference of each kind; of a great many, which are no slip of the pen, only the first ones."""
    firsts: dict[object, DocumentReference] = {}
    for reference in references:
        firsts.setdefault(by(reference), reference)
    return list(firsts.values())[:_MANY]


def pairs(references: list[DocumentReference]) -> Iterator[tuple[DocumentReference, DocumentReference]]:
    """Every two of ``references``, the earlier first."""
    for place, first in enumerate(references):
        for second in references[place + 1 :]:
            yield first, second


def comes_once(document: Document, reference: DocumentReference) -> bool:
    """Whether the symbol holds its year and a central organ, so that no other document has it."""
    symbol = reference.symbol
    if symbol is None or symbol.year is None or not symbol.organs:
        return False
    organ = symbol.organs[0].upper()
    return symbol.shape == "law" or any(
        entry.level == "trung-uong" and entry.abbreviation.upper() == organ for entry in document.facts.organs
    )


def surely_one(document: Document, one: DocumentReference, other: DocumentReference) -> bool:
    """Whether two citations with one key are two places of one document: nothing else has the symbol, or the day."""
    day = issue_day(one)
    return one is not other and (comes_once(document, one) or (day is not None and day == issue_day(other)))


def year_differs(reference: DocumentReference, day: Day) -> bool:
    """Whether the symbol holds another year than the date."""
    return reference.symbol is not None and reference.symbol.year is not None and reference.symbol.year != day[0]


def known_act(document: Document, reference: DocumentReference) -> Act | None:
    """The well-known act that ``reference`` cites, by a symbol that holds its year."""
    symbol = reference.symbol
    if symbol is None or symbol.year is None:
        return None
    text = symbol.text.upper()
    return next((act for act in document.facts.acts if act.symbol.upper() == text and act.certainty == "high"), None)
