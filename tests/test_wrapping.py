"""However a plan is wrapped, the findings are the same."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from vnplanlint.document.build import build_document
from vnplanlint.document.joining import join
from vnplanlint.engine import check_document
from vnplanlint.readers.text import from_text
from vnplanlint.rulebook import RuleBook

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
LONG_LINE = 300


def unwrapped_plans() -> list[Path]:
    """The plans that have a paragraph a line."""
    plans = []
    for path in sorted(CORPUS.glob("*.txt")):
        try:
            lines = path.read_bytes().decode("utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        if max(map(len, lines)) > LONG_LINE:
            plans.append(path)
    return plans


def findings(text: str, book: RuleBook) -> list[tuple[str, str]]:
    document = build_document(from_text(text), book.facts)
    return [(found.code, document.words(found.span)) for found in check_document(document, book)]


def wrapped(text: str, width: int, between: str) -> str:
    """The plan with its running text wrapped; headers, tables and short lines as they are."""
    joined, blocks = join(text)
    pieces, position = [], 0
    for block in blocks:
        pieces.append(text[position : block.span.start])
        words = joined[block.span.start : block.span.end]
        if block.kind == "text" and len(words) > width:
            words = between.join(textwrap.wrap(words, width, break_long_words=False, break_on_hyphens=False))
        pieces.append(words)
        position = block.span.end
    return "".join(pieces) + text[position:]


@pytest.mark.parametrize("path", unwrapped_plans(), ids=lambda path: path.stem)
@pytest.mark.parametrize(("width", "between"), [(72, "\n"), (80, "\n"), (88, "\n"), (80, "\n\n")])
def test_a_wrapped_plan_gives_the_findings_of_the_unwrapped_one(
    path: Path, width: int, between: str, book: RuleBook
) -> None:
    text = path.read_text(encoding="utf-8")
    assert findings(wrapped(text, width, between), book) == findings(text, book)
