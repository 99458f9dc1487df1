"""Mistakes of quotation marks, brackets, spaces and other marks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import regex

from .kinds import Change, mistake, replace

LETTERHEAD = 400
QUOTED = regex.compile(r"“[^“”]*+”")
BRACKETED = regex.compile(r"(?<![\p{L}\d])\([^()\n]*+\)")
BULLET = regex.compile(r"^- (?P<words>[^\n]{60,}[\p{Ll}\d])(?P<end>[.;,]?)$", regex.MULTILINE)


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """From the word before the place to the word after it."""
    return text.rfind(" ", 0, max(start - 1, 0)) + 1, regex.compile(r"\S*\s?\S*").match(text, end).end()  # type: ignore[union-attr]


def body(text: str) -> tuple[int, int]:
    """What lies between the letterhead and the recipients."""
    recipients = text.find("Nơi nhận")
    return min(LETTERHEAD, len(text)), recipients if recipients > LETTERHEAD else len(text)


def inserted(text: str, pattern: str, group: str, new: str) -> Iterator[Change]:
    """Replace the named group wherever the pattern stands in the body of the plan."""
    for found in regex.finditer(pattern, text, pos=body(text)[0], endpos=body(text)[1], overlapped=True):
        start, end = found.span(group)
        yield replace(start, end, new, around(text, start, end))


@mistake("closing quotation mark dropped", "DC601")
def quotation_not_closed(text: str) -> Iterator[Change]:
    for found in QUOTED.finditer(text):
        yield replace(found.end() - 1, found.end(), "", (found.start(), found.end()))


@mistake("opening quotation mark dropped", "DC601")
def quotation_not_opened(text: str) -> Iterator[Change]:
    for found in QUOTED.finditer(text):
        yield replace(found.start(), found.start() + 1, "", (found.start(), found.end()))


@mistake("quotation mark doubled", "DC601")
def quotation_mark_doubled(text: str) -> Iterator[Change]:
    for found in QUOTED.finditer(text):
        yield replace(found.start(), found.start(), "“", (found.start(), found.end()))
        yield replace(found.end(), found.end(), "”", (found.start(), found.end()))


@mistake("straight mark closes a curly one", "DC601")
def mixed_marks(text: str) -> Iterator[Change]:
    for found in QUOTED.finditer(text):
        yield replace(found.end() - 1, found.end(), '"', found.span())


@mistake("closing bracket dropped", "DC601")
def bracket_not_closed(text: str) -> Iterator[Change]:
    for found in BRACKETED.finditer(text, *body(text)):
        yield replace(found.end() - 1, found.end(), "", found.span())


@mistake("opening bracket dropped", "DC601")
def bracket_not_opened(text: str) -> Iterator[Change]:
    for found in BRACKETED.finditer(text, *body(text)):
        yield replace(found.start(), found.start() + 1, "", found.span())


@mistake("bracket doubled", "DC601")
def bracket_doubled(text: str) -> Iterator[Change]:
    for found in BRACKETED.finditer(text, *body(text)):
        yield replace(found.start(), found.start(), "(", (found.start(), found.end()))
        yield replace(found.end(), found.end(), ")", (found.start(), found.end()))


@mistake("space before a comma", "DC602")
def space_before_comma(text: str) -> Iterator[Change]:
    yield from inserted(text, r"\p{Ll}{2}(?P<gap>)[,;] \p{L}{2}", "gap", " ")


@mistake("no space after a comma", "DC602")
def no_space_after_comma(text: str) -> Iterator[Change]:
    yield from inserted(text, r"\p{Ll}{2}[,;](?P<gap> )\p{Ll}{2}", "gap", "")


@mistake("no space after a full stop", "DC602")
def no_space_after_stop(text: str) -> Iterator[Change]:
    yield from inserted(text, r" \p{Ll}{2,}\.(?P<gap> )\p{Lu}\p{Ll}+ ", "gap", "")


@mistake("space inside quotation marks", "DC602")
def space_inside_quotation(text: str) -> Iterator[Change]:
    for found in QUOTED.finditer(text):
        yield replace(found.start() + 1, found.start() + 1, " ", around(text, found.start(), found.start() + 1))
        yield replace(found.end() - 1, found.end() - 1, " ", around(text, found.end() - 1, found.end()))


@mistake("space inside brackets", "DC602")
def space_inside_brackets(text: str) -> Iterator[Change]:
    for found in BRACKETED.finditer(text, *body(text)):
        if text[found.start() + 1].isalnum() and text[found.end() - 2].isalnum():
            yield replace(found.start() + 1, found.start() + 1, " ", around(text, found.start(), found.start() + 1))
            yield replace(found.end() - 1, found.end() - 1, " ", around(text, found.end() - 1, found.end()))


@mistake("space on one side of a dash", "DC609", "TN701", "TN702")
def one_sided_dash(text: str) -> Iterator[Change]:
    yield from inserted(text, r"\p{L}{2}(?P<gap> )- \p{L}{2}", "gap", "")
    yield from inserted(text, r"\p{L}{2} -(?P<gap> )\p{L}{2}", "gap", "")


@mistake("mark doubled", "DC603")
def mark_doubled(text: str) -> Iterator[Change]:
    for mark in ",;:":
        yield from inserted(text, rf"\p{{Ll}}{{2}}(?P<mark>{mark})\s", "mark", mark * 2)
    yield from inserted(text, r"\p{Ll}{2}(?P<mark>\.)\s", "mark", "..")


@mistake("a second mark after another", "DC603")
def two_marks(text: str) -> Iterator[Change]:
    yield from inserted(text, r"\p{Ll}{2}(?P<mark>;)\n", "mark", ";.")
    yield from inserted(text, r"\p{Ll}{2}(?P<mark>,) ", "mark", ",.")


@mistake("colon before a list dropped", "DC604")
def colon_dropped(text: str) -> Iterator[Change]:
    pattern = r"(?:như sau|sau đây|gồm|(?:nội dung|nhiệm vụ|giải pháp|chỉ tiêu) sau)(?P<colon>:)\n\s*(?:[-+*] |\d\. |[a-z]\) |[IVX]+\. )"
    yield from inserted(text, pattern, "colon", "")


@mistake("a range written otherwise", "DC605")
def range_otherwise(text: str) -> Iterator[Change]:
    day = r"\d\d?/\d\d?/\d{4}"
    found = [*regex.finditer(rf"{day}(?P<dash> - |-){day}", text)]
    if len(found) > 2 and len({one["dash"] for one in found}) == 1:
        for one in found:
            for dash in {" - ", "-", " – ", " -", "- "} - {one["dash"]}:
                yield replace(*one.span("dash"), dash, one.span())


@mistake("full stop of a paragraph dropped", "DC606", "DM311")
def stop_dropped(text: str) -> Iterator[Change]:
    items = [*BULLET.finditer(text, *body(text))]
    for before, here, after in zip(items, items[1:], items[2:], strict=False):
        are_neighbours = all(text[one.end() : two.start()].isspace() for one, two in pairwise((before, here, after)))
        if are_neighbours and before["end"] == here["end"] == after["end"] == ".":
            yield replace(*here.span("end"), "", around(text, *here.span("end")))
