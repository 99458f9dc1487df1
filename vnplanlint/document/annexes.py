"""Headings of appendices, forms and attached documents, told from sentences that begin alike."""

from __future__ import annotations

from vnplanlint.document.marks import ATTACHED_TYPES, ISSUED_WITH, OWN_NUMBER, QUOC_HIEU, folded
from vnplanlint.document.model import Block, DivisionKind
from vnplanlint.document.pieces import is_capitals, words_of
from vnplanlint.light_typing import NamedTuple
from vnplanlint.patterns import pattern, verbose

_HEADING = verbose(
    r"""
    (?P<word> PHỤ\ LỤC | Phụ\ [lL]ục | BIỂU(?:\ MẪU|\ SỐ\ LIỆU)? | Biểu(?:\ mẫu)? | MẪU(?:\ BIỂU)? | Mẫu(?:\ biểu)? )
    (?: [ ]? :)? (?: [ ]? (?: số | SỐ | Số ) \b )? [ ]? [:.]? [ ]?
    (?P<numeral> (?: [IVX]{1,5} | \d{1,2} [a-zđA-ZĐ]? | [A-ZĐ] ) (?: [.-]\d{1,2} )? (?! [\p{L}\d%/] ) )?
    (?P<rest> .* )
    """
)
_NUMERAL_ONLY = pattern(r"(?:(?:SỐ|Số|số) *:? *)?(?P<numeral>[IVX]{1,5}|\d{1,2}[a-zA-Z]?)[.:]?")
_TITLE_MARK = pattern(r" ?[:.–-] ?")
_PAGE_CELL = pattern(r"\t *\d{1,3} *$")
"""The page in a table of contents: "PHỤ LỤC | 72"."""
_SENTENCE_END = ".;:!?…”)"
_WINDOW = 5
OPENS_APPENDIX = frozenset("PBM")
"""First letters of Phụ lục, Biểu, Mẫu."""
_UNIT_ALONE = pattern(
    r"(?i:chương|mục|tiểu +mục|phần|điều) +(?:[IVXLC]{1,7}|\d{1,3}|(?i:thứ) +\p{L}+(?: +\p{L}+)?)[.:]?"
)
_CHAPTER_TITLES = frozenset(("QUY ĐỊNH CHUNG", "QUY ĐỊNH CỤ THỂ", "QUY ĐỊNH KHÁC", "QUY ĐỊNH CHUYỂN TIẾP"))


class Annex(NamedTuple):
    """Heading of an appendix or form."""

    kind: DivisionKind
    numeral: str
    title: str


def appendix_heading(
    words: str, text: str, blocks: tuple[Block, ...], index: int, after_signature: bool
) -> Annex | None:
    """The appendix that the block begins, or None where it is a sentence or a caption."""
    if words[0] not in OPENS_APPENDIX:
        return None
    match = _HEADING.fullmatch(words)
    if match is None:
        return None
    block = blocks[index]
    word, numeral, rest = folded(match["word"]), match["numeral"] or "", match["rest"].strip()
    alone = not rest or rest in (".", ":") or rest.startswith("(")
    titled = is_capitals(rest) or (bool(numeral) and _is_title(match["rest"]))
    if not alone and not titled:
        return None
    set_off = is_capitals(words) or block.level > 0 or block.emphasis or after_signature
    if block.kind == "row" and _PAGE_CELL.search(text, *block.span):
        return None
    is_set = after_signature or (alone and numeral != "" and _letterhead_follows(text, blocks, index))
    if word != "PHỤ LỤC" and not (is_set and (numeral or is_capitals(words))):
        return None
    headed = numeral != "" and _title_follows(text, blocks, index)
    if not (set_off or (alone and (headed or _after_sentence(text, blocks, index)))):
        return None
    if alone and not numeral:
        numeral = _wrapped_numeral(text, blocks, index)
    plain = not is_capitals(match["word"]) and not (block.level or block.emphasis)
    if alone and not numeral and plain and not _title_follows(text, blocks, index):
        return None
    return Annex("form" if word.startswith("MẪU") else "appendix", numeral, words)


def _is_title(rest: str) -> bool:
    return _TITLE_MARK.match(rest) is not None and not rest.endswith((".", ";", ","))


def _after_sentence(text: str, blocks: tuple[Block, ...], index: int) -> bool:
    return index == 0 or text[blocks[index - 1].span.end - 1] in _SENTENCE_END or _is_line(text, blocks[index - 1])


def _is_line(text: str, block: Block) -> bool:
    """A signature or heading: short, without a mark at its end."""
    return block.span.end - block.span.start < 40


def _title_follows(text: str, blocks: tuple[Block, ...], index: int) -> bool:
    return index + 1 < len(blocks) and is_capitals(words_of(text, blocks[index + 1]))


def _letterhead_follows(text: str, blocks: tuple[Block, ...], index: int) -> bool:
    return any(QUOC_HIEU.search(text, *block.span) is not None for block in blocks[index + 1 : index + 1 + _WINDOW])


def _wrapped_numeral(text: str, blocks: tuple[Block, ...], index: int) -> str:
    if index + 1 >= len(blocks):
        return ""
    match = _NUMERAL_ONLY.fullmatch(words_of(text, blocks[index + 1]))
    return match["numeral"] if match else ""


def attachment_heading(
    words: str, text: str, blocks: tuple[Block, ...], index: int, after_signature: bool, after_annex: bool
) -> str:
    """The title of a document issued with this one that begins here, or ""."""
    if not words.isupper() or not _is_attached_type(words) or _titles_a_unit(words, text, blocks, index):
        return ""
    following = blocks[index + 1 : index + 1 + _WINDOW]
    if any(ISSUED_WITH.search(text, *block.span) for block in following):
        return words
    letterhead = any(is_letterhead(text, block) for block in blocks[max(0, index - 8) : index])
    if after_signature and (letterhead or not after_annex):
        return words
    return ""


def _titles_a_unit(words: str, text: str, blocks: tuple[Block, ...], index: int) -> bool:
    """Whether the words are the title of a chapter, such as "QUY ĐỊNH CHUNG" under "Chương I"."""
    if words.rstrip(" .:") in _CHAPTER_TITLES:
        return True
    return index > 0 and _UNIT_ALONE.fullmatch(words_of(text, blocks[index - 1])) is not None


def is_letterhead(text: str, block: Block) -> bool:
    """Whether the block holds quốc hiệu or a number of its own."""
    return QUOC_HIEU.search(text, *block.span) is not None or OWN_NUMBER.match(text, *block.span) is not None


def _is_attached_type(words: str) -> bool:
    parts = folded(words).rstrip(":").split(" ", 3)
    return any(" ".join(parts[:count]) in ATTACHED_TYPES for count in (1, 2, 3))
