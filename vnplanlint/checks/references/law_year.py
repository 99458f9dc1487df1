"""A law named with a year: was it passed in that year?"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.references.common import cited
from vnplanlint.document.model import Document
from vnplanlint.facts import LawYears
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.mentions.model import DocumentReference
from vnplanlint.orthography import OLD_PLACE
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_KNOWN_UNTIL = 2024
"""Of later years the facts need not know every law."""
_AMENDS = "sửa đổi"
_BEFORE, _AFTER = 90, 30
_CITES = pattern(r"(?:[Tt]heo|[Tt]ại|[Cc]ăn +cứ|của|(?:Điều|[Kk]hoản) +\d+) +$")
"""Before a law that is cited; elsewhere a year behind its name may be that of the work ("phổ biến Luật … năm 2024")."""


def law_year(document: Document) -> Iterator[Hit]:
    """ "Luật Thi đua, khen thưởng năm 2013": in that year the law was only amended."""
    groups: dict[tuple[str, int], list[DocumentReference]] = {}
    for reference in cited(document):
        year = _year_of_name(document, reference)
        if year:
            groups.setdefault((_key(f"{reference.type_word} {reference.title}"), year), []).append(reference)
    if not groups:
        return
    known = {_key(law.title): law for law in document.facts.law_years if law.certainty == "high"}
    for (title, year), (first, *others) in groups.items():
        law = known.get(title)
        if law is None or year in law.passed:
            continue
        amended = year in law.amended
        if not amended and (year > _KNOWN_UNTIL or not _is_cited(document, first)):
            continue
        values = {"title": law.title, "year": year, "years": ", ".join(map(str, law.passed))}
        yield Hit(
            first.span,
            values,
            variant="" if amended else "none",
            places=tuple(Place(other.span, "also") for other in others),
            remedies=_remedies(law, [first, *others], values) if amended else (),
        )


def _year_of_name(document: Document, reference: DocumentReference) -> int:
    """The year that names the law, or 0 where the words already speak of an amendment."""
    if reference.symbol is not None or reference.date is None or not reference.title or not reference.date.year:
        return 0
    start, end = reference.span
    before = document.text[max(0, start - _BEFORE) : start]
    sentence = before[max(before.rfind(sign) for sign in ".;\n\t") + 1 :]
    if _AMENDS in sentence or _AMENDS in document.text[start : end + _AFTER]:
        return 0
    own, year = document.identity.date.year, reference.date.year
    if reference.title_span is not None and "," in document.text[reference.title_span.end : reference.date.span.start]:
        return 0
    return year if own is None or abs(own - year) > 1 else 0  # near its own year it is the year of the work


def _is_cited(document: Document, reference: DocumentReference) -> bool:
    start = reference.span.start
    return _CITES.search(document.text, max(0, start - 20), start) is not None


def _key(title: str) -> str:
    """The words of a title without regard to capitals, commas and the place of tone marks."""
    words = "".join(char if char.isalnum() else " " for char in title.lower())
    for other, usual in OLD_PLACE.items():
        words = words.replace(other, usual)
    return " ".join(words.split())


def _remedies(law: LawYears, references: list[DocumentReference], values: dict[str, object]) -> tuple[Remedy, ...]:
    amending = "Pháp lệnh" if law.title.startswith("Pháp lệnh") else "Luật"
    edits = tuple(
        Edit(Span(one.span.start, one.title_span.end), f"{amending} sửa đổi, bổ sung một số điều của {law.title}")
        for one in references
        if one.title_span is not None
    )
    return (Remedy("amending", edits, "unsafe", values),)
