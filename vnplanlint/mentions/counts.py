"""Counts that announce a list: "chia làm 02 giai đoạn, cụ thể như sau:".

Only a closed set of nouns, only before words that promise the whole list, and never
after words that make the number a limit, an ordinal or a part.
"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.mentions.model import CountClaim
from vnplanlint.mentions.number_words import value_of
from vnplanlint.patterns import Match, pattern, verbose
from vnplanlint.spans import Span

_NOUN = (
    r"nội\ +dung|nhiệm\ +vụ|giải\ +pháp|giai\ +đoạn|bước|đợt|nhóm|phần|chương|Điều|tiêu\ +chí|nguyên\ +tắc|mục\ +tiêu"
    r"|yêu\ +cầu|hoạt\ +động|vấn\ +đề|khâu|loại|chuyên\ +đề|chương\ +trình|hạng\ +mục|lĩnh\ +vực|chỉ\ +tiêu"
)
_CLAIM = verbose(
    rf"""
    (?: (\d{{1,2}}) | (hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?:\ +\p{{Ll}}+)?) ) (?:\ +\(\p{{L}}[^()\n\t\d]{{0,20}}\))?
    \ + ({_NOUN}) (?!\p{{L}})
    """,
)
_LEAD = verbose(
    r"""
    [^\n\t.;:\d“”]{0,80}?
    (?: (?:bao\ +)?gồm(?:\ +có)? | sau(?:\ +đây)? | như\ +sau | cụ\ +thể(?:\ +là)? | dưới\ +đây | là ) \ * :
    """
)
_BARE_LEAD = pattern(r"[^\n\t.;:\d“”]{0,60}:(?= *(?:\n|$))")
_PARTIAL = pattern(r"trong +đó|như +là|chủ +yếu|ví +dụ|một +(?:số|trong)|ít +nhất|tối +thiểu")
_BEFORE = frozenset(
    (
        "thứ",
        "quá",
        "thiểu",
        "đa",
        "nhất",
        "trên",
        "dưới",
        "hơn",
        "trong",
        "khoảng",
        "đến",
        "tháng",
        "-",
        "năm",
        "số",
        "lần",
        "ngày",
        "quý",
        "/",
        "khóa",
        "khoản",
        "điểm",
        "lớp",
    )
)
_MOST = 30


def find_counts(text: str) -> list[CountClaim]:
    """All counts that announce a list, each up to the colon."""
    found: list[CountClaim] = []
    for match in _claims(text):
        start = match.start()
        if start and (text[start - 1].isalnum() or text[start - 1] in "/.,-%"):
            continue
        lead = _LEAD.match(text, match.end()) or _BARE_LEAD.match(text, match.end())
        value = int(match[1]) if match[1] else value_of(match[2])
        if lead is None or not value or not 1 < value <= _MOST or _is_limited(text, start, lead[0]):
            continue
        group = 1 if match[1] else 2
        noun = " ".join(match[3].lower().split())
        found.append(CountClaim(Span(start, lead.end()), value, Span(*match.span(group)), noun, lead.re is _LEAD))
    return found


def _claims(text: str) -> Iterator[Match[str]]:
    """Counts with a colon behind them in their line: elsewhere nothing is announced."""
    start = 0
    while (colon := text.find(":", start)) >= 0:
        start = max(text.rfind("\n", start, colon) + 1, start)
        yield from _CLAIM.finditer(text, start, colon)
        start = colon + 1


def _is_limited(text: str, start: int, lead: str) -> bool:
    before = text[max(0, start - 14) : start].replace("\n", " \n ").split(" ")
    words = [word for word in before if word]
    return bool(words and words[-1].lower() in _BEFORE) or _PARTIAL.search(lead) is not None
