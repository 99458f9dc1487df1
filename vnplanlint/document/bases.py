"""What stands between the letterhead and the first heading: trích yếu, Kính gửi, căn cứ."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.document.letterhead import Letterhead
from vnplanlint.document.marks import ADDRESSEE, BASIS, ISSUED_WITH, NUMERAL, SUBJECT, opens_agency
from vnplanlint.document.model import Block, Component
from vnplanlint.document.pieces import Piece, is_capitals, piece, words_of
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_MAX_TITLE_BLOCKS = 6
_MAX_TITLE = 700
_BODY_OPENING = pattern(
    r"(?:Căn +cứ|Kính +gửi|Nhằm|Để|Trên +cơ +sở|Phát +huy|Hưởng +ứng|Nhân +dịp|Sau +khi|Theo|Xét|Trong|Ngày|Năm|"
    r"Thời +gian|Ủy +ban|UBND|Sở|Ban|Phòng|Bộ|Đảng|Đoàn|Công +đoàn|Liên +đoàn|Trường|Hội +đồng)\b"
)
_SENTENCE_END = pattern(r"[.:;]$")
_NEXT_SENTENCE = pattern(r"\p{Ll}\. +\p{Lu}\p{Ll}")
_DRAFT = pattern(r"\(? *(?:DỰ +THẢO|[Dd]ự +thảo)[^)]{0,20}\)?$")
_RULE = pattern(r"[ *_\-–—=.]+$")
_GLUED = pattern(r"[;.,] +(?=Căn +cứ\b|Theo +đề +nghị\b|Xét +đề +nghị\b|Xét +Tờ +trình\b)")
_AUTHORITY = pattern(r"(?:\(?KHÓA|\(?KHOÁ|KỲ +HỌP|LẦN +THỨ|NHIỆM +KỲ)\b")


def read_title(text: str, blocks: tuple[Block, ...], head: Letterhead) -> tuple[list[Component], int]:
    """The trích yếu under the tên loại (a component a block), and the block after it."""
    position = head.next_block
    lines = [head.title_from] if head.title_from and not _DRAFT.match(head.title_from.text) else []
    while position < len(blocks) and len(lines) < _MAX_TITLE_BLOCKS and head.type_word not in ("", "Công văn"):
        block = blocks[position]
        words = words_of(text, block)
        if _RULE.match(words) or _DRAFT.match(words):
            position += 1
            continue
        if not _belongs_to_title(words, block, lines, blocks):
            break
        lines.append(piece(text, *block.span, block))
        position += 1
    components = [line.component("trich-yeu") for line in lines]
    return components, position


def _belongs_to_title(words: str, block: Block, lines: list[Piece], blocks: tuple[Block, ...]) -> bool:
    if block.bullet or block.kind != "text" or len(words) > _MAX_TITLE or ISSUED_WITH.match(words):
        return False
    if words.startswith("Căn cứ") or ADDRESSEE.match(words):
        return False
    if NUMERAL.match(words) and not SUBJECT.match(words):
        return False
    if lines:
        return _goes_on(words, block, lines[-1], blocks)
    if words.endswith(":") or _NEXT_SENTENCE.search(words):
        return False
    return not (words.endswith((".", ";")) and (len(words) > 150 or BASIS.match(words) is not None))


def _goes_on(words: str, block: Block, above: Piece, blocks: tuple[Block, ...]) -> bool:
    """Whether a further block is still the title: it goes on in small letters, or it is set alike."""
    if _SENTENCE_END.search(words) and len(words) > 100:
        return False
    if above.text.count("“") > above.text.count("”") or words[0].islower() or words[0] == "(":
        return True
    if is_capitals(words):
        return is_capitals(above.text) and not opens_agency(words)
    if _BODY_OPENING.match(words) or _SENTENCE_END.search(words):
        return False
    upper = next(other for other in blocks if other.index == above.block)
    alike = (upper.level and upper.level == block.level) or (upper.emphasis and block.emphasis)
    return bool(alike) or words[0].isdigit()


def read_opening(text: str, blocks: tuple[Block, ...], position: int) -> tuple[list[Component], int]:
    """Kính gửi with its recipients and the run of căn cứ that opens the body, and the block after them."""
    position = _skip_authority(text, blocks, position)
    components: list[Component] = []
    if position < len(blocks) and ADDRESSEE.match(text, *blocks[position].span):
        count = _addressees(text, blocks, position)
        block = blocks[position]
        span = Span(block.span.start, blocks[position + count - 1].span.end)
        components.append(Component("kinh-gui", span, span.words(text), block.index))
        position += count
    while position < len(blocks) and _is_basis(text, blocks[position]):
        components += _bases(text, blocks[position])
        position += 1
    return components, position


def _skip_authority(text: str, blocks: tuple[Block, ...], position: int) -> int:
    """Past "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", "KHÓA X, KỲ HỌP THỨ HAI" above the căn cứ."""
    for block in blocks[position : position + 4]:
        words = words_of(text, block)
        if not (_RULE.match(words) or ISSUED_WITH.match(words) or _AUTHORITY.match(words)):
            if not is_capitals(words) or NUMERAL.match(words) or words.endswith(":"):
                break
            if not opens_agency(words) and not words.startswith(("GIÁM ĐỐC", "TRƯỞNG", "HIỆU TRƯỞNG", "CỤC TRƯỞNG")):
                break
        position += 1
    return position


def _addressees(text: str, blocks: tuple[Block, ...], position: int) -> int:
    count = 1
    for block in blocks[position + 1 : position + 30]:
        if not block.bullet:
            break
        count += 1
        if text[block.span.end - 1] == ".":
            break
    return count


def _is_basis(text: str, block: Block) -> bool:
    return not block.level and BASIS.match(text, *block.span) is not None


def _bases(text: str, block: Block) -> Iterator[Component]:
    """Each căn cứ of a block; some are run together in one paragraph."""
    start = block.span.start
    for glue in _GLUED.finditer(text, *block.span):
        yield piece(text, start, glue.start() + 1, block).component("can-cu")
        start = glue.end()
    yield piece(text, start, block.span.end, block).component("can-cu")
