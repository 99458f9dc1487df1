"""Terms that contradict one another over many passages: a session tells them as a fresh reading does."""

from __future__ import annotations

import pytest

from vnplanlint.document.build import build_document
from vnplanlint.document.model import Document
from vnplanlint.engine import check_document
from vnplanlint.memory import Memory
from vnplanlint.readers.text import from_text
from vnplanlint.rulebook import load

BOOK = load()
BETWEEN = "\n\n".join(
    f"Tổ {number} lo {('lá', 'cơm', 'nước', 'chiếu')[number % 4]} cho bà con đến dự, mỗi hộ cử một người giúp việc."
    for number in range(11, 51)
)
"""Paragraphs of several lengths, so that passages are cut among them."""
FAR_APART = [
    ("TN701", "Đánh giá kết quả hằng năm.", "Tổng hợp số liệu hàng tháng."),
    ("TN701", "Thăm gia đình liệt sĩ, nghĩa trang liệt sĩ.", "Lập danh sách thân nhân liệt sỹ, tu bổ nghĩa trang."),
    ("TN701", "Tiêm vắc xin COVID-19 cho người già.", "Điều trị bệnh nhân COVID – 19 tại nhà."),
    ("TN701", "Bảo đảm chế độ của người có công theo quy định.", "Chăm lo đời sống cho Người có công và thân nhân."),
    (
        "TN701",
        "Phát động trong toàn Ngành. Các đơn vị trong toàn Ngành đăng ký thi đua.",
        "Phong trào được triển khai rộng khắp trong toàn ngành.",
    ),
    (
        "TN701",
        "Hỗ trợ trồng trọt, chăn nuôi. Vay vốn trồng trọt, chăn nuôi. Học nghề trồng trọt, chăn nuôi. "
        "Bảo hiểm trồng trọt, chăn nuôi.",
        "Tập huấn trồng trọt chăn nuôi.",
    ),
    (
        "TN702",
        "Trung tâm Văn hóa - Thể thao huyện bố trí sân khấu. Trung tâm Văn hóa - Thể thao mở cửa cả ngày.",
        "Liên hệ Trung tâm Văn hóa – Thể thao để đăng ký.",
    ),
    (
        "TN702",
        "Thành lập Ban Chỉ đạo chuyển đổi số. Nhiệm vụ của Ban Chỉ đạo chuyển đổi số do Tổ giúp việc soạn.",
        "Thành viên của Ban chỉ đạo chuyển đổi số họp hằng quý.",
    ),
    ("TN702", "Hội đồng Thi đua - Khen thưởng họp xét.", "Giao Hội đồng Thi đua và Khen thưởng lập biên bản."),
    ("TN703", "Ban quản lý chợ niêm yết danh sách ĐLDV.", "Rà soát các đại lý dịch vụ (ĐLDV) trong chợ."),
    (
        "TN704",
        "Phát động đợt thi đua “Tuổi trẻ khu phố chung tay giữ sạch từng con hẻm hằng ngày”.",
        "Theo dõi đợt thi đua “Tuổi trẻ khu phố chung tay giữ sạch từng con hẻm hàng ngày”.",
    ),
    (
        "TN705",
        "Giao ông Trần Đình Hải, Phó Chủ tịch UBND xã, phụ trách chung.",
        "Vướng mắc báo ông Trần Đình Hãi để giải quyết.",
    ),
    (
        "TN707",
        "Rà soát hộ nghèo trước ngày 15/9; Tuyên truyền trên loa truyền thanh.",
        "Mỗi thôn đăng ký một tuyến đường hoa; Phối hợp với đoàn thể vận động người dân.",
    ),
]


def assert_told_alike(raw: str, memory: Memory) -> Document:
    fresh = build_document(from_text(raw), BOOK.facts)
    session = build_document(from_text(raw), BOOK.facts, memory)
    assert check_document(session, BOOK) == check_document(fresh, BOOK)
    return session


@pytest.mark.parametrize(("code", "one", "other"), FAR_APART, ids=range(len(FAR_APART)))
def test_both_sides_are_found_in_their_passages(code: str, one: str, other: str) -> None:
    memory = Memory()
    assert_told_alike(f"{one}\n\n{BETWEEN}\n", memory)
    session = assert_told_alike(f"{one}\n\n{BETWEEN}\n\n{other}\n", memory)
    assert len(session.parts) > 2
    [found] = [finding for finding in check_document(session, BOOK) if finding.code == code]
    places = [found.span, *(related.span for related in found.related)]
    assert any(place.end <= len(one) for place in places)
    assert any(place.start >= len(one) + len(BETWEEN) for place in places)


@pytest.mark.parametrize(("code", "one", "other"), FAR_APART, ids=range(len(FAR_APART)))
def test_what_was_found_moves_with_its_passage_and_goes_with_the_other_side(code: str, one: str, other: str) -> None:
    memory = Memory()
    raw = f"{one}\n\n{BETWEEN}\n\n{other}\n"
    for text in (raw, f"Mở đầu.\n\n{raw}", f"Mở đầu.\n\n{BETWEEN}\n\n{other}\n", raw):
        assert_told_alike(text, memory)


@pytest.mark.parametrize("before", range(0, 3000, 250))
def test_a_quoted_name_may_begin_in_one_passage_and_end_in_the_next(before: int) -> None:
    quoted = "“Tuổi trẻ khu phố chung tay giữ sạch\n\nTừng con hẻm {} ngày”"
    lead = BETWEEN[:before]
    raw = f"{lead}\n\nHọc {quoted.format('hằng')} nhé.\n\n{BETWEEN}\n\nGhi {quoted.format('hàng')} lại.\n"
    assert_told_alike(raw, Memory())
