"""Is the name of an organ written one way, and as its decree writes it?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from vnplanlint.checks.general.markup import safe_without_markup
from vnplanlint.checks.terms.known_forms import Known, edits, known_forms
from vnplanlint.checks.terms.mixed_joints import mixed_names
from vnplanlint.checks.terms.wording import own_words, told
from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit, Severity
from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.normal_forms import phrase_set, syllable_set
from vnplanlint.mentions.syllables import Syllables
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_HEADS = syllable_set("bộ sở ban phòng hội vụ ủy uỷ trung mặt liên đoàn")
_OPENS_A_NAME = pattern(
    r"(?:Ban|Hội đồng|Hội|Sở|Phòng|Trung tâm|Chi cục|Cục|Ủy ban|Uỷ ban|Liên đoàn|Đoàn|Tổ|Văn phòng|Viện|Chánh) +\p{L}"
)
_NO_ORGAN = phrase_set(
    "ban hành, ban bố, ban đầu, ban ngày, ban đêm, hội nghị, hội thảo, hội thi, hội chợ, hội diễn",
    "hội trại, hội viên, hội họp, hội nhập, hội trường, hội đàm, hội chẩn, sở hữu, sở thích, sở dĩ",
    "phòng chống, phòng ngừa, phòng họp, phòng học, phòng làm, phòng tránh, phòng cháy, đoàn kết",
    "đoàn viên, đoàn thể, tổ chức, văn phòng phẩm, viện trợ, viện dẫn, hội phí, ban sơ, tổ dân",
    "hội đồng quản, tổ hợp, tổ quốc, tổ tiên, đoàn phí",
)
_NOT_IN_NAMES = syllable_set(
    "tỉnh huyện xã thành quận thị phường cơ cấp trung quốc ngành công trường nhà các trưởng phó viên là và của có được",
    "thì cho để với từ trong ngoài khi nếu mà không đã đang sẽ phải cần theo về do tại đến hoặc này đó gồm họp",
)
"""Words of level and of the sentence: their capitals belong to other things."""
_CLEARLY_USUAL = 2
_SEVERAL = ("các", "những", "giữa", "liên")


def organ_variants(document: Document) -> Iterator[Hit]:
    """Names of organs in another form than their official one, or in two forms."""
    yield from _known_names(document)
    yield from mixed_names(document)
    yield from _mixed_capitals(document)


def _known_names(document: Document) -> Iterator[Hit]:
    wrong: dict[tuple[str, str], list[Known]] = {}
    for known in document.gather(_departing):
        wrong.setdefault((known.row.form, document.words(known.span)), []).append(known)
    right = document.search(_right, {form for form, _ in wrong}) if wrong else []
    for (form, words), places in wrong.items():
        model = next((span for other, span in right if other == form), None)
        if places[0].row.certainty != "high" and model is None:
            continue
        mended = [edit for one in places for edit in edits(document, one)]
        yield told(
            document,
            [one.span for one in places],
            _like(words, form),
            mended,
            model,
            severity=_severity(places[0], words),
            applicability=safe_without_markup(document, mended) if places[0].row.certainty == "high" else "unsafe",
        )


def _departing(document: Document) -> Iterator[Known]:
    """Names of organs in the document's own words that are not written like the official one."""
    own = own_words(document)
    for known in known_forms(document):
        departs = known.row.kind == "organ" and not _is_right(document, known)
        if departs and own.at(known.span.start) and _is_the_organ(document, known):
            yield known


def _right(document: Document, forms: set[str]) -> Iterator[tuple[str, Span]]:
    """Where names of these ``forms`` are written right."""
    for known in known_forms(document):
        if known.row.kind == "organ" and known.row.form in forms and _is_right(document, known):
            yield known.row.form, known.span


def _is_right(document: Document, known: Known) -> bool:
    return not known.departs or (known.departs == {"case"} and not _capitals_are_wrong(document, known))


def _like(words: str, form: str) -> str:
    if words.isupper():
        return form.upper()
    return form[0].lower() + form[1:] if words[0].islower() else form


def _severity(known: Known, words: str) -> Severity | None:
    """A warning only where the name lacks a mark or has another one; the rest is taste."""
    if words.isupper() or "&" in words or not known.departs & {"joint", "spacing"}:
        return "style"
    return None


def _capitals_are_wrong(document: Document, known: Known) -> bool:
    """Whether a letter other than that of the head word departs from the name."""
    pairs = zip(known.written.words, known.form.words, strict=True)
    letters = [(document.text[span.start], word[0]) for span, word in pairs]
    skip = 1 if letters[0][0].islower() and known.form.key[0] in _HEADS else 0
    return any(here.isupper() != right.isupper() for here, right in letters[skip:])


def _is_the_organ(document: Document, known: Known) -> bool:
    """Whether a name is meant, by its capitals, and one organ, not several in a row."""
    written = known.written
    capitals = [document.text[span.start].isupper() for span in written.words]
    has_head = known.form.key[0] in _HEADS
    if sum(capitals) < (1 if has_head and capitals[0] else 2 if not has_head else 1):
        return False
    if has_head and (written.joints[0].strip() or not (capitals[0] or _is_a_section(document, known, capitals[1]))):
        return False
    if known.departs == {"case"} and not _capitals_are_wrong(document, known):
        return False
    lists = any(joint.strip() == "," for joint in written.joints) and "," not in "".join(known.form.joints)
    return not lists or not _among_others(document, known)


def _is_a_section(document: Document, known: Known, named: bool) -> bool:
    """ "phòng Nội vụ" takes a small letter too; "nội bộ", "cơ sở", "văn phòng" are other words."""
    before = document.text[max(known.span.start - 5, 0) : known.span.start].rpartition("\n")[2].split()
    return named and known.form.key[0] == "phòng" and (not before or before[-1].lower() not in _OTHER_SECTIONS)


