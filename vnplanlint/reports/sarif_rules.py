"""The tool and its rules in SARIF, from the cards."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version

from vnplanlint.findings import Severity
from vnplanlint.light_typing import Any
from vnplanlint.messages import say
from vnplanlint.reports import View
from vnplanlint.reports.links import page
from vnplanlint.reports.markdown import page as markdown_page
from vnplanlint.rulebook import Card, Language

LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "style": "note"}
_RANKS: dict[Severity, str] = {"error": "error", "warning": "warning", "style": "recommendation"}
"""What GitHub sorts alerts by."""
_LONGEST = 1024
"""GitHub takes no longer description."""


def driver(names: Mapping[str, str], view: View) -> dict[str, Any]:
    """The tool, with the rules of these codes and names in their order."""
    cards = view.cards()
    return {
        "name": "vnplanlint",
        "version": version("vnplanlint"),
        "language": view.language,
        "rules": [
            _rule(cards[code], view.language) if code in cards else {"id": code, "name": name}
            for code, name in names.items()
        ],
    }


def _rule(card: Card, language: Language) -> dict[str, Any]:
    why = "\n\n".join(" ".join(paragraph.split()) for paragraph in card.why[language].split("\n\n"))
    rule = {
        "id": card.code,
        "name": card.name,
        "shortDescription": {"text": card.title(language)},
        "fullDescription": {"text": why if len(why) <= _LONGEST else why[: _LONGEST - 1] + "…"},
        "help": {"text": _help(card, why, language), "markdown": "".join(markdown_page(card, language))},
        "defaultConfiguration": {"level": LEVELS[card.severity]},
        "properties": {"tags": [card.family], "problem.severity": _RANKS[card.severity]},
    }
    address = page(card.code)
    return {**rule, "helpUri": address} if address else rule


def _help(card: Card, why: str, language: Language) -> str:
    basis = f"\n\n{say('basis', language)}: {'; '.join(card.basis)}" if card.basis else ""
    return f"{card.title(language)}\n\n{why}{basis}"
