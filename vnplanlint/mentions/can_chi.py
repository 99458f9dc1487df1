"""Years of the sixty-year cycle beside their number: "Tân Sửu 2021", "năm 2022 (Nhâm Dần)"."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.surroundings import char_at
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

STEMS = ("Canh", "Tân", "Nhâm", "Quý", "Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ")
BRANCHES = ("Thân", "Dậu", "Tuất", "Hợi", "Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi")
_VARIANTS = {"quí": "quý", "kỉ": "kỷ", "tí": "tý", "tị": "tỵ", "mẹo": "mão"}

_NAME = (
    r"(?P<stem>(?i:Canh|Tân|Nhâm|Quý|Quí|Giáp|Ất|Bính|Đinh|Mậu|Kỷ|Kỉ)) +"
    r"(?P<branch>(?i:Thân|Dậu|Tuất|Hợi|Tý|Tí|Sửu|Dần|Mão|Mẹo|Thìn|Tỵ|Tị|Ngọ|Mùi))(?!\w)"
)
_NAME_FIRST = pattern(rf"{_NAME} *(?:[-–(,] *)?(?:năm +)?(?P<year>\d{{4}})(?!\d|[/.-]\d)")
_YEAR_FIRST = pattern(rf"(?P<year>(?:1[89]|20|21)\d\d) *[-–(,]? *(?:(?:tức|Tết|Xuân|năm) +)*{_NAME}")


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
    for kind in (_NAME_FIRST, _YEAR_FIRST):
        for match in kind.finditer(text):
            start = match.start("stem")
            if start in named or char_at(text, match.start() - 1).isalnum() or char_at(text, match.start() - 1) == "/":
                continue
            if not text[start].isupper():
                continue
            named.add(start)
            name = Span(start, match.end("branch"))
            words = " ".join(text[name.start : name.end].split())
            yield LunarYear(Span(*match.span()), words, name, int(match["year"]), Span(*match.span("year")))


def name_of(year: int) -> str:
    """The name of ``year`` in the cycle: 2021 is Tân Sửu."""
    return f"{STEMS[year % 10]} {BRANCHES[year % 12]}"


def is_name_of(name: str, year: int) -> bool:
    """Whether ``name``, in any of its spellings, is that of ``year``."""
    words = [_VARIANTS.get(word, word) for word in name.lower().split()]
    return words == name_of(year).lower().split()
