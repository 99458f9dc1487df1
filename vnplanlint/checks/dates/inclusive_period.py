"""Does "5 năm" fit the years beside it, first and last included?"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.mentions.model import Anniversary

_PLAN_WORDS = ("kế hoạch", "trung hạn", "kinh tế", "kt-xh", "quy hoạch", "đầu tư công")
_PLANS_BY_LAW = ("kế hoạch phát triển kinh tế", "kế hoạch đầu tư công", "kế hoạch tài chính")
_TERM_WORDS = (
    "nhiệm kỳ",
    "khóa",
    "khoá",
    "đại hội",
    "tổng kết",
    "sơ kết",
    "thực hiện",
    "kỷ niệm",
    "chặng đường",
    "sau",
    "qua",
)


def inclusive_period(document: Document) -> Iterator[Hit]:
    """ "Kế hoạch 5 năm (2021-2026)": six years."""
    periods = [
        (anniversary, years)
        for anniversary in document.mentions.anniversaries
        if not anniversary.commemorative and (years := _years(anniversary))
    ]
    right = [period for period, (first, last) in periods if last - first + 1 == period.years]
    for period, (first, last) in periods:
        touched = last - first + 1
        if touched == period.years or last <= first:
            continue
        twins = [other for other in right if other.years == period.years]
        if touched == period.years + 1 and not (_is_a_plan(period) or _shares_an_end(period, twins)):
            continue
        if period.event and not _is_a_plan(period):  # "3 năm thực hiện Chương trình (2021-2025)"
            continue
        yield _hit(period, first, last, twins)


def _hit(period: Anniversary, first: int, last: int, twins: list[Anniversary]) -> Hit:
    assert period.range is not None
    end, start = period.range.end, period.range.start
    new_last, new_first = str(first + period.years - 1), str(last - period.years + 1)
    return Hit(
        period.range.span,
        {"years": period.years, "start": first, "end": last, "actual": last - first + 1},
        places=(
            Place(period.years_span, "count"),
            *(Place(other.range.span, "elsewhere") for other in twins if other.range),
        ),
        remedies=(
            Remedy("year", (Edit(end.span, new_last),), "unsafe", {"year": new_last}),
            Remedy("year", (Edit(start.span, new_first),), "unsafe", {"year": new_first}),
        ),
    )


def _years(period: Anniversary) -> tuple[int, int] | None:
    span = period.range
    if span is None or span.start.form != "year" or span.end.form != "year":
        return None
    return (span.start.year, span.end.year) if span.start.year and span.end.year else None


def _is_a_plan(period: Anniversary) -> bool:
    lead = period.lead
    if any(name in lead for name in _PLANS_BY_LAW):  # carrying one out makes it no less a plan
        lead = lead.replace("thực hiện", "")
    words = f"{lead} {period.event.lower()}"
    return any(word in words for word in _PLAN_WORDS) and not any(word in words for word in _TERM_WORDS)


def _shares_an_end(period: Anniversary, twins: list[Anniversary]) -> bool:
    return any(set(_years(period) or ()) & set(_years(other) or ()) for other in twins)
