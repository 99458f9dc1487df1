"""What the world knows: dated events, terms of office, document types, organs, succession.

The data stand in ``rules/facts/*.toml`` with a certainty each; entries that are not
``high`` never raise an error.
"""

from __future__ import annotations

import marshal
from collections.abc import Mapping
from functools import cached_property

from vnplanlint.light_typing import Any, Literal, NamedTuple
from vnplanlint.wordtables import bare, confusions_by_pair, event_names

Certainty = Literal["high", "medium", "low"]

System = Literal["state", "party", "union", "youth", "front", "unknown"]
"""Who drafted a document, hence whose drafting rules hold for it."""


class PartialDate(NamedTuple):
    """A date of which only the leading parts may be known (day, then month, may be None)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


class Event(NamedTuple):
    """A dated event: "tái lập tỉnh Ninh Bình", 01/4/1992.

    ``words`` are the phrases that name it (any of them; matched without regard to
    case, on whole syllables).  ``also`` holds other right dates of the same event
    (resolution against operation).
    """

    id: str
    name: str
    date: PartialDate
    words: tuple[str, ...]
    category: str
    certainty: Certainty
    also: tuple[PartialDate, ...] = ()
    note: str = ""


class Term(NamedTuple):
    """A congress or National Assembly: ordinal, first and last day."""

    kind: str  # party-congress, national-assembly, emulation-congress …
    ordinal: int
    roman: str
    start: PartialDate
    end: PartialDate
    certainty: Certainty
    note: str = ""


class DocumentType(NamedTuple):
    """A type word and its abbreviation in one drafting system (NĐ 30/2020, Phụ lục III.I …)."""

    word: str
    abbreviation: str
    system: str  # state-admin, qppl, party, union, youth, front, copy, other
    certainty: Certainty


class Organ(NamedTuple):
    """An organ's abbreviation as it stands in symbols, and its names."""

    abbreviation: str
    names: tuple[str, ...]
    system: System
    level: str  # trung-uong, tinh, huyen, xa, "" where it occurs at several


class Succession(NamedTuple):
    """One instrument replaced by another.

    ``effective`` is the day from which the old one no longer holds; only an exact day
    of high certainty may be judged.
    """

    symbol: str
    title: str
    effective_from: PartialDate
    status: str
    successor: str
    passed: PartialDate
    effective: PartialDate
    certainty: Certainty


class Act(NamedTuple):
    """A law or decree with its number and the day it was passed."""

    symbol: str
    date: PartialDate
    title: str
    certainty: Certainty


class Confusion(NamedTuple):
    """A misspelling made of valid syllables, and what is meant.

    ``always``: the wrong words mean nothing in any text.  Otherwise they may be right
    where they belong to their neighbours; ``right_in`` lists phrases in which they are
    (lower case, the wrong words included), and where ``only_before`` is given they are
    wrong only before one of these words ("#" is a number).  A ``variant`` is no error: the
    other form is merely preferred.
    """

    wrong: str
    right: str
    always: bool
    right_in: tuple[str, ...] = ()
    only_before: tuple[str, ...] = ()
    variant: bool = False


class Abbreviation(NamedTuple):
    """An abbreviation that needs no explanation, and what it may stand for."""

    short: str
    meanings: tuple[str, ...] = ()


class QuotedName(NamedTuple):
    """The exact name of a campaign, movement or title that texts quote."""

    name: str
    kind: str  # campaign, title, directive, award …
    certainty: Certainty
    note: str = ""


class PreferredForm(NamedTuple):
    """The right form of a term or name; ``others`` are written instead of it and wrong or unwanted.

    ``kind`` is "term", "organ" or "house" (the user's own choice).
    """

    form: str
    kind: str
    certainty: Certainty
    others: tuple[str, ...] = ()


class CapitalForm(NamedTuple):
    """Words that take capitals: where ``form`` has one, the text must have one.

    ``small``: from the second syllable on its small letters must be small too.  Followed
    by a syllable of ``unless_next`` they are other words; with ``only_next`` they count
    only before one of those ("" is a mark or the end).  ``point`` is the place in
    NĐ 30/2020/NĐ-CP, Phụ lục II.
    """

    form: str
    certainty: Certainty
    point: str = ""
    small: bool = False
    unless_next: tuple[str, ...] = ()
    only_next: tuple[str, ...] = ()


