"""The short way and the command line library read a ``check`` call alike."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnplanlint import cli, runner
from vnplanlint.arguments import plain_check
from vnplanlint.options import CHECK, Option, Request

WORDS = st.sampled_from(["a.txt", "thư mục/b.md", "*.txt", "-", "NT", "nt102,VB", "x", "0", "3", "12", "vi", "full"])


def spelled(option: Option) -> st.SearchStrategy[list[str]]:
    name = f"--{option.name}"
    if option.kind == "flag":
        return st.just([name])
    good = {
        "choice": st.sampled_from(option.choices or ("",)),
        "number": st.integers(0, 99).map(str),
        "codes": st.sampled_from(["NT", "NT102", "VB2, DM", "anniversary-years", "NT,,VB"]),
        "text": WORDS.filter(lambda word: word != "-"),
    }[option.kind]
    value = st.one_of(good, good, WORDS)
    return st.one_of(value.map(lambda text: [name, text]), value.map(lambda text: [f"{name}={text}"]))


PARTS = st.one_of([spelled(option) for option in CHECK] + [WORDS.map(lambda word: [word])] * 3)
CALLS = st.lists(PARTS, max_size=6).map(lambda parts: ["check", *(word for part in parts for word in part)])


def read_by_click(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> Request | None:
    """The request that the library makes of it, None where it reports an error."""
    seen: list[Request] = []

    def remember(request: Request, *streams: Any) -> int:
        seen.append(request)
        return 0

    monkeypatch.setattr(runner, "check", remember)
    status = cli.run(arguments)
    assert bool(seen) == (status == 0)
    return seen[0] if seen else None


@given(CALLS)
@settings(max_examples=150, deadline=None)
def test_both_readers_agree_on_every_call(arguments: list[str]) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        plain = plain_check(arguments)
        by_click = read_by_click(arguments, monkeypatch)
    if plain is not None:
        assert by_click == plain


@given(
    st.lists(st.one_of([spelled(option) for option in CHECK]), max_size=4, unique_by=lambda part: part[0].split("=")[0])
)
@settings(max_examples=60, deadline=None)
def test_what_the_library_accepts_the_short_way_accepts_too(parts: list[list[str]]) -> None:
    arguments = ["check", *(word for part in parts for word in part)]
    with pytest.MonkeyPatch.context() as monkeypatch:
        by_click = read_by_click(arguments, monkeypatch)
    if by_click is not None:
        assert plain_check(arguments) == by_click


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["rules"],
        ["check", "--help"],
        ["check", "--lan", "vi"],
        ["check", "--", "-a"],
        ["check", "--lang"],
        ["check", "--lang="],
        ["check", "--select", "--ignore"],
        ["check", "-q"],
        ["check", "--jobs", "-1"],
        ["check", "--isolated=yes"],
        ["check", "--output-format", "xml"],
    ],
)
def test_whatever_is_not_plain_is_left_to_the_library(arguments: list[str]) -> None:
    assert plain_check(arguments) is None


def test_every_option_fills_a_field_of_the_request() -> None:
    assert {option.key for option in CHECK} | {"paths"} == set(Request._fields)
