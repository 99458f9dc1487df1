"""Pointers by numerals: "khoản 2 Điều 5", "mục III Kế hoạch này", "Phụ lục II kèm theo".

Most of them point into another act.  The owner is said after the numerals, or by
the last one of a list; where nothing says it, it stays open.
"""

from __future__ import annotations

from vnplanlint.light_typing import Literal, NamedTuple
from vnplanlint.mentions.model import CrossReference
from vnplanlint.patterns import pattern, verbose
from vnplanlint.spans import Span

Owner = Literal["this", "other", ""]

_UNIT = verbose(
    r"""
    (?: (Điều|Khoản|khoản|Điểm|điểm|Mục|mục|Phần|phần|Chương|chương|Tiểu\ +mục|tiểu\ +mục)
      | (Phụ\ +lục|PHỤ\ +LỤC|phụ\ +lục)(?:\ +số)? )
    \ + ( \d{1,3}(?:\.\d{1,2}){0,4}[a-zđ]? | [IVXLC]{1,7}(?:\.\d{1,2}){0,3} | [a-zđ]\d? | thứ\ +(?:nhất|hai|ba|tư|năm) )
    (?![\p{L}\d%]|[.,/]\d)
    """
)
_ACT = (
    r"Luật|Bộ +luật|Hiến +pháp|Pháp +lệnh|Nghị +định|Nghị +quyết|Thông +tư|Thông +tri|Thông +báo|Quyết +định|Quy +định"
    r"|Quy +chế|Quy +chuẩn|Điều +lệ|Chỉ +thị|Kế +hoạch|Chương +trình|Đề +án|Dự +án|Phương +án|Hướng +dẫn|Công +văn"
    r"|Báo +cáo|Tờ +trình|Kết +luận|Thể +lệ|Nội +quy|Hợp +đồng|Biên +bản|Văn +bản|Tiêu +chuẩn|QCVN|TCVN|Đề +cương"
)
_LINK = r" *+(?:\((?:kèm|đính)[^()]{0,40}\) *)?(?:(?:của|tại|trong|thuộc|kèm +theo|ban +hành +kèm +theo|đính +kèm) +)*"
_THIS = pattern(_LINK + rf"((?i:{_ACT})) +này(?!\p{{L}})")
_OTHER = pattern(_LINK + rf"((?i:{_ACT}))(?!\p{{L}})")
_HERE = pattern(r" *+(?:nêu +trên|nói +trên|ở +trên|trên +đây|dưới +đây|sau +đây)(?!\p{L})")
_ATTACHED = pattern(r" *+\(? *+(?:đính +kèm|kèm +theo|gửi +kèm)(?: *\)| *[.;,]|$| +này)")
_JOINT = pattern(r" *(?:[,;]|và|hoặc|đến|-)? *(?:và +|hoặc +|tại +|theo +)?")
_RECIPIENT = pattern(r"Như +$")
_COMPOUNDS = ("danh", "hạng", "chuyên", "đề", "thư", "học", "cổ", "thành", "tiết")
"""Words that make another noun of "mục", "phần", "điểm" after them: "danh mục 150 dự án"."""
_OUTER = {"điểm": 0, "khoản": 1, "điều": 2, "tiểu mục": 3, "mục": 4, "chương": 5, "phần": 6, "phụ lục": 7}
"""Units from the innermost; an inner one followed by an outer one is one reference."""


class _Part(NamedTuple):
    unit: str
    numeral: str
    start: int
    end: int


def find_cross_references(text: str) -> list[CrossReference]:
    """All pointers into a document by numerals, in order."""
    chains = _chains(text, _parts(text))
    found: list[CrossReference] = []
    owner: Owner
    following: tuple[int, Owner, str] | None = None
    for chain in reversed(chains):
        start, end = chain[0].start, chain[-1].end
        owner, act, end = _owner(text, end)
        if not owner and following and _only_joins(text, end, following[0]):
            owner, act = following[1], following[2]
        recipient = chain[0].unit == "Điều" and _is_recipient(text, start)
        path = tuple((part.unit, part.numeral) for part in reversed(chain))
        found.append(CrossReference(Span(start, end), path, "this" if recipient else owner, act, recipient))
        following = (start, owner, act)
    found.reverse()
    return found


def _parts(text: str) -> list[_Part]:
    parts = []
    for match in _UNIT.finditer(text):
        if match.start() and (text[match.start() - 1].isalnum() or _is_compound(text, match.start())):
            continue
        unit = " ".join((match[1] or match[2]).lower().split())
        if _is_pointer(unit, match[1] or "", match[3]):
            name = "Điều" if unit == "điều" else "Phụ lục" if unit == "phụ lục" else unit
            parts.append(_Part(name, " ".join(match[3].split()), match.start(), match.end()))
    return parts


def _is_compound(text: str, start: int) -> bool:
    return text[start].islower() and text[max(0, start - 12) : start].lower().rstrip().endswith(_COMPOUNDS)


def _is_pointer(unit: str, word: str, numeral: str) -> bool:
    """Whether the numeral is of the kind that the unit has: "điểm 10" is a mark, "mục a" a point."""
    if unit == "điểm":
        return (not numeral[0].isdigit() and not numeral[0].isupper()) or "." in numeral
    if unit == "khoản":
        return numeral[0].isdigit()
    if unit in ("phần", "chương"):
        return word[0].isupper() or (not numeral[0].isdigit() and not numeral[0].islower()) or numeral.startswith("thứ")
    return not numeral[0].islower()


def _chains(text: str, parts: list[_Part]) -> list[list[_Part]]:
    """Parts that follow each other from an inner unit to an outer one."""
    chains: list[list[_Part]] = []
    for part in parts:
        if chains:
            inner = chains[-1][-1]
            between = text[inner.end : part.start]
            if (
                between.strip(" ,") in ("", "của", "tại")
                and "\n" not in between
                and "\t" not in between
                and (_OUTER[inner.unit.lower()] < _OUTER[part.unit.lower()])
            ):
                chains[-1].append(part)
                continue
        chains.append([part])
    return chains


def _owner(text: str, end: int) -> tuple[Owner, str, int]:
    """Whose numerals they are, the type word that says so, and where the pointer ends."""
    match = _THIS.match(text, end)
    if match:
        return "this", " ".join(match[1].split()), match.end()
    match = _OTHER.match(text, end)
    if match:
        return "other", " ".join(match[1].split()), end
    if _HERE.match(text, end) or _ATTACHED.match(text, end):
        return "this", "", end
    return "", "", end


def _only_joins(text: str, end: int, start: int) -> bool:
    match = _JOINT.match(text, end, start)
    return match is not None and match.end() == start


def _is_recipient(text: str, start: int) -> bool:
    return _RECIPIENT.search(text, max(0, start - 8), start) is not None
