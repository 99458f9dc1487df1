"""``python -m tests.proof [--all]``: figures on the sample plans and on clean text."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from tests.conftest import SAMPLES
from tests.proof import clean, samples
from vnplanlint.rulebook import load


def main(arguments: list[str]) -> None:
    every = "--all" in arguments
    book = load()
    if SAMPLES.is_dir():
        show_samples(samples.compare(samples.all_told(book)), every)
    else:
        print("the sample plans are not here")
    if "--samples" not in arguments:
        show_clean(list(clean.sources(book)), every)


def show_samples(figures: samples.Figures, every: bool) -> None:
    print("Sample plans")
    share(
        "errors and warnings of gold, wanted yes, found", len(figures.wanted) - len(figures.missed), len(figures.wanted)
    )
    share("reported errors and warnings that gold has", *known(figures.serious, figures.serious_unknown))
    share("reported style findings that gold has", *known(figures.style, figures.style_unknown))
    print(f"  findings where silent.tsv wants none: {len(figures.broken_silence)}")
    listing("not found", figures.missed)
    listing("errors and warnings that gold has not", figures.serious_unknown)
    listing("style findings that gold has not", figures.style_unknown)
    listing("silence broken", (f"{place}: {told}" for place, told in figures.broken_silence))
    if every:
        listing("everything told", [*figures.serious, *figures.style])


def known(all_of_them: list[samples.Told], unknown: list[samples.Told]) -> tuple[int, int]:
    return len(all_of_them) - len(unknown), len(all_of_them)


def share(what: str, part: int, whole: int) -> None:
    print(f"  {what}: {part} of {whole} ({100 * part / max(whole, 1):.1f} %)")


def listing(what: str, items: Iterable[object]) -> None:
    lines = list(items)
    if lines:
        print(f"  {what}:")
        for item in lines:
            print(f"    {item}")


def show_clean(sources: list[clean.Source], every: bool) -> None:
    print("Clean text")
    for source in sources:
        serious, style = source.by_rule(serious=True), source.by_rule(serious=False)
        print(
            f"  {source.name}: {source.pages:.0f} pages, {serious.total()} errors and warnings "
            f"({10 * serious.total() / max(source.pages, 1):.2f} in ten pages) {dict(serious) or ''}, "
            f"{style.total()} style {dict(style) or ''}"
        )
        if every:
            listing(
                "told",
                (f"{item.where}: {item.finding.code} “{item.text}” {item.finding.message}" for item in source.spoken),
            )
    print(f"  in all: {sum(source.pages for source in sources):.0f} pages")


main(sys.argv[1:])
