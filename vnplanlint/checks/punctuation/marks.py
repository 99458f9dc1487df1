"""Marks that repeat each other, and commas where the sentence certainly wants none, or one."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.punctuation.legibility import is_clean, is_scanned, reads_well
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit, Remedy
from vnplanlint.orthography import is_possible
from vnplanlint.patterns import Match, pattern
from vnplanlint.spans import Span

_REPEATED = pattern(r"[,;:.](?:[,;:.]+|[ ][,;:.])(?=[\s”)]|\*+(?:\s|$)|$)")
_COMPANY_FORMS = frozenset(("co", "ltd", "inc", "corp", "jsc", "llc"))
"""Short for company and the like, with a stop that a comma may follow: "Co., Ltd."."""
_AROUND = 200
_LEADERS = pattern(r"\.{3}|…|__")
_AFTER_COMMA = pattern(
    r", +(?=[lnđtshr])(?:(?P<year>là +(?:năm|một|thời +điểm)\b)"
    r"|(?P<aim>(?:trong +|đến +)?năm +\d{4} +\p{L}[^,.;:\n]*(?:[.;\n]|$))"
    r"|(?P<far>(?:sâu +rộng|rộng +(?:khắp|rãi)) +(?:trong|trên|đến|tới|ở|tại|khắp)\b)"
    r"|(?P<work>hiệu +lực, +hiệu +quả(?=[,.;\n]|$)))"
)
_BEFORE_COMMA = {
    "year": pattern(r"(?<!\p{L})Năm +\d{4}$"),
    "aim": pattern(r"(?:Phấn +đấu|Tiếp +tục|Tập +trung|Quyết +tâm)$"),
    "work": pattern(r"(?:tinh +gọn|gọn +nhẹ|vững +mạnh|thông +suốt)(?:,| +và)? +hoạt +động$"),
    "far": pattern(r"(?:triển +khai|phát +triển|lan +(?:tỏa|toả))$"),
}
_WIDTH_BEFORE = 32
_SHOW = pattern(r"không +(?:phô +trương|hình +thức|lãng +phí)\b")
_BEFORE_SHOW = pattern(r"(?<!\p{L})(?:hiệu +quả|thiết +thực|tiết +kiệm|nghiêm +túc|trang +trọng|an +toàn)(?P<gap> +)$")


_DATE_WORDS = frozenset(("ngày", "tháng", "năm"))
_DATE_GOES_ON = pattern(r" *(?:tháng|năm)\b")
"""A day to be filled in by hand: "ngày..tháng..năm"."""


def repeated_mark(document: Document) -> Iterator[Hit]:
    """Two marks where one belongs: ",," ";." ".." and ",.." for an ellipsis."""
    if is_scanned(document):
        return
    source = document.source.text
    unclosed = [quotation.span for quotation in document.quotations if not quotation.closed]
    for match in _REPEATED.finditer(source):
        span, marks = Span(*match.span()), match.group().replace(" ", "")
        if marks == ".." and any(quotation.start < span.start <= quotation.end for quotation in unclosed):
            continue  # a quotation mark is missing between the two stops
        if _is_repeated(document, match, marks) and reads_well(document, span):
            yield _repeated(span, marks, is_clean(document))


def _is_repeated(document: Document, match: Match[str], marks: str) -> bool:
    source, start = document.source.text, match.start()
    before = source[start - 1 : start]
    if (
        "..." in marks
        or marks == ":.."
        or document.text[start : start + 1] != source[start]
        or not (before.isalpha() or before in ")”%")
    ):
        return False
    word = _word_before(source, start)
    if word.lower() in _COMPANY_FORMS or (word in _DATE_WORDS and _DATE_GOES_ON.match(source, match.end())):
        return False
    if marks[0] == "." and not _is_full_word(word, before):
        return False  # KT., v.v.
    block = document.block_at(start)
    if block is None or block.kind == "form":
        return False
    before_it = source[max(0, start - _AROUND) : start].rpartition("\n")[2]
    after_it = source[start : start + _AROUND].partition("\n")[0]
    return "." not in marks or _LEADERS.search(before_it + after_it) is None


def _is_full_word(word: str, before: str) -> bool:
    """Whether a sentence may end after the word, so that its stop does not belong to an abbreviation."""
    return not word or before in ")”%" or (len(word) > 1 and (not word.islower() or is_possible(word)))


def _repeated(span: Span, marks: str, certain: bool) -> Hit:
    if marks in (",..", ".."):
        rights = (",…",) if marks == ",.." else (".", "…")
    else:
        rights = (marks[0],) if len(set(marks)) == 1 else (marks[0], marks[-1])
    sure = len(rights) == 1 and marks != ",.."
    remedies = tuple(
        Remedy("write", (Edit(span, right),), "safe" if sure else "unsafe", {"right": right}) for right in rights
    )
    return Hit(span, {"marks": marks}, "dots" if marks in (",..", "..") else "", remedies=remedies, certain=certain)


def stray_comma(document: Document) -> Iterator[Hit]:
    """A comma that cuts a subject from its predicate, or the one that is missing before "không phô trương"."""
    if is_scanned(document):
        return
    text = document.text
    for match in _AFTER_COMMA.finditer(text):
        place = match.start()
        before = _BEFORE_COMMA[match.lastgroup or ""].search(text[max(0, place - _WIDTH_BEFORE) : place])
        if before:
            span = Span(place - len(before.group()), place + 1)
            yield Hit(span, remedies=(Remedy("drop", (Edit(Span(place, place + 1), ""),), "unsafe"),))
    for match in _SHOW.finditer(text):
        before = _BEFORE_SHOW.search(text[max(0, match.start() - _WIDTH_BEFORE) : match.start()])
        if before:
            place = match.start() - len(before["gap"])
            span = Span(match.start() - len(before.group()), match.end())
            yield Hit(span, variant="missing", remedies=(Remedy("add", (Edit(Span(place, place), ","),), "unsafe"),))


def _word_before(source: str, place: int) -> str:
    start = place
    while start > 0 and source[start - 1].isalpha():
        start -= 1
    return source[start:place]
