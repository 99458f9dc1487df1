"""The place-and-date line of a letterhead: "Ninh Bình, ngày 05 tháng 4 năm 2021", also left blank."""

from __future__ import annotations

from vnplanlint.document.marks import PLACE_DATE
from vnplanlint.mentions.calendar import days_in_month
from vnplanlint.mentions.model import PartialDate
from vnplanlint.patterns import Match
from vnplanlint.spans import Span

_SMALL_IN_NAMES = ("phố", "xã", "-")


def find_place_date(text: str, start: int, end: int) -> Match[str] | None:
    """The line within these bounds; it ends its column, so a sentence with a date is none.

    A sentence may end with a date in figures: then only a name before it makes the line.
    """
    match = PLACE_DATE.search(text, start, end)
    return None if match and match["year2"] and _ends_sentence(text, start, match) else match


def _ends_sentence(text: str, start: int, match: Match[str]) -> bool:
    place = (match["place"] or "").split()
    named = all(word[0].isupper() or word[0].isdigit() or word in _SMALL_IN_NAMES for word in place)
    lead = text[max(start, text.rfind("\n", 0, match.start()) + 1) : match.start()]
    goes_on = lead.strip() != "" and not lead.endswith(("  ", "\t", "| "))
    return not named or goes_on or match[0].endswith(".")


def read_date(text: str, span: Span) -> tuple[PartialDate, Span | None]:
    """The date of the line as far as it is filled in, and where it stands.

    What was stamped or typed over so that no calendar has it counts as unknown.
    """
    match = PLACE_DATE.search(text[span.start : span.end].replace("\n", " "))
    if match is None:
        return PartialDate(), None
    year = _number(match["year"] or match["year2"])
    month = _number(match["month"] or match["month2"])
    day = _number(match["day"])
    if year is None or not 1900 <= year <= 2200:
        return PartialDate(), None
    if month is None or not 1 <= month <= 12:
        return PartialDate(year), _date_span(match).shifted(span.start)
    if day is None or not 1 <= day <= days_in_month(month, year):
        return PartialDate(year, month), _date_span(match).shifted(span.start)
    return PartialDate(year, month, day), _date_span(match).shifted(span.start)


def _number(digits: str | None) -> int | None:
    digits = "".join((digits or "").split())
    return int(digits) if digits.isdecimal() else None


def _date_span(match: Match[str]) -> Span:
    filled = [name for name in ("day", "month", "month2", "year", "year2") if match[name] and match[name].strip(" .…_")]
    first, last = filled[0], filled[-1]
    lead = len(match[first]) - len(match[first].lstrip(" "))
    return Span(match.start(first) + lead, match.end(last))
