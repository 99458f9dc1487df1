"""Joining wrapped lines into blocks, in place: the joined text is as long as the source."""

from __future__ import annotations

from vnplanlint.document.line_breaks import Context, Measure, goes_on, measure
from vnplanlint.document.lines import Line, read_lines
from vnplanlint.document.model import Block, BlockKind
from vnplanlint.light_typing import TYPE_CHECKING
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

if TYPE_CHECKING:
    from vnplanlint.memory import Memory

_LEADERS = pattern(r"[.…_]{6,}|(?:[.…_]{2,} *){3,}")


def join(text: str, memory: Memory | None = None) -> tuple[str, tuple[Block, ...]]:
    """The joined text of a source text, and its blocks.

    In the joined text a line feed separates blocks, a tab separates the cells of a
    row, and all other white space and layout is U+0020.  Lines that ``memory`` holds are not read again.
    """
    blanked, lines = read_lines(text, memory)
    groups = _group(blanked, lines)
    blocks = tuple(_block(index, group, blanked) for index, group in enumerate(groups))
    return _joined_text(blanked, groups), blocks


def _group(text: str, lines: list[Line]) -> list[list[Line]]:
    how = measure(lines)
    groups: list[list[Line]] = []
    quotations = brackets = 0
    turned_page = after_type = False
    for line in lines:
        if line.kind == "furniture":
            turned_page = True
            continue
        is_open = quotations > 0 or brackets > 0
        if groups and goes_on(groups[-1][-1], line, turned_page, _context(groups[-1], how, is_open, after_type, text)):
            groups[-1].append(line)
        else:
            after_type = bool(groups) and groups[-1][-1].shape.type
            groups.append([line])
            quotations = brackets = 0
        quotations += line.shape.unclosed[0]
        brackets += line.shape.unclosed[1]
        turned_page = False
    return groups


def _context(block: list[Line], how: Measure, is_open: bool, after_type: bool, text: str) -> Context:
    return Context(
        measure=how,
        first=block[0],
        height=len(block),
        is_open=is_open,
        after_type=after_type,
        text=text,
    )


def _block(index: int, group: list[Line], text: str) -> Block:
    first, last = group[0], group[-1]
    span = Span(first.start, last.end)
    kind: BlockKind = "row" if first.kind == "row" else "text"
    if kind == "text" and any(line.shape.dotted for line in group) and _LEADERS.search(text, span.start, span.end):
        kind = "form"
    return Block(
        index=index,
        span=span,
        kind=kind,
        bullet=first.bullet,
        level=first.level,
        indent=first.indent,
        lines=len(group),
        emphasis=all(line.emphasis for line in group),
    )


def _joined_text(text: str, groups: list[list[Line]]) -> str:
    pieces: list[str] = []
    position = 0
    for group in groups:
        for number, line in enumerate(group):
            width = line.start - position
            if number and line.bullet:  # a dash of the sentence, not a list mark
                pieces.append(text[position : line.start].replace("\n", " "))
            elif number or not position:
                pieces.append(" " * width)
            else:
                pieces.append("\n".ljust(width))
            pieces.append(line.words)
            position = line.end
    rest = len(text) - position
    pieces.append("\n".ljust(rest) if position and rest else " " * rest)
    return "".join(pieces)
