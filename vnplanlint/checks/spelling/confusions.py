"""Words misspelt as other syllables that exist: those that are always wrong, and those that may be right."""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.checks.spelling.neighbours import is_quoted, is_word, stand_alone
from vnplanlint.document.model import Document
from vnplanlint.facts import Confusion
from vnplanlint.findings import Applicability, Edit, Hit, Remedy
from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.syllables import Syllables


class Wrong(NamedTuple):
    """A confusion that stands at syllables ``first`` to ``last``."""

    confusion: Confusion
    first: int
    last: int


class _Always(NamedTuple):
    """A hit, which only stands, where the words bear capitals, if they are also written ``rightly``."""

    hit: Hit
    rightly: tuple[str, ...] = ()


def always_wrong(document: Document) -> Iterator[Hit]:
    """Words that no text writes like this."""
    for found in document.gather(_always_wrong):
        if not found.rightly or _stands_somewhere(document, found.rightly):
            yield found.hit


def _always_wrong(document: Document) -> Iterator[_Always]:
    told = -1
    for wrong in document.ask(_standing):
        if not wrong.confusion.always or wrong.first <= told or _belongs_to_neighbours(document, wrong):
            continue
        if not _is_name(document.syllables, wrong):
            yield _Always(_hit(document, wrong, "safe"))
        else:
            hit = _hit(document, wrong, "unsafe")._replace(severity="warning")
            yield _Always(hit, tuple(wrong.confusion.right.lower().split(" ")))
        told = wrong.last


def wrong_here(document: Document) -> list[Hit]:
    """Words that are right in some company, not in this one."""
    return document.gather(_wrong_here)


def _wrong_here(document: Document) -> Iterator[Hit]:
    told = -1
    for wrong in document.ask(_standing):
        if wrong.confusion.always or wrong.first <= told:
            continue
        if _is_name(document.syllables, wrong) or _is_right_here(document, wrong):
            continue
        told = wrong.last
        if wrong.confusion.variant:
            yield _hit(document, wrong, "unsafe")._replace(variant="variant", severity="style")
        else:
            yield _hit(document, wrong, "unsafe")


def _standing(document: Document) -> list[Wrong]:
    """Confusions where they stand, of several at one place the longest."""
    syllables, facts = document.syllables, document.facts
    pairs = facts.confusion_pairs(syllables.pairs)
    if not pairs:
        return []
    found = []
    for index, pair in enumerate(zip(syllables.forms, syllables.forms[1:], strict=False)):
        if pair not in pairs:
            continue
        for confusion in facts.confusions(*pair):
            words = tuple(confusion.wrong.split(" "))
            if syllables.reads(index, words) and not _is_own_name(document, syllables.starts[index]):
                found.append(Wrong(confusion, index, index + len(words) - 1))
                break
    return found


def _belongs_to_neighbours(document: Document, wrong: Wrong) -> bool:
    """Whether the clause is cut otherwise: khẩn trương | trình, đại biểu | đương nhiệm."""
    syllables, (_, first, last) = document.syllables, wrong
    left = syllables.before(first), syllables.forms[first]
    right = syllables.forms[last], syllables.after(last)
    if document.facts.is_compound(*left) or document.facts.is_compound(*right) or is_word(*right):
        return not stand_alone(syllables, first, last)
    return False


def _is_right_here(document: Document, wrong: Wrong) -> bool:
    """Whether the words are right in this company."""
    syllables, (confusion, first, last) = document.syllables, wrong
    if any(_stands_around(syllables, phrase, wrong) for phrase in confusion.right_in):
        return True
    if confusion.only_before and not any(_is_before(syllables, last, words) for words in confusion.only_before):
        return True
    if confusion.variant:
        return False
    left = syllables.before(first), syllables.forms[first]
    right = syllables.forms[last], syllables.after(last) or _below(syllables, last)
    if document.facts.is_compound(*left) or document.facts.is_compound(*right):
        return True
    return (is_word(*left) or is_word(*right)) and not stand_alone(syllables, first, last)


def _below(syllables: Syllables, last: int) -> str:
    """The syllable that begins the next line in small letters, where a line ends without any mark."""
    if last + 1 >= len(syllables):
        return ""
    between = syllables.text[syllables.ends[last] : syllables.starts[last + 1]]
    following = syllables.written(last + 1)
    return following if following.islower() and between.strip(" ") == "\n" else ""


