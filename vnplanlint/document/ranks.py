"""How numerals follow one another, and which list a numeral can belong to."""

from __future__ import annotations

from vnplanlint.document.model import Numeral, NumeralStyle
from vnplanlint.document.numerals import LETTERS, letter_value

UNITS: tuple[NumeralStyle, ...] = ("phan", "chuong", "muc", "tieu-muc", "dieu")
"""The units of fixed rank, from the top."""

_RANKS: dict[NumeralStyle, int] = {"phan": 0, "chuong": 1, "muc": 2, "tieu-muc": 3, "dieu": 4, "capital": 5, "roman": 5}
_LOWEST = 6
LETTERED = frozenset(("letter", "capital", "paren-letter"))
"""Styles that count in letters."""

_HABITS = {"d": "đe", "e": "gf", "f": "g", "i": "kj", "j": "k", "v": "xw", "w": "x", "y": "z"}
"""What writers put after a letter: the drafting order, or the keyboard's alphabet."""


def rank(style: NumeralStyle) -> int:
    """How high a style stands; equal ranks may stand under each other."""
    return _RANKS.get(style, _LOWEST)


def key_of(numeral: Numeral) -> str:
    """What numerals of one list have in common: style, kind of mark, unit word, depth of a decimal."""
    if numeral.style in UNITS:
        return numeral.style
    if numeral.style == "decimal":
        return f"decimal {len(numeral.path)}"
    closing = ")" if numeral.mark == ")" else "."
    opening = "(" if numeral.text.startswith("(") else ""
    return f"{numeral.style} {opening}{closing} {numeral.word}"


def same_style(one: Numeral, other: Numeral) -> bool:
    """Whether two numerals differ in their mark only ("2." and "2)")."""
    return one.style == other.style and one.word == other.word and one.text[0] != "(" != other.text[0]


def letter_of(numeral: Numeral) -> str:
    """The letter of a lettered numeral, lower case."""
    return numeral.text.lstrip("(")[0].lower()


def opens(numeral: Numeral) -> bool:
    """Whether a list may begin with this numeral."""
    return numeral.value == 1 and (len(numeral.path) == 1 or numeral.style == "decimal")


def follows(last: Numeral, new: Numeral) -> bool:
    """Whether ``new`` may stand next after ``last``, by any usual habit of counting."""
    if last.style in LETTERED:
        return _letter_follows(last, new)
    if last.style == "dieu" and (len(last.path) > 1 or len(new.path) > 1):
        return _inserted_follows(last.path, new.path)
    return new.path[:-1] == last.path[:-1] and new.value == last.value + 1


def is_inserted(numeral: Numeral) -> bool:
    """Whether it is a point or Điều inserted later (b1), Điều 5a)."""
    return numeral.style in ("letter", "dieu") and len(numeral.path) > 1


def _letter_follows(last: Numeral, new: Numeral) -> bool:
    before, after = letter_of(last), letter_of(new)
    if len(last.path) > 1 or len(new.path) > 1:
        return _inserted_follows(last.path, new.path) or (len(new.path) == 1 and _next_letter(before, after))
    return _next_letter(before, after)


def _next_letter(before: str, after: str) -> bool:
    if before in _HABITS:
        return after in _HABITS[before]
    value = letter_value(before)
    return 0 < value < len(LETTERS) and LETTERS[value] == after


def _inserted_follows(last: tuple[int, ...], new: tuple[int, ...]) -> bool:
    if len(new) > 1:
        return new[0] == last[0] and new[1] == (last[1] + 1 if len(last) > 1 else 1)
    return new[0] == last[0] + 1
