"""Text in which nothing is wrong: what the rules say of it all the same."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from tests.mutations.measure import clean_plans
from tests.test_corpus import rewrapped
from vnplanlint.document.build import build_document
from vnplanlint.engine import check_document
from vnplanlint.findings import Finding
from vnplanlint.readers.text import from_text
from vnplanlint.rulebook import RuleBook

PAGE = 2_000
"""Characters on a page of a plan: A4, Times New Roman 14, with its headings and short lines."""

LAYOUTS: dict[str, Callable[[str], str]] = {
    "as written": lambda text: text,
    "wrapped at 78": lambda text: rewrapped(text, 78, "\n", ""),
    "wrapped at 92, blank lines between": lambda text: rewrapped(text, 92, " \n\n", ""),
    "wrapped at 66, indented": lambda text: rewrapped(text, 66, "\n", "      "),
}
"""The ways in which each clean plan is read."""

_TAGGED = "pipeline/pos_tag/models/pos_crf_vlsp2013_20230303/test_output.txt"
"""Newspaper and legal text that comes with underthesea, a word and its tags a line."""


class Spoken(NamedTuple):
    """A finding on clean text."""

    where: str
    finding: Finding
    text: str


class Source(NamedTuple):
    """One kind of clean text, its size and what was said of it."""

    name: str
    pages: float
    spoken: list[Spoken]

    def by_rule(self, serious: bool) -> Counter[str]:
        """How many findings each rule made: errors and warnings, or style."""
        return Counter(item.finding.code for item in self.spoken if (item.finding.severity != "style") == serious)


def sources(book: RuleBook) -> Iterator[Source]:
    """The plans of the corpus in every layout, then what installed packages bring."""
    for name, layout in LAYOUTS.items():
        texts = [
            (f"{plan} ({name})", layout(text))
            for plan, text in clean_plans()
            if _is_one_line_each(text) or name == "as written"
        ]
        yield _read(f"corpus, {name}", texts, book)
    articles = packaged_articles()
    if articles:
        words_only = [code for code, card in book.cards.items() if card.family in ("spelling", "terms", "quantities")]
        yield _read("articles that come with underthesea", articles, book, words_only)


def _is_one_line_each(text: str) -> bool:
    """Whether each paragraph is one line: only such a text can be wrapped anew."""
    return max(map(len, text.split("\n"))) > 200


def _read(name: str, texts: list[tuple[str, str]], book: RuleBook, codes: list[str] | None = None) -> Source:
    spoken = [
        Spoken(where, finding, text[finding.span.start : finding.span.end])
        for where, text in texts
        for finding in check_document(build_document(from_text(text), book.facts), book, codes=codes)
    ]
    return Source(name, sum(len(text) for _, text in texts) / PAGE, spoken)


def packaged_articles() -> list[tuple[str, str]]:
    """The tagged sentences as running text, a page or two each.

    Words and figures are as their authors wrote them; marks and numbering are not.
    """
    spec = find_spec("underthesea")
    path = Path(os.path.dirname(spec.origin)) / _TAGGED if spec and spec.origin else None
    if path is None or not path.is_file():
        return []
    sentences = [
        " ".join(line.split("\t")[0] for line in sentence.split("\n"))
        for sentence in path.read_text("utf-8").strip().split("\n\n")
    ]
    return [
        (f"article {start}", "\n".join(map(_closed_up, sentences[start : start + 30])))
        for start in range(0, len(sentences), 30)
    ]


def _closed_up(sentence: str) -> str:
    """A sentence with its marks where a writer would put them."""
    for mark in (",", ".", ";", ":", "?", "!", ")", "”", "%"):
        sentence = sentence.replace(f" {mark}", mark)
    return sentence.replace("( ", "(").replace("“ ", "“")
