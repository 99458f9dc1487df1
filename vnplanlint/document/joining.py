from __future__ import annotations
from vnplanlint.document.model import Block
from vnplanlint.spans import Span
def join(text: str) -> tuple[str, tuple[Block, ...]]:
    blocks=[]; pos=0
    for line in text.split("\n"):
        s=line.strip()
        if s:
            a=pos+line.index(s); blocks.append(Block(len(blocks),Span(a,a+len(s))))
        pos+=len(line)+1
    return text, tuple(blocks)
