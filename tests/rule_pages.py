"""The pages of ``docs/``, one a rule and language, made from the cards: ``python -m tests.rule_pages``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from vnplanlint.reports.markdown import page, table
from vnplanlint.rulebook import Language, load

DOCS = Path(__file__).resolve().parents[1] / "docs"
LANGUAGES: tuple[Language, ...] = ("vi", "en")
HEADS = {
    "vi": "# Các quy tắc\n\nMỗi quy tắc một trang, sinh từ thẻ quy tắc trong `rules/`. [English](../en/README.md)\n\n",
    "en": "# The rules\n\nOne page a rule, made from its card in `rules/`. [Tiếng Việt](../vi/README.md)\n\n",
}


def pages() -> Iterator[tuple[Path, str]]:
    """Every page and what it should hold."""
    cards = list(load().cards.values())
    for language in LANGUAGES:
        yield (
            DOCS / language / "README.md",
            HEADS[language] + "".join(table(cards, language, "{code}.md")).rstrip() + "\n",
        )
        for card in cards:
            yield DOCS / language / f"{card.code}.md", "".join(page(card, language))


def write() -> None:
    """Write every page, and remove those of rules that are gone."""
    wanted = dict(pages())
    for path, text in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    for language in LANGUAGES:
        for path in (DOCS / language).glob("*.md"):
            if path not in wanted:
                path.unlink()


if __name__ == "__main__":
    write()
