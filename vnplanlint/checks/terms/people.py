"""The people whom a document names: by their family name and office, or after “ông”, “bà” and the like."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.terms.nearness import plain
from vnplanlint.document.model import Document
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


class Person(NamedTuple):
    """Somebody at one place: the name in lower case, and what the words around it tell."""

    name: tuple[str, ...]
    span: Span
    office: str
    where: frozenset[str]  # empty: not said
    signs: bool = False
    sex: str = ""


def address_of(document: Document, span: Span) -> str | None:
    """ "ông", "bà", "đồng chí" right before a name; None without such a word."""
    match = _ADDRESSED.search(document.text[max(0, span.start - 16) : span.start])
    return " ".join(match[1].lower().split()) if match else None


def named(document: Document) -> tuple[Person, ...]:
    """Names of three syllables and more in a document or passage with an office or "ông", "bà" beside them."""
    return document.ask(_named)


def _named(document: Document) -> tuple[Person, ...]:
    syllables = document.syllables
    by_start = {person.span.start: person for person in _people(document)}
    found: list[Person] = []
    for index in [index for index, form in enumerate(syllables.forms) if form in _FAMILIES or form in _LAST_OF_ADDRESS]:
        person = by_start.get(syllables.starts[index])
        if person is not None:
            address = address_of(document, person.span)
            found.append(person._replace(sex=_ADDRESSES.get(address or "", "")))
        elif syllables.forms[index] in _LAST_OF_ADDRESS:
            found += _addressed(document, index + 1, by_start)
    return tuple(found)


def _addressed(document: Document, index: int, known: dict[int, Person]) -> Iterator[Person]:
    """The name at ``index`` if "ông" and the like stand right before it."""
    syllables = document.syllables
    if index >= len(syllables) or syllables.starts[index] in known or not syllables.written(index)[0].isupper():
        return
    last = last_of_name(syllables, index)
    span = syllables.span(index, last)
    words = syllables.forms[index : last + 1]
    if last - index < 2 or _NO_PERSON & set(words) or document.in_quotation(span.start):
        return
    address = address_of(document, span)
    if address is not None:
        yield Person(tuple(map(plain, words)), span, "", frozenset(), sex=_ADDRESSES[address])


def _people(document: Document) -> Iterator[Person]:
    """Names with an office right after or before them."""
    syllables = document.syllables
    taken = -1
    for index in [index for index, form in enumerate(syllables.forms) if form in _FAMILIES]:
        if index <= taken or not syllables.written(index)[0].isupper():
            continue
        last = last_of_name(syllables, index)
        if last - index < 2:
            continue
        span = syllables.span(index, last)
        office = office_of(document, span)
        if office is not None:
            taken = last
            name = tuple(map(plain, syllables.forms[index : last + 1]))
            yield Person(name, span, *office)


def last_of_name(syllables: Syllables, index: int) -> int:
    """The last syllable of the name that begins at ``index``."""
    last = index
    while last < index + 4 and syllables.goes_on(last):
        following = syllables.written(last + 1)
        if not following[0].isupper() or following.lower() in _ENDS_NAME:
            break
        last += 1
    return last


def office_of(document: Document, span: Span) -> tuple[str, frozenset[str]] | None:
    """The office right after or before a name, and the words that say where; None without one."""
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


def signer(document: Document) -> Iterator[Person]:
    """The one who signs, with the last office above the name."""
    signers = [component for component in document.components if component.kind == "nguoi-ky"]
    offices = [component for component in document.components if component.kind == "chuc-vu"]
    if len(signers) != 1 or not offices:
        return
    words = [word for word in signers[0].text.split() if word.isalpha()]
    if len(words) >= 3 and plain(words[0]) in _FAMILIES:
        span, office = signers[0].span, " ".join(offices[-1].text.lower().split())
        yield Person(tuple(map(plain, words)), span, office, frozenset(), True)
