"""All mentions of one text."""

from __future__ import annotations

from vnplanlint.facts import Facts
from vnplanlint.mentions.abbreviations import find_abbreviations
from vnplanlint.mentions.anniversaries import find_anniversaries
from vnplanlint.mentions.bracketed_parts import find_bracketed_parts
from vnplanlint.mentions.breakdowns import find_breakdowns
from vnplanlint.mentions.counts import find_counts
from vnplanlint.mentions.cross_references import find_cross_references
from vnplanlint.mentions.dates import find_dates
from vnplanlint.mentions.model import Breakdown, Mentions
from vnplanlint.mentions.quantities import find_quantities, find_quantity_ranges
from vnplanlint.mentions.ranges import find_ranges
from vnplanlint.mentions.references import find_references
from vnplanlint.mentions.spelled_numbers import find_spelled_numbers


def extract(text: str, facts: Facts) -> Mentions:
    """Read ``text`` (joined; one block or a whole document) once for each kind of mention."""
    dates = find_dates(text)
    ranges = find_ranges(text, dates)
    quantities = find_quantities(text)
    return Mentions(
        dates=tuple(dates),
        ranges=tuple(ranges),
        anniversaries=tuple(find_anniversaries(text, dates, ranges)),
        references=tuple(find_references(text, dates, facts)),
        counts=tuple(find_counts(text)),
        cross_references=tuple(find_cross_references(text)),
        abbreviations=tuple(find_abbreviations(text)),
        quantities=tuple(quantities),
        quantity_ranges=tuple(find_quantity_ranges(text, quantities)),
        spelled_numbers=tuple(find_spelled_numbers(text)),
        breakdowns=tuple(
            sorted([*find_breakdowns(text, quantities), *find_bracketed_parts(text, quantities)], key=_place)
        ),
    )


def _place(breakdown: Breakdown) -> int:
    return breakdown.span.start
