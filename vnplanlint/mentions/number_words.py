"""Vietnamese number words from 0 to 999, read and written.

The grammar is that of official texts: "linh" (South: "lẻ") before a lone unit,
"mốt", "tư" and "lăm" after "mươi", "lăm" after "mười".
"""

from __future__ import annotations

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_VALUES = {word: value for value, word in enumerate(_DIGITS)} | {"bẩy": 7}
_AFTER_MUOI = {1: "mốt", 4: "tư", 5: "lăm"}
_UNITS_AFTER_MUOI = {**_VALUES, "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}
_UNITS_AFTER_TEN = {**_VALUES, "lăm": 5, "nhăm": 5}
_ALONE = ("linh", "lẻ")


def spell(value: int) -> str:
    """The words of ``value`` (0 to 999): 125 is "một trăm hai mươi lăm".

    Raises ``ValueError`` for any other value.
    """
    if not 0 <= value <= 999:
        raise ValueError(f"{value} is not between 0 and 999")
    hundreds, rest = divmod(value, 100)
    words = [_DIGITS[hundreds], "trăm"] if hundreds else []
    return " ".join((*words, *_below_hundred(rest, after_hundreds=bool(hundreds))))


def value_of(words: str) -> int | None:
    """The value of number words (any case), or None where they are not a number below 1000."""
    parts = words.lower().split()
    hundreds = 0
    if len(parts) >= 2 and parts[1] == "trăm":
        if parts[0] not in _VALUES or _VALUES[parts[0]] == 0:
            return None
        hundreds, parts = _VALUES[parts[0]], parts[2:]
        if not parts:
            return hundreds * 100
        if parts[0] in _ALONE:
            return _plus(hundreds, _digit(parts[1:]))
        if len(parts) == 1 and parts[0] != "mười":
            return None  # "một trăm năm" leaves the tens open
    return _plus(hundreds, _parse_below_hundred(parts))


def _below_hundred(value: int, after_hundreds: bool) -> tuple[str, ...]:
    tens, unit = divmod(value, 10)
    if tens == 0:
        if not after_hundreds:
            return (_DIGITS[unit],)
        return ("linh", _DIGITS[unit]) if unit else ()
    if tens == 1:
        return ("mười",) if unit == 0 else ("mười", "lăm" if unit == 5 else _DIGITS[unit])
    if unit == 0:
        return (_DIGITS[tens], "mươi")
    return (_DIGITS[tens], "mươi", _AFTER_MUOI.get(unit, _DIGITS[unit]))


def _parse_below_hundred(parts: list[str]) -> int | None:
    if not parts:
        return None
    if parts[0] == "mười":
        return _plus_unit(10, parts[1:], _UNITS_AFTER_TEN)
    if len(parts) >= 2 and parts[1] == "mươi":
        tens = _VALUES.get(parts[0], 0)
        return _plus_unit(tens * 10, parts[2:], _UNITS_AFTER_MUOI) if tens >= 2 else None
    return _digit(parts)


def _plus_unit(tens: int, parts: list[str], units: dict[str, int]) -> int | None:
    if not parts:
        return tens
    unit = units.get(parts[0], 0) if len(parts) == 1 else 0
    return tens + unit if unit else None


def _digit(parts: list[str]) -> int | None:
    return _VALUES.get(parts[0]) if len(parts) == 1 else None


def _plus(hundreds: int, rest: int | None) -> int | None:
    return None if rest is None else hundreds * 100 + rest
