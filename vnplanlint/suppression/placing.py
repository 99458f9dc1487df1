"""Where a comment goes that marks a finding as right."""

from __future__ import annotations

from vnplanlint.document.directives import Places, directives
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Finding
from vnplanlint.readers.comments import GONE
from vnplanlint.spans import Span


def ignore_edit(document: Document, finding: Finding) -> Edit:
    """The edit that adds ``<!-- vnplanlint: ignore CODE -->`` for ``finding``.

    An ``ignore`` that speaks of this place already gets the code too.  Else the comment goes to the end of the
    paragraph, heading or row, inside its last cell; before a block of code, in which it would be no comment.
    The data at the head of a Markdown file takes none: there a comment behind it speaks of the whole file.
    """
    start = finding.span.start
    for directive in directives(document):
        if directive.verb == "ignore" and not directive.fault and directive.concerns(start):
            return _inserted(directive.selectors[-1].span.end, f", {finding.code}")
    head = _end_of_front_matter(document)
    if start < head:
        return _inserted(head, f"<!-- vnplanlint: ignore-file {finding.code} -->\n")
    places = Places(document)
    comment = f"<!-- vnplanlint: ignore {finding.code} -->"
    for code in places.code:
        if code.start <= start < code.end:
            return _inserted(code.start, f"{comment}\n")
    return _inserted(_end_of_words(document.source.text, places.beside(Span(start, start))), f" {comment}")


def _end_of_front_matter(document: Document) -> int:
    """Where the text begins behind the YAML between two lines of dashes; 0 where there is none."""
    text = document.source.text
    if not text.startswith("---\n") or not document.source.name.endswith((".md", ".markdown")):
        return 0
    return text.find("\n---\n", 3) + len("\n---\n") if "\n---\n" in text[3:] else 0


def _end_of_words(text: str, lines: Span) -> int:
    """Behind the last word of these lines, but before a bar that closes a row or a backslash that breaks a line."""
    words = text[lines.start : lines.end].rstrip(_BLANK)
    if words.endswith("\\") or (words.endswith("|") and words.count("|") > 1):
        words = words[:-1].rstrip(_BLANK)
    return lines.start + len(words)


_BLANK = " \t" + GONE


def _inserted(offset: int, content: str) -> Edit:
    return Edit(Span(offset, offset), content)
