"""The physical lines of a text: where their words stand, and what kind of line each is."""

from __future__ import annotations

from functools import partial

from vnplanlint.document.layout import FILLER, blank_layout, blank_marks
from vnplanlint.document.line_shapes import Shape
from vnplanlint.light_typing import TYPE_CHECKING, Literal, NamedTuple
from vnplanlint.patterns import pattern

if TYPE_CHECKING:
    from vnplanlint.memory import Memory

LineKind = Literal["text", "row", "furniture"]


class Line(NamedTuple):
    """One physical line that is not blank.

    ``start``/``end`` bound its words (bullet, quotation and heading marks are
    outside); ``words`` are those characters, blanked; ``above`` counts the blank lines
    before it; ``width`` is the column in which its words end; ``shape`` what the words show.
    """

    start: int
    end: int
    words: str
    kind: LineKind
    bullet: str
    level: int
    indent: int
    above: int
    width: int
    emphasis: bool
    shape: Shape


_BULLET = pattern(r"(?:[-–—+•●▪◦○‣∙·⁃\uf000-\uf0ff]|\*(?!\*))(?:[ \t]+(?=\S)|(?=\p{L}))")
_LEVEL = pattern(r"[ \t]*(#{1,6})[ \t]")
_BOLD_LINE = pattern(r"[ \t]*(?:#{1,6}[ \t]+)?(?:[-+][ \t]+)?\*\*\S(?:[^\n]*\S)?\*\*[ \t]*")
_OF_RULES = "-=_–—~.·*|:+ \t"
_PAGE_NUMBER = pattern(r"[-–—]?[ ]?(\d{1,3})[ ]?[-–—]?|(?:Trang|trang|Page) +(\d{1,3})(?: *(?:/|of) *\d{1,3})?")
_BLANKS = " \t" + FILLER
_PIPE = pattern(r"[ ]*\|[ ]*")
_GAP = pattern(r"(?<=\S)(?:[ ]*\t[ \t]*| {3,})(?=\S)")
_BLANK_BEFORE = pattern(r"(?:^|[ (,])(?:[Ss]ố|[Nn]gày|[Tt]háng|[Nn]ăm|\.{3}|…|/) ?:?$")
_BLANK_AFTER = pattern(r"/|tháng\b|năm\b|-[\p{Lu}]")
_FEWEST_LINES_ON_A_PAGE = 8
_FAR_FROM_THE_START = 400
_LAST_WORD = 10
"""No numeral stands so far behind the start of its line; no word before a blank to fill in is longer."""
_OPENING_NUMERAL = pattern(r"(?:[\dIVXivx.]{1,8}|\p{L})[.)/:]?|\(\w{1,4}\)|[-+*•]")


def read_lines(text: str, memory: Memory | None = None) -> tuple[str, list[Line]]:
    """``text`` with layout blanked, and its lines that are not blank."""
    hidden = FILLER in text  # lines of a comment for the tool: they part nothing
    read = _read_line if memory is None else partial(memory.recall, _read_line)
    lines: list[Line] = []
    pieces: list[str] = []
    above = 0
    position = 0
    for shown in blank_layout(text).split("\n"):
        shown, line, page = read(text[position : position + len(shown)], shown) if shown else _NO_LINE
        if line is not None:
            if page is not None and page <= 2 + len(lines) // _FEWEST_LINES_ON_A_PAGE:
                line = _as_furniture(line, shown)
            lines.append(_at(line, position, above))
            above = 0
        else:
            if not (hidden and FILLER in text[position : position + len(shown)]):
                above += 1
        pieces.append(shown)
        position += len(shown) + 1
    return "\n".join(pieces), _with_furniture_confirmed(lines)


def _at(line: Line, position: int, above: int) -> Line:
    """A line that was read by itself, where it stands."""
    start, end, words, kind, bullet, level, indent, _, width, emphasis, shape = line
    return Line(position + start, position + end, words, kind, bullet, level, indent, above, width, emphasis, shape)


_NO_LINE = "", None, None


