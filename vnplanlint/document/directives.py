"""What comments for the tool ask for, and of which part of the text.

``ignore`` beside or inside a paragraph, heading, list item or row of a table concerns what begins in it; alone on its
line, what begins in the next one, of a table in all its rows.  ``ignore-file`` concerns the whole file; ``off`` and
``on`` what follows.
"""

from __future__ import annotations

from bisect import bisect_right

from vnplanlint.document.model import Block, Document
from vnplanlint.light_typing import Literal, NamedTuple
from vnplanlint.patterns import Match, pattern
from vnplanlint.readers.comments import GONE, Comment, fences
from vnplanlint.spans import Span

VERBS = ("ignore", "ignore-file", "off", "on")

Fault = Literal["", "verb", "colon", "no-codes", "reason", "unclosed"]
"""Sound · a word that is no verb · no colon between it and the name · no rule named · words that can be no rule,
such as a reason without brackets · no ``-->``."""

_WORDS = pattern(
    r"<!--\s*+vnplanlint(?P<colon>\s*+[:-]?)\s*+(?P<verb>(?:\p{L}+(?:-\p{L}+)*+)?)(?P<rules>[^(]*?)\s*+(?:-->|\(|\Z)"
)
_RULE = pattern(r"[^\s,;]+")
_IS_RULE = pattern(r"[A-Za-z][A-Za-z0-9_-]*")


class Selector(NamedTuple):
    """A code, the beginning of one, or a rule's name, as written in a directive."""

    text: str
    span: Span


class Directive(NamedTuple):
    """One comment for the tool, read; one with a fault does nothing."""

    span: Span
    name_end: int  # where our name in it ends
    verb: str
    verb_span: Span
    selectors: tuple[Selector, ...]
    scope: Span  # it concerns findings that begin here
    fault: Fault = ""

    def concerns(self, offset: int) -> bool:
        """Whether it speaks of what begins at ``offset``."""
        return self.scope.start <= offset <= self.scope.end


def directives(document: Document) -> tuple[Directive, ...]:
    """What comments in ``document`` ask for, in order; those that merely name the tool ask for nothing."""
    source = document.source
    if not source.comments:
        return ()
    places = Places(document)
    found = (_read(comment, places) for comment in source.comments)
    return tuple(directive for directive in found if directive)


def _read(comment: Comment, places: Places) -> Directive | None:
    match = _WORDS.match(comment.words)
    assert match, "a comment for the tool begins with its name"
    start = comment.span.start
    verb = match["verb"].lower()
    selectors = tuple(
        Selector(rule.group(), _moved(rule, 0, start)) for rule in _RULE.finditer(comment.words, *match.span("rules"))
    )
    fault = _fault(comment, match, verb, selectors)
    if fault == "colon" and verb not in VERBS:
        return None
    return Directive(
        span=comment.span,
        name_end=start + match.start("colon"),
        verb=verb,
        verb_span=_moved(match, "verb", start),
        selectors=selectors,
        scope=places.meant(verb, comment.span),
        fault=fault,
    )


def _moved(match: Match[str], group: int | str, by: int) -> Span:
    return Span(*match.span(group)).shifted(by)


def _fault(comment: Comment, match: Match[str], verb: str, selectors: tuple[Selector, ...]) -> Fault:
    if match["colon"].strip() != ":":
        return "colon"
    if verb not in VERBS:
        return "verb"
    if not comment.closed:
        return "unclosed"
    if not all(_IS_RULE.fullmatch(selector.text) for selector in selectors):
        return "reason"
    return "" if selectors or verb == "on" else "no-codes"


class Places:
    """Which part of the text belongs together, for who marks a place in it."""

    def __init__(self, document: Document) -> None:
        self._text = document.source.text
        self._blocks = document.blocks
        self._starts = [block.span.start for block in document.blocks]
        self.code = fences(self._text)

    def meant(self, verb: str, comment: Span) -> Span:
        """What a comment at this place with this verb concerns."""
        if verb == "ignore-file":
            return Span(0, len(self._text))
        if verb in ("off", "on"):
            return Span(comment.end, len(self._text))
        lines = whole_lines(self._text, comment)
        if self._text[lines.start : lines.end].strip(" \t\n" + GONE) or self._around(lines):
            return self.beside(comment)
        return self._next(lines.end)

    def beside(self, span: Span) -> Span:
        """The lines of the block that stands on the lines of ``span``, or these lines where no block does."""
        lines = whole_lines(self._text, span)
        block = self._around(lines)
        return whole_lines(self._text, block.span) if block else lines

    def _around(self, lines: Span) -> Block | None:
        index = bisect_right(self._starts, lines.end) - 1
        return self._blocks[index] if index >= 0 and self._blocks[index].span.end > lines.start else None

    def _next(self, end: int) -> Span:
        """The block that begins behind ``end``, or the table or block of code that it begins."""
        index = bisect_right(self._starts, end)
        if index == len(self._blocks):
            return Span(end, end)
        block = self._blocks[index].span
        for code in self.code:
            if end <= code.start <= block.start < code.end:
                return code
        last = index
        if not index or not self._is_next_row(index):
            while self._is_next_row(last + 1):
                last += 1
        return whole_lines(self._text, Span(block.start, self._blocks[last].span.end))

    def _is_next_row(self, index: int) -> bool:
        """Whether the block of that index is a row between bars, right below another."""
        if index >= len(self._blocks):
            return False
        upper, lower = self._blocks[index - 1], self._blocks[index]
        between = self._text[upper.span.end : lower.span.start]
        is_near = all(line.strip() for line in between.split("\n")[1:-1])  # the line of a comment is not empty
        return upper.kind == lower.kind == "row" and "|" in between and is_near


def whole_lines(text: str, span: Span) -> Span:
    """The lines that ``span`` touches, from the first character to before the last line feed."""
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(text))


def cut_out(text: str, blocks: tuple[Block, ...], comments: tuple[Comment, ...]) -> tuple[str, tuple[Block, ...]]:
    """The joined text and its blocks without the places of ``comments``, each with one blank beside it."""
    pieces: list[str] = []
    ends: list[int] = []
    lost = [0]
    done = 0
    for start, end in (comment.span for comment in comments if comment.closed):
        start = max(start, done)
        end += text[end : end + 1] == " "
        pieces.append(text[done:start])
        ends.append(end)
        lost.append(lost[-1] + end - start)
        done = end
    moved = tuple(
        block._replace(span=Span(*(place - lost[bisect_right(ends, place)] for place in block.span)))
        for block in blocks
    )
    return "".join((*pieces, text[done:])), moved
