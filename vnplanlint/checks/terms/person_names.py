"""One person, one name: the same office held by two people whose names differ by a letter."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.terms.nearness import near_in_letters, plain
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.syllables import Syllables
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_SPELLED = """
    nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh đoàn lâm mai trương cao tô
    hà đào lương phùng tạ châu quách thái lưu vương chu kiều tăng khuất triệu nông lò giàng vi lục la thân từ
    nghiêm doãn văn tống lại mạc quan ninh lăng viên cù bạch giáp đàm tôn thạch sơn
"""
_FAMILIES = frozenset(_SPELLED.split())
_OFFICE = (
    r"(?i:(?:quyền +)?(?:phó +)?(?:(?:tổng +)?giám +đốc|chủ +tịch|bí +thư|chánh +văn +phòng|chánh +thanh +tra"
    r"|hiệu +trưởng|trưởng +(?:phòng|ban|khoa|thôn|đoàn)|cục +trưởng|chi +cục +trưởng|vụ +trưởng|thủ +trưởng"
    r"|bộ +trưởng|thứ +trưởng|kế +toán +trưởng|tổng +thư +ký|viện +trưởng))"
)
_AFTER = pattern(rf" *(?:[,:(–-] *)?(?:[Cc]hức +vụ *:? *)?(?P<office>{_OFFICE})(?P<where>[^,;.()\n\t]{{0,80}})")
_BEFORE = pattern(rf"(?P<office>{_OFFICE})(?P<where>(?: +[\p{{L}}-]+){{0,8}}?) +$")
_ENDS_NAME = frozenset(
    ("chủ", "phó", "giám", "trưởng", "bí", "ủy", "chánh", "hiệu", "thư", "tổng", "thành", "chức", "là")
)
_REACH = 90
_MOST = 40
"""In a list of more people near names are to be expected."""


class _Person(NamedTuple):
    name: tuple[str, ...]
    span: Span
    office: str
    where: frozenset[str]  # empty: not said
    signs: bool = False


def person_names(document: Document) -> Iterator[Hit]:
    """Two holders of one office whose names differ by one letter or mark."""
    people = [*_signer(document), *_people(document)]
    if len(people) < 2 or len(people) > _MOST:
        return
    told: set[frozenset[tuple[str, ...]]] = set()
    for place, one in enumerate(people):
        for other in people[place + 1 :]:
            pair = frozenset((one.name, other.name))
            if len(pair) == 2 and pair not in told and _may_be_one(one, other):
                told.add(pair)
                yield _two_names(document, people, one, other)


def _people(document: Document) -> Iterator[_Person]:
    """Names with an office right after or before them."""
    syllables = document.syllables
    taken = -1
    for index, form in enumerate(syllables.forms):
        if form not in _FAMILIES or index <= taken or not syllables.written(index)[0].isupper():
            continue
        last = _last_of_name(syllables, index)
        if last - index < 2:
            continue
        span = syllables.span(index, last)
        office = _office_of(document, span)
        if office is not None:
            taken = last
            name = tuple(map(plain, syllables.forms[index : last + 1]))
            yield _Person(name, span, *office)


def _last_of_name(syllables: Syllables, index: int) -> int:
    last = index
    while last < index + 4 and syllables.goes_on(last):
        following = syllables.written(last + 1)
        if not following[0].isupper() or following.lower() in _ENDS_NAME:
            break
        last += 1
    return last


def _office_of(document: Document, span: Span) -> tuple[str, frozenset[str]] | None:
    text = document.text
    match = _AFTER.match(text, span.end)
    if match is None:
        start = max(0, span.start - _REACH)
        lead = text[start : span.start]
        lead = lead[max(lead.rfind(sign) for sign in ",;.:()\n\t") + 1 :]
        match = _BEFORE.search(lead)
    if match is None:
        return None
    where = plain(match["where"]).split()
    return " ".join(match["office"].lower().split()), frozenset(word for word in where[:8] if word.isalpha())


def _signer(document: Document) -> Iterator[_Person]:
    """The one who signs, with the last office above the name."""
    signers = [component for component in document.components if component.kind == "nguoi-ky"]
    offices = [component for component in document.components if component.kind == "chuc-vu"]
    if len(signers) != 1 or not offices:
        return
    words = [word for word in signers[0].text.split() if word.isalpha()]
    if len(words) >= 3 and plain(words[0]) in _FAMILIES:
        span, office = signers[0].span, " ".join(offices[-1].text.lower().split())
        yield _Person(tuple(map(plain, words)), span, office, frozenset(), signs=True)


def _may_be_one(one: _Person, other: _Person) -> bool:
    if len(one.name) != len(other.name) or one.name[0] != other.name[0]:
        return False
    apart = [pair for pair in zip(one.name, other.name, strict=True) if pair[0] != pair[1]]
    return len(apart) == 1 and near_in_letters(*apart[0]) and _same_office(one, other)


def _same_office(one: _Person, other: _Person) -> bool:
    if one.signs or other.signs:
        office, title = (one.office, other.office) if one.signs else (other.office, one.office)
        return office == title or office.startswith(title + " ")
    if one.office != other.office:
        return False
    return bool(one.where and other.where) and (one.where <= other.where or other.where <= one.where)


def _two_names(document: Document, people: list[_Person], one: _Person, other: _Person) -> Hit:
    """The rarer name is shown as the odd one, of two the one that is not signed, else the later."""
    names = [person.name for person in people]
    first, odd = sorted((one, other), key=lambda person: (-names.count(person.name), not person.signs, person.span))
    here, there = document.words(odd.span), document.words(first.span)
    return Hit(
        odd.span,
        {"name": here, "other": there},
        places=(Place(first.span, "other"),),
        remedies=(
            Remedy("rewrite", (Edit(odd.span, there),), "unsafe", {"right": there}),
            Remedy("rewrite", (Edit(first.span, here),), "unsafe", {"right": here}),
        ),
    )
