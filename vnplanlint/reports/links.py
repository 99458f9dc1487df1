"""Where a rule is explained."""

from __future__ import annotations

import os

from vnplanlint.rulebook import rules_folder

DOCUMENTATION = ""
"""Address of the published rule pages, with ``{code}`` in it; empty until there are any."""

_cards: dict[str, str] = {}


def page(code: str) -> str | None:
    """The published page of a rule; the same on every machine."""
    return DOCUMENTATION.format(code=code) if DOCUMENTATION else None


def card(name: str) -> str:
    """The address of the rule's card in this installation, which a terminal can open offline."""
    if not _cards:
        for folder, _, names in os.walk(rules_folder()):
            for file in names:
                _cards[file.removesuffix(".toml")] = os.path.join(folder, file)
    path = _cards.get(name)
    if path is None:
        return ""
    from pathlib import Path

    return Path(path).as_uri()
