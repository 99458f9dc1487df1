"""Blanking what is layout and not text, in place.

Markdown marks, HTML comments, simple tags and unusual spaces are blanked, so that every later stage sees words only and
every offset stays what it was.
"""

from __future__ import annotations

from vnplanlint.patterns import IGNORECASE, Match, pattern

_LINE_ENDS = "\f\v\u0085\u2028\u2029"
_SPACES = "\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_MARKUP = pattern(
    r"</?(?:br|b|i|u|em|strong|p|div|span|center|sup|sub|table|tr|td|th|tbody|thead)\b[^<>\n]{0,200}>"
    r"|\*+|`+|~~"
    r"|^[ \t]*+(?:#{1,6}(?=[ \t])|>++(?=[ \t]|$))(?:[ \t]*+#{1,6}(?=[ \t]))?",
    IGNORECASE,
)


FILLER = "\0"
"""Stands for a blanked mark until the columns of a line are read: marks make no column gap."""


def blank_layout(text: str) -> str:
    """``text`` with one kind of space and line end, and comments replaced by ``FILLER``; the length does not change."""
    for char in _LINE_ENDS:  # replacing is a hundred times faster than translating where nothing is found
        text = text.replace(char, "\n")
    for char in _SPACES:
        text = text.replace(char, " ")
    if "<!--" in text:
        text = _without_comments(text)
    return text


def blank_marks(line: str) -> str:
    """One line with its Markdown marks and tags replaced by ``FILLER``; the length does not change."""
    return _MARKUP.sub(_blank, line) if _may_hold_markup(line) else line


def _without_comments(text: str) -> str:
    """Comments blanked; by search, because a pattern would read to the end of the text at every unclosed one."""
    pieces: list[str] = []
    done = 0
    while (start := text.find("<!--", done)) >= 0 and (end := text.find("-->", start + 4) + 3) > 2:
        pieces += (text[done:start], _filled(text[start:end]))
        done = end
    return "".join((*pieces, text[done:]))


def _may_hold_markup(line: str) -> bool:
    return "*" in line or "#" in line or "`" in line or "<" in line or ">" in line or "~" in line


def _blank(match: Match[str]) -> str:
    return FILLER * len(match.group())


def _filled(found: str) -> str:
    return "\n".join(FILLER * len(line) for line in found.split("\n"))
