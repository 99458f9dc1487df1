"""Fingerprints: the same after everything that leaves the words alone, other ones after the rest."""

from __future__ import annotations

import unicodedata

import pytest

from tests.test_corpus import CORPUS, FAULTY, ONE_LINE_PARAGRAPHS, rewrapped
from vnplanlint.document.build import build_document
from vnplanlint.engine import check_document
from vnplanlint.findings import Finding, Related
from vnplanlint.readers.source import Source
from vnplanlint.readers.text import decode, from_text
from vnplanlint.rulebook import Language, RuleBook
from vnplanlint.spans import Span
from vnplanlint.suppression.fingerprints import fingerprints

WRONG = "Kỷ niệm 30 năm tái lập tỉnh Ninh Bình (01/4/1992 - 01/4/2021)."
SENTENCE = "Sở Nội vụ chủ trì, phối hợp với các đơn vị liên quan tham mưu việc này."


def checked(text: str, book: RuleBook, language: Language = "vi") -> tuple[Source, list[Finding]]:
    source = from_text(text)
    return source, check_document(build_document(source, book.facts), book, language=language)


def marks(text: str, book: RuleBook, language: Language = "vi") -> list[str]:
    source, findings = checked(text, book, language)
    return fingerprints(findings, source)


def plan(name: str) -> str:
    path = CORPUS / name
    return decode(path.read_bytes(), path.name).text


@pytest.mark.parametrize("name", FAULTY)
def test_each_finding_of_a_plan_has_its_own(name: str, book: RuleBook) -> None:
    found = marks(plan(name), book)
    assert found
    assert len(set(found)) == len(found)
    assert all(len(mark) == 32 and int(mark, 16) >= 0 for mark in found)


@pytest.mark.parametrize("name", FAULTY[:4])
def test_neither_line_ends_nor_normal_form_nor_language_matter(name: str, book: RuleBook) -> None:
    text = plan(name)
    before = marks(text, book)
    assert marks(text.replace("\n", "\r\n"), book) == before
    assert marks(text, book, "en") == before
    decomposed = from_text(unicodedata.normalize("NFD", text))
    _, findings = checked(text, book)
    assert fingerprints(findings, decomposed) == before


@pytest.mark.parametrize("name", ONE_LINE_PARAGRAPHS)
@pytest.mark.parametrize("width", [66, 90])
def test_wrapping_the_lines_anew_does_not_matter(name: str, width: int, book: RuleBook) -> None:
    text = plan(f"{name}.txt")
    again = rewrapped(text, width, "\n", "")
    assert sorted(marks(again, book)) == sorted(marks(text, book))


def test_lines_inserted_removed_and_moved_do_not_matter(book: RuleBook) -> None:
    others = [f"{number}. {SENTENCE}" for number in range(1, 5)]
    (before,) = marks("\n".join([*others, WRONG]), book)
    assert marks("\n".join([WRONG, *others]), book) == [before]
    assert marks("\n".join([*others[:2], "", WRONG, *others[2:]]), book) == [before]
    assert marks(WRONG, book) == [before]


def test_the_number_of_a_list_item_does_not_matter(book: RuleBook) -> None:
    item = "Lễ kỷ niệm (01/4/1992 - 01/4/1991)"
    assert marks(f"1. {item}", book) == marks(f"1. {SENTENCE}\n2. {item}", book) != []


def test_an_edit_further_away_in_the_paragraph_does_not_matter(book: RuleBook) -> None:
    one, other = (f"{start} {SENTENCE} {WRONG} {SENTENCE}" for start in ("Năm nay,", "Trong năm,"))
    assert marks(one, book) == marks(other, book) != []


@pytest.mark.parametrize(
    ("old", "new"), [("01/4/2021", "01/4/2020"), ("30 năm", "31 năm"), ("tái lập tỉnh Ninh Bình", "tái lập tỉnh")]
)
def test_what_was_found_and_the_words_beside_it_matter(old: str, new: str, book: RuleBook) -> None:
    before, after = marks(WRONG, book), marks(WRONG.replace(old, new), book)
    assert len(before) == len(after) == 1
    assert before != after


def test_another_rule_at_the_same_words_has_another_one(book: RuleBook) -> None:
    source, (finding,) = checked(WRONG, book)
    (mine,) = fingerprints([finding], source)
    (other,) = fingerprints([finding._replace(code="NT999")], source)
    assert mine != other


def test_the_message_is_no_part_of_it(book: RuleBook) -> None:
    source, (finding,) = checked(WRONG, book)
    reworded = finding._replace(message="…", severity="style", name="renamed", fixes=())
    assert fingerprints([reworded], source) == fingerprints([finding], source)


def test_how_often_the_same_words_stand_elsewhere_does_not_matter() -> None:
    source = from_text("hàng năm và hàng năm và hàng năm")
    finding = Finding(Span(0, 8), "QQ101", "probe", "style", "")
    again, once_more = (Related(Span(start, start + 8), "") for start in (12, 24))
    other = Related(Span(9, 11), "")

    def mark(*related: Related) -> list[str]:
        return fingerprints([finding._replace(related=related)], source)

    assert mark() == mark(again) == mark(again, once_more)
    assert mark(other, again) == mark(again, other, other) != mark()


def test_equal_findings_are_numbered_as_they_stand(book: RuleBook) -> None:
    source, findings = checked(f"{WRONG}\n\n{WRONG}\n\n{WRONG}", book)
    own = [finding for finding in findings if finding.code == "NT102"]
    found = fingerprints(own, source)
    assert len(set(found)) == len(found) == 3
    assert fingerprints(own[::-1], source) == found[::-1]
    assert fingerprints(own[1:], source) == found[:2], "one of them mended: the last number is free"


def test_equal_words_are_told_apart_by_their_neighbours(book: RuleBook) -> None:
    source, findings = checked(f"{WRONG} Cục chủ trì.\n\n{WRONG} Sở chủ trì.", book)
    own = [finding for finding in findings if finding.code == "NT102"]
    first, second = fingerprints(own, source)
    assert fingerprints(own[1:], source) == [second] != [first]


def test_nothing_found_nothing_to_tell() -> None:
    assert fingerprints([], from_text("")) == []


@pytest.mark.parametrize("text", ["", "\n---\n", "a\n***\n"])
def test_a_place_without_words_is_no_trouble(text: str) -> None:
    places = [Span(start, len(text)) for start in range(len(text) + 1)]
    findings = [Finding(place, "QQ101", "probe", "style", "") for place in places]
    assert len(set(fingerprints(findings, from_text(text)))) == len(findings)
