"""Words of a clause: the model where it is, the package's own function where it is not."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from vnplanlint import segmentation

CLAUSE = ["Khẩn", "trương", "trình", "Nghị", "định", "về", "quản", "lý", "đất", "đai"]


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """An ``underthesea`` whose files stand where nobody looks."""
    for function in (segmentation.dictionary, segmentation._model):
        function.cache_clear()
    monkeypatch.setattr(segmentation, "_package_folder", lambda: str(tmp_path))
    yield tmp_path
    for function in (segmentation.dictionary, segmentation._model):
        function.cache_clear()


def written(words: segmentation.Words, syllables: list[str]) -> list[str]:
    return [" ".join(syllables[start:end]) for start, end in words]


def test_words_cover_all_syllables_in_order() -> None:
    words = segmentation.words_of(CLAUSE)
    assert [start for start, _ in words] == [0, *(end for _, end in words[:-1])]
    assert words[-1][1] == len(CLAUSE)
    assert "Khẩn trương" in written(words, CLAUSE)


def test_no_syllables_are_no_words() -> None:
    assert segmentation.words_of([]) == []


def test_the_dictionary_is_in_lower_case_and_holds_words_of_several_syllables() -> None:
    words = segmentation.dictionary()
    assert {"xã hội", "hành chính", "phấn đấu"} <= words
    assert all(word == word.lower() for word in list(words)[:1000])


def test_where_the_files_have_moved_the_package_itself_is_asked(elsewhere: Path) -> None:
    assert segmentation._model() is None
    assert written(segmentation.words_of(CLAUSE), CLAUSE)[-1] == "đất đai"


def test_without_a_word_list_nothing_is_known(elsewhere: Path) -> None:
    assert segmentation.dictionary() == frozenset()


def test_the_package_as_a_whole_is_not_loaded() -> None:
    code = (
        "import sys; from vnplanlint.segmentation import dictionary, words_of;"
        f"words_of({CLAUSE!r}); dictionary(); print('underthesea' in sys.modules, 'joblib' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout.split() == ["False", "False"], done.stderr
