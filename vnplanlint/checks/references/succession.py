"""Documents that another one had replaced when this document was signed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vnplanlint.checks.references.common import cited, earliest_day, full_day, in_words, type_to_symbol
from vnplanlint.document.model import Document
from vnplanlint.facts import Succession
from vnplanlint.findings import Hit, Place
from vnplanlint.mentions.model import DocumentReference
from vnplanlint.mentions.reference_keys import full_symbol, is_document_of
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_HISTORY = pattern(
    r"(?i)\b(?:thay +thế|bãi +bỏ|hết +hiệu +lực|sửa +đổi|bổ +sung|trước +đây|chuyển +tiếp|hủy +bỏ|cũ|từng|ngưng|"
    r"giai +đoạn +trước|tổng +kết|thời +điểm|kế +thừa)\b"
)
_SENTENCE_BREAK = pattern(r"[\n\t;]|\. ")
_AROUND = 250


def superseded_reference(document: Document) -> Iterator[Hit]:
    """A replaced instrument, cited after its successor came into force; told once for each."""
    written = earliest_day(document.identity.date)
    if written is None:
        return
    replaced = {row.symbol.upper(): row for row in document.facts.successions if _in_force_by(row, written)}
    if not replaced:
        return
    own = document.identity.symbol.text.upper() if document.identity.symbol else ""
    found: dict[str, list[DocumentReference]] = {}
    for reference in cited(document):
        symbol = full_symbol(reference, document.facts)
        if (
            symbol in replaced
            and symbol != own
            and is_document_of(reference, replaced[symbol])
            and _is_relied_on(document, reference)
        ):
            found.setdefault(symbol, []).append(reference)
    for symbol, (first, *others) in found.items():
        yield _hit(replaced[symbol], first, others)


def _in_force_by(row: Succession, day: date) -> bool:
    effective = full_day(row.effective)
    return (
        row.status in ("replaced", "no longer applied")
        and row.certainty == "high"
        and effective is not None
        and date(*effective) <= day
    )


def _is_relied_on(document: Document, reference: DocumentReference) -> bool:
    """Whether the text builds on the document, and does not speak of its past or quote a title."""
    if reference.own or reference.nested_in is not None or document.in_quotation(reference.span.start):
        return False
    return _HISTORY.search(_sentence(document.text, reference)) is None


def _sentence(text: str, reference: DocumentReference) -> str:
    low, high = max(0, reference.span.start - _AROUND), min(len(text), reference.span.end + _AROUND)
    start = max((match.end() for match in _SENTENCE_BREAK.finditer(text, low, reference.span.start)), default=low)
    stop = _SENTENCE_BREAK.search(text, reference.span.end, high)
    return text[start : stop.start() if stop else high]


def _hit(row: Succession, first: DocumentReference, others: list[DocumentReference]) -> Hit:
    values = {
        "symbol": row.symbol,
        "successor": row.successor,
        "effective": in_words(full_day(row.effective) or (0, 0, 0)),
        "title": row.title,
    }
    return Hit(_named_at(first), values, places=tuple(Place(_named_at(other), "other") for other in others))


def _named_at(reference: DocumentReference) -> Span:
    return reference.span if reference.symbol is None else type_to_symbol(reference)
