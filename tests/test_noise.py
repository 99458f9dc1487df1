"""Badly read texts are known as such; clean ones, short ones and foreign words are not."""

from __future__ import annotations

import pytest

from tests.conftest import SAMPLES
from vnplanlint.document.joining import join
from vnplanlint.document.noise import measure_noise, noise_of_document
from vnplanlint.engine import NOISE_LIMIT
from vnplanlint.orthography import is_possible

CLEAN = """Căn cứ Quyết định số 12/QĐ-UBND ngày 05/3/2025 của Ủy ban nhân dân tỉnh về việc giao chỉ tiêu phát triển
kinh tế - xã hội, Sở Nội vụ xây dựng Kế hoạch tuyên truyền trên website, fanpage, video clip và các nền tảng marketing
số như sau: từ 7h30 ngày 12/4/2025, mỗi xã trồng 200 cây trên 1.500m2, hỗ trợ 5.000.000 đồng/hộ, 500.000 đ/em (loại A1, B2; điểm đ khoản 1). Đầu mối:
phòng Tổ chức, email noivu123@angiang.gov.vn. Các xã Krông Búk, Đắk Ang, Ia Grai thực hiện chuyển đổi số với mô hình 5S.
"""

SCANNED = """Cân cứ Quyêt đinh sô 12/QĐ-UBND ngáy 05/3/2025 của Uỷ ban nhân dấn tỉnh vễ viêc giao chĩ tiêu phát triễn
kinh tê - xã hôi, Sở Nôi vụ xầy dựng Kê hoach tuyên truyên th| đua t0àn tỉnh § như sau: tù ngáy 12 thảng 4 nãm 2025,
môi xã trông 2J4 cây ⁄ nãm 2025, hô trợ kinh phi cho các hộ đặc biêt khó khăn, thưc hiên đúng quy đinh của Nhã nước.
"""

WRONG_ROMANS = """I. MỤC ĐÍCH
Nâng cao nhận thức của cán bộ, công chức về công tác lưu trữ tại các cơ quan, đơn vị trên địa bàn huyện.
H. NỘI DUNG
Tổ chức các lớp tập huấn, hướng dẫn nghiệp vụ cho cán bộ làm công tác văn thư, lưu trữ.
HI. TỔ CHỨC THỰC HIỆN
Phòng Nội vụ chủ trì, phối hợp với các cơ quan liên quan triển khai thực hiện kế hoạch này.
"""


def noise_of(text: str) -> float:
    return measure_noise(*join(text))


def test_clean_texts_are_clean() -> None:
    assert noise_of(CLEAN * 4) < 0.003


@pytest.mark.parametrize("text", [SCANNED, SCANNED * 3, WRONG_ROMANS, WRONG_ROMANS * 3])
def test_scans_are_noisy(text: str) -> None:
    assert noise_of(text) > NOISE_LIMIT


def test_noise_grows_with_the_share_of_bad_pages() -> None:
    assert noise_of(CLEAN * 6) < noise_of(CLEAN * 6 + SCANNED) < noise_of(SCANNED * 6)


@pytest.mark.parametrize(
    "text",
    [
        "", " \n ", "§", "th| đua", "Số: 2J4/QĐ-UBND", "Thực hiện Nghị quyết ð 12", "H. NỘI DUNG",
        "Năm 2021, ngáy 05 thảng 3.",
    ],
)  # fmt: skip
def test_a_single_slip_in_a_short_text_proves_nothing(text: str) -> None:
    assert noise_of(text) <= NOISE_LIMIT


def test_a_font_map_is_no_scan() -> None:
    words = "thƣ viện phƣờng đƣợc đầu tƣ, nâng cấp để phục vụ ngƣời dân trƣớc tháng 10. " * 40
    assert noise_of(words) == 0.0


HASTY = """
Các ban, nghành tiếp tục thưc hiện nghiêm túc quy chế; cán bộ quản lý giữ đoàn kêt nội bộ, giải quyêt dứt điểm đơn thư.
"""


def test_the_slips_of_a_hasty_writer_are_no_noise() -> None:
    hasty = join(CLEAN * 8 + HASTY)
    assert measure_noise(*hasty) > 0.0
    assert noise_of_document(*hasty) == 0.0


@pytest.mark.parametrize("sign", ["§ 5", "trồng 2J4 cây", "ngáy 05 tháng 3", "đ»ười"])
def test_signs_that_nobody_types_tell_a_scan(sign: str) -> None:
    assert noise_of_document(*join(CLEAN * 8 + HASTY + sign)) > 0.0


def test_nobody_is_so_hasty() -> None:
    assert noise_of_document(*join(HASTY * 8)) > NOISE_LIMIT


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("0*.txt")), ids=lambda path: path.name[:3])
def test_samples_are_readable(path) -> None:  # type: ignore[no-untyped-def]
    assert noise_of(path.read_text(encoding="utf-8")) <= NOISE_LIMIT / 4


SYLLABLES = """
nghiêng gì gìn giữa quyết khuỷu yêu uống xoong ngoằn huỳnh thuở đường hoà hòa quý nghĩa kỹ ghế giếng
quỳnh quýt toán khuya oan yếm
"""


@pytest.mark.parametrize("word", SYLLABLES.split())
def test_possible_syllables(word: str) -> None:
    assert is_possible(word)


@pytest.mark.parametrize("word", ["biêt", "môt", "thuổc", "cê", "kà", "ngề", "ghà", "đât", "phươnq", "hoạchh", "thựcc"])
def test_impossible_syllables(word: str) -> None:
    assert not is_possible(word)
