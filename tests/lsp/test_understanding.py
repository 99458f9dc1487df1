"""Hovers, symbols, folds, definitions, in this process: pure functions of what was understood."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lsprotocol import types

from tests.lsp.plans import EMOJI, FORMS, NFD, PLAN, at, covered
from vnplanlint.lsp.analysis import Analysis, Understood
from vnplanlint.lsp.citations import places_of, reference_at
from vnplanlint.lsp.convert import offset_of, range_of
from vnplanlint.lsp.definitions import pointer_at, target_of
from vnplanlint.lsp.hovers import hover
from vnplanlint.lsp.markup import Markup
from vnplanlint.lsp.symbols import flat_symbols, folds, symbols
from vnplanlint.lsp.terms import AllTerms
from vnplanlint.messages import Problem
from vnplanlint.rulebook import Language


@pytest.fixture(scope="module")
def understand() -> Callable[[str], Understood]:
    told: list[Problem] = []
    terms = AllTerms("vi", told.append)

    def of(text: str) -> Understood:
        return Analysis().of(text, "x", terms.of("untitled:x"))

    return of


Understand = Callable[[str], Understood]


def said(understood: Understood, text: str, words: str, language: Language = "vi", *, markdown: bool = False) -> str:
    found = hover(understood, at(text, words), language, Markup(markdown=markdown))
    if found is None:
        return ""
    assert isinstance(found.contents, types.MarkupContent)
    return found.contents.value


def test_hover_on_a_finding_says_why(understand: Understand) -> None:
    text = said(understand(EMOJI), EMOJI, "theo rõi")
    assert text.startswith("CT504 · cảnh báo")
    assert "“theo rõi” ở đây có lẽ là “theo dõi”" in text
    assert "năng xuất" in text  # why


def test_hover_gives_the_legal_basis(understand: Understand) -> None:
    text = "KẾ HOẠCH\n\nKính gửi: Sở Nội vụ\n\nNơi nhận:\n- Như trên;\n- Lưu VT.\n"
    understood = understand(text)
    finding = next(one for one in understood.findings if understood.terms.book.cards[one.code].basis)
    place = range_of(understood.source, finding.span).start
    found = hover(understood, place, "vi", Markup(markdown=True))
    assert found is not None
    assert "**Căn cứ**: " in found.contents.value  # type: ignore[union-attr]


def test_hover_on_a_cited_document(understand: Understand) -> None:
    text = said(understand(PLAN), PLAN, "30/2020")
    assert text.splitlines()[0] == "Nghị định số 30/2020/NĐ-CP"
    assert "ngày ban hành: 05/3/2020, thứ Năm" in text
    assert "cơ quan ban hành: Chính phủ" in text
    assert "“về công tác văn thư”" in text
    assert "nêu 2 lần" in text
    assert "issued" not in text
    assert "Thursday" in said(understand(PLAN), PLAN, "30/2020", "en")


def test_hover_says_what_has_replaced_it(understand: Understand) -> None:
    assert "đã được thay thế bởi 06/2022/QH15 từ ngày 01/01/2024" in said(understand(PLAN), PLAN, "15/2003")
    assert "thay thế" not in said(understand(PLAN), PLAN, "30/2020")
    text = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;"
    told = said(understand(text), text, "Luật").splitlines()
    assert told[0] == "Luật Tổ chức chính quyền địa phương số 77/2015/QH13"
    assert told[-2:] == [
        "- đã được thay thế bởi 65/2025/QH15 từ ngày 01/3/2025",
        "- 65/2025/QH15 đã được thay thế bởi 72/2025/QH15 từ ngày 16/6/2025",
    ]


def test_hover_on_a_law_that_is_called_by_its_year(understand: Understand) -> None:
    text = "Theo Bộ luật Lao động năm 2019 và Luật Chưa ai biết năm 2008."
    told = said(understand(text), text, "Bộ luật").splitlines()
    assert told[0] == "Bộ luật Lao động số 45/2019/QH14"
    assert "- ngày ban hành: 20/11/2019, thứ Tư" in told
    assert "ngày ban hành" not in said(understand(text), text, "Luật Chưa")


def test_hover_says_in_words_what_is_wrong_with_a_number(understand: Understand) -> None:
    text = "Thực hiện Chỉ thị số 14-CT/UBND và Thông tư số 108/TT-BQP ngày 11/11/2009 của Bộ Quốc phòng."
    assert "có lẽ là 14/CT-UBND" in said(understand(text), text, "14-CT")
    assert "số, ký hiệu thiếu năm ban hành" in said(understand(text), text, "108/TT")


def test_hover_on_dates(understand: Understand) -> None:
    understood = understand(NFD)
    assert said(understood, NFD, "01/4/2024") == "01/4/2024, thứ Hai"
    assert said(understood, NFD, "30 na") == "30 năm: tái lập tỉnh Ninh Bình (01/4/1992 – 01/4/2021)"
    text = "Xong trước ngày 31/4/2024."
    assert "31/4/2024: không có trong lịch" in said(understand(text), text, "31/4")
    text = "Từ ngày 22/10 đến ngày 28/10/2025."
    assert said(understand(text), text, "22/10") == "22/10/2025, thứ Tư"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kết quả năm 2015, quý II năm 2024.", "2015"),
        ("Kết quả năm 2015, quý II năm 2024.", "II"),
        ("Xong trong tháng 5.", "5"),
        ("QUYẾT ĐỊNH:\n\nĐiều 1. Phê duyệt đề án.\n\nĐiều 2. Tổ chức thực hiện.\n", "Điều 2"),
    ],
)
def test_hover_does_not_repeat_what_is_written(understand: Understand, text: str, words: str) -> None:
    assert said(understand(text), text, words) == ""


def test_hover_on_plain_words_is_empty(understand: Understand) -> None:
    assert said(understand(PLAN), PLAN, "Tuyên truyền") == ""
    assert said(understand(""), " ", " ") == ""


def test_what_the_text_says_is_no_markdown(understand: Understand) -> None:
    text = "Thực hiện Quyết định số 12/QĐ-UBND ngày 05/4/2021 của UBND tỉnh về <b>*việc* [a](http://x)</b>."
    shown = said(understand(text), text, "12/QĐ", markdown=True)
    assert "<b>" not in shown
    assert "[a](http" not in shown


@pytest.mark.parametrize("form", FORMS)
def test_symbols_are_the_outline(understand: Understand, form: str) -> None:
    text = FORMS[form]
    found = symbols(understand(text))
    names = ["I. MỤC ĐÍCH, YÊU CẦU", "II. NỘI DUNG", "III. TỔ CHỨC THỰC HIỆN", "PHỤ LỤC I", "PHỤ LỤC II"]
    assert [one.name for one in found] == names
    assert [one.name for one in found[0].children or ()] == ["1. Mục đích", "2. Yêu cầu"]
    assert [one.name for one in found[4].children or ()] == ["1. Đón tiếp đại biểu", "2. Khai mạc"]
    for one in found:
        check_containment(one)


def check_containment(symbol: types.DocumentSymbol) -> None:
    assert symbol.name
    assert inside(symbol.selection_range, symbol.range)
    for child in symbol.children or ():
        assert inside(child.range, symbol.range)
        check_containment(child)


def inside(inner: types.Range, outer: types.Range) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def test_flat_symbols_are_the_same(understand: Understand) -> None:
    found = flat_symbols(understand(PLAN), "untitled:x")
    assert [one.name for one in found][:3] == ["I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", found[2].name]
    assert len(found) == 14
    assert all(one.location.uri == "untitled:x" for one in found)


def test_a_long_item_has_a_short_name(understand: Understand) -> None:
    text = "KẾ HOẠCH\n\nI. NỘI DUNG\n\n1. " + "Tổ chức tuyên truyền sâu rộng trong nhân dân " * 9 + "\n\n2. Thi đua\n"
    (first, *_) = symbols(understand(text))
    (item, *_) = first.children or ()
    assert len(item.name) <= 101
    assert item.name.endswith("…")


def test_folds_are_sections_and_appendices(understand: Understand) -> None:
    found = folds(understand(PLAN), None)
    lines = PLAN.split("\n")
    spans = [(lines[fold.start_line], lines[fold.end_line]) for fold in found]
    assert ("I. MỤC ĐÍCH, YÊU CẦU", "Thực hiện điểm a khoản 1 mục I Kế hoạch này, theo rõi kết quả.") in spans
    assert ("PHỤ LỤC II", "2. Khai mạc") in spans
    assert len(folds(understand(PLAN), 2)) == 2
    assert all(fold.kind == types.FoldingRangeKind.Region for fold in found)


CHARTER = """\
QUYẾT ĐỊNH

