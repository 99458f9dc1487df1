"""Weekdays written beside a date: "thứ Ba, ngày 05/3/2024", "05/3/2024 (sáng thứ Ba)"."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from vnplanlint.mentions.model import DateMention
from vnplanlint.mentions.surroundings import char_at, skip_spaces_back, word_before
from vnplanlint.patterns import Pattern, pattern
from vnplanlint.spans import Span

_WEEKDAY = pattern(r"(?:[Tt]hứ +([Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[2-7])|[Cc]hủ +[Nn]hật|(?<=\()CN(?=\)))(?!\w)")
_NEAR = 160
_VALUES = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5}
_GAP_BEFORE = pattern(r" *(?:\(|,|-|–)? *(?:ngày|Ngày)? *")
_GAP_AFTER = pattern(r" *(?:\(|,|là) *(?:nhằm +)?(?:sáng|chiều|tối|vào)? *(?:ngày)? *")
_BETWEEN_TWO = pattern(r" *(?:và|,|-|–|đến|hoặc|&) *(?:sáng|chiều|tối|ngày)? *")
_COUNTED_NOUNS = frozenset(
    (
        "lần",
        "năm",
        "trang",
        "con",
        "tuần",
        "kỳ",
        "phiên",
        "người",
        "đổi",
        "khóa",
        "tờ",
        "hạng",
        "bậc",
        "cấp",
        "quý",
    )
)
_LEAD_WORDS = frozenset(
    (
        "",
        "từ",
        "đến",
        "vào",
        "sáng",
        "chiều",
        "tối",
        "trưa",
        "hôm",
        "và",
        "giờ",
        "phút",
        "ngày",
        "là",
        "trước",
        "hết",
        "tới",
        "nhằm",
        "-",
        "–",
    )
)


def with_weekdays(text: str, mentions: list[DateMention]) -> list[DateMention]:
    """The mentions, each with the weekday that stands beside it."""
    found = [(Span(*match.span()), _value(match[1])) for match in _WEEKDAY.finditer(text)]
    if not found:
        return mentions
    starts = [mention.span.start for mention in mentions]
    result = list(mentions)
    shared = _of_several_days(text, [span for span, _ in found])
    for span, value in found:
        if span in shared or _is_ordinal(text, span):
            continue
        following = bisect_right(starts, span.start)
        for index in (following, following - 1):
            if 0 <= index < len(result) and _is_beside(text, span, result[index]):
                result[index] = result[index]._replace(weekday=value, weekday_span=span)
                break
    return result


def _of_several_days(text: str, spans: list[Span]) -> set[Span]:
    """Weekdays named together ("(thứ Bảy và Chủ nhật)"): which date each belongs to is not said."""
    together = [pair for pair in pairwise(spans) if _fills(_BETWEEN_TWO, text, pair[0].end, pair[1].start)]
    return {span for pair in together for span in pair}


def _value(word: str | None) -> int:
    if word is None:
        return 6
    return int(word) - 2 if word.isdigit() else _VALUES[word.lower()]


def _is_ordinal(text: str, span: Span) -> bool:
    """Whether "thứ" counts ("lần thứ 2", "năm thứ ba") rather than names a day."""
    end = skip_spaces_back(text, span.start)
    if char_at(text, end - 1) in ",(;:.":
        return False
    word = word_before(text, span.start).lstrip("([“")
    if text[span.start] in "Cc":  # Chủ nhật
        return False
    if text[span.start : span.end].split()[-1][0].isupper():  # days are written "thứ Bảy", ordinals "thứ bảy"
        return word.lower() in _COUNTED_NOUNS
    return word not in _LEAD_WORDS and not word[0].isdigit()


def _is_beside(text: str, span: Span, mention: DateMention) -> bool:
    if mention.day is None:
        return False
    if span.end <= mention.span.start:
        return mention.span.start - span.end <= _NEAR and _fills(_GAP_BEFORE, text, span.end, mention.span.start)
    return span.start - mention.span.end <= _NEAR and _fills(_GAP_AFTER, text, mention.span.end, span.start)


def _fills(gap: Pattern[str], text: str, start: int, end: int) -> bool:
    return gap.fullmatch(text, start, end) is not None
