"""Does the vision lie beyond the period it looks out from?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from vnplanlint.document.model import Document
from vnplanlint.findings import Hit, Place
from vnplanlint.patterns import pattern

_GAP = pattern(
    r"\)?,? *(?:và +)?(?:có +)?(?:tầm +nhìn|định +hướng)(?: +chiến +lược)?,? *"
    r"(?:đến|tới)? *(?:hết +)?(?:năm)? *"
)


def vision_year(document: Document) -> Iterator[Hit]:
    """ "giai đoạn 2011-2020, tầm nhìn đến năm 2015"."""
    for period_end, vision in pairwise(document.mentions.dates):
        if period_end.year is None or vision.year is None or vision.form != "year":
            continue
        gap = period_end.span.end, vision.span.start
        if vision.year <= period_end.year and _GAP.fullmatch(document.text, *gap):
            yield Hit(
                vision.span,
                {"vision": vision.year, "end": period_end.year},
                places=(Place(period_end.span, "period", {"end": period_end.year}),),
            )
