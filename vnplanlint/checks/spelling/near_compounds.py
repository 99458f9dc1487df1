"""Two syllables that are no word, one mark away from a common compound."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.spelling.neighbours import is_quoted, is_word
from vnplanlint.document.model import Document
from vnplanlint.facts import Facts
from vnplanlint.findings import Edit, Hit, Remedy
from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.syllables import Syllables
from vnplanlint.orthography import with_capitals_of
from vnplanlint.spans import Span
from vnplanlint.wordtables import bare, sounded

_SPELLED = """
    ai anh ba bao bà bác bảy bằng bên bị bốn bởi cao cho chung chúng chưa chẳng chỉ chị chỗ chứ chừng con cuối
    cuộc các cái còn có cô cùng cũng cả cần của do dù dưới em gì gồm hai hay hoặc hơn hết hôm họ khi không khác
    kể là lên lúc lại làm lần mà mình mười mọi mỗi một mới năm nay này nào nên nó nếu nơi ngay ngoài ngày người
    như nhưng nhất nhiều nhờ những phải qua quá ra riêng rất rồi sao sau sáu sẽ số sự ta tại tháng theo thì thêm
    trong trên trước tuy tám tôi tới từ từng tự tất và vào vì vẫn về với việc vừa xong xuống ông ở ít đang đi
    điều đỏ xanh vàng cam tím đen trắng nâu đã đây đó được đều đến để đủ chín thứ sở ban tỉnh huyện xã phường
    thôn quý giờ phút
"""
_FUNCTION_WORDS = frozenset(_SPELLED.split())
"""Words that stand beside any other: a pair with one of them proves nothing."""


_VERBS = """
    dùng bán mua đo xem đọc ăn uống gửi nộp ký trả chọn lấy mở đặt nói gọi tìm chịu ngồi nằm đứng chạy bơi hát múa vẽ
    may xây dựng trồng nuôi cấy tưới bón gặt phơi cắt chặt đào lấp đổ rửa quét treo dán in hỏi đáp khen cười khóc yêu sợ
    nhớ quên biết hiểu thấy nghe ngủ nghỉ chở đỗ đón đưa dạy tặng biếu vay nhặt gom thả bắt đánh ném đốt thắp nối
    ghép rào rút bám
