"""Names in quotation marks: campaigns as they were proclaimed, and one name written one way."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from vnplanlint.checks.general.distance import distance
from vnplanlint.checks.terms.nearness import (
    LONG_ENOUGH,
    Name,
    Wording,
    changed,
    difference,
    holds,
    near_in_letters,
    plain,
    wording,
)
from vnplanlint.checks.terms.same_names import other_capitals, other_than_first, other_titles
from vnplanlint.document.model import Document
from vnplanlint.facts import QuotedName
from vnplanlint.findings import Edit, Hit, Remedy
from vnplanlint.light_typing import NamedTuple
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_LONGEST = 60
_DROPPED = frozenset(("việc",))
"""Words that come and go in a title."""
_LOCAL = frozenset(("tỉnh", "huyện", "xã", "phường", "quận", "ngành", "thành", "phố", "thị", "sở", "trường", "khối"))
_AMENDING = pattern(r"cụm +từ|[Ss]ửa +đổi|[Tt]hay +thế|[Bb]ãi +bỏ")
_UNQUOTED = pattern(r"(?:[Pp]hong +trào(?: +thi +đua)?|[Cc]uộc +vận +động) *:? *(?=\p{Lu}\p{L}+ +\p{Ll})")
_CLAUSE_ENDS = pattern(r"[;.:\n\t()“”\"]")


class _Known(NamedTuple):
    name: QuotedName
    wording: Wording
    words: tuple[str, ...]  # those that no title drops


def quoted_names(document: Document) -> Iterator[Hit]:
    """Names that are nearly, but not quite, one that is known, or one that this document writes elsewhere."""
    known = _known(document.facts.quoted_names)
    names = list(_quoted(document))
    left = []
    for name in [*names, *_unquoted(document, known), *_directives(document, known)]:
        official = _nearest(name.wording, known)
        if official is None:
            left.append(name)
        elif official.words != _kept(name.wording):
            yield _other_than_official(document, name.wording, official)
    official_names = [one.wording for one in known if one.name.certainty == "high"]
    yield from other_capitals(document, names, official_names)
    yield from other_than_first(left)
    yield from other_titles(document)


# names of the document


def _quoted(document: Document) -> Iterator[Name]:
    title = document.component("trich-yeu")
    for span, closed in document.quotations:
        own = title is not None and title.span.overlaps(span)
        if not closed and not own:
            continue
        inside = wording(document.text, Span(span.start + 1, span.end - 1 if closed else span.end))
        if 3 <= len(inside.words) <= _LONGEST and not _is_amended(document, span) and not _is_given(document, inside):
            yield Name(inside, own)


def _is_given(document: Document, name: Wording) -> bool:
    """Whether the user's house style holds the name right as it stands."""
    return any(plain(own) == " ".join(name.words) for own in document.facts.own_names)


def _is_amended(document: Document, span: Span) -> bool:
    """Whether the words are quoted in order to change them."""
    block = document.block_at(span.start)
    start = block.span.start if block else 0
    return _AMENDING.search(document.text, max(start, span.start - 200), span.start) is not None


def _unquoted(document: Document, known: tuple[_Known, ...]) -> Iterator[Name]:
    """ "phong trào thi đua Cả nước chung tay xây dựng nông thôn mới": a known name without its marks."""
    text = document.text
    for match in _UNQUOTED.finditer(text):
        stop = _CLAUSE_ENDS.search(text, match.end())
        clause = wording(text, Span(match.end(), min(stop.start() if stop else len(text), match.end() + 200)))
        name = _beginning(clause, known)
        if name is not None:
            yield Name(name, False)


def _directives(document: Document, known: tuple[_Known, ...]) -> Iterator[Name]:
    """The title given to a directive whose number is known."""
    by_symbol = {official.name.note: official for official in known if official.name.kind == "directive"}
    for reference in document.mentions.references:
        official = by_symbol.get(reference.symbol.text) if reference.symbol else None
        if official is None or reference.title_span is None or document.in_quotation(reference.title_span.start):
            continue
        title = wording(document.text, reference.title_span)
        first = official.wording.words[0]
        start = title.words.index(first) if first in title.words else 0
        name = _beginning(Wording(title.text, title.places[start:], title.words[start:]), (official,))
        if name is not None and "“" not in document.text[reference.title_span.start : name.span.end]:
            yield Name(name, False)


def _beginning(clause: Wording, known: tuple[_Known, ...]) -> Wording | None:
    """As many words of ``clause`` as are nearest to a known long name, if they end like it."""
    best: tuple[int, int] | None = None
    for official in known:
        words = official.wording.words
        if len(words) < LONG_ENOUGH or clause.words[:2] != words[:2]:
            continue
        for length in range(len(words) - 2, len(words) + 3):
            part = clause.words[:length]
            if len(part) == length and part[-1] == words[-1]:
                found = distance(part, words, 2), length
                best = min(best, found) if best else found
    if best is None or best[0] > 2:
        return None
    return Wording(clause.text, clause.places[: best[1]], clause.words[: best[1]])


# against the known names


@lru_cache(maxsize=4)
def _known(names: tuple[QuotedName, ...]) -> tuple[_Known, ...]:
    wordings = (wording(name.name, Span(0, len(name.name))) for name in names)
    return tuple(_Known(name, words, _kept(words)) for name, words in zip(names, wordings, strict=True))


def _kept(name: Wording) -> tuple[str, ...]:
    return tuple(word for word in name.words if word not in _DROPPED)


def _nearest(name: Wording, known: tuple[_Known, ...]) -> _Known | None:
    """The known name that ``name`` is or nearly is; None where it is a part, an extension, or another one."""
    words = _kept(name)
    exact = next((official for official in known if words == official.words), None)
    if exact is not None:
        return exact
    found = []
    for official in known:
        if words[:2] == official.words[:2] and official.name.certainty == "high":
            limit = _limit(words, official.words)
            apart = distance(words, official.words, limit) if limit else 1
            if 0 < apart <= limit:
                found.append((apart, official))
    if not found or any(holds(one.words, words) or holds(words, one.words) for one in known):
        return None
    nearest = min(found, key=lambda pair: pair[0])[1]
    return None if _is_local(name, nearest) else nearest


def _is_local(name: Wording, official: _Known) -> bool:
    """Whether the words that differ name a place or a body: "Doanh nghiệp Ninh Bình hội nhập và phát triển"."""
    here, there = difference(name.words, official.wording.words)
    written = [name.text[name.places[place].start : name.places[place].end] for place in range(*here) if place]
    kept = official.wording.words[there.start : there.end]
    return any((word[0].isupper() or word in _LOCAL) and word.lower() not in kept for word in written)


def _limit(words: tuple[str, ...], right: tuple[str, ...]) -> int:
    """By how many words a name may differ and still be meant."""
    if len(right) >= LONG_ENOUGH:
        return 2 if len(right) > LONG_ENOUGH else 1
    apart = [pair for pair in zip(words, right, strict=False) if pair[0] != pair[1]]
    return int(len(words) == len(right) and len(apart) == 1 and near_in_letters(*apart[0]))


def _other_than_official(document: Document, name: Wording, official: _Known) -> Hit:
    span, right = changed(name, official.wording)
    values = {"words": document.words(span), "name": official.name.name, "right": right}
    joined = [tuple(word for word in words if word != "và") for words in (name.words, official.wording.words)]
    return Hit(
        span,
        values,
        remedies=(Remedy("official", (Edit(span, right),), "unsafe", values),),
        severity="style" if joined[0] == joined[1] else None,
    )
