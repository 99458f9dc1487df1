"""A capital after a semicolon, where the sentence only goes on."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.document.model import Block, Document
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.normal_forms import syllable_set
from vnplanlint.patterns import Match, pattern
from vnplanlint.spans import Span

_OPENING = pattern(r"; *(?P<word>\p{Lu}\p{Ll}+)(?= +(?P<next>\p{Ll}+)(?P<then> +(?:số\b|\p{Lu}\p{Ll}|\d+[-/]))?)")

_GO_ON = {
    first: frozenset(seconds.split())
    for first, seconds in {
        "thực": "hiện hành", "triển": "khai", "tổ": "chức", "tăng": "cường", "nâng": "cao", "đẩy": "mạnh nhanh",
        "xây": "dựng", "phối": "hợp", "chủ": "động trì", "hướng": "dẫn", "tuyên": "truyền dương", "kiểm": "tra soát",
        "đôn": "đốc", "công": "khai bố", "tỷ": "lệ", "tỉ": "lệ", "tiếp": "tục nhận thu", "chỉ": "đạo",
        "phấn": "đấu", "phần": "đầu", "phân": "đầu công loại tích", "thi": "đua", "bảo": "đảm vệ", "đảm": "bảo",
        "quan": "tâm", "chú": "trọng", "tham": "mưu gia", "đề": "xuất nghị", "kịp": "thời", "thường": "xuyên",
        "ký": "kết mới", "vận": "động", "phát": "huy động hiện triển", "góp": "phần", "tích": "cực", "hỗ": "trợ",
        "giải": "quyết", "rà": "soát", "cập": "nhật", "khuyến": "khích", "tạo": "điều sự", "chăm": "lo sóc",
        "đổi": "mới", "cải": "thiện tiến", "giám": "sát", "theo": "dõi", "đánh": "giá", "tổng": "hợp kết",
        "bồi": "dưỡng", "đào": "tạo", "sử": "dụng", "huy": "động", "bố": "trí", "chuẩn": "bị",
        "hoàn": "thành thiện", "ưu": "tiên", "nghiên": "cứu", "ứng": "dụng", "xử": "lý",
        "ngăn": "chặn ngừa", "phòng": "ngừa", "khắc": "phục", "duy": "trì", "củng": "cố", "mở": "rộng",
        "giảm": "thiểu dần", "thu": "hút thập", "cung": "cấp", "trang": "bị", "lồng": "ghép", "gắn": "kết với",
        "nhân": "rộng", "biểu": "dương tổng mẫu thống", "khen": "thưởng", "tôn": "vinh", "giao": "lưu", "quán": "triệt",
        "học": "tập", "rèn": "luyện", "nghiêm": "túc cấm", "chấp": "hành", "tuân": "thủ", "lập": "kế danh",
        "xác": "định minh", "bổ": "sung", "sửa": "chữa đổi", "thành": "lập", "kiện": "toàn", "sắp": "xếp",
        "nắm": "bắt chắc", "lắng": "nghe", "trao": "đổi tặng", "động": "viên", "thăm": "hỏi",
        "đồng": "thời", "các": "đơn phòng cơ địa hoạt nội chỉ", "mỗi": "đơn cơ xã cán", "từng": "bước đơn",
        "số": "lượng", "chất": "lượng", "không": "để ngừng có được", "có": "biện kế giải trách", "lựa": "chọn",
        "gặp": "mặt", "trồng": "cây mới", "vệ": "sinh", "tuyển": "chọn dụng", "in": "ấn", "đăng": "ký tải",
        "niêm": "yết", "thông": "báo", "hạn": "chế", "khảo": "sát", "thẩm": "định tra", "phê": "duyệt",
        "trình": "cấp", "gửi": "báo", "nộp": "báo hồ", "đưa": "vào nội", "coi": "trọng", "nêu": "cao gương",
        "tập": "trung huấn", "vì": "vậy", "trong": "đó khi", "ngoài": "ra", "nhằm": "nâng góp tạo", "qua": "đó",
        "đến": "năm nay", "danh": "sách",
        "kèm": "theo",
    }.items()
}  # fmt: skip
"""How a clause goes on: by its first syllable, what may follow."""
_UNLESS_NUMBERED = frozenset(("hướng dẫn", "báo cáo", "thông báo", "quyết định", "kế hoạch", "biểu mẫu"))
_FUNCTION_WORDS = syllable_set(
    "không tránh phải cần nếu khi để vì riêng những nhiều mọi mỗi trước sau ngoài từ đã đang sẽ chưa và hoặc nhưng",
    "do bởi qua giữ gửi nộp ghi chọn dành đồng nhất tuyệt hết hễ tuy dù vẫn cũng đều còn lấy đặt hằng hàng",
)
"""Words that begin no name: whatever follows them, the sentence goes on."""
_YET_NAMES = frozenset((
    "không quân", "không gian", "đồng bằng", "đồng khởi", "đồng chí", "đồng hồ", "giữ nước", "nhất thống",
    "hàng không", "hàng hải", "hàng hóa", "hàng tiêu", "sau đại",
))  # fmt: skip
_LISTS = frozenset(("can-cu", "kinh-gui", "noi-nhan", "luu", "trich-yeu"))
_MIN_SYLLABLES = 3
"""A shorter clause before the semicolon is an item of a list, whose capitals are its own affair."""


class _Capital(NamedTuple):
    span: Span
    word: str


def capital_after_semicolon(document: Document) -> Iterator[Hit]:
    """Capitals after semicolons in running text, told once.

    NĐ 30/2020/NĐ-CP, Phụ lục II, mục I knows capitals only after a full stop and at a new line.
    """
    found = document.gather(_capitals)
    if not found:
        return
    first, *others = found
    values = {"word": first.word, "right": first.word.lower(), "count": len(found)}
    edits = tuple(Edit(Span(span.start, span.start + 1), word[0].lower()) for span, word in found)
    yield Hit(
        first.span,
        values,
        variant="several" if others else "",
        places=tuple(Place(other.span, "also") for other in others),
        remedies=(Remedy("lower", edits, "unsafe"),),
    )


def _capitals(document: Document) -> Iterator[_Capital]:
    if "; " in document.text:
        for block in document.blocks:
            yield from _in_block(document, block)


def _in_block(document: Document, block: Block) -> Iterator[_Capital]:
    text = document.text
    if block.kind != "text" or block.level or text.find(";", block.span.start, block.span.end) < 0:
        return
    if not _is_own_prose(document, block):
        return
    matches = _OPENING.finditer(text, block.span.start, block.span.end)
    openings = [match for match in matches if (match["then"] or "").strip() != "số"]
    found = [match for match in openings if _goes_on(match) and not document.in_quotation(match.start("word"))]
    if len(found) <= len(openings) // 2:  # mostly names, so these may be names too
        return
    for match in found:
        if "\n" in document.source.text[match.start() : match.start("word")]:
            continue  # it may be a new paragraph
        if _clause_before(text, block.span.start, match.start()) >= _MIN_SYLLABLES:
            yield _Capital(Span(match.start("word"), match.end("next")), f"{match['word']} {match['next']}")


def _goes_on(match: Match[str]) -> bool:
    word, following = match["word"].lower(), match["next"]
    numbered = match["then"] and f"{word} {following}" in _UNLESS_NUMBERED
    if word in _FUNCTION_WORDS and f"{word} {following}" not in _YET_NAMES:
        return True
    return following in _GO_ON.get(word, ()) and not numbered


def _clause_before(text: str, start: int, end: int) -> int:
    """How many words stand between the last mark and the semicolon at ``end``."""
    mark = max(text.rfind(sign, start, end) for sign in ";:.(")
    return len(text[max(mark, start) : end].split())


def _is_own_prose(document: Document, block: Block) -> bool:
    if document.division_of(block).kind not in ("body", "appendix", "attachment"):
        return False
    return not any(component.kind in _LISTS and component.block == block.index for component in document.components)
