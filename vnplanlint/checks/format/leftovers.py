"""What a draft forgot to take out: notes to oneself, placeholders, field codes, comments, dotted blanks."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.format.common import SCANNED, is_form
from vnplanlint.document.model import Document
from vnplanlint.findings import Hit
from vnplanlint.patterns import IGNORECASE, Pattern, pattern
from vnplanlint.spans import Span

_INSTRUCTIONS = (
    r"(?:điền|nhập|ghi +(?:rõ|sau|tên)|bổ +sung(?: +sau)?|cập +nhật|viết +tiếp|viết +sau|xem +lại|kiểm +tra +lại|"
    r"rà +lại|chưa +rõ|chờ +(?:số|ý +kiến|duyệt)|tên +(?:cơ +quan|đơn +vị|tổ +chức|địa +phương)|số +(?:văn +bản|liệu)|"
    r"họ +(?:và +)?tên|ngày +(?:tháng|ký)|cần +(?:bổ +sung|sửa|xem))"
)
_FORMS: tuple[tuple[str, tuple[str, ...], Pattern[str]], ...] = (
    ("note", ("TODO", "FIXME", "TBD"), pattern(r"\b(?:TODO|FIXME|TBD)\b(?: *:)?")),
    ("field", ("!",), pattern(
        r"\bError! *(?:Reference +source|Bookmark|No +table|Hyperlink|Unknown)[^.\n\t]{0,40}\.?"
        r"|\bLỗi! *(?:Không +tìm +thấy|Thẻ|Chưa|Nguồn|Tham +chiếu)[^.\n\t]{0,40}\.?"
    )),
    ("field", ("HYPERLINK", "\\", "_"), pattern(
        r"\bHYPERLINK +(?:\\l *)?[\"“”]\S*?[\"“”]|\bPAGEREF +\S+(?: *\\h)?|\bMERGEFIELD +\S+|\\\* *MERGEFORMAT\b"
        r"|\bTOC +\\o\b[^\n\t]{0,20}|\b_(?:Toc|Ref)\d{5,}"
    )),
    ("placeholder", ("{",), pattern(r"\{\{[^{}\n]{1,60}\}\}")),
    ("placeholder", ("<",), pattern(r"<<[^<>\n]{1,60}>>")),
    ("placeholder", ("<",), pattern(r"(?<!<)<(?=[^<>\n]{0,40}[^\x00-\x7f<>])\p{L}[\p{L}\d ,./-]{1,50}>(?![>@])")),
    ("placeholder", ("«",), pattern(r"«(?<!\b(?:từ|chữ|là|thành|bằng) {0,2}«)\p{L}[\p{L}\d_]{1,40}»")),
    ("comment", ("[",), pattern(
        r"\b(?:Commented|Comment|Nhận +xét) *\[\p{L}{1,6}\d+\] *:?"
    )),
    ("comment", ("Formatted:", "Đã định dạng:"), pattern(
        r"\b(?:Formatted|Đã +định +dạng): *(?:Font|Phông|Indent|Thụt)\b"
    )),
    ("placeholder", ("@",), pattern(r"@{2,}")),
    ("placeholder", ("?",), pattern(r"(?<![\p{L}?])\?{3,}(?![\p{L}?])")),
    ("placeholder", ("xxx", "XXX"), pattern(r"(?<![\p{L}\d.,*-])(?:x{3,}|X{4,}|XXX(?=/))(?![\p{L}\d]|[.,-]\d)")),
    ("note", ("[",), pattern(r"\[ *" + _INSTRUCTIONS + r"\b[^\[\]\n]{0,80}\](?!\()", IGNORECASE)),
    ("note", ("(",), pattern(
        r"\( *(?:điền|cần +bổ +sung|bổ +sung +sau|xem +lại|kiểm +tra +lại|chờ +số|viết +tiếp|ghi +sau)\b"
        r"[^()\n]{0,60}\)",
        IGNORECASE,
    )),
    ("placeholder", ("[",), pattern(r"\[(?: *[.…_]{1,12} *| {1,12})\](?!\()")),
)  # fmt: skip
"""What is left · literals of which one must be there · how it looks."""

_DOTS = pattern(r"(?:…|\.\.\.|___|\. \. \.)[.…_ ]*+")
_COUNTED = pattern(r"%|(?:đồng|triệu|tỷ|người|hộ|ha|lượt)\b")
_HOLDS_A_FORM = 3
"""So many dotted lines, and the dots in a sentence may belong to a form below the text."""

_TYPED_BY_READERS = pattern(r"(?i)\b(?:đăng +nhập|mật +khẩu|cú +pháp|soạn +tin|từ +khóa)\b")
"""Around what readers are told to type: "Tên đăng nhập: <Mã nhân viên>"."""


def leftover_marks(document: Document) -> Iterator[Hit]:
    """Marks that somebody meant to replace before the document is signed, wherever they stand."""
    text = document.text
    taken: set[int] = set()  # offsets
    own_words = _OwnWords(document)
    form: bool | None = None
    for variant, literals, shape in _FORMS:
        if not any(literal in text for literal in literals):
            continue
        for match in shape.finditer(text):
            span = Span(*match.span())
            if not taken.isdisjoint(range(*span)) or not own_words.hold(span, variant):
                continue
            if document.noise > SCANNED and len(set(match.group())) == 1:  # "@@", "xxx": a scanner's
                continue
            if form is None:
                form = is_form(document)
            if form and variant in ("note", "placeholder"):
                return
            taken.update(range(*span))
            yield Hit(span, {"text": match.group().strip()}, variant)
    yield from _dotted_blanks(document, own_words)


class _OwnWords:
    """What the document says itself: no form, no quotation, nothing that readers are told to type."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._typed: dict[int, bool] = {}  # block -> whether it tells readers what to type

    def hold(self, span: Span, variant: str) -> bool:
        document = self._document
        block = document.block_at(span.start)
        if block is None or document.division_of(block).kind in ("form", "chrome", "quotation"):
            return False
        if variant not in ("note", "placeholder"):
            return True
        if block.index not in self._typed:
            self._typed[block.index] = _TYPED_BY_READERS.search(document.text, *block.span) is not None
        return not document.in_quotation(span.start) and not self._typed[block.index]


