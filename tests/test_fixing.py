"""Fixes of a source: which are applied, where they meet, what they leave as it was."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from difflib import unified_diff
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplanlint.findings import Applicability, Edit, Finding, Fix, Level, Related, automatic_fix
from vnplanlint.fixing import apply_fixes, fix_source
from vnplanlint.fixing.diff import diff
from vnplanlint.fixing.encoding import as_stored, encoded
from vnplanlint.readers.source import Source
from vnplanlint.readers.text import decode, from_text
from vnplanlint.spans import Span

Words = tuple[str, str]


def fix(source: Source, *changes: Words, applicability: Applicability = "safe") -> Fix:
    """A fix that replaces the first place of each word."""
    edits = []
    for old, new in changes:
        start = source.text.index(old)
        edits.append(Edit(Span(start, start + len(old)), new))
    return Fix("sửa", tuple(edits), applicability)


def finding(span: Span, *fixes: Fix, code: str = "XX101", related: Sequence[Span] = ()) -> Finding:
    return Finding(span, code, "probe", "error", "sai", tuple(Related(place, "ở đây") for place in related), fixes)


def wrong(source: Source, old: str, new: str, applicability: Applicability = "safe", code: str = "XX101") -> Finding:
    """The finding that ``old`` should be ``new``."""
    one = fix(source, (old, new), applicability=applicability)
    return finding(one.edits[0].span, one, code=code)


def replaces(*words: Words, applicability: Applicability = "safe") -> Callable[[Source], list[Finding]]:
    """A check that finds each first word and wants the second."""

    def check(source: Source) -> list[Finding]:
        return [wrong(source, old, new, applicability) for old, new in words if old in source.text]

    return check


# which fix


@pytest.mark.parametrize(
    ("offered", "level", "taken"),
    [
        (["safe"], "safe", 0), (["safe"], "unsafe", 0),
        (["unsafe"], "safe", None), (["unsafe"], "unsafe", 0),
        (["display"], "unsafe", None), ([], "unsafe", None),
        (["unsafe", "safe"], "safe", 1), (["unsafe", "safe", "unsafe"], "unsafe", 1),
        (["unsafe", "unsafe"], "unsafe", None), (["safe", "safe"], "safe", None), (["safe", "safe"], "unsafe", None),
        (["unsafe", "display"], "unsafe", 0),
    ],
)  # fmt: skip
def test_only_what_needs_no_choice_is_applied(offered: list[Applicability], level: Level, taken: int | None) -> None:
    fixes = [Fix(str(number), (), applicability) for number, applicability in enumerate(offered)]
    chosen = automatic_fix(finding(Span(0, 1), *fixes), level)
    assert chosen == (None if taken is None else fixes[taken])


# one round


def test_all_fixes_that_stand_apart_are_applied_at_once() -> None:
    source = from_text("bổ xung kế họach bổ trí")
    done = apply_fixes(source, [wrong(source, "xung", "sung"), wrong(source, "họach", "hoạch")], "safe")
    assert (done.source.raw, len(done.findings)) == ("bổ sung kế hoạch bổ trí", 2)


def test_where_fixes_meet_the_first_by_place_then_code_is_applied() -> None:
    source = from_text("một hai ba bốn")
    later, earlier, by_code = (
        wrong(source, "hai ba", "HAI BA"),
        wrong(source, "một hai", "MỘT HAI"),
        wrong(source, "một hai", "Một Hai", code="XX100"),
    )
    for order in ([later, earlier, by_code], [by_code, later, earlier], [earlier, by_code, later]):
        done = apply_fixes(source, order, "safe")
        assert (done.source.raw, done.findings) == ("Một Hai ba bốn", (by_code,))


def test_a_fix_is_applied_whole_or_not_at_all() -> None:
    source = from_text("một hai ba bốn")
    both = finding(Span(4, 7), fix(source, ("hai", "HAI"), ("bốn", "BỐN")))
    done = apply_fixes(source, [wrong(source, "một h", "MỘT H"), both], "safe")
    assert done.source.raw == "MỘT Hai ba bốn"


def test_fixes_that_touch_wait_for_each_other() -> None:
    source = from_text("một,hai")
    space = finding(Span(3, 4), Fix("cách", (Edit(Span(4, 4), " "),), "safe"))
    other = finding(Span(4, 7), Fix("hoa", (Edit(Span(4, 7), "Hai"),), "safe"))
    assert apply_fixes(source, [space, other], "safe").source.raw == "một, hai"


def test_two_sides_of_a_contradiction_are_not_swapped() -> None:
    """Each finding would take over what the other's place says; both together would only exchange them."""
    source = from_text("ngày 01/5 và ngày 02/5")
    here, there = Span(5, 9), Span(18, 22)
    first = finding(here, Fix("như kia", (Edit(here, "02/5"),), "safe"), related=[there])
    second = finding(there, Fix("như đây", (Edit(there, "01/5"),), "safe"), related=[here])
    assert apply_fixes(source, [first, second], "safe").source.raw == "ngày 02/5 và ngày 02/5"


