"""In which capacity somebody signs: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.document.marks import SIGNED_FOR
from vnplanlint.document.model import Block, Component
from vnplanlint.document.pieces import Piece, piece
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_POSITION = pattern(
    r"\b(?:(?:PHÓ|QUYỀN|NGUYÊN) +)?(?:"
    r"(?:PHÓ +)?(?:TỔNG +)?(?:CHỦ +TỊCH|GIÁM +ĐỐC|BÍ +THƯ|CHỦ +NHIỆM|CHÁNH +VĂN +PHÒNG|VĂN +PHÒNG|CHÁNH +THANH +TRA|"
    r"CHÁNH +ÁN|THỦ +TƯỚNG|THỦ +TRƯỞNG|TỔNG +BIÊN +TẬP|CHỈ +HUY +TRƯỞNG|CHÍNH +ỦY|CHÍNH +UỶ|TƯ +LỆNH|KIỂM +TOÁN)"
    r"|(?:BỘ|THỨ|VỤ|CỤC|CHI +CỤC|TỔNG +CỤC|VIỆN|HIỆU|ĐỘI|TỔ|TRẠM|HẠT|KHOA|NHÓM|ĐOÀN|THÔN) +(?:PHÓ|TRƯỞNG)"
    r"|TRƯỞNG +(?:PHÒNG|BAN|ĐOÀN|CÔNG +AN|THÔN|KHOA|TRẠM|TIỂU +BAN|BỘ +PHẬN|CHI +NHÁNH)|TRƯỞNG\b"
    r"|ỦY +VIÊN|UỶ +VIÊN|THƯ +KÝ|CHÁNH +VĂN\b|CHỦ +TỌA|CHỦ +TRÌ|NGƯỜI +(?:LẬP|ĐỀ +NGHỊ|BÁO +CÁO)|HIỆU +PHÓ)(?!\p{L})"
)
_MARK = pattern(r"(?:^|(?<= ))(?:" + SIGNED_FOR.pattern + ")")


def is_position(capitals: str) -> bool:
    """Whether words in capitals begin with a position ("PHÓ GIÁM ĐỐC SỞ")."""
    return _POSITION.match(capitals) is not None


def split_capacities(text: str, part: Piece) -> Iterator[Component]:
    """Quyền hạn and chức vụ in one run of capitals, however many stand in it."""
    block = Block(part.block, part.span)
    starts = [match.start() for match in _MARK.finditer(text, *part.span)]
    if not starts or starts[0] > part.span.start:
        starts.insert(0, part.span.start)
    for start, end in zip(starts, [*starts[1:], part.span.end], strict=True):
        cut = _cut(text, Span(start, end))
        if cut > start:
            yield piece(text, start, cut, block).component("quyen-han")
        if cut < end:
            yield piece(text, cut, end, block).component("chuc-vu")


def _cut(text: str, span: Span) -> int:
    """Where the chức vụ begins behind a quyền hạn: TM. names an organ, the others name the head first."""
    mark = SIGNED_FOR.match(text, *span)
    if mark is None:
        return span.start
    positions = [match.start() for match in _POSITION.finditer(text, mark.end(), span.end)]
    if not mark.group().startswith("T") or mark.group()[1] in "LU" or mark.group()[2:3] == "L":
        positions = positions[1:]
    return positions[0] if positions else span.end
