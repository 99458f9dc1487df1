"""Reading the numeral that opens a block.

One spelling may be read in two ways ("i)" is the letter after h and the Roman one;
"I." the Roman one and a capital): all readings are given, and the outline chooses
the one that its lists expect.
"""

from __future__ import annotations

from vnplanlint.document.model import Numeral, NumeralStyle
from vnplanlint.mentions.number_words import value_of
from vnplanlint.mentions.roman_numerals import roman_value
from vnplanlint.patterns import pattern, verbose
from vnplanlint.spans import Span

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters that number điểm, in drafting order (no ă, â, ê, ô, ơ, ư; no f, j, w, z)."""

_LETTER_VALUES = {letter: value for value, letter in enumerate(LETTERS, 1)}

_DIGITS = pattern(
    r"(\d{1,2}(?:\.\d{1,2}){1,4}|\d{1,3})(?!\d)(?: *([.)/:])| ?([-–])(?= *\p{Lu}))?((?: *\[\d{1,3}\])? *)"
)
_ROMAN = pattern(
    r"([IVX]{1,7}|[IVX][ivx]{1,6}(?=[.)/]))((?:\.\d{1,2}){1,3})?(?![\p{L}\d])"
    r"(?: *([.)/:])| ?([-–])(?= *\p{Lu}))?( *)"
)
_CAPITAL = pattern(r"([A-ZĐ])((?:\.\d{1,2}){1,3})?(?![\p{L}\d])([.)/]| ?[-–](?= *\p{Lu}))( *)")
_SMALL = pattern(r"(?:([ivx]{1,5})|([a-zđ])(\d{0,2}))([.)/])((?: *\[\d{1,3}\])? *)")
_SINGLE = pattern(r"([a-zđ])([.)/])( *)")
_BRACKETED = pattern(r"\((?:(\d{1,2})|([ivxIVX]{1,5})|([a-zđ]))\)( *)")
_UNIT = verbose(
    r"""
    (Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu\ +mục|TIỂU\ +MỤC|Điều|ĐIỀU)\ +
    (?: ([IVXLC]{1,7}) | (\d{1,3})([a-zđ]?) | (?:thứ|THỨ)\ +([\p{L}]+(?:\ +mươi|\ +MƯƠI)?(?:\ +[\p{Ll}]+)?) )
    (?![\p{L}\d]) \ * ([.:]|[-–](?=\ ))? (\ *)
    """
)
_WORDED = verbose(
    r"""
    (Giai\ +đoạn|GIAI\ +ĐOẠN|Đợt|ĐỢT|Bước|BƯỚC|Nhóm|Vòng|Nội\ +dung|Nhiệm\ +vụ|Giải\ +pháp|Tiêu\ +chí|Mục\ +tiêu
      |Phương\ +án|Hoạt\ +động|Chuyên\ +đề|Dự\ +án|Loại|Tổ)
    (?:\ +thứ|\ +số)?\ + (?: (\d{1,2}) | ([IVX]{1,4}) ) (?![\p{L}\d/.-]\S)
    \ * (?: ([:.]) | (?=[-–(]) | $ ) (\ *)
    """
)
_ORDINAL = pattern(
    r"(Thứ +(nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)|(Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười) +là)"
    r" *([,:.])( *+)(?!ngày|\()"
)

_UNIT_STYLES: dict[str, NumeralStyle] = {
    "phần": "phan",
    "chương": "chuong",
    "mục": "muc",
    "tiểu mục": "tieu-muc",
    "điều": "dieu",
}
_ACT = verbose(
    r"""
    (?: Luật | Nghị\ +(?:định|quyết) | Thông\ +t | Quyết\ +định | Quy\ +(?:định|chế) | Hiến\ +pháp | Pháp\ +lệnh
      | Bộ\ +luật | Kế\ +hoạch | Chỉ\ +thị | Điều\b | Khoản\b | Mục\b | Chương\b | Phần\b | Đề\ +án | Hướng\ +dẫn
      | Công\ +văn | Phụ\ +lục | Báo\ +cáo | Tờ\ +trình ) (?!\p{L})
    """
)
"""Words after a numeral without a mark which show that a sentence cites an act."""
_WORD = pattern(r"\p{L}+")
_LEVEL_BELOW = pattern(r"\d{1,2}[.)] ")


def letter_value(letter: str) -> int:
    """The place of a letter among those that number điểm, from 1; 0 for f, j, w, z."""
    return _LETTER_VALUES.get(letter.lower(), 0)


def read_numerals(text: str, start: int, end: int) -> tuple[Numeral, ...]:
    """The readings of the numeral at ``start`` of a block that ends at ``end`` (usually none)."""
    first = text[start] if start < end else ""
    if first in "0123456789" and first:
        return _digits(text, start, end)
    if first == "(":
        return _bracketed(text, start, end)
    if first.islower():
        return _small(text, start, end)
    readings: tuple[Numeral, ...] = ()
    if first in "IVX":
        readings = _roman(text, start, end)
    elif first in "PCMĐT":
        readings = _unit(text, start, end)
    if first in "GĐBNVTMPHCDLSKA" and not readings:
        readings = _worded(text, start, end)
    return readings + _capital(text, start, end) if start + 1 < end and not text[start + 1].islower() else readings


def _digits(text: str, start: int, end: int) -> tuple[Numeral, ...]:
    match = _DIGITS.match(text, start, end)
    if match is None:
        return ()
    path = tuple(map(int, match[1].split(".")))
    mark = match[2] or match[3] or ""
    following = text[match.end() : match.end() + 1] if match.end() < end else ""
    spaced = bool(match[4]) or not following
    style: NumeralStyle = "decimal" if len(path) > 1 else "arabic"
    bare_decimal = style == "decimal" and not mark and spaced and following.isupper()
    if 0 in path or not (bare_decimal or _may_follow(text, match.end(), end, mark, spaced, following)):
        return ()
    return (_numeral(style, path, text, start, match.end() - len(match[4]), mark, spaced),)


def _may_follow(text: str, at: int, end: int, mark: str, spaced: bool, following: str) -> bool:
    if not following:
        return bool(mark) and mark != ":"
    if following in ",;.)]%/…:":
        return False
    if mark == ")":
        return True
    if mark == "." and spaced:
        return True
    if mark == "" and not spaced:
        return False
    if not following.isupper():
        return mark == "/" and spaced and following.isalpha()
    if mark == "":
        return not _ACT.match(text, at, end)
    return spaced or text[at + 1 : at + 2].islower() or (len(_first_word(text, at, end)) > 1 and mark != "/")


def _roman(text: str, start: int, end: int) -> tuple[Numeral, ...]:
    match = _ROMAN.match(text, start, end)
    if match is None:
        return ()
    value = roman_value(match[1].upper())
    if value is None:
        return ()
    mark = match[3] or match[4] or ""
    following = text[match.end() : match.end() + 1] if match.end() < end else ""
    spaced = bool(match[5]) or not following
    if not mark and not (following and spaced and text[match.end() : match.end() + 2].isupper()):
        return ()
    if following and not _may_follow(text, match.end(), end, mark, spaced, following):
        return ()
    if mark in "-–/" and roman_value(_first_word(text, match.end(), end)):
        return ()  # "quý I - II"
    stop = match.end() - len(match[5])
    if match[2]:
        path = (value, *map(int, match[2][1:].split(".")))
        return (_numeral("decimal", path, text, start, stop, mark, spaced),)
    return (_numeral("roman", (value,), text, start, stop, mark, spaced),)


def _capital(text: str, start: int, end: int) -> tuple[Numeral, ...]:
    match = _CAPITAL.match(text, start, end)
    if match is None or match[1] == "Q":
        return ()
    mark = match[3].strip()
    following = text[match.end() : match.end() + 1] if match.end() < end else ""
    spaced = bool(match[4]) or not following
    if (mark == "/" and not spaced) or (following and not _may_follow(text, match.end(), end, mark, spaced, following)):
        return ()
    value = letter_value(match[1])
    stop = match.end() - len(match[4])
    if match[2]:
        path = (value, *map(int, match[2][1:].split(".")))
        return (_numeral("decimal", path, text, start, stop, mark, spaced),)
    return (_numeral("capital", (value,), text, start, stop, mark, spaced),)


def _small(text: str, start: int, end: int) -> tuple[Numeral, ...]:
    match = _SMALL.match(text, start, end)
    if match is None:
        return ()
    mark, following = match[4], text[match.end() : match.end() + 1] if match.end() < end else ""
    spaced = bool(match[5]) or not following
    if following in ",;.)/" and following:
        return ()
    if following.isdigit() and spaced and _LEVEL_BELOW.match(text, match.end(), end):
        return ()  # "b. 1)" is "b.1)" with a space too many
    if mark == "." and not (spaced or following.isupper()):
        return ()
    if mark == "/" and not following.isupper():
        return ()
    if match[3] and mark != ")":
        return ()
    stop = match.end() - len(match[5])
    readings = []
    lone = match[1] if match[1] and len(match[1]) == 1 else match[2]
    if lone:
        path = (letter_value(lone), int(match[3])) if match[3] else (letter_value(lone),)
        readings.append(_numeral("letter", path, text, start, stop, mark, spaced))
    value = roman_value(match[1].upper()) if match[1] else None
    if value:
        readings.append(_numeral("paren-roman", (value,), text, start, stop, mark, spaced))
    return tuple(readings)


def _bracketed(text: str, start: int, end: int) -> tuple[Numeral, ...]:
    match = _BRACKETED.match(text, start, end)
    if match is None or (match.end() < end and text[match.end()] in ",;.:)/-–"):
        return ()
    spaced = bool(match[4]) or match.end() >= end
    stop = match.end() - len(match[4])
    if match[1]:
        found: list[tuple[NumeralStyle, int]] = [("paren-arabic", int(match[1]))]
    else:
        is_letter = stop - start == 3 and text[start + 1].islower()
        found = [("paren-letter", letter_value(text[start + 1]))] if is_letter else []
        value = roman_value(match[2].upper()) if match[2] else None
        found += [("paren-roman", value)] if value else []
    return tuple(_numeral(style, (value,), text, start, stop, ")", spaced) for style, value in found)


def _unit(text: str, start: int, end: int) -> tuple[Numeral, ...]:
    match = _UNIT.match(text, start, end)
    if match is None:
        return ()
    value = roman_value(match[2]) if match[2] else int(match[3]) if match[3] else _ordinal_value(match[5])
    if not value:
        return ()
    mark, alone = match[6] or "", match.end() >= end
    word = " ".join(match[1].lower().split())
    style = _UNIT_STYLES[word]
    if not (mark or alone or _is_title(text, match.end(), end, style)):
        return ()
    path = (value, letter_value(match[4])) if match[4] else (value,)
    stop = match.end() - len(match[7])
    stop = start + len(text[start:stop].rstrip())
    return (_numeral(style, path, text, start, stop, mark, bool(match[7]) or alone, word),)


def _is_title(text: str, at: int, end: int, style: NumeralStyle) -> bool:
    """Whether the words after a unit without a mark are its title, not a sentence that cites it."""
    word = _first_word(text, at, end)
    if len(word) > 1 and word.isupper():
        return True
    return style not in ("muc", "tieu-muc") and word[:1].isupper() and not _ACT.match(text, at, end)


def _ordinal_value(words: str) -> int | None:
    lowered = words.lower()
    if lowered == "nhất":
        return 1
    return 4 if lowered == "tư" else value_of(lowered) or value_of(lowered.split()[0])


def _worded(text: str, start: int, end: int) -> tuple[Numeral, ...]:
    match = _WORDED.match(text, start, end)
    if match:
        value = int(match[2]) if match[2] else roman_value(match[3])
        word, mark, space = " ".join(match[1].lower().split()), match[4] or "", match[5]
    else:
        match = _ORDINAL.match(text, start, end)
        if match is None:
            return ()
        value = _ordinal_value(match[2] or match[3])
        word, mark, space = "thứ" if match[2] else "là", match[4], match[5]
    if not value:
        return ()
    stop = start + len(text[start : match.end() - len(space)].rstrip())
    return (_numeral("worded", (value,), text, start, stop, mark, True, word),)


def _numeral(
    style: NumeralStyle,
    path: tuple[int, ...],
    text: str,
    start: int,
    stop: int,
    mark: str,
    spaced: bool,
    word: str = "",
) -> Numeral:
    return Numeral(style, path, text[start:stop], Span(start, stop), mark, spaced, word)


def _first_word(text: str, at: int, end: int) -> str:
    match = _WORD.match(text, at, end)
    return match[0] if match else ""
