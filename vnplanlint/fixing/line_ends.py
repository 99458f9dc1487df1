"""The line ends of a file, for what is put into it."""

from __future__ import annotations

from collections import Counter

from vnplanlint.patterns import pattern

_LINE_END = r"\r\n?|\n"


class LineEnds:
    """The line ends of one text as it stands in its file."""

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._usual = ""

    def put_into(self, content: str, replaced: str) -> str:
        """``content`` with the line ends of what it replaces, or with those that the file uses most."""
        if "\n" not in content:
            return content
        lines = content.split("\n")
        own: list[str] = pattern(_LINE_END).findall(replaced)
        if len(own) != len(lines) - 1:
            own = [self.usual()] * (len(lines) - 1)
        return "".join(line + end for line, end in zip(lines, [*own, ""], strict=True))

    def usual(self) -> str:
        """The line end that the file uses most."""
        if not self._usual:
            counts = Counter(pattern(_LINE_END).findall(self._raw) if "\r" in self._raw else ())
            self._usual = max(counts, key=lambda end: counts[end], default="\n")
        return self._usual
