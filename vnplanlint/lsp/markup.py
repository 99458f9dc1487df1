"""Short texts for the editor, in Markdown or plain, whichever it shows."""

from __future__ import annotations

import re

from lsprotocol import types

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_AT_START = re.compile(r"(?m)^(\s*)([-+=]|\d+[.)])(?=\s|$)")
_LONGEST = 100
"""Characters of a name: an item of a list is often a whole sentence."""


def short(name: str) -> str:
    """A name of one line, never empty."""
    words = " ".join(name.split()) or "…"
    if len(words) <= _LONGEST:
        return words
    return words[:_LONGEST].rpartition(" ")[0].rstrip(" ,;:.") + "…"


class Markup:
    """Writes for one client: what it does not show as Markdown is left out."""

    def __init__(self, *, markdown: bool) -> None:
        self._markdown = markdown

    def plain(self, text: str) -> str:
        """Text as it stands, whatever marks it holds."""
        if not self._markdown:
            return text
        return _AT_START.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", text))

    def strong(self, text: str) -> str:
        """Text that stands out."""
        return f"**{self.plain(text)}**" if self._markdown else text

    def item(self, text: str) -> str:
        """A line of a list; ``text`` is marked up already."""
        return f"- {text}"

    def written(self, text: str) -> str:
        """Text of our own, which is Markdown as it stands."""
        return text if self._markdown else text.replace("`", "")

    def parted(self, parts: list[str]) -> str:
        """Several texts, told apart."""
        return ("\n\n---\n\n" if self._markdown else "\n\n").join(parts)

    def content(self, text: str) -> types.MarkupContent:
        """What the protocol carries."""
        kind = types.MarkupKind.Markdown if self._markdown else types.MarkupKind.PlainText
        return types.MarkupContent(kind, text)
