"""One phrase with a capital here and without it there, both in the middle of a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.terms.wording import everywhere, own_words, told
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit
from vnplanlint.mentions.normal_forms import syllable_set
from vnplanlint.mentions.syllables import Syllables
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_CAPITAL = pattern(r" \p{Lu}\p{Ll}")
_LEADS = syllable_set(
    "cho của các những với trong là bởi do tới đến từ mỗi từng một nhiều theo vào triển dựng hiện cao"
)
"""Words after which a common noun takes no capital; the last are ends of phát triển, xây dựng, thực hiện, nâng cao."""
_LEVELS = frozenset(("tỉnh", "huyện"))
_OWN_UNITS = {
    "toàn": frozenset(("ngành", "tỉnh", "huyện")),
    "trong": frozenset(("ngành",)),
    **dict.fromkeys(("của", "bộ", "dân", "ubnd", "hđnd"), _LEVELS),
}
_PARTS_BEFORE = {"bộ": 1, "dân": 3}
"""How many syllables stand before the last one of Đảng bộ, Ủy ban nhân dân, Hội đồng nhân dân."""
_CLEAR = 2
_BEFORE = _LEADS | _OWN_UNITS.keys()
_LONGEST = 16
"""How far back such a word is looked for: its letters and the spaces of a wrapped line."""
_NAME_LENGTH = 14
_CALLED_BY_THE_ORGAN = syllable_set(
    "bộ sở ban phòng hội ủy uỷ đoàn đảng chi công trung văn tổ trường nhà chủ phó giám thủ tổng bí lãnh hiệu trưởng",
    "quyết nghị kế báo thông chỉ luật điều quy hướng đề dự chương tờ biên phụ giấy bằng huân huy cờ danh nhân quốc",
    "hồ hợp quỹ khu thành đại hiệp hải kiểm thanh liên mặt tòa toà viện cục vụ cụm khối phong cuộc",
    "tết năm lễ ngày hệ cổng phần",
)
"""First syllables of what takes a capital where one certain thing is meant: organs, posts, documents, events."""


def mixed_capitals(document: Document) -> Iterator[Hit]:
    """ "Người có công" beside "người có công", "toàn Ngành" beside "toàn ngành"."""
    capitals = _after_a_small_word(document)
    if capitals:
        yield from _phrases(document, capitals)
        yield from _units(document, capitals)


def _after_a_small_word(document: Document) -> list[int]:
    """Syllables with a capital that stand in the middle of a sentence."""
    syllables, own = document.syllables, own_words(document)
    found = []
    for index in [index for index, form in enumerate(syllables.forms[:-1], 1) if form in _BEFORE]:
        place = syllables.starts[index] - 1
        if not _CAPITAL.match(document.text, place):
            continue
        before = document.text[max(place - _LONGEST, 0) : place].rstrip(" ").rpartition(" ")[2]  # UBND in capitals
        if syllables.before(index) == before.lower() and syllables.written(index)[1:].islower() and own.at(place + 1):
            found.append(index)
    return found


def _phrases(document: Document, capitals: list[int]) -> Iterator[Hit]:
    syllables = document.syllables
    with_capital: dict[tuple[str, ...], list[int]] = {}
    for index in capitals:
        three = _three(syllables, index)
        small_after = (
            three
            and syllables.written(index - 1) in _LEADS
            and syllables.written(index + 1).islower()
            and syllables.written(index + 2).islower()
        )
        if small_after and three[0] not in _CALLED_BY_THE_ORGAN and not _is_a_name(syllables, index):
            with_capital.setdefault(three, []).append(index)
    if not with_capital:
        return
    for three, places in with_capital.items():
        if " ".join(three) not in document.text:  # the cheap question first; a wrapped phrase alone proves little
            continue
        small = _in_small_letters(document, three)
        if len(small) >= len(places):
            length = _length(document, places[0], small[0])
            model = syllables.span(small[0], small[0] + length - 1)
            yield told(
                document,
                [syllables.span(index, index + length - 1) for index in places],
                document.words(model),
                [Edit(syllables.span(index), syllables.forms[index]) for index in places],
                model,
                variant="usual",
                severity="style",
                otherwise=[
                    Edit(syllables.span(index), syllables.forms[index].capitalize())
                    for index in small
                    if len(small) == len(places)
                ],
            )


def _is_a_name(syllables: Syllables, index: int) -> bool:
    """Whether no phrase of three syllables begins here, or a name in capitals follows it."""
    second, third = syllables.forms[index + 1 : index + 3]
    loose = third in _NOT_IN_PHRASES or (second in _NOT_IN_PHRASES and second != "có")
    return loose or _goes_on_as_a_name(syllables, index + 2)


def _goes_on_as_a_name(syllables: Syllables, last: int) -> bool:
    """Whether the phrase is the beginning of one certain thing's name: "Cơ sở dữ liệu quốc gia", "… Long Thành"."""
    for index in range(last + 1, min(last + _NAME_LENGTH, len(syllables))):
        form = syllables.forms[index]
        if not syllables.goes_on(index - 1) or (form in _NOT_IN_PHRASES and form != "với"):
            return False
        if syllables.written(index)[0].isupper() or (form == "gia" and syllables.forms[index - 1] == "quốc"):
            return True
    return False


