from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from vnplanlint.document.build import build_document
from vnplanlint.document.model import Document
from vnplanlint.readers.text import from_text
from vnplanlint.rulebook import RuleBook, load

os.environ.setdefault(
    "VNPLANLINT_CACHE_DIR", str(Path(__file__).resolve().parent.parent / ".pytest_cache" / "vnplanlint")
)
"""Tests leave the user's own cache alone."""

settings.register_profile("repeatable", derandomize=True, deadline=None, database=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))
"""Every run tries the same cases; HYPOTHESIS_PROFILE=default looks for new ones."""

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
