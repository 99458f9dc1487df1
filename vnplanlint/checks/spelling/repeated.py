"""Words and names written twice by mistake, not those that the language doubles."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress, count
from operator import eq

from vnplanlint.checks.spelling.neighbours import is_quoted, is_word
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit, Remedy
from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.syllables import Syllables
from vnplanlint.spans import Span

_FUNCTION_WORDS = "của và các những với được tại theo về đã sẽ hoặc là trong"
_NEVER_DOUBLED = frozenset(_FUNCTION_WORDS.split())
"""What no sentence needs twice in a row."""

_STANDS_AFTER = frozenset(
    (("của", "cải"), ("được", "mùa"), ("là", "lượt"), ("là", "phẳng"), ("trong", "sạch"), ("về", "hưu"))
)
"""Words that begin like a function word before them: của | của cải."""

_MEETS_ITSELF = frozenset((("tiếp", "theo"), ("kèm", "theo")))
"""Compounds before a phrase that begins like their end: các bước tiếp theo | theo quy định."""

_REDUPLICATED = """
    xanh nhà ngày người đời luôn dần song thường từ mãi chung riêng xa đều vừa hay lâu tháng năm ba hai bốn sáu bảy tám
    chín mười một không khăng chằm hàng hằng lớp tầng đêm sớm chiều trưa sáng khắp nơi việc mặt bên từng ai đâu chuồn
    cào châu bươm ngoan đỏ trắng vàng cao to nhỏ nhanh chậm gần thôn bản làng xóm cho có hôm lần đông tây nam bắc ha ù
