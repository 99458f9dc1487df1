"""What a card says its rule needs: a document without it has nothing for the rule to find."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from vnplanlint.document.build import build_document
from vnplanlint.document.model import Document
from vnplanlint.engine import concerns, load_check
from vnplanlint.errors import CardError
from vnplanlint.readers.text import decode, from_text
from vnplanlint.rulebook import Card, load

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
BOOK = load()
NEEDY = tuple(card for card in BOOK.cards.values() if card.needs)


def read(text: str) -> Document:
    return build_document(from_text(text), BOOK.facts)


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    """Every plan of the corpus and every example of every card."""
    plans = [path for path in sorted(CORPUS.iterdir()) if path.suffix in {".txt", ".md"}]
    found = [build_document(decode(path.read_bytes(), path.name), BOOK.facts) for path in plans]
    return [*found, *map(read, texts_of_examples())]


def texts_of_examples() -> Iterator[str]:
    for card in BOOK.cards.values():
        yield from (example.text.replace("«", "").replace("»", "") for example in card.bad)
        yield from (example.text for example in card.good)


@pytest.mark.parametrize("card", NEEDY, ids=lambda card: card.code)
def test_bad_examples_have_what_the_rule_needs(card: Card) -> None:
    for example in card.bad:
        assert concerns(card, read(example.text.replace("«", "").replace("»", ""))), example.text


@pytest.mark.parametrize("card", NEEDY, ids=lambda card: card.code)
def test_where_the_need_is_not_met_nothing_is_found(card: Card, documents: list[Document]) -> None:
    without = [document for document in documents if not concerns(card, document)]
    assert without, "a need that every text meets spares nothing"
    check = load_check(card)
    for document in without:
        assert list(check(document)) == [], document.text


def with_needs(*needs: str) -> Card:
    return next(iter(BOOK.cards.values()))._replace(needs=needs)


@pytest.mark.parametrize(
    ("need", "text", "met"),
    [
        ("tầm nhìn", "Tầm xa, cách nhìn", True),  # each syllable somewhere: only their absence says something
        ("tầm nhìn", "Tầm xa", False),
        ("%", "tăng 5%", True),
        ("%", "tăng 5 lần", False),
        ("blocks.row", "TT\tTên\n1\tA\n", True),
        ("blocks.row", "Tên gọi", False),
        ("components.can-cu", "KẾ HOẠCH\n\nCăn cứ Quyết định số 12/QĐ-UBND;\n", True),
        ("components.can-cu", "KẾ HOẠCH", False),
        ("mentions.dates", "ngày 05/4/2021", True),
        ("mentions.dates", "hôm đó", False),
    ],
)
def test_a_need_is_met_by_what_it_names(need: str, text: str, met: bool) -> None:
    assert concerns(with_needs(need), read(text)) == met
    assert concerns(with_needs("khôngcó", need), read(text)) == met


@pytest.mark.parametrize("need", ["mentions.dreams", "blocks.hay", "weather.fine"])
def test_an_unknown_need_is_a_mistake_in_the_card(need: str) -> None:
    with pytest.raises(CardError):
        concerns(with_needs(need), read("Kế hoạch"))
