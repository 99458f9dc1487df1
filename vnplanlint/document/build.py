"""From a source to the understood document."""

from __future__ import annotations

from vnplanlint.document.components import find_components
from vnplanlint.document.divisions import divide
from vnplanlint.document.identity import identify
from vnplanlint.document.joining import join
from vnplanlint.document.model import Block, Document, Part
from vnplanlint.document.noise import noise_of_document
from vnplanlint.document.outline import build_outline
from vnplanlint.document.quotations import find_quotations
from vnplanlint.facts import Facts
from vnplanlint.light_typing import TYPE_CHECKING
from vnplanlint.mentions.extract import extract
from vnplanlint.orthography import may_hold_look_alikes
from vnplanlint.readers.source import Source

if TYPE_CHECKING:
    from vnplanlint.memory import Memory


def build_document(source: Source, facts: Facts, memory: Memory | None = None) -> Document:
    """Read ``source`` as a plan.  Never fails: what is not recognised stays empty.

    A session gives its ``memory``, always with the same ``facts``: then only those passages
    are read that the reading before did not have, and the document has ``parts``.
    """
    if memory is not None:
        memory.begin()
    text, blocks = join(source.text, memory)
    if may_hold_look_alikes(text):
        from vnplanlint.document.look_alikes import folded

        text = folded(text)
    quotations = find_quotations(text, blocks)
    divisions = divide(text, blocks, quotations)
    components = find_components(text, blocks, divisions, facts)
    identity = identify(components, text, facts)
    outline = build_outline(text, blocks, divisions, quotations, components, memory)
    noise = noise_of_document(*_without_comments(text, blocks, source))
    parts: tuple[Part, ...] = ()
    if memory is None:
        mentions = extract(text, facts)
    else:
        from vnplanlint.document.passages import Reading, mentions_of, read_parts

        reading = Reading(source, text, blocks, divisions, components, identity, quotations, facts)
        parts = read_parts(reading, memory)
        mentions = mentions_of(parts)
    return Document(
        source=source,
        text=text,
        blocks=blocks,
        divisions=divisions,
        outline=outline,
        components=components,
        identity=identity,
        quotations=quotations,
        mentions=mentions,
        noise=noise,
        facts=facts,
        parts=() if noise else parts,  # how badly the words around were read is judged over the edges of passages
    )


def _without_comments(text: str, blocks: tuple[Block, ...], source: Source) -> tuple[str, tuple[Block, ...]]:
    """The text as if no comment for the tool stood in it: such a comment must not change how noisy it is."""
    if not source.comments:
        return text, blocks
    from vnplanlint.document.directives import cut_out

    return cut_out(text, blocks, source.comments)