"""
_DOUBLED_RIGHTLY = frozenset(_REDUPLICATED.split())
"""Reduplication (ngày ngày, nhà nhà, luôn luôn), numbers (năm năm), and words that meet themselves (cho | cho vay)."""

_BODIES = "sở bộ ban tổ hội đội phòng đoàn đảng trường chi khu xã huyện tỉnh ngành cấp đài viện cục vụ luật hộ đề"
_NOUNS = frozenset(_BODIES.split())
"""Nouns that may stand before a verb or a name that begins alike: các tổ | tổ chức họp, Luật | luật sư."""

_GIVEN = frozenset(("vay", "thuê", "phép", "mượn", "thấy", "biết", "rằng", "nên", "không", "ăn", "điểm", "đi", "con"))
"""Behind the second cho: dành vốn cho | cho vay."""
_AGENTS = frozenset(("tổ chức", "doanh nghiệp", "lao động", "đầu tư"))
_DOERS = "người nhà đoàn ban đội tổ đồng quan vị viên bên chủ phận lớp môn bài nghề cách giờ nhóm khâu hàng"
_BEFORE_AGENTS = frozenset(_DOERS.split())
"""What is named like what it does: đoàn kiểm tra | kiểm tra, lớp bơi | bơi được, tổ chức | tổ chức họp."""

_BEFORE_FIGURES = frozenset(("ngày", "tháng", "số", "quý", "điều", "khoản"))
_DIGITAL = frozenset(("nghệ", "tế", "hội", "đổi", "dân", "trường", "liệu"))
"""What ends in "số" as in digital: Luật Công nghiệp công nghệ số | số 71/2025/QH15."""
_DASHES = frozenset("-–—")
_SHORT = 2
"""Letters of an abbreviation that stands for many things: Luật CN | CN số."""
_WIDEST_GAP = 2
"""Spaces between two words of one line; more stand between columns."""


class Repeat(NamedTuple):
    """``length`` syllables from ``first`` on that stand a second time right behind."""

    first: int
    length: int


def repeated_word(document: Document) -> Iterator[Hit]:
    """A word, or a name of several, written twice in a row."""
    told: set[int] = set()  # syllables
    for length in _LENGTHS:
        for first in _alike(document.syllables, length):
            repeat = Repeat(first, length)
            is_slip = _is_word_twice(document, first) if length == 1 else _is_name_twice(document, repeat)
            both = range(first, first + 2 * length)
            if is_slip and told.isdisjoint(both):
                told.update(both)
                yield _hit(document, repeat)
    yield from _offices_in_rooms(document)


_LENGTHS = (4, 3, 2, 1)


def _alike(syllables: Syllables, length: int) -> Iterator[int]:
    """Where ``length`` syllables stand twice in a row."""
    forms = syllables.forms
    if length == 1:
        doubled = {first for first, second in syllables.pairs if first == second}
        return (place for place, form in enumerate(forms) if form in doubled and forms[place + 1 : place + 2] == [form])
    alike = list(compress(count(), map(eq, forms, forms[length:])))
    return (place for place in alike if forms[place : place + length] == forms[place + length : place + 2 * length])


def _is_word_twice(document: Document, first: int) -> bool:
    syllables = document.syllables
    word, second = syllables.forms[first], syllables.written(first + 1)
    if len(word) < 2 or not _follows_closely(document, first):
        return False
    if second.isupper() and (len(word) == _SHORT or _names_two_organs(document, first)):
        return False
    if word in _NEVER_DOUBLED:
        if (syllables.before(first), word) in _MEETS_ITSELF:
            return False
        behind = syllables.after(first + 1)
        return (word, behind) not in _STANDS_AFTER and not document.facts.is_compound(word, behind)
    if second.islower() and _ends_a_name(syllables, first):
        return False
    if second[0].isupper() and not second.isupper():
        return word in _NOUNS and word != "luật" and not _is_compound(document, syllables.before(first), word)
    if _is_doubled_in_pairs(syllables, first):
        return False
    if word in _BEFORE_FIGURES and _figure_follows(syllables, first + 1):
        before = syllables.before(first)
        return word != "số" or not (
            document.facts.is_compound(before, word) or before in _DIGITAL
        )  # xác định mã số | số 15/CV
    if word == "cho" and syllables.after(first + 1) not in _GIVEN:
        return syllables.after(first + 1) != ""
    if word in _DOUBLED_RIGHTLY or word in _NOUNS or syllables.before(first) in _BEFORE_AGENTS:
        return False
    if _is_compound(document, syllables.before(first), word):
        return _is_end_twice(document, first)
    return not is_word(word, word)


def _ends_a_name(syllables: Syllables, first: int) -> bool:
    """Whether the first copy is the end of a proper name: nhập xã An Thành | thành xã mới."""
    return syllables.before(first) != "" and all(
        syllables.written(index)[0].isupper() and not syllables.written(index).isupper() for index in (first - 1, first)
    )


def _is_doubled_in_pairs(syllables: Syllables, first: int) -> bool:
    """Whether the word is half of a play with two words: trước trước sau sau."""
    forms, last = syllables.forms, len(syllables) - 1
    return any(
        one >= 0 and other <= last and forms[one] == forms[other] and _in_one_block(syllables, one, other, first)
        for one, other in ((first - 2, first - 1), (first + 2, first + 3))
    )


def _in_one_block(syllables: Syllables, *indices: int) -> bool:
    start, end = syllables.starts[min(indices)], syllables.ends[max(indices)]
    return "\n" not in syllables.text[start:end]


_SPELLED_ENDS = """
    hợp đảm bảo truyền khai đấu quả cứu thiện phục huy tra sát soát dụng lập duyệt thưởng dưỡng phạm hoạch thuật
    nghị tuyển tịch đốc viên xuyên thể trợ cực tiện thống đạo quan
"""
_BOUND_ENDS = frozenset(_SPELLED_ENDS.split())
"""Syllables that stand at the end of their compound and nowhere else, unless they begin another one."""


def _is_end_twice(document: Document, first: int) -> bool:
    """Whether the end of a common compound stands twice: phối hợp hợp."""
    syllables = document.syllables
    before, word, behind = syllables.before(first), syllables.forms[first], syllables.after(first + 1)
    if word not in _BOUND_ENDS or not document.facts.is_compound(before, word):
        return False
    return not _is_compound(document, word, behind)


def _names_two_organs(document: Document, first: int) -> bool:
    """Whether the letterhead stands here, with the organ above and the organ itself in one line: CỤC THUẾ THUẾ TỈNH."""
    block = document.block_at(document.syllables.starts[first])
    return block is not None and any(
        component.block == block.index and component.kind in ("co-quan-chu-quan", "co-quan-ban-hanh")
        for component in document.components
    )


def _is_name_twice(document: Document, repeat: Repeat) -> bool:
    """Whether the same words stand again with nothing or, for an organ's name, a dash between."""
    syllables, (first, length) = document.syllables, repeat
    last = first + length - 1
    inner = [place for place in range(first, first + 2 * length - 1) if place != last]
    words = document.text[syllables.starts[first] : syllables.ends[last]]
    if not all(map(syllables.goes_on, inner)) or words.isupper():
        return False
    if not _follows_closely(document, last):
        between = document.text[syllables.ends[last] : syllables.starts[last + 1]].strip()
        return between in _DASHES and length > 2 and syllables.forms[first] in _NOUNS and words[0].isupper()
    if length == 2 and syllables.forms[first] == syllables.forms[first + 1]:
        return False
    if _is_agent_with_verb(syllables, first) or _fills_line(document, last, last + length):
        return False
    return _is_compound(document, *syllables.forms[first : first + 2])


