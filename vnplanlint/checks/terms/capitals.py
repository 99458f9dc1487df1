"""Capitals where NĐ 30/2020/NĐ-CP, Phụ lục II leaves no doubt."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from vnplanlint.document.model import Document
from vnplanlint.facts import CapitalForm
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.syllables import Syllables
from vnplanlint.orthography import is_possible
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_STEMS = frozenset(("canh", "tân", "nhâm", "quý", "quí", "giáp", "ất", "bính", "đinh", "mậu", "kỷ", "kỉ"))
_BRANCHES = frozenset(
    ("tý", "tí", "sửu", "dần", "mão", "mẹo", "thìn", "tỵ", "tị", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi")
)
_BEFORE_CAN_CHI = frozenset(("năm", "xuân", "tết", "đán"))
_PART_OF_ADDRESS = frozenset("@/\\_#&=")
"""Signs beside a word that is a piece of a link, an address or a code."""

_SLIGHT_NOISE = 0.001
_SMALL_SINCE = 2020
"""Before NĐ 30/2020/NĐ-CP the rule (TT 01/2011/TT-BNV) gave Khoản and Điểm capitals too."""

_CITED_UNIT = pattern(r"(?<=[\p{Ll}\d,] +)(?:Khoản|Điểm) +(?:\d{1,2}|\p{Ll})(?=[, ]+(?:[Kk]hoản +\d|Điều +\d))")
_SMALL_ARTICLE = pattern(
    r"(?<=(?:khoản +\d{1,2},?|[Tt]heo|tại|[Cc]ăn +cứ|của) +)"
    r"điều +\d{1,3}(?= +(?:của +)?(?:Luật|Bộ +luật|Nghị +định|Thông +tư))"
)
_SMALL_SENTENCE = pattern(r"\. +(?<=\b(?P<before>\p{Ll}{2,})\. +)(?P<word>\p{Ll}{2,})(?= +\p{Ll})")
_TITLE_VERB = pattern(
    r"(?P<about>[Vv]ề +(?:việc +)?)?"
    r"(?P<verb>Ban +hành|Phê +duyệt|Sửa +đổi|Triển +khai|Phát +động|Thực +hiện|Tăng +cường|Công +bố|Thành +lập"
    r"|Kiện +toàn|Bãi +bỏ|Quy +định(?= +(?:chi +tiết|về|việc|một)\b)|Hướng +dẫn(?= +(?:thực +hiện|thi +hành|một)\b))\b"
)


class _Slip(NamedTuple):
    span: Span
    right: str
    kind: str  # variant of the message
    point: str
    sure: bool
    group: str


def capitals(document: Document) -> Iterator[Hit]:
    """Small letters where a capital must stand, and capitals where none may: each word told once."""
    slips = document.gather(_slips)
    groups: dict[str, list[_Slip]] = {}
    for slip in sorted(slips):
        if not _in_address(document.text, slip.span):
            groups.setdefault(slip.group, []).append(slip)
    sure_blocks = {_block(document, slip) for slip in slips if slip.sure}
    for first, *others in groups.values():
        sure = first.sure or (first.point == "V.1" and _block(document, first) in sure_blocks)
        edits = tuple(edit for slip in (first, *others) for edit in _edits(document, slip))
        values = {"words": document.words(first.span), "right": first.right, "point": first.point}
        yield Hit(
            first.span,
            values,
            variant=first.kind,
            places=tuple(Place(slip.span, "also") for slip in others),
            remedies=(Remedy("rewrite", edits, "safe" if sure else "unsafe", values),),
            severity=None if sure else "style",
        )


def _slips(document: Document) -> Iterator[_Slip]:
    for find in (_named, _can_chi, _units, _sentences, _titles):
        yield from find(document)


def _block(document: Document, slip: _Slip) -> int:
    block = document.block_at(slip.span.start)
    return -1 if block is None else block.index


def _in_address(text: str, span: Span) -> bool:
    around = text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
    return any(char in _PART_OF_ADDRESS for char in around) or text[span.end : span.end + 2] in (".v", ".g", ".c")


def _edits(document: Document, slip: _Slip) -> Iterator[Edit]:
    """Only the words that change, so that spaces of a wrapped line stay."""
    place = slip.span.start
    for written, right in zip(document.words(slip.span).split(), slip.right.split(), strict=True):
        place = document.text.index(written, place)
        if written != right:
            yield Edit(Span(place, place + len(written)), right)
        place += len(written)


# words of the fact table


@lru_cache(maxsize=4)
def _table(forms: tuple[CapitalForm, ...]) -> dict[str, dict[str, list[tuple[tuple[str, ...], CapitalForm]]]]:
    """The forms by their first and second syllable, longest first: of many provinces "tỉnh" leads to one."""
    table: dict[str, dict[str, list[tuple[tuple[str, ...], CapitalForm]]]] = {}
    for form in sorted(forms, key=lambda form: -len(form.form)):
        words = tuple(form.form.lower().split())
        table.setdefault(words[0], {}).setdefault(words[1], []).append((words, form))
    return table


def _named(document: Document) -> Iterator[_Slip]:
    syllables = document.syllables
    forms = syllables.forms
    table = _table(document.facts.capital_forms)
    taken = -1
    for index in [index for index, form in enumerate(forms[:-1]) if form in table]:
        if index <= taken:
            continue
        for words, form in table[forms[index]].get(forms[index + 1], ()):
            if syllables.reads(index, words) and _counts(syllables, index + len(words) - 1, form):
                right = _rewritten(syllables, index, form)
                if right:
                    taken = index + len(words) - 1
                    skipped = 0 if form.small else _first_capital(form)
                    shown = " ".join(right[skipped:])
                    span = syllables.span(index + skipped, taken)
                    kind = "small" if form.small else ""
                    yield _Slip(span, shown, kind, form.point, form.certainty == "high", shown.lower())
                    break


def _counts(syllables: Syllables, last: int, form: CapitalForm) -> bool:
    """Whether what follows leaves the words their meaning."""
    following = syllables.after(last)
    named = bool(following) and syllables.written(last + 1)[0].isupper()  # "bác Hùng"
    if form.unless_next and (named or following in form.unless_next):
        return False
    return not form.only_next or following in form.only_next


def _first_capital(form: CapitalForm) -> int:
    """Where the name begins; the words before it only prove what it means."""
    return next(place for place, word in enumerate(form.form.split()) if word[0].isupper())


def _rewritten(syllables: Syllables, index: int, form: CapitalForm) -> list[str]:
    """The words with the capitals of ``form``, or nothing where they have them."""
    wanted = form.form.split()
    written = [syllables.written(index + place) for place in range(len(wanted))]
    may_be_small = form.small and not all(word.isupper() for word in written)
    right = [
        word[0].upper() + word[1:]
        if model[0].isupper()
        else word.lower()
        if may_be_small and place and model.islower()
        else word
        for place, (word, model) in enumerate(zip(written, wanted, strict=True))
    ]
    return right if right != written else []


# what has a grammar instead of a list


def _can_chi(document: Document) -> Iterator[_Slip]:
    """ "năm nhâm dần": both syllables take capitals."""
    syllables = document.syllables
    forms = syllables.forms
    for index in [index for index, form in enumerate(forms) if form in _STEMS]:
        if syllables.after(index) in _BRANCHES and syllables.before(index) in _BEFORE_CAN_CHI:
            written = syllables.written(index), syllables.written(index + 1)
            if any(word[0].islower() for word in written):
                right = " ".join(word[0].upper() + word[1:] for word in written)
                yield _Slip(syllables.span(index, index + 1), right, "", "V.8", False, right.lower())


def _units(document: Document) -> Iterator[_Slip]:
    """ "theo Khoản 2 Điều 5", "điều 5 Luật …": khoản, điểm are small, Điều is not."""
    text = document.text
    issued = document.identity.date.year or 0
    if issued >= _SMALL_SINCE and ("Khoản" in text or "Điểm" in text):
        for match in _CITED_UNIT.finditer(text):
            yield _unit(match.group(), match.start(), lower=True)
    if "điều " in text:
        for match in _SMALL_ARTICLE.finditer(text):
            yield _unit(match.group(), match.start(), lower=False)


def _sentences(document: Document) -> Iterator[_Slip]:
    """A sentence that begins small: the full stop, or the letter after it, is a slip."""
    if document.noise > _SLIGHT_NOISE:  # a comma that was read as a stop
        return
    for match in _SMALL_SENTENCE.finditer(document.text):
        start, end = match.span("word")
        block = document.block_at(start)
        if is_possible(match["before"]) and block is not None and block.kind == "text":
            yield _Slip(Span(start, end), match["word"].capitalize(), "sentence", "I", False, "I")


def _titles(document: Document) -> Iterator[_Slip]:
    """ "của Chính phủ Quy định chi tiết …", "về việc Ban hành …": a cited title goes on in the sentence."""
    for reference in document.mentions.references:
        title = reference.title_span
        match = None if title is None else _TITLE_VERB.match(document.text, title.start)
        if match is None or document.in_quotation(match.start("verb")):
            continue
        issuer = reference.issuer_span
        if match["about"] or (issuer is not None and not document.text[issuer.end : match.start()].strip(" ")):
            words = document.words(Span(*match.span("verb")))
            yield _Slip(Span(*match.span("verb")), words[0].lower() + words[1:], "cited", "I", False, "title")


def _unit(words: str, start: int, *, lower: bool) -> _Slip:
    unit = words.split()[0]
    span = Span(start, start + len(unit))
    if lower:
        return _Slip(span, unit.lower(), "unit", "V.7", False, "khoản, điểm")
    return _Slip(span, unit.capitalize(), "", "V.7", False, "Điều")
