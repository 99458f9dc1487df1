"""Mistakes of numbering, counting and pointing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import regex

from .kinds import Change, Edit, mistake, replace

ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
LETTERS = "abcdđeghik"
LINE = regex.compile(
    r"^[ #*>]*(?:(?P<roman>[IVX]+)(?P<mark>[.-]) |(?P<decimal>\d+\.\d+)\.?[* ]|(?P<arabic>\d{1,2})\. |(?P<letter>[a-zđ])\) )",
    regex.MULTILINE,
)


class Item(NamedTuple):
    """A numbered line: where its numeral stands, its style and value (1 from)."""

    start: int
    end: int
    style: str
    value: int
    parent: int
    decimal_children: bool = False


def items(text: str) -> list[Item]:
    """The numbered lines of a clean plan, in order."""
    found: list[Item] = []
    parents: dict[str, int] = {}
    order = ("roman", "arabic", "decimal", "letter")
    for match in LINE.finditer(text):
        style = next(style for style in order if match[style])
        numeral = match[style]
        value = {
            "roman": lambda n: ROMANS.index(n) + 1,
            "arabic": int,
            "decimal": lambda n: int(n.split(".")[1]),
            "letter": lambda n: LETTERS.index(n) + 1,
        }[style](numeral)
        above = [parents[other] for other in order[: order.index(style)] if other in parents]
        for other in order[order.index(style) :]:
            parents.pop(other, None)
        parents[style] = len(found)
        found.append(Item(*match.span(style), style, value, above[-1] if above else -1))
    numbered = {item.parent for item in found if item.style == "decimal"}
    return [item._replace(decimal_children=index in numbered) for index, item in enumerate(found)]


def lists(text: str) -> list[list[Item]]:
    """Runs of siblings that count 1, 2, 3 …"""
    runs: list[list[Item]] = []
    open_runs: dict[tuple[int, str], list[Item]] = {}
    for item in items(text):
        key = (item.parent, item.style)
        if item.value == 1 or key not in open_runs:
            open_runs[key] = []
            runs.append(open_runs[key])
        open_runs[key].append(item)
    return [run for run in runs if [item.value for item in run] == list(range(1, len(run) + 1))]


def numeral(text: str, item: Item, value: int) -> str:
    if item.style == "roman":
        return ROMANS[value - 1]
    if item.style == "letter":
        return LETTERS[value - 1]
    if item.style == "decimal":
        return f"{text[item.start : item.end].split('.')[0]}.{value}"
    return str(value)


def renumber(text: str, item: Item, value: int) -> Edit:
    return Edit(item.start, item.end, numeral(text, item, value))


def line_of(text: str, item: Item) -> tuple[int, int]:
    return item.start, text.find("\n", item.start)


def of_styles(text: str, *styles: str) -> Iterator[list[Item]]:
    return (run for run in lists(text) if run[0].style in styles)


def pointed_at(text: str, run: list[Item]) -> int:
    """The highest numeral of the run that other places build on: renumbering it would break them too."""
    if any(item.decimal_children for item in run):
        return len(run)
    if run[0].style == "roman":
        named = regex.findall(r"mục\s+([IVX]+)\s+Kế\s+hoạch\s+này", text)
        return max((ROMANS.index(numeral) + 1 for numeral in named), default=0)
    if run[0].style == "arabic":
        return max(map(int, regex.findall(r"khoản\s+(\d)\s+mục", text)), default=0)
    return 0


def _duplicates(text: str, style: str) -> Iterator[Change]:
    for run in of_styles(text, style):
        for item in run[max(2, pointed_at(text, run)) :]:
            yield Change((renumber(text, item, item.value - 1),), line_of(text, item))


def _skips(text: str, style: str) -> Iterator[Change]:
    for run in of_styles(text, style):
        for first in range(max(1, pointed_at(text, run)), len(run)) if len(run) > 2 else ():
            edits = tuple(renumber(text, item, item.value + 1) for item in run[first:])
            yield Change(edits, line_of(text, run[first]))


for _style in ("roman", "arabic", "decimal", "letter"):
    mistake(f"duplicate, {_style}", "DM301")(lambda text, style=_style: _duplicates(text, style))
    mistake(f"skip, {_style}", *(("DM303", "DM302") if _style == "letter" else ("DM302",)))(
        lambda text, style=_style: _skips(text, style)
    )


@mistake("letters, đ left out", "DM303")
def letters_without_d(text: str) -> Iterator[Change]:
    ascii_order = "abcdefgh"
    for run in of_styles(text, "letter"):
        if len(run) >= 5:
            edits = tuple(Edit(item.start, item.end, ascii_order[item.value - 1]) for item in run[4:])
            yield Change(edits, line_of(text, run[4]))


@mistake("letters, two swapped", "DM301", "DM302", "DM303")
def letters_swapped(text: str) -> Iterator[Change]:
    for run in of_styles(text, "letter"):
        for one, two in pairwise(run[1:]):
            edits = (renumber(text, one, two.value), renumber(text, two, one.value))
            yield Change(edits, (one.start, two.end))


@mistake("number not under its parent", "DM305")
def wrong_parent(text: str) -> Iterator[Change]:
    for run in of_styles(text, "decimal"):
        for item in run:
            above, own = text[item.start : item.end].split(".")
            for step in (-1, 1):
                if int(above) + step > 0:
                    yield replace(item.start, item.end, f"{int(above) + step}.{own}", line_of(text, item))


@mistake("list starts at two", "DM304")
def starts_at_two(text: str) -> Iterator[Change]:
    for run in of_styles(text, "arabic", "letter"):
        if 2 <= len(run) <= 4 and not pointed_at(text, run):
            yield Change(tuple(renumber(text, item, item.value + 1) for item in run), line_of(text, run[0]))


@mistake("reference to no section", "DM306")
def dangling_reference(text: str) -> Iterator[Change]:
    for found in regex.finditer(r"mục\s+(?P<n>[IVX]+)\s+Kế\s+hoạch\s+này", text):
        yield replace(*found.span("n"), "IX", found.span())
    for found in regex.finditer(r"khoản\s+(?P<n>\d)\s+mục\s+[IVX]+\s+Kế\s+hoạch\s+này", text):
        yield replace(*found.span("n"), "9", found.span())
    for found in regex.finditer(r"Như Điều (?P<n>\d)", text):
        yield replace(*found.span("n"), "7", found.span())


@mistake("space after the numeral", "DM307")
def space_missing(text: str) -> Iterator[Change]:
    for run in of_styles(text, "roman", "arabic", "letter"):
        for item in run:
            if regex.match(r"[.)-] \p{Lu}", text, pos=item.end):
                yield replace(item.end + 1, item.end + 2, "", line_of(text, item))


@mistake("dot after the numeral", "DM307")
def dot_missing(text: str) -> Iterator[Change]:
    for run in of_styles(text, "roman"):
        for item in run[1:]:
            if text[item.end] == ".":
                yield replace(item.end, item.end + 1, "", line_of(text, item))


@mistake("another numbering style", "DM308")
def another_style(text: str) -> Iterator[Change]:
    for run in of_styles(text, "arabic", "letter"):
        for item in run[1:-1] if len(run) > 3 else ():
            mark = ")" if item.style == "arabic" else "."
            yield replace(item.end, item.end + 1, mark, line_of(text, item))


@mistake("declared count", "DM309")
def count(text: str) -> Iterator[Change]:
    nouns = "giai đoạn|đợt|nhóm nhiệm vụ|nhiệm vụ|nội dung"
    for found in regex.finditer(rf"(?P<n>0\d)\s+(?:{nouns})[^.:]{{0,40}}:", text):
        for wrong in {int(found["n"]) - 1, int(found["n"]) + 1} - {1}:
            yield replace(*found.span("n"), f"{wrong:02}", found.span())


@mistake("appendix that is not there", "DM310")
def appendix_missing(text: str) -> Iterator[Change]:
    for found in regex.finditer(r"Phụ\s+lục\s+(?P<n>I+)\s+kèm\s+theo\s+Kế\s+hoạch\s+này", text):
        yield replace(*found.span("n"), "V", found.span())


@mistake("appendix numeral skipped", "DM310", "DM302")
def appendix_gap(text: str) -> Iterator[Change]:
    for found in regex.finditer(r"^Phụ lục (?P<n>II)$", text, regex.MULTILINE):
        yield replace(*found.span("n"), "III", found.span())


@mistake("one item ends otherwise", "DM311")
def punctuation(text: str) -> Iterator[Change]:
    recipients = text.find("Nơi nhận")
    item = r"^- [^\n]*(?P<end>;)\n(?=- )"
    for found in regex.finditer(item, text[:recipients], regex.MULTILINE):
        if "Kính gửi:" not in text[max(0, found.start() - 300) : found.start()]:
            yield replace(*found.span("end"), ",", found.span())
