"""The numbering rules on generated outlines and on the sample plans."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import SAMPLES
from vnplanlint.document.build import build_document
from vnplanlint.document.model import Document
from vnplanlint.document.numerals import LETTERS
from vnplanlint.engine import check_document
from vnplanlint.findings import Finding
from vnplanlint.mentions.roman_numerals import roman
from vnplanlint.readers.text import from_text
from vnplanlint.rulebook import load

Read = Callable[[str], Document]
BOOK = load()
NUMBERING = tuple(code for code in BOOK.cards if code.startswith("DM"))


class Item(NamedTuple):
    """One heading of a generated outline; ``run`` names the list it is counted in."""

    style: str
    path: tuple[int, ...]
    title: str
    run: int


CHAINS = (
    ("roman", "arabic", "letter"),
    ("roman", "arabic", "decimal", "letter"),
    ("arabic", "decimal", "decimal"),
    ("capital", "roman", "arabic", "letter"),
    ("phan", "roman", "arabic"),
    ("chuong", "dieu", "arabic", "letter"),
    ("dieu", "arabic", "letter"),
    ("roman", "arabic", "paren"),
    ("roman", "arabic", "bullet"),
)
SUBJECTS = ("Tuyên truyền", "Tập huấn", "Kiểm tra", "Khen thưởng", "Kinh phí", "Nhân lực", "Báo cáo", "Phối hợp")
SPELLINGS: dict[str, Callable[[tuple[int, ...]], str]] = {
    "roman": lambda path: f"{roman(path[-1])}. ",
    "capital": lambda path: f"{LETTERS[path[-1] - 1].upper()}. ",
    "arabic": lambda path: f"{path[-1]}. ",
    "decimal": lambda path: ".".join(map(str, path)) + ". ",
    "letter": lambda path: f"{LETTERS[path[-1] - 1]}) ",
    "paren": lambda path: f"({path[-1]}) ",
    "phan": lambda path: f"Phần {roman(path[-1])}. ",
    "chuong": lambda path: f"Chương {roman(path[-1])}. ",
    "dieu": lambda path: f"Điều {path[-1]}. ",
    "bullet": lambda path: "- ",
}


@st.composite
def outlines(draw: st.DrawFn) -> list[Item]:
    """A well-numbered outline of one of the usual chains."""
    chain = draw(st.sampled_from(CHAINS))
    items: list[Item] = []
    runs = iter(range(1000))
    articles = iter(range(1, 1000))
    article_run = next(runs)

    def grow(level: int, above: tuple[int, ...]) -> None:
        style = chain[level]
        run = article_run if style == "dieu" else next(runs)
        for value in range(1, draw(st.integers(3, 6)) + 1):
            number = next(articles) if style == "dieu" else value
            path = (*above, number) if style == "decimal" else (number,)
            subject = f"{draw(st.sampled_from(SUBJECTS))} việc số {len(items)} của xã"
            items.append(Item(style, path, subject, run))
            if level + 1 < len(chain) and len(items) < 40 and draw(st.booleans()):
                grow(level + 1, path)

    grow(0, ())
    return items


def text_of(items: list[Item]) -> str:
    return "".join(f"{SPELLINGS[item.style](item.path)}{item.title}\n\n" for item in items)


def numbering_findings(text: str) -> list[Finding]:
    return check_document(build_document(from_text(text), BOOK.facts), BOOK, codes=NUMBERING)


def said(text: str) -> list[tuple[str, str, str]]:
    return [(f.code, text[f.span.start : f.span.end], f.message) for f in numbering_findings(text)]


def whole_lists(items: list[Item]) -> list[list[int]]:
    """Positions of the items by list, lists of bullets apart."""
    lists: dict[int, list[int]] = {}
    for position, item in enumerate(items):
        if item.style != "bullet":
            lists.setdefault(item.run, []).append(position)
    return list(lists.values())


def with_value(item: Item, value: int) -> Item:
    return item._replace(path=(*item.path[:-1], value))


@settings(max_examples=60, deadline=None)
@given(outlines())
def test_a_well_numbered_outline_gives_no_finding(items: list[Item]) -> None:
    text = text_of(items)
    assert said(text) == []


@settings(max_examples=60, deadline=None)
@given(outlines(), st.data())
def test_a_repeated_numeral_is_one_duplicate(items: list[Item], data: st.DataObject) -> None:
    run = data.draw(st.sampled_from(whole_lists(items)))
    position = data.draw(st.sampled_from(run[2:]))
    value = items[position].path[-1]
    items[position] = with_value(items[position], value - 1)
    text = text_of(items)
    assert [code for code, *_ in said(text)] == ["DM301"], said(text)


@settings(max_examples=60, deadline=None)
@given(outlines(), st.data())
def test_a_lost_heading_is_one_gap(items: list[Item], data: st.DataObject) -> None:
    run = data.draw(st.sampled_from(whole_lists(items)))
    position = data.draw(st.sampled_from(run[1:-1]))
    text = text_of(items[:position] + items[position + 1 :])
    expected = "DM303" if SPELLINGS[items[position].style](items[position].path) in ("đ) ", "Đ. ") else "DM302"
    assert [code for code, *_ in said(text)] == [expected], said(text)


@settings(max_examples=40, deadline=None)
@given(outlines(), st.data())
def test_two_numerals_exchanged_are_one_finding(items: list[Item], data: st.DataObject) -> None:
    run = data.draw(
        st.sampled_from([run for run in whole_lists(items) if len(run) > 3])
        if any(len(run) > 3 for run in whole_lists(items))
        else st.just([])
    )
    if not run:
        return
    place = data.draw(st.integers(1, len(run) - 2))
    one, two = run[place], run[place + 1]
    one_value, two_value = items[one].path[-1], items[two].path[-1]
    items[one], items[two] = with_value(items[one], two_value), with_value(items[two], one_value)
    text = text_of(items)
    assert [code for code, *_ in said(text)] == ["DM302"], said(text)


@settings(max_examples=40, deadline=None)
@given(outlines(), st.data())
def test_the_renumbering_puts_a_shifted_tail_right(items: list[Item], data: st.DataObject) -> None:
    """From one place on every numeral of the list is one too low."""
    run = data.draw(st.sampled_from(whole_lists(items)))
    first = data.draw(st.integers(2, len(run) - 1))
    children = {items[position].path for position in run[first:]}
    right = text_of(items)
    for position in run[first:]:
        items[position] = with_value(items[position], items[position].path[-1] - 1)
    if items[run[0]].style in ("arabic", "decimal") and any(
        item.style == "decimal" and item.path[:-1] in children for item in items
    ):
        return  # children that keep the right number contradict their parents in other ways, too
    text = text_of(items)
    (finding,) = numbering_findings(text)
    assert finding.code == "DM301"
    (fix,) = finding.fixes
    assert fix.applicability == "unsafe"
    assert applied(text, finding) == right


def applied(text: str, finding: Finding) -> str:
    for edit in sorted(finding.fixes[0].edits, reverse=True):
        text = text[: edit.span.start] + edit.content + text[edit.span.end :]
    return text


def sample(number: str) -> str:
    paths = sorted(SAMPLES.glob(f"{number}_*.txt")) if SAMPLES.is_dir() else []
    if not paths:
        pytest.skip("the sample plans are not here")
    return paths[0].read_text("utf-8-sig")


def rows(text: str) -> list[tuple[int, str, str, list[int]]]:
    line = lambda offset: text.count("\n", 0, offset) + 1  # noqa: E731
    return [
        (line(f.span.start), f.code, f.severity, [line(related.span.start) for related in f.related])
        for f in numbering_findings(text)
    ]


@pytest.mark.parametrize(
    ("number", "wanted"),
    [
        (
            "000",
            [
                (233, "DM303", "error", [225, 239]),
                (316, "DM307", "style", []),
                (381, "DM301", "error", [349]),
            ],
        ),
        ("001", [(53, "DM303", "error", [51, 55])]),
        ("002", []),
        ("003", []),
        ("004", [(57, "DM301", "error", [39, 107])]),
    ],
)
def test_sample_plans(number: str, wanted: list[tuple[int, str, str, list[int]]]) -> None:
    assert rows(sample(number)) == wanted


def test_the_whole_renumbering_of_a_sample_is_one_fix() -> None:
    text = sample("004")
    (finding,) = numbering_findings(text)
    (fix,) = finding.fixes
    changes = [(text[edit.span.start : edit.span.end], edit.content) for edit in fix.edits]
    assert changes == [("III.", "IV."), ("IV.", "V.")]
    assert rows(applied(text, finding)) == []


def test_children_of_a_renumbered_heading_go_with_it() -> None:
    text = "1. Một việc\n\n2. Hai việc\n\n2. Ba việc\n\n2.1. Ý đầu\n\n2.2. Ý sau\n\n3. Bốn việc\n\n3.1. Ý đầu\n\n3.2. Ý sau\n"
    (finding,) = numbering_findings(text)
    assert finding.code == "DM301"
    fixed = applied(text, finding)
    assert [line for line in fixed.split("\n") if line] == [
        "1. Một việc",
        "2. Hai việc",
        "3. Ba việc",
        "3.1. Ý đầu",
        "3.2. Ý sau",
        "4. Bốn việc",
        "4.1. Ý đầu",
        "4.2. Ý sau",
    ]
    assert numbering_findings(fixed) == []


PIECES = (
    "I. ",
    "II. ",
    "III.",
    "V/v ",
    "1. ",
    "2. ",
    "3.",
    "7 ",
    "1.1. ",
    "1.2 ",
    "2.1.",
    "2.2.4.",
    "a) ",
    "b)",
    "đ) ",
    "f) ",
    "i) ",
    "ii) ",
    "(1) ",
    "(i) ",
    "A. ",
    "C. ",
    "Điều 1. ",
    "Điều 2",
    "Điều 5a. ",
    "Chương I",
    "Mục 1. ",
    "Phần thứ nhất",
    "Phụ lục I",
    "Phụ lục III",
    "- ",
    "+ ",
    "Giai đoạn 1: ",
    "Đợt 3 ",
    "Hai là, ",
    "Như Điều 4;",
    "mục V Kế hoạch này ",
    "03 nội dung sau:",
    "“",
    "”",
    "Nội dung công tác",
    "thực hiện tốt;",
    "\n",
    "\n\n",
    "\n\n",
    " ",
    "|",
    "b1) ",
    "Nơi nhận:\n- Như Điều 9;\n",
    "QUYẾT ĐỊNH:",
    "hằng tháng.2. Sở",
    "12. ",
    "X. ",
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=80).map("".join))
def test_any_text_gives_an_ordered_outline_and_fixes_that_can_be_applied(text: str) -> None:
    headings = build_document(from_text(text), BOOK.facts).outline.headings
    assert [heading.index for heading in headings] == list(range(len(headings)))
    starts = [heading.span.start for heading in headings]
    assert starts == sorted(starts)
    assert all(heading.parent is None or heading.parent < heading.index for heading in headings)
    for finding in numbering_findings(text):
        for fix in finding.fixes:
            edits = sorted(fix.edits)
            assert all(one.span.end <= two.span.start for one, two in pairwise(edits))
