"""The same four syllables with a mark between the middle ones, and without it.

No list of terms is needed: wherever a comma, hyphen or dash stands between two words, the
document is asked whether it also writes these words with nothing or another dash between them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from vnplanlint.checks.terms.known_forms import Known, known_forms
from vnplanlint.checks.terms.wording import own_words, told
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit
from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.normal_forms import syllable_set
from vnplanlint.mentions.syllables import Syllables
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_MARK = pattern(r"[-–—,&]")
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


class Mixed(NamedTuple):
    """Four syllables that the document joins in two ways.

    ``odd`` and ``usual`` are the places of the rarer and the more frequent way, each as the
    index of the syllable before the joint; the marks are "" for none.  ``is_name`` tells
    whether they are part of an organ's name.
    """

    odd: list[int]
    usual: list[int]
    odd_mark: str
    mark: str
    is_name: bool


def mixed_terms(document: Document) -> Iterator[Hit]:
    """Terms that the document joins in two ways."""
    for mixed in _mixed(document):
        if not mixed.is_name:
            yield _hit(document, mixed)


def mixed_names(document: Document) -> Iterator[Hit]:
    """Names of organs that the document joins in two ways."""
    for mixed in _mixed(document):
        if mixed.is_name:
            yield _hit(document, mixed)


def _hit(document: Document, mixed: Mixed) -> Hit:
    joint = _joint(mixed.mark)
    return told(
        document,
        [_shown(document, index) for index in mixed.odd],
        document.words(_shown(document, mixed.usual[0])),
        [_rejoined(document, index, joint) for index in mixed.odd],
        _shown(document, mixed.usual[0]),
        variant="usual",
        severity="style",
    )


def _joint(mark: str) -> str:
    return {"": " ", ",": ", "}.get(mark, f" {mark} ")


def _rejoined(document: Document, index: int, joint: str) -> Edit:
    syllables = document.syllables
    between = Span(syllables.ends[index], syllables.starts[index + 1])
    source = document.source.text[between.start : between.end]
    blank = source[len(source.rstrip()) :]
    return Edit(between, joint.rstrip() + blank if "\n" in blank else joint)


def _shown(document: Document, index: int) -> Span:
    """The four syllables, and a fifth or sixth where they begin or end within a word: "kinh | tế số, xã hội"."""
    syllables = document.syllables
    first, last = index - 1, index + 2
    if document.facts.is_compound(syllables.before(first), syllables.forms[first]):
        first -= 1
    if document.facts.is_compound(syllables.forms[last], syllables.after(last)):
        last += 1
    return syllables.span(first, last)


@lru_cache(maxsize=1)
def _mixed(document: Document) -> tuple[Mixed, ...]:
    marked = _marked(document)
    known = known_forms(document)
    starts = [one.span.start for one in known]
    found: dict[tuple[str, ...], dict[str, list[int]]] = {}
    for pair, index in _unmarked(document.syllables, marked):
        for place, mark in marked[pair]:
            key = _shared(document.syllables, index, place)
            if key:
                ways = found.setdefault(key, {"": []})
                if index not in ways[""]:
                    ways[""].append(index)
                places = ways.setdefault(mark, [])
                if place not in places:
                    places.append(place)
    judged = [*(_judged(document, ways) for ways in found.values()), *_two_dashes(document, marked)]
    return tuple(mixed for mixed in judged if mixed and not _is_known(known, starts, document.syllables, mixed))


def _marked(document: Document) -> dict[tuple[str, str], list[tuple[int, str]]]:
    """Every place where one mark and spaces stand between two syllables, by these syllables."""
    text, syllables = document.text, document.syllables
    starts, ends, forms = syllables.starts, syllables.ends, syllables.forms
    found: dict[tuple[str, str], list[tuple[int, str]]] = {}
    last = len(forms) - 1
    for match in _MARK.finditer(text):
        place = match.start()
        index = bisect_right(ends, place) - 1
        if 0 <= index < last and text[ends[index] : starts[index + 1]].strip(" ") == match.group():
            found.setdefault((forms[index], forms[index + 1]), []).append((index, match.group()))
    return found


def _unmarked(
    syllables: Syllables, marked: dict[tuple[str, str], list[tuple[int, str]]]
) -> Iterator[tuple[tuple[str, str], int]]:
    forms = syllables.forms
    firsts = {first for first, _ in marked}
    for index in [index for index, form in enumerate(forms[:-1]) if form in firsts]:
        pair = forms[index], forms[index + 1]
        if pair in marked and syllables.goes_on(index):
            yield pair, index


def _shared(syllables: Syllables, index: int, place: int) -> tuple[str, ...]:
    """The four syllables around both places, if they are the same and nothing else stands between them."""
    forms = syllables.forms
    if min(index, place) < 1 or max(index, place) + 2 >= len(forms):
        return ()
    four = tuple(forms[index - 1 : index + 3])
    same = four == tuple(forms[place - 1 : place + 3])
    whole = all(syllables.goes_on(one) for one in (index - 1, index + 1, place - 1, place + 1))
    loose = four[2] in _BEGIN_ANOTHER_PHRASE or four[:2] in _ENDS_OF_ORGANS or not _FUNCTION_WORDS.isdisjoint(four)
    return four if same and whole and not loose else ()


def _judged(document: Document, ways: dict[str, list[int]]) -> Mixed | None:
    """The rarer and the usual way, where the document leaves no doubt that one term is meant."""
    own = own_words(document)
    syllables = document.syllables
    mark = max((mark for mark in ways if mark), key=lambda mark: (len(ways[mark]), mark == "-"))
    plain = [index for index in ways[""] if own.at(syllables.starts[index])]
    joined = [index for index in ways[mark] if not syllables.written(index).isupper()]
    if not plain or not joined:
        return None
    capitals = [_capitals(syllables, index) for index in (*plain, *joined)]
    if mark == "," or not any(len(one) > 1 for one in capitals):
        share = _SHARE_OF_LISTS if mark == "," else _SHARE_OF_NAMES
        clear = len(joined) >= share * len(plain) and len(joined) > 2
        return Mixed(plain, joined, "", mark, False) if clear and not any(capitals[: len(plain)]) else None
    if not all(0 in one and 2 in one for one in capitals) or len(joined) < _SHARE_OF_NAMES * len(plain):
        return None
    return Mixed(plain, joined, "", mark, any(_follows_a_head(syllables, index) for index in (*plain, *joined)))


def _two_dashes(document: Document, marked: dict[tuple[str, str], list[tuple[int, str]]]) -> Iterator[Mixed]:
    """Names of organs with a hyphen here and a dash there."""
    syllables, own = document.syllables, own_words(document)
    for places in marked.values():
        if len(places) < 2 or len({mark for _, mark in places if mark != ","}) < 2:
            continue
        ways: dict[tuple[str, ...], dict[str, list[int]]] = {}
        for index, mark in places:
            if mark in "-–—" and _follows_a_head(syllables, index) and own.at(syllables.starts[index]):
                four = _shared(syllables, index, index)
                if four and four[2] not in _HEADS and _is_a_name(syllables, index):
                    ways.setdefault(four, {}).setdefault(mark, []).append(index)
        for by_mark in ways.values():
            if len(by_mark) > 1:
                usual = max(by_mark, key=lambda mark: (len(by_mark[mark]), mark == "-"))
                odd = min(by_mark, key=lambda mark: (len(by_mark[mark]), mark == "-"))
                yield Mixed(by_mark[odd], by_mark[usual], odd, usual, True)


def _capitals(syllables: Syllables, index: int) -> tuple[int, ...]:
    """Which of the four syllables begin with a capital; in capitals throughout, all of them."""
    return tuple(number for number in range(4) if syllables.written(index - 1 + number)[0].isupper())


def _is_a_name(syllables: Syllables, index: int) -> bool:
    """Whether both words begin with a capital, and not everything is in capitals."""
    return {0, 2} <= set(_capitals(syllables, index)) and not syllables.written(index).isupper()


def _follows_a_head(syllables: Syllables, index: int) -> bool:
    first = max(index - 1 - _REACH, 0)
    return any(
        syllables.forms[one] in _HEADS and syllables.written(one)[0].isupper() for one in range(first, index - 1)
    )


def _is_known(known: tuple[Known, ...], starts: list[int], syllables: Syllables, mixed: Mixed) -> bool:
    """Whether a known form already stands at the joint."""
    for index in mixed.odd:
        at = bisect_right(starts, syllables.starts[index]) - 1
        if at >= 0 and known[at].span.end > syllables.ends[index]:
            return True
    return False
