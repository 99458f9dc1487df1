"""Does a line that announces a list end in a colon, and a paragraph among closed ones in a full stop?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from vnplanlint.checks.punctuation.legibility import is_scanned, reads_well
from vnplanlint.document.model import Block, Document, Heading
from vnplanlint.document.numbering import item_of
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_LEAD = pattern(
    r"(?:như|cụ +thể|dung|vụ|pháp|việc|yêu +cầu|tiêu|hợp|phần|mục|đề) +(?P<after>sau)(?: +(?:đây|này))?"
    r"|(?:dưới|sau) +(?P<here>đây)"
    r"|\b(?:bao +)?(?P<of>gồm)(?: +có)?"
)
_DECIDING = pattern(r"(?:RA +)?QUYẾT +(?:ĐỊNH|NGHỊ)(?P<mark>[.;,]?)")
_FIRST_ARTICLE = pattern(r"Điều +1[.:]")
_PAGE_NUMBER = pattern(r"[.;:] \d{1,3}$")
_LEAD_WIDTH = 24
_ANNOUNCING = ("sau", "đây", "gồm", "có", "này")
_LONG_ENOUGH = 12
_FEWEST = 3
_LISTED = frozenset(("bullet", "letter", "paren-arabic", "paren-letter", "arabic", "worded"))


def missing_colon(document: Document) -> Iterator[Hit]:
    """ "như sau" and the list under it, with no colon between them."""
    if is_scanned(document):
        return
    for block, following in pairwise(document.blocks):
        if document.text[block.span.end - 4 : block.span.end].isupper():
            yield from _after_deciding(document, block, following)
            continue
        end = block.span.end
        if not _may_announce(document.text, block) or not _is_list_start(document, following):
            continue
        mark = document.text[end - 1] if document.text[end - 1] in ".;," else ""
        words_end = end - len(mark)
        lead = document.text[max(block.span.start, words_end - _LEAD_WIDTH) : words_end]
        found = next((match for match in _LEAD.finditer(lead) if match.end() == len(lead)), None)
        if found is None or (mark and found["of"]):
            continue
        span = Span(words_end - len(found.group()), end)
        if reads_well(document, span):
            edit = Edit(Span(words_end, end), ":")
            yield Hit(span, {"mark": mark}, "instead" if mark else "", remedies=(Remedy("colon", (edit,), "safe"),))


def _after_deciding(document: Document, block: Block, following: Block) -> Iterator[Hit]:
    """ "QUYẾT ĐỊNH" above Điều 1, after the bases, without its colon."""
    match = _DECIDING.fullmatch(document.text, *block.span)
    if match is None or not _FIRST_ARTICLE.match(document.text, following.span.start):
        return
    if any(one.kind == "can-cu" and one.block < block.index for one in document.components):
        remedy = Remedy("colon", (Edit(Span(*match.span("mark")), ":"),), "safe")
        yield Hit(Span(*match.span()), {"words": match.group()}, "deciding", remedies=(remedy,), severity="style")


def _may_announce(text: str, block: Block) -> bool:
    tail = text[block.span.end - 4 : block.span.end].rstrip(".;,")
    return block.kind == "text" and not block.level and tail.endswith(_ANNOUNCING)


def _is_list_start(document: Document, block: Block) -> bool:
    """Whether the block opens a list, a table or a quotation: its first item, not one of a list around."""
    if block.bullet or block.kind == "row" or document.text[block.span.start] == "“":
        return True
    return _item_value(document, block) == 1


def _item_value(document: Document, block: Block) -> int:
    """The value of the numeral that opens the block, 0 if there is none."""
    item = item_of(document.text, *block.span)
    if item:
        return item.value
    headings = document.outline.headings
    return next((one.numeral.value for one in headings if one.block == block.index and not one.inline), 0)


def missing_final_stop(document: Document) -> Iterator[Hit]:
    """One item of whole sentences that lacks the full stop of all its siblings."""
    if is_scanned(document):
        return
    for siblings in document.lists:
        if len(siblings) < _FEWEST or siblings[0].numeral.style not in _LISTED or not _is_unbroken(siblings):
            continue
        odd = [item for item in siblings if not item.title.endswith((".", "./.", "…"))]
        if len(odd) == 1 and _is_open_sentence(document, odd[0]):
            model = next(item for item in siblings if item is not odd[0])
            yield _without_stop(document, odd[0], model)


def _is_unbroken(items: tuple[Heading, ...]) -> bool:
    """Whether the items stand directly after each other, one block each."""
    return all(after.block == before.block + 1 for before, after in pairwise(items))


def _is_open_sentence(document: Document, item: Heading) -> bool:
    """Whether a long item ends in a word, with nothing of its own under it."""
    ends_in_word = item.title[-1:].isalnum() or item.title[-1:] in ")”%"
    if not ends_in_word or len(item.title.split()) < _LONG_ENOUGH or document.outline.children(item):
        return False
    if _PAGE_NUMBER.search(item.title):
        return False
    block = document.blocks[item.block]
    if item.title_span.end != block.span.end or block.kind != "text":
        return False
    if item.block + 1 == len(document.blocks):
        return True
    following = document.blocks[item.block + 1]
    between = document.source.text[block.span.end : following.span.start]
    is_page_end = any(char.isdigit() for char in between)
    begins_anew = following.bullet or document.text[following.span.start].isupper() or _item_value(document, following)
    return not is_page_end and bool(begins_anew)


def _without_stop(document: Document, item: Heading, model: Heading) -> Hit:
    end = item.title_span.end
    start = document.text.rfind(" ", item.title_span.start, end) + 1
    return Hit(
        Span(start, end),
        places=(Place(Span(model.title_span.end - 1, model.title_span.end), "usual"),),
        remedies=(Remedy("stop", (Edit(Span(end, end), "."),), "unsafe"),),
    )
