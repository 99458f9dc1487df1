"""How badly a text was read: the share of its words that bear marks of a scan."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from vnplanlint.document.model import Block
from vnplanlint.orthography import is_possible
from vnplanlint.patterns import pattern, verbose

_MAX_SAMPLES = 5
_SAMPLE_LENGTH = 1_000
_HASTE = 0.01
"""Share of words that a hasty writer may have misspelt so that they are none."""
_MIN_WORDS = 250
"""A short text is judged as if it were so long: one odd sign proves nothing."""

_AROUND = ".,;:!?…()[]“”\"'‘’-–—/*+=%&"
_MARKS_OF_SCANS = verbose(
    r"""
      [§⁄Ððﬁﬂ¬¦¢£¥¤¡¿\\^{}«»©®™¶¨¸¯]          # signs that no plan uses
    | \p{L}[|!]\p{L} | \p{L}\|$ | ^[|!]\p{L}   # a stroke for l or i
    | \p{L}\p{Ll}\d+(?<!m[23])               # digits inside a word (not in 8h30, a1, km2)
    | ^\d+(?:[IOJ]+\d*|l\d+)$ | ^[lO]+\d+$   # letters inside a number
    | \p{Ll}\p{Lu}+\p{Ll}                      # capitals inside a word
    """
)
_SIGNS_OF_SCANS = pattern(r"[§⁄ﬁﬂ¬¦¢£¥¤¡¿†‡\\^{}«»©®™¶¨¸¯]")
_DAMAGED_DATE = pattern(r"\b(?:ng[áảãạâăa]y|th[áàảãạ](?:ng|nn|ug)|n[ãáàạaâ]m) +[\dl]{1,4}\b")
_RIGHT_DATE = pattern(r"(?:ngày|tháng|năm) ")
_DAMAGED_ROMAN = pattern(
    r"(?:H|HI|IH|IIL|IlI|IIl|Il|lI|ll|lII|1I|I1|1II|II1|1V|lV|TH|TI|TII|HL|ILI|LI|IL|V1|Vl)[.,] +\p{Lu}"
)
_WEIGHT_OF_DATE = 2
_WEIGHT_OF_ROMAN = 4


def noise_of_document(text: str, blocks: tuple[Block, ...]) -> float:
    """Noise of a whole text: none where the only oddities are a few slips of a writer.

    Who types in haste leaves a tone out (``kêt``) or takes a wrong letter (``nghành``) as scanners do, but none of
    their signs.
    """
    noise = measure_noise(text, blocks)
    return 0.0 if noise and noise <= _HASTE and not _bears_marks(text, blocks) else noise


def _bears_marks(text: str, blocks: tuple[Block, ...]) -> bool:
    """Whether anything in the text cannot be a slip of a writer."""
    if _SIGNS_OF_SCANS.search(text) or _damaged_romans(text, blocks):
        return True
    sample = _sample(text)
    return _damaged_dates(sample) > 0 or any(map(_bears_mark, sample.split()))


@lru_cache(maxsize=4096)
def _bears_mark(word: str) -> bool:
    core = word.strip(_AROUND)
    return not core.isdecimal() and _MARKS_OF_SCANS.search(core) is not None and _is_damaged(word)


def measure_noise(text: str, blocks: tuple[Block, ...]) -> float:
    """Share of words damaged by a scanner, from 0.0 (clean) to 1.0; long texts are sampled."""
    sample = _sample(text)
    words = sample.split()
    if not words:
        return 0.0
    damaged = _damaged_words(words) + _WEIGHT_OF_DATE * _damaged_dates(sample)
    romans = _WEIGHT_OF_ROMAN * _damaged_romans(text, blocks)
    return min(1.0, damaged / max(len(words), _MIN_WORDS) + romans / max(len(text) // 5, _MIN_WORDS))


def _sample(text: str) -> str:
    """A few stretches from all over a long text, else all of it."""
    if len(text) <= _MAX_SAMPLES * _SAMPLE_LENGTH:
        return text
    step = (len(text) - _SAMPLE_LENGTH) // (_MAX_SAMPLES - 1)
    stretches = (text[start : start + _SAMPLE_LENGTH] for start in range(0, step * _MAX_SAMPLES, step))
    return " ".join(_whole_words(stretch) for stretch in stretches)


def _whole_words(stretch: str) -> str:
    """The stretch without the words that its borders may have cut."""
    return stretch[stretch.find(" ") + 1 : stretch.rfind(" ")]


def _damaged_words(words: list[str]) -> int:
    return sum(count for word, count in Counter(words).items() if not word.isdecimal() and _is_damaged(word))


@lru_cache(maxsize=4096)
def _is_damaged(word: str) -> bool:
    """Whether a word shows a scanner's slip; foreign words, plain ASCII, and names are let pass."""
    core = word.strip(_AROUND)
    if not core.isalpha():
        return "@" not in core and "://" not in core and _MARKS_OF_SCANS.search(core) is not None
    if core.islower():
        return len(core) > 1 and not core.isascii() and not is_possible(core.replace("ƣ", "ư"))
    return not (core.isupper() or core[1:].islower()) and _MARKS_OF_SCANS.search(core) is not None


def _damaged_dates(sample: str) -> int:
    found = (match.group() for match in _DAMAGED_DATE.finditer(sample))
    return sum(1 for words in found if not _RIGHT_DATE.match(words))


def _damaged_romans(text: str, blocks: tuple[Block, ...]) -> int:
    return sum(1 for block in blocks if text[block.span.start] in "HIlLT1V" and _DAMAGED_ROMAN.match(text, *block.span))
