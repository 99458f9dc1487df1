"""The rule book: one card a rule, and the facts.

Cards are TOML, written by people.  Reading them takes longer than checking a plan,
so the book is kept in compiled form in the user's cache and built again whenever a
card changes.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Iterable, Mapping

from vnplanlint import cache
from vnplanlint.errors import CardError as CardError
from vnplanlint.facts import Facts
from vnplanlint.findings import Severity
from vnplanlint.light_typing import Any, Literal, NamedTuple

Language = Literal["vi", "en"]
_FORMAT = 1


class Example(NamedTuple):
    """A bad or good text of a card; in a bad one «…» marks what must be underlined."""

    text: str
    fixed: str = ""
    name: str = ""


class Card(NamedTuple):
    """One rule as its card describes it (see CONTRIBUTING for the file format)."""

    code: str
    name: str  # the file's name
    family: str  # the folder's name
    module: str  # module under vnplanlint/checks/<family>
    severity: Severity
    since: str
    messages: Mapping[str, Mapping[str, str]]  # variant -> language -> template
    labels: Mapping[str, Mapping[str, str]]  # name -> language -> template
    fixes: Mapping[str, Mapping[str, str]]
    why: Mapping[str, str]
    basis: tuple[str, ...]
    yields_to: tuple[str, ...]
    noisy: Literal["silent", "lower", "keep"]
    status: Literal["preview", "stable", "deprecated"]
    bad: tuple[Example, ...]
    good: tuple[Example, ...]

    @property
    def function(self) -> str:
        """The name of the check: the card's own, with underscores."""
        return self.name.replace("-", "_")

    def title(self, language: Language) -> str:
        """One line that says what the rule is about."""
        return self.messages["title"][language]


class RuleBook(NamedTuple):
    """All cards by code, in order, and the facts."""

    cards: Mapping[str, Card]
    facts: Facts


def rules_folder() -> str:
    """The folder of the built-in rules: inside the installed package, else of the checkout."""
    here = os.path.dirname(os.path.abspath(__file__))
    installed = os.path.join(here, "_rules")
    return installed if os.path.isdir(installed) else os.path.join(os.path.dirname(here), "rules")


def load(extra_folders: Iterable[str] = ()) -> RuleBook:
    """The built-in rule book, extended by the cards of ``extra_folders``.

    Raises ``CardError`` for a card that is incomplete or whose code is taken.
    """
    folders = [rules_folder(), *extra_folders]
    files = sorted(path for folder in folders for path in _toml_files(folder))
    stamp = repr([(_FORMAT, path, *_size_and_time(path)) for path in files])
    compiled = _from_cache(stamp)
    if compiled is None:
        compiled = _compile(files)
        cache.write("rulebook.marshal", marshal.dumps((stamp, compiled)))
    cards = {row["code"]: _card(row) for row in compiled["cards"]}
    return RuleBook(cards, Facts(compiled["facts"]))


def _toml_files(folder: str) -> list[str]:
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                found += _toml_files(entry.path)
            elif entry.name.endswith(".toml"):
                found.append(entry.path)
    return found


def _size_and_time(path: str) -> tuple[int, int]:
    status = os.stat(path)
    return status.st_size, status.st_mtime_ns


def _from_cache(stamp: str) -> dict[str, Any] | None:
    data = cache.read("rulebook.marshal")
    if data is None:
        return None
    try:
        found, compiled = marshal.loads(data)
    except (ValueError, EOFError, TypeError):
        return None
    return compiled if found == stamp else None


def _compile(files: list[str]) -> dict[str, Any]:
    from vnplanlint.cards import read_card, read_facts

    cards: list[dict[str, Any]] = []
    facts: dict[str, list[dict[str, Any]]] = {}
    taken: dict[str, str] = {}
    for path in files:
        if os.path.basename(os.path.dirname(path)) == "facts":
            for table, rows in read_facts(path).items():
                facts.setdefault(table, []).extend(rows)
            continue
        row = read_card(path)
        if row["code"] in taken:
            raise CardError(f"{path}: mã {row['code']} đã có ở {taken[row['code']]}")
        taken[row["code"]] = path
        cards.append(row)
    cards.sort(key=lambda row: str(row["code"]))
    return {"cards": cards, "facts": facts}


def _card(row: dict[str, Any]) -> Card:
    fields = dict(row)
    for name in ("bad", "good"):
        fields[name] = tuple(Example(**example) for example in fields[name])
    for name in ("basis", "yields_to"):
        fields[name] = tuple(fields[name])
    return Card(**fields)
