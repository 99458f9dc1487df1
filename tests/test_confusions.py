"""CT503 to CT505, CT510 and CT511: where a word is wrong, and where the same syllables are right."""

from __future__ import annotations

import subprocess
import sys

import pytest

from vnplanlint.document.build import build_document
from vnplanlint.engine import check_document
from vnplanlint.facts import Facts
from vnplanlint.findings import Finding
from vnplanlint.readers.text import from_text
from vnplanlint.rulebook import load
from vnplanlint.wordtables import bare, compounds_by_letters, compounds_by_sounds, confusions_by_pair, customs

BOOK = load()
CODES = ("CT503", "CT504", "CT505", "CT510", "CT511")


def told(text: str) -> list[Finding]:
    return check_document(build_document(from_text(text), BOOK.facts), BOOK, codes=CODES)


def codes(text: str) -> list[tuple[str, str]]:
    return [(finding.code, text[finding.span.start : finding.span.end]) for finding in told(text)]


def mended(text: str) -> str:
    for finding in reversed(told(text)):
        for edit in reversed(finding.fixes[0].edits):
            text = text[: edit.span.start] + edit.content + text[edit.span.end :]
    return text


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("không để trình trạng kéo dài", "không để tình trạng kéo dài"),
        ("HỔ TRỢ HỘ NGHÈO", "HỖ TRỢ HỘ NGHÈO"),
        ("Xử dụng kinh phí", "Sử dụng kinh phí"),
        ("khối thi đua, tuyên đương điển hình", "khối thi đua, tuyên dương điển hình"),
        ("gán phong trào với nhiệm vụ", "gắn phong trào với nhiệm vụ"),
        ("thu ở khởi hành chính sự nghiệp", "thu ở khối hành chính sự nghiệp"),
        ("xung kích chuyển đối số", "xung kích chuyển đổi số"),
    ],
)
def test_always_wrong_words_are_mended_with_their_capitals(wrong: str, right: str) -> None:
    assert [code for code, _ in codes(wrong)] == ["CT503"]
    assert mended(wrong) == right


def test_a_fix_leaves_the_line_break_between_the_syllables() -> None:
    text = "Các đơn vị chủ động bổ\nxung hồ sơ còn thiếu theo quy định của pháp luật hiện hành."
    assert mended(text) == text.replace("xung", "sung")


def test_every_wrong_phrase_is_found_alone_and_mended() -> None:
    """Each always-wrong phrase of the facts between two marks."""
    for lines in BOOK.facts._confusions_by_pair.values():
        for wrong, right, mode, *_ in (line.split("|") for line in lines.split("\n")):
            if mode == "always":
                text = f"Nội dung, {wrong}, nêu trên."
                assert [found for code, found in codes(text) if code == "CT503"] == [wrong]
                assert mended(text) == text.replace(wrong, right)


@pytest.mark.parametrize(
    ("text", "severity", "applicability"),
    [
        ("Các xã bổ xung hồ sơ.", "error", "safe"),
        ("Khẩu hiệu ghi: “Toàn dân bổ xung hồ sơ”.", "warning", "safe"),
        ("Giao Tổ Bổ Xung dữ liệu; việc bổ sung xong trong tháng 5.", "warning", "unsafe"),
    ],
)
def test_names_and_quotations_are_told_more_softly(text: str, severity: str, applicability: str) -> None:
    (finding,) = told(text)
    assert (finding.severity, finding.fixes[0].applicability) == (severity, applicability)


@pytest.mark.parametrize(
    "text",
    [
        "Sở Nội vụ khẩn trương trình dự thảo",  # khẩn trương | trình
        "đại biểu đương nhiệm tiếp xúc cử tri",
        "phong trào xung phong chống hạn",
        "các bên bổ, xung quanh là rừng",
        "bà Nguyễn Thị Kinh Phi phát biểu",
        "ông Trần Hoàng Thiện ký nhận",
    ],
)
def test_the_same_syllables_in_other_words_are_right(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("toàn huyện phần đầu đạt 95% kế hoạch", "phần đầu"),
        ("Phần đầu 100% cơ sở ký cam kết", "Phần đầu"),
        ("năm 2024, phần đầu xếp trong nhóm dẫn đầu", "phần đầu"),
        ("Phân đầu có từ 20 sáng kiến", "Phân đầu"),
        ("hoàn thành vượt mực các chỉ tiêu", "vượt mực"),
        ("giải quyết khiếu nại, tố cao kịp thời", "tố cao"),
        ("đổi mới phòng cách, lề lối làm việc", "phòng cách"),
        ("Luật Thì đua, khen thưởng", "Thì đua"),
    ],
)
def test_words_wrong_in_their_context(text: str, wrong: str) -> None:
    assert codes(text) == [("CT504", wrong)]


