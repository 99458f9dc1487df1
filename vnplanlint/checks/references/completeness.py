"""What a citation leaves out: its date, its number, the word "số"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import zip_longest

from vnplanlint.checks.references.common import cited, in_running_text, named, type_to_symbol
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.mentions.model import DateMention, DocumentReference
from vnplanlint.mentions.reference_keys import Key, key_of
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_PART_OF = pattern(
    r"(?r)(?:(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Mm]ục|[Pp]hụ +lục|[Cc]hương|[Mm]ẫu)[^.;:\n\t]{0,40}|[Nn]gày +)"
)
"""Only a part is cited, or the day on which the document did something ("ngày Nghị định số … có hiệu lực")."""
_CITING = pattern(r"(?r)(?:[Tt]heo|[Tt]hực +hiện|[Cc]ăn +cứ|tại) +")
_FOOTNOTE_MARK = pattern(r" {0,12}(?:\[\d{1,2}\]|\(\d{1,2}\)|\d{1,2}(?=[ ,.;:\n]|$)(?! *(?:tháng|năm|và|,|-)))")
_SENTENCE = 300
_BY = pattern(r"(?r)\b(?:tại|theo|bằng|qua) +")
_DEADLINE = pattern(r"(?r)(?:[Tt]rước|[Đđ]ến|[Nn]hất|[Tt]ừ|[Hh]ạn)(?: +hết)?(?: +ngày)? +")
_CENTRAL = pattern(r"(?:Thủ +tướng|Chính +phủ|Bộ +Chính +trị|Ban +Bí +thư|Bộ +trưởng)\b")
_NAMES_A_BODY = pattern(r"(?r)(?:Ban +[Cc]hỉ +đạo|Tổ +(?:công +tác|giúp +việc|biên +tập)|Hội +đồng)(?: +thực +hiện)? +")
"""A body that is named after the document: "Ban Chỉ đạo Nghị quyết số …"."""
_BREAKS_OFF = pattern(r" {0,2}(?:&|ngày\b|, +ngày\b)")
"""The symbol goes on after a stray space, or a date that is blank or could not be read is another finding."""
_POINTS_BACK = pattern(r" *(?:này|nêu|trên|nói|đã|số)\b")


def first_citation_incomplete(document: Document) -> Iterator[Hit]:
    """The first citation of a document, with its issuer but without its date; or an act without any number.

    NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.6.a and II.6.b, for administrative documents; what makes law
    cites by number and issuer alone.
    """
    if _makes_law(document):
        return
    known: set[Key] = set()
    types: set[str] = set()
    called: set[tuple[str, Key]] = set()  # whatever the symbol says: a slip in its type is another finding
    goes_on = False
    references = cited(document)
    dated = frozenset(reference.date.span.start for reference in references if reference.date is not None)
    for reference, following in zip_longest(references, references[1:]):
        key = key_of(reference)
        if key is None:
            if _names_no_number(document, reference, types):
                yield Hit(reference.span, {"what": reference.type_word, "issuer": reference.issuer}, "number")
            continue
        types.add(reference.type_word.lower())
        after_another, goes_on = goes_on, _goes_on(document, reference, following)
        in_list = reference.type_span is None or after_another or goes_on
        by_word = reference.type_word.lower(), key._replace(kind="")
        first = key not in known and by_word not in called and not in_list
        if first and _lacks_date(document, reference) and not _said_around(document, reference, dated):
            yield Hit(reference.span, {"what": named(reference)})
        known.add(key)
        called.add(by_word)


def _makes_law(document: Document) -> bool:
    """Whether the own symbol has a year: a văn bản quy phạm pháp luật."""
    own = document.identity.symbol
    return own is not None and own.shape in ("qppl", "joint")


def _goes_on(document: Document, reference: DocumentReference, following: DocumentReference | None) -> bool:
    """Whether the next document follows at once, so that both may share what is said after the last one."""
    if following is None or following.span.start < reference.span.end:
        return False
    between = document.text[reference.span.end : following.span.start]
    return len(between) < 20 and between.strip(" ,;") in ("", "và", "hoặc", "cùng", "và các", "và số")


def _lacks_date(document: Document, reference: DocumentReference) -> bool:
    symbol = reference.symbol
    if (
        symbol is None
        or symbol.shape == "law"
        or not symbol.organs
        or document.text[symbol.span.end : symbol.span.end + 1].islower()
        or symbol.defect
        or reference.own
        or reference.malformed_date is not None
    ):
        return False
    if reference.date is not None or not reference.type_word[:1].isupper():
        return False
    if symbol.year is not None and not reference.issuer:
        return False
    if reference.type_word.isupper() or not in_running_text(document, reference):
        return False
    if _BREAKS_OFF.match(document.text, symbol.span.end):
        return False
    start = reference.span.start
    low = max(0, start - 60)
    return not (_PART_OF.match(document.text, low, start) or _NAMES_A_BODY.match(document.text, low, start))


def _said_around(document: Document, reference: DocumentReference, dated: frozenset[int]) -> bool:
    """Whether a footnote, or the sentence before it ("Ngày 22/11/2023, Thủ tướng phê duyệt … tại"), says the day."""
    ends = [reference.span.end] + ([reference.symbol.span.end] if reference.symbol is not None else [])
    if any(_FOOTNOTE_MARK.match(document.text, end) is not None for end in ends):
        return True
    start = reference.span.start
    low = max(0, start - _SENTENCE)
    if _BY.match(document.text, low, start) is None:
        return False
    sentence = max(low, *(document.text.rfind(sign, low, start) for sign in ("\n", "\t", ";", ". ")))
    dates = document.mentions.dates
    place = bisect_left(dates, start, key=_starts_at) - 1
    while place >= 0 and dates[place].span.start > sentence:
        if (
            dates[place].day is not None
            and dates[place].span.start not in dated
            and not _DEADLINE.match(document.text, low, dates[place].span.start)
        ):
            return True
        place -= 1
    return False


def _starts_at(mention: DateMention) -> int:
    return mention.span.start


def _names_no_number(document: Document, reference: DocumentReference, types: set[str]) -> bool:
    """ "theo Quyết định của Thủ tướng Chính phủ": one act of a central body, and nobody can tell which."""
    start, end = reference.span
    if reference.symbol is not None or reference.type_word.lower() in types or not _CENTRAL.match(reference.issuer):
        return False
    text = document.text
    if _CITING.match(text, max(0, start - 20), start) is None or _POINTS_BACK.match(text, end) is not None:
        return False
    return in_running_text(document, reference)


def missing_number_word(document: Document) -> Iterator[Hit]:
    """ "Nghị định 30/2020/NĐ-CP" for "Nghị định số 30/2020/NĐ-CP"; told once a document.

    NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.6.b.
    """
    found = [reference for reference in cited(document) if _lacks_number_word(document, reference)]
    if not found:
        return
    first, *others = found
    starts = [reference.symbol.span.start for reference in found if reference.symbol is not None]
    remedy = Remedy("insert", tuple(Edit(Span(start, start), "số ") for start in starts), "safe")
    values = {"word": first.type_word, "symbol": first.symbol.text if first.symbol else "", "count": len(others)}
    places = tuple(Place(type_to_symbol(reference), "other") for reference in others)
    yield Hit(type_to_symbol(first), values, "many" if others else "", places, (remedy,))


def _lacks_number_word(document: Document, reference: DocumentReference) -> bool:
    symbol, word = reference.symbol, reference.type_span
    if symbol is None or word is None or reference.has_number_word or reference.own or symbol.defect:
        return False
    if reference.type_word.isupper():
        return False
    gap = document.text[word.end : symbol.span.start]
    return gap.strip() == "" and gap != "" and in_running_text(document, reference)
