"""The typed facts that are read from a text, each with its span.

Conventions for every extractor of this package:

* it is a function ``find_…(text: str, …) -> list[…]`` over *joined* text: a line
  feed separates blocks, a tab separates table cells, every other white space is
  U+0020 (there may be several in a row where a line was wrapped);
* a mention never crosses a line feed or a tab, and nothing outside its own
  block changes how it is read: reading a whole document equals reading its
  blocks one by one;
* results are ordered by ``span.start``.
"""

from __future__ import annotations

from vnplanlint.facts import PartialDate as PartialDate
from vnplanlint.facts import System as System
from vnplanlint.light_typing import Literal, NamedTuple
from vnplanlint.spans import Span

DateForm = Literal["slash", "dash", "dot", "worded", "month", "quarter", "year", "relative"]
"""05/4/2021 · 5-4-2021 · 5.4.2021 · ngày 05 tháng 4 năm 2021 · tháng 4/2021 · quý II/2021 ·
năm 2021 · "ba ngày sau"."""


class DateMention(NamedTuple):
    """A date as it is written.

    ``day_text``/``month_text``/``year_text`` are the digits as they stand ("" if
    absent), for padding and malformed years.  ``year_given`` is False where the
    year was completed from a neighbour ("05, 06/6/2024", "từ ngày 03 - 09/8/2024")
    or where there is none.  ``every_year`` marks "15/12 hằng năm".  ``exists`` is
    False for a date that the calendar does not have (31/4/2021, month 13) or a
    year of three or five digits.  ``span`` covers the numerals, for the worded form
    from the day's numeral to the year's ("05 tháng 3 năm 2021"), without "ngày".
    """

    span: Span
    day: int | None
    month: int | None
    year: int | None
    form: DateForm
    day_text: str = ""
    month_text: str = ""
    year_text: str = ""
    quarter: int | None = None
    weekday: int | None = None  # 0 = thứ Hai … 6 = Chủ nhật, where written beside the date
    weekday_span: Span | None = None
    year_given: bool = True
    every_year: bool = False
    exists: bool = True


class DateRange(NamedTuple):
    """Two ends joined by "-" or "từ … đến …": days, months, years, or a mix of them.

    ``span`` covers both ends and surrounding brackets, where there are any.
    ``inclusive_years`` is the number of calendar years touched (2021-2025: 5).
    """

    span: Span
    start: DateMention
    end: DateMention
    bracketed: bool = False
    open_end: bool = False


class Anniversary(NamedTuple):
    """ "30 năm tái lập tỉnh Ninh Bình (01/4/1992 - 01/4/2022)".

    ``years`` is the count as written; ``years_span`` the words "30 năm";
    ``event`` the words that name the event (joined text, single spaces) and
    ``event_span`` where they stand; ``range`` the range that belongs to it, if one
    does (nearest count to its left, same comma segment); ``date`` a single date in
    brackets ("75 năm ngày Thương binh - Liệt sĩ (27/7/1947)").
    ``commemorative`` is True when a frame word (kỷ niệm, ngày thành lập, tái lập,
    truyền thống, ngày sinh …) proves that it is an anniversary and not a period.
    ``lead`` holds the words before the count (at most twelve of its clause, lower case).
    """

    span: Span
    years: int
    years_span: Span
    event: str
    event_span: Span
    range: DateRange | None
    date: DateMention | None
    commemorative: bool
    lead: str = ""


SymbolShape = Literal["admin", "dispatch", "qppl", "joint", "law", "ubtv", "vbhn", "party", "youth", "malformed"]


class Symbol(NamedTuple):
    """The number and symbol of a document ("158/KH-UBND"), parsed.

    ``number`` keeps its suffix ("66.7", "12a") without leading zeros; ``type`` is the
    type abbreviation as written ("" for a dispatch or law); ``organs`` the groups
    after it.  ``shape`` "malformed" means that only the loose pass could read it;
    then ``defect`` names what is wrong and ``likely`` holds the form that was
    probably meant ("" if there is none).
    """

    span: Span
    text: str  # as written, inner white space removed
    shape: SymbolShape
    number: str
    year: int | None
    year_text: str
    type: str
    organs: tuple[str, ...]
    term: int | None = None  # of the National Assembly, from QH15
    defect: str = ""
    likely: str = ""


class DocumentReference(NamedTuple):
    """A document that the text cites, with everything said of it at this place.

    ``type_word`` as written ("Kế hoạch", "QĐ", "" if absent), ``has_number_word``
    whether "số" stands before the number.  ``date`` is the issue date, bound by the
    rules of nearness (never an effective date); ``issuer`` and ``title`` as written
    with single spaces ("" if absent).  ``nested_in`` is the index of the reference
    in whose title this one stands, or None.  ``own`` marks the document's own
    number (header, "Kèm theo Quyết định số …" of its annexes, "Quyết định này").
    ``span`` covers from the type word (or "số", or the number) over date and issuer, not
    the title.
    """

    span: Span
    type_word: str
    type_span: Span | None
    symbol: Symbol | None  # None for "Luật Thi đua, khen thưởng năm 2013"
    date: DateMention | None
    issuer: str
    issuer_span: Span | None
    title: str
    title_span: Span | None
    has_number_word: bool
    system: System
    nested_in: int | None = None
    own: bool = False
    date_certain: bool = True
    malformed_date: Span | None = None  # "ngày 15 tháng 3 tháng 2020": a date that is none


