"""The parts of a file inside which numbering, counts and references live.

A new part begins at the heading of an appendix, at a regulation or plan that is issued
with the document, at a second letterhead after the signature; page furniture of a web
site before the letterhead is a part of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.document.annexes import OPENS_APPENDIX, appendix_heading, attachment_heading, is_letterhead
from vnplanlint.document.marks import (
    BASIS,
    NUMERAL,
    ORGANISATION_TITLE,
    OWN_NUMBER,
    QUOC_HIEU,
    RECIPIENTS,
    SUBJECT,
    TIEU_NGU,
    is_type_line,
    opens_agency,
)
from vnplanlint.document.model import Block, Division, DivisionKind, Quotation
from vnplanlint.document.numbering import item_of
from vnplanlint.document.pieces import is_capitals, words_of
from vnplanlint.document.place_date import find_place_date
from vnplanlint.document.quotations import quoted_blocks
from vnplanlint.document.signature import signature_at
from vnplanlint.light_typing import NamedTuple
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_CHROME_LIMIT = 80
_CHROME_BLOCK = 200
_LETTERHEAD_LINE = 90
_LONGEST_HEADING = 400
_BARE_NUMBER = pattern(r"S[ốỐ] *[:.… ]*$")
_WEB_MARK = pattern(
    r"(?:Văn +bản +(?:liên +quan|khác|mới|cùng)|(?:Các +)?[Tt]in +(?:liên +quan|khác|mới|bài)|Bài +viết|"
    r"Lượt +(?:xem|truy)|Tải +(?:về|văn +bản|file)|In +(?:trang|bài)|Thuộc +tính|Lược +đồ|Chia +sẻ|Bình +luận|"
    r"Đang +truy +cập|Bản +quyền|Trang +chủ|Ban +hành *:|Hiệu +lực *:|Cập +nhật *:|Tệp +đính +kèm|"
    r"File +đính +kèm|Download|Đăng +nhập|Về +đầu +trang)"
)


class _Start(NamedTuple):
    block: int
    kind: DivisionKind
    numeral: str = ""
    title: str = ""


def divide(text: str, blocks: tuple[Block, ...], quotations: tuple[Quotation, ...]) -> tuple[Division, ...]:
    """The divisions of a text; together they hold every block."""
    if not blocks:
        return ()
    body = _chrome(text, blocks)
    starts = [_Start(0, "chrome")] if body else []
    annexes = list(_annexes(text, blocks, body, quotations))
    if not annexes or annexes[0].block > body:
        starts.append(_Start(body, "body"))
    starts += annexes
    return tuple(_division(blocks, start, end) for start, end in zip(starts, [*starts[1:], None], strict=True))


def _division(blocks: tuple[Block, ...], start: _Start, following: _Start | None) -> Division:
    end = following.block if following else len(blocks)
    span = Span(blocks[start.block].span.start, blocks[end - 1].span.end)
    return Division(start.kind, Span(start.block, end), span, start.numeral, start.title)


def _chrome(text: str, blocks: tuple[Block, ...]) -> int:
    """How many blocks before the letterhead are furniture of a web page."""
    anchor = _letterhead_anchor(text, blocks)
    if anchor is None:
        return 0
    first = _upwards(text, blocks, anchor)
    furniture = blocks[:first]
    return 0 if any(_is_content(text, block) for block in furniture) else first


def _upwards(text: str, blocks: tuple[Block, ...], first: int) -> int:
    """The top line of the letterhead over ``first``; a subject ("V/v …") may be wrapped in between."""
    while first:
        if _is_letterhead_line(text, blocks[first - 1]):
            first -= 1
            continue
        over = [index for index in range(max(0, first - 5), first - 1) if SUBJECT.match(text, *blocks[index].span)]
        if not over:
            break
        first = over[0]
    return first


def _letterhead_anchor(text: str, blocks: tuple[Block, ...]) -> int | None:
    limit = blocks[min(len(blocks), _CHROME_LIMIT) - 1].span.end
    found = [match.start() for form in (QUOC_HIEU, ORGANISATION_TITLE) if (match := form.search(text, 0, limit))]
    if not found:
        return None
    return next(block.index for block in blocks if block.span.end > min(found))


def _is_letterhead_line(text: str, block: Block) -> bool:
    start, end = block.span
    is_subject = SUBJECT.match(text, start, end) is not None
    if end - start > _LETTERHEAD_LINE and block.kind != "row":
        return is_subject and block.index > 0 and not block.level  # on top it is the title of a page
    words = words_of(text, block)
    if is_capitals(words) or not any(char.isalpha() for char in words):
        return opens_agency(words) or not any(char.isalpha() for char in words) or len(words.split()) <= 8
    return (
        is_subject
        or any(form.match(text, start, end) for form in (OWN_NUMBER, TIEU_NGU, _BARE_NUMBER))
        or find_place_date(text, start, end) is not None
    )


def _is_content(text: str, block: Block) -> bool:
    """Whether a block proves that a document has begun already."""
    start, end = block.span
    if RECIPIENTS.match(text, start, end) or is_type_line(words_of(text, block)):
        return True
    if end - start > _CHROME_BLOCK and text[end - 1] in ".:;":
        return True
    numeral = NUMERAL.match(text, start, end)
    is_page_title = block.level > 0 and text[end - 1] not in ".:;,"  # "# Thực hiện Quyết định số … của …"
    return (BASIS.match(text, start, end) is not None and end - start > 40 and not is_page_title) or (
        numeral is not None and text[start] in "IĐ" and end - start > 6
    )


def _annexes(text: str, blocks: tuple[Block, ...], body: int, quotations: tuple[Quotation, ...]) -> Iterator[_Start]:
    own = blocks[body:]
    quoted = quoted_blocks(blocks, quotations)
    signed_at = signature_at(text, own)
    signed = body + signed_at if signed_at is not None else len(blocks)
    begun = False  # whether the main text has begun, so that a type word is no longer its own title
    last = body
    for block in own:
        index = block.index
        after_signature = index > signed
        words = _heading_words(text, block, after_signature and last == body)
        if not words or index in quoted:
            begun = begun or item_of(text, *block.span) is not None
            continue
        appendix = appendix_heading(words, text, blocks, index, after_signature)
        if appendix:
            yield _Start(index, appendix.kind, appendix.numeral, appendix.title)
            begun, last = True, index
        elif index - last > 3 and (begun or after_signature):
            title = attachment_heading(words, text, blocks, index, after_signature, last > body)
            if title:
                first = _with_letterhead(text, blocks, index, max(last, signed) if after_signature else index)
                yield _Start(first, "attachment", "", title)
                last = index
        if after_signature and last == body and _WEB_MARK.match(words):
            yield _Start(index, "chrome")
            last = index
        begun = begun or item_of(text, *block.span) is not None


def _heading_words(text: str, block: Block, may_be_of_the_web: bool) -> str:
    """The words of a block that may open a part of the file: short, no list item, of a heading's looks; else ""."""
    start, end = block.span
    if block.bullet or end - start > _LONGEST_HEADING:
        return ""
    looks_so = text[start] in OPENS_APPENDIX or may_be_of_the_web or text[start:end].isupper()
    return words_of(text, block) if looks_so else ""


def _with_letterhead(text: str, blocks: tuple[Block, ...], index: int, signed: int) -> int:
    """The first line of the letterhead that stands over an attached document."""
    anchor = None
    for position in range(index, max(signed, index - 12), -1):
        if is_letterhead(text, blocks[position]):
            anchor = position
    if anchor is None:
        return index
    while anchor - 1 > signed and opens_agency(words_of(text, blocks[anchor - 1])):
        anchor -= 1
    return anchor
