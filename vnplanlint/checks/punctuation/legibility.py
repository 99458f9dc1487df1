"""Was the text around a mark written so, or is the mark a speck that a scanner took for one?"""

from __future__ import annotations

from vnplanlint.document.model import Document
from vnplanlint.document.noise import measure_noise
from vnplanlint.orthography import is_possible
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_SCANNED = 0.004
"""Share of damaged words above which a mark is as likely a speck on the paper."""

_SMUDGED = 0.0005
_AROUND = 40
_NEIGHBOURHOOD = 300
_ODD_SIGN = pattern(r"[^\p{L}\p{N}\p{M}\s.,;:!?…()\[\]“”\"'‘’/–—*+=%&_|<>#@°º‰²³×≥≤±$€-]|@\W")
_CONSONANT = "[bcdđghiklmnpqrstvxK]"
_LETTERS_APART = pattern(
    rf"(?<!\S)(?:\p{{L}} (?:\S{{1,3}} )?{_CONSONANT}|{_CONSONANT} (?:\S{{1,3}} )?\p{{L}})(?!\p{{L}})|\p{{Ll}} [hin] "
)


def is_scanned(document: Document) -> bool:
    """Whether no mark of the document can be trusted."""
    return document.noise > _SCANNED


def is_clean(document: Document) -> bool:
    """Whether nothing speaks of a scan at all."""
    return document.noise <= _SMUDGED


def reads_well(document: Document, span: Span) -> bool:
    """Whether the words around look as somebody wrote them, not as a scanner guessed them."""
    text = document.text
    if document.noise and measure_noise(text[max(0, span.start - _NEIGHBOURHOOD) : span.end + _NEIGHBOURHOOD], ()):
        return False
    before = text[max(0, span.start - _AROUND) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + _AROUND].partition("\n")[0]
    around = f"{before}{text[span.start : span.end]}{after}"
    words = around.split()[1:-1]  # the outer ones may be cut
    if _ODD_SIGN.search(around) or _LETTERS_APART.search(" ".join(words)):
        return False
    return all(map(_is_plausible, words))


def _is_plausible(word: str) -> bool:
    return len(word) == 1 or word.isascii() or not (word.isalpha() and word.islower()) or is_possible(word)
