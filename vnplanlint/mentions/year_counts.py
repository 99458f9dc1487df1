"""Numbers that count years: "30 năm", "ba mươi năm", "lần thứ 75"."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.number_words import value_of
from vnplanlint.mentions.surroundings import after, char_at, skip_spaces, skip_spaces_back, word_before
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_FIGURES = pattern(r"(\d{1,4}) +(?:năm|NĂM)(?!\w)")
_TENS = (pattern(r"mươi"), pattern(r"trăm"), pattern(r"ười "))
_REST = pattern(r"(?: +\p{Ll}+){0,4}? +năm(?!\w)")
_DIGIT_WORDS = frozenset(("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"))
_ORDINAL = pattern(r"(?:[Kk][ỷỉ] +niệm +(?:lần|năm) +thứ|KỶ +NIỆM +(?:LẦN|NĂM) +THỨ) +(\d{1,3})(?!\d|[./])")


class YearCount(NamedTuple):
    """A count of years; ``ordinal`` where it is written "kỷ niệm lần thứ 75"."""

    span: Span
    value: int
    ordinal: bool = False


def find_year_counts(text: str) -> list[YearCount]:
    """The counts in ``text``, in order."""
    counts = [*_in_figures(text), *_in_words(text), *_ordinals(text)]
    counts.sort()
    return counts


def _in_figures(text: str) -> Iterator[YearCount]:
    for match in _FIGURES.finditer(text):
        last = char_at(text, match.start() - 1)
        if last.isalnum() or (last and last in "/-–.,:+%"):
            continue
        if not _is_year_word(text, match.end()) and word_before(text, match.start()) not in _NUMBERED:
            yield YearCount(Span(*match.span()), int(match[1]))


_NUMBERED = frozenset(
    (
        "tháng",
        "quý",
        "đợt",
        "vòng",
        "khối",
        "lớp",
        "số",
        "lần",
        "bảng",
        "biểu",
        "mục",
        "điều",
        "khoản",
        "thứ",
        "covid",
        "bước",
        "nhóm",
        "hạng",
        "cấp",
        "loại",
        "tập",
        "ngày",
        "-",
        "–",
        "năm",
    )
)


def _in_words(text: str) -> Iterator[YearCount]:
    for word in _TENS:
        for match in word.finditer(text):
            start = _start_of_number(text, match.start(), match[0])
            rest = _REST.match(text, match.start() + len(match[0].rstrip())) if start is not None else None
            if start is None or rest is None:
                continue
            value = value_of(text[start : rest.end()].rpartition(" ")[0])
            if value is not None and value >= 10 and not _is_year_word(text, rest.end()):
                yield YearCount(Span(start, rest.end()), value)


def _start_of_number(text: str, offset: int, word: str) -> int | None:
    """Where a number begins that has "mươi", "trăm" or "mười" at ``offset``, or None."""
    if word == "ười ":
        begins = char_at(text, offset - 1) in ("m", "M") and not char_at(text, offset - 2).isalpha()
        return offset - 1 if begins and word_before(text, offset - 1) != "trăm" else None
    digit = word_before(text, offset)
    if digit not in _DIGIT_WORDS:
        return None
    start = skip_spaces_back(text, offset) - len(digit)
    return None if word == "mươi" and word_before(text, start) == "trăm" else start


def _ordinals(text: str) -> Iterator[YearCount]:
    for match in _ORDINAL.finditer(text):
        if after(text, skip_spaces(text, match.end()), 3).lower() != "năm":
            yield YearCount(Span(*match.span(1)), int(match[1]), ordinal=True)


def _is_year_word(text: str, offset: int) -> bool:
    """Whether "năm" means a calendar or school year here: "lớp 5 năm học", "đợt 2 năm 2021."."""
    follower = after(text, skip_spaces(text, offset), 14)
    if follower.startswith(("học", "thứ")):
        return True
    return follower[:4].isdigit() and follower[4:].lstrip(" ")[:1] not in ("-", "–", "—")
