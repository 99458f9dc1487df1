"""A long session: random edits, after each the findings of a fresh check, and memory that does not grow.

    python benchmarks/soak.py [--edits 10000] [--seed 1]

Every plan of the corpus is edited in turn: single characters, words, lines, pasted
passages, line ends of other systems, letters in pieces, emoji, whole blocks cut and put
elsewhere.  The program ends at the first difference and prints the edit that made it.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

from vnplanlint.document.build import build_document
from vnplanlint.engine import check_document
from vnplanlint.findings import Finding
from vnplanlint.memory import Memory
from vnplanlint.readers.text import decode, from_text
from vnplanlint.rulebook import RuleBook, load

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
EDITS_OF_A_PLAN = 200
LARGEST = 60_000
TYPED = (
    *"aăâđêôơư ếề.,;:!?()“”\"'-–/0123456789IVXĐ|*#>\t",
    "\n", "\n\n", "\r\n", "\r", "e\u0301", "o\u031b\u0309", "\u200b", "😀", "\u2028", "\0", "ð", "ƣ",
    " ngày 31/4/2021", " (01/4/1992 - 01/4/2021)", "Số: 50/KHLĐTBXH", "\nIV. ", "\n1. ", "\na) ", "\n- ", " Trong đó:",
    "Phụ lục II\n", "| a | b |\n", " quy định tại mục III Kế hoạch này", "10 (mười) ", " theo theo ", "hàng năm ",
    "<!-- vnplanlint: ignore NT -->", "<!--", "-->", "..........", "________",
)  # fmt: skip


def main() -> None:
    """Edit until all edits are done or one makes a difference."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edits", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    book = load()
    plans = [decode(path.read_bytes(), path.name).raw for path in sorted(CORPUS.iterdir()) if path.suffix != ".tsv"]
    choose = random.Random(arguments.seed)
    memory = Memory()
    done = 0
    start = time.monotonic()
    after_warming = 0
    while done < arguments.edits:
        text = plans[done // EDITS_OF_A_PLAN % len(plans)]
        for _ in range(min(EDITS_OF_A_PLAN, arguments.edits - done)):
            text = edited(text, choose, plans)[:LARGEST]
            compare(text, book, memory, done)
            done += 1
        held = sys.getallocatedblocks()
        after_warming = after_warming or held
        print(f"{done} edits, {time.monotonic() - start:.0f} s, {held} blocks of memory held", flush=True)
    print(f"the same after each of {done} edits; blocks of memory held at first {after_warming}, at the end {held}")


def edited(text: str, choose: random.Random, plans: list[str]) -> str:
    """``text`` after one edit."""
    at = choose.randrange(len(text) + 1)
    kind = choose.randrange(20)
    if kind < 10:
        return text[:at] + choose.choice(TYPED) + text[at:]
    if kind < 15:
        return text[:at] + text[at + choose.choice((1, 1, 1, 2, 10)) :]
    if kind < 17:  # a word is replaced
        end = text.find(" ", at + 1)
        return text[:at] + choose.choice(TYPED) + text[end if end > 0 else at :]
    line_start, line_end = text.rfind("\n", 0, at) + 1, text.find("\n", at) + 1 or len(text)
    line = text[line_start:line_end]
    rest = text[:line_start] + text[line_end:]
    if kind == 17:  # a line goes elsewhere
        to = rest.find("\n", choose.randrange(len(rest) + 1)) + 1
        return rest[:to] + line + rest[to:]
    if kind == 18:
        return rest
    other = choose.choice(plans)
    start = choose.randrange(len(other) + 1)
    return text[:at] + other[start : start + choose.randrange(1500)] + text[at:]


def compare(text: str, book: RuleBook, memory: Memory, number: int) -> None:
    """Check ``text`` in the session and afresh; end the program where the findings differ."""
    fresh = check(text, book, None)
    session = check(text, book, memory)
    if fresh != session:
        print(f"edit {number} makes a difference", file=sys.stderr)
        for name, one, other in (("fresh only", fresh, session), ("session only", session, fresh)):
            for finding in one:
                if finding not in other:
                    print(f"  {name}: {finding.code} {finding.span} {finding.message}", file=sys.stderr)
        Path("soak-difference.txt").write_text(text, encoding="utf-8", errors="surrogatepass", newline="")
        sys.exit(1)


def check(text: str, book: RuleBook, memory: Memory | None) -> list[Finding]:
    """The findings of ``text``."""
    return check_document(build_document(from_text(text), book.facts, memory), book)


if __name__ == "__main__":
    main()
