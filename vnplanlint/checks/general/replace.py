"""Words that should be other words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vnplanlint.checks.general.phrases import phrase, places
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit, Remedy
from vnplanlint.light_typing import Any
from vnplanlint.orthography import with_capitals_of


def replace(document: Document, given: Mapping[str, Any]) -> Iterator[Hit]:
    """Each place of a phrase in ``given["words"]`` (wrong phrase -> right phrase).

    ``given["applicability"]`` is that of the fix ("unsafe" unless said otherwise);
    ``given["in-quotations"]`` whether quotations are read too (no).  Where the two
    phrases differ in capitals only, capitals count.
    """
    for wrong, right in given["words"].items():
        only_case = wrong.lower() == right.lower()
        for span in places(document, phrase(wrong, any_case=not only_case), given.get("in-quotations", False)):
            text = document.words(span)
            better = right if only_case else with_capitals_of(text, right)
            edit = Edit(span, better)
            remedy = Remedy("replace", (edit,), given.get("applicability", "unsafe"), {"right": better})
            yield Hit(span, {"text": text, "right": better}, remedies=(remedy,))