@pytest.mark.parametrize(
    "edits",
    [
        (Edit(Span(0, 3), "a"), Edit(Span(2, 5), "b")), (Edit(Span(2, 2), "a"), Edit(Span(2, 2), "a")),
        (Edit(Span(5, 99), "a"),), (Edit(Span(4, 2), "a"),), (),
    ],
)  # fmt: skip
def test_a_fix_that_makes_no_sense_is_left_alone(edits: tuple[Edit, ...]) -> None:
    source = from_text("một hai ba")
    done = apply_fixes(source, [finding(Span(0, 3), Fix("sửa", edits, "safe"))], "safe")
    assert (done.source, done.findings) == (source, ())


def test_a_fix_that_changes_nothing_does_not_count() -> None:
    source = from_text("một hai ba")
    assert apply_fixes(source, [wrong(source, "hai", "hai")], "safe").findings == ()


# the file as it stands


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_stay_and_new_lines_take_them(end: str) -> None:
    source = from_text(end.join(["một", "hai", "", "ba", ""]))
    done = apply_fixes(source, [wrong(source, "hai\n", "hai,\nbốn\n")], "safe")
    assert done.source.raw == end.join(["một", "hai,", "bốn", "", "ba", ""])


def test_mixed_line_ends_stay_where_they_are() -> None:
    source = from_text("một\r\nhai\nba\rbốn\n")
    done = apply_fixes(source, [wrong(source, "một\nhai\nba\nbốn", "Một\nHai\nBa\nBốn")], "safe")
    assert done.source.raw == "Một\r\nHai\nBa\rBốn\n"


def test_decomposed_text_outside_the_edit_stays_decomposed() -> None:
    raw = unicodedata.normalize("NFD", "Tổ chức họach định kế hoạch.")
    source = from_text(raw)
    done = apply_fixes(source, [wrong(source, "họach", "hoạch")], "safe").source
    before, _, after = raw.partition(unicodedata.normalize("NFD", "họach"))
    assert done.raw == before + "hoạch" + after
    assert done.text == "Tổ chức hoạch định kế hoạch."


def test_storing_otherwise_replaces_the_letters_in_pieces_and_what_is_hidden() -> None:
    raw = "\u200bĐầu" + unicodedata.normalize("NFD", " tổ") + "\u200b chức\r\n\u200bkế\r\n"
    source = from_text(raw)
    whole = Fix("lưu", (Edit(Span(0, len(source.text)), source.text),), "safe")
    assert apply_fixes(source, [finding(Span(0, 3), whole)], "safe").source.raw == "Đầu tổ chức\r\nkế\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encoding_and_mark_come_back(encoding: str) -> None:
    data = "Kế họach\r\n".encode(encoding)
    source = decode(data, "a.txt")
    assert encoded(source) == data
    done = apply_fixes(source, [wrong(source, "họach", "hoạch")], "safe").source
    assert encoded(done) == "Kế hoạch\r\n".encode(encoding)


def test_utf_16_with_the_high_byte_first_comes_back() -> None:
    data = b"\xfe\xff" + "Kế họach".encode("utf-16-be")
    source = decode(data, "a.txt")
    done = apply_fixes(source, [wrong(source, "họach", "hoạch")], "safe").source
    assert encoded(done) == b"\xfe\xff" + "Kế hoạch".encode("utf-16-be")


TEXT_1258 = "Ủy ban nhân dân tỉnh tổ chức hội nghị tổng kết, bổ xung kế hoạch của các đơn vị."


def in_1258(text: str) -> bytes:
    return as_stored(text, "cp1258").encode("cp1258")


def test_windows_1258_takes_what_it_can_spell() -> None:
    data = in_1258(TEXT_1258)
    source = decode(data, "a.txt")
    assert source.encoding == "cp1258"
    done = apply_fixes(source, [wrong(source, "bổ xung kế hoạch", "bổ sung Kế Hoạch")], "safe").source
    expected = TEXT_1258.replace("bổ xung kế hoạch", "bổ sung Kế Hoạch")
    assert (encoded(done), done.encoding) == (in_1258(expected), "cp1258")


