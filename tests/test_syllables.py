"""Looking up syllables, in texts of any length."""

from __future__ import annotations

import pytest

from vnplanlint.mentions import syllables
from vnplanlint.mentions.syllables import Syllables

TEXT = "Các xã, các phường; CÁC thôn và xã."


@pytest.mark.parametrize("longest", [0, 100])
@pytest.mark.parametrize(("form", "places"), [("các", [0, 2, 4]), ("xã", [1, 7]), ("huyện", [])])
def test_every_place_of_a_form_is_found(
    form: str, places: list[int], longest: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(syllables, "_LONG", longest)
    whole = Syllables(TEXT)
    of_parts = Syllables.together(TEXT, [(0, Syllables(TEXT[:8])), (8, Syllables(TEXT[8:]))])
    assert list(whole.everywhere(form)) == list(of_parts.everywhere(form)) == places
    assert list(whole.everywhere(form)) == places
