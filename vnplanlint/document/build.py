"""From a source to the understood document."""

from __future__ import annotations

from vnplanlint.document.components import find_components
from vnplanlint.document.divisions import divide
from vnplanlint.document.identity import identify
from vnplanlint.document.joining import join
from vnplanlint.document.model import Document
from vnplanlint.document.noise import noise_of_document
from vnplanlint.document.outline import build_outline
from vnplanlint.document.quotations import find_quotations
from vnplanlint.facts import Facts
from vnplanlint.mentions.extract import extract
from vnplanlint.orthography import may_hold_look_alikes
from vnplanlint.readers.source import Source


def build_document(source: Source, facts: Facts) -> Document:
    """Read ``source`` as a plan.  Never fails: what is not recognised stays empty."""
    text, blocks = join(source.text)
    if may_hold_look_alikes(text):
        from vnplanlint.document.look_alikes import folded

        text = folded(text)
    quotations = find_quotations(text, blocks)
    divisions = divide(text, blocks, quotations)
    components = find_components(text, blocks, divisions, facts)
    identity = identify(components, text, facts)
    outline = build_outline(text, blocks, divisions, quotations, components)
    mentions = extract(text, facts)
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
        noise=noise_of_document(text, blocks),
        facts=facts,
    )