class LawYears(NamedTuple):
    """All years in which a law of this title was passed, and those in which it was only amended."""

    title: str
    passed: tuple[int, ...]
    amended: tuple[int, ...]
    certainty: Certainty


class Facts:
    """All facts, each table as a tuple of its own small type, built when first asked for."""

    def __init__(self, tables: Mapping[str, bytes], own: Mapping[str, list[dict[str, Any]]] | None = None) -> None:
        """Take each table as the rule book keeps it, a marshalled list of rows, and ``own`` rows of the user."""
        self._tables = tables
        self._own = own or {}

    def _rows(self, table: str) -> list[dict[str, Any]]:
        packed = self._tables.get(table)
        rows: list[dict[str, Any]] = marshal.loads(packed) if packed else []
        return rows + self._own.get(table, [])

    def _worked_out(self, table: str, default: Any) -> Any:
        packed = self._tables.get(table)
        return marshal.loads(packed) if packed else default

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Dated events, in file order."""
        return tuple(map(self.event, range(len(self._event_rows))))

    @cached_property
    def _event_rows(self) -> list[dict[str, Any]]:
        return self._rows("event")

    @cached_property
    def event_names(self) -> list[str]:
        """The names of each of ``events``, folded (``wordtables.fold``) and with a bar between."""
        return [*self._worked_out("event names", []), *event_names(self._own.get("event", []))]

    def event(self, place: int) -> Event:
        """``events[place]`` alone: of two hundred a document names a few."""
        row = self._event_rows[place]
        return Event(
            row["id"],
            row["name"],
            parse_date(row["date"]),
            tuple(row["words"]),
            row.get("category", ""),
            row["certainty"],
            tuple(parse_date(date) for date in row.get("also", ())),
            row.get("note", ""),
        )

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """Congresses and terms of office."""
        return tuple(
            Term(
                row["kind"],
                row["ordinal"],
                row["roman"],
                parse_date(row["start"]),
                parse_date(row["end"]),
                row["certainty"],
                row.get("note", ""),
            )
            for row in self._rows("term")
        )

    @cached_property
    def document_types(self) -> tuple[DocumentType, ...]:
        """Type words with their abbreviations, a row for each drafting system."""
        return tuple(
            DocumentType(row["word"], row.get("abbreviation", ""), row["system"], row["certainty"])
            for row in self._rows("document_type")
        )

    @cached_property
    def organs(self) -> tuple[Organ, ...]:
        """Organs and their abbreviations in symbols."""
        return tuple(
            Organ(row["abbreviation"], tuple(row["names"]), row["system"], row.get("level", ""))
            for row in self._rows("organ")
        )

    @cached_property
    def successions(self) -> tuple[Succession, ...]:
        """Instruments that were replaced."""
        return tuple(
            Succession(
                row["symbol"],
                row.get("title", ""),
                parse_date(row.get("effective_from", "")),
                row["status"],
                row.get("successor", ""),
                parse_date(row.get("passed", "")),
                parse_date(row.get("effective", "")),
                row["certainty"],
            )
            for row in self._rows("succession")
        )

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        """Laws and decrees by number and date."""
        return tuple(
            Act(row["symbol"], parse_date(row["date"]), row["title"], row["certainty"]) for row in self._rows("act")
        )

    @cached_property
    def law_years(self) -> tuple[LawYears, ...]:
        """Laws by title with every year of theirs."""
        return tuple(
            LawYears(row["title"], tuple(row["passed"]), tuple(row.get("amended", ())), row["certainty"])
            for row in self._rows("law_years")
        )

    @cached_property
    def _confusions_by_pair(self) -> dict[tuple[str, str], str]:
        found: dict[tuple[str, str], str] = self._worked_out("confusions by pair", {})
        for pair, lines in confusions_by_pair(self._own.get("confusion", [])).items():
            found[pair] = "\n".join(filter(None, (found.get(pair), lines)))
        return found

    def confusion_pairs(self, pairs: frozenset[tuple[str, str]]) -> set[tuple[str, str]]:
        """Those of ``pairs`` of syllables with which a misspelling begins."""
        return self._confusions_by_pair.keys() & pairs

    def confusions(self, first: str, second: str) -> list[Confusion]:
        """The misspellings that begin with these two syllables (lower case), the longest first."""
        lines = self._confusions_by_pair.get((first, second), "")
        found = [_confusion(line) for line in lines.split("\n") if line]
        return sorted(found, key=lambda confusion: -len(confusion.wrong))

    @cached_property
    def compounds(self) -> dict[str, str]:
        """Common compounds of two syllables by their letters without any mark: "thu tuc" → "thủ tục".

        Several of the same letters stand together with a comma between them.
        """
        letters, words = self._worked_out("compounds by letters", ("", ""))
        return dict(zip(letters.split("|"), words.split("|"), strict=True))

    def is_compound(self, first: str, second: str) -> bool:
        """Whether two lower-case syllables are a common compound; "" is none."""
        words = f"{first} {second}"
        return words in self.compounds.get(bare(words), "").split(",")

    @cached_property
    def compounds_by_sounds(self) -> dict[str, str]:
        """Common compounds by what they sound like where ch and tr, s and x, d, gi and r, … are not told apart."""
        sounds, words = self._worked_out("compounds by sounds", ("", ""))
        return dict(zip(sounds.split("|"), words.split("|"), strict=True))

    @cached_property
    def abbreviations(self) -> tuple[Abbreviation, ...]:
        """Abbreviations that need no explanation."""
        return tuple(Abbreviation(row["short"], tuple(row.get("meanings", ()))) for row in self._rows("abbreviation"))

    @cached_property
    def quoted_names(self) -> tuple[QuotedName, ...]:
        """Campaigns, movements and titles with an exact name."""
        return tuple(
            QuotedName(row["name"], row["kind"], row["certainty"], row.get("note", ""))
            for row in self._rows("quoted_name")
        )

    @cached_property
    def preferred_forms(self) -> tuple[PreferredForm, ...]:
        """Terms and names of organs in their right form."""
        return tuple(
            PreferredForm(row["form"], row["kind"], row["certainty"], tuple(row.get("others", ())))
            for row in self._rows("preferred_form")
        )

    @cached_property
    def capital_forms(self) -> tuple[CapitalForm, ...]:
        """Words that take capitals."""
        return tuple(
            CapitalForm(
                row["form"],
                row["certainty"],
                row.get("point", ""),
                row.get("small", False),
                tuple(row.get("unless-next", ())),
                tuple(row.get("only-next", ())),
            )
            for row in self._rows("capital_form")
        )

    @cached_property
    def allowed_words(self) -> frozenset[str]:
        """Words in lower case that are no Vietnamese syllables and still right: foreign words, minority names."""
        return frozenset(row["word"].lower() for row in self._rows("allowed_word"))

    @cached_property
    def own_names(self) -> tuple[str, ...]:
        """Names that the user's house style declares right as they stand."""
        return tuple(row["name"] for row in self._rows("own_name"))


def _confusion(line: str) -> Confusion:
    wrong, right, mode, right_in, only_before = line.split("|")
    return Confusion(wrong, right, mode == "always", _listed(right_in), _listed(only_before), mode == "variant")


def _listed(field: str) -> tuple[str, ...]:
    return tuple(field.split(",")) if field else ()


def parse_date(text: str) -> PartialDate:
    """``"19/5/1890"``, ``"5/1946"``, ``"1946"`` or ``""`` as a ``PartialDate``.

    Raises ``ValueError`` for anything else.
    """
    if not text:
        return PartialDate()
    numbers = [int(part) for part in text.split("/")]
    if len(numbers) > 3:
        raise ValueError(f"not a date: {text!r}")
    numbers.reverse()
    return PartialDate(*numbers)
