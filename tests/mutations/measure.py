"""Trying mistakes on the clean plans and counting which ones are found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import regex

from vnplanlint.document.build import build_document
from vnplanlint.engine import check_document
from vnplanlint.findings import Finding
from vnplanlint.readers.text import decode, from_text
from vnplanlint.rulebook import RuleBook, load

from . import (  # noqa: F401  (they enter their kinds)
    of_characters,
    of_dates,
    of_format,
    of_names,
    of_outline,
    of_punctuation,
    of_quantities,
    of_references,
    of_terms,
    of_words,
)
from .kinds import KINDS, Change, Kind, apply

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
AMENDED = regex.compile(r"^“[^”]*”", regex.MULTILINE)


class Miss(NamedTuple):
    """A mistake that was not found as it should be."""

    plan: str
    why: str
    snippet: str


class Score(NamedTuple):
    """How one kind fared: ``found`` of ``tried`` with the right code, at its place, and alone."""

    kind: Kind
    tried: int
    found: int
    misses: tuple[Miss, ...]

    @property
    def rate(self) -> float:
        return self.found / self.tried if self.tried else 0.0


@cache
def book() -> RuleBook:
    return load()


@cache
def clean_plans() -> tuple[tuple[str, str], ...]:
    """Name and text of each plan that nothing was planted in."""
    faulty = {line.split("\t")[0] for line in (CORPUS / "planted.tsv").read_text("utf-8").splitlines()}
    paths = sorted(path for path in CORPUS.iterdir() if path.suffix in {".txt", ".md"})
    plans = [path for path in paths if path.name not in faulty and path.name != "README.md"]
    return tuple((path.stem, decode(path.read_bytes(), path.name).text) for path in plans)


def places(kind: Kind) -> list[tuple[str, str, Change]]:
    """Every place of every clean plan where the mistake fits."""
    return [
        (name, text, change)
        for name, text in clean_plans()
        for change in kind.changes(text)
        if not _in_amended_text(text, change)
    ]


def _in_amended_text(text: str, change: Change) -> bool:
    """Whether it stands in the quoted wording of another act, which nobody judges."""
    quotations = (found.span() for found in AMENDED.finditer(text))
    return any(start <= change.region[0] < end for start, end in quotations)


def spread(items: list[tuple[str, str, Change]], limit: int) -> list[tuple[str, str, Change]]:
    """At most ``limit`` of them, evenly over the whole list, always the same ones."""
    if len(items) <= limit:
        return items
    return [items[number * len(items) // limit] for number in range(limit)]


def measure(limit: int, words: Sequence[str] = ()) -> Iterator[Score]:
    """Try each kind (those whose name or codes hold one of ``words``) at up to ``limit`` places."""
    for kind in KINDS:
        if words and not any(word in f"{kind.name} {kind.codes}" for word in words):
            continue
        yield measure_kind(kind, limit)


def measure_kind(kind: Kind, limit: int) -> Score:
    """Try one kind at up to ``limit`` places."""
    chosen = spread(places(kind), limit)
    misses = tuple(miss for plan in chosen if (miss := _try(kind, *plan)))
    return Score(kind, len(chosen), len(chosen) - len(misses), misses)


def _try(kind: Kind, name: str, text: str, change: Change) -> Miss | None:
    mutated, region = apply(text, change)
    findings = check_document(build_document(from_text(mutated), book().facts), book())
    why = _judge(kind, findings, region, mutated)
    start, end = max(region[0] - 40, 0), region[1] + 30
    return Miss(name, why, " ".join(mutated[start:end].split())) if why else None


def _judge(kind: Kind, findings: list[Finding], region: tuple[int, int], text: str) -> str:
    """What is wrong with the answer, or "" if it is right."""
    right = [f for f in findings if f.code in kind.codes and _points_at(f, region)]
    others = [f for f in findings if f not in right[:1]]
    if not right and not others:
        return "silent"
    if others:
        surplus = ", ".join(f"{f.code} “{text[f.span.start : f.span.end][:40]}”" for f in others[:3])
        return ("also " if right else "instead ") + surplus
    return ""


def _points_at(finding: Finding, region: tuple[int, int]) -> bool:
    spans = (finding.span, *(related.span for related in finding.related))
    return any(span.start <= region[1] and span.end >= region[0] for span in spans)
