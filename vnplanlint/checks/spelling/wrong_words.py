"""Valid syllables in the wrong place, where a person wrote them: a scanner's are its own affair."""

from __future__ import annotations

from vnplanlint.checks.spelling.confusions import always_wrong, wrong_here
from vnplanlint.checks.spelling.near_compounds import likely_wrong
from vnplanlint.document.model import Document
from vnplanlint.findings import Hit
from vnplanlint.light_typing import NamedTuple


class _Found(NamedTuple):
    always: list[Hit]
    here: list[Hit]
    likely: list[Hit]


def always_wrong_word(document: Document) -> list[Hit]:
    """Words that no text writes like this."""
    return document.ask(_wrong_words).always


def wrong_in_context(document: Document) -> list[Hit]:
    """Words that are right in some company, not in this one."""
    return document.ask(_wrong_words).here


def likely_wrong_word(document: Document) -> list[Hit]:
    """Two neighbours that make no word and would make a common one with another mark."""
    return document.ask(_wrong_words).likely


def _wrong_words(document: Document) -> _Found:
    """All three kinds at once: only together do they tell a scan from a hasty writer."""
    found = _Found(list(always_wrong(document)), wrong_here(document), list(likely_wrong(document)))
    if _is_scanned(document, found):
        return _Found([], [], [])
    if len(_words(document, found)) >= _MANY and _share(document, found) > _HASTY:
        return _Found(*([hit._replace(certain=False) for hit in kind] for kind in found))
    return found


_LITTERED = 0.01
_SOME_LITTER = 0.0008
"""Shares of damaged words: a clear sign of a scan, and one that needs another beside it."""
_SCANNED = 1 / 250
_HASTY = 1 / 150
"""Different wrong words by syllables: writers stay below one in 300, scanners are above one in 200."""
_FEW, _MANY = 3, 12


def _is_scanned(document: Document, found: _Found) -> bool:
    if document.noise >= _LITTERED:
        return True
    many = len(_words(document, found)) >= _FEW and _share(document, found) > _SCANNED
    return document.noise >= _SOME_LITTER and many


def _share(document: Document, found: _Found) -> float:
    return len(_words(document, found)) / max(len(document.syllables), 1)


def _words(document: Document, found: _Found) -> set[str]:
    return {document.words(hit.span).lower() for kind in found for hit in kind}
