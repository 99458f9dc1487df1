"""Numbers and dates left blank: the normal state of a draft at its head, a slip in its text."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.format.common import SCANNED, is_form, is_running_text
from vnplanlint.document.marks import ISSUED_WITH, OWN_NUMBER, PLACE_DATE
from vnplanlint.document.model import Component, Document
from vnplanlint.findings import Hit, Place
from vnplanlint.light_typing import NamedTuple
from vnplanlint.patterns import Match, pattern, verbose
from vnplanlint.spans import Span

_BLANK = " .…_"
_CITED_NUMBER = verbose(
    r"""
    \b [Ss]ố [ ]* :? [ .…_]* (?P<symbol>
      / [ ]? (?: (?:19|20)\d\d [ ]? / [ ]? )? \p{Lu}[\p{L}&]+ [ ]? - [ ]? \p{Lu}[\p{L}&]+ (?:-\p{Lu}[\p{L}&]+)*
      | - \p{Lu}[\p{L}]+ / \p{Lu}[\p{L}&]+ (?:-\p{Lu}[\p{L}&]+)*
    )
    """
)
_BLANK_DAY = verbose(
    r"""
    \b [Nn]gày (?!\p{L})
    (?: (?P<day> [ .…_]* ) tháng (?!\p{L}) (?P<month> [ .…_]* (?:\d{1,2} [ ]*)? )
        năm (?!\p{L}) (?P<year> [ .…_]* (?:\d{4}\b)? )
      | [ .…_]* / [ .…_]* (?: \d{1,2} [ ]* )? / [ .…_]* (?: \d{4}\b | (?=[),;.\n]) )
    )
    """
)
_ISSUED_WITH_THIS = pattern(r"(?:[Kk]èm|[Bb]an +hành) +theo\b|\b[Ll]ần +\d")
_WRAPPED_YEAR = pattern(r"\s*\d{4}\b")
_IN_FORCE = pattern(r"\b(?:hiệu +lực|thi +hành|ký +ban +hành|lập +xong|thông +qua)\b")
_REACH_OF_SYMBOL = 60


class _Gap(NamedTuple):
    """A blank in the text: the number of a cited document, or a day."""

    span: Span
    symbol: str = ""


def blank_number_or_date(document: Document) -> Iterator[Hit]:
    """The document's own number and day, and those of documents that it cites, where nothing is filled in."""
    if is_form(document):
        return
    yield from _own_blanks(document)
    yield from _blanks_in_the_text(document)


def _own_blanks(document: Document) -> Iterator[Hit]:
    number, place_date = document.component("so-ky-hieu"), document.component("dia-danh-ngay")
    number_is_blank = number is not None and _number_is_blank(document, number)
    empty = _empty_parts(document, place_date) if place_date else ()
    if number and number_is_blank:
        places = (Place(place_date.span, "date"),) if place_date and empty else ()
        yield Hit(number.span, variant="" if places else "number", places=places, severity="style")
    if place_date is None or not empty:
        return
    if "month" in empty and "day" not in empty:
        yield Hit(place_date.span, variant="month")
    elif not number_is_blank and (number or document.component("quoc-hieu")):
        yield Hit(place_date.span, variant="date", severity="style")


def _number_is_blank(document: Document, component: Component) -> bool:
    match = OWN_NUMBER.search(_one_line(document, component.span))
    return match is not None and not match["number"].strip(_BLANK)


def _empty_parts(document: Document, component: Component) -> tuple[str, ...]:
    """Which of day, month and year the place-and-date line leaves out."""
    match = PLACE_DATE.search(_one_line(document, component.span))
    if match is None:
        return ()
    written = {
        "day": match["day"],
        "month": match["month"] or match["month2"],
        "year": match["year"] or match["year2"],
    }
    if _WRAPPED_YEAR.match(document.text, component.span.end):
        del written["year"]
    return tuple(name for name, words in written.items() if not (words or "").strip(_BLANK))


