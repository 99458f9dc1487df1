"""Quotation marks, brackets, spaces at marks, colons and stops: where the rules begin and where they end."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vnplanlint.checks.punctuation.endings import missing_colon, missing_final_stop
from vnplanlint.checks.punctuation.marks import repeated_mark, stray_comma
from vnplanlint.checks.punctuation.mixing import mixed_quotation_marks, mixed_range_dashes
from vnplanlint.checks.punctuation.spacing import one_sided_dash, space_around_mark
from vnplanlint.checks.punctuation.unpaired_marks import unpaired_marks
from vnplanlint.document.brackets import surplus_brackets, without_cut_pairs
from vnplanlint.document.model import Document
from vnplanlint.findings import Hit

Read = Callable[[str], Document]


def underlined(document: Document, hits: list[Hit]) -> list[str]:
    return [document.words(hit.span) for hit in hits]


def mended(document: Document, hits: list[Hit]) -> str:
    """The source with the first remedy of every hit applied."""
    text = document.source.text
    edits = {edit for hit in hits for remedy in hit.remedies[:1] for edit in remedy.edits}
    for (start, end), content in sorted(edits, reverse=True):
        text = text[:start] + content + text[end:]
    return text


@pytest.mark.parametrize(
    ("text", "lone"),
    [
        ("Gồm: a) đơn; b) bản sao (nếu có); đ) ảnh.", ""),
        ("(gồm: a) đơn; b) bản sao; c) ảnh thẻ)", ""),
        ("Theo khoản 1) và điểm ii) của mục 12).", ""),
        ("Thực hiện đúng lịch (Điều 1), (thứ 7), (Phụ lục 2).", ""),
        ("Đã hoàn thành.)", ")"),
        ("(kể cả hiện vật (gạo, mì).", "("),
        ("Toàn ngành có ba 03) nhóm việc.", ")"),
        ("Đồng ý (   Không đồng ý (", ""),
        ("(Ban hành kèm theo Quyết định số 9/QĐ-UBND\n\nngày 03/3/2023 của Chủ tịch xã)", ""),
    ],
)
def test_lone_brackets(read: Read, text: str, lone: str) -> None:
    document = read(text)
    found = without_cut_pairs(surplus_brackets(document.text, document.blocks))
    assert "".join(text[one.offset] for one in found) == lone


AMENDMENT = """\
1. Sửa đổi Điều 4 như sau:

“Điều 4. Mức chi

1. Chi bồi dưỡng 50.000 đồng.

2. Chi nước uống 20.000 đồng.{end}

