"""The findings of a text after each key press: a session against a fresh check.

    python benchmarks/keys.py [--keys 60]

Characters are typed and removed all over a plan of 20 KB, and of a document of 500 KB
that is made of many.  After each the text is read and checked anew, as the language
server does it; every tenth time also without a session, to compare.
"""

from __future__ import annotations

import argparse
import gc
import random
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from vnplanlint.document.build import build_document
from vnplanlint.engine import check_document
from vnplanlint.memory import Memory
from vnplanlint.readers.text import decode, from_text
from vnplanlint.rulebook import RuleBook, load

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
BUDGETS = {20_000: 20.0, 500_000: 200.0}
"""Bytes of text, and milliseconds for a key press (median)."""
TYPED = "aăđếu nhọ,.1 "


def main() -> None:
    """Measure both sizes and print them beside their budgets."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keys", type=int, default=60, help="key presses for each size (default 60)")
    keys = parser.parse_args().keys
    book = load()
    gc.set_threshold(50_000)
    for size, budget in BUDGETS.items():
        measure(plans(size), book, keys, budget)


def plans(size: int) -> str:
    """Plans of the corpus, one after the other, as many as make ``size`` bytes of UTF-8."""
    texts = [decode(path.read_bytes(), path.name).text for path in sorted(CORPUS.iterdir()) if path.suffix != ".tsv"]
    joined = "\n\n".join(texts)
    while len(joined.encode()) < size:
        joined += "\n\n" + joined
    return joined.encode()[:size].decode(errors="ignore")


def measure(text: str, book: RuleBook, keys: int, budget: float) -> None:
    """Type ``keys`` characters into ``text`` and print how long the findings took."""
    memory = Memory()
    fresh: list[float] = []
    session: list[float] = []
    check(text, book, memory)
    for number, typed in enumerate(typing(text, keys)):
        session.append(timed(typed, book, memory))
        if number % 10 == 0:
            fresh.append(timed(typed, book, None))
    median, whole = statistics.median(session), statistics.median(fresh)
    holds = "holds" if median <= budget else "does not hold"
    print(
        f"{len(text.encode()) // 1000} KB: {median:.1f} ms a key press (slowest {max(session):.1f}), "
        f"{median / whole:.2f} of a fresh check; budget ≤ {budget:.0f} ms: {holds}"
    )


def typing(text: str, keys: int) -> Iterator[str]:
    """The text after each key press: runs of characters at random places, some taken back."""
    choose = random.Random(7)
    place = 0
    for number in range(keys):
        if number % 6 == 0:
            place = text.find(" ", choose.randrange(len(text))) + 1
        if number % 6 == 5:
            text = text[: place - 1] + text[place:]
            place -= 1
        else:
            text = text[:place] + choose.choice(TYPED) + text[place:]
            place += 1
        yield text


def timed(text: str, book: RuleBook, memory: Memory | None) -> float:
    """Milliseconds from the text to its findings."""
    start = time.perf_counter()
    check(text, book, memory)
    return (time.perf_counter() - start) * 1000


def check(text: str, book: RuleBook, memory: Memory | None) -> None:
    """Read and check ``text``."""
    check_document(build_document(from_text(text), book.facts, memory), book)


if __name__ == "__main__":
    main()
