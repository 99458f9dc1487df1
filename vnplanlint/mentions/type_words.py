"""The word that says what kind of document a symbol names, on the left of the symbol."""

from __future__ import annotations

from vnplanlint.facts import Facts
from vnplanlint.light_typing import NamedTuple
from vnplanlint.patterns import Pattern, pattern
from vnplanlint.spans import Span

_COMPOUNDS = (
    "Thông báo kết luận", "Thông báo ý kiến kết luận", "Kế hoạch hành động", "Chương trình hành động",
    "Chương trình công tác", "Kế hoạch phối hợp", "Chương trình phối hợp", "Quy chế phối hợp", "Kế hoạch liên tịch",
    "Nghị quyết liên tịch", "Hướng dẫn liên tịch", "Hướng dẫn liên ngành", "Thông tư liên tịch", "Văn bản hợp nhất",
    "Tờ trình liên ngành", "Báo cáo thẩm định", "Báo cáo thẩm tra", "Văn bản", "Lệnh", "Sắc lệnh",
)  # fmt: skip
_SHORT = ("QĐ", "NQ", "NĐ", "TT", "CV", "KH", "CT", "TB", "BC", "HD", "TTr", "KL")
_NUMBER_ONLY = pattern(r"(?r)(?<!\p{L})(?:số|Số|SỐ) *:?[ ]*")
_SHARED_NUMBERS = pattern(
    r"(?r)(?<!\p{L})(?:số|Số|SỐ) *(?P<numbers>\d{1,5}(?:(?: *, *| +và +)\d{1,5})*+)(?: *, *| +và +)(?:số +)?"
)
_ONE_NUMBER = pattern(r"\d+")
_IN_A_WORD = pattern(r"(?r)(?i:pháp|dự|kỷ) +")
"""Before "luật": văn bản quy phạm pháp luật số 64/2025/QH15."""
_LIST_GAP = pattern(r" *+(?:[,;] *+)?(?:(?:và|hoặc|cùng) +)?(?P<word>(?:số|Số) *:?)? *")
_CLAUSE_BREAK = pattern(r"(?r)[;:.\n\t]")
_REACH = 160


class TypeWords(NamedTuple):
    """Patterns built from the type words of the facts."""

    before_symbol: Pattern[str]  # reads leftwards
    capitalised: Pattern[str]
    abbreviations: dict[str, frozenset[str]]  # lower-case word -> abbreviations in capitals

    def abbreviations_of(self, word: str) -> frozenset[str]:
        """The abbreviations that ``word`` may have in a symbol; empty where it has none or is not known."""
        return self.abbreviations.get(" ".join(word.split()).lower(), frozenset())


class Left(NamedTuple):
    """What stands on the left of a symbol."""

    start: int  # where the reference begins
    word: str
    word_span: Span | None
    number_word: bool
    shared: tuple[Span, ...] = ()  # "số 410 và 415/QĐ-UBND": the bare numbers


_latest: tuple[Facts | None, TypeWords | None] = (None, None)


def type_words_of(facts: Facts) -> TypeWords:
    """The type words of ``facts``; kept for the facts used last."""
    global _latest
    known, found = _latest
    if found is None or known is not facts:
        found = _build(facts)
        _latest = (facts, found)
    return found


def _build(facts: Facts) -> TypeWords:
    abbreviations: dict[str, set[str]] = {}
    for entry in facts.document_types:
        if entry.abbreviation:
            abbreviations.setdefault(entry.word.lower(), set()).add(entry.abbreviation.upper())
    words = sorted({entry.word for entry in facts.document_types}.union(_COMPOUNDS), key=lambda w: (-len(w), w))
    spaced = "|".join(" +".join(word.split()) for word in words)
    short = "|".join(_SHORT)
    return TypeWords(
        pattern(
            rf"(?r)(?<!\p{{L}})(?P<word>(?i:{spaced})|(?:{short})(?=(?: +số| *[:.])))"
            rf"(?:(?P<modifier>(?: +\p{{Ll}}+){{0,3}}?)(?P<number> +(?i:số)\.?)(?: *:)?| *:|) *"
        ),
        pattern(rf"(?<!\p{{L}})(?:{spaced})(?!\p{{L}})"),
        {word: frozenset(short) for word, short in abbreviations.items()},
    )


def read_left(text: str, bound: int, start: int, words: TypeWords) -> Left:
    """Type word and "số" before the symbol at ``start``, not before ``bound``."""
    low = max(bound, start - _REACH)
    match = words.before_symbol.match(text, low, start)
    if match is not None and not _IN_A_WORD.match(text, low, match.start("word")):
        span = Span(*match.span("word"))
        return Left(span.start, match["word"], span, match["number"] is not None)
    shared = _SHARED_NUMBERS.match(text, low, start)
    if shared is not None:
        numbers = tuple(Span(*n.span()) for n in _ONE_NUMBER.finditer(text, *shared.span("numbers")))
        before = words.before_symbol.match(text, low, shared.start("numbers"))
        if before is not None:
            span = Span(*before.span("word"))
            return Left(span.start, before["word"], span, True, numbers)
        return Left(shared.start(), "", None, True, numbers)
    number = _NUMBER_ONLY.match(text, low, start)
    return Left(number.start() if number else start, "", None, number is not None)


def continues_list(text: str, end: int, start: int) -> bool | None:
    """Whether only a comma or "và" stands between ``end`` and ``start``; None if not, True if "số" stands there too."""
    match = _LIST_GAP.fullmatch(text, end, start)
    if match is None or end == start:
        return None
    return match["word"] is not None


def far_type_word(text: str, bound: int, start: int, words: TypeWords) -> Span | None:
    """The nearest capitalised type word before ``start`` in the same clause."""
    low = max(bound, start - _REACH)
    stop = _CLAUSE_BREAK.search(text, low, start)
    found = None
    for match in words.capitalised.finditer(text, stop.end() if stop else low, start):
        found = Span(*match.span())
    return found
