"""Whether a line break lies inside a sentence.

No setting: the document's own line lengths and its punctuation tell.  A text is
*wrapped* when most of its longer lines are about equally long; then a line that
had no room for the next word goes on in the next line.  Otherwise only a page turn
breaks a sentence, and the words on both sides must show it.
"""

from __future__ import annotations

import itertools

from vnplanlint.document.line_shapes import is_type
from vnplanlint.document.lines import Line
from vnplanlint.light_typing import NamedTuple
from vnplanlint.patterns import pattern

_LONG = 40
"""Lines shorter than this say nothing about the width of the text."""

_PAGE_WIDE = 60
"""A line of an unwrapped text that is at least so long may have been cut by a page turn."""

_MAX_TITLE_LINES = 8
_USAGE = 200_000
"""So much of a text shows how it writes its compounds."""


class Measure(NamedTuple):
    """How the text is set: line width (0 if not wrapped), line distance, indent of continued lines."""

    width: int
    gap: int
    indent: int


_UNWRAPPED = Measure(0, 0, 0)


def measure(lines: list[Line]) -> Measure:
    """Line width and distance of the running text."""
    widths = sorted(line.width for line in lines if line.kind == "text" and line.width >= _LONG)
    if len(widths) < 3:
        return _UNWRAPPED
    width = widths[(len(widths) * 9) // 10]
    alike = sum(0.8 * width <= other <= 1.15 * width for other in widths)
    if width > 220 or alike * 2 < len(widths):
        return _UNWRAPPED
    continued = [
        below
        for line, below in itertools.pairwise(lines)
        if line.width > 0.8 * width and below.words[0].islower() and not below.bullet
    ]
    if not continued:
        return Measure(width, 0, 0)
    middle = len(continued) // 2
    gaps = sorted(line.above for line in continued)
    indents = sorted(line.indent for line in continued)
    return Measure(width, gaps[middle], indents[middle])


_BASIS = pattern(r"(?:Căn cứ|Theo đề nghị|Xét đề nghị|Thực hiện (?:Nghị|Quyết|Chỉ|Kế|Công|Thông|Kết|Hướng|Chương))\b")
_BODY_OPENING = pattern(
    r"(?:Căn cứ|Thực hiện|Theo|Nhằm|Để|Năm \d|Trên cơ sở|Phát huy|Hưởng ứng|Triển khai thực hiện|Tiếp tục|"
    r"Trong|Xét|Ngày|Ủy ban|Sở|Ban)\b"
)
_DASHED = (
    "kinh tế - xã hội",
    "chính trị - xã hội",
    "văn hóa - xã hội",
    "lao động - thương binh",
    "thương binh - liệt sĩ",
    "thi đua - khen thưởng",
    "quốc phòng - an ninh",
    "khoa học - kỹ thuật",
    "độc lập - tự do",
    "tự do - hạnh phúc",
    "kế hoạch - tài chính",
    "hành chính - sự nghiệp",
)  # compounds that are written with a dash everywhere
_MARKS_AROUND = (("“", "”"), ("(", ")"), ("«", "»"))
_NAME_LENGTH = 160
_BEGINS_ANEW = pattern(r"[ ]*(?:[-–—+•*]|\d{1,2}[.)]|[a-zđ]\))[ ]*\S|[ ]*$")
_MARKS = ".,;:!?…)”\"'"
_UNIT_WORDS = frozenset(("Điều", "Chương", "Phần", "Mục", "Khoản"))
"""What nothing but its number follows, even where the line ends early."""
_UNIT_NUMBER = pattern(r"(?:\d{1,3}|[IVXLC]{1,6})(?:[.:]|$| )")
_LONE_NUMBER = pattern(r"\d{1,2}[.)]|[IVX]{1,4}[.)]?")
_GOES_ON = pattern(r"[\p{Ll}%,;.)\]”/&+=]|[-–—](?=[\d(\p{Ll}])|\d+[/.,\d-]*[\d%](?=[\s,;.)]|$)|\d")
_QUOTED_NAME = pattern(r"“(?!Điều|Chương|Mục|\d|\p{Ll}\))")
_FIRST_WORD = pattern(r"\S+")


class Context(NamedTuple):
    """What the joining has read so far of the block that ends in the upper line."""

    measure: Measure
    first: Line  # the block's first line
    height: int  # its lines so far
    is_open: bool  # a quotation mark or bracket of the block is still open
    after_type: bool  # the block before was the tên loại alone
    text: str  # the whole blanked text, for the document's own usage


def goes_on(upper: Line, lower: Line, turned_page: bool, context: Context) -> bool:
    """Whether ``lower`` continues the sentence (or heading) that ``upper`` breaks off."""
    if lower.level or "row" in (upper.kind, lower.kind) or lower.shape.type:
        return False
    gap = 0 if turned_page else lower.above
    full = _is_full(upper, lower, context.measure)
    if lower.bullet:
        return _is_inner_dash(upper, lower, full, context)
    if upper.words in _UNIT_WORDS and _is_short_number(lower):
        return True
    if _splits_type(upper, lower, context):
        return True
    if _LONE_NUMBER.fullmatch(lower.words) and upper.shape.graded:
        return True
    if lower.shape.numeral:
        return (full or not context.measure.width) and _wants_numeral(upper, lower, full)
    dangling = upper.shape.dangling
    if lower.shape.opener:
        return dangling and full and upper.shape.capitals == lower.shape.capitals
    if upper.shape.capitals != lower.shape.capitals and _changes_case(upper, lower):
        return False
    if upper.shape.finished:
        return _goes_on_after_mark(upper, lower, gap, full, context)
    if not dangling and not context.after_type and _is_indented(lower, context.measure):
        return False
    if upper.shape.capitals:
        return _capitals_go_on(upper, lower, gap, full or dangling, context)
    return _goes_on_unfinished(upper, lower, gap, full, dangling, context)


def _is_short_number(line: Line) -> bool:
    """Whether the line begins with the number of an article or chapter: "2. Đối tượng áp dụng"."""
    return _UNIT_NUMBER.match(line.words) is not None


def _splits_type(upper: Line, lower: Line, context: Context) -> bool:
    """Whether the tên loại alone is broken into its two words: "NGHỊ ⏎ QUYẾT"."""
    alone = context.height == 1 and " " not in upper.words and " " not in lower.words and upper.shape.capitals
    return alone and is_type(f"{upper.words} {lower.words}")


def _wants_numeral(upper: Line, lower: Line, full: bool) -> bool:
    """Whether the numeral at the start of ``lower`` ends the sentence of ``upper`` ("cấp độ ⏎ 2.")."""
    if upper.shape.wants_numeral:
        return full or not upper.shape.recurring
    alone = _LONE_NUMBER.fullmatch(lower.words) is not None
    return full and (upper.shape.graded or (alone and not upper.shape.finished))


def _is_full(upper: Line, lower: Line, how: Measure) -> bool:
    """Whether the next word had no room in the upper line."""
    if not how.width:
        return False
    word = _FIRST_WORD.match(lower.words)
    return upper.width + 1 + (len(word.group()) if word else 0) > 0.9 * how.width


def _is_indented(line: Line, how: Measure) -> bool:
    """Whether the line is set in like the first of a paragraph."""
    return bool(how.width) and line.indent >= how.indent + 2 and not line.words[0].islower()


def _changes_case(upper: Line, lower: Line) -> bool:
    """Capitals above or below ordinary words: a heading and its text (a short word proves nothing)."""
    capitals = upper.words if upper.shape.capitals else lower.words
    return sum(char.isalpha() for char in capitals) > 6 and (upper.shape.capitals or " " in capitals)


def _is_inner_dash(upper: Line, lower: Line, full: bool, context: Context) -> bool:
    """A dash that begins a line but belongs into a name ("Lao động ⏎ - Thương binh"), as elsewhere in the text."""
    if lower.bullet not in "-–" or upper.shape.finished:
        return False
    if _is_inside_marks(upper, lower, context):
        return True
    before = " ".join(upper.words.split()[-2:])
    after = " ".join(lower.words.split()[:2]).rstrip(_MARKS)
    if f"{before} - {after}".casefold().endswith(_DASHED) and (full or context.is_open or after.islower()):
        return True
    if not (full or context.is_open):
        return False
    if upper.words[-1].isdigit() and lower.words[0].isdigit():
        return True
    return any(context.text.find(f"{before}{dash}{after}", 0, _USAGE) >= 0 for dash in (" - ", " – ", "- "))


def _is_inside_marks(upper: Line, lower: Line, context: Context) -> bool:
    """Whether a quotation or bracket is open above and closes in the lower line, or before another line begins anew."""
    above = context.text[context.first.start : upper.end]
    if above.count('"') % 2:
        return _closes(lower, '"', '"', context.text)
    return any(
        above.rfind(opening) > above.rfind(closing) and _closes(lower, opening, closing, context.text)
        for opening, closing in _MARKS_AROUND
    )


def _closes(line: Line, opening: str, closing: str, text: str) -> bool:
    """Whether the closing mark stands before any other opening one, list mark or blank line."""
    end = text.find(closing, line.start, line.start + _NAME_LENGTH)
    if end < 0 or (opening != closing and text.find(opening, line.start, end) >= 0):
        return False
    return all(row and not _BEGINS_ANEW.match(row) for row in text[line.end : max(line.end, end)].split("\n")[1:])


def _goes_on_after_mark(upper: Line, lower: Line, gap: int, full: bool, context: Context) -> bool:
    """After a full stop, semicolon or colon only a full line of running text goes on."""
    if not context.measure.width:  # a list item cut by a page turn: what follows has no bullet and no capital
        return bool(context.first.bullet) and lower.words[0].islower() and upper.width >= _PAGE_WIDE
    if not full or gap > context.measure.gap or _BASIS.match(lower.words) or _is_indented(lower, context.measure):
        return False
    if upper.words.endswith("./."):
        return False
    if upper.words.endswith(":") and _is_inside_marks(upper, lower, context):
        return True
    return lower.words[0].islower() or not upper.words.endswith(":") or _QUOTED_NAME.match(lower.words) is not None


def _capitals_go_on(upper: Line, lower: Line, gap: int, unfinished: bool, context: Context) -> bool:
    """Headings in capitals run over lines; lines of a letterhead stand each for itself."""
    if not lower.shape.capitals or gap > context.measure.gap:
        return False
    if upper.words.endswith("NHÂN") and lower.words.startswith("DÂN"):
        return True
    return unfinished or context.first.shape.numeral


def _goes_on_unfinished(upper: Line, lower: Line, gap: int, full: bool, dangling: bool, context: Context) -> bool:
    heading = context.height == 1 and _is_short_heading(upper, context.measure)
    if not dangling and (_BASIS.match(lower.words) or (context.after_type and _BODY_OPENING.match(lower.words))):
        return False
    if full and gap <= max(context.measure.gap, 1):
        return True
    if lower.words[0] == "(" or (gap == 0 and lower.words[0].islower() and _is_inside_marks(upper, lower, context)):
        return True
    if upper.shape.wants_name and lower.words[0].isupper() and gap <= max(context.measure.gap, 1):
        return not heading and not _BODY_OPENING.match(lower.words)
    if dangling or (_GOES_ON.match(lower.words) and not lower.words.isdigit()):
        return not heading or (dangling and not upper.words.endswith("năm"))
    if context.is_open and (gap == 0 or upper.width >= _PAGE_WIDE) and context.height < 12:
        return not heading
    if context.after_type and context.height < _MAX_TITLE_LINES:
        return gap <= context.measure.gap and not _BODY_OPENING.match(lower.words)
    return lower.words[0] in '“"' and upper.width >= _PAGE_WIDE and not context.measure.width


def _is_short_heading(line: Line, how: Measure) -> bool:
    """A numbered heading that ends well before the margin."""
    if not (line.shape.numeral or line.shape.opener):
        return False
    return line.width < (0.75 * how.width if how.width else _PAGE_WIDE)
