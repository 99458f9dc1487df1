"""The physical lines of a text: where their words stand, and what kind of line each is."""

from __future__ import annotations

from vnplanlint.document.layout import FILLER, blank_layout
from vnplanlint.light_typing import Literal, NamedTuple
from vnplanlint.patterns import pattern

LineKind = Literal["text", "row", "furniture"]


class Line(NamedTuple):
    """One physical line that is not blank.

    ``start``/``end`` bound its words (bullet, quotation and heading marks are
    outside); ``words`` are those characters, blanked; ``above`` counts the blank lines
    before it; ``width`` is the column in which its words end.
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
_OPENING_NUMERAL = pattern(r"(?:[\dIVXivx.]{1,8}|\p{L})[.)/:]?|\(\w{1,4}\)|[-+*•]")


def read_lines(text: str) -> tuple[str, list[Line]]:
    """``text`` with layout blanked, and its lines that are not blank."""
    blanked = blank_layout(text)
    lines: list[Line] = []
    pieces: list[str] = []
    above = 0
    position = 0
    for shown in blanked.split("\n"):
        if shown.strip(_BLANKS + "|"):
            raw = text[position : position + len(shown)]
            shown, line = _read_line(raw, shown, position, above, len(lines))
            lines.append(line)
            above = 0
        else:
            shown = " " * len(shown)
            above += 1
        pieces.append(shown)
        position += len(shown) + 1
    return "\n".join(pieces), _with_furniture_confirmed(lines)


def _read_line(raw: str, shown: str, position: int, above: int, number: int) -> tuple[str, Line]:
    kind: LineKind = "text"
    bullet = ""
    if not shown.strip(_OF_RULES) and len(shown.strip(" \t")) >= 3:
        kind = "furniture"
    elif shown.count("|") >= 2:
        kind, shown = "row", _PIPE.sub(_column_break, shown)
    elif "|" in shown:
        shown = shown.replace("|", " ")
    if kind == "text":
        shown, is_row = _split_columns(shown)
        kind = "row" if is_row else _page_number_kind(shown.strip(_BLANKS), number)
    shown = shown.replace(FILLER, " ")
    first = len(shown) - len(shown.lstrip(" \t"))
    indent = first
    if kind != "furniture":
        bullet, first = _take_bullet(raw, shown, first)
    words = shown[first:].rstrip(" \t")
    level = _LEVEL.match(raw) if "#" in raw else None
    return shown, Line(
        position + first,
        position + first + len(words),
        words,
        kind,
        bullet,
        len(level.group(1)) if level else 0,
        indent,
        above,
        first + len(words),
        "**" in raw and _BOLD_LINE.fullmatch(raw) is not None,
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
    for start, end in chosen:
        shown = shown[:start] + "\t".rjust(end - start) + shown[end:]
    return shown, bool(chosen)


def _separates_columns(shown: str, start: int, end: int) -> bool:
    """Whether a gap is a column break: not the blank of a number or day, nor the space after a numeral."""
    before = shown[:start]
    if _OPENING_NUMERAL.fullmatch(before.strip(" \t")):
        return False
    return not (_BLANK_BEFORE.search(before) or _BLANK_AFTER.match(shown, end))


def _page_number_kind(words: str, number: int) -> LineKind:
    """``furniture`` for what can be the number of the page that ends about here."""
    last = words[-1:]
    found = _PAGE_NUMBER.fullmatch(words) if last.isdecimal() or last in "-–—" else None
    if not found:
        return "text"
    page = int(found.group(1) or found.group(2))
    fewest_lines_on_a_page = 8
    return "furniture" if page <= 2 + number // fewest_lines_on_a_page else "text"


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
