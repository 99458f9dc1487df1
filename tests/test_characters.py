"""Look-alikes, impossible words, customs of writing and stored forms on whole texts."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from vnplanlint.document.model import Document
from vnplanlint.engine import check_document
from vnplanlint.findings import Finding, Fix
from vnplanlint.readers.source import Source
from vnplanlint.readers.text import from_text
from vnplanlint.rulebook import RuleBook

Read = Callable[[str], Document]
Check = Callable[[str], list[Finding]]

SENTENCE = "Các cơ quan, đơn vị triển khai thực hiện nghiêm túc, báo cáo kết quả về Ủy ban nhân dân xã. "


@pytest.fixture
def told(read: Read, book: RuleBook) -> Callable[..., list[Finding]]:
    """``told(text, *codes)``: the findings of these rules."""

    def check(text: str, *codes: str) -> list[Finding]:
        return check_document(read(text), book, codes=codes)

    return check


def mended(source: Source, fix: Fix) -> str:
    """The file's text after the fix."""
    raw = source.raw
    for edit in sorted(fix.edits, reverse=True):
        raw = raw[: source.raw_offset(edit.span.start)] + edit.content + raw[source.raw_offset(edit.span.end) :]
    return raw


# look-alikes


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("thƣởng", "thưởng"), ("THƢỞNG", "THƯỞNG"), ("ðiều", "điều"), ("Ðiều", "Điều"), ("Ɖảng", "Đảng"),
        ("cаo", "cao"), ("Тổng", "Tổng"), ("NĐ-CР", "CP"), ("ＫＨ", "KH"), ("hoac\u0323h", "hoạch"), ("hoc\u0323", "học"),
        ("HOAC\u0323H", "HOẠCH"), ("lım", "lim"), ("phõng", "phòng"),
    ],
)  # fmt: skip
def test_a_word_with_a_look_alike_is_told_and_mended(told: Callable[..., list[Finding]], word: str, right: str) -> None:
    (finding,) = told(f"{SENTENCE}\n\nNội dung {word} này.", "CT502")
    (fix,) = finding.fixes
    assert (finding.severity, fix.applicability) == ("error", "safe")
    assert fix.edits[0].content == right


@pytest.mark.parametrize(
    "words",
    ["Москва", "γ", "5 kΩ", "α-tocopherol", "𝑎𝑖 và 𝐴𝐵𝐶", "Müller", "µm", "± 2 °C", "ông Ðx", "Ελλάδα", "β-lactam", "Đắk"],
)  # fmt: skip
def test_other_scripts_and_signs_are_left_alone(told: Callable[..., list[Finding]], words: str) -> None:
    assert told(f"{SENTENCE * 5}\n\nNội dung {words} này.", "CT502", "CT501", "CT508", "CT520") == []


def test_many_look_alikes_are_told_once_and_all_mended(told: Callable[..., list[Finding]]) -> None:
    text = "Mỗi phƣờng có phƣơng án. " * 50
    (finding,) = told(text, "CT502")
    assert len(finding.fixes[0].edits) == 100
    assert "100" in finding.message


def test_a_font_that_writes_eth_throughout_is_no_scan(told: Callable[..., list[Finding]]) -> None:
    text = (SENTENCE * 8).replace("đ", "ð").replace("Đ", "Ð") + "Căn cứ Nghị ðịnh số 30/2020/NÐ-CP."
    codes = {finding.code for finding in told(text, "CT502", "CT501")}
    assert codes == {"CT502"}


def test_a_scanned_text_keeps_its_eths(told: Callable[..., list[Finding]]) -> None:
    assert told(SENTENCE * 5 + "\n\nSố: 12/QĐÐ-UBND; ðơn vị ïhực hiện, ﬂến ngàỳ š, Ấï.", "CT502") == []


def test_the_other_rules_read_what_is_meant(read: Read) -> None:
    document = read("Thực hiện Nghị định số 30/2020/NĐ-CР ngày 05/3/2020 của Chính phủ; khen thƣởng.")
    (reference,) = document.mentions.references
    assert reference.symbol is not None
    assert reference.symbol.text == "30/2020/NĐ-CP"
    assert "thưởng" in document.text
    assert "thƣởng" in document.source.text