def test_what_windows_1258_cannot_spell_goes_to_utf_8() -> None:
    source = decode(in_1258(TEXT_1258), "a.txt")
    done = apply_fixes(source, [wrong(source, "tổng kết,", "tổng kết ≤ 5,")], "safe").source
    assert done.encoding == "utf-8"
    assert decode(encoded(done), "a.txt").text == TEXT_1258.replace("kết,", "kết ≤ 5,")


def test_composed_letters_in_a_windows_1258_text_go_to_utf_8() -> None:
    source = decode(in_1258(TEXT_1258), "a.txt")
    stored = Fix("lưu", (Edit(Span(0, len(source.text)), source.text),), "safe")
    done = apply_fixes(source, [finding(Span(0, 2), stored)], "safe").source
    assert (encoded(done), done.encoding) == (TEXT_1258.encode(), "utf-8")


def test_text_for_old_fonts_that_becomes_unicode_goes_to_utf_8() -> None:
    old = "Céng hoµ x· héi chñ nghÜa ViÖt Nam, Uû ban nh©n d©n x·"
    source = decode(old.encode("cp1252"), "a.txt")
    assert source.encoding == "cp1252"
    new = "Cộng hoà xã hội chủ nghĩa Việt Nam, Uỷ ban nhân dân xã"
    done = apply_fixes(source, [wrong(source, old, new)], "safe").source
    assert (encoded(done), done.encoding) == (new.encode(), "utf-8")


LETTERS = st.sampled_from([*"aăộ ,.x", "ộ", "\u200b", "\n", "\r\n", "\r", "é", "😀"])


@given(pieces=st.lists(LETTERS, max_size=40), data=st.data())
def test_nothing_changes_outside_the_edits(pieces: list[str], data: st.DataObject) -> None:
    source = from_text("".join(pieces))
    ends = st.integers(0, len(source.text))
    cuts = sorted(data.draw(st.lists(ends, max_size=6, unique=True)))
    edits = [Edit(Span(start, end), "<>") for start, end in list(pairwise(cuts))[::2]]
    findings = [finding(edit.span, Fix("sửa", (edit,), "safe")) for edit in edits]
    done = apply_fixes(source, findings, "safe")
    pieces_left = done.source.raw.split("<>")
    assert len(pieces_left) == len(done.findings) + 1
    assert source.raw.startswith(pieces_left[0])
    assert source.raw.endswith(pieces_left[-1])
    places = iter(range(len(source.raw)))
    assert all(any(source.raw[at] == char for at in places) for char in "".join(pieces_left))


# until nothing changes


def test_rounds_go_on_until_nothing_changes() -> None:
    fixed = fix_source(from_text("a b"), replaces(("a", "xa"), ("b", "c"), ("c", "d"), ("xa", "y")), "safe")
    assert (fixed.source.raw, fixed.settled) == ("y d", True)
    again = fix_source(fixed.source, replaces(("a", "xa"), ("b", "c"), ("c", "d"), ("xa", "y")), "safe")
    assert (again.source, again.rounds, again.applied) == (fixed.source, 0, ())


def test_unsafe_fixes_are_applied_where_asked_for() -> None:
    check = replaces(("a", "b"), applicability="unsafe")
    assert fix_source(from_text("a"), check, "safe").source.raw == "a"
    fixed = fix_source(from_text("a"), check, "unsafe")
    assert (fixed.source.raw, len(fixed.applied), fixed.findings) == ("b", 1, ())


def test_a_cycle_ends_with_the_text_that_came_into_it() -> None:
    check = replaces(("a", "b"), ("b", "c"), ("c", "b"))
    fixed = fix_source(from_text("a"), check, "safe")
    assert (fixed.settled, fixed.source.raw) == (False, "a")
    assert len(fixed.findings) == 1
    again = fix_source(fixed.source, check, "safe")
    assert (again.settled, again.source.raw) == (False, fixed.source.raw)


def test_what_a_cycle_does_not_touch_is_fixed() -> None:
    check = replaces(("sai", "đúng"), ("x", "y"), ("y", "x"))
    fixed = fix_source(from_text("sai, x"), check, "safe")
    assert (fixed.settled, [one.span for one in fixed.applied]) == (False, [Span(0, 3), Span(5, 6)])
    assert fixed.source.raw == "đúng, y"


