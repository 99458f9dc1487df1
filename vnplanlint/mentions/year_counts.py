"""Numbers that count years: "30 năm", "ba mươi năm", "lần thứ 75"."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.number_words import value_of
from vnplanlint.mentions.surroundings import after, char_at, skip_spaces, word_before
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_FIGURES = pattern(r"(\d{1,4}) +(?:năm|NĂM)(?!\w)")
_WORDS = pattern(
    r"(?:[Mm]ột|[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm|[Ss]áu|[Bb]ảy|[Tt]ám|[Cc]hín) +"
    r"(?:mươi|trăm)(?: +\p{Ll}+){0,4}? +năm(?!\w)|[Mm]ười(?: +\p{Ll}+)? +năm(?!\w)"
)
_ORDINAL = pattern(r"[Kk][ỷỉ] +niệm +lần +thứ +(\d{1,3})(?!\d|[./])")


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


_NUMBERED = frozenset((
    "tháng", "quý", "đợt", "vòng", "khối", "lớp", "số", "lần", "bảng", "biểu", "mục", "điều", "khoản", "thứ",
    "covid", "bước", "nhóm", "hạng", "cấp", "loại", "tập", "ngày", "-", "–", "năm",
))


def _in_words(text: str) -> Iterator[YearCount]:
    for match in _WORDS.finditer(text):
        value = value_of(match[0].rpartition(" ")[0])
        if value is not None and value >= 10 and not _is_year_word(text, match.end()):
            yield YearCount(Span(*match.span()), value)


def _ordinals(text: str) -> Iterator[YearCount]:
    for match in _ORDINAL.finditer(text):
        if after(text, skip_spaces(text, match.end()), 3) != "năm":
            yield YearCount(Span(*match.span(1)), int(match[1]), ordinal=True)


def _is_year_word(text: str, offset: int) -> bool:
    """Whether "năm" means a calendar or school year here: "lớp 5 năm học", "đợt 2 năm 2021."."""
    follower = after(text, skip_spaces(text, offset), 14)
    if follower.startswith(("học", "thứ")):
        return True
    return follower[:4].isdigit() and follower[4:].lstrip(" ")[:1] not in ("-", "–", "—")
