"""The bases (căn cứ) that open a document: the mark at the end of each, and one document a line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from vnplanlint.checks.format.common import SCANNED, is_form, is_state, severity_for
from vnplanlint.document.model import Component, Document
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_DECIDES = pattern(r"(?:QUYẾT +ĐỊNH|QUYẾT +NGHỊ) *:?$")
_ORGANS = (
    r"(?:Sở|Ủy +ban|Uỷ +ban|UBND|Ban|Bộ|Phòng|Trường|Trung +tâm|Cục|Chi +cục|Liên +đoàn|LĐLĐ|Công +đoàn|Hội|Đoàn|"
    r"Đảng +ủy|Văn +phòng|Công +an|Viện|Thanh +tra|Bệnh +viện)\b"
)
_NEW_SENTENCE = pattern(
    r"(?<=[\p{L}\d)”])\.(?= +" + _ORGANS + r"[^.;:]{3,140}?\b(?:xây +dựng|ban +hành|triển +khai|hướng +dẫn|thông +báo|"
    r"lập|đề +nghị|yêu +cầu|báo +cáo|tổ +chức)\b[^.;]*:)"
)
_RIGHT_END = pattern(r";[.,]?(?: \d{1,3})?$")
"""A semicolon; a page number may have been read with the line."""

_SUBJECT = pattern(r", +" + _ORGANS)
_SENTENCE = pattern(r"\p{Ll}\. +\p{Lu}")


def basis_ending(document: Document) -> Iterator[Hit]:
    """Each basis ends in a semicolon and the last in a full stop.

    NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.6.a.  Only the run that opens the document is
    judged: "Căn cứ khoản 3 Điều 5 …" further down is text.
    """
    bases = _bases(document)
    if not bases or document.identity.system == "party" or document.noise > SCANNED:
        return
    if _opens_under_a_colon(document, bases[0]) or is_form(document):
        return
    yield from _inside_the_run(document, bases)
    yield from _at_its_end(document, bases[-1])
    yield from _broken_opening(document, bases[-1])
    yield from _two_in_one_line(document, bases)


def _bases(document: Document) -> list[Component]:
    """The bases; without a trích yếu above them "Thực hiện …" under the tên loại may be that, wrapped."""
    bases = [component for component in document.components if component.kind == "can-cu"]
    subject = document.component("trich-yeu")
    if bases and document.component("ten-loai") and not (subject and subject.text.upper().isupper()):
        return bases if bases[0].text.startswith("Căn cứ") else bases[1:]
    return bases


def _opens_under_a_colon(document: Document, first: Component) -> bool:
    """Whether a sentence that ends in a colon stands right above: then the run is a list in the text."""
    above = document.blocks[first.block - 1] if first.block else None
    words = document.words(above.span) if above else ""
    return words.endswith(":") and not words.isupper()


def _inside_the_run(document: Document, bases: list[Component]) -> Iterator[Hit]:
    """Bases before the last that end in another mark than the semicolon, told together."""
    followed = [one for one, after in pairwise(bases) if after.block - one.block <= 1]
    stray = [base for base in followed if not _RIGHT_END.search(base.text)]
    if not stray or not all(_ends_wrongly(base) for base in stray):
        return
    if all(base.text.endswith(",") for base in followed):  # an older habit, kept throughout
        return
    first, *others = stray
    edits = tuple(Edit(_mark_of(base), ";") for base in stray)
    remedy = Remedy("semicolon", edits, "safe" if is_state(document) else "unsafe")
    yield Hit(
        _last_word(document, first),
        {"mark": first.text[-1]},
        variant="" if not first.text[-1].isalnum() else "nothing",
        places=tuple(Place(_last_word(document, base), "also") for base in others),
        remedies=(remedy,),
        severity=severity_for(document, "warning"),
        certain=document.noise == 0 or first.text[-1] != ",",  # a scanner's comma may be a semicolon
    )


def _ends_wrongly(base: Component) -> bool:
    last = base.text[-1]
    return last in ".," or last.isalnum() or last in ")”"


def _mark_of(base: Component) -> Span:
    """The mark at the end of a basis, empty where there is none."""
    end = base.span.end
    return Span(end - (base.text[-1] in ".,"), end)


def _last_word(document: Document, base: Component) -> Span:
    before_mark = document.text[base.span.start : base.span.end].rstrip(" .,;")
    return Span(base.span.start + before_mark.rfind(" ") + 1, base.span.end)


def _at_its_end(document: Document, last: Component) -> Iterator[Hit]:
    """The last basis right above "QUYẾT ĐỊNH:", where it does not end in a full stop (or, as of old, a comma)."""
    following = document.blocks[last.block + 1 : last.block + 2]
    if not following or not _DECIDES.match(document.text, *following[0].span):
        return
    symbol = document.identity.symbol
    normative = symbol is None or symbol.shape != "admin"
    mark = last.text[-1]
    if mark in ".,:" or (mark == ";" and normative):
        return
    if mark == ";" or mark.isalnum() or mark in ")”":
        start = last.span.end - (mark == ";")
        remedy = Remedy("stop", (Edit(Span(start, last.span.end), "."),))
        yield Hit(_last_word(document, last), {"mark": mark}, "last", remedies=(remedy,), severity="style")


def _broken_opening(document: Document, last: Component) -> Iterator[Hit]:
    """ "Thực hiện Kế hoạch số … của UBND tỉnh. Sở X xây dựng …": a full stop before the subject of the sentence."""
    stop = _NEW_SENTENCE.search(document.text, *last.span)
    if stop is None or any(form.search(document.text, last.span.start, stop.start()) for form in (_SUBJECT, _SENTENCE)):
        return
    if document.source.text[stop.end() :].lstrip(" ").startswith("\n"):  # it may be a paragraph of its own
        return
    span = Span(document.text.rfind(" ", 0, stop.start()) + 1, stop.end())
    remedy = Remedy("comma", (Edit(Span(*stop.span()), ","),))
    yield Hit(span, variant="sentence", remedies=(remedy,), severity="style")


def _two_in_one_line(document: Document, bases: list[Component]) -> Iterator[Hit]:
    """ "Căn cứ Công văn số … và Kế hoạch số …": two documents of different types, each of which is a basis.

    Titles that name other acts, acts with those that amend them, and normative acts on one subject stay together.
    """
    for base in bases:
        if not base.text.startswith("Căn cứ") or " và " not in base.text:
            continue
        inside = (one for one in document.mentions.references if base.span.contains(one.span))
        named = [one for one in inside if one.symbol and one.nested_in is None]
        if len(named) != 2 or named[0].type_word.lower() == named[1].type_word.lower():
            continue
        if not all(one.symbol and one.symbol.shape in ("admin", "dispatch") and one.date for one in named):
            continue
        joined = document.text[base.span.start : named[1].span.start].rstrip()
        if joined.endswith(" và"):
            start = base.span.start + len(joined) - 2
            yield Hit(Span(start, named[1].span.end), {"second": named[1].type_word}, "two", severity="style")
