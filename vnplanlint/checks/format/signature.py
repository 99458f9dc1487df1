"""The end of a document: "./." after the main text, and in which capacity somebody signs."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.format.common import SCANNED, is_form, is_state
from vnplanlint.document.capacity import is_position
from vnplanlint.document.marks import CLOSING, RECIPIENTS, folded, opens_agency
from vnplanlint.document.model import Block, Component, Document
from vnplanlint.findings import Edit, Hit, Place, Remedy, Severity
from vnplanlint.patterns import Match, pattern
from vnplanlint.spans import Span

_SIGNING = frozenset(("quyen-han", "chuc-vu", "nguoi-ky"))
_FOOT = _SIGNING | {"noi-nhan", "luu"}
_CLOSED_TYPES = frozenset((
    "Kế hoạch", "Quyết định", "Báo cáo", "Công văn", "Thông báo", "Tờ trình", "Hướng dẫn", "Chương trình", "Phương án",
    "Chỉ thị", "Đề án", "Nghị quyết",
))  # fmt: skip
"""Types whose templates in Phụ lục III end in "./."."""

_SENTENCE_END = pattern(r"[\p{L}\d)”%](?P<mark>\.)$")
_OPEN_END = pattern(r"[\p{Ll}](?P<mark>)$")
_OPEN_END_WORDS = 5
_BROKEN_CLOSING = pattern(r"(?<=[\p{L}\d)”%])(?P<mark> ?(?:\./|/\.|//?|\./ ?/\.|\.\. ?/ ?\.))$")
_SINCE = (2020, 3, 5)
"""The day of Nghị định 30/2020/NĐ-CP."""

_WRITTEN_MARK = pattern(
    r"(?P<letters>TM|KT|TL|TUQ|Q)(?P<mark>[.:/]?)(?P<gap> *)(?=\p{Lu}|$)|(?P<slashed>[TK][/.][MTL])\b\.?"
)


def closing_mark(document: Document) -> Iterator[Hit]:
    """A state document whose last sentence ends in a full stop alone, not in "./.".

    NĐ 30/2020/NĐ-CP, Phụ lục III: every template ends so.
    """
    if not is_state(document) or document.identity.type_word not in _CLOSED_TYPES or document.noise > SCANNED:
        return
    if document.component("ket-thuc") or not document.component("noi-nhan") or not _is_recent(document):
        return
    last = _last_of_main_text(document)
    if last is None or last.kind != "text" or CLOSING.search(document.text, *last.span):
        return
    broken = _BROKEN_CLOSING.search(document.text, *last.span)
    match = broken or _SENTENCE_END.search(document.text, *last.span) or _open_end(document, last)
    if match and not is_form(document):
        span = Span(match.start("mark") - _last_word_length(document, match.start("mark")), match.end("mark"))
        remedy = Remedy("close", (Edit(Span(*match.span("mark")), "./."),))
        yield Hit(span, variant="broken" if broken else "", remedies=(remedy,))


def _open_end(document: Document, last: Block) -> Match[str] | None:
    """The end of a last sentence that ends in no mark at all."""
    words = document.text[last.span.start : last.span.end]
    if len(words.split()) < _OPEN_END_WORDS or last.level or last.emphasis or words.startswith("“"):
        return None
    return _OPEN_END.search(document.text, *last.span)


def _is_recent(document: Document) -> bool:
    date = document.identity.date
    return date.year is None or (date.year, date.month or 12, date.day or 31) >= _SINCE


def _last_of_main_text(document: Document) -> Block | None:
    """The block above Nơi nhận and signature, unless nothing of the text is left but its head."""
    foot = min(component.block for component in document.components if component.kind in _FOOT)
    heads = {component.block for component in document.components if component.kind not in _FOOT}
    for block in reversed(document.blocks[:foot]):
        is_note = document.text[block.span.start] == "("  # "(Gửi kèm theo: …)" below the text
        if not is_note and not RECIPIENTS.match(document.text, *block.span):
            return None if block.index in heads else block
    return None


def _last_word_length(document: Document, end: int) -> int:
    return end - 1 - max(document.text.rfind(" ", 0, end), document.text.rfind("\n", 0, end))


def signing_authority(document: Document) -> Iterator[Hit]:
    """TM., KT., TL., TUQ., Q.: how they are written, and whether what follows can follow.

    NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.7.
    """
    system = document.identity.system
    if system == "unknown" or document.noise > SCANNED:
        return
    signing = [component for component in document.components if component.kind in _SIGNING]
    for index, component in enumerate(signing):
        if component.kind != "quyen-han":
            continue
        match = _WRITTEN_MARK.match(component.text)
        if match is None:
            continue
        letters = (match["letters"] or match["slashed"].replace("/", "").replace(".", "")).upper()
        yield from _spelling(document, component, letters)
        if system == "state":
            body = component.text[match.end() :].strip(" .,:")
            following = signing[index + 1] if index + 1 < len(signing) else None
            yield from _meaning(document, component, letters, body, following)


def _spelling(document: Document, component: Component, letters: str) -> Iterator[Hit]:
    """ "KT CHỦ TỊCH", "K/T" of a state body, "KT." of the Party."""
    system = document.identity.system
    match = _WRITTEN_MARK.match(document.text, *component.span)
    if match is None or system == "youth":
        return
    slashed = match["slashed"] is not None
    if system == "party":
        if not slashed and letters in ("TM", "KT", "TL"):
            right = f"{letters[0]}/{letters[1]}"
            yield _spelling_hit(match.start(), match.end("mark"), right, "party")
        return
    severity: Severity | None = None if system == "state" else "style"
    if slashed:
        yield _spelling_hit(match.start(), match.end(), f"{letters}.", "slash")._replace(severity=severity)
    elif match["mark"] != ".":
        yield _spelling_hit(match.start(), match.end("mark"), f"{letters}.", "dot")._replace(severity=severity)


def _spelling_hit(start: int, end: int, right: str, variant: str) -> Hit:
    span = Span(start, end)
    remedy = Remedy("write", (Edit(span, right),), "safe" if variant == "dot" else "unsafe", {"right": right})
    return Hit(span, {"right": right}, variant, remedies=(remedy,), severity="style" if variant == "party" else None)


def _meaning(
    document: Document, component: Component, letters: str, body: str, following: Component | None
) -> Iterator[Hit]:
    title = following.text if following and following.kind == "chuc-vu" else ""
    values: dict[str, object] = {"mark": f"{letters}.", "body": body, "title": title}
    if letters == "TM" and not body and following and following.block == component.block and _is_a_head(title):
        yield Hit(Span(component.span.start, following.span.end), values, "no-collective")
    elif letters in ("KT", "TL", "TUQ") and body and opens_agency(body) and not is_position(body):
        if letters == "KT":
            yield Hit(component.span, values, "no-head")
    elif letters == "KT" and following and body:
        yield from _deputy(document, component, body, following, values)
    elif letters == "TL" and following and title and folded(title).startswith(f"PHÓ {folded(body)}"):
        yield Hit(component.span, values, "deputy-by-order", places=(Place(following.span, "signs"),))


_HEADS = (
    "CHỦ TỊCH", "GIÁM ĐỐC", "HIỆU TRƯỞNG", "BỘ TRƯỞNG", "CỤC TRƯỞNG", "CHI CỤC TRƯỞNG", "TRƯỞNG PHÒNG", "TRƯỞNG BAN",
    "CHÁNH VĂN PHÒNG", "THỦ TRƯỞNG", "VIỆN TRƯỞNG",
)  # fmt: skip


def _is_a_head(title: str) -> bool:
    """Whether one person holds the title ("CHỦ TỊCH", not "CHỦ TỊCH ĐOÀN")."""
    words = folded(title)
    return words.startswith(_HEADS) and not words.startswith(("CHỦ TỊCH ĐOÀN", "CHỦ TỊCH ĐOAN"))


def _deputy(
    document: Document, component: Component, body: str, following: Component, values: dict[str, object]
) -> Iterator[Hit]:
    """Under "KT." and the head's title stands the title of the deputy."""
    if component.text.endswith(","):  # two titles of one head: "KT. BỘ TRƯỞNG, / CHỦ NHIỆM"
        return
    if following.kind == "nguoi-ky":
        if following.block - component.block <= 1 and folded(body) in _HEADS:
            yield Hit(component.span, values, "no-deputy", places=(Place(following.span, "signs"),))
    elif following.kind == "chuc-vu" and (
        folded(following.text) == folded(body) or (folded(body), folded(following.text)) == ("BỘ TRƯỞNG", "THỦ TRƯỞNG")
    ):
        above = document.source.text[max(0, following.span.start - 40) : following.span.start].rstrip()
        if not above.endswith("PHÓ"):  # the title was wrapped behind its first word
            yield Hit(following.span, values, places=(Place(component.span, "for"),))
