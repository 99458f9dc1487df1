"""Abbreviations that a text explains: "Hội đồng nhân dân (HĐND)", "(sau đây viết tắt là CSDL)"."""

from __future__ import annotations

from vnplanlint.mentions.model import AbbreviationDefinition
from vnplanlint.orthography import without_tone
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_DEFINITION = pattern(
    r"\( *(?P<lead>(?:(?:[Ss]au +đây|[Dd]ưới +đây) +)?(?:gọi|viết) +(?:tắt|chung)(?: +là)? *:? *)?"
    r"[“\"]?(?P<short>\p{Lu}[\p{Lu}&\-]*\p{Lu})[”\"]? *\)"
)
_WORD = pattern(r"[^\W\d_]+")
_STOP_WORDS = frozenset(
    ("và", "của", "các", "những", "về", "cho", "với", "trong", "theo", "là", "để", "do", "tại", "có")
)
_BARE = str.maketrans("ăâêôơư", "aaeoou")
_REACH = 160
"""How far before the bracket the words may begin."""


def find_abbreviations(text: str) -> list[AbbreviationDefinition]:
    """Every bracket that explains an abbreviation by the words before it.

    Without "viết tắt là" it does so only where the initials of at least two words give
    the letters in order: "(IV)", "(TVGS)" name a numeral or a role.
    """
    found = []
    for match in _DEFINITION.finditer(text):
        short = match["short"]
        expansion = _expansion(text, match.start(), short)
        if expansion is not None or match["lead"]:
            words = expansion.words(text) if expansion else ""
            found.append(AbbreviationDefinition(Span(*match.span("short")), short, words, expansion))
    return found


def _expansion(text: str, end: int, short: str) -> Span | None:
    """The words right before ``end`` whose initials are the letters of ``short``."""
    start = max(0, end - _REACH, text.rfind("\n", 0, end) + 1, text.rfind("\t", 0, end) + 1)
    words = list(_WORD.finditer(text, start, end))
    letters = [letter for letter in short.lower() if letter.isalpha()]
    taken = 0
    while letters and words:
        word = words.pop()
        if _is_initial(letters[-1], word[0][0].lower()):
            letters.pop()
            taken += 1
            first = word.start()
        elif not taken or word[0].lower() not in _STOP_WORDS:
            return None
    if letters or taken < 2:
        return None
    return Span(first, len(text[:end].rstrip()))


def _is_initial(letter: str, initial: str) -> bool:
    """Whether ``letter`` may stand for a word that begins with ``initial``: U for "Ủy", but D never for "đ"."""
    if letter == initial:
        return True
    toneless = without_tone(initial)
    return letter in (toneless, toneless.translate(_BARE))
