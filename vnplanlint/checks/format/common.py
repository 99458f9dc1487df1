"""Questions that several checks of the format ask."""

from __future__ import annotations

from vnplanlint.document.model import Block, Document
from vnplanlint.findings import Severity
from vnplanlint.patterns import pattern

_LEADERS = pattern(r"\.{5,}|…{2,}|_{4,}|(?:\. ){4,}|(?:… ){2,}")
_BLANKS = pattern(r"(?:…|\.\.\.|___|\. \. \.)[.…_ ]*+")
_LINES_OF_A_FORM, _BLANKS_OF_A_FORM = 5, 10
"""So many dotted lines, or dotted blanks, and a document is to be filled in by others."""

_HEADED = pattern(r"(?:Mẫu|MẪU|Biểu +mẫu|BIỂU +MẪU)\b")
_OPEN_PLACE = pattern(
    r"(?:[.…_]{2}|[…)])[ .…_]*, *ngày\b|\bngày *[.…_][ .…_]*tháng *[.…_][ .…_]*năm *(?:20|19)? *[.…_]"
)
_OPEN_ORGAN = pattern(r" *[-–] *[.…_(]|[.…_(]")
_TO_FILL_IN = pattern(r"<\p{L}[^<>\n]{2,60}>")
_FIELDS_OF_A_FORM = 4

SCANNED = 0.002
"""Noise above which a single odd letter may be the scanner's."""


def is_form(document: Document, lines_of_a_form: int = _LINES_OF_A_FORM) -> bool:
    """Whether the document is a form, or holds one: blanks again and again, or a letterhead that anyone may use."""
    text = document.text
    if document.blocks and _HEADED.match(text, *document.blocks[0].span):
        return True
    if "<" in text and len(_TO_FILL_IN.findall(text)) >= _FIELDS_OF_A_FORM:
        return True
    if not any(dots in text for dots in ("…", "...", "___", ". . .")):
        return False
    lines = {text.count("\n", 0, match.start()) for match in _LEADERS.finditer(text)}
    return (
        len(lines) >= lines_of_a_form
        or _is_open_letterhead(document)
        or len(_BLANKS.findall(text)) >= _BLANKS_OF_A_FORM
    )


def _is_open_letterhead(document: Document) -> bool:
    """Whether the letterhead leaves open who issues it and where: "Số: …/TB-…", "…, ngày … tháng … năm …"."""
    number, place_date = document.component("so-ky-hieu"), document.component("dia-danh-ngay")
    if number and _OPEN_ORGAN.match(document.text, number.span.end):
        return True
    if place_date is None:
        return False
    start = document.blocks[place_date.block].span.start
    return _OPEN_PLACE.search(document.text, start, place_date.span.end) is not None


def is_running_text(document: Document, block: Block) -> bool:
    """Whether a block is text of the document itself: no form, table, page furniture or pasted act."""
    return block.kind == "text" and document.division_of(block).kind not in ("form", "chrome", "quotation")


def severity_for(document: Document, severity: Severity) -> Severity:
    """``severity`` where Nghị định 30 binds the issuer, a style remark where it is guidance only."""
    return severity if document.identity.system == "state" else "style"


def is_state(document: Document) -> bool:
    """Whether the issuer is a state body."""
    return document.identity.system == "state"
