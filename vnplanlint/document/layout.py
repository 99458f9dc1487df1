"""Blanking what is layout and not text, in place.

Markdown marks, HTML comments, simple tags and unusual spaces are blanked, so that every later stage sees words only and
every offset stays what it was.
"""

from __future__ import annotations

import regex

from vnplanlint.patterns import pattern

_LINE_ENDS = str.maketrans({"\f": "\n", "\v": "\n", "\u0085": "\n", "\u2028": "\n", "\u2029": "\n"})
_SPACES = str.maketrans(
    {chr(code): " " for code in (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)}
)
_MARKUP = pattern(
    r"<!--(?:[^-]|-(?!->))*+-->"  # comments
    r"|</?(?:br|b|i|u|em|strong|p|div|span|center|sup|sub|table|tr|td|th|tbody|thead)\b[^<>\n]{0,200}>"
    r"|\*+|`+|~~"
    r"|^[ \t]*+(?:#{1,6}(?=[ \t])|>++(?=[ \t]|$))(?:[ \t]*+#{1,6}(?=[ \t]))?",
    regex.IGNORECASE | regex.MULTILINE,
)


FILLER = "\0"
"""Stands for a blanked mark until the columns of a line are read: marks make no column gap."""


def blank_layout(text: str) -> str:
    """``text`` with layout marks replaced by ``FILLER``; the length does not change."""
    if not text.isascii():
        text = text.translate(_SPACES)
    text = text.translate(_LINE_ENDS)
    if _may_hold_markup(text):
        text = _MARKUP.sub(_blank, text)
    return text


def _may_hold_markup(text: str) -> bool:
    return any(mark in text for mark in "*#`<>~")


def _blank(match: regex.Match[str]) -> str:
    found = match.group()
    if "\n" not in found:
        return FILLER * len(found)
    return "".join("\n" if char == "\n" else FILLER for char in found)
