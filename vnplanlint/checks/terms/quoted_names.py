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
from vnplanlint.document.model import Document, Quotation
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


class _Found(NamedTuple):
    """A name, in quotation marks or (None) without them, and what is told of it by itself."""

    quotation: Quotation | None
    wording: Wording
    is_known: bool
    slips: tuple[Hit, ...]


def quoted_names(document: Document) -> Iterator[Hit]:
    """Names that are nearly, but not quite, one that is known, or one that this document writes elsewhere."""
    title = document.component("trich-yeu")
    names: list[Name] = []
    left: list[Name] = []
    for one in document.gather(_names):
        found = one if isinstance(one, _Found) else _quoted(document, one)
        own = found is not None and bool(title and found.quotation and title.span.overlaps(found.quotation.span))
        if found is None or not (own or found.quotation is None or found.quotation.closed):
            continue
        name = Name(found.wording, own)
        if found.quotation is not None:
            names.append(name)
        if not found.is_known:
            left.append(name)
        yield from found.slips
    known = _known(document.facts.quoted_names)
    yield from other_capitals(document, names, [one.wording for one in known if one.name.certainty == "high"])
    yield from other_than_first(document, sorted(left, key=_place_of))
    yield from other_titles(document)


def _place_of(name: Name) -> Span:
    return name.wording.span


# names of the document


def _names(document: Document) -> Iterator[_Found | Quotation]:
    """The names in a passage, and the quotations that go on in the next one."""
    for quotation in document.quotations:
        if 0 <= quotation.span.start < len(document.text):
            found = quotation if quotation.span.end > len(document.text) else _quoted(document, quotation)
            if found is not None:
                yield found
    known = _known(document.facts.quoted_names)
    for name in (*_unquoted(document, known), *_directives(document, known)):
        yield _looked_up(document, name, None)


def _quoted(document: Document, quotation: Quotation) -> _Found | None:
    """What is quoted, if it may be a name."""
    span, closed = quotation
    inside = wording(document.text, Span(span.start + 1, span.end - 1 if closed else span.end))
    if 3 <= len(inside.words) <= _LONGEST and not _is_amended(document, span) and not _is_given(document, inside):
        return _looked_up(document, inside, quotation)
    return None


def _looked_up(document: Document, name: Wording, quotation: Quotation | None) -> _Found:
    official = _nearest(name, _known(document.facts.quoted_names))
    if official is None:
        return _Found(quotation, name, False, ())
    is_right = official.words == _kept(name)
    return _Found(quotation, name, True, () if is_right else (_other_than_official(document, name, official),))


def _is_given(document: Document, name: Wording) -> bool:
    """Whether the user's house style holds the name right as it stands."""
    return any(plain(own) == " ".join(name.words) for own in document.facts.own_names)


def _is_amended(document: Document, span: Span) -> bool:
    """Whether the words are quoted in order to change them."""
    block = document.block_at(span.start)
    start = block.span.start if block else 0
    return _AMENDING.search(document.text, max(start, span.start - 200), span.start) is not None


def _unquoted(document: Document, known: tuple[_Known, ...]) -> Iterator[Wording]:
    """ "phong trào thi đua Cả nước chung tay xây dựng nông thôn mới": a known name without its marks."""
    text = document.text
    for match in _UNQUOTED.finditer(text):
        stop = _CLAUSE_ENDS.search(text, match.end())
        clause = wording(text, Span(match.end(), min(stop.start() if stop else len(text), match.end() + 200)))
        name = _beginning(clause, known)
        if name is not None:
            yield name


def _directives(document: Document, known: tuple[_Known, ...]) -> Iterator[Wording]:
    """The title given to a directive whose number is known."""
    by_symbol = {official.name.note: official for official in known if official.name.kind == "directive"}
    for reference in document.mentions.references:
        official = by_symbol.get(reference.symbol.text) if reference.symbol else None
        if official is None or reference.title_span is None or document.in_quotation(reference.title_span.start):
            continue
        title = wording(document.text, reference.title_span)
        first = official.wording.words[0]
        start = title.words.index(first) if first in title.words else 0
        name = _beginning(title.part(start, len(title.words) - 1), (official,)) if title.words else None
        if name is not None and "“" not in document.text[reference.title_span.start : name.span.end]:
            yield name


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
    return clause.part(0, best[1] - 1)


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
    written = [name.written[place] for place in range(*here) if place]
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
