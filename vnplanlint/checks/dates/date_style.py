"""Are dates written one way throughout the document?"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.dates.own_date import own_date
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.mentions.calendar import written
from vnplanlint.mentions.model import DateForm, DateMention, PartialDate
from vnplanlint.spans import Span

_SEPARATORS: dict[DateForm, str] = {"slash": "/", "dash": "-", "dot": "."}


def date_padding(document: Document) -> Iterator[Hit]:
    """Day and month below ten, with and without a leading zero in one document.

    For the date of issue: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4.b; elsewhere by custom.
    """
    dates = [mention for mention in _own_dates(document) if mention.year_text or mention.every_year]  # 2/9 is a name
    odd = {*_bare_beside_padded(dates, "day"), *_bare_beside_padded(dates, "early"), *_late_months(dates)}
    issued = _bare_issue_date(document)
    places = [*([issued] if issued else []), *sorted(odd)]
    if not places:
        return
    first, *others = places
    yield Hit(
        first.span,
        {"date": document.words(first.span), "right": _padded(first), "count": len(places)},
        variant="issued" if issued else "several" if others else "",
        places=tuple(Place(one.span, "also", {"right": _padded(one)}) for one in others),
        remedies=(Remedy("pad", tuple(edit for one in places for edit in _edits(document, one)), "safe"),),
    )


def date_styles(document: Document) -> Iterator[Hit]:
    """Whole dates with different separators: 01/4/1992 and 01-4-1992."""
    dates = [m for m in _own_dates(document) if m.form in _SEPARATORS and m.year_text and m.day_text]
    forms = [mention.form for mention in dates]
    if len(set(forms)) < 2:
        return
    usual = max(_SEPARATORS, key=lambda form: (forms.count(form), form == "slash"))
    first, *others = (mention for mention in dates if mention.form != usual)
    mark = _SEPARATORS[usual]
    model = next(mention for mention in dates if mention.form == usual)
    edits = tuple(Edit(m.span, mark.join((m.day_text, m.month_text, m.year_text))) for m in (first, *others))
    yield Hit(
        first.span,
        {"date": document.words(first.span), "right": edits[0].content, "usual": document.words(model.span)},
        places=(Place(model.span, "usual"), *(Place(one.span, "also") for one in others)),
        remedies=(Remedy("rewrite", edits, "safe"),),
    )


def _own_dates(document: Document) -> Iterator[DateMention]:
    """The dates that this document writes itself, outside its letterhead and others' words."""
    foreign = [division.span for division in document.divisions if division.kind in ("chrome", "quotation", "form")]
    header = document.identity.date_span if own_date(document).year else None
    for mention in document.mentions.dates:
        in_header = header is not None and header.overlaps(mention.span)
        if mention.exists and not in_header and not any(span.contains(mention.span) for span in foreign):
            yield mention


def _bare_issue_date(document: Document) -> DateMention | None:
    """The date of issue, where it lacks a zero: for it alone the rule is binding."""
    header = document.identity.date_span
    if header is None or own_date(document).year is None:
        return None
    issued = next((mention for mention in document.mentions.dates if header.overlaps(mention.span)), None)
    bare = issued is not None and 1 in (len(_figures(issued, "day")), len(_figures(issued, "early")))
    return issued if bare else None


def _bare_beside_padded(dates: list[DateMention], part: str) -> set[DateMention]:
    """Days below ten, or January and February, without the zero that others have."""
    texts = [(mention, _figures(mention, part)) for mention in dates]
    padded = [mention for mention, figures in texts if len(figures) == 2 and figures[0] == "0"]
    bare = {mention for mention, figures in texts if len(figures) == 1}
    return bare if padded else set()


def _figures(mention: DateMention, part: str) -> str:
    if part == "day":
        return mention.day_text if (mention.day or 99) < 10 else ""
    return mention.month_text if (mention.month or 99) < 3 else ""


def _late_months(dates: list[DateMention]) -> set[DateMention]:
    """March to September with a zero, where the document mostly writes them without."""
    late = [mention for mention in dates if 3 <= (mention.month or 0) <= 9 and mention.month_text]
    padded = {mention for mention in late if len(mention.month_text) == 2}
    return padded if 0 < len(padded) <= len(late) / 2 else set()


def _padded(mention: DateMention) -> str:
    right = PartialDate(mention.year if mention.year_text else None, mention.month, mention.day)
    if mention.form != "worded":
        return written(right)
    day, month = written(PartialDate(None, right.month, right.day)).split("/")
    return f"{day} tháng {month}" + (f" năm {right.year}" if right.year else "")


def _edits(document: Document, mention: DateMention) -> Iterator[Edit]:
    """Only the figures that change."""
    text = document.text[mention.span.start : mention.span.end]
    start = mention.span.start
    if mention.day is not None and mention.day < 10 and len(mention.day_text) == 1:
        yield Edit(Span(start, start + 1), f"0{mention.day}")
    month = mention.month or 0
    place = start + text.index(mention.month_text, len(mention.day_text)) if mention.month_text else start
    right = f"{month:02}" if month < 3 else str(month)
    if mention.month_text and right != mention.month_text:
        yield Edit(Span(place, place + len(mention.month_text)), right)
