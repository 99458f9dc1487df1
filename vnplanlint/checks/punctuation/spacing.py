"""Do spaces stand where marks want them, within one physical line of the source?

Proved in the source and not in the joined text: there a line break or a markdown mark looks like a space.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vnplanlint.checks.punctuation.legibility import is_clean, is_scanned, reads_well
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit, Place, Remedy, Severity
from vnplanlint.light_typing import NamedTuple
from vnplanlint.orthography import is_possible
from vnplanlint.patterns import MULTILINE, pattern
from vnplanlint.spans import Span

_BLANKS = " \u00a0"
_SPACE_BEFORE = pattern(r"[,;:.!?](?<=[ \u00a0].)(?![\w.,;:!?…])")
_BRACKET = pattern(r"\((?:[ \u00a0]{1,2}(?=[^\s().…_])|(?=\p{L}{2}))|\)(?<=[ \u00a0].)")
_GLUED = pattern(r"[,;:.)”]\p{L}{2}")
_BLANK = pattern(r"[ \t]*[.…_]{2}|[ \t]*$", MULTILINE)
_DASH = pattern(r"[-–](?:(?<=[ \u00a0].)(?![ \u00a0])|(?=[ \u00a0])(?<![ \u00a0].))")
_APART = frozenset(("tieu-ngu", "so-ky-hieu", "luu"))
_NO_WORD = "/@_\\|<>=#"
_LONGEST_TOKEN = 80
_LONGEST_BRACKET = 200
_MOST_ALIKE = 3
_MOST = 6


class _Spot(NamedTuple):
    """A wrong space: what to underline, and the edits that mend it."""

    span: Span
    kind: str
    mark: str
    edits: tuple[Edit, ...]


def space_around_mark(document: Document) -> Iterator[Hit]:
    """A space too many or missing at a mark."""
    if not is_scanned(document):
        yield from _hits(document, (*document.gather(_around_marks), *_legible(document, _in_quotations(document))))


def one_sided_dash(document: Document) -> Iterator[Hit]:
    """A dash between two words with a space on one side only."""
    if not is_scanned(document):
        yield from _hits(document, document.gather(_at_dashes))


def _around_marks(document: Document) -> Iterator[_Spot]:
    source = document.source.text
    return _legible(document, (*_before_marks(source), *_at_brackets(source, document.text), *_glued(source)))


def _at_dashes(document: Document) -> Iterator[_Spot]:
    return _legible(document, _dashes(document.source.text))


def _legible(document: Document, found: Iterable[_Spot]) -> Iterator[_Spot]:
    """The spots that lie in the text, within one line and in legible words."""
    apart = [component.span for component in document.components if component.kind in _APART]
    for spot in _visible(document, found):
        if reads_well(document, spot.span) and not any(span.overlaps(spot.span) for span in apart):
            yield spot


def _hits(document: Document, found: Iterable[_Spot]) -> Iterator[Hit]:
    """The spots, each told by itself unless there are too many of a kind."""
    groups: dict[str, list[_Spot]] = {}
    for spot in sorted(found):
        groups.setdefault(spot.kind, []).append(spot)
    for kind, spots in groups.items():
        severity: Severity | None = "style" if kind == "before-colon" else None
        for group in [spots] if severity or len(spots) > _MOST else _alike(document, spots):
            yield _hit(group, severity, is_clean(document))


def _alike(document: Document, spots: list[_Spot]) -> Iterator[list[_Spot]]:
    """The spots one by one, but those with the same words together where there are many."""
    same: dict[str, list[_Spot]] = {}
    for spot in spots:
        same.setdefault(document.words(spot.span), []).append(spot)
    for group in same.values():
        yield from [group] if len(group) > _MOST_ALIKE else [[spot] for spot in group]


def _hit(spots: list[_Spot], severity: Severity | None, certain: bool) -> Hit:
    first, *others = spots
    kind = {"before-colon": "before", "dash": ""}.get(first.kind, first.kind)
    edits = tuple(edit for spot in spots for edit in spot.edits)
    return Hit(
        first.span,
        {"mark": first.mark},
        kind,
        places=tuple(Place(spot.span, "also") for spot in others),
        remedies=(Remedy("mend", edits, "safe" if kind else "unsafe"),),
        severity=severity,
        certain=certain,
    )


def _visible(document: Document, found: Iterable[_Spot]) -> Iterator[_Spot]:
    """Those that lie in the text and within one line."""
    source, text = document.source.text, document.text
    for spot in sorted(found):
        place = spot.span.end - 1
        if source[place] == text[place] and "\n" not in source[spot.span.start : spot.span.end]:
            yield spot


def _before_marks(source: str) -> Iterator[_Spot]:
    """ "của ,": a space before a comma, semicolon, colon or stop."""
    for match in _SPACE_BEFORE.finditer(source):
        place = match.start()
        start = _without_blanks(source, place)
        word = _word_before(source, start)
        if start <= 0 or not (source[start - 1].isalnum() or source[start - 1] in ")”%"):
            continue
        mark = source[place]
        if mark == ":" and place > start + 1:
            continue  # the colons of a list stand under one another
        if (len(word) == 1 and word.islower()) or (mark == ":" and _is_ratio(source, start, place)):
            continue
        if _is_no_word(_token(source, start - 1)) or (mark == ":" and _BLANK.match(source, place + 1)):
            continue  # after a symbol the space is left from a link of a web page
        yield _Spot(
            Span(max(start - len(word), 0), place + 1),
            "before-colon" if mark == ":" else "before",
            mark,
            (Edit(Span(start, place), ""),),
        )


def _is_ratio(source: str, start: int, place: int) -> bool:
    """Whether figures stand on both sides of the colon: 1 : 500."""
    return source[start - 1].isdigit() and source[place + 1 : place + 3].strip()[:1].isdigit()


_BEFORE_BLANKS = frozenset(("ngày", "tháng", "năm", "số"))
"""Before what is filled in by hand: "(từ ngày … đến ngày   )"."""


def _at_brackets(source: str, text: str) -> Iterator[_Spot]:
    """ "( nếu có )" and "xã hội(nếu": spaces inside the brackets, none in front of them."""
    opened: _Spot | None = None
    for match in _BRACKET.finditer(source):
        start, end = match.span()
        if source[start] == "(":
            if opened:
                yield opened
            opened = _at_opening(source, start, end)
        elif _closes_text(source, end - 1):
            first = _without_blanks(source, end - 1)
            edit = Edit(Span(first, end - 1), "")
            if opened and _is_one_pair(source, text, Span(opened.span.start, start), opened.span.end):
                yield opened._replace(edits=(*opened.edits, edit))
                opened = None
            elif source[first - 1] != ":" and (word := _word_before(source, first)) not in _BEFORE_BLANKS:
                yield _Spot(Span(first - len(word), end), "before", ")", (edit,))
    if opened:
        yield opened


def _is_one_pair(source: str, text: str, brackets: Span, inner: int) -> bool:
    """Whether the two brackets, with the words from ``inner`` on between them, belong together."""
    between = Span(inner, brackets.end)
    near = 0 < brackets.end - brackets.start < _LONGEST_BRACKET
    return near and ")" not in source[slice(*between)] and "\n" not in text[slice(*between)]


def _at_opening(source: str, start: int, end: int) -> _Spot | None:
    """What is wrong with the spaces at the bracket that opens at ``start``."""
    edits: list[Edit] = []
    word = _word_before(source, start)
    is_glued = word.islower() and len(word) > 1 and is_possible(word) and _is_lower_word(source, end)
    if is_glued:
        edits.append(Edit(Span(start, start), " "))
    if end > start + 1:
        edits.append(Edit(Span(start + 1, end), ""))
    if not edits:
        return None
    first = start - len(word) if is_glued else start
    kind = "after-opening" if end > start + 1 else "missing-before"
    return _Spot(Span(first, _word_end(source, end)), kind, "(", tuple(edits))


def _in_quotations(document: Document) -> Iterator[_Spot]:
    """ "“ học tập”": spaces inside quotation marks."""
    source = document.source.text
    for (start, end), closed in document.quotations:
        if source[start] not in "“„":
            continue
        inner = start + 1
        while inner < end and source[inner] in _BLANKS:
            inner += 1
        if start + 1 < inner <= start + 3 and source[inner : inner + 1].isalnum():
            edit = Edit(Span(start + 1, inner), "")
            yield _Spot(Span(start, _word_end(source, inner)), "after-opening", source[start], (edit,))
        last = _without_blanks(source, end - 1)
        if (
            closed
            and last < end - 1
            and source[end - 1] == "”"
            and (source[last - 1].isalnum() or source[last - 1] in ".!?)%")
        ):
            word = _word_before(source, last)
            yield _Spot(Span(last - len(word), end), "before", "”", (Edit(Span(last, end - 1), ""),))


def _glued(source: str) -> Iterator[_Spot]:
    """ "kế hoạch,báo cáo": no space after the mark."""
    for match in _GLUED.finditer(source):
        place = match.start()
        before, after = _word_before(source, place), source[place + 1 : _word_end(source, place + 1)]
        token = _token(source, place)
        if _is_no_word(token) or "://" in token or token.lower().startswith(("http", "www")):
            continue
        if not (_wants_space(source[place], before, after) or _ends_a_sentence(source, place, before, after)):
            continue
        span = Span(place - len(before), place + 1 + len(after))
        yield _Spot(span, "missing-after", source[place], (Edit(Span(place + 1, place + 1), " "),))


def _wants_space(mark: str, before: str, after: str) -> bool:
    if mark in ")”":
        return before.islower() and after.islower() and len(before) > 1 and is_possible(after)
    if mark == ".":  # a new sentence: not TP.HCM, ThS.Nguyễn, gov.vn
        is_sentence_end = before.islower() and len(before) > 1 and not before.isascii() and is_possible(before)
        return is_sentence_end and after[0].isupper() and after[1:].islower() and is_possible(after.lower())
    if len(before) < 2 or (before.isupper() and after.isupper()):
        return False
    return is_possible(after.lower()) or (after.isascii() and after.islower() and len(after) > 3)


def _ends_a_sentence(source: str, place: int, before: str, after: str) -> bool:
    """ "thù lao.Việc": a plain word too, where the words around it are Vietnamese and it is no part of an address."""
    first = place - len(before)
    if source[place] != "." or source[first - 1 : first] not in (" ", "\u00a0") or not before.isascii():
        return False
    if not (before.islower() and is_possible(before) and after.istitle() and is_possible(after.lower())):
        return False
    neighbour = _word_before(source, _without_blanks(source, first))
    return not after.isascii() or (not neighbour.isascii() and is_possible(neighbour.lower()))


def _dashes(source: str) -> Iterator[_Spot]:
    """ "Lao động- Thương binh": a space on one side of the dash only."""
    for match in _DASH.finditer(source):
        place = match.start()
        right = source[place + 1 : place + 2] in _BLANKS
        first = _without_blanks(source, place)
        after = place + 2 if right else place + 1
        before, end = _word_before(source, first), _word_end(source, after)
        if not _joins_words(source, first, before, source[after:end]):
            continue
        edit = Edit(Span(place, place), " ") if right else Edit(Span(place + 1, place + 1), " ")
        yield _Spot(Span(first - len(before), end), "dash", source[place], (edit,))


def _joins_words(source: str, first: int, before: str, after: str) -> bool:
    """Whether words stand on both sides of a dash: no numeral of a heading, no symbol, no list mark."""
    if len(before) < 2 or len(after) < 2 or not (before.isalpha() and after.isalpha()):
        return False
    token = _token(source, first - 1)
    is_roman = not before.strip("IVX")
    is_blank = before == "số" and after.isupper()  # Văn bản số -CV/TU
    return not (is_roman or is_blank or "/" in token or any(char.isdigit() for char in token))


def _closes_text(source: str, place: int) -> bool:
    """Whether the bracket at ``place`` is set off from the text that it closes, not in a box to fill in."""
    first = _without_blanks(source, place)
    return first > 0 and source[first - 1] not in "\n(…._|-" and place - first <= 2


def _without_blanks(source: str, place: int) -> int:
    """The offset after the last visible character before ``place``."""
    while place > 0 and source[place - 1] in _BLANKS:
        place -= 1
    return place


def _word_before(source: str, place: int) -> str:
    start = place
    while start > 0 and source[start - 1].isalnum():
        start -= 1
    return source[start:place]


def _word_end(source: str, place: int) -> int:
    while place < len(source) and source[place].isalnum():
        place += 1
    return place


def _is_lower_word(source: str, place: int) -> bool:
    return source[place : _word_end(source, place)].islower()


def _token(source: str, place: int) -> str:
    """What stands around ``place`` between white space."""
    before = source[max(0, place - _LONGEST_TOKEN) : place].split()
    after = source[place : place + _LONGEST_TOKEN].split()
    glued_before = bool(before) and not source[place - 1].isspace()
    glued_after = bool(after) and not source[place].isspace()
    return (before[-1] if glued_before else "") + (after[0] if glued_after else "")


def _is_no_word(token: str) -> bool:
    return any(sign in token for sign in _NO_WORD)
