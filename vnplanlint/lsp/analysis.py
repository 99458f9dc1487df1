"""What is known of one open document: its text read, and what the rules find in it."""

from __future__ import annotations

from collections.abc import Callable

from vnplanlint.checking import reaches
from vnplanlint.document.build import build_document
from vnplanlint.document.model import Document
from vnplanlint.engine import check_document
from vnplanlint.facts import Facts
from vnplanlint.findings import Finding
from vnplanlint.light_typing import NamedTuple
from vnplanlint.lsp.terms import Terms
from vnplanlint.memory import Memory
from vnplanlint.readers.source import Source
from vnplanlint.readers.text import from_text
from vnplanlint.rulebook import Card
from vnplanlint.suppression.baseline import new_findings

OnCrash = Callable[[Card, Exception], None]


class Understood(NamedTuple):
    """One text as it was understood; ``failures`` name the rules that failed on it, and how."""

    source: Source
    document: Document
    terms: Terms
    findings: tuple[Finding, ...] = ()
    failures: tuple[str, ...] = ()


class Analysis:
    """Reads the texts of one document, one after the other as it is written.

    Of each only those passages are read that the one before did not have.
    """

    def __init__(self) -> None:
        """Know nothing yet."""
        self._memory = Memory()
        self._facts: Facts | None = None

    def of(self, text: str, name: str, terms: Terms) -> Understood:
        """Read ``text`` and check it on these terms."""
        return understand(from_text(text, name), terms, self._memory_of(terms.book.facts))

    def _memory_of(self, facts: Facts) -> Memory:
        """What is remembered of the text before, unless other facts hold now."""
        if facts is not self._facts:
            self._facts, self._memory = facts, Memory()
        return self._memory


def understand(source: Source, terms: Terms, memory: Memory | None = None) -> Understood:
    """Read ``source`` and check it on these terms; ``memory`` is that of the texts before it."""
    failures: list[str] = []

    def on_crash(card: Card, error: Exception) -> None:
        failures.append(f"{card.code}: {type(error).__name__}")

    document = build_document(source, terms.book.facts, memory)
    return Understood(source, document, terms, findings_of(document, terms, on_crash), tuple(failures))


def findings_of(document: Document, terms: Terms, on_crash: OnCrash) -> tuple[Finding, ...]:
    """What the rules that hold find; nothing where configuration leaves the document out."""
    task = terms.task
    if task is None:
        return ()
    found = check_document(document, terms.book, language=task.language, codes=task.codes, on_crash=on_crash)
    if task.known:
        found = new_findings(found, document.source, task.known)
    return tuple(finding for finding in found if reaches(finding, task.min_severity))
