"""Telling a finding again after the text around it has moved.

A fingerprint is made of words only: the rule's code, the marked words, those of the other places, and a few
words on both sides inside the same paragraph.  So it holds while lines are inserted, moved or wrapped anew, in
every encoding and language of messages, and changes with the words that were found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from vnplanlint.document.joining import join
from vnplanlint.findings import Finding
from vnplanlint.readers.source import Source
from vnplanlint.spans import Span

_WORDS_AROUND = 5
"""Enough to tell equal mistakes apart; an edit further away leaves the fingerprint as it is."""
_NUMERAL = 8
"""No numeral is longer: “XXVIII.”, “2.3.1.”."""
_DIGITS = 32


def fingerprints(findings: Sequence[Finding], source: Source) -> list[str]:
    """A fingerprint for each of ``findings``, unique among those of this one file.

    Findings that nothing tells apart are numbered as they stand in the text.
    """
    if not findings:
        return []
    joined, _ = join(source.text)
    seen: Counter[str] = Counter()
    marks = [""] * len(findings)
    for index in sorted(range(len(findings)), key=lambda index: findings[index].span):
        parts = _parts(findings[index], source.text, joined)
        same = "\0".join(parts)
        marks[index] = _hashed(f"{same}\0{seen[same]}")
        seen[same] += 1
    return marks


def _parts(finding: Finding, text: str, joined: str) -> list[str]:
    """What the fingerprint rests on; how often the same words stand elsewhere is no part of it."""
    own = _words(finding.span, text, joined)
    others = {_words(related.span, text, joined) for related in finding.related} - {own}
    return [finding.code, own, *_around(finding.span, joined), *sorted(others)]


def _words(span: Span, text: str, joined: str) -> str:
    """The words of ``span``; where it marks nothing but layout, that."""
    return span.words(joined) or span.words(text)


def _around(span: Span, joined: str) -> tuple[str, str]:
    """A few words before and after ``span``, of the paragraphs in which it begins and ends."""
    start = joined.rfind("\n", 0, span.start) + 1
    end = joined.find("\n", span.end)
    before = _without_numeral(joined[start : span.start].split())
    after = joined[span.end : end if end >= 0 else len(joined)].split()
    return " ".join(before[-_WORDS_AROUND:]), " ".join(after[:_WORDS_AROUND])


def _without_numeral(words: list[str]) -> list[str]:
    """The words without the number of the list item, which changes when one is inserted above."""
    return words[1:] if words and len(words[0]) <= _NUMERAL and words[0].endswith((".", ")")) else words


def _hashed(words: str) -> str:
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
