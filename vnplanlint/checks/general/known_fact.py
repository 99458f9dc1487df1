"""A day that is known, against what the text gives for it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from vnplanlint.checks.general.phrases import phrase, places
from vnplanlint.document.model import Document
from vnplanlint.facts import PartialDate, parse_date
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.light_typing import Any
from vnplanlint.mentions.model import DateMention
from vnplanlint.spans import Span

_REACH = 60
"""So many characters behind the words their day may stand."""


def known_fact(document: Document, given: Mapping[str, Any]) -> Iterator[Hit]:
    """Each date right behind one of ``given["words"]`` that is not ``given["date"]``.

    Only what the text writes is compared: a bare year against the year.  The card
    labels the words ``fact``; ``{right}`` is the known date.
    """
    known = parse_date(given["date"])
    for words in given["words"]:
        for span in places(document, phrase(words), in_quotations=True):
            date = _date_behind(document, span)
            if date is not None and not _agrees(date, known):
                yield _hit(document, span, date, given["date"])


def _date_behind(document: Document, words: Span) -> DateMention | None:
    dates = document.mentions.dates
    index = bisect_left(dates, words.end, key=lambda date: date.span.start)
    if index == len(dates):
        return None
    between = document.text[words.end : dates[index].span.start]
    return None if len(between) > _REACH or any(mark in between for mark in "\n\t.;,:") else dates[index]


def _agrees(date: DateMention, known: PartialDate) -> bool:
    pairs = ((date.year, known.year), (date.month, known.month), (date.day, known.day))
    return all(written is None or right is None or written == right for written, right in pairs)


def _hit(document: Document, words: Span, date: DateMention, right: str) -> Hit:
    text = document.words(date.span)
    same_form = date.form == "slash" and date.day is not None and right.count("/") == 2
    remedies = (Remedy("replace", (Edit(date.span, right),), "unsafe", {"right": right}),) if same_form else ()
    return Hit(date.span, {"text": text, "right": right}, places=(Place(words, "fact"),), remedies=remedies)
