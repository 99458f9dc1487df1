"""Words misspelt as other words, written twice or cut short."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import regex

from .kinds import Change, mistake, replace

FACTS = Path(__file__).resolve().parents[2] / "rules" / "facts"
WORD = regex.compile(r"[^\W\d_]+")
A_PLAN = 2
"""Places of one plan at which each wrong word is tried."""


@cache
def confusions(mode: str) -> list[tuple[str, str]]:
    rows = tomllib.loads((FACTS / "confusions.toml").read_text("utf-8"))["confusion"]
    return [(row["wrong"], row["right"]) for row in rows if row["mode"] == mode and not row.get("only-before")]


@cache
def compounds() -> frozenset[str]:
    rows = tomllib.loads((FACTS / "compounds.toml").read_text("utf-8"))["common_compound"]
    return frozenset(" ".join(word.split()) for row in rows for word in row["words"].split(","))


@cache
def spread_out(text: str) -> str:
    """The text in lower case with every line break as a space, as long as the text itself."""
    return text.lower().replace("\n", " ")


def misspelt(text: str, wrong: str, right: str) -> Iterator[Change]:
    """The right words of the text written wrongly, with their capitals."""
    for tried, match in enumerate(regex.finditer(rf"\b{regex.escape(right.lower())}\b", spread_out(text))):
        written = text[match.start() : match.end()]
        if tried == A_PLAN:
            break
        if (
            "\n" in written
            or "nghĩa việt nam" in text[match.start() : match.end() + 25].lower()
            or (not written.isupper() and not written[1:].islower())
        ):
            continue
        new = wrong.upper() if written.isupper() else wrong.capitalize() if written[0].isupper() else wrong
        yield replace(match.start(), match.end(), new)


@mistake("word that is always wrong", "CT503")
def always_wrong(text: str) -> Iterator[Change]:
    for wrong, right in confusions("always"):
        yield from misspelt(text, wrong, right)


@mistake("word that is wrong in its context", "CT504")
def wrong_in_context(text: str) -> Iterator[Change]:
    for wrong, right in confusions("guarded"):
        yield from misspelt(text, wrong, right)


@mistake("function word twice", "CT506")
def function_word_twice(text: str) -> Iterator[Change]:
    for match in regex.finditer(r"(?<=\p{Ll} )(?:của|và|các|với|được|trong|những)(?= \p{Ll})", text):
        yield replace(match.end(), match.end(), f" {match[0]}", (match.start(), match.end()))


@mistake("word of two syllables twice", "CT506")
def word_twice(text: str) -> Iterator[Change]:
    for match in regex.finditer(r"(?<=\p{Ll} )\p{Ll}+ \p{Ll}+(?= \p{Ll})", text):
        if match[0] in compounds():
            yield replace(match.end(), match.end(), f" {match[0]}", (match.start(), match.end()))


TONES = ("àằầèềìòồờùừỳ", "áắấéếíóốớúứý", "ảẳẩẻểỉỏổởủửỷ", "ãẵẫẽễĩõỗỡũữỹ", "ạặậẹệịọộợụựỵ")


def with_next_tone(syllable: str) -> str:
    """The same letters with another tone; "" for a syllable without one."""
    for place, char in enumerate(syllable):
        for number, tone in enumerate(TONES):
            if char in tone:
                other = TONES[(number + 1) % len(TONES)][tone.index(char)]
                return syllable[:place] + other + syllable[place + 1 :]
    return ""


@mistake("one tone of a compound", "CT505", "CT503", "CT504", "CT501")
def one_tone(text: str) -> Iterator[Change]:
    for match in regex.finditer(
        r"(?<=\p{Ll} )(?P<first>\p{Ll}+) (?P<second>\p{Ll}+)(?= \p{Ll})", text, overlapped=True
    ):
        wrong = with_next_tone(match["second"])
        if match[0] in compounds() and wrong and not wrong.endswith(("c", "p", "t", "ch")):
            yield replace(*match.span("second"), wrong, match.span())


OTHER_SOUNDS = {"tr": "ch", "ch": "tr", "s": "x", "x": "s", "gi": "d", "l": "n"}


@mistake("one sound of a compound", "CT505", "CT503", "CT504")
def one_sound(text: str) -> Iterator[Change]:
    for match in regex.finditer(
        r"(?<=\p{Ll} )(?P<first>\p{Ll}+) (?P<second>\p{Ll}+)(?= \p{Ll})", text, overlapped=True
    ):
        onset = next((onset for onset in OTHER_SOUNDS if match["second"].startswith(onset)), "")
        if match[0] in compounds() and onset:
            start = match.start("second")
            yield replace(start, start + len(onset), OTHER_SOUNDS[onset], match.span())


@mistake("half of a word left out", "CT510")
def half_left_out(text: str) -> Iterator[Change]:
    for match in regex.finditer(r"\p{Ll}+ \p{Ll}+ thực( hiện) \p{Ll}+ \p{Ll}+", text):
        yield replace(*match.span(1), "", match.span())