@pytest.mark.parametrize(
    "text",
    [
        "công tác phòng cháy", "công tác phòng, chống bão", "danh hiệu trường chuẩn", "gia công xuất khẩu",
        "hồ sơ xuất cảnh", "ảnh hưởng dẫn đến chậm", "chuyển đối tượng quản lý", "vào phòng cách ly",
        "vượt mực nước lũ", "cổ phần đầu tư", "bắt đầu từ", "vận chuyển đối với hàng", "dân chủ chương trình",
        "truyền thông từ cơ sở", "giao thông từ xã", "địa phương hưởng lợi", "cân đối sử dụng vốn", "hệ số lương",
        "tiềm năng xuất khẩu", "ban giám hiệu trường", "tài chính sang kiến tạo", "nội dung ở phần đầu của báo cáo",
        "phần đầu không quá 10 phút", "tàu khởi hành chính xác 7 giờ", "gán với nhãn của mẫu", "đừng đầu tư dàn trải",
        "yếu tố cao tuổi", "lịch sử lý luận", "Hội đồng tỉnh Hà Tĩnh ủy quyền", "mở rộng biển hiệu trường nghề",
    ],
)  # fmt: skip
def test_collisions_at_the_border_of_words_are_silent(text: str) -> None:
    assert codes(text) == []


def test_a_habit_of_the_text_is_no_slip() -> None:
    once = "Vé tàu khách hạng A"
    assert codes(once) == [("CT505", "khách hạng")]
    assert codes("; ".join([once] * 3)) == []
    assert len(codes("; ".join([once] * 3) + "; khách hàng trả tiền")) == 3


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("kỹ thuật nuội trồng thủy sản", [("CT505", "nuội trồng")]),
        ("nêu cao tính thần đoàn kết", [("CT505", "tính thần")]),
        ("người dân dùng nước sạch", []),
        ("Nuội Trồng là tên riêng", []),
        ("nuội, trồng", []),
        ("giấy chứng tử", []),
    ],
)
def test_one_mark_from_a_compound(text: str, found: list[tuple[str, str]]) -> None:
    assert codes(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("công tác triển khai thực chức năng quản lý", [("CT510", "thực")]),
        ("việc thực các chính sách xã hội", [("CT510", "thực")]),
        ("hàng hóa thực xuất khẩu", []),
        ("báo cáo thực trạng, số thực thu", []),
        ("gắn với phong trào thi đua với việc học tập", [("CT511", "gắn với phong trào thi đua với")]),
        ("gắn với xây dựng đời sống mới cùng với việc học tập", []),
        ("gắn với phong trào thi đua, với việc học tập", []),
    ],
)
def test_a_syllable_too_few_or_too_many(text: str, found: list[tuple[str, str]]) -> None:
    assert codes(text) == found


def test_scans_are_not_judged_by_words() -> None:
    noise = "Tĩnh §a ¬ng ¦hủ ®ịnh «g lậ¶p " * 60
    assert codes(noise + "bổ xung hồ sơ") == []


WRONG = (
    "tô chức", "bổ xung", "xử dụng", "chiển khai", "chách nhiệm", "trương trình", "nân cao", "mặt dù", "dà soát",
    "khẩn chương", "dữ gìn", "chặc chẽ",
)  # fmt: skip


def full_of(number: int, times: int = 1) -> str:
    return "".join(f"Các đơn vị, {wrong}, theo quy định của pháp luật hiện hành. " * times for wrong in WRONG[:number])


