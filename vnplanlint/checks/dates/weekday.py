"""Does the date fall on the weekday written beside it?"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.mentions.calendar import is_whole, partial, weekday_of, written

NAMES = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def weekday(document: Document) -> Iterator[Hit]:
    """A weekday that is not the one of its date."""
    for mention in document.mentions.dates:
        when = partial(mention)
        if mention.weekday is None or mention.weekday_span is None or not is_whole(when):
            continue
        assert when.year is not None
        assert when.month is not None
        assert when.day is not None
        if when.year < 1900 or (right := weekday_of(when.day, when.month, when.year)) == mention.weekday:
            continue
        yield Hit(
            mention.weekday_span,
            {"date": written(when), "written": NAMES[mention.weekday], "right": NAMES[right]},
            places=(Place(mention.span, "date"),),
            remedies=(Remedy("weekday", (Edit(mention.weekday_span, NAMES[right]),), "unsafe", {"day": NAMES[right]}),),
            certain=mention.year_given,
        )
