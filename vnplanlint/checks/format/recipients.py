"""Nơi nhận: the line "Lưu:", the marks of the recipients, and "Như trên"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from vnplanlint.checks.format.common import SCANNED, is_form, is_state, severity_for
from vnplanlint.document.marks import RECIPIENTS
from vnplanlint.document.model import Component, Document
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_FILED_WITHOUT_COLON = pattern(r"L(?:ưu|ƯU|ƣu)(?! +[Hh]ồ +sơ\b)(?= +[^: ])")
_FILED_WITH_SPACE = pattern(r"L(?:ưu|ƯU|ƣu)(?P<gap> +):")
_LABEL_WITHOUT_COLON = pattern(r"(?P<label>(?:Nơi|NƠI) +(?:nhận|NHẬN))(?P<mark>[;.]?)(?= *[\n\t])")
_ADDRESS_WITHOUT_COLON = pattern(r"(?P<label>K(?:ính +gửi|ÍNH +GỬI))(?P<mark>[;.]?)(?= *$| +\p{Lu})")
_FILED = pattern(r"\b[Ll](?:ưu|ƯU|ƣu)\b|\bVT\b|[Vv]ăn +thư")
_CLEARLY_MARKED = 3
_BARE_END = pattern(r"(?:\p{L}|\d|[^;\s]\s*\([^()]*\))$")
_AS_ABOVE = pattern(r"[Nn]hư +(?:trên|kính +gửi)\b")
_ADDRESSED = pattern(
    r"\b(?:Kính|KÍNH) +(?:gửi|GỬI|mời|trình|chuyển|thưa|đề)\b|\b(?:Gửi|GỬI|điện|ĐIỆN) *:|\b[Kk]ính +mời\b"
)
_WITHOUT_ADDRESSEE = frozenset((
    "Kế hoạch", "Quyết định", "Chương trình", "Phương án", "Đề án", "Nghị quyết", "Chỉ thị", "Hướng dẫn", "Quy chế",
    "Quy định",
))  # fmt: skip
"""Types that are addressed to nobody: NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.9.b."""


def recipients(document: Document) -> Iterator[Hit]:
    """The filing line at the end of Nơi nhận, and a recipient that ends unlike the others.

    NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.9.d.  The Party files without a colon.
    """
    if document.identity.system == "party" or document.noise > SCANNED:
        return
    listed = [component for component in document.components if component.kind == "noi-nhan"]
    filed = [component for component in document.components if component.kind == "luu"]
    for component in filed:
        yield from _without_colon(document, component)
        yield from _space_before_colon(document, component)
    yield from _labels_without_colon(document, listed)
    if not filed and is_state(document):
        yield from _nothing_filed(document, listed)
    yield from _odd_mark(document, listed)
    yield from _without_mark(document, listed)


def _without_colon(document: Document, filed: Component) -> Iterator[Hit]:
    match = _FILED_WITHOUT_COLON.match(document.text, *filed.span)
    if match is None:
        return
    clerk = filed.text.split()[1]
    if document.identity.system == "unknown" and not clerk.startswith("VT"):  # it may be the Party's
        return
    end = document.text.find(clerk, match.end()) + len(clerk.rstrip(",.;:"))
    edits = [Edit(Span(match.end(), match.end()), ":")]
    is_moved = clerk.endswith(":")  # "Lưu VT: Bộ Tài chính, Bộ Nội vụ": the filing of both, or three that file
    if is_moved:
        edits.append(Edit(Span(end, end + 1), ","))
    remedy = Remedy("colon", tuple(edits), "safe" if is_state(document) and not is_moved else "unsafe")
    yield Hit(Span(match.start(), end), remedies=(remedy,), severity=severity_for(document, "warning"))


def _space_before_colon(document: Document, filed: Component) -> Iterator[Hit]:
    """ "Lưu : VT"."""
    match = _FILED_WITH_SPACE.match(document.text, *filed.span)
    if match and "\n" not in document.source.text[match.start() : match.end()]:
        remedy = Remedy("space", (Edit(Span(*match.span("gap")), ""),), "safe")
        yield Hit(Span(*match.span()), variant="space", remedies=(remedy,), severity="style")


def _labels_without_colon(document: Document, listed: list[Component]) -> Iterator[Hit]:
    """ "Kính gửi" and "Nơi nhận" above their lists, or "Kính gửi Sở Nội vụ", without the colon."""
    addressed = document.component("kinh-gui")
    found = []
    if addressed:
        block = document.blocks[addressed.block]
        found.append(_ADDRESS_WITHOUT_COLON.match(document.text, *block.span))
    if listed:
        above = document.blocks[max(0, listed[0].block - 1)]
        found.append(_LABEL_WITHOUT_COLON.match(document.text, above.span.start))
    for match in found:
        if match:
            remedy = Remedy("colon", (Edit(Span(match.end("label"), match.end("mark")), ":"),), "safe")
            severity = severity_for(document, "warning")
            yield Hit(Span(*match.span()), {"label": match["label"]}, "label", remedies=(remedy,), severity=severity)


def _nothing_filed(document: Document, listed: list[Component]) -> Iterator[Hit]:
    """A list of recipients that is complete (its last line ends in a full stop, signed below) and files nothing."""
    if len(listed) < 2 or not listed[-1].text.endswith(".") or document.component("nguoi-ky") is None:
        return
    first, last = listed[0], listed[-1]
    label = RECIPIENTS.search(document.text, max(0, first.span.start - 80), first.span.start + 1)
    start = label.start() if label else first.span.start
    if label is None or _FILED.search(document.text, start, len(document.text)):
        return
    yield Hit(Span(*label.span()), variant="missing", places=(Place(last.span, "last"),), severity="style")


def _odd_mark(document: Document, listed: list[Component]) -> Iterator[Hit]:
    """One recipient, not the last, that ends in "," or "." where all others end in a semicolon."""
    inner = listed[:-1]
    odd = [(one, after) for one, after in pairwise(listed) if not one.text.endswith(";")]
    if len(inner) < 3 or len(odd) != 1 or odd[0][0].text[-1] not in ",.":
        return
    stray, following = odd[0]
    if following.block != stray.block + 1 or document.blocks[stray.block].kind != "text":
        return  # its line may go on elsewhere
    if document.blocks[stray.block].bullet and not document.blocks[following.block].bullet:
        return  # the line goes on without a dash
    end = stray.span.end
    remedy = Remedy("semicolon", (Edit(Span(end - 1, end), ";"),))
    start = max(stray.span.start, document.text.rfind(" ", 0, end - 1) + 1)
    yield Hit(Span(start, end), {"mark": stray.text[-1]}, "mark", remedies=(remedy,), severity="style")


def _without_mark(document: Document, listed: list[Component]) -> Iterator[Hit]:
    """Recipients without any mark at their end, where most end in a semicolon; told once."""
    lines = [one for one, after in pairwise(listed) if _is_whole(document, one, after)]
    bare = [one for one in lines if _BARE_END.search(one.text)]
    marked = sum(one.text.endswith(";") for one in listed)
    if not bare or marked < _CLEARLY_MARKED or marked <= len(bare) or is_form(document):
        return
    ends = [one.span.end for one in bare]
    places = [Span(max(one.span.start, document.text.rfind(" ", 0, one.span.end) + 1), one.span.end) for one in bare]
    remedy = Remedy("semicolon", tuple(Edit(Span(end, end), ";") for end in ends), "safe")
    yield Hit(
        places[0],
        {"count": len(bare) - 1},
        "no-marks" if len(bare) > 1 else "no-mark",
        places=tuple(Place(place, "bare") for place in places[1:]),
        remedies=(remedy,),
        severity="style",
    )


def _is_whole(document: Document, line: Component, following: Component) -> bool:
    """Whether the line ends where its block ends, and the next item begins right below it."""
    here, below = document.blocks[line.block], document.blocks[following.block]
    if "   " in document.text[line.span.start : line.span.end]:  # the signature stands beside it
        return False
    return below.index == here.index + 1 and bool(here.bullet and below.bullet) and line.span.end >= here.span.end - 1


def as_above(document: Document) -> Iterator[Hit]:
    """ "Như trên" among the recipients of a document that is addressed to nobody."""
    if not (is_state(document) and document.identity.type_word in _WITHOUT_ADDRESSEE) or document.noise > SCANNED:
        return
    title = document.component("ten-loai")
    if title is None or document.component("kinh-gui"):
        return
    for component in document.components:
        match = _AS_ABOVE.match(component.text) if component.kind == "noi-nhan" else None
        if match and not _ADDRESSED.search(document.text, 0, component.span.start):
            end = component.span.start + len(document.text[component.span.start : component.span.end].rstrip(" ;.,"))
            decision = document.identity.type_word in ("Quyết định", "Nghị quyết")
            values = {"type": document.identity.type_word}
            yield Hit(Span(component.span.start, min(end, component.span.start + match.end())), values,
                      "decision" if decision else "")  # fmt: skip
            return
