"""Do the words say the number that the figures say?"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.quantities.unreadable_words import find_unreadable_words
from vnplanlint.document.model import Block, Document
from vnplanlint.document.tables import numbers_of_row
from vnplanlint.findings import Edit, Hit, Place, Remedy, Severity
from vnplanlint.mentions.large_numbers import LARGEST, spell_large
from vnplanlint.mentions.model import SpelledNumber
from vnplanlint.mentions.quantities import grouped, quantities_in
from vnplanlint.mentions.spelled_numbers import like
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_TABLE_UNITS = (1, 10**3, 10**6)
"""What the figures of a table may count: đồng, nghìn đồng, triệu đồng."""
_TOTALS = ("tổng", "cộng")
_WORD_BEHIND = pattern(r" *\) *(\p{L}+)")
_JOINING = frozenset(("hoặc", "và", "hay", "kể", "tính", "theo", "đối", "để"))


def words_against_figures(document: Document) -> Iterator[Hit]:
    """Numbers told twice whose sides differ, or whose words are not well formed."""
    for pair in document.mentions.spelled_numbers:
        if pair.figures is None:
            yield from _against_the_block_above(document, pair)
        elif pair.thousandths not in pair.readings:
            if not _names_the_year(document, pair):
                yield _differing(document, pair, pair.figures, pair.readings)
        elif pair.slips and pair.right:
            yield _badly_formed(document, pair)
    yield from _unreadable(document)


def _names_the_year(document: Document, pair: SpelledNumber) -> bool:
    """Whether "(năm)" is the unit behind the figures, no five: n là 25 (năm) hoặc dài hơn."""
    if document.words(pair.words) != "năm" or document.text[pair.words.start - 1] != "(":
        return False
    behind = _WORD_BEHIND.match(document.text, pair.words.end)
    return behind is None or behind[1] in _JOINING


def _unreadable(document: Document) -> Iterator[Hit]:
    """Words that say no number but nearly that of the figures."""
    for found in find_unreadable_words(document, [pair.words for pair in document.mentions.spelled_numbers]):
        words = document.words(found.words)
        right = _capital_like(words, found.right)
        yield Hit(
            found.words,
            {"words": words, "right": right, "figures": document.words(found.figures)},
            variant="unreadable",
            places=(Place(found.figures, "figures"),),
            remedies=(Remedy("words", (Edit(found.words, right),), "unsafe", {"right": right}),),
            severity="warning",
        )


def _against_the_block_above(document: Document, pair: SpelledNumber) -> Iterator[Hit]:
    """Words that stand alone ("Bằng chữ: …") belong to the sum at the end of the block before."""
    block = document.block_at(pair.words.start)
    if block is None or block.index == 0:
        return
    above = document.blocks[block.index - 1]
    if above.kind == "row":
        yield from _against_a_row(document, pair, above)
        return
    sums = [one for one in quantities_in(document.mentions.quantities, above.span) if one.unit == "đồng"]
    if not sums or document.text[sums[-1].span.end : above.span.end].strip(" .,;:/)"):
        return
    value = sums[-1].thousandths
    if value is not None and value != pair.thousandths:
        yield _differing(document, pair._replace(scale=sums[-1].scale), sums[-1].figures, (value,))


def _against_a_row(document: Document, pair: SpelledNumber, row: Block) -> Iterator[Hit]:
    if not document.words(row.span).lower().startswith(_TOTALS):
        return
    numbers = numbers_of_row(document, row)
    readings = {number.thousandths * unit for number in numbers for unit in _TABLE_UNITS}
    if numbers and pair.thousandths not in readings:
        last = numbers[-1]
        yield _differing(document, pair, last.span, (last.thousandths,), "warning")


def _differing(
    document: Document,
    pair: SpelledNumber,
    figures: Span,
    readings: tuple[int, ...],
    severity: Severity | None = None,
) -> Hit:
    written = document.words(figures)
    meant = min(readings, key=lambda reading: abs(reading - pair.thousandths))
    remedies = []
    in_figures = _figures_like(written, pair.thousandths, pair.scale if meant != readings[-1] else 1)
    if in_figures:
        remedies.append(Remedy("figures", (Edit(figures, in_figures),), "unsafe", {"right": in_figures}))
    if meant % 1000 == 0 and meant < LARGEST * 1000:
        in_words = _capital_like(
            document.words(pair.words), like(spell_large(meant // 1000), document.words(pair.words))
        )
        remedies.append(Remedy("words", (Edit(pair.words, in_words),), "unsafe", {"right": in_words}))
    return Hit(
        pair.words,
        {"words": document.words(pair.words), "figures": written, "value": grouped(pair.thousandths)},
        places=(Place(figures, "figures"),),
        remedies=tuple(remedies),
        severity=severity,
    )


def _badly_formed(document: Document, pair: SpelledNumber) -> Hit:
    words = document.words(pair.words)
    right = _capital_like(words, pair.right)
    return Hit(
        pair.words,
        {"words": words, "right": right},
        variant="slip",
        remedies=(Remedy("words", (Edit(pair.words, right),), "safe", {"right": right}),),
        severity="warning",
    )


def _capital_like(words: str, right: str) -> str:
    if words.isupper():
        return right.upper()
    return right[:1].upper() + right[1:] if words[:1].isupper() else right


def _figures_like(written: str, thousandths: int, scale: int) -> str:
    """The value in the way the figures are written; "" where that takes more than three decimals."""
    value, rest = divmod(thousandths, scale)
    if rest:
        return ""
    if written.isdecimal() and value % 1000 == 0 and (len(written) < 5 or not value // 10**7):
        return str(value // 1000).zfill(2 if len(written) == 2 or written.startswith("0") else 1)
    return grouped(value)
