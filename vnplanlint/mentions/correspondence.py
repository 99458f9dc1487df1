"""When a letter came in: "Ngày 05/6/2025, Sở nhận được Công văn số 7/ABC-XYZ ngày 02/6/2025"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.model import DateMention, DocumentReference
from vnplanlint.mentions.surroundings import before
from vnplanlint.patterns import pattern

_RECEIVED = pattern(r",? *[^.;:\n\t]{0,80}? *(?:đã +)?(?:tiếp +)?nhận +được *[^.;:\n\t]{0,40}$")
_LONGEST_LEAD = 200


class Receipt(NamedTuple):
    """``received`` is the day it came in, ``letter`` the date that the letter bears."""

    received: DateMention
    letter: DateMention


def find_receipts(
    text: str, dates: Sequence[DateMention], references: Sequence[DocumentReference]
) -> Iterator[Receipt]:
    """The letters whose day of receipt is told in the words just before them."""
    for reference in references:
        letter = reference.date
        if letter is None or not letter.exists or letter.span.start < reference.span.start:
            continue
        index = bisect_left(dates, reference.span.start, key=lambda mention: mention.span.start) - 1
        if index < 0 or dates[index].day is None:
            continue
        received = dates[index]
        lead = before(text, reference.span.start, _LONGEST_LEAD)
        told = len(lead) - (reference.span.start - received.span.end)
        if told >= 0 and _RECEIVED.fullmatch(lead, told):
            yield Receipt(received, letter)
