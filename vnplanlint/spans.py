"""Half-open character ranges of a text."""

from __future__ import annotations

from vnplanlint.light_typing import NamedTuple


class Span(NamedTuple):
    """Characters ``start`` (included) to ``end`` (excluded) of ``Source.text``."""

    start: int
    end: int

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def words(self, text: str) -> str:
        """The words of ``text`` in this span, with single spaces."""
        return " ".join(text[self.start : self.end].split())

    def shifted(self, by: int) -> Span:
        """The same span, ``by`` characters further on."""
        return Span(self.start + by, self.end + by)
