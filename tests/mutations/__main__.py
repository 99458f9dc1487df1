"""``python -m tests.mutations [KIND…] [--all] [--misses]``: the detection rate by class."""

from __future__ import annotations

import sys

from .measure import Score, measure

EVERYWHERE = 100_000
SAMPLE = 24


def main(arguments: list[str]) -> None:
    words = [word for word in arguments if not word.startswith("--")]
    tried = found = 0
    for score in measure(EVERYWHERE if "--all" in arguments else SAMPLE, words):
        tried, found = tried + score.tried, found + score.found
        print(line(score), flush=True)
        if "--misses" in arguments:
            for miss in score.misses:
                print(f"      {miss.plan}: {miss.why}\n        …{miss.snippet}…")
    print(f"{'all':34} {'':24} {found:5} / {tried:<5} {100 * found / max(tried, 1):6.1f} %")


def line(score: Score) -> str:
    codes = " ".join(sorted(score.kind.codes))
    return f"{score.kind.name:34} {codes:24} {score.found:5} / {score.tried:<5} {100 * score.rate:6.1f} %"


main(sys.argv[1:])
