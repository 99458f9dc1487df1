"""Names of organs with other capitals here and there: Ban Chỉ đạo, Ban chỉ đạo."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from vnplanlint.checks.terms.known_forms import known_forms
from vnplanlint.checks.terms.own_words import own_words
from vnplanlint.checks.terms.told import told
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit
from vnplanlint.mentions.normal_forms import phrase_set, syllable_set
from vnplanlint.mentions.syllables import Syllables
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_HEAD = pattern(
    r"(?:Ban|Hội đồng|Hội|Sở|Phòng|Trung tâm|Chi cục|Cục|Ủy ban|Uỷ ban|Liên đoàn|Đoàn|Tổ|Văn phòng|Viện) +\p{L}"
)
_NO_ORGAN = phrase_set(
    "ban hành, ban bố, ban đầu, ban ngày, ban đêm, hội nghị, hội thảo, hội thi, hội chợ, hội diễn",
    "hội trại, hội viên, hội họp, hội nhập, hội trường, hội đàm, hội chẩn, sở hữu, sở thích, sở dĩ",
    "phòng chống, phòng ngừa, phòng họp, phòng học, phòng làm, phòng tránh, phòng cháy, đoàn kết",
    "đoàn viên, đoàn thể, tổ chức, văn phòng phẩm, viện trợ, viện dẫn, hội phí, ban sơ, tổ dân",
    "hội đồng quản, tổ hợp, tổ quốc, tổ tiên, đoàn phí",
)
_NOT_IN_NAMES = syllable_set(
    "tỉnh huyện xã thành quận thị phường cơ cấp trung quốc ngành công trường nhà các trưởng phó viên là và của có được",
    "thì cho để với từ trong ngoài khi nếu mà không đã đang sẽ phải cần theo về do tại đến hoặc này đó gồm họp",
)
"""Words of level and of the sentence: their capitals belong to other things."""


def mixed_name_capitals(document: Document) -> Iterator[Hit]:
    """The first two syllables after the word for the kind of organ, with other capitals; told once a name."""
    found: dict[tuple[str, ...], dict[tuple[bool, ...], list[tuple[int, int]]]] = {}
    for first, last in _names(document):
        forms = tuple(document.syllables.forms[first : last + 1])
        capitals = tuple(document.syllables.written(index)[0].isupper() for index in range(first, last + 1))
        found.setdefault(forms, {}).setdefault(capitals, []).append((first, last))
    for ways in found.values():
        if len(ways) == 2:
            yield _hit(document, ways)


def _hit(document: Document, ways: dict[tuple[bool, ...], list[tuple[int, int]]]) -> Hit:
    """The rarer way; where both are as frequent, the one with fewer capitals."""
    syllables = document.syllables
    odd, usual = sorted(ways, key=lambda capitals: (len(ways[capitals]), sum(capitals)))
    more = _completes(syllables, ways[odd][0][1], ways[usual][0][1])
    model = syllables.span(ways[usual][0][0], ways[usual][0][1] + more)
    return told(
        document,
        [syllables.span(first, last + more) for first, last in ways[odd]],
        document.words(model),
        [edit for place in ways[odd] for edit in _edits(syllables, place, usual)],
        model,
        variant="usual",
        severity="style",
    )


def _completes(syllables: Syllables, index: int, other: int) -> int:
    """1 where one more syllable in small letters ends the word at both places: "Nữ doanh nhân"."""
    following = syllables.after(index)
    same = following and following == syllables.after(other) and following not in _NOT_IN_NAMES
    return int(bool(same) and not syllables.goes_on(index + 1) and syllables.written(index + 1).islower())


def _edits(syllables: Syllables, place: tuple[int, int], capitals: tuple[bool, ...]) -> Iterator[Edit]:
    for index, capital in zip(range(place[0], place[1] + 1), capitals, strict=True):
        letter = syllables.written(index)[0]
        if letter.isupper() != capital:
            start = syllables.starts[index]
            yield Edit(Span(start, start + 1), letter.upper() if capital else letter.lower())


def _names(document: Document) -> Iterator[tuple[int, int]]:
    """First and last syllable of each name: its head and the two syllables after it."""
    syllables, own = document.syllables, own_words(document)
    known = [one.span for one in known_forms(document)]
    for match in _HEAD.finditer(document.text):
        first = bisect_left(syllables.starts, match.start())
        second = bisect_left(syllables.starts, match.end() - 1)
        last = second + 1
        if last >= len(syllables) or syllables.starts[first] != match.start() or not syllables.goes_on(second):
            continue
        if own.at(match.start()) and not _is_known(known, match.start()) and _is_name(syllables, first, second):
            yield first, last


def _is_name(syllables: Syllables, first: int, second: int) -> bool:
    """Whether the words name an organ; small letters tell something only inside a sentence."""
    words = [syllables.written(index) for index in (second, second + 1)]
    if any(len(word) > 1 and not word[1:].islower() for word in words):
        return False
    forms = syllables.forms
    if f"{forms[second - 1]} {forms[second]}" in _NO_ORGAN or {forms[second], forms[second + 1]} & _NOT_IN_NAMES:
        return False
    return words[0][0].isupper() or (syllables.before(first) != "" and syllables.written(first - 1).islower())


def _is_known(known: list[Span], start: int) -> bool:
    index = bisect_right(known, start, key=_start) - 1
    return index >= 0 and start < known[index].end


def _start(span: Span) -> int:
    return span.start
