"""The letterhead: quốc hiệu and tiêu ngữ letter by letter, and the form of the lines below them."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.format.common import SCANNED, is_form, is_state
from vnplanlint.document.marks import SUBJECT, folded
from vnplanlint.document.model import Component, Document
from vnplanlint.findings import Edit, Hit, Remedy
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"
_PDF_TONE = "HÕA"
"""What a converter makes of HÒA in one old font."""

_SINGLE_DIGIT = pattern(r"S[ốỐ] *:? *(?P<number>[1-9])(?=/)")
_NO_COLON = pattern(r"S[ốỐ](?P<gap> +)(?=[\d.…/])")
_COLON = pattern(r"S[ốỐ](?P<colon> *:) *\d")
_NO_COMMA = pattern(r"(?P<place>\p{Lu}\p{L}*(?: +\p{Lu}\p{L}*){0,4})(?P<gap>[. ] *)ngày\b")


def national_title(document: Document) -> Iterator[Hit]:
    """Quốc hiệu and tiêu ngữ, where they are not what Nghị định 30 prints.

    NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.1.
    """
    if document.noise > SCANNED:
        return
    title = document.component("quoc-hieu")
    if title and title.text.isupper():
        yield from _title(document, title)
    motto = document.component("tieu-ngu")
    if motto:
        yield from _motto(document, motto)


def _title(document: Document, title: Component) -> Iterator[Hit]:
    words = " ".join(title.text.split())
    if not words.endswith("NAM") or folded(words) == _QUOC_HIEU:
        return
    artefact = folded(words.replace(_PDF_TONE, "HÒA")) == _QUOC_HIEU
    remedy = Remedy("write", (Edit(title.span, _QUOC_HIEU),), "safe", {"right": _QUOC_HIEU})
    yield Hit(title.span, {"right": _QUOC_HIEU}, remedies=(remedy,), severity="style" if artefact else None)


def _motto(document: Document, motto: Component) -> Iterator[Hit]:
    written = document.source.text[motto.span.start : motto.span.end]
    if "\n" in written or " ".join(written.replace("*", " ").split()) == _TIEU_NGU:
        return
    words = " ".join(motto.text.split())
    if words == _TIEU_NGU:
        return
    plain = "".join(char for char in words if char.isalpha())
    right = "".join(char for char in _TIEU_NGU if char.isalpha())
    if plain == right:
        variant = "dash"
    elif plain.casefold() == right.casefold():
        variant = "case"
    else:
        variant = ""
    remedy = Remedy("write", (Edit(motto.span, _TIEU_NGU),), "safe", {"right": _TIEU_NGU})
    yield Hit(motto.span, {"right": _TIEU_NGU}, variant, remedies=(remedy,), severity="style" if variant else None)


def letterhead_form(document: Document) -> Iterator[Hit]:
    """The own number, the place and date, and the subject, where their form is another than prescribed.

    NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.3, II.4 and II.5; for the Party Hướng dẫn 05-HD/VPTW.
    """
    if document.noise > SCANNED or is_form(document):
        return
    number = document.component("so-ky-hieu")
    if number and is_state(document):
        yield from _state_number(document, number)
    elif number and document.identity.system == "party":
        match = _COLON.match(document.text, *number.span)
        if match:
            yield _letter_hit(Span(number.span.start, match.end("colon")), Span(*match.span("colon")), "", "party")
    if is_state(document):
        yield from _place_without_comma(document)
        yield from _subject_under_a_type(document)


def _state_number(document: Document, number: Component) -> Iterator[Hit]:
    text = document.text
    digit = _SINGLE_DIGIT.match(text, *number.span)
    if digit:
        span = Span(*digit.span("number"))
        yield _letter_hit(span, Span(span.start, span.start), "0", "zero", {"right": f"0{digit['number']}"})
    bare = _NO_COLON.match(text, *number.span)
    over = text[document.blocks[number.block].span.start : number.span.start]
    if over and not over.endswith(("\t", "  ")):  # "KẾ HOẠCH SỐ 05/KH-UBND": no line of its own
        return
    if bare and "\n" not in document.source.text[bare.start() : bare.end()]:
        word = Span(number.span.start, bare.start("gap"))
        yield _letter_hit(word, Span(word.end, word.end), ":")


def _place_without_comma(document: Document) -> Iterator[Hit]:
    line = document.component("dia-danh-ngay")
    match = _NO_COMMA.match(document.text, *line.span) if line else None
    if match:
        gap = Span(*match.span("gap"))
        values = {"place": match["place"]}
        yield _letter_hit(Span(match.start("place"), match.end()), gap, ", ", "comma", values)


def _subject_under_a_type(document: Document) -> Iterator[Hit]:
    if document.identity.type_word == "Công văn":
        return
    subject = document.component("trich-yeu")
    mark = SUBJECT.match(document.text, *subject.span) if subject and document.component("ten-loai") else None
    if subject and mark and "/" in mark.group():
        rest = subject.span.start + len(mark.group())
        first = document.text[rest : rest + 1]
        yield _letter_hit(
            Span(mark.start(), mark.start() + 3), Span(mark.start(), rest + 1), first.upper(), "subject",
            {"type": document.identity.type_word.lower()},
        )  # fmt: skip


def _letter_hit(
    span: Span, edited: Span, content: str, variant: str = "", values: dict[str, object] | None = None
) -> Hit:
    remedy = Remedy("write", (Edit(edited, content),), "unsafe")
    return Hit(span, values or {}, variant, remedies=(remedy,))
