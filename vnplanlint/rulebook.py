"""The rule book: one card a rule, and the facts.

Cards are TOML, written by people.  Reading them takes longer than checking a plan,
so the book is kept in compiled form in the user's cache and built again whenever a
card changes.
"""

from __future__ import annotations

import marshal
import os
import zlib
from collections.abc import Iterable, Mapping

from vnplanlint import cache
from vnplanlint.errors import CardError as CardError
from vnplanlint.facts import Facts
from vnplanlint.findings import Severity
from vnplanlint.light_typing import Any, Literal, NamedTuple

Language = Literal["vi", "en"]
_FORMAT = 9
_CONFIGURATION = ("vnplanlint.toml", "pyproject.toml")


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
    yields_to: tuple[str, ...]
    needs: tuple[str, ...]  # what a document must have one of for the rule to be about it; none: it is asked of any
    noisy: Literal["silent", "lower", "keep"]
    status: Literal["preview", "stable", "deprecated"]
    reach: Literal["document", "passage"]  # how far the rule looks: a passage is judged by itself
    alone: bool  # where this rule finds something, no other rule has anything to say
    packed: bytes  # what a general check is given, unpacked when it runs
    details: bytes  # what only ``explain`` and the tests ask for, unpacked when they do

    @property
    def function(self) -> str:
        """The name of the check: the card's own, with underscores."""
        return self.name.replace("-", "_")

    @property
    def about_comments(self) -> bool:
        """Whether the rule is about comments for the tool: these run last, and no comment silences them."""
        return self.family == "suppression"

    @property
    def given(self) -> Mapping[str, Any]:
        """What the card gives a general check: its table ``[given]``."""
        given: dict[str, Any] = marshal.loads(self.packed)
        return given

    @property
    def why(self) -> Mapping[str, str]:
        """Language -> why the rule matters and how to tell."""
        why: Mapping[str, str] = self._detail("why")
        return why

    @property
    def basis(self) -> tuple[str, ...]:
        """The points of law or guidance that the rule stands on."""
        return tuple(self._detail("basis"))

    @property
    def bad(self) -> tuple[Example, ...]:
        """Texts in which the rule finds what is marked."""
        return tuple(Example(**example) for example in self._detail("bad"))

    @property
    def good(self) -> tuple[Example, ...]:
        """Texts on which every rule stays silent."""
        return tuple(Example(**example) for example in self._detail("good"))

    def _detail(self, name: str) -> Any:
        return marshal.loads(self.details)[name]

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


def load(extra_folders: Iterable[str] = (), own: Mapping[str, list[dict[str, Any]]] | None = None) -> RuleBook:
    """The built-in rule book, extended by the cards of ``extra_folders`` and the user's ``own`` facts.

    Raises ``CardError`` for a card that is incomplete or whose code is taken.
    """
    folders = [rules_folder(), *extra_folders]
    files = sorted(file for folder in folders for file in _toml_files(folder))
    stamp = repr((_FORMAT, Card._fields, files))
    name = f"rulebook-{zlib.crc32(repr(folders).encode()):08x}.marshal"
    compiled = _from_cache(name, stamp)
    if compiled is None:
        compiled = _compile([path for path, _, _ in files])
        cache.write(name, marshal.dumps((stamp, *compiled)))
    cards, tables = compiled
    return RuleBook({row[0]: Card(*row) for row in cards}, Facts(tables, own))


_Compiled = tuple[list[tuple[Any, ...]], dict[str, bytes]]


def _toml_files(folder: str) -> list[tuple[str, int, int]]:
    """Path, size and time of every card and fact file under ``folder``."""
    try:
        return _toml_files_in(folder)
    except OSError as error:
        raise CardError(f"{error.filename or folder}: không mở được ({error.strerror})") from error


def _toml_files_in(folder: str) -> list[tuple[str, int, int]]:
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                found += _toml_files_in(entry.path)
            elif entry.name.endswith(".toml") and entry.name not in _CONFIGURATION:
                status = entry.stat()
                found.append((entry.path, status.st_size, status.st_mtime_ns))
    return found


def _from_cache(name: str, stamp: str) -> _Compiled | None:
    data = cache.read(name)
    if data is None:
        return None
    try:
        found, cards, tables = marshal.loads(data)
    except (ValueError, EOFError, TypeError):
        return None
    return (cards, tables) if found == stamp else None


def _compile(files: list[str]) -> _Compiled:
    from vnplanlint.cards import read_card, read_facts
    from vnplanlint.wordtables import word_tables

    cards: list[dict[str, Any]] = []
    tables: dict[str, Any] = {}
    taken: dict[str, str] = {}
    for path in files:
        if os.path.basename(os.path.dirname(path)) == "facts":
            for table, rows in read_facts(path).items():
                tables.setdefault(table, []).extend(rows)
            continue
        row = read_card(path)
        if row["code"] in taken:
            raise CardError(f"{path}: mã {row['code']} đã có ở {taken[row['code']]}")
        taken[row["code"]] = path
        cards.append(row)
    cards.sort(key=lambda row: str(row["code"]))
    tables |= word_tables(tables)
    return [_packed(row) for row in cards], {name: marshal.dumps(rows) for name, rows in tables.items()}


def _packed(row: dict[str, Any]) -> tuple[Any, ...]:
    """The fields of a ``Card``, in order."""
    details = {name: row.pop(name) for name in ("why", "basis", "bad", "good")}
    row["yields_to"], row["needs"] = tuple(row["yields_to"]), tuple(row["needs"])
    row["packed"] = marshal.dumps(row.pop("given"))
    row["details"] = marshal.dumps(details)
    return tuple(Card(**row))
