"""Is one indicator, told twice in the same words, given one value?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnplanlint.document.model import Block, Document, Heading
from vnplanlint.findings import Hit, Place
from vnplanlint.light_typing import NamedTuple
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_LEADING = pattern(
    r"^(?:(?:phấn +đấu|bảo +đảm|đảm +bảo|đến +nay|trong +đó|có|và|duy +trì|nâng|đưa|tiếp +tục|hoàn +thành|chỉ +tiêu"
    r"|mục +tiêu)(?:[ ,:]+|$))+",
    0x02,
)
_AIM = pattern(r", +(?=(?:phấn +đấu|bảo +đảm|đảm +bảo) )")
_NUMERAL = pattern(r"^(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|\p{Ll}|[ivx]{1,4})[.)/]|\d{1,2}(?:\.\d{1,2})+) *")
_SENTENCE_MARK = pattern(r"[;“”]|\.(?= +\p{Lu})")
_SCOPE = pattern(
    r"\d|đối +với|cấp|khối|quý|giai +đoạn|khu +vực|vùng|tỉnh|huyện|xã(?! +hội)|phường|thôn|quận|đơn +vị|loại|nhóm"
    r"|hạng|đợt|tháng|lớp|trường +(?:hợp|học)|ngành|phương +án|kịch +bản|năm|kỳ|nguồn|riêng",
    0x02,
)
_RESULTS = pattern(r"kết +quả|thực +trạng|tình +hình|đánh +giá|hạn +chế|tồn +tại|ưu +điểm", 0x02)
_AIMS = pattern(r"(?:^|và +|, *)(?:mục +tiêu|chỉ +tiêu|nhiệm +vụ|giải +pháp|nội +dung|phương +hướng)", 0x02)
_FEWEST_WORDS = 5
_MOST_WORDS = 40
_FOLLOWING_WORDS = 4
_LONGEST = 500


class _Indicator(NamedTuple):
    """A quantity with the words of its sentence; two with the same ``key`` speak of the same thing."""

    key: tuple[str, str, str, str]
    thousandths: int
    span: Span


def indicator_two_values(document: Document) -> Iterator[Hit]:
    """The same words before and after, in one division and scope, with two values."""
    if len(document.mentions.quantities) < 2:
        return
    told: dict[tuple[str, str, str, str], list[_Indicator]] = {}
    for indicator in document.gather(_indicators):
        told.setdefault(indicator.key, []).append(indicator)
    found: list[tuple[tuple[str, str], Hit]] = []
    for same in told.values():
        if len(same) > 1 and len({one.thousandths for one in same}) == 2:
            found += _compare(document, same)
    sections = [section for section, _ in found]
    yield from (hit for section, hit in found if sections.count(section) == 1)  # two lists told side by side


def _indicators(document: Document) -> Iterator[_Indicator]:
    text = document.text
    for quantity in document.mentions.quantities:
        block = document.block_at(quantity.span.start)
        if quantity.thousandths is None or block is None or block.kind != "text":
            continue
        before = text[max(block.span.start, quantity.span.start - _LONGEST) : quantity.span.start]
        after = text[quantity.span.end : min(block.span.end, quantity.span.end + _LONGEST)]
        cut = [mark.end() for mark in _SENTENCE_MARK.finditer(before)]
        end = _SENTENCE_MARK.search(after)
        start = " ".join(before[cut[-1] if cut else 0 :].lower().split())
        rest = after[: end.start() if end else len(after)].lower().split()
        start = start if cut else _NUMERAL.sub("", start)
        start = _LEADING.sub("", _aim(start.removesuffix(quantity.qualifier).rstrip()))
        if " ".join(rest[:2]).startswith("trở lên"):
            start = start.removesuffix(" từ")
        following = _following(rest, len(start.split()))
        if following is None:
            continue
        figures = " ".join(word for word in rest[_FOLLOWING_WORDS:] if any(map(str.isdecimal, word)))
        key = (start, quantity.unit, f"{following}|{figures}", quantity.qualifier)
        yield _Indicator(key, quantity.thousandths, quantity.span)


def _aim(start: str) -> str:
    """What is aimed at, where the words before it name no year, place or group."""
    aims = [mark.end() for mark in _AIM.finditer(start)]
    return start[aims[-1] :] if aims and not _SCOPE.search(start[: aims[-1]]) else start


def _following(rest: list[str], before: int) -> str | None:
    """The words after a quantity that name the indicator; None where too little names it."""
    if _FEWEST_WORDS <= before <= _MOST_WORDS:
        return " ".join(rest[:_FOLLOWING_WORDS]).strip(" .,;:/")
    clause = _clause(" ".join(rest))
    named = before < _FEWEST_WORDS and _FEWEST_WORDS + 1 <= len(clause.split()) <= _MOST_WORDS
    return clause if named else None


def _clause(words: str) -> str:
    """The words up to a comma, or to a later one where these are too few to name anything ("cán bộ, công chức …")."""
    parts = words.split(",")
    count = next((n for n in range(1, len(parts)) if len(",".join(parts[:n]).split()) > _FEWEST_WORDS), len(parts))
    return ",".join(parts[:count]).strip(" .:/")


def _compare(document: Document, same: Sequence[_Indicator]) -> Iterator[tuple[tuple[str, str], Hit]]:
    """The contradiction, with the titles of the two sections between which it stands."""
    first = same[0]
    other = next(one for one in same if one.thousandths != first.thousandths)
    blocks = [block for one in (first, other) if (block := document.block_at(one.span.start))]
    if document.division_of(blocks[0]) != document.division_of(blocks[1]):
        return
    ways = [_way_to(document, block) for block in blocks]
    if not ways[0] or not ways[1] or ways[0][-1] == ways[1][-1]:
        return
    if _tells_results(ways[0]) != _tells_results(ways[1]):
        return
    if any(_SCOPE.search(title) for side, way in enumerate(ways) for title in way if title not in ways[1 - side]):
        return
    yield (
        (ways[0][0], ways[1][0]),
        Hit(
            other.span,
            {"value": document.words(other.span), "other": document.words(first.span)},
            places=(Place(first.span, "first"),),
        ),
    )


def _tells_results(titles: Sequence[str]) -> bool:
    """Whether the nearest title that says so is one of results, and not of aims."""
    telling = next((title for title in titles if _RESULTS.search(title) or _AIMS.search(title)), "")
    return _RESULTS.search(telling) is not None and not _AIMS.search(telling)


def _way_to(document: Document, block: Block) -> list[str]:
    """The lead-in of the list in which a block stands, and the titles above it, the section last."""
    titles: list[str] = []
    for above in reversed(document.blocks[max(0, block.index - 12) : block.index]):
        words = document.words(above.span)
        if words.endswith(":"):
            titles.append(words.lower())
            break
    heading = _heading_at(document, block)
    if heading is not None and heading.block == block.index:
        heading = None if heading.parent is None else document.outline.headings[heading.parent]
    sections: list[str] = []
    while heading is not None:
        sections.append(heading.title.lower())
        heading = None if heading.parent is None else document.outline.headings[heading.parent]
    return titles + sections if sections else []


def _heading_at(document: Document, block: Block) -> Heading | None:
    found = None
    for heading in document.outline.headings:
        if heading.block > block.index:
            break
        found = heading
    return found
