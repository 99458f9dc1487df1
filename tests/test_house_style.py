"""The section [house-style]: what a user declares right holds for every rule that asks the facts."""

from __future__ import annotations

import marshal

import pytest

from tests.test_cli import Run, run, write
from vnplanlint.config import parse
from vnplanlint.facts import PartialDate
from vnplanlint.messages import Problem
from vnplanlint.rulebook import load

__all__ = ["run"]

SECTION = """
[house-style]
names = ["Y Blok Êban"]
campaigns = ["Toàn dân chung tay vì môi trường xanh"]

[house-style.prefer]
"hằng năm" = ["hàng năm"]

[house-style.abbreviations]
QLDT = "quản lý đô thị"

[house-style.events]
"thành lập Trường Chính trị tỉnh" = "12/9/1949"
"khánh thành cầu Bến Gỗ" = 2009-05-19
"""


def test_each_entry_becomes_a_fact() -> None:
    import tomllib

    config = parse(tomllib.loads(SECTION), "vnplanlint.toml")
    facts = load((), marshal.loads(config.house_style)).facts
    assert facts.own_names == ("Y Blok Êban",)
    assert {"blok", "êban"} <= facts.allowed_words
    assert facts.quoted_names[-1].name == "Toàn dân chung tay vì môi trường xanh"
    assert facts.preferred_forms[-1].others == ("hàng năm",)
    assert facts.abbreviations[-1].meanings == ("quản lý đô thị",)
    assert [event.date for event in facts.events[-2:]] == [PartialDate(1949, 9, 12), PartialDate(2009, 5, 19)]


def test_an_own_event_is_held_against_the_text(run: Run) -> None:
    write("a.txt", "Kỷ niệm 70 năm thành lập Trường Chính trị tỉnh (12/9/1948 - 12/9/2018)\n")
    assert run("check", "a.txt", "--select=NT104").status == 0
    write("vnplanlint.toml", SECTION)
    assert run("check", "a.txt", "--select=NT104").status == 1
    write("b/vnplanlint.toml", "")
    write("b/a.txt", "Kỷ niệm 70 năm thành lập Trường Chính trị tỉnh (12/9/1948 - 12/9/2018)\n")
    assert run("check", "b/a.txt", "--select=NT104").status == 0


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ({"house-style": 3}, "house-style"),
        ({"house-style": {"name": []}}, "house-style.name"),
        ({"house-style": {"names": "A"}}, "house-style.names"),
        ({"house-style": {"prefer": {"a": "b"}}}, "house-style.prefer.a"),
        ({"house-style": {"abbreviations": {"A": 3}}}, "house-style.abbreviations.A"),
        ({"house-style": {"events": {"a": "x/y"}}}, "house-style.events.a"),
        ({"house-style": {"events": {"a": 3}}}, "house-style.events.a"),
    ],
)
def test_a_wrong_entry_is_named(section: dict[str, object], said: str) -> None:
    with pytest.raises(Problem) as raised:
        parse(section, "vnplanlint.toml")
    assert raised.value.values["key"] == said