def test_a_text_that_only_grows_is_left_as_it_was() -> None:
    calls = []

    def check(source: Source) -> list[Finding]:
        calls.append(source.raw)
        return [finding(Span(0, 1), Fix("thêm", (Edit(Span(1, 1), ";"),), "safe"))]

    fixed = fix_source(from_text("a"), check, "safe", most_rounds=7)
    assert (fixed.settled, fixed.source.raw, fixed.applied) == (False, "a", ())
    assert len(calls) == 8


# the diff


def test_diff_names_the_file_and_shows_what_changes() -> None:
    assert diff("a.txt", "một\nhai\nba\n", "một\nHAI\nba\n") == (
        "--- a.txt\n+++ a.txt\n@@ -1,3 +1,3 @@\n một\n-hai\n+HAI\n ba\n"
    )


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("kế hoạch.txt", "kế hoạch.txt\t"),
        ("quý 1\n2.txt", '"quý 1\\n2.txt"'),
        ('a"b\\c.txt', '"a\\"b\\\\c.txt"'),
        ("cũ\udcff.txt", '"cũ\\377.txt"'),
    ],
)
def test_diff_writes_odd_names_as_patch_reads_them(name: str, head: str) -> None:
    assert diff(name, "a\n", "b\n").encode().decode() == f"--- {head}\n+++ {head}\n@@ -1 +1 @@\n-a\n+b\n"


def test_diff_says_where_the_last_line_does_not_end() -> None:
    assert diff("a", "một\nhai", "một\nba").splitlines()[3:] == [
        " một", "-hai", "\\ No newline at end of file", "+ba", "\\ No newline at end of file",
    ]  # fmt: skip
    assert diff("a", "hai", "hai\n").splitlines()[3:] == ["-hai", "\\ No newline at end of file", "+hai"]


def test_diff_cuts_lines_at_line_feeds_only() -> None:
    shown = diff("a", "một\r\nhai\x0c\u2028\rba\n", "một\r\nhai\x0c\u2028\rbốn\n")
    assert shown.split("\n")[3:] == [" một\r", "-hai\x0c\u2028\rba", "+hai\x0c\u2028\rbốn", ""]
    assert diff("a", "", "") == ""


PIECES = st.sampled_from(["một", "hai", "", "một hai"])


@given(old=st.lists(PIECES, max_size=30), new=st.lists(PIECES, max_size=30), same_length=st.booleans())
def test_a_diff_says_the_same_as_that_of_the_standard_library_and_can_be_undone(
    old: list[str], new: list[str], same_length: bool
) -> None:
    if same_length:
        new = [*new, *old][: len(old)]
    before, after = ("".join(f"{line}\n" for line in lines) for lines in (old, new))
    shown = diff("a", before, after)
    if len(old) != len(new):
        assert shown == "".join(unified_diff(before.splitlines(True), after.splitlines(True), "a", "a"))
    assert patched(before, shown) == after


def patched(text: str, shown: str) -> str:
    """``text`` after the diff ``shown``, every line of which must be so."""
    lines, done, result = text.splitlines(True), 0, []
    for line in shown.splitlines(True)[2:]:
        if line.startswith("@@"):
            start, _, length = line.split()[1].removeprefix("-").partition(",")
            first = int(start) - (length != "0")
            result += lines[done:first]
            done = first
        elif line[0] in " -":
            assert lines[done] == line[1:]
            result += [line[1:]] if line[0] == " " else []
            done += 1
        else:
            result.append(line[1:])
    return "".join([*result, *lines[done:]])


def test_a_comment_is_not_lost_to_a_finding_about_something_else() -> None:
    source = from_text("một <!-- vnplanlint: ignore NT102 --> hai")
    whole, comment = Span(0, len(source.text)), source.comments[0].span
    erasing = Fix("sửa", (Edit(whole, "một hai"),), "safe")
    keeping = Fix("sửa", (Edit(whole, f"Một {source.comments[0].words} hai"),), "safe")
    about_it = Fix("bỏ", (Edit(comment, ""),), "safe")
    assert apply_fixes(source, [finding(Span(0, 3), erasing)], "safe").findings == ()
    assert apply_fixes(source, [finding(Span(0, 3), keeping)], "safe").source.raw.startswith("Một <!-- vnplanlint:")
    assert apply_fixes(source, [finding(comment, about_it)], "safe").source.raw == "một  hai"
