"""Rules of the format: whose system they follow, and what stays silent beside what is told."""

from __future__ import annotations

import pytest

from vnplanlint.document.build import build_document
from vnplanlint.engine import check_document
from vnplanlint.findings import Finding
from vnplanlint.readers.text import from_text
from vnplanlint.rulebook import RuleBook

TITLE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
BODY = "KẾ HOẠCH\nTrồng cây xanh công sở năm 2024\n\nI. MỤC ĐÍCH\n1. Cải thiện cảnh quan nơi làm việc.\n"
FORMAT = ("TT80", "TT81")


def told(text: str, book: RuleBook) -> list[Finding]:
    """The findings of this family."""
    found = check_document(build_document(from_text(text), book.facts), book)
    return [finding for finding in found if finding.code[:4] in FORMAT]


def rows(text: str, book: RuleBook) -> list[tuple[str, str, str]]:
    return [(f.code, f.severity, " ".join(text[f.span.start : f.span.end].split())) for f in told(text, book)]


def signed(issuer: str, number: str, filed: str, *capacities: str) -> str:
    """A whole small document of ``issuer``."""
    end = "\n".join((*capacities, "Nguyễn Thị Thu Hà"))
    return f"{issuer}\n{number}\n{BODY}2. Giao Văn phòng theo dõi./.\n\nNơi nhận:\n- Các phòng;\n- {filed}\n\n{end}\n"


STATE = ("SỞ NỘI VỤ", "Số: 45/KH-SNV", "Lưu: VT.")
PARTY = ("ĐẢNG ỦY XÃ TÂN PHÚ", "Số 45-KH/ĐU", "Lưu Văn phòng Đảng ủy.")
UNION = ("LIÊN ĐOÀN LAO ĐỘNG TỈNH PHÚ THỌ", "Số: 45/KH-LĐLĐ", "Lưu: VT.")
YOUTH = ("BAN CHẤP HÀNH ĐOÀN TỈNH PHÚ THỌ", "Số: 45-KH/TĐTN-VP", "Lưu: VP.")


@pytest.mark.parametrize(
    ("head", "capacities"),
    [
        (STATE, ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
        (STATE, ("GIÁM ĐỐC",)),
        (PARTY, ("T/M BAN THƯỜNG VỤ", "BÍ THƯ")),
        (UNION, ("TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH")),
        (YOUTH, ("TM. BAN THƯỜNG VỤ", "PHÓ BÍ THƯ")),
    ],
)
def test_each_system_has_its_own_right_form(
    head: tuple[str, str, str], capacities: tuple[str, ...], book: RuleBook
) -> None:
    assert rows(signed(*head, *capacities), book) == []


@pytest.mark.parametrize(
    ("head", "capacity", "wanted"),
    [
        (STATE, "T/M BAN GIÁM ĐỐC", ("TT806", "warning", "T/M")),
        (STATE, "KT GIÁM ĐỐC", ("TT806", "warning", "KT")),
        (UNION, "T/M BAN THƯỜNG VỤ", ("TT806", "style", "T/M")),
        (PARTY, "TM. BAN THƯỜNG VỤ", ("TT806", "style", "TM.")),
    ],
)
def test_the_capacity_is_judged_by_the_issuers_own_system(
    head: tuple[str, str, str], capacity: str, wanted: tuple[str, str, str], book: RuleBook
) -> None:
    deputy = "PHÓ GIÁM ĐỐC" if capacity.startswith("KT") else "CHỦ TỊCH"
    assert wanted in rows(signed(*head, capacity, deputy), book)


@pytest.mark.parametrize(("head", "severity"), [(STATE, "warning"), (UNION, "style"), (YOUTH, "style")])
def test_the_colon_after_filed_binds_the_state_only(head: tuple[str, str, str], severity: str, book: RuleBook) -> None:
    text = signed(head[0], head[1], "Lưu VT.", "GIÁM ĐỐC" if head is STATE else "TM. BAN THƯỜNG VỤ")
    assert ("TT803", severity, "Lưu VT") in rows(text, book)


@pytest.mark.parametrize(
    ("filed", "applicability"), [("Lưu VT.", "safe"), ("Lưu VT: Bộ Tài chính, Bộ Nội vụ.", "unsafe")]
)
def test_a_colon_that_stands_elsewhere_is_moved_by_a_person_only(
    filed: str, applicability: str, book: RuleBook
) -> None:
    (finding,) = (one for one in told(signed(*STATE[:2], filed, "GIÁM ĐỐC"), book) if one.code == "TT803")
    assert [fix.applicability for fix in finding.fixes] == [applicability]


def test_recipients_beside_the_signature_are_read_column_by_column(book: RuleBook) -> None:
    text = (
        f"SỞ NỘI VỤ\nSố: 45/KH-SNV\n{BODY}2. Giao Văn phòng theo dõi./.\n\n"
        "Nơi nhận:                              KT. GIÁM ĐỐC\n"
        "- Như trên;                            GIÁM ĐỐC\n"
        "- Lưu VT, VP.\n\n"
        "                                       Nguyễn Thị Thu Hà\n"
    )
    assert [(code, words) for code, _, words in rows(text, book)] == [
        ("TT807", "Như trên"),
        ("TT806", "GIÁM ĐỐC"),
        ("TT803", "Lưu VT"),
    ]


def test_a_draft_is_reminded_once_of_number_and_day(book: RuleBook) -> None:
    text = f"SỞ NỘI VỤ\n{TITLE}Số:      /KH-SNV\nHà Nam, ngày      tháng 3 năm 2024\n{BODY}"
    (finding,) = told(text, book)
    assert (finding.code, finding.severity, len(finding.related)) == ("TT801", "style", 1)
    assert "ngày" in text[finding.related[0].span.start : finding.related[0].span.end]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Hà Nam, ngày 04 tháng 3 năm 2024", []),
        ("Hà Nam, ngày ... tháng 3 năm 2024", ["style"]),
        ("Hà Nam, ngày      tháng       năm 2024", ["style"]),
        ("Hà Nam, ngày 04 tháng … năm 2024", ["warning"]),
    ],
)
def test_a_blank_month_is_more_than_a_blank_day(line: str, wanted: list[str], book: RuleBook) -> None:
    text = f"SỞ NỘI VỤ\n{TITLE}Số: 45/KH-SNV\n{line}\n{BODY}"
    assert [finding.severity for finding in told(text, book)] == wanted


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Kinh phí theo Quyết định số      /QĐ-UBND ngày   /3/2024 của Ủy ban nhân dân tỉnh.", 1),
        ("Theo Tờ trình số …/TTr-STC ngày … tháng 3 năm 2024, sau đó theo Tờ trình số …/TTr-STC nêu trên.", 1),
        ("Kế hoạch này có hiệu lực kể từ ngày     tháng 4 năm 2024.", 0),
        ("(Kèm theo Tờ trình số      /TTr-STC ngày      tháng 3 năm 2024 của Sở Tài chính)", 0),
        ("Người kê khai ghi đủ ngày tháng năm sinh, số định danh.", 0),
        ("Báo cáo về tổ thẩm định trước ngày       tháng 5 năm 2024.", 1),
    ],
)
def test_blanks_in_the_text(sentence: str, count: int, book: RuleBook) -> None:
    found = told(f"SỞ NỘI VỤ\nSố: 45/KH-SNV\n{BODY}2. {sentence}\n", book)
    assert [finding.code for finding in found] == ["TT801"] * count