2. Bãi bỏ khoản 3 Điều 9.
"""


def test_an_article_quoted_in_full_must_close_before_the_outer_list_goes_on(read: Read) -> None:
    closed, open_ = read(AMENDMENT.format(end="”.")), read(AMENDMENT.format(end="."))
    assert list(unpaired_marks(closed)) == []
    hits = list(unpaired_marks(open_))
    assert underlined(open_, hits) == ["“Điều"]
    assert mended(open_, hits) == AMENDMENT.format(end=".").replace("đồng..", "đồng.”.")
    assert list(repeated_mark(open_)) == [], "the second stop is told with the quotation"


def test_a_name_quoted_in_full_elsewhere_shows_where_it_ends(read: Read) -> None:
    name = "Chung tay giữ sạch dòng sông quê em"
    text = f"Phát động phong trào “{name} trong toàn huyện.\n\nKết quả phong trào “{name}” được báo cáo hằng quý."
    document = read(text)
    (hit,) = unpaired_marks(document)
    assert [document.words(place.span) for place in hit.places] == ["em"]
    assert mended(document, [hit]).startswith(f"Phát động phong trào “{name}” trong")


def test_nothing_shows_the_end_then_nothing_is_offered(read: Read) -> None:
    (hit,) = unpaired_marks(read("Hưởng ứng phong trào “Xóm ngõ không rác trong toàn huyện và các xã năm nay."))
    assert hit.places == hit.remedies == ()


def test_a_badly_scanned_text_is_not_judged(read: Read) -> None:
    scanned = " ".join(["Ngắy l2 thảng ll UBNÐ tinh b§n hành kê hoạch„ ("] * 20)
    document = read(f"{scanned} “Xanh ngõ, sạch nhà được phát động.")
    assert list(unpaired_marks(document)) == []
    assert list(space_around_mark(document)) == []


def test_a_table_that_repeats_a_slip_is_told_once(read: Read) -> None:
    row = "| {n} | Thiết bị (kèm phụ kiện | 02 |\n"
    document = read("| STT | Tên | Số lượng |\n|---|---|---|\n" + "".join(row.format(n=n) for n in range(1, 9)))
    assert len(list(unpaired_marks(document))) == 1


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Các thôn , xóm tham gia.", "Các thôn, xóm tham gia."),
        ("Các thôn,xóm tham gia.", "Các thôn, xóm tham gia."),
        ("Hưởng ứng “ngày xanh ” của huyện.", "Hưởng ứng “ngày xanh” của huyện."),
        ("Kinh phí( nếu có ) do xã lo.", "Kinh phí (nếu có) do xã lo."),
        ("Sở Văn hóa- Thông tin chủ trì.", "Sở Văn hóa - Thông tin chủ trì."),
        ("Họp ở nhà văn hóa.Các hộ tham dự.", "Họp ở nhà văn hóa. Các hộ tham dự."),
    ],
)
def test_spaces_are_mended(read: Read, text: str, right: str) -> None:
    document = read(text)
    assert mended(document, [*space_around_mark(document), *one_sided_dash(document)]) == right


@pytest.mark.parametrize(
    "text",
    [
        "Văn hóa\n- Thông tin, thể thao",
        "Gửi thôn\n, xóm",
        "“**Ngày xanh**” và “ *ngày sạch*”",
        "hop,thu@xa.gov.vn; http://xa.gov.vn/a,bc; C:\\tep,anh.docx",
        "TP.Hồ Chí Minh, ThS.Lê Văn B, tp.Huế, gov.vn.Trang",
        "từ 5 -7 giờ, B12- A, II- NHIỆM VỤ, số 30/2020/NĐ- CP",
        "U B N D  x ã , t h ô n",
        "hỗ trợ gạo, mì ... cho hộ nghèo",
        "Có ( ) Không (  )",
        "Bản đồ tỷ lệ 1 : 500",
    ],
)
def test_what_only_looks_like_a_wrong_space(read: Read, text: str) -> None:
    assert [*space_around_mark(read(text)), *one_sided_dash(read(text))] == []


def test_the_national_motto_is_judged_by_its_own_rule(read: Read) -> None:
    document = read("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập- Tự do- Hạnh phúc\n\nKẾ HOẠCH\nTrồng cây\n")
    assert list(one_sided_dash(document)) == []


def test_the_same_wrong_space_many_times_is_one_finding(read: Read) -> None:
    document = read("\n\n".join(f"Mục tiêu số {n} : giảm nghèo." for n in range(12)))
    (hit,) = space_around_mark(document)
    assert hit.severity == "style"
    assert len(hit.places) == 11


@pytest.mark.parametrize("marks", [",,", ";;", ",.", ";.", "..", ",.."])
def test_marks_that_repeat(read: Read, marks: str) -> None:
    document = read(f"Trồng cây xanh{marks} dọn rác tại các ngõ xóm")
    assert underlined(document, list(repeated_mark(document))) == [marks]


@pytest.mark.parametrize("marks", ["...", "…", "./.", ",…", ", ...", "?", ".”", ".....", ".)"])
def test_marks_that_may_stand_together(read: Read, marks: str) -> None:
    assert list(repeated_mark(read(f"Trồng cây xanh{marks} dọn rác"))) == []


@pytest.mark.parametrize(
    ("lead", "found"),
    [
        ("Chia làm hai đợt như sau", ["như sau"]),
        ("Chia làm hai đợt như sau.", ["như sau."]),
        ("Thực hiện các nội dung sau", ["dung sau"]),
        ("Hồ sơ bao gồm", ["bao gồm"]),
        ("Chia làm hai đợt như sau:", []),
        ("Mục tiêu cụ thể", []),
        ("Số liệu trước và sau", []),
        ("Hồ sơ được coi là bao gồm.", []),
    ],
)
def test_colon_before_a_list(read: Read, lead: str, found: list[str]) -> None:
    document = read(f"{lead}\n\n- Một việc;\n\n- Hai việc.\n")
    assert underlined(document, list(missing_colon(document))) == found
    paragraph = read(f"{lead}\n\nxóm dưới tham gia đầy đủ.\n")
    assert list(missing_colon(paragraph)) == []


def test_the_next_item_of_the_list_around_is_not_what_was_announced(read: Read) -> None:
    document = read("1. Mức hỗ trợ theo quy định dưới đây.\n\n2. Mức thưởng do xã quyết định.\n")
    assert list(missing_colon(document)) == []


def test_one_paragraph_without_its_stop(read: Read) -> None:
    items = ["Các thôn tổ chức ra quân dọn vệ sinh đường làng vào sáng thứ Bảy hằng tuần"] * 3
    document = read(f"- {items[0]}.\n\n- {items[1]}\n\n- {items[2]}.\n")
    assert len(list(missing_final_stop(document))) == 1
    assert list(missing_final_stop(read("- " + "\n\n- ".join(items)))) == [], "a list may do without stops"


def test_ranges_with_a_space_on_one_side_come_first(read: Read) -> None:
    document = read("Đợt 1 (05/5/2023-12/6/2023), đợt 2 (13/6/2023 – 20/6/2023), đợt 3 (21/6/2023 -30/6/2023).")
    (hit,) = mixed_range_dashes(document)
    assert document.words(hit.span) == "21/6/2023 -30/6/2023"
    assert [place.label for place in hit.places] == ["usual", "also"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Năm 2023, là năm bản lề.", ["Năm 2023,"]),
        ("Năm 2023, xã là đơn vị dẫn đầu.", []),
        ("Phấn đấu, đến năm 2025, đạt chuẩn.", []),
        ("Phấn đấu, đến năm 2025 đạt chuẩn.", ["Phấn đấu,"]),
        ("Tuyên truyền, vận động sâu rộng trong dân.", []),
    ],
)
def test_stray_comma(read: Read, text: str, found: list[str]) -> None:
    document = read(text)
    assert underlined(document, list(stray_comma(document))) == found


def test_two_kinds_of_quotation_marks_are_told_once(read: Read) -> None:
    document = read('Hội thi “Bé khỏe”, “Mẹ đảm”, "Bố giỏi", "Ông bà mẫu mực" của xã.')
    (hit,) = mixed_quotation_marks(document)
    assert document.words(hit.span) == '"Bố giỏi"'
    assert mended(document, [hit]) == "Hội thi “Bé khỏe”, “Mẹ đảm”, “Bố giỏi”, “Ông bà mẫu mực” của xã."
    assert list(mixed_quotation_marks(read('Hội thi “Bé khỏe” và "Mẹ đảm".'))) == [], "one against one proves no habit"


def test_a_long_text_without_spaces_takes_no_time(read: Read) -> None:
    for junk in ("a,b", "ab,cd", "(", "“", "”a", "..", "ab- "):
        document = read(junk * 20_000)
        for check in (unpaired_marks, space_around_mark, repeated_mark, mixed_range_dashes, stray_comma, missing_colon):
            list(check(document))
