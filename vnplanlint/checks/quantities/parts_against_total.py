"""Do the parts make up the total, and is no share more than the whole?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from vnplanlint.checks.quantities.stated_changes import Reckoned, wrong_changes, wrong_shares
from vnplanlint.checks.quantities.written_sums import wrong_sums
from vnplanlint.document.model import Document, Heading
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.mentions.breakdowns import are_all_parts
from vnplanlint.mentions.model import Breakdown, Quantity
from vnplanlint.mentions.quantities import grouped, quantities_in
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_WHOLE = 100_000
_GROUPS = pattern(
    r" *+(?:tổng +)?(?:số +)?(?:các +)?"
    r"(?:hộ|người +dân|dân +số|nhân +dân|đảng +viên|đoàn +viên|hội +viên|cán +bộ|công +chức|viên +chức|học +sinh"
    r"|giáo +viên|chi +bộ|chi +hội|xã|phường|thôn|trẻ|phụ +nữ|thanh +niên|hồ +sơ|thủ +tục|đơn +vị|gia +đình)(?!\p{L})"
)
_MEASURED_AGAINST = pattern(
    r"kế +hoạch|chỉ +tiêu|so +với|tăng|vượt|bằng|gấp|hoàn +thành(?: +đạt| +được)? *$|dự +toán|cùng +kỳ|công +suất"
    r"|định +mức|mức|chuẩn"
    r"|thực +hiện|giao|tuyển|huy +động|tốc +độ|tăng +trưởng|lương|phụ +cấp|hệ +số|nhu +cầu|tương +đương",
    0x02,
)
_LIMITS = frozenset(
    ("khoảng", "chừng", "ước", "gần", "hơn", "trên", "dưới", "xấp", "ít", "tối", "không", "bình", "mỗi")
)
_NEAR = 120
_MOST_ITEMS = 200
_FEWEST_NEARLY = 3
_NEARLY = 20
"""A twentieth: parts that miss their total by no more were meant to make it up."""
_FEWEST_SHARES, _MOST_SHARES = 85_000, 115_000


def parts_against_total(document: Document) -> Iterator[Hit]:
    """Parts that do not make up their total, parts above it, and shares of a group over 100 %."""
    for breakdown in document.mentions.breakdowns:
        parts: Sequence[Quantity] = breakdown.parts
        if breakdown.continues:
            items = _items_after(document, breakdown)
            parts = _one_each(document, items, breakdown.total.unit)
            if breakdown.total.unit == "đồng" and are_all_parts([item.title for item in items]):
                breakdown = breakdown._replace(exhaustive=True)
            breakdown = breakdown if parts else _of_shares(breakdown)
            parts = parts or _one_each(document, items, "%")
        if parts:
            yield from _judge(document, breakdown, parts)
    for quantity in document.mentions.quantities:
        if quantity.unit == "%" and (quantity.thousandths or 0) > _WHOLE and _is_of_a_group(document, quantity):
            yield Hit(quantity.span, {"share": document.words(quantity.span)}, variant="share")
    yield from _wrong_sums(document)
    yield from (_reckoned(document, found, "quotient") for found in document.gather(wrong_shares))
    yield from (_reckoned(document, found, "change") for found in document.gather(wrong_changes))


def _wrong_sums(document: Document) -> Iterator[Hit]:
    """Sums and products that are written out with a wrong result."""
    for found in document.gather(wrong_sums):
        right = grouped(found.made)
        yield Hit(
            found.total,
            {"total": document.words(found.total), "sum": right, "operands": document.words(found.operands)},
            variant="written",
            places=(Place(found.operands, "operands"),),
            remedies=(Remedy("result", (Edit(found.total, right),), "unsafe", {"right": right}),),
        )


def _reckoned(document: Document, found: Reckoned, variant: str) -> Hit:
    """A share or a change that the figures beside it do not give."""
    figures = document.words(found.figures)
    return Hit(
        found.told,
        {"told": document.words(found.told), "figures": figures, "right": found.right},
        variant=variant,
        places=(Place(found.figures, "operands"),),
        severity="warning",
    )


def _judge(document: Document, breakdown: Breakdown, parts: Sequence[Quantity]) -> Iterator[Hit]:
    total = breakdown.total.thousandths or 0
    rough = _is_rough(breakdown.total)
    over = [part for part in parts if (part.thousandths or 0) > total]
    if over and not rough:
        values = {"part": document.words(over[0].span), "total": document.words(breakdown.total.span)}
        yield Hit(over[0].span, values, variant="part", places=(Place(breakdown.total.span, "total"),))
        return
    if rough or len(parts) < 2 or any(map(_is_rough, parts)):
        return
    made = sum(part.thousandths or 0 for part in parts)
    if abs(made - total) <= _tolerance([breakdown.total, *parts]) or made * 2 < total:
        return
    if _has_all_shares(document, parts):
        breakdown = breakdown._replace(exhaustive=True)
    if _is_told(breakdown, len(parts), made, total) and not _is_of_another(document, breakdown, made):
        yield _hit(document, breakdown, parts, made)


def _is_of_another(document: Document, breakdown: Breakdown, made: int) -> bool:
    """Whether the parts make up another number of the sentence: "30 đội với 45 người, gồm 20 đội …, 10 đội …"."""
    start = breakdown.total.span.start
    near = Span(max(0, start - _NEAR, document.text.rfind("\n", 0, start)), start)
    return any(one.thousandths == made for one in quantities_in(document.mentions.quantities, near))


def _is_told(breakdown: Breakdown, count: int, made: int, total: int) -> bool:
    """Whether the words promise all parts, money is spent twice, or several parts nearly make up the total."""
    if breakdown.lead == "%":
        return breakdown.exhaustive and _FEWEST_SHARES <= made <= _MOST_SHARES
    if breakdown.exhaustive or (made > total and breakdown.total.unit == "đồng"):
        return True
    if breakdown.total.unit == "đồng" and breakdown.lead == "trong đó":  # a budget names its main items
        return False
    return count >= _FEWEST_NEARLY and abs(made - total) * _NEARLY <= total


def _has_all_shares(document: Document, parts: Sequence[Quantity]) -> bool:
    """Whether shares that make up a whole follow, one for each part: "…; tỷ lệ tương ứng là 25%, 45% và 30%"."""
    end = parts[-1].span.end
    line = document.text.find("\n", end, end + 2 * _NEAR)
    following = Span(end, line if line >= 0 else end + 2 * _NEAR)
    if "ương ứng" not in document.text[following.start : following.end]:
        return False
    shares = [one for one in quantities_in(document.mentions.quantities, following) if one.unit == "%"]
    return len(shares) == len(parts) and sum(one.thousandths or 0 for one in shares) == _WHOLE


def _hit(document: Document, breakdown: Breakdown, parts: Sequence[Quantity], made: int) -> Hit:
    total, scale = breakdown.total, breakdown.total.scale
    unit = document.words(total.span)[len(document.words(total.figures)) :] if breakdown.lead != "%" else "%"
    shown = grouped(made // scale) + unit if made % scale == 0 else grouped(made) + " " + total.unit
    return Hit(
        total.span,
        {"total": document.words(total.span), "sum": shown, "count": len(parts)},
        variant="shares" if breakdown.lead == "%" else "",
        places=tuple(Place(part.span, "part") for part in parts),
        severity=None if breakdown.summed and breakdown.lead not in ("%", "trong đó", "(") else "warning",
    )


def _is_rough(quantity: Quantity) -> bool:
    return quantity.qualifier.partition(" ")[0] in _LIMITS


def _tolerance(numbers: Sequence[Quantity]) -> int:
    """What rounding may explain: half of the last digit told, for each number that is rounded."""
    steps = [one.scale * 1000 // 10**one.decimals for one in numbers if one.decimals or one.scale > 1]
    return sum(steps) // 2 if any(one.decimals for one in numbers) else max(steps, default=0) // 2 * (len(numbers) > 3)


def _items_after(document: Document, breakdown: Breakdown) -> list[Heading]:
    """The items of the list that follows."""
    block = document.block_at(breakdown.span.end - 1)
    return _one_list(document, _list_after(document, block.index)) if block else []


def _one_list(document: Document, items: list[Heading]) -> list[Heading]:
    """The items up to other words that announce a list of their own; none where other words stand among them."""
    numbered = {heading.block for heading in document.outline.headings}
    for index, (item, following) in enumerate(pairwise(items), 1):
        between = [block for block in range(item.block + 1, following.block) if block not in numbered]
        if between:
            announces = document.words(document.blocks[between[-1]].span).endswith(":")
            return items[:index] if announces else []
    return items


def _of_shares(breakdown: Breakdown) -> Breakdown:
    """The same whole, told in shares of it."""
    return breakdown._replace(lead="%", total=breakdown.total._replace(unit="%", thousandths=_WHOLE, scale=1))


def _one_each(document: Document, items: list[Heading], unit: str) -> list[Quantity]:
    """The quantities of a list in one unit; none where an item tells none or several."""
    parts: list[Quantity] = []
    for item in items:
        inside = quantities_in(document.mentions.quantities, item.title_span)
        same = [one for one in inside if one.unit == unit and not _in_brackets(document, item, one)]
        if len(same) != 1 or same[0].thousandths is None:
            return []
        parts += same
    return parts


def _list_after(document: Document, block: int) -> list[Heading]:
    headings = document.outline.headings
    index = bisect_left(headings, block + 1, key=lambda heading: heading.block)
    if index == len(headings) or headings[index].block != block + 1 or headings[index].inline:
        return []
    first = headings[index]
    if index and headings[index - 1].list_id == first.list_id:
        return []
    run = takewhile(lambda heading: heading.depth >= first.depth, headings[index : index + _MOST_ITEMS])
    return [heading for heading in run if heading.list_id == first.list_id]


def _in_brackets(document: Document, item: Heading, quantity: Quantity) -> bool:
    before = document.text[item.title_span.start : quantity.span.start]
    return before.count("(") > before.count(")")


def _is_of_a_group(document: Document, share: Quantity) -> bool:
    """Whether a share is one of people, places or files, and not of a plan or an earlier figure."""
    text, start, end = document.text, share.span.start, share.span.end
    if not _GROUPS.match(text, end):
        return False
    before = text[max(0, start - 80) : start].replace("\t", "\n").rpartition("\n")[2]
    after = text[end : end + 80].replace("\t", "\n").partition("\n")[0]
    return not (_MEASURED_AGAINST.search(before) or _MEASURED_AGAINST.search(after))