def _is_agent_with_verb(syllables: Syllables, first: int) -> bool:
    return " ".join(syllables.forms[first : first + 2]) in _AGENTS or syllables.before(first) in _BEFORE_AGENTS


def _fills_line(document: Document, before: int, last: int) -> bool:
    """Whether the second copy is a line of its own: a heading or a cell that repeats the line above."""
    source, syllables = document.source.text, document.syllables
    gap = source[syllables.ends[before] : syllables.starts[before + 1]]
    return "\n" in gap and not source[syllables.ends[last] :].partition("\n")[0].strip()


def _follows_closely(document: Document, index: int) -> bool:
    """Whether only the space of one line, or the break between two, stands behind syllable ``index``."""
    if not document.syllables.goes_on(index):
        return False
    gap = document.source.text[document.syllables.ends[index] : document.syllables.starts[index + 1]]
    return not gap.strip() and (len(gap) <= _WIDEST_GAP or "\n" in gap)


def _figure_follows(syllables: Syllables, index: int) -> bool:
    return syllables.text[syllables.ends[index] :][:3].lstrip(" ")[:1].isdecimal()


def _is_compound(document: Document, first: str, second: str) -> bool:
    return document.facts.is_compound(first, second) or is_word(first, second)


def _offices_in_rooms(document: Document) -> Iterator[Hit]:
    """ "phòng Văn phòng Sở": an office is no room of another name."""
    syllables = document.syllables
    if not {("phòng", "văn"), ("văn", "phòng")} <= syllables.pairs:
        return
    for index, _ in syllables.find({"phòng": [("phòng", "văn", "phòng")]}):
        is_office = syllables.written(index + 1) == "Văn" and syllables.after(index + 2) != "phẩm"
        if is_office and not _is_compound(document, syllables.before(index), "phòng"):
            span = syllables.span(index, index + 2)
            cut = Edit(Span(span.start, syllables.starts[index + 1]), "")
            remedy = Remedy("once", (cut,), "unsafe", {"word": "Văn phòng"})
            yield Hit(span, {"word": "phòng"}, remedies=(remedy,), severity="warning")


def _second_copy(document: Document, last: int, both: Span) -> Span:
    """What to cut: the second copy with the space in front of it, or behind it where a line end stands in front."""
    source, (end, second) = document.source.text, (document.syllables.ends[last], document.syllables.starts[last + 1])
    behind = both.end
    while source[behind : behind + 1] == " ":
        behind += 1
    is_line_start = "\n" in source[end:second] and behind > both.end
    return Span(second, behind) if is_line_start else Span(end, both.end)


def _hit(document: Document, repeat: Repeat) -> Hit:
    syllables, (first, length) = document.syllables, repeat
    last = first + length - 1
    words = document.words(syllables.span(first, last))
    certain = length == 1 and syllables.forms[first] in _NEVER_DOUBLED
    span = syllables.span(first, last + length)
    cut = Edit(_second_copy(document, last, span), "")
    is_safe = certain and syllables.before(first) != "kể"  # kể các | các dự án: the first is a slip for cả
    return Hit(
        span,
        {"word": words},
        remedies=(Remedy("once", (cut,), "safe" if is_safe else "unsafe", {"word": words}),),
        severity="error" if certain else "warning",
        certain=not is_quoted(document, span),
    )
