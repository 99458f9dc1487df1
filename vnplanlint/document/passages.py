"""Passages: runs of blocks small enough to be read again at every key press.

What is said of a passage alone depends on nothing else, so a session reads only those
that changed.  Where they are cut depends on their own words, not on how many
characters stand before: an edit moves no cut but those beside it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from vnplanlint.document.model import Block, Component, Division, Document, Identity, Outline, Part, Quotation
from vnplanlint.facts import Facts
from vnplanlint.light_typing import Any, NamedTuple, TypeVar
from vnplanlint.memory import Memory
from vnplanlint.mentions.extract import extract
from vnplanlint.mentions.model import DocumentReference, Mentions
from vnplanlint.mentions.moving import moved
from vnplanlint.patterns import pattern
from vnplanlint.readers.source import Source
from vnplanlint.spans import Span

_Thing = TypeVar("_Thing", Quotation, Component)

_SHORTEST = 1_000
"""Characters; shorter passages would save little and cost their handling."""
_CUT_AFTER_ONE_IN = 4
"""Blocks of which one, told by its length, ends a passage."""
_OPENS_ANEW = pattern(r"[\p{Lu}\d“\"](?!rong +đó|ồm|(?i:[^\n]{0,40}bằng +chữ))")
"""Not "Trong đó:" nor "(Bằng chữ: …)", which are read with what stands before."""


class Passage(NamedTuple):
    """A run of blocks: ``span`` from the end of the block before to the end of its last; ``blocks`` half-open."""

    span: Span
    blocks: Span


class Reading(NamedTuple):
    """What is known of a whole text before its mentions are read."""

    source: Source
    text: str
    blocks: tuple[Block, ...]
    divisions: tuple[Division, ...]
    components: tuple[Component, ...]
    identity: Identity
    quotations: tuple[Quotation, ...]
    facts: Facts


def passages(text: str, blocks: Sequence[Block]) -> list[Passage]:
    """The passages of a joined text; together they are all of it."""
    found: list[Passage] = []
    start = first = 0
    for before, block in pairwise(blocks):
        end = before.span.end
        if end - start >= _SHORTEST and _may_cut(text, before, block):
            found.append(Passage(Span(start, end), Span(first, block.index)))
            start, first = end, block.index
    found.append(Passage(Span(start, len(text)), Span(first, len(blocks))))
    return found


def _may_cut(text: str, before: Block, block: Block) -> bool:
    """Whether a passage may end between two blocks: not inside a table, nor where a sentence goes on."""
    return (
        (before.span.end - before.span.start) % _CUT_AFTER_ONE_IN == 0
        and not (before.kind == block.kind == "row")
        and _OPENS_ANEW.match(text, *block.span) is not None
    )


def read_parts(reading: Reading, memory: Memory) -> tuple[Part, ...]:
    """The passages of a text as documents of their own, those that ``memory`` holds as they are."""
    found = passages(reading.text, reading.blocks)
    quotations = _shared_out(reading.quotations, found)
    components = _shared_out(reading.components, found)
    surroundings = _Surroundings(_without_places(reading.identity), reading.source.name, reading.source.encoding)
    parts = []
    for index, passage in enumerate(found):
        start, end = passage.span
        content = _Content(
            reading.text[start:end],
            reading.source.text[start:end],
            tuple(_divisions(reading.divisions, passage)),
            tuple(_in_passage(component, passage) for component in components[index]),
            moved(tuple(quotations[index]), -start),
            surroundings,
        )
        document = memory.get(content)
        if document is None:
            document = _document(content, _blocks(reading.blocks, passage), reading.facts, memory)
        memory.keep(content, document)
        parts.append(Part(start, document))
    return tuple(parts)


class _Surroundings(NamedTuple):
    """What a passage may know of the text around it."""

    identity: Identity
    name: str
    encoding: str


class _Content(NamedTuple):
    """All that the document of a passage is made from: places are counted from where it begins.

    Its blocks are not among it, because the joined text and that of the source tell them.
    """

    text: str
    source: str
    divisions: tuple[Division, ...]
    components: tuple[Component, ...]
    quotations: tuple[Quotation, ...]
    surroundings: _Surroundings


def _document(content: _Content, blocks: tuple[Block, ...], facts: Facts, memory: Memory) -> Document:
    around = content.surroundings
    return Document(
        source=Source(around.name, content.source, encoding=around.encoding),
        text=content.text,
        blocks=blocks,
        divisions=content.divisions,
        outline=_OF_THE_WHOLE,
        components=content.components,
        identity=around.identity,
        quotations=content.quotations,
        mentions=memory.recall(extract, content.text, facts),
        noise=0.0,
        facts=facts,
    )


class _OutlineOfTheWhole(Outline):
    """The outline is found in a whole text only."""

    def __getattribute__(self, name: str) -> Any:
        raise LookupError(f"a passage has no outline: {name}")


_OF_THE_WHOLE = _OutlineOfTheWhole()


def _without_places(identity: Identity) -> Identity:
    symbol = identity.symbol._replace(span=Span(0, 0)) if identity.symbol else None
    return identity._replace(symbol=symbol, date_span=None)


def _blocks(blocks: Sequence[Block], passage: Passage) -> tuple[Block, ...]:
    first, by = passage.blocks.start, -passage.span.start
    return tuple(
        block._replace(index=block.index - first, span=block.span.shifted(by))
        for block in blocks[slice(*passage.blocks)]
    )


def _in_passage(component: Component, passage: Passage) -> Component:
    return component._replace(
        span=component.span.shifted(-passage.span.start), block=component.block - passage.blocks.start
    )


def _divisions(divisions: Sequence[Division], passage: Passage) -> Iterator[Division]:
    """The divisions of a passage, as far as they lie in it."""
    first, last = passage.blocks
    index = bisect_right(divisions, first, key=lambda division: division.blocks.start) - 1
    for division in divisions[max(index, 0) :]:
        if division.blocks.start >= last:
            break
        blocks = Span(max(division.blocks.start, first) - first, min(division.blocks.end, last) - first)
        start, end = max(division.span.start, passage.span.start), min(division.span.end, passage.span.end)
        yield division._replace(blocks=blocks, span=Span(start, end).shifted(-passage.span.start))


def _shared_out(things: Sequence[_Thing], found: Sequence[Passage]) -> list[list[_Thing]]:
    """For each passage the things that touch it, in their own order."""
    ends = [passage.span.end for passage in found]
    starts = [passage.span.start for passage in found]
    shares: list[list[_Thing]] = [[] for _ in found]
    for thing in things:
        for index in range(bisect_right(ends, thing.span.start), bisect_left(starts, thing.span.end)):
            shares[index].append(thing)
    return shares


def mentions_of(parts: Sequence[Part]) -> Mentions:
    """The mentions of the whole text."""
    placed = [mentions for part in parts for mentions in part.in_place(_mentions)]
    columns: list[list[Any]] = [
        [one for mentions in placed for one in mentions[field]] for field in range(len(Mentions._fields))
    ]
    columns[_REFERENCES] = list(_renumbered(mentions.references for mentions in placed))
    return Mentions(*map(tuple, columns))


_REFERENCES = Mentions._fields.index("references")


def _mentions(document: Document) -> list[Mentions]:
    return [document.mentions]


def _renumbered(groups: Iterable[tuple[DocumentReference, ...]]) -> Iterator[DocumentReference]:
    """The references of all passages; where one stands in the title of another, that is counted from the first."""
    before = 0
    for references in groups:
        for reference in references:
            nested = reference.nested_in
            yield reference if nested is None or not before else reference._replace(nested_in=nested + before)
        before += len(references)
