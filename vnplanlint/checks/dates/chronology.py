"""Are documents cited in the order in which they were written?"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.dates.own_date import own_date
from vnplanlint.document.model import Document
from vnplanlint.findings import Hit, Place
from vnplanlint.mentions.calendar import is_whole, partial, surely_before, written
from vnplanlint.mentions.correspondence import find_receipts
from vnplanlint.mentions.model import DateMention, DateRange, DocumentReference
from vnplanlint.patterns import pattern

_WHOLE_GROUP = 3
_BASIS_TYPES = (
    "kế hoạch",
    "chỉ thị",
    "quyết định",
    "công văn",
    "hướng dẫn",
    "chương trình",
    "kh",
    "thông báo",
    "nghị quyết",
)
_BASES_HEADING = pattern(r"(?i)(?:các |những )?(?:căn cứ|cơ sở pháp lý)\b")
_CAMPAIGN_WORDS = (
    "thi đua",
    "thời gian",
    "thực hiện từ",
    "phát động",
    "đợt",
    "triển khai từ",
    "diễn ra",
    "giai đoạn 1",
)
_LONGEST_CAMPAIGN_YEARS = 2
_NEW_YEAR = (1, 1)
"""A plan for a whole year may well be written when the year has begun."""


def future_reference(document: Document) -> Iterator[Hit]:
    """A cited document that bears a later date than the one that cites it."""
    own = own_date(document)
    if own.year is None:
        return
    cited = [(ref, date) for ref in _cited(document) if (date := ref.date) and partial(date).year]
    later = [(ref, date) for ref, date in cited if surely_before(own, partial(date))]
    header = document.identity.date_span
    if header and len({_key(ref) for ref, _ in later}) >= _WHOLE_GROUP and 2 * len(later) > len(cited):
        yield Hit(
            header,
            {"own": written(own), "count": len(later)},
            "header",
            places=tuple(Place(date.span, "later", {"date": written(partial(date))}) for _, date in later),
            severity="warning",
        )
        return
    for ref, date in later:
        certain = is_whole(own) and is_whole(partial(date)) and ref.date_certain and date.year_given
        yield Hit(
            date.span,
            {"date": written(partial(date)), "own": written(own)},
            places=(Place(header, "own"),) if header else (),
            severity=None if certain else "warning",
        )


def starts_before_basis(document: Document) -> Iterator[Hit]:
    """A campaign that begins before the document that orders it was signed."""
    own = own_date(document)
    bases = [
        (ref, ref.date)
        for ref in _orders(document)
        if ref.date and is_whole(partial(ref.date)) and not (own.year and surely_before(own, partial(ref.date)))
    ]
    if not bases:
        return
    _, latest = max(bases, key=lambda basis: partial(basis[1]))
    counted = {a.range.span for a in document.mentions.anniversaries if a.range}
    for period in document.mentions.ranges:
        if period.span not in counted and _is_campaign(document, period) and period.span.start > latest.span.end:
            if surely_before(partial(period.start), partial(latest)):
                yield Hit(
                    period.start.span,
                    {"start": written(partial(period.start)), "basis": written(partial(latest))},
                    places=(Place(latest.span, "basis"),),
                )
            return


def received_before_written(document: Document) -> Iterator[Hit]:
    """A letter that came in before it was dated."""
    mentions = document.mentions
    for receipt in find_receipts(document.text, mentions.dates, mentions.references):
        letter = receipt.letter
        if surely_before(partial(receipt.received), partial(letter)):
            yield Hit(
                receipt.received.span,
                {"received": written(partial(receipt.received)), "letter": written(partial(letter))},
                places=(Place(letter.span, "letter"),),
                certain=is_whole(partial(letter)) and letter.year_given and receipt.received.year_given,
            )


def _cited(document: Document) -> Iterator[DocumentReference]:
    for ref in document.mentions.references:
        division = document.division_at(ref.span.start)
        if not ref.own and ref.date and _is_exact(ref.date) and division and division.kind in ("body", "appendix"):
            yield ref


def _is_exact(date: DateMention) -> bool:
    """A year alone may be another's ("thực hiện Pháp lệnh … năm 2020" tells when it is carried out)."""
    return date.exists and date.month is not None


def _key(ref: DocumentReference) -> str:
    return ref.symbol.text if ref.symbol else ref.title


def _orders(document: Document) -> Iterator[DocumentReference]:
    """The documents that this one names as its basis and that can give it a task."""
    bases = {component.block for component in document.components if component.kind == "can-cu"}
    bases |= _listed_bases(document)
    for ref in document.mentions.references:
        gives_tasks = ref.nested_in is None and ref.date_certain and ref.type_word.lower() in _BASIS_TYPES
        block = document.block_at(ref.span.start) if gives_tasks else None
        if block is not None and block.index in bases:
            yield ref


def _listed_bases(document: Document) -> set[int]:
    """The blocks under a heading "Căn cứ pháp lý" of an đề án."""
    headings = document.outline.headings
    return {
        heading.block
        for heading in headings
        if heading.parent is not None and _BASES_HEADING.match(headings[heading.parent].title)
    }


def _is_campaign(document: Document, period: DateRange) -> bool:
    start, end = partial(period.start), partial(period.end)
    if start[1:] == _NEW_YEAR or not (is_whole(start) and is_whole(end)):
        return False
    block = document.block_at(period.span.start)
    if block is None or (end.year or 0) - (start.year or 0) > _LONGEST_CAMPAIGN_YEARS:
        return False
    lead = document.words(block.span._replace(end=period.span.start)).lower()[-100:]
    return any(words in lead for words in _CAMPAIGN_WORDS)
