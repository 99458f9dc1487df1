"""Is the title of a law written as the law itself bears it?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from vnplanlint.checks.terms.known_forms import Known, edits
from vnplanlint.checks.terms.own_words import own_words
from vnplanlint.checks.terms.told import told
from vnplanlint.document.model import Document
from vnplanlint.facts import Facts, PreferredForm
from vnplanlint.findings import Hit
from vnplanlint.mentions.normal_forms import Written, deviations, read_form, spellings, syllable_set, take_apart

_FIRST = frozenset(("luật", "bộ", "pháp"))
_AMENDS = "sửa"


def law_titles(document: Document) -> Iterator[Hit]:
    """Titles of laws with a comma or a capital too few or too many; each way of writing is told once."""
    wrong: dict[tuple[str, str], list[Known]] = {}
    for known in _titles(document):
        wrong.setdefault((known.row.form, document.words(known.span)), []).append(known)
    for (title, _), places in wrong.items():
        yield told(
            document,
            [one.span for one in places],
            title,
            [edit for one in places for edit in edits(document, one)],
            None,
            variant="title",
            severity=None if "joint" in places[0].departs else "style",
            applicability="safe",
        )


def _titles(document: Document) -> Iterator[Known]:
    syllables = document.syllables
    own = own_words(document)
    table = _table(document.facts)
    text = document.text
    for index, form in enumerate(syllables.forms):
        if form not in _FIRST or not text[syllables.starts[index]].isupper():
            continue
        start = syllables.starts[index]
        for title in table.get((form, *syllables.forms[index + 1 : index + 2]), ()):
            form_ = take_apart(title)
            written = read_form(text, start, form_.key)
            if written is None or _is_longer(text, written):
                continue
            departs = deviations(text, document.source.text, written, form_)
            words = text[written.span.start : written.span.end]
            if departs and not words.isupper() and not own.in_title(start) and not document.in_quotation(start):
                yield Known(PreferredForm(title, "law", "high"), written.span, departs, written)
            break


def _is_longer(text: str, written: Written) -> bool:
    """Whether the title may go on, as that of another law: "Luật đầu tư nước ngoài"."""
    behind = text[written.span.end : written.span.end + 12]
    if behind[:1].isalnum():
        return True
    words = behind.split()
    joined = behind.startswith(" ") and words and words[0].isalpha() and len(written.words) < _LONG
    return bool(joined) and words[0] not in _AFTER_TITLES


_LONG = 5
_AFTER_TITLES = syllable_set(
    "năm ngày số và về của hiện quy để có được trong do thì hoặc nhằm cho", "tại theo ban sửa đã hướng là với đến"
)


@lru_cache(maxsize=4)
def _table(facts: Facts) -> dict[tuple[str, ...], list[str]]:
    """Titles of laws of high certainty by their first two syllables, long ones first."""
    table: dict[tuple[str, ...], list[str]] = {}
    titles = {act.title for act in facts.acts if act.certainty == "high"}
    for title in sorted(titles, key=lambda title: (-len(title), title)):
        words = title.lower().replace(",", "").split()
        if words[0] in _FIRST and _AMENDS not in words:
            for second in spellings(words[1]):
                table.setdefault((words[0], second), []).append(title)
    return table
