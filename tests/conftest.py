from __future__ import annotations

from pathlib import Path

import pytest

from vnplanlint.document.build import build_document
from vnplanlint.document.model import Document
from vnplanlint.readers.text import from_text
from vnplanlint.rulebook import RuleBook, load

SAMPLES = Path(__file__).resolve().parents[2] / "shared" / "seeds"


@pytest.fixture(scope="session")
def book() -> RuleBook:
    return load()


@pytest.fixture(scope="session")
def read(book: RuleBook):  # type: ignore[no-untyped-def]
    """``read(text) -> Document``."""

    def build(text: str) -> Document:
        return build_document(from_text(text), book.facts)

    return build