def _length(document: Document, index: int, small: int) -> int:
    """How many syllables to show: three, and a shared fourth if no word is cut then: chính quyền điện tử."""
    syllables = document.syllables
    third, fourth, fifth = (syllables.after(index + number) for number in (1, 2, 3))
    if not fourth or fourth != syllables.after(small + 2) or fourth in _NOT_IN_PHRASES:
        return 3
    cut = not document.facts.is_compound(third, fourth) and document.facts.is_compound(fourth, fifth)
    return 3 if cut else 4


def _three(syllables: Syllables, index: int) -> tuple[str, ...]:
    if index + 2 < len(syllables) and syllables.goes_on(index) and syllables.goes_on(index + 1):
        return tuple(syllables.forms[index : index + 3])
    return ()


def _in_small_letters(document: Document, three: tuple[str, ...]) -> list[int]:
    """Where the phrase stands without a capital; a cited title shows the usual writing too."""
    syllables = document.syllables
    return [
        index
        for index in everywhere(syllables, three[0])
        if _three(syllables, index) == three
        and all(syllables.written(index + one).islower() for one in range(3))
        and not document.in_quotation(syllables.starts[index])
    ]


_NOT_IN_PHRASES = _LEADS | syllable_set("có được bị phải đã đang sẽ để nhằm theo thì mà khi nếu đi ra lên này đó kia")


def _units(document: Document, capitals: list[int]) -> Iterator[Hit]:
    """ "toàn Ngành", "của Tỉnh" for the writer's own branch or province, in one way only."""
    syllables = document.syllables
    pairs = {(syllables.forms[index - 1], syllables.forms[index]): None for index in capitals}
    for before, unit in pairs:
        small, capital = _unit_places(document, before, unit) if unit in _OWN_UNITS.get(before, ()) else ([], [])
        odd, usual = (capital, small) if len(small) > len(capital) else (small, capital)
        if not odd or (unit in _LEVELS and len(usual) < _CLEAR * len(odd)):
            continue
        right = unit if usual is small else unit.capitalize()
        first, model = (_with_lead(syllables, places[0], before) for places in (odd, usual))
        yield told(
            document,
            [_with_lead(syllables, index, before) for index in odd],
            " ".join((*document.words(first).split()[:-1], right)),
            [Edit(syllables.span(index), right) for index in odd],
            model,
            variant="usual",
            severity="style",
            otherwise=[Edit(syllables.span(index), unit) for index in usual if len(odd) == len(usual)],
        )


def _unit_places(document: Document, before: str, unit: str) -> tuple[list[int], list[int]]:
    """Where the unit stands alone after that word, with a small letter and with a capital."""
    syllables, own = document.syllables, own_words(document)
    places = [
        index
        for index in everywhere(syllables, unit)
        if syllables.before(index) == before and own.at(syllables.starts[index]) and _alone(syllables, index)
    ]
    small = [index for index in places if syllables.written(index).islower()]
    return small, [index for index in places if index not in small]


def _with_lead(syllables: Syllables, index: int, before: str) -> Span:
    """The unit with the words before it that make one name with it."""
    return syllables.span(max(index - 1 - _PARTS_BEFORE.get(before, 0), 0), index)


def _alone(syllables: Syllables, index: int) -> bool:
    """Whether the word is not the first of a longer one: ngành nghề, tỉnh ủy, tỉnh Ninh Bình."""
    following = syllables.after(index)
    if not following:
        return syllables.text[syllables.ends[index] : syllables.ends[index] + 2].strip()[:1] in ("", *".,;:)”\n")
    return following in _GO_ON_AFTER_UNITS and syllables.written(index + 1).islower()


_GO_ON_AFTER_UNITS = syllable_set(
    "và đã đang để về trong tích thực theo có cần", "phải nhằm với do là được năm dưới góp hiểu từ gắn khi thi cùng"
)
