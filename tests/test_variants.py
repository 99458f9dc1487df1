"""Terms and names of organs in two forms: what is told, and what is only like it."""

from __future__ import annotations

import pytest

from vnplanlint.checks.terms.known_forms import known_forms
from vnplanlint.document.build import build_document
from vnplanlint.engine import check_document
from vnplanlint.facts import Facts
from vnplanlint.findings import Finding
from vnplanlint.mentions.normal_forms import deviations, fold, read_form, take_apart
from vnplanlint.readers.text import from_text
from vnplanlint.rulebook import RuleBook, load


def told(text: str, book: RuleBook, code: str = "TN701") -> list[Finding]:
    return check_document(build_document(from_text(text), book.facts), book, codes={code})


def words(text: str, findings: list[Finding]) -> list[str]:
    return [" ".join(text[finding.span.start : finding.span.end].split()) for finding in findings]


def mended(text: str, finding: Finding) -> str:
    for edit in sorted(finding.fixes[0].edits, reverse=True):
        text = text[: edit.span.start] + edit.content + text[edit.span.end :]
    return text


# normal forms


@pytest.mark.parametrize(
    ("syllable", "folded"),
    [
        ("hoá", "hóa"),
        ("hóa", "hóa"),
        ("Uỷ", "ủy"),
        ("thuý", "thúy"),
        ("quý", "quý"),
        ("khoẻ", "khỏe"),
        ("toàn", "toàn"),
    ],
)
def test_the_tone_mark_moves_only_in_open_oa_oe_uy(syllable: str, folded: str) -> None:
    assert fold(syllable) == folded


def test_a_form_is_taken_apart_with_and_without_va() -> None:
    form = take_apart("Lao động - Thương binh và Xã hội", without_and=True)
    assert form.key == ("lao", "động", "thương", "binh", "xã", "hội")
    assert form.joints == (" ", " - ", " ", " và ", " ")
    assert "và" in take_apart("giáo dục và đào tạo").key


@pytest.mark.parametrize(
    ("text", "departs"),
    [
        ("Thi đua - Khen thưởng", set()),
        ("Thi đua – Khen thưởng", {"dash"}),
        ("Thi đua-Khen thưởng", {"spacing"}),
        ("Thi đua- Khen thưởng", {"spacing"}),
        ("Thi đua Khen thưởng", {"joint"}),
        ("Thi đua, khen thưởng", {"joint", "case"}),
        ("Thi đua & Khen thưởng", {"joint"}),
        ("THI ĐUA - KHEN THƯỞNG", set()),
        ("Thi đua -\nKhen thưởng", set()),
    ],
)
def test_in_what_words_depart_from_their_form(text: str, departs: set[str]) -> None:
    form = take_apart("Thi đua - Khen thưởng", without_and=True)
    joined = text.replace("\n", " ")
    written = read_form(joined, 0, form.key, with_and=True)
    assert written is not None
    assert deviations(joined, text, written, form) == departs


@pytest.mark.parametrize(
    "text", ["Thi đua. Khen thưởng", "Thi đua 2 Khen thưởng", "Thi đua - - Khen thưởng", "Thi đuaKhen"]
)
def test_words_that_do_not_belong_together_are_no_form(text: str) -> None:
    assert read_form(text, 0, ("thi", "đua", "khen", "thưởng")) is None


# terms


def test_every_place_of_one_way_of_writing_stands_in_one_finding(book: RuleBook) -> None:
    text = "Ca mắc COVID -19 tăng. Khoa điều trị COVID -19 mở thêm giường, trong khi ca COVID-19 nặng giảm."
    (finding,) = told(text, book)
    assert finding.severity == "warning"
    assert [related.message for related in finding.related] == ["chỗ này cũng viết như vậy", "cách viết kia"]
    assert mended(text, finding) == text.replace("COVID -19", "COVID-19")


def test_a_symbol_is_told_inside_quotation_marks_too(book: RuleBook) -> None:
    text = "Bài hát “Vượt qua COVID - 19” được phát hằng ngày."
    assert words(text, told(text, book)) == ["COVID - 19"]


def test_covid_in_other_capitals_is_told_only_beside_the_official_form(book: RuleBook) -> None:
    assert told("Phòng dịch Covid-19 tại trường; vắc xin Covid-19 về đủ.", book) == []
    text = "Phòng dịch Covid-19 tại trường; vắc xin COVID-19 về đủ."
    (finding,) = told(text, book)
    assert (words(text, [finding]), finding.severity) == (["Covid-19"], "style")


def test_a_term_broken_over_two_lines_is_read_and_mended_without_joining_the_lines(book: RuleBook) -> None:
    text = "Các xã báo cáo tình hình phát triển kinh tế\nxã hội trong quý, gửi phòng chuyên môn tổng hợp."
    (finding,) = told(text, book)
    assert words(text, [finding]) == ["kinh tế xã hội"]
    assert "kinh tế -\nxã hội" in mended(text, finding)
    right = "Các xã báo cáo tình hình phát triển kinh tế -\nxã hội trong quý, gửi phòng chuyên môn tổng hợp."
    assert told(right, book) == []


