"""Congresses and terms of the National Assembly with the years beside their ordinal."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.model import DateMention
from vnplanlint.mentions.roman_numerals import loose_roman_value
from vnplanlint.mentions.surroundings import before
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_ORDINAL = pattern(r"(?:lần +thứ|[Kk]h[óo][áa]) +([IVXL]{1,6}|\d{1,2})(?!\w)")
_KINDS = (
    ("emulation-congress", pattern(r"(?i)thi +đua +yêu +nước +toàn +quốc,? *$")),
    ("national-assembly", pattern(r"Quốc +hội(?: +nước +[^,.;\n\t]{0,50})?,? *$")),
    (
        "party-congress",
        pattern(
            r"(?i)(?:đại +hội +(?:đại +biểu +)?(?:đảng +)?(?:đại +biểu +)?toàn +quốc"
            r"(?: +của +đảng| +đảng[^,.;\n\t]{0,40})?"
            r"|đại +hội +đảng +(?:cộng +sản +việt +nam +)?(?:toàn +quốc)?),? *$"
        ),
    ),
)
_TERM_GAP = pattern(
    r"(?: +của +Đảng(?: +Cộng +sản +Việt +Nam)?"
    r"| *,? +(?:và +)?(?:bầu +cử +)?đại +biểu +(?:Hội +đồng +nhân +dân|HĐND) +các +cấp)?"
    r",? *[(–-]? *nhiệm +kỳ +(?:năm +)?"
)
_YEAR_GAP = pattern(r"(?: +của +Đảng(?: +Cộng +sản +Việt +Nam)?)?,? *(?:[(–-] *)?(?:năm|(?:vào +)?tháng) +")


class Session(NamedTuple):
    """``kind`` and ``ordinal`` name it; ``year`` is what stands beside it.

    ``is_term`` tells the first year of a term ("nhiệm kỳ 2021-2026") from the year of the meeting.
    """

    kind: str
    ordinal: int
    ordinal_span: Span
    year: int
    year_span: Span
    is_term: bool


def find_sessions(text: str, dates: Sequence[DateMention]) -> Iterator[Session]:
    """National congresses and National Assemblies whose year is told."""
    for match in _ORDINAL.finditer(text):
        lead = before(text, match.start(), 120)
        kind = next((name for name, words in _KINDS if words.search(lead)), None)
        index = bisect_left(dates, match.end(), key=lambda mention: mention.span.start)
        if kind is None or index == len(dates) or dates[index].form not in ("year", "month"):
            continue
        mention, gap = dates[index], (match.end(), dates[index].span.start)
        is_term = _TERM_GAP.fullmatch(text, *gap) is not None
        if mention.year and (is_term or _YEAR_GAP.fullmatch(text, *gap)):
            yield Session(kind, _ordinal(match[1]), Span(*match.span(1)), mention.year, mention.span, is_term)


def _ordinal(text: str) -> int:
    return int(text) if text.isdigit() else loose_roman_value(text)
