"""Tables over words, worked out from the facts once, when the rule book is compiled.

A plan is asked for hundreds of wrong phrases and thousands of near ones; so that this
costs one look-up for every two syllables, what is looked up is laid out beforehand.
"""

from __future__ import annotations

from functools import lru_cache

from vnplanlint.light_typing import Any
from vnplanlint.orthography import OLD_PLACE, in_new_place, in_old_place

_LETTERS = {
    "a": "àáảãạăằắẳẵặâầấẩẫậ", "d": "đ", "e": "èéẻẽẹêềếểễệ", "i": "ìíỉĩị", "o": "òóỏõọôồốổỗộơờớởỡợ",
    "u": "ùúủũụưừứửữự", "y": "ỳýỷỹỵ",
}  # fmt: skip
_BARE = str.maketrans({char: letter for letter, chars in _LETTERS.items() for char in chars})


def bare(word: str) -> str:
    """The lower-case ``word`` without tones and without the marks of ă â đ ê ô ơ ư."""
    return word.translate(_BARE)


_MERGED_ONSETS = ("tr", "ch"), ("s", "x"), ("gi", "d"), ("r", "d"), ("l", "n")
_MERGED_FINALS = ("ng", "n"), ("c", "t")


@lru_cache(maxsize=8192)
def sounded(word: str) -> str:
    """The lower-case ``word`` with one letter for sounds that some region does not tell apart (truyền, chuyền)."""
    for onset, other in _MERGED_ONSETS:
        if word.startswith(onset):
            word = other + word[len(onset) :]
            break
    for final, other in _MERGED_FINALS:
        if word.endswith(final):
            return word[: -len(final)] + other
    return word


def customs(words: str) -> frozenset[str]:
    """``words`` (lower case, one space between syllables) with the tone of oa, oe, uy in its old and new place."""
    syllables = words.split(" ")
    return frozenset({words, " ".join(map(in_old_place, syllables)), " ".join(map(in_new_place, syllables))})


_ABBREVIATIONS = {
    "tncs": "thanh niên cộng sản",
    "lhpn": "liên hiệp phụ nữ",
    "lhtn": "liên hiệp thanh niên",
    "mttq": "mặt trận tổ quốc",
    "tntp": "thiếu niên tiền phong",
    "qđnd": "quân đội nhân dân",
    "cand": "công an nhân dân",
    "đcsvn": "đảng cộng sản việt nam",
    "cmt8": "cách mạng tháng tám",
    "chxhcn": "cộng hòa xã hội chủ nghĩa",
    "vn": "việt nam",
    "lđ": "lao động",
    "tb": "thương binh",
    "xh": "xã hội",
}
_OLD_STYLE = {**OLD_PLACE, "sỹ": "sĩ", "kỉ": "kỷ"}
_MARKS = str.maketrans(dict.fromkeys("-–—,.;:“”\"'’()&", " "))
_FILLERS = frozenset(("của", "cố", "kính", "yêu", "vĩ"))


def fold(phrase: str) -> tuple[str, ...]:
    """The words of ``phrase`` for comparing: lower case, one spelling, without marks and fillers."""
    words: list[str] = []
    for word in phrase.lower().translate(_MARKS).split():
        word = word[:-2] + _OLD_STYLE.get(word[-2:], word[-2:])
        words += _ABBREVIATIONS.get(word, word).split()
    return tuple(word for word in words if word not in _FILLERS)


Rows = list[dict[str, Any]]


def word_tables(facts: dict[str, Rows]) -> dict[str, Any]:
    """What the rule book keeps besides the facts themselves."""
    return {
        "event names": event_names(facts.get("event", [])),
        "confusions by pair": confusions_by_pair(facts.get("confusion", [])),
        "compounds by letters": compounds_by_letters(facts.get("common_compound", [])),
        "compounds by sounds": compounds_by_sounds(facts.get("common_compound", [])),
    }


def event_names(rows: Rows) -> list[str]:
    """The folded names of each event, with a bar between."""
    return ["|".join(" ".join(fold(words)) for words in row["words"]) for row in rows]


def confusions_by_pair(rows: Rows) -> dict[tuple[str, str], str]:
    """Confusions by the first two syllables of their wrong words, each a line of its fields with a bar between.

    Loading a line is ten times as fast as loading its parts, and nearly all are never asked for.
    """
    found: dict[tuple[str, str], str] = {}
    for row in rows:
        wrong = " ".join(row["wrong"].lower().split())
        syllables = wrong.split(" ")
        if len(syllables) < 2:  # one syllable is a matter for the rule on impossible syllables
            continue
        pair = syllables[0], syllables[1]
        lists = (",".join(row.get(key, ())) for key in ("right-in", "only-before"))
        line = "|".join((wrong, row["right"], row["mode"], *lists))
        found[pair] = f"{found[pair]}\n{line}" if pair in found else line
    return found


def compounds_by_sounds(rows: Rows) -> tuple[str, str]:
    """Compounds that alone have their sounds, by their sounds: "chuyền thông" → "truyền thông"."""
    found: dict[str, list[str]] = {}
    for word in _compounds(rows):
        found.setdefault(" ".join(map(sounded, word.split(" "))), []).append(word)
    alone = {sounds: words[0] for sounds, words in found.items() if len(words) == 1}
    return "|".join(alone), "|".join(alone.values())


def _compounds(rows: Rows) -> list[str]:
    words = (" ".join(word.split()) for row in rows for word in row["words"].replace("\n", " ").split(","))
    return sorted({spelling for word in words if word for spelling in customs(word)})


def compounds_by_letters(rows: Rows) -> tuple[str, str]:
    """All compounds by their bare letters: two texts of equally many parts ("phong cach|…", "phong cách|…").

    Several of the same letters stand together with a comma between them.
    """
    found: dict[str, list[str]] = {}
    for word in _compounds(rows):
        found.setdefault(bare(word), []).append(word)
    return "|".join(found), "|".join(",".join(words) for words in found.values())
