"""For people: the message, the place underlined, the other places under it, what to write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vnplanlint.findings import Edit, Finding, Fix, Related
from vnplanlint.messages import say, severity_word
from vnplanlint.readers.source import Source
from vnplanlint.reports import CheckedFile, Line, Segment, View, plain
from vnplanlint.reports.columns import printable, width, wrap
from vnplanlint.reports.excerpts import Excerpter
from vnplanlint.reports.links import card

_MOST_PLACES = 6
_MOST_EDITS = 4
_LONGEST_EDIT = 60
_LONGEST_WORD = 20
_MOST_CODES = 3


def render(files: Iterable[CheckedFile], view: View) -> Iterator[str]:
    """The lines of ``layout`` without colour."""
    for line in layout(files, view):
        yield plain(line)


def layout(files: Iterable[CheckedFile], view: View) -> Iterator[Line]:
    """The report in styled lines: each finding, then a line that counts them."""
    counts: dict[str, int] = {}
    codes: list[str] = []
    checked = 0
    for file in files:
        checked += 1
        for finding in file.findings:
            yield from _finding(finding, file, view)
            yield ()
            counts[finding.severity] = counts.get(finding.severity, 0) + 1
            if finding.code not in codes:
                codes.append(finding.code)
    if counts:
        yield from _closing(counts, codes, checked, view)


def _finding(finding: Finding, file: CheckedFile, view: View) -> Iterator[Line]:
    source = file.place()
    yield from _header(finding, file, view)
    spans = [finding.span, *(related.span for related in finding.related[:_MOST_PLACES])]
    excerpter = Excerpter(source, spans, view.width)
    yield from excerpter.lines(finding.span, finding.severity)
    for related in finding.related[:_MOST_PLACES]:
        yield from excerpter.lines(related.span, "related", printable(related.message))
    rest = finding.related[_MOST_PLACES:]
    if rest:
        yield from excerpter.note("", _rest(rest, source, view), "label")
    for fix in finding.fixes:
        yield from excerpter.note(*_fix(fix, source, view), "fix")


def _header(finding: Finding, file: CheckedFile, view: View) -> Iterator[Line]:
    row, column = file.place().position(finding.span.start)
    place = f"{printable(file.name)}:{row}:{column}"
    word = severity_word(finding.severity, view.language)
    start = f"{place}  {word} {finding.code} "
    message = printable(finding.message)
    room = view.width - width(start)
    lines = [message] if width(message) <= room else wrap(message, max(view.width - 4, 20))
    head: Line = (
        Segment(place, "path"),
        Segment("  "),
        Segment(word, finding.severity),
        Segment(" "),
        Segment(finding.code, "code", card(finding.name) if view.links else ""),
    )
    if lines == [message] and width(message) <= room:
        yield (*head, Segment(" "), Segment(message, "message"))
        return
    yield head
    for line in lines:
        yield Segment("    "), Segment(line, "message")


def _rest(places: tuple[Related, ...], source: Source, view: View) -> str:
    positions = [source.position(place.span.start) for place in places]
    return say(
        "more-places",
        view.language,
        number=len(positions),
        places=", ".join(f"{row}:{column}" for row, column in positions[:10]) + (", …" if len(positions) > 10 else ""),
    )


def _fix(fix: Fix, source: Source, view: View) -> tuple[str, str]:
    """The two parts of the line that offers a fix: how far to trust it, and the fix."""
    mark, title = say(f"fix-{fix.applicability}", view.language), printable(fix.title)
    if len(fix.edits) == 1 and fix.edits[0].content and f"“{fix.edits[0].content}”" in title:
        return mark, title
    edits = [_edit(edit, source, view) for edit in fix.edits[:_MOST_EDITS]]
    if len(fix.edits) > _MOST_EDITS:
        edits.append(say("more-edits", view.language, number=len(fix.edits) - _MOST_EDITS))
    return mark, f"{title} ({'; '.join(edits)})" if edits else title


def _edit(edit: Edit, source: Source, view: View) -> str:
    """The row and what becomes of its words; part of a word is shown in the whole word."""
    text, (start, end) = source.with_comments(), edit.span
    while start > 0 and not text[start - 1].isspace() and edit.span.start - start < _LONGEST_WORD:
        start -= 1
    while end < len(text) and not text[end].isspace() and end - edit.span.end < _LONGEST_WORD:
        end += 1
    old = text[start:end]
    new = text[start : edit.span.start] + edit.content + text[edit.span.end : end]
    key = "insert" if not old.strip() else "replace" if new.strip() else "delete"
    row = source.position(edit.span.start).row
    return f"{row}: " + say(key, view.language, old=_quoted(old), new=_quoted(new))


def _quoted(text: str) -> str:
    words = " ".join(printable(text).split()) or text
    return f"“{words if len(words) <= _LONGEST_EDIT else words[: _LONGEST_EDIT - 1] + '…'}”"


def _closing(counts: dict[str, int], codes: list[str], files: int, view: View) -> Iterator[Line]:
    parts = [
        (severity, f"{counts[severity]} {_counted(severity, counts[severity], view)}")
        for severity in ("error", "warning", "style")
        if severity in counts
    ]
    text = say(
        "summary",
        view.language,
        counts="\0",
        files=files,
        file_word="file" if files == 1 else "files",
    )
    before, after = text.split("\0")
    line = [Segment(before)]
    for number, (severity, words) in enumerate(parts):
        if number:
            line.append(Segment(", "))
        line.append(Segment(words, severity))
    yield (*line, Segment(after))
    some = " ".join(codes[:_MOST_CODES]) + (" …" if len(codes) > _MOST_CODES else "")
    yield (Segment(say("next", view.language, codes=some), "label"),)


def _counted(severity: str, number: int, view: View) -> str:
    word = severity_word(severity, view.language)
    plural = view.language == "en" and severity != "style" and number != 1
    return word + "s" if plural else word
