"""Has every quotation mark and bracket its other half?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from vnplanlint.checks.punctuation.evident_ends import evident_end
from vnplanlint.checks.punctuation.legibility import is_clean, is_scanned, reads_well
from vnplanlint.document.brackets import Lone, surplus_brackets, without_cut_pairs
from vnplanlint.document.model import Document, Quotation
from vnplanlint.document.quotations import lone_marks
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.patterns import MULTILINE, pattern
from vnplanlint.spans import Span

_RIGHT_PAIRS = ("“”", '""', "‘’", "''")
_OPENERS, _CLOSERS = '“"„‟”', '”"“’'
_CONTINUED_ROW = pattern(r"^[ ]*\|[ ]*\|", MULTILINE)
_AROUND = 40
_MOST = 100
"""So many findings of one kind tell that something else is wrong with the text."""


def unpaired_marks(document: Document) -> Iterator[Hit]:
    """Quotation marks and brackets that are opened or closed only; quotations in mixed marks."""
    if is_scanned(document):
        return
    hits = [*islice(_lone_quotation_marks(document), _MOST), *islice(_lone_brackets(document), _MOST)]
    seen: set[str] = set()
    for hit in sorted(hits, key=lambda hit: hit.span):
        cell = _cell(document, hit.span)
        if reads_well(document, hit.span) and (not cell or cell not in seen):
            seen.add(cell)
            yield hit._replace(certain=is_clean(document))
    yield from (_mixed(document, quotation) for quotation in document.quotations if _is_mixed(document, quotation))


def _lone_quotation_marks(document: Document) -> Iterator[Hit]:
    text = document.text
    for place, opens in lone_marks(text, document.quotations):
        if not _touches_word(text, place, opens):
            continue
        mark = text[place]
        neighbour = place + 1 if opens else place - 1
        if text[neighbour : neighbour + 1] == mark:
            edit = Edit(Span(place, place + 1), "")
            span = Span(min(place, neighbour), max(place, neighbour) + 1)
            yield Hit(span, {"mark": mark}, "doubled", remedies=(Remedy("drop", (edit,), "safe", {"mark": mark}),))
        elif opens:
            yield _never_closed(document, place)
        else:
            yield Hit(_with_word(text, place, opens), variant="closing")


def _never_closed(document: Document, place: int) -> Hit:
    span = _with_word(document.text, place, opens=True)
    end = evident_end(document, place)
    if end is None:
        return Hit(span)
    text = document.text
    closing = '"' if text[place] == '"' else "”"
    last = Span(text.rfind(" ", place, end) + 1, end)
    values = {"word": document.words(last), "mark": closing}
    instead = end + 1 if text[end : end + 1] == "’" else end
    return Hit(
        span,
        values,
        "ends",
        places=(Place(last, "end", values),),
        remedies=(Remedy("close", (Edit(Span(end, instead), closing),), "unsafe", values),),
    )


def _lone_brackets(document: Document) -> Iterator[Hit]:
    text = document.text
    surplus = [_bracket_at(document, span.start) for span in document.gather(_surplus)]
    for place, opens, block in without_cut_pairs(surplus):
        if document.blocks[block].kind == "row" and _is_cut_cell(document, place):
            continue
        mark = text[place]
        neighbour = place + 1 if opens else place - 1
        if text[neighbour] == mark:
            edit = Edit(Span(place, place + 1), "")
            span = Span(min(place, neighbour), max(place, neighbour) + 1)
            yield Hit(span, {"mark": mark}, "doubled", remedies=(Remedy("drop", (edit,), "unsafe", {"mark": mark}),))
        else:
            yield Hit(_with_word(text, place, opens), variant="bracket" if opens else "closing-bracket")


def _surplus(document: Document) -> Iterator[Span]:
    return (Span(place, place + 1) for place, _, _ in surplus_brackets(document.text, document.blocks))


def _bracket_at(document: Document, place: int) -> Lone:
    block = document.block_at(place)
    return Lone(place, document.text[place] == "(", block.index if block else 0)


def _is_mixed(document: Document, quotation: Quotation) -> bool:
    start, end = quotation.span
    opening, closing = document.text[start], document.text[end - 1]
    return (
        quotation.closed
        and opening in _OPENERS
        and closing in _CLOSERS
        and opening + closing not in _RIGHT_PAIRS
        and reads_well(document, quotation.span)
    )


def _mixed(document: Document, quotation: Quotation) -> Hit:
    """A quotation that opens and closes in marks of different kinds, told once."""
    start, end = quotation.span
    edits = tuple(
        Edit(Span(place, place + 1), right)
        for place, right in ((start, "“"), (end - 1, "”"))
        if document.text[place] != right
    )
    values = {"opening": document.text[start], "closing": document.text[end - 1]}
    return Hit(
        _with_word(document.text, start, opens=True),
        values,
        "mixed",
        places=(Place(_with_word(document.text, end - 1, opens=False), "closing"),),
        remedies=(Remedy("curl", edits, "safe"),),
        severity="style",
    )


def _touches_word(text: str, place: int, opens: bool) -> bool:
    """Whether the mark stands at a word as it should; one that floats between spaces is a speck."""
    if opens:
        inner = text[place + 1 : place + 2]
        return (
            inner.isalnum()
            or inner in "“‘(…"
            or (text[place - 1 : place] == " " and text[place + 2 : place + 3].isalpha())
        )
    return not text[place - 1 : place].isspace()


def _with_word(text: str, place: int, opens: bool) -> Span:
    """The mark with the word that it stands at."""
    step = 1 if opens else -1
    end = place + step
    while 0 <= end < len(text) and text[end] == " ":
        end += step
    while 0 <= end < len(text) and not text[end].isspace() and abs(end - place) < _AROUND:
        end += step
    return Span(place, end) if opens else Span(end + 1, place + 1)


def _cell(document: Document, span: Span) -> str:
    """The words of the table cell around the span, "" outside tables: tables repeat a slip line by line."""
    block = document.block_at(span.start)
    if block is None or block.kind != "row":
        return ""
    start = document.text.rfind("\t", block.span.start, span.start) + 1 or block.span.start
    end = document.text.find("\t", span.end, block.span.end)
    return document.words(Span(start, end if end >= 0 else block.span.end))


def _is_cut_cell(document: Document, place: int) -> bool:
    """Whether a cell of the row goes on in the row below: columns drawn with spaces, or with bars and empty cells."""
    source = document.source.text
    start = source.rfind("\n", 0, source.rfind("\n", 0, place)) + 1
    end = source.find("\n", source.find("\n", place) + 1)
    rows = source[start : end if end > place else len(source)]
    return not ("|" in rows or "\t" in rows) or _CONTINUED_ROW.search(rows) is not None
