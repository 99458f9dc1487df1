"""What is known of one open document: its text read, and what the rules find in it."""

from __future__ import annotations

from vnplanlint.checking import reaches
from vnplanlint.document.build import build_document
from vnplanlint.document.model import Document
from vnplanlint.engine import check_document
from vnplanlint.findings import Finding
from vnplanlint.light_typing import NamedTuple
from vnplanlint.planning import Task, books
from vnplanlint.readers.source import Source
from vnplanlint.readers.text import from_text
from vnplanlint.rulebook import Card, RuleBook


class Understood(NamedTuple):
    """One text as it was understood; ``crashed`` are the codes of rules that failed on it."""

    source: Source
    document: Document
    book: RuleBook
    task: Task | None
    findings: tuple[Finding, ...] = ()
    crashed: tuple[str, ...] = ()


class Analysis:
    """Reads the texts of one document, one after the other as it is written."""

    def of(self, text: str, name: str, task: Task | None) -> Understood:
        """Read ``text`` and check it as ``task`` says; without a task it is only read."""
        crashed: list[str] = []

        def on_crash(card: Card, error: Exception) -> None:
            crashed.append(f"{card.code} ({type(error).__name__})")

        source = from_text(text, name)
        book = books.of(task.extend_rules, task.house_style) if task else books.of(())
        document = build_document(source, book.facts)
        if task is None:
            return Understood(source, document, book, task)
        findings = check_document(document, book, language=task.language, codes=task.codes, on_crash=on_crash)
        shown = tuple(finding for finding in findings if reaches(finding, task.min_severity))
        return Understood(source, document, book, task, shown, tuple(crashed))
