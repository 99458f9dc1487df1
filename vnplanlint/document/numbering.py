"""The numeral at the start of a block, only as far as quotations and divisions need it.

The outline reads numerals fully; here one question matters: does an outer list go on?
"""

from __future__ import annotations

from vnplanlint.document.numerals import letter_value
from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.roman_numerals import loose_roman_value
from vnplanlint.patterns import pattern

_ITEM = pattern(
    r"(?:(?P<dieu>Điều) +(?P<article>\d{1,3})[a-zđ]?\b|(?P<roman>[IVX]{1,5})[.)]|(?P<arabic>[1-9]\d?)[.)](?!\d)"
    r"|(?P<letter>[a-zđ])\))"
)


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
        return Item("roman", loose_roman_value(match["roman"]))
    if match["arabic"]:
        return Item("arabic", int(match["arabic"]))
    return Item("letter", letter_value(match["letter"]))
