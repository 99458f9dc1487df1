"""Numbers told twice, in figures and in words: "05 (năm) ngày", "năm (05) ngày", "(Bằng chữ: …)".

Two numbers beside each other are such a pair only if nothing else can be meant: the
brackets hold number words and at most the unit that the figures have.  "4 (tiết
học)", "24 tháng (hai năm)", "năm (2025)", "Thanh Ba (02)" are none.
"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.large_numbers import NUMBER_WORDS, Reading, read_number_words, spell_large
from vnplanlint.mentions.model import SpelledNumber
from vnplanlint.mentions.quantities import SCALES, read_figures
from vnplanlint.patterns import IGNORECASE, pattern, verbose
from vnplanlint.spans import Span

_FIRST_WORDS = frozenset(("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười"))
LED = r"(?:[Ss]ố +tiền +)?(?:[Vv]iết +|[Gg]hi +)?[Bb]ằng +chữ(?: +là)? *+:? *+"
_IN_BRACKETS = pattern(rf"\( *+({LED})?(\p{{L}}++)", IGNORECASE)
_OUTSIDE = pattern(r"[Bb]ằng +chữ(?: +là)? *+:? *+(?:\( *+)?+(\p{L}++)")
_CELL_END = pattern(r"[\n\t]")
_WORD = pattern(r" *+(\p{L}++,?)")
_FIGURES_BEFORE = verbose(
    r"""
    (?<![\p{L}\d.,/-]) (\d++(?:[.,]\d++)*+)
    ( \ *+ % | \ *+ \p{L}[\p{L}\d²³]*+ (?: \ ++ \p{Ll}++ ){0,3} )?
    (?: \ *+ / \ *+ \p{L}++ (?: \ ++ \p{Ll}++ ){0,2} ){0,2}
    \ *+ [,;:–-]? \ *+ \Z
    """
)
_FIGURES_INSIDE = pattern(r"\( *+(\d++(?:[.,]\d++)*+) *+(%|\p{L}[\p{L}\d²³]*+(?: ++\p{Ll}++){0,2})? *+\)")
_SCALE_AFTER = pattern(r"\) *+(nghìn|ngàn|triệu|tỷ|tỉ)(?!\p{L})")
_MONEY_END = pattern(r"(?:đồng)?(?: *(?:chẵn|tròn|việt +nam|vn))*[ ./,;]*(?:(?:đã +|chưa +)?bao +gồm\P{N}*)?")
_WORD_BEFORE = pattern(r"([^ \n\t]++) *\Z")
_COUNTS_NOUN = pattern(r"\) *+(?!của|là|và|thì|đã|được|tại|trong|từ|do|có|để)\p{Ll}")
_BLOCK_OPENING = pattern(r"[ (+*•–-]*(?:[Ss]ố +tiền +)?(?:[Vv]iết +|[Gg]hi +)?")
_UNIT_FORMS = {
    "đ": "đồng", "vnđ": "đồng", "vnd": "đồng", "hecta": "ha", "héc ta": "ha", "mét vuông": "m2", "m²": "m2",
    "mét": "m", "ki lô mét": "km", "ki lô gam": "kg", "phần trăm": "%",
}  # fmt: skip
_MONEY = "đồng"
_LABELS_BEFORE = """
giải hạng loại nhóm bậc cấp lớp khối tổ thôn ấp khu phố xóm đội phần chương mục bài điều vòng đợt kỳ quý tháng
thứ số lần ngày tầng bản làng ngõ khóa khoá hằng hàng mỗi cả các từng cuối đầu giữa theo nhiều học những vài mấy
nửa trong sang qua một hai ba bốn sáu bảy tám chín mười khoản điểm nhì nhất phường quận
"""
_NUMBERED = frozenset(_LABELS_BEFORE.split())
"""Words after which a number word is an ordinal, a name or no number."""
_LONGEST = 240
_MOST_WORDS = 40


class _Told(NamedTuple):
    """Number words as they stand, with what they say."""

    span: Span
    reading: Reading
    words: str


class FiguresBefore(NamedTuple):
    """Figures with what they may mean (in thousandths), their unit and the multiplier."""

    span: Span
    readings: tuple[int, ...]
    unit: str
    scale: int


def find_spelled_numbers(text: str) -> list[SpelledNumber]:
    """All pairs of figures and number words, whether they agree or not."""
    if "(" not in text and "ằng chữ" not in text:
        return []
    found = [*_words_after(text), *_figures_after(text)]
    found.sort(key=lambda pair: pair.span.start)
    return found


def _words_after(text: str) -> Iterator[SpelledNumber]:
    """Figures, then words: "05 (năm) ngày", "1.250.000 đồng (Bằng chữ: Một triệu …)"."""
    for match in _IN_BRACKETS.finditer(text):
        if match[2].lower() in _FIRST_WORDS:
            limit = text.find(")", match.end(), _end_of_cell(text, match.end()))
            if match.end() <= limit <= match.start() + _LONGEST:
                yield from _pair(text, match.start(), match.start(2), limit, bool(match[1]))
    if "ằng chữ" in text:
        for match in _OUTSIDE.finditer(text):
            if match[1].lower() in _FIRST_WORDS and not _IN_BRACKETS.search(text, match.start() - 30, match.end()):
                yield from _pair(text, match.start(), match.start(1), match.end() + _LONGEST, is_led=True)


def _pair(text: str, start: int, first: int, limit: int, is_led: bool) -> Iterator[SpelledNumber]:
    words, end = _number_words(text, first, limit)
    rest = " ".join(text[end : min(limit, _end_of_cell(text, end))].split())
    block = _block_before(text, start)
    figures = _FIGURES_BEFORE.search(block)
    if figures is None:
        led = is_led and _BLOCK_OPENING.fullmatch(block) and _ends_a_number(rest, _MONEY)
        if led and (told := _told(text, first, words, end)):
            yield _spelled(Span(first, told.span.end), told, None, (), 1)
        return
    place = start - len(block)
    unit, scale = _unit(figures[2] or "")
    if "/" in figures[0]:
        rest = rest.partition("/")[0].rstrip()
    after = _SCALE_AFTER.match(text, limit)
    scale = SCALES[after[1]] if after and scale == 1 else scale
    readings = _readings(figures[1], scale)
    ways = list(_ways_to_read(text, first, words, end, rest, unit))
    agreeing = [(told, left) for told, left in ways if told.reading.thousandths in readings]
    for told, left in agreeing or ways:
        is_pair = readings and not told.reading.loose and _is_pair(told, left, unit, figures[1], scale, is_led)
        doubtful = told.words in ("không", "năm") and not (is_led or unit or _COUNTS_NOUN.match(text, limit))
        if agreeing or (is_pair and not doubtful):
            span = Span(*figures.span(1)).shifted(place)
            yield _spelled(Span(span.start, told.span.end), told, span, readings, scale)
            return


def _block_before(text: str, start: int) -> str:
    """What stands before ``start`` in the same block and cell."""
    nearest = max(0, start - 90)
    return text[max(text.rfind("\n", nearest, start) + 1, text.rfind("\t", nearest, start) + 1, nearest) : start]


def figures_before(text: str, start: int) -> FiguresBefore | None:
    """The figures that end, with their unit, where a bracket or "bằng chữ" opens."""
    block = _block_before(text, start)
    figures = _FIGURES_BEFORE.search(block) if any(map(str.isdecimal, block)) else None
    if figures is None:
        return None
    unit, scale = _unit(figures[2] or "")
    span = Span(*figures.span(1)).shifted(start - len(block))
    return FiguresBefore(span, _readings(figures[1], scale), unit, scale)


def _ways_to_read(
    text: str, first: int, words: list[str], end: int, rest: str, unit: str
) -> Iterator[tuple[_Told, str]]:
    """The number words with what follows them; a last "năm" may be the unit."""
    whole = _told(text, first, words, end)
    years = None
    if len(words) > 1 and words[-1] == "năm":
        years = _told(text, first, words[:-1], end - len("năm"))
    if years and unit == "năm":
        yield years, "năm"
    if whole:
        yield whole, rest
    if years and unit == "" and not rest:
        yield years, "năm"


def _is_pair(told: _Told, rest: str, unit: str, figures: str, scale: int, is_led: bool) -> bool:
    """Whether words that differ from the figures are meant to say the same."""
    if not rest.strip(" ./") or (is_led and _ends_a_number(rest, unit)):
        return True
    if _MONEY_END.fullmatch(rest.lower()):
        return unit == _MONEY or (not unit and (scale > 1 or len(figures) > 4))
    rest = _UNIT_FORMS.get(rest.lower(), rest.lower())
    return bool(unit) and rest == unit


def _ends_a_number(rest: str, unit: str) -> bool:
    """Whether the number words before ``rest`` end there, and not in a misspelled word."""
    word = rest.lower().partition(" ")[0].strip(".,;:/)")
    return not word or word in (_MONEY, "chẵn", "tròn", "việt", "vn", *_UNIT_FORMS, *unit.split())


def _figures_after(text: str) -> Iterator[SpelledNumber]:
    """Words, then figures: "năm (05) ngày", "năm triệu đồng (5.000.000 đồng)"."""
    for match in _FIGURES_INSIDE.finditer(text):
        told, unit = _words_before(text, match.start())
        if told is None or told.words in ("không", "tư", "mốt", "lăm", "nhăm"):
            continue
        inner, scale = _unit(match[2] or "")
        if unit != inner and not (unit == _MONEY and not inner and told.reading.thousandths >= 10**6):
            continue
        readings = _readings(match[1], scale)
        if not readings:
            continue
        if told.reading.thousandths in readings or _must_agree(text, told, match.start(), match.end(), match[1]):
            yield _spelled(Span(told.span.start, match.end()), told, Span(*match.span(1)), readings, scale)


def _must_agree(text: str, told: _Told, opening: int, end: int, figures: str) -> bool:
    """Whether words and figures that differ are a pair: no name, no ordinal, no year, no label."""
    if told.reading.loose or (len(figures) == 4 and figures.isdecimal() and told.reading.thousandths < 10**6):
        return False
    before = _WORD_BEFORE.search(text, max(0, told.span.start - 30), told.span.start)
    previous = before[1] if before else ""
    if text[told.span.start].isupper() and previous.strip("-+*•–") and previous[-1:] not in ".:;":
        return False
    if " " in told.words.strip():
        return True
    near = text[max(0, opening - 60) : opening].rpartition("\n")[2].rpartition("\t")[2]
    if previous.lower() in _NUMBERED or " nhì (" in near.lower():
        return False
    return told.words != "năm" or (len(figures) <= 2 and _COUNTS_NOUN.match(text, end - 1) is not None)


def _words_before(text: str, opening: int) -> tuple[_Told | None, str]:
    """The number words just before a bracket, and the unit between."""
    start = max(0, opening - _LONGEST)
    start = max(start, text.rfind("\n", start, opening) + 1, text.rfind("\t", start, opening) + 1)
    tokens: list[tuple[str, int, int]] = []
    end = opening
    for word in reversed(text[start:opening].split()[-_MOST_WORDS:]):
        first = text.rindex(word, start, end)
        tokens.append((word, first, first + len(word)))
        end = first
    for skipped in range(3):
        unit = " ".join(token for token, _, _ in reversed(tokens[:skipped])).lower()
        told = _longest(text, tokens[skipped:])
        if told:
            return told, _UNIT_FORMS.get(unit, unit)
    return None, ""


def _longest(text: str, tokens: list[tuple[str, int, int]]) -> _Told | None:
    """The longest readable run of number words, read backwards."""
    count = 0
    while count < len(tokens) and tokens[count][0].lower().rstrip(",") in NUMBER_WORDS:
        count += 1
    if not count or tokens[0][0].endswith(","):
        return None
    words = [token.lower() for token, _, _ in reversed(tokens[:count])]
    reading = read_number_words(words)
    start = tokens[count - 1][1]
    if reading is None:
        if count == 1 or (reading := read_number_words(words[-1:])) is None:
            return None
        words, start, reading = words[-1:], tokens[0][1], reading._replace(loose=True)
    return _Told(Span(start, tokens[0][2]), reading, " ".join(words))


def _number_words(text: str, start: int, limit: int) -> tuple[list[str], int]:
    words: list[str] = []
    while match := _WORD.match(text, start, limit):
        word = match[1].lower()
        if word.rstrip(",") not in NUMBER_WORDS:
            break
        words.append(word)
        start = match.end()
    return words, start


def _told(text: str, start: int, words: list[str], end: int) -> _Told | None:
    if words and words[-1].endswith(","):
        words, end = [*words[:-1], words[-1][:-1]], end - 1
    reading = read_number_words(words) if words else None
    if reading is None:
        return None
    return _Told(Span(start, start + len(text[start:end].rstrip())), reading, " ".join(words))


def _readings(figures: str, scale: int) -> tuple[int, ...]:
    """What figures may mean, alone and with the multiplier; () where they cannot be read."""
    value, shape, _ = read_figures(figures)
    values = [] if value is None else [value]
    digits = int("".join(char for char in figures if char.isdecimal()))
    if shape == "plain" and figures[-4:-3] == ",":
        values.append(digits * 1000)  # 1,200 đồng
    if shape == "dotted" and scale > 1 and figures.count(".") == 1:
        values.append(digits)  # 2.125 tỷ
    return tuple(dict.fromkeys(each for one in values for each in (one * scale, one)))


def _unit(words: str) -> tuple[str, int]:
    """The unit in its usual form, and the multiplier before it."""
    parts = words.lower().split()
    scale = 1
    while parts and parts[0] in SCALES:
        scale *= SCALES[parts.pop(0)]
    unit = " ".join(parts)
    return _UNIT_FORMS.get(unit, unit), scale


def _end_of_cell(text: str, start: int) -> int:
    """Where the block or table cell ends."""
    end = _CELL_END.search(text, start, start + _LONGEST)
    return end.start() if end else min(len(text), start + _LONGEST)


def _spelled(span: Span, told: _Told, figures: Span | None, readings: tuple[int, ...], scale: int) -> SpelledNumber:
    value, fraction = divmod(told.reading.thousandths, 1000)
    right = "" if fraction else like(spell_large(value), told.words)
    return SpelledNumber(span, told.span, told.reading.thousandths, right, told.reading.slips, figures, readings, scale)


def like(right: str, words: str) -> str:
    """``right`` with the words for 0, 1,000 and 10^9 that ``words`` prefers."""
    for usual, other in (("nghìn", "ngàn"), ("linh", "lẻ"), ("tỷ", "tỉ")):
        if other in words.split():
            right = right.replace(usual, other)
    return right
