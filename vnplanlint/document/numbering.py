"""The numeral at the start of a block, only as far as quotations and divisions need it.

The outline reads numerals fully; here one question matters: does an outer list go on?
"""

from __future__ import annotations

from vnplanlint.light_typing import NamedTuple
from vnplanlint.patterns import pattern

_ITEM = pattern(
    r"(?:(?P<dieu>Điều) +(?P<article>\d{1,3})[a-zđ]?\b|(?P<roman>[IVX]{1,5})[.)]|(?P<arabic>[1-9]\d?)[.)](?!\d)"
    r"|(?P<letter>[a-zđ])\))"
)
_ROMAN = {"I": 1, "V": 5, "X": 10}
LETTERS = "abcdđeghiklmnopqrstuvxy"


class Item(NamedTuple):
    """Style and value of a numeral: ("arabic", 2) for "2."."""

    style: str
    value: int


def item_of(text: str, start: int, end: int) -> Item | None:
    """The numeral at ``start``, if one stands there."""
    match = _ITEM.match(text, start, end)
    if match is None:
        return None
    if match["dieu"]:
        return Item("dieu", int(match["article"]))
    if match["roman"]:
        return Item("roman", roman_value(match["roman"]))
    if match["arabic"]:
        return Item("arabic", int(match["arabic"]))
    return Item("letter", LETTERS.find(match["letter"]) + 1)


def roman_value(numeral: str) -> int:
    """The value of a Roman numeral up to the tens, 0 for other letters."""
    values = [_ROMAN.get(char, 0) for char in numeral.upper()]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))
