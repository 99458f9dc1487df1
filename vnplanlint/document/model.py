"""The understood document: blocks, divisions, outline, components, mentions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate

from vnplanlint.light_typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar
from vnplanlint.mentions.model import Mentions, PartialDate, Symbol, System
from vnplanlint.mentions.moving import moved
from vnplanlint.mentions.syllables import Syllables
from vnplanlint.spans import Span

if TYPE_CHECKING:
    from vnplanlint.facts import Facts
    from vnplanlint.readers.source import Source

_Answer = TypeVar("_Answer")

BlockKind = Literal["text", "row", "form"]
"""A paragraph, heading or list item · a line of a table · a form with dotted blanks."""


class Block(NamedTuple):
    """One paragraph, heading, list item or table line, wrapped lines already joined.

    ``span`` runs from its first to after its last visible character that is text
    (layout marks in front are outside); ``bullet`` is the list mark that stood in
    front ("-", "+", "*", "•" or ""); ``level`` the markdown heading level or 0;
    ``indent`` the width of white space before it in the source line; ``lines`` how
    many physical lines were joined; ``emphasis`` whether markdown set all of it bold.
    """

    index: int  # type: ignore[assignment]  # hides tuple.index, which no one calls
    span: Span
    kind: BlockKind = "text"
    bullet: str = ""
    level: int = 0
    indent: int = 0
    lines: int = 1
    emphasis: bool = False


DivisionKind = Literal["body", "appendix", "attachment", "form", "quotation", "chrome"]
"""Main text · Phụ lục, Biểu, Mẫu · a regulation or plan issued with a decision · a form ·
articles quoted from another act without marks · web page furniture before the letterhead."""


class Division(NamedTuple):
    """A run of blocks inside which numbering, counts and references live.

    ``blocks`` is a half-open range of block indices; ``numeral`` the appendix's own
    numeral as written ("II", "01", "" if none); ``title`` the heading block's text.
    """

    kind: DivisionKind
    blocks: Span
    span: Span
    numeral: str = ""
    title: str = ""


NumeralStyle = Literal[
    "phan",
    "chuong",
    "muc",
    "tieu-muc",
    "dieu",
    "roman",
    "arabic",
    "decimal",
    "letter",
    "capital",
    "paren-arabic",
    "paren-roman",
    "paren-letter",
    "worded",
    "bullet",
]
"""Phần I · Chương I · Mục 1 · Tiểu mục 1 · Điều 1. · I. · 1. · 1.1. · a) · A. · (1) · (i) · (a) ·
Giai đoạn 1, Đợt 2, Bước 3, Thứ nhất · - + *."""


class Numeral(NamedTuple):
    """The numeral that opens a heading or list item.

    ``path`` holds the values of all its parts (2.3.1 is (2, 3, 1)); ``value`` is the
    last of them; letters count in the Vietnamese drafting order a b c d đ e g h i k …
    with a = 1 (``f`` , ``j``, ``w``, ``z`` have value 0); ``text`` as written with its mark ("IV.",
    "đ)"); ``mark`` the closing mark ("." ")" "/" ":" "-" or ""); ``spaced`` whether a
    space follows it; ``word`` the unit word of worded numerals, lower case.
    """

    style: NumeralStyle
    path: tuple[int, ...]
    text: str
    span: Span
    mark: str = ""
    spaced: bool = True
    word: str = ""

    @property
    def value(self) -> int:
        """The last part of ``path``."""
        return self.path[-1] if self.path else 0


class Heading(NamedTuple):
    """A numbered heading or list item in the outline.

    ``index`` is its own position in ``Outline.headings`` (document order), ``parent``
    that of the heading above it or None; ``title`` its words with single spaces,
    ``title_span`` where they stand; ``span`` numeral and title; ``list_id`` is the same
    for siblings that are counted together (one parent, one style, one run);
    ``block`` and ``division`` are indices; ``inline`` marks a heading that was found
    glued inside the paragraph before it.
    """

    index: int  # type: ignore[assignment]
    numeral: Numeral
    title: str
    title_span: Span
    span: Span
    depth: int
    parent: int | None
    list_id: int
    block: int
    division: int
    inline: bool = False


class Outline(NamedTuple):
    """The tree of headings, in document order; ``headings[i].index == i``."""

    headings: tuple[Heading, ...] = ()

    def siblings(self) -> list[tuple[Heading, ...]]:
        """The headings grouped by ``list_id``, in document order."""
        groups: dict[int, list[Heading]] = {}
        for heading in self.headings:
            groups.setdefault(heading.list_id, []).append(heading)
        return [tuple(group) for group in groups.values()]

    def children(self, heading: Heading) -> tuple[Heading, ...]:
        """The headings directly under ``heading``."""
        return tuple(h for h in self.headings if h.parent == heading.index)


ComponentKind = Literal[
    "quoc-hieu",
    "tieu-ngu",
    "co-quan-chu-quan",
    "co-quan-ban-hanh",
    "so-ky-hieu",
    "dia-danh-ngay",
    "ten-loai",
    "trich-yeu",
    "can-cu",
    "kinh-gui",
    "noi-nhan",
    "luu",
    "quyen-han",
    "chuc-vu",
    "nguoi-ky",
    "ket-thuc",
]


class Component(NamedTuple):
    """One thành phần thể thức (NĐ 30/2020, Phụ lục I, phần I) and where it stands.

    Several may have one kind (each căn cứ, each recipient line).  ``text`` is the
    joined text with single spaces.
    """

    kind: ComponentKind
    span: Span
    text: str
    block: int


def first_component(components: Iterable[Component], kind: ComponentKind) -> Component | None:
    """The first of ``components`` of that kind."""
    return next((component for component in components if component.kind == kind), None)


class Identity(NamedTuple):
    """What the document says of itself; every part may be unknown.

    ``type_word`` is the tên loại in sentence case ("Kế hoạch", "Quyết định"; "Công văn"
    where only a V/v shows it); ``symbol`` the own symbol, with ``number`` "" where
    left blank (``Số:    /KH-UBND``); ``date`` of the place-and-date line, exact,
    partial or empty; ``issuer`` the issuing organ as written.
    """

    type_word: str = ""
    symbol: Symbol | None = None
    date: PartialDate = PartialDate()
    date_span: Span | None = None
    issuer: str = ""
    system: System = "unknown"


class Quotation(NamedTuple):
    """A passage between quotation marks, possibly over several blocks.

    ``span`` includes the marks; ``closed`` is False where no closing mark was found.
    """

    span: Span
    closed: bool = True


def _lists(document: Document) -> list[tuple[Heading, ...]]:
    return document.outline.siblings()


class Part(NamedTuple):
    """A passage of a text, read as a document of its own that begins at offset ``start`` of the text.

    Its ``document`` has no outline, and of the text's identity no places.
    """

    start: int
    document: Document

    def in_place(self, find: Callable[..., Iterable[_Answer]], *wanted: Any) -> list[_Answer]:
        """What ``find`` finds in the passage, its places those of the whole text."""
        return self.document.found_at(self.start, find, *wanted)


def _quotation_start(quotation: Quotation) -> int:
    return quotation.span.start


class Document:
    """A plan as a reader understands it.  Built once; nothing that is asked of it changes afterwards."""

    __slots__ = (
        "source",
        "text",
        "blocks",
        "divisions",
        "outline",
        "components",
        "identity",
        "quotations",
        "mentions",
        "noise",
        "facts",
        "_block_starts",
        "_division_of",
        "_quoted_until",
        "parts",
        "_syllables",
        "_answers",
        "_placed",
    )

    def __init__(
        self,
        source: Source,
        text: str,
        blocks: tuple[Block, ...],
        divisions: tuple[Division, ...],
        outline: Outline,
        components: tuple[Component, ...],
        identity: Identity,
        quotations: tuple[Quotation, ...],
        mentions: Mentions,
        noise: float,
        facts: Facts,
        parts: tuple[Part, ...] = (),
    ) -> None:
        self.source = source
        self.text = text  # joined: same length as source.text
        self.blocks = blocks
        self.divisions = divisions
        self.outline = outline
        self.components = components
        self.identity = identity
        self.quotations = quotations
        self.mentions = mentions
        self.noise = noise  # share of scan noise, 0.0 (clean) to 1.0
        self.facts = facts
        self.parts = parts  # its passages as documents of their own, where a session reads it; else empty
        self._block_starts = [block.span.start for block in blocks]
        self._syllables: Syllables | None = None
        self._answers: dict[Callable[[Document], Any], Any] = {}
        self._placed: dict[Callable[..., Any], tuple[int, tuple[Any, ...], list[Any], list[Any]]] = {}
        self._quoted_until = list(accumulate((quotation.span.end for quotation in quotations), max))
        self._division_of = [
            number
            for number, division in enumerate(divisions)
            for _ in range(division.blocks.start, division.blocks.end)
        ]

    @property
    def syllables(self) -> Syllables:
        """The syllables of the joined text, read when first asked for."""
        if self._syllables is None:
            if self.parts:
                of_parts = [(part.start, part.document.syllables) for part in self.parts]
                self._syllables = Syllables.together(self.text, of_parts)
            else:
                self._syllables = Syllables(self.text)
        return self._syllables

    def ask(self, question: Callable[[Document], _Answer]) -> _Answer:
        """The answer to ``question`` about this document, which is worked out once."""
        answers = self._answers
        if question not in answers:
            answers[question] = question(self)
        answer: _Answer = answers[question]
        return answer

    def gather(self, find: Callable[[Document], Iterable[_Answer]]) -> list[_Answer]:
        """Everything that ``find`` finds in the passages of this document.

        ``find`` must find in each passage alone what it finds there in the whole, whatever
        stands before and behind, and tell every place as a ``Span``.
        """
        return self.search(find)

    def search(self, find: Callable[..., Iterable[_Answer]], *wanted: Any) -> list[_Answer]:
        """Like ``gather``, but for what is ``wanted`` because of other passages: kept until something else is."""
        if not self.parts:
            return list(find(self, *wanted))
        found: list[_Answer] = []
        for part in self.parts:
            found += part.in_place(find, *wanted)
        return found

    @property
    def lists(self) -> list[tuple[Heading, ...]]:
        """The headings and items of the outline, those of one list together."""
        return self.ask(_lists)

    @property
    def passages(self) -> list[Document]:
        """Its passages as documents of their own; outside of a session itself alone."""
        return [part.document for part in self.parts] or [self]

    def found_at(self, start: int, find: Callable[..., Iterable[_Answer]], *wanted: Any) -> list[_Answer]:
        """What ``find`` finds in this document where it begins at ``start`` of another."""
        kept = self._placed.get(find)
        if kept is None or kept[1] != wanted:
            found = list(find(self, *wanted))
        elif kept[0] != start:
            found = kept[2]
        else:
            return kept[3]
        placed = moved(found, start) if found else found
        self._placed[find] = start, wanted, found, placed
        return placed

    def words(self, span: Span) -> str:
        """The joined text of ``span`` with single spaces, stripped."""
        return span.words(self.text)

    def block_at(self, offset: int) -> Block | None:
        """The last block that starts at or before ``offset``."""
        index = bisect_right(self._block_starts, offset) - 1
        return self.blocks[index] if index >= 0 else None

    def division_of(self, block: Block) -> Division:
        """The division that ``block`` belongs to."""
        return self.divisions[self._division_of[block.index]]

    def division_at(self, offset: int) -> Division | None:
        """The division in which ``offset`` lies."""
        block = self.block_at(offset)
        return self.division_of(block) if block else None

    def in_quotation(self, offset: int) -> bool:
        """Whether ``offset`` lies between quotation marks."""
        index = bisect_right(self.quotations, offset, key=_quotation_start) - 1
        return index >= 0 and offset < self._quoted_until[index]

    def component(self, kind: ComponentKind) -> Component | None:
        """The first component of that kind."""
        return first_component(self.components, kind)
