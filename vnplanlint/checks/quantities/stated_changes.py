"""Shares and changes told beside the figures that they are reckoned from.

"45/60 hộ, đạt 75%", "đạt 52% (6.240/12.000 tỷ đồng)", "giảm 06 vụ (từ 43 xuống 37)", "tăng 15% (từ 100 lên 115)".
"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.document.model import Document
from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.quantities import SCALES, read_figures, rounded
from vnplanlint.patterns import Match, pattern, verbose
from vnplanlint.spans import Span

_NUMBER = r"(\d++(?:[.,]\d++)*+)"
_SHARE = r"(\d{1,3}(?:[.,]\d{1,2})?)\ *+%"
_ENDS = r"(?=\ *+(?:[).,;\n\t]|\Z))"
_COUNTED = r"\ ++\p{L}[^\d()\n\t.;:,/%]{1,50}?"
_FRACTION_FIRST = verbose(
    rf"""
    {_NUMBER}\ *+/\ *+{_NUMBER} {_COUNTED}
    (?: ,?\ ++(?:và\ +)?(?:đạt|chiếm|bằng)\ ++(?:tỷ\ +lệ\ +)? | \ ++\((?:(?:đạt|chiếm|tỷ\ +lệ|bằng)\ ++){{0,2}} )
    {_SHARE}{_ENDS}
    """
)
_FRACTION_LAST = verbose(
    rf"{_SHARE}(?:\ ++(?!so\ )\p{{L}}[\p{{L}} ]{{0,40}}?)?\ *+"
    rf"\({_NUMBER}\ *+/\ *+{_NUMBER}(?:\ ++\p{{L}}[\p{{L}} ]{{0,40}})?\)"
)
_NO_FRACTION = pattern(
    r"(?:ngày|số|tháng|sáng|chiều|tối|đến|từ|hết|điều|khoản|quý|giờ|năm|lúc|trước|sau|dịp|lễ|hội|gần|khoảng|trên|hơn"
    r"|tăng|giảm|vượt)(?: +(?:thêm|là))? *\Z",
    0x02,
)
_OTHER_BASE = pattern(r"so +với|cùng +kỳ|tăng|giảm|vượt|còn +lại|chưa", 0x02)
_YEAR = r"(?:\ *+\(?(?:năm\ ++)?(?:19|20)\d\d\)?)?"
_FROM_TO = (
    rf"từ\ ++{_NUMBER}(\ *+%|\ ++\p{{L}}[\p{{L}} ]{{0,30}}?)?{_YEAR}"
    rf"\ ++(?:lên|xuống|còn|đến)(?:\ ++(?:còn|đến|tới))?\ ++"
    rf"{_NUMBER}(\ *+%|\ ++\p{{L}}[\p{{L}} ]{{0,30}}?)?{_YEAR}"
)
_CHANGE = rf"([Tt]ăng|[Gg]iảm)(?:\ ++(?:thêm|được))?\ ++{_NUMBER}(\ *+%|\ ++\p{{L}}[\p{{L}} ]{{0,30}}?)"
_CHANGE_FIRST = verbose(rf"{_CHANGE}\ *+\({_FROM_TO}\ *+\)")
_CHANGE_LAST = verbose(rf"{_FROM_TO}\ *+(?:,\ ++|\ *\()(?:tức\ +(?:là\ +)?)?{_CHANGE}{_ENDS}")
_NEAR = 90


class Reckoned(NamedTuple):
    """``told`` is what the text says, ``right`` what ``figures`` give, written alike."""

    told: Span
    figures: Span
    right: str


class _Number(NamedTuple):
    span: Span
    value: int
    decimals: int
    unit: str


def wrong_shares(document: Document) -> Iterator[Reckoned]:
    """Shares that are not the quotient of the two numbers beside them."""
    text = document.text
    if "%" not in text or "/" not in text:
        return
    for match in _FRACTION_FIRST.finditer(text):
        if text[match.start() - 1 : match.start()] in ("", " ", "(", "\n", "\t"):
            yield from _share(text, match, Span(match.start(1), match.end(2)), 1, 3)
    for match in _FRACTION_LAST.finditer(text):
        yield from _share(text, match, Span(match.start(2), match.end(3)), 2, 1)


def _share(text: str, match: Match[str], figures: Span, first: int, share: int) -> Iterator[Reckoned]:
    before = text[max(0, match.start() - 24) : match.start()].replace("\n", "\t").rpartition("\t")[2]
    part, whole, told = (_number(match, group) for group in (first, first + 1, share))
    if part is None or whole is None or told is None or _NO_FRACTION.search(before) or _OTHER_BASE.search(match[0]):
        return
    if {part.decimals, whole.decimals} == {0} and part.value > whole.value * 3:
        return
    exact = part.value * 100_000 / whole.value
    if not _is_rounded(exact, told) and not _is_rounded(100_000 - exact, told):
        yield Reckoned(told.span, figures, rounded(exact, told.decimals) + "%")


def wrong_changes(document: Document) -> Iterator[Reckoned]:
    """Rises and falls that are not the difference of their two ends."""
    text = document.text
    at = text.find("từ ")
    while at >= 0:
        if text[at + 3 : at + 6].strip()[:1].isdecimal():
            yield from _around(text, at)
        at = text.find("từ ", at + 1)


def _around(text: str, at: int) -> Iterator[Reckoned]:
    """The change told before or after "từ … lên …"."""
    if text[max(0, at - 4) : at].rstrip().endswith("("):
        start = max(0, at - _NEAR, text.rfind("\n", 0, at) + 1, text.rfind("\t", 0, at) + 1)
        for before in _CHANGE_FIRST.finditer(text, start, at + _NEAR):
            change, first, last = (_number(before, group, group + 1) for group in (2, 4, 6))
            if change and first and last and before.end(3) <= at < before.start(4):
                yield from _change(change, first, last)
    elif after := _CHANGE_LAST.match(text, at, at + 2 * _NEAR):
        change, first, last = (_number(after, group, group + 1) for group in (6, 1, 3))
        if change and first and last:
            yield from _change(change, first, last)


def _change(change: _Number, first: _Number, last: _Number) -> Iterator[Reckoned]:
    if not first.value or not _of_one_kind(change, first, last):
        return
    end = last.value * _scale(last)
    starts = {first.value * _scale(first), first.value * (_scale(first) if first.unit else _scale(last))}
    rights: list[str] = []
    for start in sorted(starts):
        if change.unit == "%":
            share = abs(end - start) * 100_000 / start
            if _is_rounded(share, change) or (last.unit == "%" and _is_rounded(abs(end - start), change)):
                return
            rights.append(rounded(abs(end - start) if last.unit == "%" else share, change.decimals) + "%")
        else:
            if abs(abs(end - start) - change.value * _scale(change)) <= _rounding(change, first, last):
                return
            rights.append(f"{rounded(abs(end - start) / _scale(change), change.decimals)} {change.unit}")
    yield Reckoned(change.span, Span(first.span.start, last.span.end), rights[-1])


def _rounding(*numbers: _Number) -> int:
    """What rounding explains: the last digit of the roughest number, where one is rounded."""
    steps = [1000 * _scale(one) // 10**one.decimals for one in numbers if one.decimals or _scale(one) > 1]
    return max(steps, default=0)


def _of_one_kind(change: _Number, start: _Number, end: _Number) -> bool:
    """Whether the three count the same thing; a change in per cent may be one of anything."""
    nouns = [_noun(one) for one in (start, end) if _noun(one)]
    if change.unit != "%":
        nouns += [_noun(change)] if nouns else []
    return len(set(nouns)) <= 1


def _noun(number: _Number) -> str:
    words = [word for word in number.unit.split() if word not in SCALES]
    return words[0] if words else ""


def _scale(number: _Number) -> int:
    return SCALES.get(number.unit.partition(" ")[0], 1)


def _number(match: Match[str], figures: int, unit: int = 0) -> _Number | None:
    value, shape, decimals = read_figures(match[figures])
    if not value or shape in ("malformed", "commas"):
        return None
    words = " ".join((match[unit] or "").lower().split()) if unit else ""
    return _Number(Span(*match.span(figures)), value, decimals, words)


def _is_rounded(exact: float, told: _Number) -> bool:
    """Whether a share may be told so: rounded or cut off, and never finer than a tenth."""
    return abs(exact - told.value) < max(1000 * 0.1**told.decimals, 100) - 0.001
