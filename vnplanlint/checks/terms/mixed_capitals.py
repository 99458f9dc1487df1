"""One phrase with a capital here and without it there, both in the middle of a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.terms.wording import everywhere, own_words, told
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit
from vnplanlint.light_typing import NamedTuple
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
    yield from _phrases(document)
    yield from _units(document)


def _after_a_small_word(document: Document) -> list[int]:
    """Syllables with a capital that stand in the middle of a sentence."""
    text, syllables, own = document.text, document.syllables, own_words(document)
    found = []
    for index in [index for index, form in enumerate(syllables.forms[:-1], 1) if form in _BEFORE]:
        place = syllables.starts[index] - 1
        if text[place + 1].islower() or not _CAPITAL.match(text, place):
            continue
        before = text[max(place - _LONGEST, 0) : place].rstrip(" ").rpartition(" ")[2]  # UBND in capitals
        if syllables.before(index) == before.lower() and syllables.written(index)[1:].islower() and own.at(place + 1):
            found.append(index)
    return found


def _phrases(document: Document) -> Iterator[Hit]:
    with_capital = _by_words(document, document.gather(_phrases_with_capital))
    in_small = _by_words(document, document.search(_in_small_letters, tuple(with_capital))) if with_capital else {}
    syllables = document.syllables
    for three, small in in_small.items():
        places = with_capital[three]
        if len(small) >= len(places) and " ".join(three) in document.text:  # a wrapped phrase alone proves little
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


def _by_words(document: Document, phrases: list[Span]) -> dict[tuple[str, ...], list[int]]:
    """The first syllables of phrases of three, by their words."""
    syllables = document.syllables
    found: dict[tuple[str, ...], list[int]] = {}
    for span in phrases:
        index = syllables.at(span.start)
        found.setdefault(_three(syllables, index), []).append(index)
    return found


def _phrases_with_capital(document: Document) -> Iterator[Span]:
    """Common nouns of three syllables that begin with a capital."""
    syllables = document.syllables
    for index in document.ask(_after_a_small_word):
        three = _three(syllables, index)
        small_after = (
            three
            and syllables.written(index - 1) in _LEADS
            and syllables.written(index + 1).islower()
            and syllables.written(index + 2).islower()
        )
        if small_after and three[0] not in _CALLED_BY_THE_ORGAN and not _is_a_name(syllables, index):
            yield syllables.span(index, index + 2)


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


def _in_small_letters(document: Document, phrases: tuple[tuple[str, ...], ...]) -> Iterator[Span]:
    """Where the phrases stand without a capital; a cited title shows the usual writing too."""
    syllables = document.syllables
    for three in phrases:
        if three[:2] in syllables.pairs and three[1:] in syllables.pairs:
            yield from (
                syllables.span(index, index + 2)
                for index in everywhere(syllables, three[0])
                if _three(syllables, index) == three
                and all(syllables.written(index + one).islower() for one in range(3))
                and not document.in_quotation(syllables.starts[index])
            )


_NOT_IN_PHRASES = _LEADS | syllable_set("có được bị phải đã đang sẽ để nhằm theo thì mà khi nếu đi ra lên này đó kia")


class _Unit(NamedTuple):
    """The writer's own branch or province: ``shown`` with the words before it that make one name with it."""

    word: Span
    shown: Span
    small: bool
    ends: bool  # no word follows in its sentence


def _units(document: Document) -> Iterator[Hit]:
    """ "toàn Ngành", "của Tỉnh" for the writer's own branch or province, in one way only."""
    pairs = {pair: None for passage in document.passages for pair in passage.ask(_units_with_capital)}
    for before, unit in pairs:
        units = document.search(_unit_places, before, unit)
        units = [one for one in units if not one.ends or _before_a_mark(document.text, one.word.end)]
        small = [one for one in units if one.small]
        capital = [one for one in units if not one.small]
        odd, usual = (capital, small) if len(small) > len(capital) else (small, capital)
        if not odd or (unit in _LEVELS and len(usual) < _CLEAR * len(odd)):
            continue
        right = unit if usual is small else unit.capitalize()
        yield told(
            document,
            [one.shown for one in odd],
            " ".join((*document.words(odd[0].shown).split()[:-1], right)),
            [Edit(one.word, right) for one in odd],
            usual[0].shown,
            variant="usual",
            severity="style",
            otherwise=[Edit(one.word, unit) for one in usual if len(odd) == len(usual)],
        )


def _units_with_capital(document: Document) -> list[tuple[str, str]]:
    """The units that bear a capital somewhere, each with the word before it."""
    forms = document.syllables.forms
    pairs = [(forms[index - 1], forms[index]) for index in document.ask(_after_a_small_word)]
    return [(before, unit) for before, unit in pairs if unit in _OWN_UNITS.get(before, ())]


def _unit_places(document: Document, before: str, unit: str) -> Iterator[_Unit]:
    """Where the unit stands alone after that word, and is not the first of a longer one: ngành nghề, tỉnh Ninh Bình."""
    syllables = document.syllables
    if (before, unit) not in syllables.pairs:
        return
    own = own_words(document)
    for index in everywhere(syllables, unit):
        following = syllables.after(index)
        alone = not following or (following in _GO_ON_AFTER_UNITS and syllables.written(index + 1).islower())
        if alone and syllables.before(index) == before and own.at(syllables.starts[index]):
            first = max(index - 1 - _PARTS_BEFORE.get(before, 0), 0)
            small = syllables.written(index).islower()
            yield _Unit(syllables.span(index), syllables.span(first, index), small, ends=not following)


def _before_a_mark(text: str, end: int) -> bool:
    """Whether the sentence or the paragraph ends here, and not only the line."""
    return text[end : end + 2].strip()[:1] in ("", *".,;:)”\n")


_GO_ON_AFTER_UNITS = syllable_set(
    "và đã đang để về trong tích thực theo có cần", "phải nhằm với do là được năm dưới góp hiểu từ gắn khi thi cùng"
)