class CountClaim(NamedTuple):
    """ "chia làm 02 giai đoạn như sau:": a count of listed things, before their list."""

    span: Span
    value: int
    value_span: Span
    noun: str  # lower case, single spaces
    promised: bool = True  # "như sau:"; without such words ("03 đợt thi đua:") only a list of that noun is meant


class CrossReference(NamedTuple):
    """ "mục III Kế hoạch này", "khoản 2 Điều 5": a pointer into a document by numerals.

    ``path`` lists (unit, numeral) from the outermost unit: (("Điều", "5"), ("khoản", "2")).
    ``owner`` is "this" only where the words name this document; "other" where
    another act is named; "" where nothing tells.  ``act`` is the type word of that act
    ("Kế hoạch" of "Kế hoạch này"), where one is named; ``recipient`` marks the
    "Như Điều 3" of a list of recipients.
    """

    span: Span
    path: tuple[tuple[str, str], ...]
    owner: Literal["this", "other", ""]
    act: str = ""
    recipient: bool = False


NumberShape = Literal["plain", "dotted", "commas", "point", "malformed"]
"""1250 or 5,3 · 1.250.000 or 1.250,5 · 1,250,000 · 1.5 · 1.20.000."""


class Quantity(NamedTuple):
    """ "trên 5,3 tỷ đồng": figures with the unit after them.

    ``span`` covers figures and unit, ``figures`` the figures alone.  ``thousandths`` is
    the value in thousandths of the unit, multiplied by ``scale`` (tỷ: 10^9), or None
    where the figures cannot be read; ``decimals`` how many stand after the point.
    ``unit`` is "" where only a multiplier was read ("5 triệu"), or where a range names
    its unit at its end.  ``qualifier`` holds the words before that make it a limit or a
    rough number ("khoảng", "ít nhất").
    """

    span: Span
    figures: Span
    thousandths: int | None
    unit: str
    scale: int = 1
    shape: NumberShape = "plain"
    decimals: int = 0
    qualifier: str = ""


class QuantityRange(NamedTuple):
    """Two quantities joined by ``joint`` ("-", "đến", "lên", "xuống", "còn")."""

    span: Span
    first: Quantity
    last: Quantity
    joint: str


class SpelledNumber(NamedTuple):
    """A number told twice, in words and in figures: "05 (năm) ngày", "năm (05) ngày".

    ``words`` is where the number words stand and ``thousandths`` what they say;
    ``right`` is that value in well-formed words, ``slips`` what is not well formed
    ("lăm", "mốt", "không trăm").  ``figures`` is None where the figures must stand in
    the block before; ``readings`` are the values that the figures may have (alone,
    and with the multiplier beside them); ``scale`` is that multiplier.
    """

    span: Span
    words: Span
    thousandths: int
    right: str
    slips: tuple[str, ...]
    figures: Span | None
    readings: tuple[int, ...]
    scale: int = 1


class Breakdown(NamedTuple):
    """ "Tổng kinh phí 500 triệu đồng, trong đó: …": a total with the parts told after it.

    ``parts`` are the quantities of the same unit in the rest of the sentence, one a
    segment; they are empty where ``continues``: the parts stand in the list that
    follows.  ``exhaustive`` marks words that promise all parts ("gồm:"), ``summed`` a
    total that is called one ("tổng số").
    """

    span: Span
    total: Quantity
    parts: tuple[Quantity, ...]
    lead: str
    exhaustive: bool
    summed: bool
    continues: bool = False


class AbbreviationDefinition(NamedTuple):
    """ "Hội đồng nhân dân (HĐND)": ``span`` covers the letters in the brackets.

    ``expansion`` are the words they stand for, with single spaces, "" where only
    "(sau đây viết tắt là …)" says that they are an abbreviation.
    """

    span: Span
    short: str
    expansion: str = ""
    expansion_span: Span | None = None


class Mentions(NamedTuple):
    """Everything extracted from one text, each list ordered by place."""

    dates: tuple[DateMention, ...] = ()
    ranges: tuple[DateRange, ...] = ()
    anniversaries: tuple[Anniversary, ...] = ()
    references: tuple[DocumentReference, ...] = ()
    counts: tuple[CountClaim, ...] = ()
    cross_references: tuple[CrossReference, ...] = ()
    abbreviations: tuple[AbbreviationDefinition, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    quantity_ranges: tuple[QuantityRange, ...] = ()
    spelled_numbers: tuple[SpelledNumber, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
