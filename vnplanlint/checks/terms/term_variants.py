"""Is one term written one way?"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.terms.known_forms import Known, edits, known_forms
from vnplanlint.checks.terms.law_titles import law_titles
from vnplanlint.checks.terms.mixed_capitals import mixed_capitals
from vnplanlint.checks.terms.mixed_joints import mixed_terms
from vnplanlint.checks.terms.mixed_spellings import mixed_spellings
from vnplanlint.checks.terms.own_words import own_words
from vnplanlint.checks.terms.told import like, told
from vnplanlint.document.model import Document
from vnplanlint.findings import Hit


def term_variants(document: Document) -> Iterator[Hit]:
    """Terms in another form than their official one, or in two forms without one that is known."""
    known = [one for one in known_forms(document) if one.row.kind != "organ"]
    yield from _known_terms(document, known)
    yield from law_titles(document)
    yield from mixed_spellings(document)
    yield from mixed_terms(document)
    yield from mixed_capitals(document)


def _known_terms(document: Document, known: list[Known]) -> Iterator[Hit]:
    own = own_words(document)
    right: dict[str, Known] = {}
    wrong: dict[tuple[str, str], list[Known]] = {}
    for one in known:
        if not one.departs:
            right.setdefault(one.row.form, one)
        elif _is_symbol(one) or (own.at(one.span.start) and not _in_law_title(document, one)):
            wrong.setdefault((one.row.form, document.words(one.span).lower()), []).append(one)
    for (form, _), places in wrong.items():
        model = right.get(form)
        first = places[0]
        if _is_another_way(document, first, model is not None):
            yield told(
                document,
                [one.span for one in places],
                like(document.words(first.span), form),
                [edit for one in places for edit in edits(document, one)],
                model.span if model else None,
                severity=None if _is_symbol(first) and first.departs != {"case"} else "style",
                applicability="safe" if _is_symbol(first) else "unsafe",
            )


def _in_law_title(document: Document, known: Known) -> bool:
    """Whether the words are the title of a law, which is judged as a whole."""
    before = document.text[max(known.span.start - 8, 0) : known.span.start]
    return before.rstrip(" ").endswith(("uật", "UẬT", "lệnh", "LỆNH"))


def _is_symbol(known: Known) -> bool:
    """Whether the term is written like a symbol, in one way only: COVID-19."""
    return "-" in known.form.joints


def _is_another_way(document: Document, known: Known, both: bool) -> bool:
    """Whether the words are the term in another form, and not other words or a matter of taste.

    ``both``: the right form stands in the document too.
    """
    if known.row.kind == "house":
        return True
    if known.row.certainty != "high" and not both:
        return False
    if known.other:
        return _capitals(document, known) >= 1
    if _is_symbol(known):
        return both or known.departs != {"case"}
    if known.form.text.islower():
        return ("joint" in known.departs and _only_lacks_marks(known)) or ("spacing" in known.departs and both)
    if _capitals(document, known) < 2:
        return False
    return "joint" in known.departs or "spacing" in known.departs or (both and "case" in known.departs)


def _only_lacks_marks(known: Known) -> bool:
    """Whether nothing stands where the form has a mark; another mark may make a list of it."""
    pairs = zip(known.written.joints, known.form.joints, strict=True)
    return all(not joint.strip() or joint.strip() == right.strip() for joint, right in pairs)


def _capitals(document: Document, known: Known) -> int:
    return sum(document.text[span.start].isupper() for span in known.written.words)
