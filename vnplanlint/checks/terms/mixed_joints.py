"""The same four syllables with a mark between the middle ones, and without it.

No list of terms is needed: wherever a comma, hyphen or dash stands between two words, the
document is asked whether it also writes these words with nothing or another dash between them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from vnplanlint.checks.terms.known_forms import Known, known_forms
from vnplanlint.checks.terms.wording import everywhere, own_words, told
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit
from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.normal_forms import syllable_set
from vnplanlint.mentions.syllables import Syllables
from vnplanlint.spans import Span

_MARKS = frozenset("-–—,&")
_SHARE_OF_LISTS = 4
"""How many times more often a comma must stand than not: else the words may be verb and object."""
_SHARE_OF_NAMES = 2
_FUNCTION_WORDS = syllable_set(
    "và của các những thì là được để cho với từ trong ngoài trên dưới khi nếu mà không đã đang sẽ phải cần theo",
    "về do tại đến tới hoặc hay nhằm như này đó trước sau gồm",
)
_BEGIN_ANOTHER_PHRASE = _FUNCTION_WORDS | syllable_set("bị có bởi kể góp bao đảm bảo phù trình quyết")
_ENDS_OF_ORGANS = frozenset(
    (("dân", "tỉnh"), ("dân", "huyện"), ("dân", "xã"), ("thành", "phố"), ("chính", "phủ"), ("trung", "ương"))
)
"""Behind the name of an organ an object begins, or the next of a list: trình Ủy ban nhân dân tỉnh | dự thảo."""
_HEADS = syllable_set("bộ sở ban phòng cục vụ viện hội ủy uỷ trung chi đoàn liên văn tổng trường khoa")
_REACH = 5
"""Within how many syllables before a name the word for its kind of organ stands."""


_Four = tuple[str, ...]


class Joint(NamedTuple):
    """Two words of two syllables each, and what stands between them.

    ``mark`` is "" for nothing but spaces; ``between`` from the first word to the second;
    ``capitals`` tells which of the four begin with one.
    """

    four: _Four
    mark: str
    between: Span
    capitals: tuple[int, ...]
    shouted: bool
    own: bool
    of_organ: bool
    is_known: bool


class Mixed(NamedTuple):
    """Four syllables that the document joins in two ways, the rarer and the more frequent one.

    ``is_name`` tells whether they are part of an organ's name.
    """

    odd: list[Joint]
    usual: list[Joint]
    is_name: bool


def mixed_terms(document: Document) -> Iterator[Hit]:
    """Terms that the document joins in two ways."""
    for mixed in document.ask(_mixed):
        if not mixed.is_name:
            yield _hit(document, mixed)


def mixed_names(document: Document) -> Iterator[Hit]:
    """Names of organs that the document joins in two ways."""
    for mixed in document.ask(_mixed):
        if mixed.is_name:
            yield _hit(document, mixed)


def _hit(document: Document, mixed: Mixed) -> Hit:
    model, shown = mixed.usual[0], _shown(document, mixed.usual[0])
    return told(
        document,
        [_shown(document, joint) for joint in mixed.odd],
        document.words(shown),
        [Edit(joint.between, _rejoined(document, joint.between, model.mark)) for joint in mixed.odd],
        shown,
        variant="usual",
        severity="style",
    )


def _rejoined(document: Document, between: Span, mark: str) -> str:
    joint = {"": " ", ",": ", "}.get(mark, f" {mark} ")
    source = document.source.text[between.start : between.end]
    blank = source[len(source.rstrip()) :]
    return joint.rstrip() + blank if "\n" in blank else joint


def _shown(document: Document, joint: Joint) -> Span:
    """The four syllables, and a fifth or sixth where they begin or end within a word: "kinh | tế số, xã hội"."""
    syllables, facts = document.syllables, document.facts
    last = syllables.at(joint.between.end) + 1
    first = last - 3
    if facts.is_compound(syllables.before(first), syllables.forms[first]):
        first -= 1
    if facts.is_compound(syllables.forms[last], syllables.after(last)):
        last += 1
    return syllables.span(first, last)


# which four syllables, without their places


class _Fours(NamedTuple):
    """Four syllables in a row that may be two words: with only spaces between them, and with a mark in the middle."""

    plain: frozenset[_Four]
    marked: frozenset[tuple[_Four, str]]


def _mixed(document: Document) -> list[Mixed]:
    """What the document joins in two ways, but for known forms: of these the right joint is known."""
    marks: dict[_Four, set[str]] = {}
    for passage in document.passages:
        for four, mark in passage.ask(_fours).marked:
            marks.setdefault(four, set()).add(mark)
    marked = frozenset(marks)
    plain = {four for passage in document.passages for four in passage.ask(_fours).plain & marked}
    dashed = {four for four, of_four in marks.items() if len(of_four - {","}) > 1}
    found: dict[_Four, list[Joint]] = {}
    for joint in document.search(_joints, plain | dashed) if plain or dashed else ():
        found.setdefault(joint.four, []).append(joint)
    judged = [_judged(found[four]) for four in sorted(plain)] + [_two_dashes(found[four]) for four in sorted(dashed)]
    return [mixed for mixed in judged if mixed and not any(joint.is_known for joint in mixed.odd)]


def _fours(document: Document) -> _Fours:
    forms, gaps = document.syllables.forms, _gaps(document.syllables)
    rows = zip(forms, forms[1:], forms[2:], forms[3:], strict=False)
    plain = frozenset(
        four
        for four, before, joint, behind in zip(rows, gaps, gaps[1:], gaps[2:], strict=False)
        if joint == before == behind == " " and four[2] not in _BEGIN_ANOTHER_PHRASE
    )
    marked = [
        (tuple(forms[index - 1 : index + 3]), gap)
        for index, gap in enumerate(gaps)
        if gap in _MARKS and gaps[max(index - 1, 0)] == " " and gaps[index + 1 : index + 2] == [" "]
    ]
    return _Fours(plain, frozenset((four, mark) for four, mark in marked if not _is_loose(four)))


def _gaps(syllables: Syllables) -> list[str]:
    """What stands behind each syllable before the next: one space for any number of them, or a sign without spaces."""
    text = syllables.text
    gaps = [text[end:start] for end, start in zip(syllables.ends, syllables.starts[1:], strict=False)]
    return [gap if gap == " " else gap.strip(" ") or " " for gap in gaps]


def _is_loose(four: _Four) -> bool:
    """Whether the syllables behind the joint may be another phrase."""
    return four[2] in _BEGIN_ANOTHER_PHRASE or four[:2] in _ENDS_OF_ORGANS or not _FUNCTION_WORDS.isdisjoint(four)


# where they stand


def _joints(document: Document, wanted: set[_Four]) -> Iterator[Joint]:
    """Every place of the ``wanted`` fours in a passage, with a mark in their middle or without."""
    fours = document.ask(_fours)
    syllables = document.syllables
    for four in wanted & fours.plain | {four for four, _ in fours.marked if four in wanted}:
        for index in everywhere(syllables, four[1]):
            if index and tuple(syllables.forms[index - 1 : index + 3]) == four:
                yield from _joint(document, index, four)


def _joint(document: Document, index: int, four: _Four) -> Iterator[Joint]:
    """How the syllables around the joint behind ``index`` stand there, if they are two words."""
    syllables = document.syllables
    between = Span(syllables.ends[index], syllables.starts[index + 1])
    mark = document.text[between.start : between.end].strip(" ")
    if (mark and mark not in _MARKS) or not (syllables.goes_on(index - 1) and syllables.goes_on(index + 1)):
        return
    yield Joint(
        four,
        mark,
        between,
        capitals=_capitals(syllables, index),
        shouted=syllables.written(index).isupper(),
        own=own_words(document).at(syllables.starts[index]),
        of_organ=_follows_a_head(syllables, index),
        is_known=_is_known(known_forms(document), syllables.span(index)),
    )


def _capitals(syllables: Syllables, index: int) -> tuple[int, ...]:
    """Which of the four syllables begin with a capital; in capitals throughout, all of them."""
    return tuple(number for number in range(4) if syllables.written(index - 1 + number)[0].isupper())


def _follows_a_head(syllables: Syllables, index: int) -> bool:
    """Whether the word for a kind of organ stands shortly before, in the same paragraph."""
    first = max(index - 1 - _REACH, 0)
    return any(
        syllables.forms[one] in _HEADS
        and syllables.written(one)[0].isupper()
        and "\n" not in syllables.text[syllables.ends[one] : syllables.starts[index]]
        for one in range(first, index - 1)
    )


def _is_known(known: tuple[Known, ...], syllable: Span) -> bool:
    """Whether a known form goes on behind the syllable."""
    at = bisect_right(known, syllable.start, key=_start_of) - 1
    return at >= 0 and known[at].span.end > syllable.end


def _start_of(known: Known) -> int:
    return known.span.start


# what is said of them


def _judged(joints: list[Joint]) -> Mixed | None:
    """The rarer and the usual way, where the document leaves no doubt that one term is meant."""
    with_mark = [joint.mark for joint in joints if joint.mark]
    mark = max(with_mark, key=lambda mark: (with_mark.count(mark), mark == "-"))
    plain = [joint for joint in joints if not joint.mark and joint.own]
    joined = [joint for joint in joints if joint.mark == mark and not joint.shouted]
    if not plain or not joined:
        return None
    both = [*plain, *joined]
    if mark == "," or not any(len(joint.capitals) > 1 for joint in both):
        share = _SHARE_OF_LISTS if mark == "," else _SHARE_OF_NAMES
        clear = len(joined) >= share * len(plain) and len(joined) > 2
        return Mixed(plain, joined, False) if clear and not any(joint.capitals for joint in plain) else None
    if not all({0, 2} <= set(joint.capitals) for joint in both) or len(joined) < _SHARE_OF_NAMES * len(plain):
        return None
    return Mixed(plain, joined, any(joint.of_organ for joint in both))


def _two_dashes(joints: list[Joint]) -> Mixed | None:
    """The name of an organ with a hyphen here and a dash there."""
    ways: dict[str, list[Joint]] = {}
    for joint in joints:
        is_name = {0, 2} <= set(joint.capitals) and not joint.shouted and joint.four[2] not in _HEADS
        if joint.mark and joint.mark in "-–—" and joint.of_organ and joint.own and is_name:
            ways.setdefault(joint.mark, []).append(joint)
    if len(ways) < 2:
        return None
    usual = max(ways, key=lambda mark: (len(ways[mark]), mark == "-"))
    odd = min(ways, key=lambda mark: (len(ways[mark]), mark == "-"))
    return Mixed(ways[odd], ways[usual], True)
