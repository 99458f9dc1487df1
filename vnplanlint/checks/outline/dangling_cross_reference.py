"""Does a pointer into this document have something to point at?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from vnplanlint.document.glued_headings import find_label
from vnplanlint.document.model import Division, Document, Heading, NumeralStyle
from vnplanlint.findings import Hit, Place
from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.model import CrossReference
from vnplanlint.mentions.roman_numerals import roman_value
from vnplanlint.spans import Span

_STYLES: dict[str, tuple[NumeralStyle, ...]] = {
    "Điều": ("dieu",),
    "chương": ("chuong",),
    "phần": ("phan", "roman", "capital"),
    "mục": ("muc", "roman", "phan", "chuong", "capital"),
}
_FEWEST = 2
"""Fewer headings of a kind than this do not prove that the document has such headings."""
_EXECUTION = ("chịu trách nhiệm", "thi hành", "thực hiện", "trách nhiệm tổ chức", "căn cứ")
_PLAIN_EXECUTION = ("chịu trách nhiệm", "có trách nhiệm thi hành", "thi hành quyết định này", "thi hành nghị quyết này")


_LAWS = frozenset(("luật", "bộ luật", "pháp lệnh", "nghị định", "thông tư", "hiến pháp"))
"""Acts that a plan quotes with their own "này"."""
_ATTACHED = frozenset(("quy định", "quy chế", "điều lệ", "nội quy"))
"""Texts issued with another act: where none stands in the file, an amendment speaks of one elsewhere."""
_NEAR = 3
"""A numeral further on than this beyond the last one shows that the file holds only a part of the act."""


class _Target(NamedTuple):
    number: int
    division: Division


def dangling_cross_reference(document: Document) -> Iterator[Hit]:
    """References that name this document, by a numeral that it does not have."""
    own = document.identity.symbol
    if own is not None and own.type.upper() == "VBHN":
        return  # a consolidated text says "này" of each act that amends it
    for reference in document.mentions.cross_references:
        if reference.owner != "this" or document.in_quotation(reference.span.start):
            continue
        target = _target(document, reference)
        if target is None:
            continue
        hit = _missing(document, reference, target)
        if hit is None and reference.recipient:
            hit = _not_the_execution_article(document, reference, target)
        if hit:
            yield hit


def _target(document: Document, reference: CrossReference) -> _Target | None:
    """The division that the reference points into, where the words leave no doubt."""
    divisions = document.divisions
    act = reference.act.casefold()
    own = document.division_at(reference.span.start)
    if own is None or own.kind in ("chrome", "quotation", "form"):
        return None
    if act:
        for index, division in enumerate(divisions):
            if division.kind == "attachment" and division.title.casefold().startswith(act):
                return _Target(index, division)
        own_type = document.identity.type_word.casefold()
        if (own_type and own_type != act) or (not own_type and act in _LAWS) or act in _ATTACHED:
            return None
        if act in _LAWS and document.component("nguoi-ky") is None and document.component("quyen-han") is None:
            return None  # an excerpt
    elif not reference.recipient and reference.path[0][0] == "Điều":
        return None  # "Điều 40 nêu trên" may be the article of a law just named
    if act or reference.recipient:
        return next((_Target(i, d) for i, d in enumerate(divisions) if d.kind == "body"), None)
    return _Target(divisions.index(own), own)


def _missing(document: Document, reference: CrossReference, target: _Target) -> Hit | None:
    unit, numeral = reference.path[0]
    value = roman_value(numeral) or (int(numeral) if numeral.isdigit() else None)
    if unit not in _STYLES or value is None or (unit in ("mục", "phần") and numeral.isdigit()):
        return None
    headings = _headings(document, target, _STYLES[unit])
    values = {heading.numeral.path[0] for heading in headings}
    if len(headings) < _FEWEST:
        return None
    if value in values:
        owners = [heading for heading in headings if heading.numeral.path[0] == value]
        return _missing_clause(document, reference, owners[0]) if len(owners) == 1 else None
    like = headings[-1].numeral
    start, end = target.division.span
    last = max(values)
    if reference.act.casefold() in _LAWS and not last < value <= last + _NEAR:
        return None
    if last < 2 or find_label(document.text, start, end, like, value, anywhere=True) is not None:
        return None
    return Hit(
        reference.span,
        {"reference": document.words(reference.span), "last": headings[-1].numeral.text.rstrip(" .:)-–")},
        places=(Place(headings[-1].numeral.span, "last"),),
    )


def _headings(document: Document, target: _Target, styles: Sequence[NumeralStyle]) -> list[Heading]:
    headings = document.outline.headings
    first = bisect_left(headings, target.number, key=_division)
    last = bisect_right(headings, target.number, key=_division)
    return [heading for heading in headings[first:last] if heading.numeral.style in styles]


def _division(heading: Heading) -> int:
    return heading.division


def _missing_clause(document: Document, reference: CrossReference, owner: Heading) -> Hit | None:
    """The khoản of a Điều or mục that exists, where that has numbered khoản."""
    if len(reference.path) < 2 or reference.path[1][0] != "khoản":
        return None
    clauses = [h for h in document.outline.children(owner) if h.numeral.style == "arabic"]
    number = reference.path[1][1]
    if len(clauses) < _FEWEST or not number.isdigit() or int(number) <= max(h.numeral.value for h in clauses):
        return None
    return Hit(
        reference.span,
        {"reference": document.words(reference.span), "last": f"khoản {clauses[-1].numeral.value}"},
        places=(Place(clauses[-1].numeral.span, "last"),),
    )


def _not_the_execution_article(document: Document, reference: CrossReference, target: _Target) -> Hit | None:
    articles = _headings(document, target, ("dieu",))
    value = reference.path[0][1]
    named = next((a for a in articles if value.isdigit() and a.numeral.path == (int(value),)), None)
    if named is None or named is articles[-1]:
        return None
    last = articles[-1]
    named_words = _article_words(document, articles, named)
    last_words = _article_words(document, articles, last)
    if any(words in named_words for words in _EXECUTION) or not any(w in last_words for w in _PLAIN_EXECUTION):
        return None
    right = last.numeral.text.rstrip(" .:")
    return Hit(
        reference.span,
        {"reference": document.words(reference.span), "last": right},
        variant="execution",
        places=(Place(last.numeral.span, "execution"),),
    )


def _article_words(document: Document, articles: list[Heading], article: Heading) -> str:
    following = [other for other in articles if other.index > article.index]
    inside = [h for h in document.outline.headings[article.index + 1 :] if h.division == article.division]
    end = following[0].span.start if following else max([article.span.end, *(h.span.end for h in inside)])
    return document.words(Span(article.span.start, end)).casefold()