"""
_FREE_VERBS = frozenset(_VERBS.split())
"""Verbs that follow any subject and precede any object: người dân | dùng nước sạch."""

_HABIT = 3
"""A pair that a text writes so often, and never the other word, is its own choice."""


def likely_wrong(document: Document) -> Iterator[Hit]:
    """Two neighbours that make no word and would make a common one with another mark."""
    places: dict[tuple[tuple[str, str], str], list[int]] = {}
    for suspect in document.gather(_suspects_in_place):
        index = document.syllables.at(suspect.span.start)
        places.setdefault((suspect.pair, suspect.meant), []).append(index)
    told: set[int] = set()
    for (_, meant), indices in places.items():
        first, second = meant.split(" ")
        if len(indices) >= _HABIT and (first, second) not in document.syllables.pairs:
            continue
        for index in indices:
            if not told.intersection((index, index + 1)) and not _is_explained(document, index):
                told.update((index, index + 1))
                yield _hit(document, index, meant)


class _Suspect(NamedTuple):
    """A pair of syllables that may be meant as another, and where its first one stands."""

    pair: tuple[str, str]
    meant: str
    span: Span


def _suspects_in_place(document: Document) -> Iterator[_Suspect]:
    """The suspects that stand in one clause and in lower case."""
    syllables = document.syllables
    suspects = _suspects(document)
    if suspects:
        for index, pair in enumerate(zip(syllables.forms, syllables.forms[1:], strict=False)):
            if pair in suspects and _is_plain(syllables, index):
                yield _Suspect(pair, suspects[pair], syllables.span(index))


def _suspects(document: Document) -> dict[tuple[str, str], str]:
    """Pairs of the text that are nearly a common compound, and the compound they are taken for.

    Known confusions have been judged by what stands around them.
    """
    syllables, facts = document.syllables, document.facts
    words = syllables.distinct - _FUNCTION_WORDS
    unknown = syllables.pairs - facts.confusion_pairs(syllables.pairs)
    pairs = [pair for pair in unknown if pair[0] in words and pair[1] in words]
    return _alike(pairs, words, facts) | _of_the_same_letters(pairs, words, facts)


def _of_the_same_letters(
    pairs: list[tuple[str, str]], words: frozenset[str], facts: Facts
) -> dict[tuple[str, str], str]:
    """Those that share their letters with a common compound, not all their marks."""
    letters = {word: bare(word) for word in words}
    compounds = facts.compounds
    found = {}
    for first, second in pairs:
        others = compounds.get(f"{letters[first]} {letters[second]}")
        if others and f"{first} {second}" not in others:
            meant = [other for other in others.split(",") if _differ_once(other, first, second)]
            if len(meant) == 1:
                found[first, second] = meant[0]
    return found


def _alike(pairs: list[tuple[str, str]], words: frozenset[str], facts: Facts) -> dict[tuple[str, str], str]:
    """Those that sound in some region like a common compound, and the compound: chuyền thông."""
    sounds = {word: sounded(word) for word in words}
    compounds = facts.compounds_by_sounds
    found = {}
    for first, second in pairs:
        other = compounds.get(f"{sounds[first]} {sounds[second]}")
        if other and other != f"{first} {second}" and _differ_once(other, first, second):
            found[first, second] = other
    return found


def _differ_once(word: str, first: str, second: str) -> bool:
    """Whether ``word`` has just one other syllable, in whose place no verb stands that needs no compound."""
    other_first, other_second = word.split(" ")
    if other_first == first:
        return other_second != second and second not in _FREE_VERBS
    return other_second == second and first not in _FREE_VERBS


def _is_plain(syllables: Syllables, index: int) -> bool:
    """Whether the pair at ``index`` stands in one clause and is no name."""
    first, second = syllables.written(index), syllables.written(index + 1)
    if not (syllables.goes_on(index) and second.islower()):
        return False
    return first.islower() or (first[1:].islower() and _opens_sentence(syllables, index))


def _goes_on_from_the_line_above(document: Document, index: int) -> bool:
    """Whether the first one may end a word of a heading broken in two: Đơn ⏎ vị tính."""
    at = document.syllables.starts[index]
    above = document.source.text[max(0, at - 4) : at]
    is_first = document.syllables.text[:at].rstrip(" ").endswith("\n")
    return is_first and above.endswith("\n") and above.rstrip()[-1:].isalpha()


def _opens_sentence(syllables: Syllables, index: int) -> bool:
    return syllables.text[: syllables.starts[index]].rstrip(" ")[-1:] in _BEFORE_SENTENCE


_BEFORE_SENTENCE = ("", "\n", "\t", ".", ":", ";", "!", "?", ")")


def _is_explained(document: Document, index: int) -> bool:
    """Whether the two are a word, or one of them makes a word with its other neighbour."""
    syllables = document.syllables
    first, second = syllables.forms[index : index + 2]
    if syllables.written(index).islower() and _goes_on_from_the_line_above(document, index):
        return True
    before, after = syllables.before(index), syllables.after(index + 1)
    if document.facts.is_compound(before, first) or document.facts.is_compound(second, after) or is_word(first, second):
        return True
    if is_word(before, first) and not document.facts.is_compound(syllables.before(index - 1), before):
        return True
    return is_word(second, after) and not document.facts.is_compound(after, syllables.after(index + 2))


def _hit(document: Document, index: int, meant: str) -> Hit:
    syllables = document.syllables
    edits = tuple(
        Edit(syllables.span(place), with_capitals_of(syllables.written(place), word))
        for place, word in zip((index, index + 1), meant.split(" "), strict=True)
        if syllables.forms[place] != word
    )
    span = syllables.span(index, index + 1)
    meant = with_capitals_of(syllables.written(index), meant)
    values = {"words": document.words(span), "meant": meant}
    return Hit(
        span,
        values,
        remedies=(Remedy("meant", edits, "unsafe", {"meant": meant}),),
        certain=not is_quoted(document, span),
    )
