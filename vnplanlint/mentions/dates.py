"""All dates of a text, in every form that administrative documents use."""

from __future__ import annotations

from vnplanlint.mentions.model import DateMention
from vnplanlint.mentions.numeric_dates import Candidate, find_numeric
from vnplanlint.mentions.relative_dates import find_relative
from vnplanlint.mentions.shared_parts import accept_company, complete
from vnplanlint.mentions.weekdays import with_weekdays
from vnplanlint.mentions.worded_dates import find_worded


def find_dates(text: str) -> list[DateMention]:
    """The dates in ``text``, ordered by place, none overlapping another."""
    candidates = _longest([*find_worded(text), *find_numeric(text)])
    dates = complete(text, accept_company(text, candidates))
    dates = with_weekdays(text, dates)
    relative = list(find_relative(text))
    return _with_relative(dates, relative) if relative else dates


def _with_relative(dates: list[DateMention], relative: list[DateMention]) -> list[DateMention]:
    """Both kinds in order; a date in figures comes before a relative phrase that overlaps it."""
    merged: list[DateMention] = []
    for mention in sorted(dates + relative, key=lambda mention: mention.span):
        if merged and mention.span.start < merged[-1].span.end:
            if merged[-1].form != "relative":
                continue
            merged.pop()
        merged.append(mention)
    return merged


def _longest(candidates: list[Candidate]) -> list[Candidate]:
    """In order of place; of two that overlap the one that begins first, then the longer."""
    candidates.sort(key=lambda c: (c.mention.span.start, -c.mention.span.end))
    kept: list[Candidate] = []
    end = -1
    for candidate in candidates:
        if candidate.mention.span.start >= end:
            kept.append(candidate)
            end = candidate.mention.span.end
    return kept