# impossible syllables


@pytest.mark.parametrize(
    ("wrong", "right", "severity", "applicability"),
    [
        ("kế họach", "hoạch", "error", "safe"), ("kết qủa", "quả", "error", "safe"), ("nghành", "ngành", "error", "safe"),
        ("nguời dân", "người", "error", "safe"), ("đường truờng", "trường", "error", "safe"),
        ("Qúy", "Quý", "error", "safe"), ("Nghành", "Ngành", "error", "safe"),
    ],
)  # fmt: skip
def test_slips_with_one_right_spelling_are_errors(
    told: Callable[..., list[Finding]], wrong: str, right: str, severity: str, applicability: str
) -> None:
    (finding,) = told(f"{SENTENCE}\n\nNội dung {wrong} năm 2021.", "CT501")
    assert (finding.severity, [fix.applicability for fix in finding.fixes]) == (severity, [applicability])
    assert finding.fixes[0].edits[0].content == right


def test_a_lost_tone_offers_both_words_unless_the_text_has_one(told: Callable[..., list[Finding]]) -> None:
    (finding,) = told("Cử môt cán bộ.", "CT501")
    assert (finding.severity, [fix.edits[0].content for fix in finding.fixes]) == ("warning", ["một", "mốt"])
    (finding,) = told("Cử môt cán bộ, một người dự bị.", "CT501")
    assert [fix.edits[0].content for fix in finding.fixes] == ["một"]


@pytest.mark.parametrize(
    "words",
    [
        "Bắc Kạn", "Đắk Lắk", "Krông Nô", "Chư Păh", "xã Đăk R'lấp", "Y Thông Niê", "Vla-đi-mia I-lích", "ôtô", "crômit",
        "kilômét", "trđ", "sđt", "đc", "QUYÉT ĐỊNH", "HĐND", "tr ưở n g", "Inđônêxia", "café Đêlta", "Đêlta", "văn.bản@xã.vn",
        "château", "Đantê", "ViệtNamNet", "Bôđêga", "SVtốt", "1môt", "môt2", "Y-môt",
    ],
)  # fmt: skip
def test_names_foreign_words_and_scraps_are_left_alone(told: Callable[..., list[Finding]], words: str) -> None:
    assert told(f"{SENTENCE * 3}\n\nNội dung {words} năm 2021.", "CT501") == []


def test_the_neighbours_say_which_word_is_meant(told: Callable[..., list[Finding]]) -> None:
    for text, words in {
        "Cung câp nước sạch.": ["cấp"],
        "Câp nhật số liệu.": ["Cập"],
        "Ý kiến traò đổi của học sinh.": ["trao", "trào"],
        "Phong traò thi đua.": ["trào"],
        "Các phòng phốii hợp.": ["phối"],
        "Cung cấp thôngtin đầy đủ.": ["thông tin"],
    }.items():
        (finding,) = told(text, "CT501")
        assert [fix.edits[0].content for fix in finding.fixes] == words


def test_one_finding_a_word_with_all_its_places(told: Callable[..., list[Finding]]) -> None:
    (finding,) = told("Kế họach tháng.\n\nKế họach quý.\n\nKế họach năm.", "CT501")
    assert len(finding.related) == 2
    assert len(finding.fixes[0].edits) == 3


def test_very_many_different_ones_are_told_together(told: Callable[..., list[Finding]]) -> None:
    wrong = "họach qúy gía qủa tòan điạ cuả taị khỏan vịêc tíên truờng nghành"
    (finding,) = told("\n\n".join(f"Nội dung {word} năm." for word in wrong.split()), "CT501")
    assert finding.severity == "style"
    assert len(finding.fixes[0].edits) == 13


def test_in_a_littered_text_only_what_is_certain_is_told(told: Callable[..., list[Finding]]) -> None:
    text = SENTENCE * 60
    assert [f.severity for f in told(text + "Thâp, ầẩ, kế họach.", "CT501")] == ["error"]
    assert told(SENTENCE * 3 + "Thâp, ầẩ, kế họach.", "CT501") == []