def _stands_around(syllables: Syllables, phrase: str, wrong: Wrong) -> bool:
    """Whether ``phrase``, which contains the wrong words, stands here."""
    words = tuple(phrase.split(" "))
    inner = tuple(wrong.confusion.wrong.split(" "))
    before = next(place for place in range(len(words)) if words[place : place + len(inner)] == inner)
    return wrong.first >= before and syllables.reads(wrong.first - before, words)


def _is_before(syllables: Syllables, last: int, words: str) -> bool:
    """Whether ``words`` follow, of which the last may be "#" for a number."""
    wanted = words.split(" ")
    place = last
    for word in wanted:
        if word == "#":
            return syllables.text[syllables.ends[place] :][:3].lstrip(" ")[:1].isdecimal()
        if syllables.after(place) != word:
            return False
        place += 1
    return True


def _is_name(syllables: Syllables, wrong: Wrong) -> bool:
    """Whether the words bear the capitals of a name: Hoàng Thiện, Hà Tĩnh ủy quyền."""
    written = [syllables.written(index) for index in range(wrong.first, wrong.last + 1)]
    if all(word.isupper() for word in written) and any(len(word) > 1 for word in written):
        return False
    if any(word[0].isupper() for word in written[1:]):
        return True
    if not written[0][0].isupper() or not _is_after_name(syllables, wrong.first):
        return False
    return not wrong.confusion.always or _is_after_name_of_its_own(syllables, wrong.first)


def _is_after_name(syllables: Syllables, index: int) -> bool:
    """Whether a capital stands before: Hà Tĩnh ủy quyền; but not Luật Thì đua."""
    before = syllables.before(index)
    return before != "" and before not in _BEFORE_TITLES and syllables.written(index - 1)[0].isupper()


_BEFORE_TITLES = frozenset(("luật", "sở", "ban", "bộ", "phòng", "hội", "ngành", "cục", "vụ", "viện", "trường", "khối"))


def _is_after_name_of_its_own(syllables: Syllables, index: int) -> bool:
    """Whether the capital before opens a name, not a sentence or a title: xã Nguyên Hòa và Tống Trân | thành xã."""
    return syllables.written(index)[1:].islower() and syllables.before(index - 1) in _BEFORE_PLACES


_BEFORE_PLACES = frozenset(("xã", "phường", "thôn", "và", "trấn", "ấp", "bản", "làng", "huyện", "ông", "bà"))


def _stands_somewhere(document: Document, words: tuple[str, ...]) -> bool:
    return words[:2] in document.syllables.pairs and any(document.syllables.find({words[0]: [words]}))


def _is_own_name(document: Document, place: int) -> bool:
    """Whether the user declared the words here to be right."""
    for name in document.facts.own_names:
        start = document.text.find(name, max(place - len(name) + 1, 0), place + len(name))
        if 0 <= start <= place:
            return True
    return False


def _hit(document: Document, wrong: Wrong, applicability: Applicability) -> Hit:
    span = document.syllables.span(wrong.first, wrong.last)
    right = _as_written(document.syllables, wrong)
    remedy = Remedy("right", _edits(document.syllables, wrong), applicability, {"right": right})
    values = {"wrong": document.words(span), "right": right}
    return Hit(span, values, remedies=(remedy,), certain=not is_quoted(document, span))


def _edits(syllables: Syllables, wrong: Wrong) -> tuple[Edit, ...]:
    """Only the syllables that change, so that line breaks and spaces stay."""
    _, first, last = wrong
    right = _as_written(syllables, wrong).split(" ")
    if len(right) != last - first + 1:
        return (Edit(syllables.span(first, last), " ".join(right)),)
    places = zip(range(first, last + 1), right, strict=True)
    return tuple(Edit(syllables.span(index), word) for index, word in places if syllables.written(index) != word)


def _as_written(syllables: Syllables, wrong: Wrong) -> str:
    """The right words with the capitals of the wrong ones."""
    right = wrong.confusion.right
    written = [syllables.written(index) for index in range(wrong.first, wrong.last + 1)]
    if all(word.isupper() for word in written) and any(len(word) > 1 for word in written):
        return right.upper()
    words = right.split(" ")
    if len(words) != len(written):
        return " ".join(words) if not written[0][0].isupper() else right[0].upper() + right[1:]
    pairs = zip(words, written, strict=True)
    return " ".join(word[0].upper() + word[1:] if model[0].isupper() else word for word, model in pairs)