def _read_line(raw: str, shown: str) -> tuple[str, Line | None, int | None]:
    """What is shown of a line, the line by itself unless it is blank, and the number of the page that it may be."""
    shown = blank_marks(shown)
    if not shown.strip(_BLANKS + "|"):
        return " " * len(shown), None, None
    kind: LineKind = "text"
    bullet = ""
    page = None
    if not shown.strip(_OF_RULES) and len(shown.strip(" \t")) >= 3:
        kind = "furniture"
    elif shown.count("|") >= 2:
        kind, shown = "row", _PIPE.sub(_column_break, shown)
    elif "|" in shown:
        shown = shown.replace("|", " ")
    if kind == "text":
        shown, is_row = _split_columns(shown)
        if is_row:
            kind = "row"
        else:
            page = _page_number(shown.strip(_BLANKS))
    shown = shown.replace(FILLER, " ")
    first = len(shown) - len(shown.lstrip(" \t"))
    indent = first
    if kind != "furniture":
        bullet, first = _take_bullet(raw, shown, first)
    words = shown[first:].rstrip(" \t")
    level = _LEVEL.match(raw) if "#" in raw else None
    line = Line(
        first,
        first + len(words),
        words,
        kind,
        bullet,
        len(level.group(1)) if level else 0,
        indent,
        0,
        first + len(words),
        "**" in raw and _BOLD_LINE.fullmatch(raw) is not None,
        Shape(words),
    )
    return shown, line, page


def _as_furniture(line: Line, shown: str) -> Line:
    """The same line as the number of a page, in which a dash is no bullet."""
    words = shown[line.indent :].rstrip(" \t")
    end = line.indent + len(words)
    return line._replace(
        start=line.indent, end=end, words=words, kind="furniture", bullet="", width=end, shape=Shape(words)
    )


def _take_bullet(raw: str, shown: str, first: int) -> tuple[str, int]:
    """The bullet at the start of a line, and where the words after it begin."""
    star = raw.lstrip(" \t").startswith("* ")
    if star and raw.count("*") % 2:
        return "*", first
    found = _BULLET.match(shown, first)
    return (shown[first], found.end()) if found else ("", first)


def _column_break(match: object) -> str:
    found: str = match.group()  # type: ignore[attr-defined]
    return "\t".rjust(len(found))


def _split_columns(shown: str) -> tuple[str, bool]:
    """Mark wide gaps as column breaks; one gap must be wider than two to count."""
    if "\t" not in shown and "   " not in shown:
        return shown, False
    breaks = [gap.span() for gap in _GAP.finditer(shown) if _separates_columns(shown, *gap.span())]
    wide = [(start, end) for start, end in breaks if end - start >= 4 or "\t" in shown[start:end]]
    chosen = breaks if len(breaks) > 1 else wide
    shown = shown.replace("\t", " ")
    pieces: list[str] = []
    done = 0
    for start, end in chosen:
        pieces += (shown[done:start], "\t".rjust(end - start))
        done = end
    return "".join((*pieces, shown[done:])), bool(chosen)


def _separates_columns(shown: str, start: int, end: int) -> bool:
    """Whether a gap is a column break: not the blank of a number or day, nor the space after a numeral."""
    words = shown[:start].strip(" \t") if start <= _FAR_FROM_THE_START else ""
    if _OPENING_NUMERAL.fullmatch(words):
        return False
    before = shown[max(start - _LAST_WORD, 0) : start]
    return not (_BLANK_BEFORE.search(before) or _BLANK_AFTER.match(shown, end))


def _page_number(words: str) -> int | None:
    """The number that a page may bear, where a line has nothing else; None where it has."""
    last = words[-1:]
    found = _PAGE_NUMBER.fullmatch(words) if last.isdecimal() or last in "-–—" else None
    return int(found.group(1) or found.group(2)) if found else None


def _with_furniture_confirmed(lines: list[Line]) -> list[Line]:
    """Give back as text the lone numbers that are cells of a table read line by line."""
    confirmed = list(lines)
    for i, line in enumerate(lines):
        if line.kind != "furniture" or not any(char.isdigit() for char in line.words):
            continue
        near = [other for j in (i - 2, i - 1, i + 1, i + 2) if 0 <= j < len(lines) for other in [lines[j]]]
        follows = lines[i + 1].above if i + 1 < len(lines) else 1
        in_table = any(other.words.isdigit() for other in near)
        if in_table or not (line.above or follows):
            confirmed[i] = line._replace(kind="text")
    return confirmed
