"""Where a document uses abbreviations: words in capitals that can be no syllable."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.document.model import Block, Document
from vnplanlint.light_typing import NamedTuple
from vnplanlint.orthography import is_possible
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_CAPITALS = pattern(r"\p{Lu}{2,}(?:[&-]\p{Lu}{2,}|&\p{Lu})*")
_ROMAN = pattern(r"[IVXLCDM]+$")
_GLUED_BEFORE = frozenset("/-.&_@+#")
_GLUED_BEHIND = frozenset("/_@&+#")
_LONGEST = 9
_LETTERHEAD = frozenset(
    (
        "co-quan-chu-quan", "co-quan-ban-hanh", "so-ky-hieu", "ten-loai", "trich-yeu", "kinh-gui", "noi-nhan",
        "luu", "quyen-han", "chuc-vu", "nguoi-ky", "dia-danh-ngay", "can-cu",
    )
)  # fmt: skip
_EXPLAINED = pattern(r" *(?:\([^()\n]*\p{Ll}+ +\p{Ll}+[^()\n]*\)|[:=–-] *\p{L}\p{Ll}+ +\p{L})")
_ONLY_SHORTS = pattern(r"\( *\p{Lu}[\p{Lu}&]++(?:(?: *[,;]| +và) +\p{Lu}[\p{Lu}&]++)++ *\)")
_LONGEST_BRACKET = 60


class Use(NamedTuple):
    """An abbreviation where it stands.

    ``explained``: the words beside it say what it means, well or badly; ``ends_bracket``:
    it ends a bracket or a quotation, which then explains or names it.
    """

    short: str
    span: Span
    in_prose: bool  # a sentence of the main text, where a first use must explain itself
    explained: bool
    ends_bracket: bool


def uses_of(document: Document) -> Iterator[Use]:
    """Words in capitals that can be no syllable, outside symbols and lines that are all capitals."""
    text = document.text
    symbols = {reference.symbol.span for reference in document.mentions.references if reference.symbol}
    taken = sorted(symbols)
    framed = {component.block for component in document.components if component.kind in _LETTERHEAD}
    at = 0
    block: Block | None = None
    prose = False
    for match in _CAPITALS.finditer(text):
        start, end = match.span()
        while at < len(taken) and taken[at].end <= start:
            at += 1
        if at < len(taken) and taken[at].start < end:
            continue
        short = match.group()
        if _is_no_abbreviation(text, start, end, short):
            continue
        here = document.block_at(start)
        if here is not block:
            block = here
            prose = here is not None and here.index not in framed and _is_prose(document, here)
        span, in_prose = Span(start, end), prose and not document.in_quotation(start)
        yield Use(short, span, in_prose, _is_explained(text, span), _ends_bracket(text, span))


def _is_no_abbreviation(text: str, start: int, end: int, short: str) -> bool:
    before, behind = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or behind.isalnum() or before in _GLUED_BEFORE or behind in _GLUED_BEHIND:
        return True
    if behind in ".-" and text[end + 1 : end + 2].isalnum():
        return True
    return len(short) > _LONGEST or _ROMAN.match(short) is not None or is_possible(short.lower())


def _is_prose(document: Document, block: Block) -> bool:
    if block.kind != "text" or block.level or block.emphasis:
        return False
    if document.division_of(block).kind != "body":
        return False
    words = document.text[block.span.start : block.span.end]
    small = sum(char.islower() for char in words[:200])
    return small > len(words[:200]) // 3


def _is_explained(text: str, span: Span) -> bool:
    """Whether a bracket explains it, or it stands after what it means: "Đảng ủy khối: ĐUK"."""
    if _EXPLAINED.match(text, span.end) or _ends_bracket(text, span) or _shares_bracket(text, span):
        return True
    after_colon = text[max(0, span.start - 3) : span.start].rstrip(" ").endswith(":")
    return after_colon and text[span.end : span.end + 1] in (";", ".", "\n", "")


def _shares_bracket(text: str, span: Span) -> bool:
    """Whether it stands in a bracket of abbreviations only, for the things named before it: "(KHCN, ĐMST, CĐS)"."""
    opening = text.rfind("(", max(0, span.start - _LONGEST_BRACKET), span.start)
    return opening >= 0 and "\n" not in text[opening : span.start] and _ONLY_SHORTS.match(text, opening) is not None


def _ends_bracket(text: str, span: Span) -> bool:
    return text[span.end : span.end + 1] in (")", "”", '"')