@pytest.mark.parametrize(
    "text",
    [
        "Các lĩnh vực kinh tế, xã hội, văn hóa đều có tiến bộ.",
        "Phát triển nền kinh tế xã hội chủ nghĩa.",
        "Chủ đề “Kinh tế xã hội vùng biên” của cuộc thi viết.",
        "Căn cứ Quyết định số 12/QĐ-UBND ngày 05/4/2022 của Ủy ban nhân dân tỉnh về kế hoạch kinh tế xã hội năm 2022;",
        "Trang bị bảo đảm an toàn, đảm bảo tiến độ.",
        "Đất trồng cây hàng năm và lễ hội hằng năm.",
        "Mẹ Việt Nam là tên bài thơ.",
    ],
)
def test_what_is_no_variant_of_a_term(text: str, book: RuleBook) -> None:
    assert told(text, book) == []


def test_a_term_that_only_this_document_knows_needs_a_clear_majority(book: RuleBook) -> None:
    often = "Rà soát thiết bị, vật tư dự phòng. " * 4
    text = often + "Mua sắm thiết bị vật tư dự phòng."
    assert words(text, told(text, book)) == ["thiết bị vật tư"]
    assert told("Rà soát thiết bị, vật tư dự phòng. Mua sắm thiết bị vật tư dự phòng.", book) == []


def test_the_longer_term_counts_for_the_shorter_one(book: RuleBook) -> None:
    text = "Luật về phòng, chống thiên tai được phổ biến; đội phòng chống dịch hại cây trồng hoạt động tốt."
    assert words(text, told(text, book)) == ["phòng chống"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Tập huấn Luật trẻ em cho giáo viên.", ["Luật trẻ em"]),
        ("Tập huấn Luật Trẻ em cho giáo viên.", []),
        ("Tuyên truyền Luật Phòng chống tham nhũng, Luật Khiếu nại.", ["Luật Phòng chống tham nhũng"]),
        ("Tuyên truyền Luật đầu tư nước ngoài trước đây.", []),
        ("Hiểu biết pháp luật trẻ em còn hạn chế.", []),
        ("Sách “Luật trẻ em hỏi đáp” được phát miễn phí.", []),
    ],
)
def test_titles_of_laws(text: str, marked: list[str], book: RuleBook) -> None:
    assert words(text, told(text, book)) == marked


def test_i_and_y_are_compared_beside_the_same_syllable(book: RuleBook) -> None:
    text = "Bác sĩ trực đủ ca; mời bác sĩ tuyến trên; bác sỹ nội trú hỗ trợ. Ca sỹ biểu diễn miễn phí."
    text = text[0].lower() + text[1:]
    assert words(text, told(text, book)) == ["bác sỹ"]
    assert told("Bác sỹ khám bệnh, chiến sĩ trực đồn.", book) == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Giúp đỡ cho Hộ cận nghèo thoát nghèo; chăm lo hộ cận nghèo dịp Tết.", ["Hộ cận nghèo"]),
        ("Hộ cận nghèo được vay vốn; chăm lo hộ cận nghèo dịp Tết.", []),
        ("Thực hiện theo Kế hoạch năm học; xây dựng kế hoạch năm học mới.", []),
        ("Hỗ trợ của Hộ cận nghèo Trần Thị Bưởi; chăm lo hộ cận nghèo dịp Tết.", []),
    ],
)
def test_a_phrase_with_a_capital_in_the_middle_of_a_sentence(text: str, marked: list[str], book: RuleBook) -> None:
    assert words(text, told(text, book)) == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Chỉ đạo của Tỉnh; kết quả của tỉnh. Chủ trương của tỉnh và của huyện.", ["của Tỉnh"]),
        ("Chỉ đạo của Tỉnh ủy; kết quả của tỉnh Bình Giang; chủ trương của tỉnh.", []),
        ("Công văn của Ủy ban nhân dân Huyện. Báo cáo Ủy ban nhân dân huyện, trình Ủy ban nhân dân huyện.",
         ["Ủy ban nhân dân Huyện"]),
        ("Trong toàn Ngành, mỗi đơn vị góp một phần việc; ngành nghề mới của toàn ngành nghề cá.", []),
    ],
)  # fmt: skip
def test_the_own_province_and_branch(text: str, marked: list[str], book: RuleBook) -> None:
    assert words(text, told(text, book)) == marked


# names of organs


