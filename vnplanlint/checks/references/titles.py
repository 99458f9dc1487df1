"""One cited document under two titles.

Titles are cut short, run on, lose their "về việc" or their quotes without being
wrong; only titles that cannot be one are reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.references.common import citations_by_key, different, issue_day, named, surely_one
from vnplanlint.document.model import Document
from vnplanlint.findings import Hit, Place
from vnplanlint.mentions.bodies import may_be_one
from vnplanlint.mentions.model import DocumentReference
from vnplanlint.patterns import pattern

_LEAD = pattern(r"(?:về việc|về|v/v|ban hành|phê duyệt|quy định|triển khai|thực hiện|tổ chức|hướng dẫn) ")
_WORD = pattern(r"[\p{L}\d]+(?:[./-]\d+)*|,")
_PART = pattern(r"(?r)(?:Điều|[Kk]hoản|[Đđ]iểm) +[\da-zđ]{1,4}(?: +của)? +")
_LEAST = 6


def one_reference_two_titles(document: Document) -> Iterator[Hit]:
    """The same symbol with titles that differ in a number, or have next to nothing in common."""
    for references in document.ask(citations_by_key).values():
        titled = [reference for reference in references if _comparable(reference)]
        titled = different(titled, lambda reference: (reference.title, reference.issuer, issue_day(reference)))
        for reference in titled[1:]:
            other = next((earlier for earlier in titled if _contradict(document, earlier, reference)), None)
            if other is None or other.title_span is None or reference.title_span is None:
                continue
            numbers = _one_number_differs(_words(other.title), _words(reference.title))
            if not numbers and (_is_of_a_part(document, other) or _is_of_a_part(document, reference)):
                continue
            values = {"what": named(reference), "title": _short(reference.title), "other": _short(other.title)}
            if numbers:
                values.update(zip(("there", "here"), numbers, strict=True))
            places = (Place(other.title_span, "other", values),)
            yield Hit(reference.title_span, values, "number" if numbers else "", places)
            break


def _is_of_a_part(document: Document, reference: DocumentReference) -> bool:
    """Whether an article is cited, so that "về …" behind may say what the article is about."""
    start = reference.span.start
    return _PART.match(document.text, max(0, start - 40), start) is not None


def _comparable(reference: DocumentReference) -> bool:
    return reference.title_span is not None and not reference.type_word.lower().endswith("luật")


def _contradict(document: Document, one: DocumentReference, other: DocumentReference) -> bool:
    if not surely_one(document, one, other):
        return False
    if one.issuer and other.issuer and may_be_one(one.issuer, other.issuer) is False:
        return False
    first, second = _words(one.title), _words(other.title)
    if _one_number_differs(first, second):
        return True
    if not (one.title.lower().startswith("về") and other.title.lower().startswith("về")):
        return False
    left, right = set(first) - {","}, set(second) - {","}
    return min(len(left), len(right)) >= _LEAST and len(left & right) * 3 <= min(len(left), len(right))


def _words(title: str) -> list[str]:
    return _WORD.findall(_LEAD.sub("", title.lower().strip(' “”"'), count=2))


def _one_number_differs(one: list[str], other: list[str]) -> tuple[str, str] | None:
    """The two numbers, where the titles are equal but for one number, as far as the shorter clause goes."""
    length = min(len(one), len(other))
    place = next((place for place in range(length) if one[place] != other[place]), length)
    if place == length or not (one[place].isdigit() and other[place].isdigit()):
        return None
    left, right = _to_comma(one, place), _to_comma(other, place)
    length = min(len(left), len(right))
    if sum(word != "," for word in left[:length]) < _LEAST or left[place + 1 : length] != right[place + 1 : length]:
        return None
    return (one[place], other[place]) if int(one[place]) != int(other[place]) else None


def _to_comma(words: list[str], place: int) -> list[str]:
    """``words`` up to the first comma after ``place``: behind it the sentence may run on."""
    return words[: words.index(",", place)] if "," in words[place:] else words


def _short(title: str) -> str:
    return title if len(title) <= 70 else title[:70].rsplit(" ", 1)[0] + " …"
