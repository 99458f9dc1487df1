"""Roman numerals, read and written."""

from __future__ import annotations

_PARTS = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_WORTH = {letters: worth for worth, letters in _PARTS if len(letters) == 1}


def roman_value(text: str) -> int | None:
    """The value of an upper-case Roman numeral in its one right spelling, else None."""
    value, rest = 0, text
    for worth, letters in _PARTS:
        while rest.startswith(letters):
            value, rest = value + worth, rest[len(letters) :]
    return value if not rest and value and roman(value) == text else None


def loose_roman_value(text: str) -> int:
    """What the letters of an upper-case Roman numeral add up to, however it is spelt ("IIII" is 4)."""
    values = [_WORTH[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def roman(value: int) -> str:
    """``value`` (1 to 399) in Roman numerals."""
    text = ""
    for worth, letters in _PARTS:
        count, value = divmod(value, worth)
        text += letters * count
    return text