def severities(text: str) -> set[str]:
    return {finding.severity for finding in told(text) if finding.code == "CT503"}


def test_a_text_full_of_different_wrong_words_is_doubted() -> None:
    assert severities(full_of(9)) == {"error"}
    assert severities(full_of(12)) == {"warning"}
    assert severities(full_of(3, times=8)) == {"error"}


def test_wrong_words_beside_some_litter_were_scanned() -> None:
    litter = "Hồ s§ơ. " + "Các đơn vị tổ chức thực hiện theo quy định của pháp luật hiện hành. " * 10
    assert told(full_of(3) + litter) == []
    assert len(told(full_of(1) + litter)) == 1


def test_own_names_are_right_as_they_stand() -> None:
    facts = Facts(BOOK.facts._tables, {"own_name": [{"name": "Bổ Xung"}]})
    text = "Tổ Bổ Xung họp; bổ sung sau."
    found = check_document(build_document(from_text(text), facts), BOOK._replace(facts=facts), codes=CODES)
    assert found == []


def test_own_confusions_join_the_built_in_ones() -> None:
    row = {"wrong": "nhà tập đa năng", "right": "nhà tập luyện đa năng", "mode": "always"}
    facts = Facts(BOOK.facts._tables, {"confusion": [row]})
    text = "Xây nhà tập đa năng, bổ xung dụng cụ."
    found = check_document(build_document(from_text(text), facts), BOOK._replace(facts=facts), codes=CODES)
    assert [text[finding.span.start : finding.span.end] for finding in found] == ["nhà tập đa năng", "bổ xung"]


def test_tables_lay_out_confusions_and_compounds() -> None:
    rows = [
        {"wrong": "Bổ xung", "right": "bổ sung", "mode": "always"},
        {"wrong": "bổ xung thêm", "right": "bổ sung thêm", "mode": "guarded", "right-in": ["bổ xung thêm vào"]},
        {"wrong": "một", "right": "hai", "mode": "always"},
    ]
    table = confusions_by_pair(rows)
    assert list(table) == [("bổ", "xung")]
    assert table["bổ", "xung"].split("\n") == [
        "bổ xung|bổ sung|always||",
        "bổ xung thêm|bổ sung thêm|guarded|bổ xung thêm vào|",
    ]
    assert compounds_by_letters([{"words": "thủ tục, thu\ntúc, hòa nhã"}]) == (
        "hoa nha|thu tuc",
        "hoà nhã,hòa nhã|thu túc,thủ tục",
    )
    assert compounds_by_sounds([{"words": "truyền thống, xuất sắc, chia lìa, tria nìa"}]) == (
        "chuyền thốn|xuất xắt",
        "truyền thống|xuất sắc",
    )
    assert bare("đường phố") == "duong pho"
    assert customs("quý hòa") == {"quý hòa", "quý hoà"}


def test_facts_hold_no_wrong_word_that_is_right() -> None:
    """A wrong phrase is no common compound, and what is right does not contain it."""
    compounds = {word for words in BOOK.facts.compounds.values() for word in words.split(",")}
    for pair in BOOK.facts.confusion_pairs(frozenset(BOOK.facts._confusions_by_pair)):
        for confusion in BOOK.facts.confusions(*pair):
            assert confusion.wrong not in compounds
            assert f" {confusion.wrong} " not in f" {confusion.right.lower()} "
            assert all(f" {confusion.wrong} " in f" {phrase} " for phrase in confusion.right_in), confusion


def test_a_clean_plan_loads_neither_dictionary_nor_model() -> None:
    code = f"""
import sys
from vnplanlint.rulebook import load
from vnplanlint.engine import check_document
from vnplanlint.document.build import build_document
from vnplanlint.readers.text import from_text
from vnplanlint import segmentation
book = load()
text = "Công tác phòng, chống dịch; hệ số lương; bắt đầu từ ngày 10/5/2023; phấn đấu hoàn thành kế hoạch."
check_document(build_document(from_text(text), book.facts), book, codes={CODES!r})
print(segmentation.dictionary.cache_info().currsize, "underthesea_core" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout.split() == ["0", "False"], done.stderr
