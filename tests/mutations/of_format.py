"""Mistakes of the letterhead, the bases, the recipients and the signature, and what a draft left behind."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from .kinds import Change, Edit, mistake, replace

QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
OWN_NUMBER = regex.compile(r"Số: (?P<number>\d+)/(?P<type>KH|QĐ|BC|TB|HD|TTr|CTr|ĐA|NQ)-\p{Lu}")
OWN_DAY = regex.compile(r", ngày (?P<day>\d\d) tháng (?P<month>\d{1,2}) năm \d{4}")
BASIS = regex.compile(r"^(?:Căn cứ|Thực hiện|Theo đề nghị)\b[^\n]*;$", regex.MULTILINE)
NEXT_BASIS = regex.compile(r"\s+(?:Căn cứ|Thực hiện|Theo đề nghị)\b")
DECIDING = regex.compile(r"^QUYẾT (?:ĐỊNH|NGHỊ):(?=\s+Điều 1\.)", regex.MULTILINE)
CITED = regex.compile(r"(?:Quyết định|Kế hoạch|Công văn) số (?P<number>\d+)/\p{Lu}+-\p{Lu}[\p{L}-]* ngày \d")
ITEM_END = regex.compile(r"^- [^\n]{60,}\p{Ll}(?P<end>)[;.]$", regex.MULTILINE)
RECIPIENT = regex.compile(r"Nơi nhận:\W+(?P<first>\p{Lu}[^;\n]+);")


def is_of_the_state(text: str) -> bool:
    return QUOC_HIEU in text and "CÔNG ĐOÀN" not in text[:400] and "LIÊN ĐOÀN LAO ĐỘNG" not in text[:400]


def once(text: str, words: str) -> int:
    """Where the words stand, if they stand there once; else -1."""
    return text.find(words) if text.count(words) == 1 else -1


@mistake("colon after Lưu", "TT803")
def colon_after_filed(text: str) -> Iterator[Change]:
    start = once(text, "Lưu: V")
    if start >= 0 and is_of_the_state(text):
        yield replace(start + 3, start + 4, "", (start, start + 6))


@mistake("space before the colon of Lưu", "TT803")
def space_after_filed(text: str) -> Iterator[Change]:
    start = once(text, "Lưu: V")
    if start >= 0 and is_of_the_state(text):
        yield replace(start + 3, start + 3, " ", (start, start + 6))


@mistake("colon of Nơi nhận or Kính gửi dropped", "TT803")
def colon_after_label(text: str) -> Iterator[Change]:
    for label in ("Nơi nhận:", "Kính gửi:"):
        start = once(text, label)
        if start >= 0 and is_of_the_state(text):
            yield replace(start + 8, start + 9, "", (start, start + 9))


@mistake("colon of QUYẾT ĐỊNH dropped", "DC604")
def colon_after_deciding(text: str) -> Iterator[Change]:
    for match in DECIDING.finditer(text):
        yield replace(match.end() - 1, match.end(), "", match.span())


@mistake("./. left out", "TT805")
def closing_mark_left_out(text: str) -> Iterator[Change]:
    start = once(text, "./.")
    if (
        start >= 0
        and is_of_the_state(text)
        and "Nơi nhận:" in text[start:]
        and regex.match(r"\p{Ll}\./\.\s+[^\s(]", text[start - 1 :])
    ):
        yield replace(start, start + 3, "", (start - 5, start + 3))


@mistake("basis ends in a full stop", "TT804")
def basis_with_full_stop(text: str) -> Iterator[Change]:
    yield from basis_with(text, ".")


@mistake("basis ends in nothing", "TT804")
def basis_without_mark(text: str) -> Iterator[Change]:
    yield from basis_with(text, "")


def basis_with(text: str, mark: str) -> Iterator[Change]:
    for match in BASIS.finditer(text):
        if NEXT_BASIS.match(text, match.end()) and is_of_the_state(text):
            yield replace(match.end() - 1, match.end(), mark, (match.end() - 10, match.end()))


@mistake("./. with only its last dot", "TT805")
def closing_mark_lost(text: str) -> Iterator[Change]:
    start = once(text, "./.")
    if start >= 0 and is_of_the_state(text) and "Nơi nhận:" in text[start:]:
        yield replace(start, start + 3, ".", (start - 5, start + 3))


@mistake("a letter of quốc hiệu", "TT802")
def national_title(text: str) -> Iterator[Change]:
    start = text.find(QUOC_HIEU)
    for right, wrong in (("CỘNG", "CÔNG"), ("XÃ", "XÀ"), ("HỘI", "HÔI"), ("CHỦ", "CHŨ"), ("NGHĨA", "NGHỈA")):
        if start >= 0:
            place = text.find(right, start)
            yield replace(place, place + len(right), wrong)


@mistake("dash in tiêu ngữ", "TT802")
def motto(text: str) -> Iterator[Change]:
    start = text.find("Độc lập - Tự do")
    if start >= 0:
        yield replace(start + 8, start + 9, "–")


@mistake("own number left blank", "TT801")
def own_number_blank(text: str) -> Iterator[Change]:
    match = OWN_NUMBER.search(text)
    if match:
        yield replace(*match.span("number"), "     ", match.span())


@mistake("own number and day left blank", "TT801")
def own_number_and_day_blank(text: str) -> Iterator[Change]:
    number, day = OWN_NUMBER.search(text), OWN_DAY.search(text)
    if number and day:
        edits = (Edit(*number.span("number"), "     "), Edit(*day.span("day"), "    "))
        yield Change(edits, (number.start(), number.end()))


@mistake("month of the own date left blank", "TT801")
def own_month_blank(text: str) -> Iterator[Change]:
    match = OWN_DAY.search(text)
    if match:
        yield replace(*match.span("month"), "   ", match.span())


@mistake("number of a cited document left blank", "TT801")
def cited_number_blank(text: str) -> Iterator[Change]:
    for match in CITED.finditer(text):
        own = "heo" in text[max(0, match.start() - 10) : match.start()]  # "(Kèm theo Quyết định số …)"
        if not own and len(regex.findall(rf"\b{match['number']}\s*/", text)) == 1:
            yield replace(*match.span("number"), "    ", match.span())


@mistake("own symbol of another type", "TT809")
def own_symbol_type(text: str) -> Iterator[Change]:
    match = OWN_NUMBER.search(text)
    if match and text.count(f"{match['number']}/{match['type']}-") == 1:
        yield replace(*match.span("type"), "TB" if match["type"] != "TB" else "KH", match.span())


@mistake("dot of KT., TM.", "TT806")
def dot_of_the_capacity(text: str) -> Iterator[Change]:
    for mark in ("KT. ", "TM. "):
        start = once(text, mark)
        if start >= 0 and is_of_the_state(text):
            yield replace(start + 2, start + 3, "", (start, start + 3))


@mistake("deputy signs as the head", "TT806")
def deputy_as_head(text: str) -> Iterator[Change]:
    match = regex.search(r"KT\. (?P<head>\p{Lu}+ \p{Lu}+)[^\p{Lu}]{1,200}(?P<deputy>PHÓ )(?P=head)", text)
    if match and is_of_the_state(text):
        yield replace(*match.span("deputy"), "", (match.start("deputy"), match.end()))


@mistake("“Như trên” in a plan", "TT807")
def as_above(text: str) -> Iterator[Change]:
    match = RECIPIENT.search(text)
    if match and is_of_the_state(text) and "KẾ HOẠCH\n" in text[: text.find("Nơi nhận:")] and "Kính gửi" not in text:
        yield replace(*match.span("first"), "Như trên")


@mistake("note of the drafter left", "TT810")
def note_left(text: str) -> Iterator[Change]:
    for match in ITEM_END.finditer(text):
        yield replace(match.start("end"), match.start("end"), " (kiểm tra lại)")


@mistake("broken reference of Word", "TT810")
def broken_reference(text: str) -> Iterator[Change]:
    for match in ITEM_END.finditer(text):
        yield replace(match.start("end"), match.start("end"), " tại Error! Reference source not found")
