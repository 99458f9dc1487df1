"""Fixes of the cards' examples and of the sample plans: nothing new appears, and once is enough."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnplanlint.document.build import build_document
from vnplanlint.engine import check_document
from vnplanlint.findings import Finding, Fix, Level
from vnplanlint.fixing import apply_fixes, fix_source
from vnplanlint.readers.source import Source
from vnplanlint.readers.text import decode, from_text
from vnplanlint.rulebook import load

BOOK = load()
CORPUS = Path(__file__).resolve().parents[1] / "corpus"
PLANS = sorted(path for path in CORPUS.iterdir() if path.suffix in {".txt", ".md"} and path.name != "README.md")
BAD = [example.text.replace("«", "").replace("»", "") for card in BOOK.cards.values() for example in card.bad]
LEVELS: tuple[Level, ...] = ("safe", "unsafe")


def check(source: Source) -> list[Finding]:
    return check_document(build_document(source, BOOK.facts), BOOK)


def told(findings: list[Finding] | tuple[Finding, ...], source: Source) -> Counter[tuple[str, str]]:
    """What was found: codes and the words that are underlined."""
    return Counter((finding.code, finding.span.words(source.text)) for finding in findings)


def alone(finding: Finding, fix: Fix) -> Finding:
    """The finding with one of its fixes only, which can then be applied."""
    return finding._replace(fixes=(fix._replace(applicability="safe"),))


REVEALED = {"BQ903": "BQ901"}
"""A comment that can be read at last may turn out to silence nothing."""


def each_fix() -> Iterator[Any]:
    for card in BOOK.cards.values():
        for number, example in enumerate(card.bad):
            yield pytest.param(example.text.replace("«", "").replace("»", ""), id=f"{card.code}-{number}")


@pytest.mark.parametrize("text", list(each_fix()))
def test_no_fix_of_an_example_makes_a_finding(text: str) -> None:
    source = from_text(text)
    findings = check(source)
    before = told(findings, source)
    for finding, fix in ((one, fix) for one in findings for fix in one.fixes):
        new, applied = apply_fixes(source, [alone(finding, fix)], "safe")
        assert len(applied) == 1, fix
        after = told([left for left in check(new) if left.code != REVEALED.get(finding.code)], new)
        assert after - before == Counter(), (fix.title, new.raw)
        assert after.total() < before.total(), (fix.title, new.raw)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.stem)
def test_fixing_a_plan_makes_no_finding_and_once_is_enough(plan: Path, level: Level) -> None:
    source = decode(plan.read_bytes(), plan.name)
    findings = check(source)
    fixed = fix_source(source, check, level, findings)
    assert fixed.settled
    assert told(fixed.findings, fixed.source) - told(findings, source) == Counter()
    assert fix_source(fixed.source, check, level).source.raw == fixed.source.raw


@pytest.mark.parametrize("level", LEVELS)
@settings(max_examples=60)
@given(texts=st.lists(st.sampled_from(BAD), min_size=2, max_size=6))
def test_fixing_anything_comes_to_an_end_and_once_is_enough(texts: list[str], level: Level) -> None:
    source = from_text("\n\n".join(texts))
    fixed = fix_source(source, check, level)
    again = fix_source(fixed.source, check, level)
    assert fixed.settled
    assert (again.source.raw, again.applied) == (fixed.source.raw, ())


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("xây dựng các\ncác nội dung của năm 2024.\n", "xây dựng các\nnội dung của năm 2024.\n"),
        ("Ủy ban xem xét kể các các dự án khác.", None),  # for “kể cả”
        ("Triển khai các bước tiếp theo theo quy định.", None),
        ("Trả kết quả **Sở Dân tộc** **& Tôn giáo** tỉnh.", None),  # marks of a pair
        ("KHCN      : Khoa học\nHTĐN      : Hợp tác đối ngoại\n", None),  # a column
        ('Thi đua "Xanh", "Sạch", "Đẹp" và “Đền ơn đáp nghĩa” trong toàn xã.', None),  # no step back to typewriters
    ],
)
def test_safe_fixes_do_no_harm_that_was_met_in_real_texts(text: str, fixed: str | None) -> None:
    assert fix_source(from_text(text), check, "safe").source.raw == (fixed or text)


COMMENT = "<!-- vnplanlint: ignore NT102 -->"


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(
    "text",
    [
        "Kỷ niệm 30 năm tái lập tỉnh (01/4/1992 - 01/4/2021). COMMENT Giao Sở\u200b Xây dựng thẩm định.\n",
        "Kỷ niệm 30 năm tái lập tỉnh (01/4/1992 - 01/4/2021), giao Sở\u200b Xây dựng. COMMENT\n",
        "COMMENT\nKỷ niệm 30 năm tái lập tỉnh (01/4/1992 - 01/4/2021), giao Sở\u200b Xây dựng.\n",
        "Céng hoµ x· héi chñ nghÜa ViÖt Nam COMMENT\nUû ban nh©n d©n x· giao c¸c xãm kiÓm tra ®ª ®iÒu.\nCOMMENT\n",
    ],
)
def test_comments_for_the_tool_outlive_fixes_of_the_text_around_them(text: str, level: Level) -> None:
    source = from_text(text.replace("COMMENT", COMMENT))
    only = [code for code in BOOK.cards if not code.startswith("BQ")]
    fixed = fix_source(
        source, lambda source: check_document(build_document(source, BOOK.facts), BOOK, codes=only), level
    )
    assert fixed.source.raw.count(COMMENT) == text.count("COMMENT")
    assert "\0" not in fixed.source.raw
    assert "Sở Xây" in fixed.source.raw or "Cộng hoà" in fixed.source.raw or level == "safe"