@pytest.mark.parametrize(
    ("endings", "wanted"),
    [
        (";;.", []),
        (";;;", []),
        (".;.", ["TT804"]),
        ("..;", ["TT804"]),
        (",,.", []),
        (";,.", ["TT804"]),
        ("; .", ["TT804"]),
    ],
)
def test_marks_of_a_run_of_bases(endings: str, wanted: list[str], book: RuleBook) -> None:
    bases = (
        "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024",
        "Căn cứ tình hình kho tàng",
        "Theo đề nghị của Văn phòng Sở",
    )
    run = "\n".join(base + mark.strip() for base, mark in zip(bases, endings, strict=True))
    text = f"SỞ NỘI VỤ\nSố: 45/KH-SNV\nKẾ HOẠCH\nChỉnh lý tài liệu\n\n{run}\nSở Nội vụ xây dựng kế hoạch như sau:\n"
    assert [finding.code for finding in told(text, book)] == wanted


def test_all_wrong_marks_of_a_run_are_told_together_and_mended_at_once(book: RuleBook) -> None:
    text = (
        "SỞ NỘI VỤ\nSố: 45/KH-SNV\nKẾ HOẠCH\nChỉnh lý tài liệu\n\nCăn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024.\n"
        "Căn cứ tình hình kho tàng.\nCăn cứ nhu cầu khai thác.\nSở Nội vụ xây dựng kế hoạch như sau:\n"
    )
    (finding,) = told(text, book)
    (fix,) = finding.fixes
    assert (len(finding.related), len(fix.edits), fix.applicability) == (1, 2, "safe")


def test_the_title_is_silent_where_the_text_was_scanned(book: RuleBook) -> None:
    damaged = " ".join(f"ng{sign}ời d{sign}n" for sign in "§¦¢£¥¤¡¿" * 4)
    head = "SỞ NỘI VỤ\nCỘNG HÒA XÃ HỘI CHŨ NGHĨA VIỆT NAM\nSố: 45/KH-SNV\nKẾ HOẠCH\nChỉnh lý tài liệu\n\n"
    assert [finding.code for finding in told(head + "Nội dung.\n", book)] == ["TT802"]
    assert told(f"{head}{damaged}\n", book) == []


def test_dots_of_a_form_pasted_below_are_no_blanks_of_the_text(book: RuleBook) -> None:
    form = "\n\n".join(f"{label}: ................................" for label in ("Họ tên", "Đơn vị", "Lý do"))
    sentence = "Đề nghị lãnh đạo Khoa ................. cho phép tôi được tham gia lớp học."
    head = f"SỞ NỘI VỤ\nSố: 45/KH-SNV\n{BODY}\n"
    assert [finding.code for finding in told(f"{head}{sentence}\n", book)] == ["TT810"]
    assert told(f"{head}{form}\n\n{sentence}\n", book) == []


FORMS = [
    f"SỞ NỘI VỤ\n{TITLE}Số: …/KH-…\n…, ngày … tháng … năm …\nKẾ HOẠCH\nVề việc …\n",
    f"Mẫu số 02\nSỞ NỘI VỤ\n{TITLE}Số:      /KH-SNV\nHà Nam, ngày     tháng     năm 2024\n{BODY}",
    f"SỞ NỘI VỤ\nSố:     /KH-SNV\n{BODY}" + "\n".join(f"<Tên {what}>" for what in ("cơ quan", "đơn vị", "thôn", "xã")),
]


@pytest.mark.parametrize("text", FORMS)
def test_a_form_for_others_to_fill_in_is_no_draft(text: str, book: RuleBook) -> None:
    assert told(text, book) == []