def test_an_allowed_word_is_right(told: Callable[..., list[Finding]]) -> None:
    assert told("Bộ môđun tự hành, bơm ôxít.", "CT501") == []


# customs of writing


def test_the_minority_is_told_with_all_its_places(told: Callable[..., list[Finding]]) -> None:
    text = "Văn hóa, khóa học, thủy lợi, lan toả, sức khoẻ."
    (finding,) = told(text, "CT507")
    assert text[finding.span.start : finding.span.end] == "toả"
    assert [edit.content for edit in finding.fixes[0].edits] == ["tỏa", "khỏe"]
    assert finding.fixes[0].applicability == "safe"


def test_a_tie_names_both_and_offers_both(told: Callable[..., list[Finding]]) -> None:
    (finding,) = told("Văn hóa, lan toả.", "CT507")
    assert [(fix.applicability, fix.edits[0].content) for fix in finding.fixes] == [
        ("unsafe", "tỏa"),
        ("unsafe", "hoá"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Văn hóa; bà Hoà ở thị trấn Khoái Châu, tỉnh Khánh Hoà.",
        "Văn hóa; phong trào “Vì sức khoẻ cộng đồng”.",
        "VĂN HOÁ và văn hóa",
        "Quý, quả, quá; hóa; quỷ quyệt, quỵ, quỹ, hoàn, toàn, khoản",
    ],
)
def test_names_quotations_and_capitals_mix_nothing(told: Callable[..., list[Finding]], text: str) -> None:
    assert told(text, "CT507") == []


def test_i_and_y_of_one_word_only(told: Callable[..., list[Finding]]) -> None:
    assert told("Hàng quý họp, hàng quý báo cáo; sách quí hiếm.", "CT521") == []
    (finding,) = told("Hàng quý họp, hàng quý báo cáo, hàng quí kiểm tra.", "CT521")
    assert finding.fixes[0].edits[0].content == "quý"


def test_qui_is_told_even_where_it_is_usual(told: Callable[..., list[Finding]]) -> None:
    (finding,) = told("Theo qui định, trái qui định, đúng qui định và quy định mới.", "CT521")
    assert [edit.content for edit in finding.fixes[0].edits] == ["quy"] * 3
    assert finding.fixes[0].applicability == "unsafe"


# stored forms

PLAN = "Kế hoạch tuyên truyền\nTổ chức hội nghị; phối hợp chặt chẽ.\nBáo cáo kết quả."


@pytest.mark.parametrize(
    "raw",
    [
        unicodedata.normalize("NFD", PLAN),
        PLAN.replace("hội", unicodedata.normalize("NFD", "hội")),
        PLAN.replace("Tổ", "\u200bTổ").replace("chẽ.", "chẽ.\u200b"),
        PLAN.replace("tuyên", "tu\u00adyên").replace("kết", "\u200ekết"),
        PLAN.replace("nghị", "ng\ufeffhị\u2060"),
    ],
)
def test_one_finding_and_a_fix_that_restores_the_text(told: Callable[..., list[Finding]], raw: str) -> None:
    source = from_text(raw)
    (finding,) = told(raw, "CT509")
    (fix,) = finding.fixes
    assert fix.applicability == "safe"
    assert mended(source, fix) == PLAN


@pytest.mark.parametrize("raw", [PLAN, PLAN.replace("\n", "\r\n"), PLAN.replace(" ", "\u00a0"), "", "\ufeff"[:0]])
def test_the_usual_form_is_not_told(told: Callable[..., list[Finding]], raw: str) -> None:
    assert told(raw, "CT509") == []


def test_line_ends_survive_the_fix(told: Callable[..., list[Finding]]) -> None:
    raw = PLAN.replace("\n", "\r\n").replace("hội", unicodedata.normalize("NFD", "hội"))
    (finding,) = told(raw, "CT509")
    assert mended(from_text(raw), finding.fixes[0]) == PLAN.replace("\n", "\r\n")


def test_a_later_part_of_a_name_is_doubted_not_condemned(told: Callable[..., list[Finding]]) -> None:
    (finding,) = told("Sắp xếp các phường Vĩnh Nguơn và Châu Phú A thành phường mới.", "CT501")
    assert finding.severity == "warning"
