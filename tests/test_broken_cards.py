"""A user's own card with something wrong in it: one line that names the card and the mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnplanlint.document.build import build_document
from vnplanlint.engine import check_document
from vnplanlint.errors import CardError, TemplateError
from vnplanlint.readers.text import from_text
from vnplanlint.rulebook import load

CARD = """
code = "XX001"
severity = "error"
since = "1"
check = "dates.impossible_date.impossible_date"
title = {vi = "Ngày", en = "Day"}
message = {vi = "Không có ngày {date}", en = "No day {date}"}
message-month = {vi = "Sai tháng", en = "Wrong month"}
why = {vi = "Vì vậy", en = "So"}
bad = [{text = "ngày «31/4/2021»"}]
good = [{text = "ngày 30/4/2021"}]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "own").mkdir()
    return tmp_path


def write(folder: Path, text: str | bytes) -> None:
    (folder / "own" / "ngay.toml").write_bytes(text if isinstance(text, bytes) else text.encode())


def test_a_sound_card_is_used(folder: Path) -> None:
    write(folder, CARD)
    book = load([str(folder)])
    found = check_document(build_document(from_text("Họp ngày 31/4/2021."), book.facts), book, codes=["XX001"])
    assert [finding.message for finding in found] == ["Không có ngày 31/4/2021"]


@pytest.mark.parametrize(
    ("sound", "broken", "said"),
    [
        ('"XX001"', "5", "code"), ('"XX001"', '""', "code"), ('"XX001"', '"NT101"', "NT101"),
        ('"error"', '"boo"', "severity"), ('"error"', '["error"]', "severity"), ('since = "1"', "since = 1", "since"),
        ('since = "1"', 'since = "1"\nnoisy = 3', "noisy"), ('since = "1"', 'since = "1"\nstatus = []', "status"),
        ('since = "1"', 'since = "1"\nyields-to = "NT101"', "yields-to"), ('since = "1"', 'since = "1"\nbasis = [1]', "basis"),
        ('since = "1"', 'since = "1"\nlabel = 3', "label"), ('since = "1"', 'since = "1"\nsinse = 3', "sinse"),
        ('"dates.impossible_date.impossible_date"', "5", "check"), ("Không có ngày {date}", "{date", "message"),
        ('en = "Wrong month"', "en = 4", "message-month"), (', en = "Day"', "", "title"), ('{vi = "Vì vậy", en = "So"}', '{vi = "x"}', "why"),
        ('[{text = "ngày «31/4/2021»"}]', "1", "bad"), ('[{text = "ngày 30/4/2021"}]', "[{txt = 1}]", "good"), ("message-month", "message-title", "title"), ("=", "==", "TOML"),
    ],
)  # fmt: skip
def test_a_broken_card_is_named_with_what_is_wrong(folder: Path, sound: str, broken: str, said: str) -> None:
    write(folder, CARD.replace(sound, broken, 1))
    with pytest.raises(CardError) as caught:
        load([str(folder)])
    text = str(caught.value)
    assert "ngay.toml" in text
    assert said in text


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"code = 1\x00"])
def test_what_is_no_card_at_all_is_named(folder: Path, data: bytes) -> None:
    write(folder, data)
    with pytest.raises(CardError, match=r"ngay\.toml"):
        load([str(folder)])


def test_a_link_to_nowhere_is_named(folder: Path) -> None:
    (folder / "own" / "ngay.toml").symlink_to("nowhere")
    with pytest.raises(CardError, match=r"ngay\.toml"):
        load([str(folder)])


def test_a_folder_linked_into_itself_is_read_once(folder: Path) -> None:
    write(folder, CARD)
    (folder / "own" / "again").symlink_to("..", target_is_directory=True)
    assert "XX001" in load([str(folder)]).cards


def test_a_value_that_the_check_does_not_give_is_named(folder: Path) -> None:
    write(folder, CARD.replace("Không có ngày {date}", "Không có {nope}"))
    book = load([str(folder)])
    document = build_document(from_text("Họp ngày 31/4/2021."), book.facts)
    with pytest.raises(TemplateError, match="nope"):
        check_document(document, book, codes=["XX001"])


def test_a_card_changed_between_two_runs_is_read_again(folder: Path) -> None:
    write(folder, CARD)
    assert load([str(folder)]).cards["XX001"].severity == "error"
    write(folder, CARD.replace('"error"', '"style"'))
    assert load([str(folder)]).cards["XX001"].severity == "style"
