"""Documents cited without a number: "Luật Thi đua, khen thưởng năm 2013", "Quyết định của Thủ tướng Chính phủ"."""

from __future__ import annotations

from collections.abc import Mapping

from vnplanlint.facts import Facts
from vnplanlint.mentions.issuers import read_issuer
from vnplanlint.mentions.model import DateMention, DocumentReference
from vnplanlint.mentions.titles import read_title
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_LAW = pattern(
    r"\b(?P<type>Bộ +luật|Luật|Pháp +lệnh) +(?P<name>\p{L}[^;:.()\n\t\d“”]{2,100}?),? +"
    r"(?:(?P<year>năm +)(?=\d{4}\b)|(?P<day>ngày +)(?=\d))"
)
_NOT_A_NAME = pattern(r"\b(?:Nghị|Thông|Quyết|kế +hoạch|trong|theo|thực +hiện|căn +cứ|số|từ|đến|tại)\b")
_BY_ISSUER = pattern(r"\b(?P<type>Quyết +định|Chỉ +thị|Nghị +định|Nghị +quyết|Thông +tư)(?= +của +\p{Lu})")


def find_numberless(
    text: str, numbered: list[DocumentReference], by_start: Mapping[int, DateMention], facts: Facts
) -> list[DocumentReference]:
    """References without a number, outside those of ``numbered``."""
    taken = {reference.type_span.start for reference in numbered if reference.type_span is not None}
    found = []
    for match in _LAW.finditer(text):
        if match.start() not in taken and not _NOT_A_NAME.search(match["name"]):
            date = by_start.get(match.end()) or by_start.get(match.start("year") if match["year"] else -1)
            end = date.span.end if date else match.end() + 4
            found.append(_plain(text, match.start(), end, match.end("type"), date, None, Span(*match.span("name"))))
    for match in _BY_ISSUER.finditer(text):
        issuer = None if match.start() in taken else read_issuer(text, match.end(), facts)
        if issuer is not None:
            title = read_title(text, issuer.end, len(text))
            found.append(_plain(text, match.start(), issuer.end, match.end(), None, issuer, title))
    return found


def _plain(
    text: str, start: int, end: int, type_end: int, date: DateMention | None, issuer: Span | None, title: Span | None
) -> DocumentReference:
    return DocumentReference(
        span=Span(start, end),
        type_word=Span(start, type_end).words(text),
        type_span=Span(start, type_end),
        symbol=None,
        date=date,
        issuer=issuer.words(text) if issuer else "",
        issuer_span=issuer,
        title=title.words(text) if title else "",
        title_span=title,
        has_number_word=False,
        system="unknown",
    )