_OTHER_SECTIONS = syllable_set("văn quốc dự đề xe")


def _among_others(document: Document, known: Known) -> bool:
    """Whether the words may be several organs' names: "các Phòng Tài chính, Kế hoạch, Nội vụ"."""
    text = document.text
    before = text[max(known.span.start - 8, 0) : known.span.start].rpartition("\n")[2].split()
    after = text[known.span.end : known.span.end + 5]
    return (bool(before) and before[-1].lower() in _SEVERAL) or after.startswith((",", " và "))


class _Name(NamedTuple):
    """The head of an organ's name and the two syllables after it; ``capitals``: which of all begin with one.

    ``opens`` marks small letters at the start of a line or sentence.
    """

    forms: tuple[str, ...]
    capitals: tuple[bool, ...]
    span: Span
    opens: bool


def _mixed_capitals(document: Document) -> Iterator[Hit]:
    """The first two syllables after the word for the kind of organ, with other capitals; told once a name."""
    written: dict[tuple[str, ...], set[tuple[bool, ...]]] = {}
    for passage in document.passages:
        for name in passage.ask(_named):
            written.setdefault(name.forms, set()).add(name.capitals)
    mixed = {forms for forms, capitals in written.items() if len(capitals) > 1}
    found: dict[tuple[str, ...], dict[tuple[bool, ...], list[tuple[int, int]]]] = {}
    at_starts: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for name in document.search(_named_so, mixed) if mixed else ():
        place = document.syllables.at(name.span.start), document.syllables.at(name.span.end) - 1
        if name.opens:
            at_starts.setdefault(name.forms, []).append(place)
        else:
            found.setdefault(name.forms, {}).setdefault(name.capitals, []).append(place)
    for forms, places in at_starts.items():
        ways = found.get(forms, {})
        if len(ways) == 1 and all(
            capitals[1] and len(ways[capitals]) >= _CLEARLY_USUAL * len(places) for capitals in ways
        ):
            ways[True, False, False] = places
    for ways in found.values():
        if len(ways) == 2:
            yield _other_capitals(document, ways)


def _other_capitals(document: Document, ways: dict[tuple[bool, ...], list[tuple[int, int]]]) -> Hit:
    """The rarer way; where both are as frequent, the one with fewer capitals."""
    syllables = document.syllables
    odd, usual = sorted(ways, key=lambda capitals: (len(ways[capitals]), sum(capitals)))
    more = _completes(syllables, ways[odd][0][1], ways[usual][0][1])
    model = syllables.span(ways[usual][0][0], ways[usual][0][1] + more)
    return told(
        document,
        [syllables.span(first, last + more) for first, last in ways[odd]],
        document.words(model),
        [edit for place in ways[odd] for edit in _letters(syllables, place, usual)],
        model,
        variant="usual",
        severity="style",
        otherwise=[
            edit
            for place in ways[usual]
            if len(ways[usual]) == len(ways[odd])
            for edit in _letters(syllables, place, odd)
        ],
    )


def _completes(syllables: Syllables, index: int, other: int) -> int:
    """1 where one more syllable in small letters ends the word at both places: "Nữ doanh nhân"."""
    following = syllables.after(index)
    same = following and following == syllables.after(other) and following not in _NOT_IN_NAMES
    return int(bool(same) and not syllables.goes_on(index + 1) and syllables.written(index + 1).islower())


def _letters(syllables: Syllables, place: tuple[int, int], capitals: tuple[bool, ...]) -> Iterator[Edit]:
    for index, capital in zip(range(place[0], place[1] + 1), capitals, strict=True):
        letter = syllables.written(index)[0]
        if letter.isupper() != capital:
            start = syllables.starts[index]
            yield Edit(Span(start, start + 1), letter.upper() if capital else letter.lower())


def _named_so(document: Document, forms: set[tuple[str, ...]]) -> list[_Name]:
    return [name for name in document.ask(_named) if name.forms in forms]


def _named(document: Document) -> list[_Name]:
    """The names that their heads tell, but for those whose right form is known."""
    syllables, own = document.syllables, own_words(document)
    known = [one.span for one in known_forms(document)]
    found = []
    for match in _OPENS_A_NAME.finditer(document.text):
        first, second = syllables.at(match.start()), syllables.at(match.end() - 1)
        if second + 1 >= len(syllables) or syllables.starts[first] != match.start() or not syllables.goes_on(second):
            continue
        if own.at(match.start()) and not _stands_in(known, match.start()) and _is_name(syllables, first, second):
            found.append(_name(syllables, first, second + 1))
    return found


def _name(syllables: Syllables, first: int, last: int) -> _Name:
    capitals = tuple(syllables.written(index)[0].isupper() for index in range(first, last + 1))
    opens = syllables.before(first) == "" and not any(capitals[1:])
    return _Name(tuple(syllables.forms[first : last + 1]), capitals, syllables.span(first, last), opens)


def _is_name(syllables: Syllables, first: int, second: int) -> bool:
    """Whether the words name an organ; small letters tell something only inside a sentence."""
    words = [syllables.written(index) for index in (second, second + 1)]
    if any(len(word) > 1 and not word[1:].islower() for word in words):
        return False
    forms = syllables.forms
    if f"{forms[second - 1]} {forms[second]}" in _NO_ORGAN or {forms[second], forms[second + 1]} & _NOT_IN_NAMES:
        return False
    return words[0][0].isupper() or syllables.before(first) == "" or syllables.written(first - 1).islower()


def _stands_in(known: list[Span], start: int) -> bool:
    index = bisect_right(known, start, key=_start) - 1
    return index >= 0 and start < known[index].end


def _start(span: Span) -> int:
    return span.start