@pytest.mark.parametrize(
    ("text", "marked", "severity"),
    [
        ("Công văn của Sở Tài nguyên Môi trường đã đến.", "Sở Tài nguyên Môi trường", "warning"),
        ("Báo cáo Bộ Kế hoạch - Đầu tư trước ngày mai.", "Bộ Kế hoạch - Đầu tư", "warning"),
        ("Gửi Sở Văn hóa Thể thao và Du lịch thẩm định.", "Sở Văn hóa Thể thao và Du lịch", "warning"),
        ("Gửi Sở Văn hoá, thể thao và Du lịch thẩm định.", "Sở Văn hoá, thể thao và Du lịch", "style"),
        ("Gửi Sở Giáo dục & Đào tạo thẩm định.", "Sở Giáo dục & Đào tạo", "style"),
        ("SỞ LAO ĐỘNG THƯƠNG BINH VÀ XÃ HỘI", "LAO ĐỘNG THƯƠNG BINH VÀ XÃ HỘI", "style"),
        ("Mời phòng Tài chính – Kế hoạch dự họp.", "phòng Tài chính – Kế hoạch", "style"),
        ("Mời Sở y tế dự họp.", "Sở y tế", "style"),
    ],
)
def test_names_of_known_organs(text: str, marked: str, severity: str, book: RuleBook) -> None:
    findings = told(text, book, "TN702")
    assert (words(text, findings), [finding.severity for finding in findings]) == ([marked], [severity])


@pytest.mark.parametrize(
    "text",
    [
        "Gửi Sở Văn hoá, Thể thao và Du lịch thẩm định.",
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
        "Trong nội bộ, Công an xã và cơ sở Giáo dục đào tạo nghề cùng ký.",
        "Mời các phòng Tài chính, Kế hoạch, Nội vụ dự họp.",
        "Bộ Khoa học, Công nghệ và Môi trường cũ.",
        "Sở LĐTBXH, Phòng GD&ĐT và Ban Chỉ đạo họp; Sở giao Phòng theo dõi.",
        "Lĩnh vực lao động, thương binh và xã hội có nhiều đổi mới.",
        "Sở Văn hóa và Thể thao thành phố; Sở Du lịch thành phố.",
        "Tấm biển cũ “Sở Giáo dục Đào tạo” được thay.",
    ],
)
def test_what_is_no_variant_of_an_organ(text: str, book: RuleBook) -> None:
    assert told(text, book, "TN702") == []


def test_names_that_are_not_listed_follow_the_majority(book: RuleBook) -> None:
    text = (
        "Ban Quản lý chợ họp. Giấy mời của Ban Quản lý chợ đã phát; lệ phí do Ban quản lý chợ thu, "
        "Trung tâm Y tế - Dân số huyện phối hợp; Trung tâm Y tế - Dân số trực; gọi Trung tâm Y tế Dân số khi cần."
    )
    findings = told(text, book, "TN702")
    assert words(text, findings) == ["Ban quản lý", "Y tế Dân số"]
    assert [finding.severity for finding in findings] == ["style", "style"]
    assert "Ban Quản lý chợ thu" in mended(text, findings[0])
    assert "gọi Trung tâm Y tế - Dân số khi" in mended(text, findings[1])


def test_where_nothing_speaks_for_either_way_both_are_offered(book: RuleBook) -> None:
    text = "Giấy mời của Ban Quản lý chợ đã phát; lệ phí do Ban quản lý chợ thu."
    (finding,) = told(text, book, "TN702")
    assert [fix.title for fix in finding.fixes] == ["Viết “Ban Quản lý”", "Viết “Ban quản lý”"]
    for fix in finding.fixes:
        mended_text = mended(text, finding._replace(fixes=(fix,)))
        assert told(mended_text, book, "TN702") == []


def test_two_ministries_side_by_side_are_no_name(book: RuleBook) -> None:
    text = "Thông tư liên tịch Bộ Tài chính – Bộ Nội vụ; phối hợp giữa Bộ Tài chính - Bộ Nội vụ."
    assert told(text, book, "TN702") == []


# the user's own words


def test_a_form_of_the_house_is_told_everywhere_and_wins() -> None:
    rows = {
        "preferred_form": [
            {"form": "hằng năm", "kind": "house", "certainty": "high", "others": ["hàng năm"]},
            {"form": "kinh tế xã hội", "kind": "house", "certainty": "high", "others": []},
        ]
    }
    book = load((), rows)
    text = "Báo cáo hàng năm về phát triển kinh tế xã hội gửi đúng hạn; hội nghị hằng năm họp tháng mười hai."
    assert words(text, told(text, book)) == ["hàng năm"]


def test_a_name_of_the_house_is_right_as_it_stands() -> None:
    book = load((), {"own_name": [{"name": "Sở Giáo dục Đào tạo thu nhỏ"}]})
    assert told("Mô hình Sở Giáo dục Đào tạo thu nhỏ được trưng bày.", book, "TN702") == []


def test_every_preferred_form_reads_itself(book: RuleBook) -> None:
    """No form is taken for a misspelling of another."""
    for row in book.facts.preferred_forms:
        document = build_document(from_text(f"Giao {row.form} theo dõi."), book.facts)
        assert [known.departs for known in known_forms(document)] == [frozenset()], row.form


def test_no_facts_no_findings() -> None:
    document = build_document(from_text("Báo cáo kinh tế xã hội."), Facts({}))
    assert known_forms(document) == ()