def _dotted_blanks(document: Document, own_words: _OwnWords) -> Iterator[Hit]:
    """Dots where a value is expected, in a sentence of a text that is no form."""
    text = document.text
    if "..." not in text and "…" not in text and "___" not in text and ". . ." not in text:
        return
    if document.noise > SCANNED or is_form(document, _HOLDS_A_FORM):
        return
    for match in _DOTS.finditer(text):
        dots = match.group().rstrip()
        span = Span(match.start(), match.start() + len(dots))
        if not _waits_for_a_value(text, span, match.end()):
            continue
        block = document.block_at(span.start)
        if block is None or block.kind == "row" or not own_words.hold(span, "placeholder"):
            continue
        if _is_sentence(document, block.span, span):
            yield Hit(span, variant="blank")


def _waits_for_a_value(text: str, span: Span, end: int) -> bool:
    """Long dots before the next word or mark of the sentence, or an ellipsis in the place of a figure."""
    dots = text[span.start : span.end]
    if dots in ("…", "..."):
        return text[span.start - 1 : span.start] == " " and _COUNTED.match(text, end) is not None
    return text[end : end + 1].islower() or text[end : end + 1] in (",", ";")


def _is_sentence(document: Document, block: Span, blank: Span) -> bool:
    """Whether the blank stands inside a sentence: words on both sides, no list that trails off."""
    lead = document.text[block.start : blank.start]
    rest = document.text[blank.end : block.end]
    clause = lead[max(lead.rfind(mark) for mark in ".;:(") + 1 :].split()
    if len(lead.split()) < 4 or not rest.split() or not clause or any("," in word for word in clause):
        return False
    return len(clause[-1]) > 1 and clause[-1][-1] not in "-–/"
