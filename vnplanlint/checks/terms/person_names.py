"""One person, one name: two names that differ by a letter, of one office or named far apart in a short cast."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

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
_MISSPELT_FAMILIES = {
    "đổ": "đỗ", "nguyển": "nguyễn", "nguyến": "nguyễn", "nguyền": "nguyễn", "vỏ": "võ", "vủ": "vũ", "bủi": "bùi",
    "phảm": "phạm", "trấn": "trần", "lể": "lê", "hòang": "hoàng", "hùynh": "huỳnh", "đặn": "đặng", "trịn": "trịnh",
}  # fmt: skip
"""What is no family name, and the one that it is a slip for."""
_ADDRESSES = {
    "ông": "m",
    "bà": "f",
    "anh": "m",
    "chị": "f",
    "đồng chí": "",
    "đ/c": "",
    "em": "",
    "cháu": "",
    "thầy": "m",
    "cô": "f",
    "già làng": "",
    "nghệ nhân": "",
    "bác sĩ": "",
    "kỹ sư": "",
    "luật sư": "",
    "chuyên viên": "",
    "nhân viên": "",
}
_ADDRESSED = pattern(
    r"(?i)(?<![\p{L}/])(ông|bà|anh|chị|đồng +chí|đ/c|em|cháu|thầy|cô|già +làng|nghệ +nhân|bác +sĩ|(?:kỹ|luật) +sư"
    r"|(?:chuyên|nhân) +viên)[.:]? +$"
)
_LAST_OF_ADDRESS = frozenset(address.split()[-1].removeprefix("đ/") for address in _ADDRESSES)
_NO_PERSON = frozenset(("mẹ", "việt", "bác", "hội", "ban", "ủy", "uỷ", "đảng", "sở", "bộ"))
_LABEL_AND_ADDRESS = 16
_SHORT_CAST = 12
"""Among more people two names that are nearly alike may well be two people."""
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
    block: int = -1
    sex: str = ""


def person_names(document: Document) -> Iterator[Hit]:
    """Two names of what must be one person, and family names that are none."""
    signer, named = list(_signer(document)), list(_named(document))
    people = [*signer, *(person for person in named if person.office)]
    if 2 <= len(people) <= _MOST:
        yield from _of_one_office(document, people)
    everybody = [*signer, *named]
    if 2 <= len({person.name for person in everybody}) <= _SHORT_CAST:
        yield from _far_apart(document, everybody)
    yield from _no_families(document)


def _of_one_office(document: Document, people: list[_Person]) -> Iterator[Hit]:
    """Two holders of one office whose names differ by one letter or mark."""
    told: set[frozenset[tuple[str, ...]]] = set()
    for place, one in enumerate(people):
        for other in people[place + 1 :]:
            pair = frozenset((one.name, other.name))
            if len(pair) == 2 and pair not in told and _may_be_one(one, other):
                told.add(pair)
                yield _two_names(document, people, one, other)


def _far_apart(document: Document, people: list[_Person]) -> Iterator[Hit]:
    """Two names that differ by one letter, in two places of a text that names few people, none with another office."""
    by_name: dict[tuple[str, ...], list[_Person]] = {}
    for person in people:
        by_name.setdefault(person.name, []).append(person)
    for (first, *_), (second, *_) in combinations(by_name.values(), 2):
        if first.name[0] != second.name[0] or not _is_near(first, second):
            continue
        pairs = [(one, other) for one in by_name[first.name][:_MOST] for other in by_name[second.name][:_MOST]]
        if not any(_may_be_one(*pair) or _are_two(document, *pair) for pair in pairs):
            yield _two_names(document, people, first, second)._replace(variant="again")


def _are_two(document: Document, one: _Person, other: _Person) -> bool:
    """Whether anything speaks for two people: another office, sex, or places in one list, row or sentence."""
    if (one.sex and other.sex and one.sex != other.sex) or (one.office and other.office):
        return True
    return _share_a_sentence(document, one, other) or _both_open_items(document, one, other)


def _share_a_sentence(document: Document, one: _Person, other: _Person) -> bool:
    """Whether they are named side by side: in one sentence, or in rows of a table."""
    if one.block != other.block:
        return document.blocks[one.block].kind == "row" and document.blocks[other.block].kind == "row"
    between = document.text[min(one.span.end, other.span.end) : max(one.span.start, other.span.start)]
    return document.blocks[one.block].kind == "row" or ". " not in between


def _both_open_items(document: Document, one: _Person, other: _Person) -> bool:
    """Whether each name stands at the start of its item: a list of people."""
    return all(_opens_its_block(document, person) for person in (one, other))


def _opens_its_block(document: Document, person: _Person) -> bool:
    return person.span.start - document.blocks[person.block].span.start <= _LABEL_AND_ADDRESS


def _no_families(document: Document) -> Iterator[Hit]:
    """ "ông Đổ Văn Hòa": a family name that nobody bears."""
    syllables = document.syllables
    for form in _MISSPELT_FAMILIES.keys() & syllables.distinct:
        for index, other in enumerate(syllables.forms):
            if (
                other != form
                or not syllables.written(index).istitle()
                or document.in_quotation(syllables.starts[index])
            ):
                continue
            last = _last_of_name(syllables, index)
            span = syllables.span(index, last)
            if last - index < 1 or not all(syllables.written(at).istitle() for at in range(index, last + 1)):
                continue
            if last - index < 2 or not (_address(document, span) or _office_of(document, span)):
                continue
            right = _MISSPELT_FAMILIES[form].capitalize()
            first = syllables.span(index)
            yield Hit(
                span,
                {"name": document.words(span), "family": syllables.written(index), "right": right},
                "family",
                remedies=(Remedy("family", (Edit(first, right),), "unsafe", {"right": right}),),
            )


def _address(document: Document, span: Span) -> str | None:
    """ "ông", "bà", "đồng chí" right before a name; None without such a word."""
    match = _ADDRESSED.search(document.text[max(0, span.start - 16) : span.start])
    return " ".join(match[1].lower().split()) if match else None


def _named(document: Document) -> Iterator[_Person]:
    """Names of three syllables and more with an office or "ông", "bà" beside them."""
    syllables = document.syllables
    by_start = {person.span.start: person for person in _people(document)}
    for index, form in enumerate(syllables.forms):
        start = syllables.starts[index]
        if start in by_start:
            person = by_start[start]
            block = document.block_at(start)
            address = _address(document, person.span)
            yield person._replace(block=block.index if block else -1, sex=_ADDRESSES.get(address or "", ""))
        elif form in _LAST_OF_ADDRESS:
            yield from _addressed(document, index + 1, by_start)


def _addressed(document: Document, index: int, known: dict[int, _Person]) -> Iterator[_Person]:
    """The name at ``index`` if "ông" and the like stand right before it."""
    syllables = document.syllables
    if index >= len(syllables) or syllables.starts[index] in known or not syllables.written(index)[0].isupper():
        return
    last = _last_of_name(syllables, index)
    span = syllables.span(index, last)
    words = syllables.forms[index : last + 1]
    if last - index < 2 or _NO_PERSON & set(words) or document.in_quotation(span.start):
        return
    address, block = _address(document, span), document.block_at(span.start)
    if address is not None and block is not None:
        name = tuple(map(plain, words))
        yield _Person(name, span, "", frozenset(), block=block.index, sex=_ADDRESSES[address])


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
        yield _Person(tuple(map(plain, words)), span, office, frozenset(), True, signers[0].block)


def _may_be_one(one: _Person, other: _Person) -> bool:
    return one.name[0] == other.name[0] and _is_near(one, other) and _same_office(one, other)


def _is_near(one: _Person, other: _Person) -> bool:
    """Whether one syllable differs, by a letter or mark."""
    if len(one.name) != len(other.name):
        return False
    apart = [pair for pair in zip(one.name, other.name, strict=True) if pair[0] != pair[1]]
    return len(apart) == 1 and near_in_letters(*apart[0])


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
