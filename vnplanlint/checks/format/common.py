"""Questions that several checks of the format ask."""

from __future__ import annotations

from vnplanlint.document.model import Block, Document
from vnplanlint.findings import Severity
from vnplanlint.patterns import pattern

_LEADERS = pattern(r"\.{5,}|…{2,}|_{4,}|(?:\. ){4,}|(?:… ){2,}")
_A_FORM = 5
"""So many dotted lines, and a document is a form to be filled in by others."""

SCANNED = 0.002
"""Noise above which a single odd letter may be the scanner's."""


def is_form(document: Document, lines_of_a_form: int = _A_FORM) -> bool:
    """Whether the document is a form, or holds one: dotted blanks again and again."""
    text = document.text
    if "...." not in text and "……" not in text and "____" not in text and "… …" not in text and ". . ." not in text:
        return False
    lines = {text.count("\n", 0, match.start()) for match in _LEADERS.finditer(text)}
    return len(lines) >= lines_of_a_form


def is_running_text(document: Document, block: Block) -> bool:
    """Whether a block is text of the document itself: no form, table, page furniture or pasted act."""
    return block.kind == "text" and document.division_of(block).kind not in ("form", "chrome", "quotation")


def severity_for(document: Document, severity: Severity) -> Severity:
    """``severity`` where Nghị định 30 binds the issuer, a style remark where it is guidance only."""
    return severity if document.identity.system == "state" else "style"


def is_state(document: Document) -> bool:
    """Whether the issuer is a state body."""
    return document.identity.system == "state"
