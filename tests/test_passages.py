"""A session reads only the passages that changed, and understands and tells what a fresh reading does."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from vnplanlint.document.build import build_document
from vnplanlint.document.model import Document
from vnplanlint.document.passages import passages
from vnplanlint.engine import check_document
from vnplanlint.memory import Memory
from vnplanlint.mentions.moving import moved
from vnplanlint.readers.source import Source
from vnplanlint.readers.text import decode, from_text
from vnplanlint.rulebook import load
from vnplanlint.spans import Span

BOOK = load()
CORPUS = sorted(path for path in (Path(__file__).parent.parent / "corpus").iterdir() if path.suffix in (".md", ".txt"))
UNDERSTOOD = ("text", "blocks", "divisions", "outline", "components", "identity", "quotations", "mentions", "noise")
TYPED = [
    "x",
    " ",
    "\n",
    "\n\n",
    ".",
    ",",
    "“",
    "”",
    "(",
    "1",
    "31/4/2021",
    "Trong đó:",
    "- ",
    "a) ",
    "Đ",
    "e\u0301",
    "😀",
]


def read(path: Path) -> Source:
    return decode(path.read_bytes(), path.name)


def assert_same(fresh: Document, session: Document) -> None:
    for part in UNDERSTOOD:
        assert getattr(session, part) == getattr(fresh, part), part
    here, there = session.syllables, fresh.syllables
    assert (here.forms, here.starts, here.ends) == (there.forms, there.starts, there.ends)
    assert (here.distinct, here.pairs) == (there.distinct, there.pairs)
    assert check_document(session, BOOK) == check_document(fresh, BOOK)


def edits(raw: str, seed: str, count: int) -> Iterator[str]:
    """The text after each of some random edits."""
    choose = random.Random(seed)
    for _ in range(count):
        at = choose.randrange(len(raw) + 1)
        gone = choose.choice([0, 0, 1, 1, 40])
        raw = raw[:at] + choose.choice(["", *TYPED]) + raw[at + gone :]
        yield raw


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_a_session_understands_what_a_fresh_reading_does(path: Path) -> None:
    memory = Memory()
    raw = read(path).raw
    for text in (raw, *edits(raw, path.name, 4)):
        source = from_text(text, path.name)
        assert_same(build_document(source, BOOK.facts), build_document(source, BOOK.facts, memory))


def test_only_the_changed_passage_is_read_again() -> None:
    raw = "\n".join(read(path).text for path in CORPUS[:6])
    memory = Memory()
    before = build_document(from_text(raw), BOOK.facts, memory)
    at = raw.find(" ", len(raw) // 2)
    after = build_document(from_text(raw[:at] + "a" + raw[at:]), BOOK.facts, memory)
    kept = {id(part.document) for part in before.parts}
    fresh = [part for part in after.parts if id(part.document) not in kept]
    assert len(after.parts) > 20
    assert len(fresh) <= 2
    assert any(part.start <= at < part.start + len(part.document.text) for part in fresh)


def test_what_the_last_two_readings_did_not_ask_for_is_forgotten() -> None:
    memory = Memory()
    calls: list[int] = []

    def double(number: int) -> int:
        calls.append(number)
        return 2 * number

    for asked in (1, 1, 2, 2, 1):
        memory.begin()
        assert memory.recall(double, asked) == 2 * asked
    assert calls == [1, 2, 1]


def test_passages_are_all_of_the_text_and_cut_no_block() -> None:
    for path in CORPUS:
        document = build_document(read(path), BOOK.facts)
        found = passages(document.text, document.blocks)
        assert "".join(document.text[slice(*passage.span)] for passage in found) == document.text
        covered = [index for passage in found for index in range(*passage.blocks)]
        assert covered == [block.index for block in document.blocks]
        for passage in found:
            assert all(passage.span.contains(document.blocks[index].span) for index in range(*passage.blocks))


def test_a_passage_has_no_outline() -> None:
    document = build_document(read(CORPUS[0]), BOOK.facts, Memory())
    with pytest.raises(LookupError, match="outline"):
        _ = document.parts[0].document.outline.headings


def test_a_text_without_words_has_a_passage() -> None:
    for raw in ("", "\n\n", "***"):
        assert_same(build_document(from_text(raw), BOOK.facts), build_document(from_text(raw), BOOK.facts, Memory()))


def test_what_was_found_is_moved_however_deep_it_stands() -> None:
    found = [(Span(1, 3), "x", 7, None, (Span(0, 1),), {"at": Span(0, 1)})]
    assert moved(found, 10) == [(Span(11, 13), "x", 7, None, (Span(10, 11),), {"at": Span(0, 1)})]
    mentions = build_document(from_text("Ngày 05/4/2021 và 06/4/2021"), BOOK.facts).mentions
    assert moved(moved(mentions, 5), -5) == mentions
    assert [type(one) for one in moved(mentions, 5).dates] == [type(one) for one in mentions.dates]
