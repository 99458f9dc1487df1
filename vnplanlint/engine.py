"""Which checks run on a document, and how what they say becomes findings."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from importlib import import_module

from vnplanlint.document.model import Document
from vnplanlint.errors import TemplateError
from vnplanlint.findings import SEVERITIES, Finding, Fix, Hit, Related, Severity, Values
from vnplanlint.rulebook import Card, CardError, Language, RuleBook
from vnplanlint.spans import Span

Check = Callable[[Document], Iterable[Hit]]

NOISE_LIMIT = 0.02
"""Share of scan noise above which a document counts as badly read."""


def check_document(
    document: Document,
    book: RuleBook,
    *,
    language: Language = "vi",
    codes: Collection[str] | None = None,
    on_crash: Callable[[Card, Exception], None] | None = None,
) -> list[Finding]:
    """All findings of the chosen rules (default: all), by place and code.

    A rule that fails is told to ``on_crash`` and the others go on; without it the
    exception is raised.
    """
    findings: list[Finding] = []
    ran: list[Card] = []
    for card in _in_order(book, codes):
        try:
            of_card = list(run_card(card, document, language))
        except Exception as error:
            if on_crash is None:
                raise
            on_crash(card, error)
            continue
        ran.append(card)
        findings += of_card
        if card.alone and of_card:
            break
    findings = list(_without_explained(findings, book))
    if document.source.comments:
        findings = list(_with_comments_heeded(findings, document, book, ran, codes, language))
    findings.sort(key=_place_and_code)
    return findings


def _in_order(book: RuleBook, codes: Collection[str] | None) -> list[Card]:
    """The chosen cards, first those after which no other has anything to say; not those about the comments."""
    chosen = (card for code, card in book.cards.items() if codes is None or code in codes)
    cards = [card for card in chosen if not card.about_comments]
    cards.sort(key=lambda card: not card.alone)
    return cards


def _with_comments_heeded(
    findings: list[Finding],
    document: Document,
    book: RuleBook,
    ran: list[Card],
    codes: Collection[str] | None,
    language: Language,
) -> Iterator[Finding]:
    """What the comments in the text leave of ``findings``, and what there is to say about the comments themselves."""
    from vnplanlint.suppression.usage import heed

    noisy = document.noise > NOISE_LIMIT
    judged = {card.code for card in ran if not (noisy and card.noisy == "silent")}
    usage = heed(document, findings, judged, book)
    yield from usage.left
    for code, card in book.cards.items():
        if card.about_comments and (codes is None or code in codes):
            for hit in load_check(card)(usage):  # type: ignore[arg-type]  # these are asked of the comments' use
                yield render(hit, card, language)


def run_card(card: Card, document: Document, language: Language) -> Iterator[Finding]:
    """The findings of one rule, as far as the document was read well enough for it."""
    noisy = document.noise > NOISE_LIMIT
    if (noisy and card.noisy == "silent") or not concerns(card, document):
        return
    check = load_check(card)
    for hit in document.gather(check) if card.reach == "passage" else check(document):
        lowered = (not hit.certain) + (noisy and card.noisy == "lower")
        yield render(hit, card, language, lowered)


def concerns(card: Card, document: Document) -> bool:
    """Whether ``document`` has one of the things that the card's rule needs, so that its check is worth loading.

    A need is a list of mentions ("mentions.anniversaries"), a component ("components.can-cu"),
    "blocks.row" for tables, or words: each of their syllables stands somewhere in the text,
    or, of what is no word ("%"), the sign itself.
    """
    return not card.needs or any(_has(document, need, card) for need in card.needs)


def _has(document: Document, need: str, card: Card) -> bool:
    kind, dot, name = need.partition(".")
    if not dot:
        words = need.split()
        if all(map(str.isalpha, words)):
            return document.syllables.distinct.issuperset(words)
        return need in document.text
    if kind == "mentions" and name in document.mentions._fields:
        return bool(getattr(document.mentions, name))
    if kind == "components":
        return any(component.kind == name for component in document.components)
    if need == "blocks.row":
        return any(block.kind == "row" for block in document.blocks)
    raise CardError(f"{card.code} ({card.name}): needs: {need}")


def load_check(card: Card) -> Check:
    """The function that ``card`` names; imported when first needed.

    The key ``check`` names the module of the card's own family, whose function is
    called like the card, or in full ``family.module.function``, so that a card from
    another folder can use a check that exists.

    A check of the family ``general`` takes what the card gives it as its second argument.

    Raises ``CardError`` if there is no such check.
    """
    family, dot, rest = card.module.partition(".")
    module, _, function = rest.partition(".") if dot else (card.module, "", "")
    name = f"vnplanlint.checks.{family if dot else card.family}.{module}"
    try:
        check = getattr(import_module(name), function or card.function)
    except (ModuleNotFoundError, AttributeError) as error:
        if isinstance(error, ModuleNotFoundError) and not name.startswith(error.name or " "):
            raise
        raise CardError(f"{card.code} ({card.name}): check {card.module}: {error}") from error
    found: Check = _given(check, card) if dot and family == "general" else check
    return found


def _given(check: Callable[..., Iterable[Hit]], card: Card) -> Check:
    """A general check with what the card gives it, the same each time: a session knows by it what was found."""
    key = check, card.packed
    if key not in _with_given:
        _with_given[key] = partial(check, given=card.given)
    return _with_given[key]


_with_given: dict[tuple[Callable[..., Iterable[Hit]], bytes], Check] = {}


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


def _place_and_code(finding: Finding) -> tuple[Span, str, str]:
    return finding.span, finding.code, finding.message


def _words(template: str, values: Values) -> str:
    try:
        return template.format(**values)
    except (KeyError, IndexError, AttributeError) as error:
        raise TemplateError(f"“{template}”: {error}") from error


def _lower(severity: Severity, levels: int) -> Severity:
    return SEVERITIES[min(SEVERITIES.index(severity) + levels, len(SEVERITIES) - 1)]


def _without_explained(findings: list[Finding], book: RuleBook) -> Iterator[Finding]:
    """Drop what another rule's finding already explains (``yields-to`` of the card)."""
    told = _Told(findings)
    for finding in findings:
        if not any(told.touches(code, finding.span) for code in book.cards[finding.code].yields_to):
            yield finding


class _Told:
    """Where each rule has told something: its findings' own and related places."""

    def __init__(self, findings: list[Finding]) -> None:
        places: dict[str, list[Span]] = {}
        for finding in findings:
            of_code = places.setdefault(finding.code, [])
            of_code.append(finding.span)
            of_code += [related.span for related in finding.related]
        self._places = {code: sorted(spans) for code, spans in places.items()}
        self._longest = {code: max(span.end - span.start for span in spans) for code, spans in places.items()}

    def touches(self, code: str, span: Span) -> bool:
        """Whether a place of ``code`` shares a character with ``span``."""
        places = self._places.get(code)
        if not places:
            return False
        index = bisect_left(places, Span(span.start - self._longest[code], 0))
        while index < len(places) and places[index].start < span.end:
            if places[index].overlaps(span):
                return True
            index += 1
        return False
