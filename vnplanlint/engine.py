"""Which checks run on a document, and how what they say becomes findings."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from importlib import import_module

from vnplanlint.document.model import Document
from vnplanlint.findings import SEVERITIES, Finding, Fix, Hit, Related, Severity, Values
from vnplanlint.rulebook import Card, Language, RuleBook

Check = Callable[[Document], Iterable[Hit]]

NOISE_LIMIT = 0.02
"""Share of scan noise above which a document counts as badly read."""


def check_document(
    document: Document, book: RuleBook, *, language: Language = "vi", codes: Collection[str] | None = None
) -> list[Finding]:
    """All findings of the chosen rules (default: all that are on), by place and code."""
    cards = [card for code, card in book.cards.items() if codes is None or code in codes]
    findings = [finding for card in cards for finding in run_card(card, document, language)]
    findings = list(_without_explained(findings, book))
    findings.sort()
    return findings


def run_card(card: Card, document: Document, language: Language) -> Iterator[Finding]:
    """The findings of one rule, as far as the document was read well enough for it."""
    noisy = document.noise > NOISE_LIMIT
    if noisy and card.noisy == "silent":
        return
    for hit in load_check(card)(document):
        lowered = (not hit.certain) + (noisy and card.noisy == "lower")
        yield render(hit, card, language, lowered)


def load_check(card: Card) -> Check:
    """The function that ``card`` names; imported when first needed."""
    module = import_module(f"vnplanlint.checks.{card.family}.{card.module}")
    check: Check = getattr(module, card.function)
    return check


def render(hit: Hit, card: Card, language: Language, lowered: int = 0) -> Finding:
    """Put a hit into words with its card, ``lowered`` levels below its severity."""
    return Finding(
        span=hit.span,
        code=card.code,
        name=card.name,
        severity=_lower(hit.severity or card.severity, lowered),
        message=_words(card.messages[hit.variant][language], hit.values),
        related=tuple(
            Related(place.span, _words(card.labels[place.label][language], place.values)) for place in hit.places
        ),
        fixes=tuple(
            Fix(_words(card.fixes[remedy.title][language], remedy.values), remedy.edits, remedy.applicability)
            for remedy in hit.remedies
        ),
    )


def _words(template: str, values: Values) -> str:
    return template.format(**values)


def _lower(severity: Severity, levels: int) -> Severity:
    return SEVERITIES[min(SEVERITIES.index(severity) + levels, len(SEVERITIES) - 1)]


def _without_explained(findings: list[Finding], book: RuleBook) -> Iterator[Finding]:
    """Drop what another rule's finding already explains (``yields-to`` of the card)."""
    by_code: dict[str, list[Finding]] = {}
    for finding in findings:
        by_code.setdefault(finding.code, []).append(finding)
    for finding in findings:
        better = (other for code in book.cards[finding.code].yields_to for other in by_code.get(code, ()))
        if not any(_touches(other, finding) for other in better):
            yield finding


def _touches(other: Finding, finding: Finding) -> bool:
    spans = (other.span, *(related.span for related in other.related))
    return any(span.overlaps(finding.span) for span in spans)
