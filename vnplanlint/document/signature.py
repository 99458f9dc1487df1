"""The end of a document: "./.", Nơi nhận with its lines, and who signs in which capacity."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from vnplanlint.document.capacity import is_position, split_capacities
from vnplanlint.document.marks import CLOSING, RECIPIENTS, SIGNED_FOR
from vnplanlint.document.model import Block, Component, ComponentKind
from vnplanlint.document.pieces import Piece, opens_piece, piece, pieces
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_FILED = pattern(r"L(?:ưu|ƯU|ƣu)\b(?! *(?:ý|Ý))(?: *:| +(?:VT|VP|[Vv]ăn|VPĐ|[Hh]ồ|HC|TH\b|\p{Lu}{2}))")
_NAME = pattern(
    r"(?:(?:PGS|GS|TS|Th\.?[Ss]|BS|BSCK|CN|KS|CK)\p{L}*\.? *){0,4}(?:\p{Lu}[\p{Ll}ƣ]+(?: +|$)|Đ[\p{Ll}]*(?: +|$)){2,5}"
)
_NO_NAME = pattern(
    r"(?:Như|Sở|Ban|Phòng|Ủy|Uỷ|Văn +phòng|Hội|Trường|Trung +tâm|Công|Đoàn +thanh|Bộ|Cục|Chi +cục|Nơi|Kính|Lãnh|Phụ|"
    r"Tỉnh|Huyện|Thành|Đảng|Đã +ký|Chủ +tịch|Giám +đốc|Viện +kiểm|Tòa|Cổng|Đài|Báo|Kho +bạc|Bảo +hiểm)\b"
)
_SIGNED_CELL = pattern(
    r"(?P<capacity>\p{Lu}[\p{Lu} .,/-]{4,100}?) +(?:\( *Đã +ký *\) +)?"
    r"(?P<name>\p{Lu}[\p{Ll}ƣ]+(?: +\p{Lu}[\p{Ll}ƣ]*){1,4})$"
)
_GLUED_RECIPIENT = pattern(r"; *[-–+]? *| +[-–] +(?=Lưu\b|Như\b)")
_MAX_RECIPIENT = 200
_BEFORE_RECIPIENTS = 6
_DRAFT_TAIL = 3


def read_signature(text: str, blocks: tuple[Block, ...]) -> list[Component]:
    """The components after the main text, as they come (two columns interleave)."""
    if not blocks:
        return []
    recipients = recipients_at(text, blocks)
    first = _zone_start(text, blocks, recipients)
    found = list(_closing(text, blocks, first))
    if first is not None:
        found += _zone(text, blocks[first:], recipients is not None)
    return found


def signature_at(text: str, blocks: tuple[Block, ...]) -> int | None:
    """The position among ``blocks`` where the main text is over: at Nơi nhận, else at the signature."""
    recipients = recipients_at(text, blocks)
    return _signed_at(text, blocks) if recipients is None else recipients


def recipients_at(text: str, blocks: tuple[Block, ...]) -> int | None:
    """The position among ``blocks`` of the first block with "Nơi nhận" at the start of a column."""
    starts = [block.span.start for block in blocks]
    for match in RECIPIENTS.finditer(text, blocks[0].span.start, blocks[-1].span.end):
        index = bisect_right(starts, match.start()) - 1
        if opens_piece(text, match.start(), blocks[index]):
            return index
    return None


def _zone_start(text: str, blocks: tuple[Block, ...], recipients: int | None) -> int | None:
    if recipients is not None:
        first = recipients
        for index in range(recipients - 1, max(-1, recipients - _BEFORE_RECIPIENTS), -1):
            if not all(_is_signing(part) for part in pieces(text, blocks[index])):
                break
            first = index
        return first
    return _signed_at(text, blocks)


def _signed_at(text: str, blocks: tuple[Block, ...]) -> int | None:
    """The position of the first capacity with a name under it, or of one near the end of a draft."""
    for index, block in enumerate(blocks):
        parts = pieces(text, block) if text[block.span.start].isupper() and text[block.span.end - 1].isupper() else []
        if not parts or not all(_is_capacity(part) for part in parts):
            continue
        below = blocks[index + 1 : index + 4]
        if index >= len(blocks) - _DRAFT_TAIL or any(_holds_name(text, line) for line in below):
            return index
    return None


def _holds_name(text: str, block: Block) -> bool:
    return not block.bullet and any(_is_name(part) for part in pieces(text, block))


def _is_signing(part: Piece) -> bool:
    return not part.bullet and (_is_capacity(part) or _is_name(part))


def _is_capacity(part: Piece) -> bool:
    return part.text.isupper() and (SIGNED_FOR.match(part.text) is not None or is_position(part.text))


def _is_name(part: Piece) -> bool:
    return _NAME.fullmatch(part.text) is not None and _NO_NAME.match(part.text) is None


def _closing(text: str, blocks: tuple[Block, ...], zone: int | None) -> Iterator[Component]:
    main = blocks[:zone] if zone else blocks
    last = None
    for match in CLOSING.finditer(text, main[0].span.start, main[-1].span.end):
        last = match
    if last:
        block = main[bisect_right([block.span.start for block in main], last.start()) - 1]
        yield piece(text, *last.span(), block)._replace(text=last.group()).component("ket-thuc")


def _zone(text: str, blocks: tuple[Block, ...], has_recipients: bool) -> Iterator[Component]:
    listing = signing = False
    for block in blocks:
        for part in _signing_lines(text, block):
            label = RECIPIENTS.match(text, *part.span)
            if label:
                listing = True
                yield from _glued_recipients(text, Span(label.end(), part.span.end), block)
            elif _is_capacity(part):
                signing = True
                yield from split_capacities(text, part)
            elif _FILED.match(part.text):
                yield part.component("luu")
            elif signing and not part.bullet and _is_name(part):
                yield part.component("nguoi-ky")
            elif listing and _is_recipient(part):
                yield part.component("noi-nhan")
            elif len(part.text) > _MAX_RECIPIENT and (signing or not has_recipients):
                return


def _signing_lines(text: str, block: Block) -> Iterator[Piece]:
    """The columns of a block; a name that stands in one cell with its capacity is a line of its own."""
    for part in pieces(text, block):
        cell = _SIGNED_CELL.match(text, *part.span) if part.text[-1].islower() else None
        lines = [piece(text, *cell.span(name), block) for name in ("capacity", "name")] if cell else []
        yield from lines if lines and _is_capacity(lines[0]) and _is_name(lines[1]) else [part]


def _is_recipient(part: Piece) -> bool:
    if part.bullet:
        return len(part.text) <= 2 * _MAX_RECIPIENT
    return len(part.text) <= _MAX_RECIPIENT and part.text.endswith(";")


def _glued_recipients(text: str, span: Span, block: Block) -> Iterator[Component]:
    """Recipients in the line of "Nơi nhận:" itself."""
    start = span.start
    ends = [match.span() for match in _GLUED_RECIPIENT.finditer(text, *span)]
    for end, following in [*ends, (span.end, span.end)]:
        part = piece(text, start, end, block)
        if part.text:
            kind: ComponentKind = "luu" if _FILED.match(part.text) else "noi-nhan"
            yield part.component(kind)
        start = following
