"""The letterhead: each of its parts known by its own form, in whatever order they stand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from vnplanlint.document.cut_forms import find_cut_forms
from vnplanlint.document.marks import (
    ADDRESSEE,
    BASIS,
    NUMERAL,
    ORGANISATION_TITLE,
    OWN_NUMBER,
    QUOC_HIEU,
    RECIPIENTS,
    SUBJECT,
    TIEU_NGU,
    folded,
    leading_type,
    opens_agency,
)
from vnplanlint.document.model import Block, Component, ComponentKind
from vnplanlint.document.pieces import Piece, is_capitals, piece, pieces, without_frame, words_of
from vnplanlint.document.place_date import find_place_date
from vnplanlint.facts import Facts
from vnplanlint.light_typing import NamedTuple
from vnplanlint.patterns import Pattern, pattern
from vnplanlint.spans import Span

_MAX_BLOCKS = 60
_MAX_LINE = 250
"""A block longer than this is no part of a letterhead."""

_LINE_GAP = pattern(r" {4,}")

_INCOMPLETE = frozenset((
    "BAN CHẤP HÀNH", "BCH", "BAN THƯỜNG VỤ", "BTV", "ỦY BAN", "ỦY BAN THƯỜNG VỤ", "HỘI ĐỒNG", "TRUNG TÂM", "TRƯỜNG",
    "BAN", "VIỆN", "HỘI", "BỘ", "SỞ", "PHÒNG", "CỤC", "CHI CỤC", "VĂN PHÒNG", "THANH TRA", "BAN CHỈ ĐẠO",
    "BAN TỔ CHỨC", "BAN QUẢN LÝ", "TỔNG CỤC", "CÔNG TY", "NGÂN HÀNG", "BỘ CHỈ HUY", "CỤM THI ĐUA", "KHỐI THI ĐUA",
))  # fmt: skip
"""What cannot be a whole name: the next line goes on, whatever it begins with."""


_STAMPS = frozenset((
    "HỎA TỐC", "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC HẸN GIỜ", "MẬT", "TỐI MẬT", "TUYỆT MẬT", "DỰ THẢO", "BẢN SAO", "SAO Y",
    "BẢN DỰ THẢO", "LƯU HÀNH NỘI BỘ",
))  # fmt: skip
_SPECIFIED = frozenset(("HÀNH ĐỘNG", "LIÊN TỊCH", "PHỐI HỢP", "KẾT LUẬN", "LIÊN NGÀNH"))
"""Second words of a tên loại: "CHƯƠNG TRÌNH HÀNH ĐỘNG"."""


_UNDER_THE_NAME = frozenset(("so-ky-hieu", "dia-danh-ngay"))


class Letterhead(NamedTuple):
    """What was found, and the first block after it."""

    components: list[Component]
    type_word: str = ""
    title_from: Piece | None = None
    """What stands behind the tên loại in its own line."""
    next_block: int = 0


class _Found(NamedTuple):
    components: list[Component]
    agencies: list[Piece]
    subject: list[Piece]


def read_letterhead(text: str, blocks: tuple[Block, ...], facts: Facts) -> Letterhead:
    """Read the first of ``blocks`` up to the tên loại, "Kính gửi" or the body."""
    found = _Found([], [], [])
    long_title: tuple[str, Piece, int] | None = None
    titled = False  # whether a long title stands under the name of an organ, so that no other can follow
    own = tuple(takewhile(lambda block: not _opens_body(text, block), blocks[:_MAX_BLOCKS]))
    cut = find_cut_forms(text, own)
    found.components.extend(cut.values())
    for position, block in enumerate(own):
        for part in pieces(text, block) if not _is_cut(block, cut) else ():
            for rest in _rest_of(text, block, part, found.components):
                word, length = leading_type(rest.text, facts)
                if word and length == len(rest.text):
                    return _with_type(text, found, word, rest, block, position)
                if word and long_title is None and (_has_begun(found) or block.index == 0 or block.level):
                    long_title = word, rest, position
                    titled = bool(found.agencies)
                elif not word and not (titled and is_capitals(rest.text)):
                    _sort(rest, found)
    if long_title:
        word, rest, position = long_title
        return _with_type(text, found, word, rest, blocks[position], position)
    return _without_type(text, found, len(own))


def _has_begun(found: _Found) -> bool:
    return bool(found.components or found.agencies)


def _is_cut(block: Block, cut: dict[ComponentKind, Component]) -> bool:
    return any(component.span.overlaps(block.span) for component in cut.values())


def _opens_body(text: str, block: Block) -> bool:
    start, end = block.span
    if block.bullet not in ("", "*") or end - start > _MAX_LINE * 4:
        return True
    for form in (BASIS, ADDRESSEE, RECIPIENTS):
        if form.match(text, start, end):
            return True
    numeral = NUMERAL.match(text, start, end)
    if numeral and numeral.end() < end and not SUBJECT.match(text, start, end):
        return True
    is_long = block.kind == "text" and len(words_of(text, block)) > _MAX_LINE
    return is_long and QUOC_HIEU.search(text, start, end) is None


def _rest_of(text: str, block: Block, part: Piece, components: list[Component]) -> list[Piece]:
    """What is left of a piece when the parts with a form of their own are taken out."""
    rests = [part.span]
    seen = {component.kind for component in components}
    forms: tuple[tuple[ComponentKind | None, Pattern[str]], ...] = (
        ("quoc-hieu", QUOC_HIEU), ("tieu-ngu", TIEU_NGU), (None, ORGANISATION_TITLE), ("so-ky-hieu", OWN_NUMBER),
    )  # fmt: skip
    for kind, form in forms:
        if kind not in seen:
            rests = _take(text, block, rests, kind, components, form)
    if "dia-danh-ngay" not in seen:
        rests = _take(text, block, rests, "dia-danh-ngay", components, None)
    lines = (line for rest in rests for line in _lines(text, rest))
    found = (without_frame(piece(text, start, end, block), text) for start, end in lines)
    return [rest for rest in found if rest.text]


def _lines(text: str, rest: Span) -> Iterator[Span]:
    """The lines that stood one under the other in a table cell."""
    start = rest.start
    for gap in _LINE_GAP.finditer(text, *rest):
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, rest.end)


def _take(
    text: str,
    block: Block,
    rests: list[Span],
    kind: ComponentKind | None,
    components: list[Component],
    form: Pattern[str] | None,
) -> list[Span]:
    for number, (start, end) in enumerate(rests):
        match = form.search(text, start, end) if form else find_place_date(text, start, end)
        if match:
            if kind:
                components.append(piece(text, *match.span(), block).component(kind))
            return [*rests[:number], Span(start, match.start()), Span(match.end(), end), *rests[number + 1 :]]
    return rests


def _sort(rest: Piece, found: _Found) -> None:
    if SUBJECT.match(rest.text):
        found.subject[:] = [rest]
    elif is_capitals(rest.text):
        if folded(rest.text) not in _STAMPS and (_goes_on(found, rest) or opens_agency(rest.text)):
            found.agencies.append(rest)
    elif found.subject and rest.text[0].islower():
        found.subject.append(rest)


def _goes_on(found: _Found, rest: Piece) -> bool:
    """Whether capitals that name no organ can belong to the name above: number and date stand under the name."""
    if not found.agencies:
        return False
    above = found.agencies[-1].span.end
    return not any(c.kind in _UNDER_THE_NAME and above <= c.span.start < rest.span.start for c in found.components)


def _with_type(text: str, found: _Found, word: str, line: Piece, block: Block, position: int) -> Letterhead:
    start = line.span.start
    count = len(word.split())
    specified = " ".join(line.text.split()[count : count + 2])
    end = _end_of_words(text, line.span, count + 2 * (folded(specified) in _SPECIFIED))
    head = piece(text, start, end, block)
    rest = piece(text, end, line.span.end, block)
    components = [*found.components, *_agencies(found.agencies), head.component("ten-loai")]
    return Letterhead(components, word, rest if rest.text else None, position + 1)


def _end_of_words(text: str, span: Span, count: int) -> int:
    end = span.start
    for _ in range(count):
        while text[end] == " ":
            end += 1
        while end < span.end and text[end] not in " ":
            end += 1
    return end


def _without_type(text: str, found: _Found, position: int) -> Letterhead:
    components = list(found.components)
    if components:
        components += _agencies(found.agencies)
    type_word = ""
    if found.subject:
        components.append(_merged(found.subject, "trich-yeu"))
        type_word = "Công văn"
    return Letterhead(components, type_word, None, position)


def _agencies(lines: list[Piece]) -> list[Component]:
    """The agency lines as names: the last issues the document, the others stand above it."""
    names: list[list[Piece]] = []
    for line in lines:
        if names and (not opens_agency(line.text) or _is_incomplete(names[-1])):
            names[-1].append(line)
        elif opens_agency(line.text):
            names.append([line])
    components = [_merged(name, "co-quan-chu-quan") for name in names]
    if components:
        components[-1] = components[-1]._replace(kind="co-quan-ban-hanh")
    return components


def _is_incomplete(name: list[Piece]) -> bool:
    words = folded(" ".join(line.text for line in name))
    return words in _INCOMPLETE or words.endswith((" VÀ", " -", ",", " CỦA"))


def _merged(lines: list[Piece], kind: ComponentKind) -> Component:
    """One component of several lines; its span stops where another column comes between."""
    first = lines[0]
    end = first.span.end
    for line in lines[1:]:
        if line.block > first.block + len(lines):
            break
        end = line.span.end if line.block == first.block or len(lines) == 1 else end
    return Component(kind, Span(first.span.start, end), " ".join(line.text for line in lines), first.block)
