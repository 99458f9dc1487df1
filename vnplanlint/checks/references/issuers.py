"""The issuer of a cited document: against the abbreviation in its symbol, and against itself."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.references.common import citations_by_key, cited, different, issue_day, named, surely_one
from vnplanlint.document.model import Document
from vnplanlint.facts import Facts
from vnplanlint.findings import Hit, Place
from vnplanlint.mentions.bodies import Body, body_of, contains_name
from vnplanlint.mentions.model import DocumentReference, Symbol
from vnplanlint.patterns import pattern

_COMMITTEE = pattern(r"Ban +[Cc]hỉ +đạo(?: +(?:về|tổng|sơ|kết|thực|hiện|triển|khai))++ +$")
_COMMITTEE_ROOM = 60


def issuer_against_abbreviation(document: Document) -> Iterator[Hit]:
    """ "875/QĐ-UBND … của Hội đồng nhân dân tỉnh": the symbol names another organ."""
    for reference in cited(document):
        symbol, span = reference.symbol, reference.issuer_span
        if symbol is None or span is None or _is_joint(symbol):
            continue
        issuer = body_of(reference.issuer)
        organs = _bodies_of(symbol.organs[0], document.facts) if symbol.organs else []
        if not issuer.kind or not organs or not all(_disjoint(issuer, organ) for organ in organs):
            continue
        names = _names_of(symbol.organs[0], document.facts)
        if any(contains_name(reference.issuer, name) for name in names) or _names_a_committee(document, reference):
            continue
        values = {
            "organ": symbol.organs[0],
            "name": " / ".join(names),
            "issuer": reference.issuer,
            "symbol": symbol.text,
        }
        yield Hit(span, values, places=(Place(symbol.span, "symbol", values),))


def _names_a_committee(document: Document, reference: DocumentReference) -> bool:
    """Whether the issuer behind is that of a committee named after the document."""
    start = reference.span.start
    return _COMMITTEE.search(document.text, max(0, start - _COMMITTEE_ROOM), start) is not None


def _is_joint(symbol: Symbol) -> bool:
    """Whether several organs signed, so that the first one is not the only issuer."""
    return symbol.type.upper() == "TTLT" or symbol.type.upper().endswith(("LT", "PH"))


def _names_of(abbreviation: str, facts: Facts) -> tuple[str, ...]:
    return next((o.names for o in facts.organs if o.abbreviation.upper() == abbreviation.upper()), ())


def _bodies_of(abbreviation: str, facts: Facts) -> list[Body]:
    """What the abbreviation may stand for; empty if any of its names is of no known kind."""
    bodies = [body_of(name) for name in _names_of(abbreviation, facts)]
    return bodies if all(body.kind for body in bodies) else []


def _disjoint(one: Body, other: Body) -> bool:
    if one.kind != other.kind:
        return True
    if one.level and other.level and one.level != other.level and "tỉnh" not in (one.level, other.level):
        return True
    return bool(one.field and other.field and not _same_field(one.field, other.field))


def _same_field(one: str, other: str) -> bool:
    """Whether two fields may be one: cut short, abbreviated, or equal."""
    shorter, longer = sorted((one, other), key=len)
    return longer.startswith(shorter) or " " not in shorter or shorter.split()[0] == longer.split()[0]


def one_reference_two_issuers(document: Document) -> Iterator[Hit]:
    """One document under the names of two bodies that cannot be one."""
    for references in document.ask(citations_by_key).values():
        named_by = [reference for reference in references if reference.issuer_span is not None]
        unlike = different(named_by, lambda reference: (reference.issuer, issue_day(reference)))
        for reference in unlike[1:]:
            other = next((earlier for earlier in unlike if _contradict(document, reference, earlier)), None)
            if other is None or other.issuer_span is None or reference.issuer_span is None:
                continue
            primary, rest = _minority(reference, other, named_by)
            if primary.issuer_span is None or rest.issuer_span is None:
                continue
            values = {"what": named(reference), "issuer": primary.issuer, "other": rest.issuer}
            yield Hit(primary.issuer_span, values, places=(Place(rest.issuer_span, "other", values),))
            break


def _contradict(document: Document, one: DocumentReference, other: DocumentReference) -> bool:
    if not surely_one(document, one, other):
        return False
    left, right = body_of(one.issuer), body_of(other.issuer)
    if not left.kind or not right.kind:
        return False
    if left.kind != right.kind or (left.level != right.level and "" not in (left.level, right.level)):
        return True
    return left.kind == "đảng" and left.field != right.field and "" not in (left.field, right.field)


def _minority(
    later: DocumentReference, earlier: DocumentReference, all_of_them: list[DocumentReference]
) -> tuple[DocumentReference, DocumentReference]:
    """The one whose body is named less often first; the later one in a tie."""
    kinds = [body_of(reference.issuer).kind for reference in all_of_them]
    if kinds.count(body_of(earlier.issuer).kind) < kinds.count(body_of(later.issuer).kind):
        return earlier, later
    return later, earlier
