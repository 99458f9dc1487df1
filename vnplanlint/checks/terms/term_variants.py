"""Is one term written one way?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from vnplanlint.checks.terms.known_forms import Known, edits, known_forms
from vnplanlint.checks.terms.mixed_capitals import mixed_capitals
from vnplanlint.checks.terms.mixed_joints import mixed_terms
from vnplanlint.checks.terms.mixed_spellings import mixed_spellings
from vnplanlint.checks.terms.wording import own_words, told
from vnplanlint.document.model import Document
from vnplanlint.facts import Facts, PreferredForm
from vnplanlint.findings import Hit
from vnplanlint.mentions.normal_forms import Form, Written, deviations, read_form, spellings, syllable_set, take_apart
from vnplanlint.orthography import with_capitals_of
from vnplanlint.spans import Span

_LAW_WORDS = frozenset(("luật", "bộ", "pháp"))
_AMENDS = "sửa"
_LONG = 5
_AFTER_TITLES = syllable_set(
    "năm ngày số và về của hiện quy để có được trong do thì hoặc nhằm cho", "tại theo ban sửa đã hướng là với đến"
)


def term_variants(document: Document) -> Iterator[Hit]:
    """Terms in another form than their official one, or in two forms without one that is known."""
    yield from _known_terms(document)
    yield from _law_titles(document)
    yield from mixed_spellings(document)
    yield from mixed_terms(document)
    yield from mixed_capitals(document)


def _known_terms(document: Document) -> Iterator[Hit]:
    wrong: dict[tuple[str, str], list[Known]] = {}
    for one in document.gather(_departing):
        wrong.setdefault((one.row.form, document.words(one.span).lower()), []).append(one)
    right = document.search(_right, tuple({form: None for form, _ in wrong})) if wrong else []
    for (form, _), places in wrong.items():
        model = next((span for other, span in right if other == form), None)
        model = model or next((span for other, span in right if other.startswith(form)), None)
        first = places[0]
        if _is_another_way(document, first, model is not None):
            yield told(
                document,
                [one.span for one in places],
                with_capitals_of(document.words(first.span), form),
                [edit for one in places for edit in edits(document, one)],
                model,
                severity=None if _is_symbol(first) and first.departs != {"case"} else "style",
                applicability="safe" if _is_symbol(first) else "unsafe",
            )


def _departing(document: Document) -> Iterator[Known]:
    """The document's own terms that are not written in their right form."""
    own = own_words(document)
    for one in known_forms(document):
        departs = one.departs and one.row.kind != "organ"
        if departs and (_is_symbol(one) or (own.at(one.span.start) and not _in_law_title(document, one))):
            yield one


def _right(document: Document, forms: tuple[str, ...]) -> Iterator[tuple[str, Span]]:
    """Where one of ``forms``, or a longer one that begins so, is written right."""
    for one in known_forms(document):
        if not one.departs and one.row.kind != "organ" and one.row.form.startswith(forms):
            yield one.row.form, one.span


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


def _law_titles(document: Document) -> Iterator[Hit]:
    """Titles of laws with a comma or a capital too few or too many; each way of writing is told once."""
    wrong: dict[tuple[str, str], list[Known]] = {}
    for known in document.gather(_titles):
        wrong.setdefault((known.row.form, document.words(known.span)), []).append(known)
    for (title, _), places in wrong.items():
        yield told(
            document,
            [one.span for one in places],
            title,
            [edit for one in places for edit in edits(document, one)],
            None,
            variant="law",
            severity=None if "joint" in places[0].departs else "style",
            applicability="safe",
        )


def _titles(document: Document) -> Iterator[Known]:
    syllables = document.syllables
    own = own_words(document)
    table = _titles_by_syllables(document.facts)
    text = document.text
    for index in [index for index, form in enumerate(syllables.forms) if form in _LAW_WORDS]:
        form, start = syllables.forms[index], syllables.starts[index]
        if not text[start].isupper():
            continue
        for right in table.get((form, *syllables.forms[index + 1 : index + 2]), ()):
            written = read_form(text, start, right.key)
            if written is None or _is_longer(text, written):
                continue
            departs = deviations(text, document.source.text, written, right)
            words = text[written.span.start : written.span.end]
            if departs and not words.isupper() and not own.in_title(start) and not document.in_quotation(start):
                yield Known(PreferredForm(right.text, "law", "high"), written.span, departs, written)
            break


def _is_longer(text: str, written: Written) -> bool:
    """Whether the title may go on, as that of another law: "Luật đầu tư nước ngoài"."""
    behind = text[written.span.end : written.span.end + 12]
    if behind[:1].isalnum():
        return True
    words = behind.split()
    joined = behind.startswith(" ") and words and words[0].isalpha() and len(written.words) < _LONG
    return bool(joined) and words[0] not in _AFTER_TITLES


@lru_cache(maxsize=4)
def _titles_by_syllables(facts: Facts) -> dict[tuple[str, ...], list[Form]]:
    """Titles of laws of high certainty by their first two syllables, long ones first."""
    table: dict[tuple[str, ...], list[Form]] = {}
    titles = {act.title for act in facts.acts if act.certainty == "high"}
    for title in sorted(titles, key=lambda title: (-len(title), title)):
        words = title.lower().replace(",", "").split()
        if words[0] in _LAW_WORDS and _AMENDS not in words:
            for second in spellings(words[1]):
                table.setdefault((words[0], second), []).append(take_apart(title))
    return table