def _one_line(document: Document, span: Span) -> str:
    return document.text[span.start : span.end].replace("\n", " ")


def _blanks_in_the_text(document: Document) -> Iterator[Hit]:
    """Each cited document whose number or day is blank, told once, and each day that is blank by itself."""
    told: dict[str, list[Span]] = {}
    for gap in _gaps(document):
        told.setdefault(gap.symbol or f"{gap.span.start}", []).append(gap.span)
    for symbol, (first, *others) in told.items():
        places = tuple(Place(span, "again") for span in others)
        variant = "day-in-text" if symbol.isdecimal() else "cited"
        yield Hit(first, {"symbol": symbol}, variant=variant, places=places, certain=document.noise <= SCANNED)


def _gaps(document: Document) -> list[_Gap]:
    text = document.text
    gaps: list[_Gap] = []
    passed: list[Span] = []  # what is accounted for: told already, or the document's own number with its day
    for match in _CITED_NUMBER.finditer(text) if _may_hold_blank_number(text) else ():
        day = _BLANK_DAY.search(text, match.end(), min(len(text), match.end() + _REACH_OF_SYMBOL))
        span = Span(match.start(), day.end() if day else match.end())
        passed.append(span)
        if not _is_own_or_elsewhere(document, match):
            gaps.append(_Gap(span, "".join(match["symbol"].split())))
    for match in _BLANK_DAY.finditer(text) if "ngày" in text else ():
        span = Span(*match.span())
        if any(other.overlaps(span) for other in passed) or not _is_blank_day(match):
            continue
        if not _is_expected(document, match) and not _IN_FORCE.search(text, max(0, span.start - 60), span.start):
            gaps.append(_Gap(span))
    return sorted(gaps)


def _may_hold_blank_number(text: str) -> bool:
    return any(lead in text for lead in (" /", "./", "…/", "_/", "số/", ".-", "…-", "_-", " -"))


def _is_own_or_elsewhere(document: Document, match: Match[str]) -> bool:
    """The document's own number (its letterhead, "(Ban hành kèm theo …)"), or one in a form."""
    own = document.component("so-ky-hieu")
    if own and own.span.overlaps(Span(*match.span())):
        return True
    if own and _number_is_blank(document, own) and "".join(match["symbol"].split()) in "".join(own.text.split()):
        return True
    if match.group()[0] == "S":  # at the start of a line: the letterhead of a form or an attached document
        return True
    return _is_expected(document, match)


def _is_expected(document: Document, match: Match[str]) -> bool:
    """Whether a blank is normal there: a heading "(Kèm theo …)", a form, a letterhead, a quotation."""
    start = match.start()
    block = document.block_at(start)
    if block is None or not is_running_text(document, block) or document.in_quotation(start):
        return True
    lead = document.text[block.span.start : start]
    if ISSUED_WITH.match(document.text, *block.span) or ISSUED_WITH.search(lead) or _ISSUED_WITH_THIS.search(lead):
        return True
    return _is_place_date(document, match, lead)


def _is_place_date(document: Document, match: Match[str], lead: str) -> bool:
    """A place-and-date line, of the document or of a form in it: a name, a comma, the date."""
    own = document.component("dia-danh-ngay")
    if own and own.span.overlaps(Span(*match.span())):
        return True
    column = lead.rsplit("\t", 1)[-1].rsplit("    ", 1)[-1].strip()
    return not column or (len(column.split()) <= 6 and (column.endswith(",") or column.istitle()))


def _is_blank_day(match: Match[str]) -> bool:
    """Whether a value is missing: "ngày   tháng 5 năm 2026", not the words "ngày tháng năm sinh"."""
    if match["day"] is None:
        return True
    filled = any(char.isdigit() for char in match["month"] + match["year"])
    return filled or any(char in ".…_" for char in match.group().rstrip(_BLANK))
