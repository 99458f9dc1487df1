"""Mistakes of characters and syllables."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import regex

from vnplanlint.orthography import is_well_spelled, tones_of, with_tone, without_tone

from .kinds import Change, mistake, replace

WORD = regex.compile(r"(?<![\p{L}\d@./_’'“-])\p{Ll}+(?![\p{L}\d@/_’'-])")
CITED = regex.compile(r"\d/[\p{Lu}\d/-]+[^.;]*$")
"""A number before it in the sentence: the word may stand in the title of that document."""
CYRILLIC = dict(zip("aceopxy", "асеорху", strict=True))
TONE_SIGNS = {"huyền": "\u0300", "sắc": "\u0301", "ngã": "\u0303", "hỏi": "\u0309", "nặng": "\u0323"}
ENDINGS = {with_tone("h" + rhyme, tone)[0][-2:] for rhyme in ("oa", "oe", "uy") for tone in TONE_SIGNS}
ENDINGS |= {with_tone("h" + rhyme, tone)[1][-2:] for rhyme in ("oa", "oe", "uy") for tone in TONE_SIGNS}


def words(text: str) -> Iterator[regex.Match[str]]:
    """Words in small letters, outside quotation marks and names, that belong to no reference."""
    for match in WORD.finditer(text):
        line_start = text.rfind("\n", 0, match.start()) + 1
        before = text[line_start : match.start()]
        is_of_date = match.group() in ("ngày", "tháng", "năm", "số")  # another rule misses the reference
        if before.count("“") == before.count("”") and len(match.group()) > 1 and not is_of_date:
            yield match


def sign(name: str, wrong: str, right: str) -> None:
    """Enter the kind of mistake that writes ``wrong`` for a letter."""

    @mistake(name, "CT502")
    def changes(text: str) -> Iterator[Change]:
        for match in words(text):
            place = match.start() + match.group().find(right)
            if right in match.group():
                yield replace(place, place + 1, wrong, match.span())


sign("ƣ for ư", "ƣ", "ư")
sign("ð for đ", "ð", "đ")


@mistake("a Cyrillic letter", "CT502")
def cyrillic_letter(text: str) -> Iterator[Change]:
    for match in words(text):
        for place, char in enumerate(match.group(), match.start()):
            if char in CYRILLIC:
                yield replace(place, place + 1, CYRILLIC[char], match.span())
                break


@mistake("tone mark on the wrong letter", "CT501")
def misplaced_mark(text: str) -> Iterator[Change]:
    for match in words(text):
        word = match.group()
        tones = tones_of(word)
        if len(tones) != 1:
            continue
        toneless = without_tone(word)
        for place, char in enumerate(toneless):
            moved = toneless[:place] + char + TONE_SIGNS[tones[0]] + toneless[place + 1 :]
            moved = unicodedata.normalize("NFC", moved)
            if char in "aăâeêioôơuưy" and moved not in with_tone(toneless, tones[0]) and not is_well_spelled(moved):
                yield replace(*match.span(), moved)
                break


@mistake("a stop without its tone", "CT501")
def lost_tone(text: str) -> Iterator[Change]:
    for match in words(text):
        word = match.group()
        toneless = without_tone(word)
        if toneless != word and not toneless.isascii() and not is_well_spelled(toneless):
            yield replace(*match.span(), toneless)


@mistake("ngh before other vowels", "CT501")
def ngh(text: str) -> Iterator[Change]:
    for match in words(text):
        word = match.group()
        if word.startswith("ng") and not word.startswith("ngh") and not word.isascii():
            yield replace(*match.span(), "ngh" + word[2:])


@mistake("two syllables glued", "CT501")
def glued(text: str) -> Iterator[Change]:
    seen = text.lower()
    for match in regex.finditer(r"(?<![\p{L}\d“])(\p{Ll}{3,}) (\p{Ll}{3,})(?![\p{L}\d])", text, overlapped=True):
        first, second = match[1], match[2]
        both_are_words = is_well_spelled(first) and is_well_spelled(second)
        if both_are_words and seen.count(f"{first} {second}") > 1 and not (first + second).isascii():
            yield replace(match.end(1), match.start(2), "", match.span())


@mistake("tone mark in the other custom", "CT507")
def other_custom(text: str) -> Iterator[Change]:
    alike = [other for other in words(text) if other.group()[-2:] in ENDINGS and not other.group().startswith("qu")]
    if len(alike) < 2:
        return
    for match in words(text):
        if CITED.search(text, max(match.start() - 160, 0), match.start()):
            continue
        word = match.group()
        tones = tones_of(word)
        spellings = with_tone(without_tone(word), tones[0]) if len(tones) == 1 else ()
        if len(spellings) == 2:
            yield replace(*match.span(), next(other for other in spellings if other != word))


@mistake("a word stored in pieces", "CT509")
def stored_in_pieces(text: str) -> Iterator[Change]:
    for match in words(text):
        pieces = unicodedata.normalize("NFD", match.group())
        if pieces != match.group():
            yield replace(*match.span(), pieces)


@mistake("a hidden character", "CT509")
def hidden_character(text: str) -> Iterator[Change]:
    for match in words(text):
        yield replace(match.start() + 1, match.start() + 1, "\u200b", match.span())
