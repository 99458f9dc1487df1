"""Vietnamese number words of any size: "một triệu không trăm linh năm nghìn".

Groups of three digits are read and written by their hundreds, tens and units; a
group after the first that is below one hundred begins with "không trăm".  Read are
also the forms of the South (lẻ, ngàn), "tỉ", "rưỡi" and "chẵn", commas between
groups, and the usual slips, which are named so that they can be told.
"""

from __future__ import annotations

from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.number_words import spell

_DIGITS = {
    "không": 0, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_AFTER_TEN = {**_DIGITS, "lăm": 5, "nhăm": 5}
_AFTER_TENS = {**_AFTER_TEN, "mốt": 1, "tư": 4}
_AFTER_ZERO_TENS = {**_DIGITS, "tư": 4}
_TENS = frozenset(("mươi", "chục"))
_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_BILLION = 10**9
NUMBER_WORDS = frozenset((*_AFTER_TENS, *_TENS, *_SCALES, "mười", "trăm", "linh", "lẻ", "rưỡi", "phẩy"))
"""All words of which number words are made."""

LARGEST = 10**18
"""Numbers from here on are neither read nor written."""


class Reading(NamedTuple):
    """What number words say.

    ``value`` may be a fraction ("hai phẩy năm"): it is given in thousandths.  ``slips``
    names what is not well formed: "lăm" (hai mươi năm for 25), "mốt" (hai mươi một),
    "không trăm" (left out).  ``loose`` marks forms of speech ("ba sáu" for 36) that
    are understood but prove nothing.
    """

    thousandths: int
    slips: tuple[str, ...] = ()
    loose: bool = False


class _Unreadable(Exception):
    """The words are no number."""


def spell_large(value: int) -> str:
    """The words of ``value`` (below 10^18), as official texts write them.

    Raises ``ValueError`` for any other value.
    """
    if not 0 <= value < LARGEST:
        raise ValueError(f"{value} is not between 0 and 10^18")
    if value >= _BILLION:
        high, low = divmod(value, _BILLION)
        return f"{spell_large(high)} tỷ{_spell_groups(low, is_first=False)}"
    return _spell_groups(value, is_first=True).strip()


def read_number_words(words: list[str]) -> Reading | None:
    """What lower-case number words say; None where they are no number.  A comma may end a word."""
    reader = _Reader()
    bare = [word.rstrip(",") for word in words]
    if any(word.endswith(",") and word[:-1] not in _SCALES for word in words):
        return None
    try:
        thousandths = reader.decimal(bare)
    except _Unreadable:
        return None
    return Reading(thousandths, tuple(sorted(reader.slips)), reader.loose) if thousandths < LARGEST * 1000 else None


def _spell_groups(value: int, is_first: bool) -> str:
    """The words of a value below a billion, each with a space before it."""
    words = ""
    for unit, name in ((10**6, " triệu"), (10**3, " nghìn"), (1, "")):
        group = value // unit % 1000
        if group or (unit == 1 and is_first and not words):
            words += f" {_spell_group(group, is_first and not words)}{name}"
    return words


def _spell_group(group: int, is_first: bool) -> str:
    if is_first or group >= 100:
        return spell(group)
    return f"không trăm {'linh ' if group < 10 else ''}{spell(group)}"


class _Reader:
    """Reads one number and notes its slips."""

    def __init__(self) -> None:
        self.slips: set[str] = set()
        self.loose = False

    def decimal(self, words: list[str]) -> int:
        """The value in thousandths."""
        if "phẩy" not in words:
            return self._with_half(words)
        point = words.index("phẩy")
        fraction = self._fraction(words[point + 1 :])
        return self.whole(words[:point]) * 1000 + int(fraction.ljust(3, "0"))

    def _fraction(self, words: list[str]) -> str:
        """Up to three decimals, named one by one or as a number."""
        digits = "".join(str(_DIGITS[word]) for word in words if word in _DIGITS)
        found = digits if len(digits) == len(words) else str(self.whole(words))
        if not words or len(found) > 3:
            raise _Unreadable
        return found

    def _with_half(self, words: list[str]) -> int:
        if len(words) < 3 or words[-1] != "rưỡi":
            return self.whole(words) * 1000
        unit = _SCALES.get(words[-2]) or (100 if words[-2] == "trăm" else 0)
        if not unit:
            raise _Unreadable
        return self.whole(words[:-1]) * 1000 + unit * 500

    def whole(self, words: list[str], is_first: bool = True) -> int:
        """The value of words without a fraction."""
        for index in range(len(words) - 1, -1, -1):
            if words[index] in ("tỷ", "tỉ"):
                high = self.whole(words[:index], is_first)
                rest = words[index + 1 :]
                if not high and not is_first:
                    raise _Unreadable
                return high * _BILLION + (self._groups(rest, is_first=False) if rest else 0)
        return self._groups(words, is_first)

    def _groups(self, words: list[str], is_first: bool) -> int:
        """Groups of millions, thousands and units, in this order."""
        total, group, above = 0, list[str](), _BILLION
        for word in words:
            unit = _SCALES.get(word)
            if unit is None:
                group.append(word)
                continue
            if unit >= above:
                raise _Unreadable
            total += self._group(group, is_first) * unit
            group, above, is_first = [], unit, False
        if not words:
            raise _Unreadable
        return total + (self._group(group, is_first) if group else 0)

    def _group(self, words: list[str], is_first: bool) -> int:
        """Three digits."""
        if len(words) >= 2 and words[1] == "trăm":
            hundreds, rest = self._digit(words[0]), words[2:]
            if not hundreds and (is_first or not rest):
                raise _Unreadable
            if not rest:
                return hundreds * 100
            if len(rest) == 1 and rest[0] != "mười":
                raise _Unreadable  # "một trăm năm" leaves the tens open
            return hundreds * 100 + self._tens(rest)
        if not is_first:
            if len(words) == 1 and words[0] != "mười":
                raise _Unreadable  # "một nghìn năm" may be 1500
            self.slips.add("không trăm")
        elif words and words[0] in ("linh", "lẻ"):
            raise _Unreadable
        return self._tens(words)

    def _tens(self, words: list[str]) -> int:
        match words:
            case ["mười"]:
                return 10
            case ["mười", unit]:
                if unit == "năm":
                    self.slips.add("lăm")
                return 10 + self._unit(unit, _AFTER_TEN)
            case ["linh" | "lẻ", unit]:
                return self._unit(unit, _AFTER_ZERO_TENS)
            case [tens, word] if word in _TENS:
                return self._several_tens(tens)
            case [tens, word, unit] if word in _TENS:
                self._note(unit)
                return self._several_tens(tens) + self._unit(unit, _AFTER_TENS)
            case [tens, unit]:
                self.loose = True
                if unit == "năm" or tens == "một":
                    raise _Unreadable
                return self._several_tens(tens) + self._unit(unit, _AFTER_TENS)
            case [digit]:
                return self._digit(digit)
        raise _Unreadable

    def _note(self, unit: str) -> None:
        """A unit after "mươi" that changes its word there."""
        slip = {"năm": "lăm", "một": "mốt"}.get(unit)
        if slip:
            self.slips.add(slip)

    def _several_tens(self, word: str) -> int:
        tens = self._digit(word)
        if tens < 2:
            raise _Unreadable
        return tens * 10

    def _unit(self, word: str, units: dict[str, int]) -> int:
        value = units.get(word, 0)
        if not value:
            raise _Unreadable
        return value

    def _digit(self, word: str) -> int:
        value = _DIGITS.get(word)
        if value is None:
            raise _Unreadable
        return value
