"""Which words are the document's own, and what is told of one that it writes in several ways."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from vnplanlint.document.model import Document
from vnplanlint.findings import Applicability, Edit, Hit, Place, Remedy, Severity
from vnplanlint.mentions.syllables import Syllables
from vnplanlint.spans import Span


class OwnWords:
    """Tells for an offset whether the document itself chose the words that stand there.

    Names that the user's house style declares right are nobody's choice here.
    """

    __slots__ = ("_titles", "_ends", "_others", "_until")

    def __init__(self, document: Document) -> None:
        """Take the titles of cited documents, the quotations and the divisions that others wrote."""
        titles = sorted({one.title_span for one in document.mentions.references if one.title_span})
        self._titles = [title.start for title in titles]
        self._ends = [_end_of_title(document.text, title) for title in titles]
        others = [division.span for division in document.divisions if division.kind in ("chrome", "quotation", "form")]
        others += _places_of(document.text, document.facts.own_names)
        others += [quotation.span for quotation in document.quotations]
        others.sort()
        self._others = [span.start for span in others]
        self._until = list(accumulate((span.end for span in others), max))

    def at(self, offset: int) -> bool:
        """Whether ``offset`` lies in the document's own words."""
        index = bisect_right(self._others, offset) - 1
        return (index < 0 or offset >= self._until[index]) and not self.in_title(offset)

    def in_title(self, offset: int) -> bool:
        """Whether ``offset`` lies in the title of a cited document."""
        index = bisect_right(self._titles, offset) - 1
        return index >= 0 and offset < self._ends[index]


def _places_of(text: str, names: tuple[str, ...]) -> list[Span]:
    found = []
    for name in names:
        start = text.find(name)
        while start >= 0:
            found.append(Span(start, start + len(name)))
            start = text.find(name, start + len(name))
    return found


def _end_of_title(text: str, title: Span) -> int:
    """Where the title ends for certain: "… và Kế hoạch này đến từng" is no longer part of it."""
    this = text.find(" này ", title.start, title.end)
    return title.end if this < 0 else this


def own_words(document: Document) -> OwnWords:
    """The ``OwnWords`` of a document, made once for all rules that ask."""
    return document.ask(OwnWords)


def everywhere(syllables: Syllables, form: str) -> Iterator[int]:
    """Every place of one syllable."""
    return syllables.everywhere(form)


def told(
    document: Document,
    spans: Sequence[Span],
    right: str,
    edits: Iterable[Edit],
    model: Span | None,
    *,
    variant: str = "",
    severity: Severity | None = None,
    applicability: Applicability = "unsafe",
    otherwise: Iterable[Edit] = (),
) -> Hit:
    """A hit at the first of ``spans``; the others and ``model``, a place of the right form, stand beside it.

    ``otherwise`` are the edits that write all places like the first one instead, where
    nothing speaks for either way.
    """
    first, *others = spans
    places = [Place(span, "also") for span in others]
    if model is not None:
        places.append(Place(model, "right"))
    words = document.words(first)
    remedies = [Remedy("rewrite", tuple(edits), applicability, {"right": right})]
    if other_edits := tuple(otherwise):
        remedies.append(Remedy("rewrite", other_edits, applicability, {"right": words}))
    return Hit(
        first,
        {"text": words, "right": right, "count": len(spans)},
        variant=variant,
        places=tuple(places),
        remedies=tuple(remedies),
        severity=severity,
    )
