"""Years of the sixty-year cycle beside their number: "Tân Sửu 2021", "năm 2022 (Nhâm Dần)"."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.surroundings import before, char_at
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

STEMS = ("Canh", "Tân", "Nhâm", "Quý", "Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ")
BRANCHES = ("Thân", "Dậu", "Tuất", "Hợi", "Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi")
_VARIANTS = {"quí": "quý", "kỉ": "kỷ", "tí": "tý", "tị": "tỵ", "mẹo": "mão"}

_NAME = (
    r"(?P<stem>(?i:Canh|Tân|Nhâm|Quý|Quí|Giáp|Ất|Bính|Đinh|Mậu|Kỷ|Kỉ)) +"
    r"(?P<branch>(?i:Thân|Dậu|Tuất|Hợi|Tý|Tí|Sửu|Dần|Mão|Mẹo|Thìn|Tỵ|Tị|Ngọ|Mùi))(?!\w)"
)
_NAME_BEFORE = pattern(rf"(?<!\w|/){_NAME} *(?:[-–(,] *)?(?:năm +)?$")
_NAME_AFTER = pattern(rf" *[-–(,]? *(?:(?:tức|Tết|Xuân|năm) +)*{_NAME}")
_YEAR = pattern(r"(?<!\d)(?:1[89]|20|21)\d\d(?![\d]|[/.-]\d)")
_WINDOW = 40


class LunarYear(NamedTuple):
    """A named year and the number beside it."""

    span: Span
    name: str
    name_span: Span
    year: int
    year_span: Span


def find_lunar_years(text: str) -> Iterator[LunarYear]:
    """Each name of the cycle that a number stands beside."""
    named: set[int] = set()
    for match in _YEAR.finditer(text):
        year = Span(*match.span())
        lead = before(text, year.start, _WINDOW)
        found = _NAME_BEFORE.search(lead)
        offset = year.start - len(lead)
        if found is None and char_at(text, year.start - 1) != "/":
            found, offset = _NAME_AFTER.match(text, year.end), 0
        if found is None:
            continue
        name = Span(offset + found.start("stem"), offset + found.end("branch"))
        if name.start not in named and text[name.start].isupper():
            named.add(name.start)
            words = name.words(text)
            whole = Span(min(name.start, year.start), max(name.end, year.end))
            yield LunarYear(whole, words, name, int(match[0]), year)


def name_of(year: int) -> str:
    """The name of ``year`` in the cycle: 2021 is Tân Sửu."""
    return f"{STEMS[year % 10]} {BRANCHES[year % 12]}"


def is_name_of(name: str, year: int) -> bool:
    """Whether ``name``, in any of its spellings, is that of ``year``."""
    words = [_VARIANTS.get(word, word) for word in name.lower().split()]
    return words == name_of(year).lower().split()
