"""Is the name of an organ written one way, and as its decree writes it?"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.terms.known_forms import Known, edits, known_forms
from vnplanlint.checks.terms.mixed_joints import mixed_names
from vnplanlint.checks.terms.mixed_name_capitals import mixed_name_capitals
from vnplanlint.checks.terms.own_words import own_words
from vnplanlint.checks.terms.told import told
from vnplanlint.document.model import Document
from vnplanlint.findings import Hit, Severity
from vnplanlint.mentions.normal_forms import syllable_set

_HEADS = syllable_set("bộ sở ban phòng hội vụ ủy uỷ trung mặt liên đoàn")
_SEVERAL = ("các", "những", "giữa", "liên")


def organ_variants(document: Document) -> Iterator[Hit]:
    """Names of organs in another form than their official one, or in two forms."""
    yield from _known_names(document)
    yield from mixed_names(document)
    yield from mixed_name_capitals(document)


def _known_names(document: Document) -> Iterator[Hit]:
    own = own_words(document)
    right: dict[str, Known] = {}
    wrong: dict[tuple[str, str], list[Known]] = {}
    for known in known_forms(document):
        if known.row.kind != "organ":
            continue
        if not known.departs or (known.departs == {"case"} and not _capitals_are_wrong(document, known)):
            right.setdefault(known.row.form, known)
        elif own.at(known.span.start) and _is_the_organ(document, known):
            wrong.setdefault((known.row.form, document.words(known.span)), []).append(known)
    for (form, words), places in wrong.items():
        model = right.get(form)
        if places[0].row.certainty != "high" and model is None:
            continue
        yield told(
            document,
            [one.span for one in places],
            _like(words, form),
            [edit for one in places for edit in edits(document, one)],
            model.span if model else None,
            severity=_severity(places[0], words),
            applicability="safe" if places[0].row.certainty == "high" else "unsafe",
        )


def _like(words: str, form: str) -> str:
    if words.isupper():
        return form.upper()
    return form[0].lower() + form[1:] if words[0].islower() else form


def _severity(known: Known, words: str) -> Severity | None:
    """A warning only where the name lacks a mark or has another one; the rest is taste."""
    if words.isupper() or "&" in words or not known.departs & {"joint", "spacing"}:
        return "style"
    return None


def _capitals_are_wrong(document: Document, known: Known) -> bool:
    """Whether a letter other than that of the head word departs from the name."""
    pairs = zip(known.written.words, known.form.words, strict=True)
    letters = [(document.text[span.start], word[0]) for span, word in pairs]
    skip = 1 if letters[0][0].islower() and known.form.key[0] in _HEADS else 0
    return any(here.isupper() != right.isupper() for here, right in letters[skip:])


def _is_the_organ(document: Document, known: Known) -> bool:
    """Whether a name is meant, by its capitals, and one organ, not several in a row."""
    written = known.written
    capitals = [document.text[span.start].isupper() for span in written.words]
    has_head = known.form.key[0] in _HEADS
    if sum(capitals) < (1 if has_head and capitals[0] else 2 if not has_head else 1):
        return False
    if has_head and (written.joints[0].strip() or not (capitals[0] or _is_a_section(document, known, capitals[1]))):
        return False
    if known.departs == {"case"} and not _capitals_are_wrong(document, known):
        return False
    lists = any(joint.strip() == "," for joint in written.joints) and "," not in "".join(known.form.joints)
    return not lists or not _among_others(document, known)


def _is_a_section(document: Document, known: Known, named: bool) -> bool:
    """ "phòng Nội vụ" takes a small letter too; "nội bộ", "cơ sở", "văn phòng" are other words."""
    before = document.text[max(known.span.start - 5, 0) : known.span.start].split()
    return named and known.form.key[0] == "phòng" and (not before or before[-1].lower() not in _OTHER_SECTIONS)


_OTHER_SECTIONS = syllable_set("văn quốc dự đề xe")


def _among_others(document: Document, known: Known) -> bool:
    """Whether the words may be several organs' names: "các Phòng Tài chính, Kế hoạch, Nội vụ"."""
    text = document.text
    before = text[max(known.span.start - 8, 0) : known.span.start].split()
    after = text[known.span.end : known.span.end + 5]
    return (bool(before) and before[-1].lower() in _SEVERAL) or after.startswith((",", " và "))