Ban hành Quy chế làm việc

Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.

Điều 2. Thực hiện theo Điều 3 của Quy chế này và khoản 2 Điều 5 Luật Thanh tra.

Điều 3. Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này./.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

QUY CHẾ
Làm việc của Ủy ban
(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 05/4/2021)

Chương I
QUY ĐỊNH CHUNG

Điều 1. Phạm vi

1. Quy chế này quy định.

2. Đối tượng.

Điều 3. Nguyên tắc

1. Tập trung, theo điểm b khoản 2 Điều này.

2. Dân chủ:

a) bàn bạc;

b) quyết định.
"""


@pytest.mark.parametrize(
    ("text", "pointer", "heading"),
    [
        (PLAN, "mục III Kế", "III. TỔ CHỨC THỰC HIỆN"),
        (PLAN, "điểm a khoản 1", "a) Tuyên truyền sâu rộng theo mục III Kế hoạch này."),
        (PLAN, "Phụ lục II", "PHỤ LỤC II"),
        (NFD, "III Ke", ""),
        (CHARTER, "Điều 3 của Quy chế", "Điều 3. Nguyên tắc"),
        (CHARTER, "khoản 2 Điều 5 Luật", ""),
    ],
)
def test_a_pointer_leads_to_its_heading(understand: Understand, text: str, pointer: str, heading: str) -> None:
    if text is NFD:
        pointer, heading = NFD[NFD.index("III") :][:8], NFD[NFD.rindex("III.") :].split("\n")[0]
    understood = understand(text)
    offset = offset_of(understood.source, at(text, pointer))
    found = pointer_at(understood.document, offset)
    assert found is not None
    target = target_of(understood.document, found)
    assert (covered(text, range_of(understood.source, target.name)) if target else "") == heading


def test_all_places_of_one_document(understand: Understand) -> None:
    understood = understand(EMOJI)
    reference = reference_at(understood.document, offset_of(understood.source, at(EMOJI, "30/2020")))
    assert reference is not None
    places = [covered(EMOJI, range_of(understood.source, span)) for span in places_of(understood.document, reference)]
    assert len(places) == 2
    assert all("30/2020/NĐ-CP" in words for words in places)
