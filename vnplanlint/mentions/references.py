"""Documents that a text cites, with type word, symbol, date, issuer and title.

Everything said after a symbol belongs to the nearest symbol before it; the title of
one document may hold another one.
"""

from __future__ import annotations

from collections.abc import Sequence

from vnplanlint.facts import Facts
from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.diagnosis import diagnose
from vnplanlint.mentions.issuers import read_issuer
from vnplanlint.mentions.loose_symbols import find_loose_symbols
from vnplanlint.mentions.model import DateMention, DocumentReference, Symbol
from vnplanlint.mentions.numberless import find_numberless
from vnplanlint.mentions.reference_dates import AFTER_ISSUER, BEFORE_DATE, after_remains, earlier_date, read_date
from vnplanlint.mentions.symbols import Grammar, find_symbols, grammar_of, plain_number, system_of
from vnplanlint.mentions.titles import read_title
from vnplanlint.mentions.type_words import Left, TypeWords, continues_list, far_type_word, read_left, type_words_of
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_BRACKET = pattern(r" *\([^()\n\t]{0,300}\)")
_BRACKET_LENGTH = 300
_LONGEST_BRACKET = 320
_HEADER = pattern(r"(?r)(?:^|[\n\t]) *(?:Số|SỐ) *:?[ .…_]*")
_ENCLOSED = pattern(r"(?r)(?:(?:^|[\n\t]) *[(\[]? *|[(\[] *)(?:Ban +hành +)?[Kk]èm +theo +")


class Raw(NamedTuple):
    """A symbol with what stands before it."""

    symbol: Symbol
    left: Left
    item: bool  # one more item of a list whose type word stands before its first item


def find_references(text: str, dates: Sequence[DateMention], facts: Facts) -> list[DocumentReference]:
    """All documents cited in ``text``, in order."""
    grammar, words = grammar_of(facts), type_words_of(facts)
    strict = find_symbols(text, grammar)
    loose = list(find_loose_symbols(text, strict, grammar))
    symbols = sorted(strict + loose, key=lambda symbol: symbol.span) if loose else strict
    by_start = {date.span.start: date for date in dates}
    raws = _with_left_sides(text, symbols, words, grammar)
    references = _bind(text, raws, dates, by_start, facts, grammar)
    extra = find_numberless(text, references, by_start, facts)
    if extra:
        references = _merged(references, extra)
    return references


def _with_left_sides(text: str, symbols: list[Symbol], words: TypeWords, grammar: Grammar) -> list[Raw]:
    """The symbols that are references, each with its type word."""
    raws: list[Raw] = []
    bound = 0
    for symbol in symbols:
        start = symbol.span.start
        left = read_left(text, bound, start, words)
        item = False
        if not left.word and raws:
            item = _is_list_item(text, raws[-1], left, words)
            if item:
                left = left._replace(word=raws[-1].left.word, number_word=raws[-1].left.number_word)
        if not left.word and symbol.number:
            left = _with_far_word(text, bound, symbol, left, words)
        symbol = _diagnosed(symbol, left, words, grammar)
        if _is_reference(text, symbol, left, grammar):
            raws += _with_shared_numbers(text, symbol, left, item)
        bound = symbol.span.end
    return raws


def _is_list_item(text: str, before: Raw, left: Left, words: TypeWords) -> bool:
    """Whether the symbol follows another one, with at most the other's date between them."""
    return before.left.word != "" and _gap_after(text, before.symbol.span.end, left.start) is not None


def _gap_after(text: str, end: int, start: int) -> bool | None:
    plain = continues_list(text, end, start)
    if plain is not None:
        return plain
    date = BEFORE_DATE.match(text, end, start)
    if date is None:
        return None
    digits = _DATE_WORDS.match(text, date.end(), start)
    return continues_list(text, digits.end(), start) if digits else None


_DATE_WORDS = pattern(r"\d[\d/.\-]*(?: +tháng +\d+(?: +năm +\d+)?)?\)?")


def _with_far_word(text: str, bound: int, symbol: Symbol, left: Left, words: TypeWords) -> Left:
    """A type word further left counts only where it agrees with the symbol."""
    if not left.number_word and symbol.shape != "law":
        return left
    span = far_type_word(text, bound, left.start, words)
    if span is None:
        return left
    word = text[span.start : span.end]
    if symbol.shape == "law":
        agrees = word.split()[-1].lower() in ("luật", "lệnh", "quyết")
    else:
        agrees = symbol.type.upper() in words.abbreviations_of(word)
    return left._replace(start=span.start, word=word, word_span=span) if agrees else left


def _diagnosed(symbol: Symbol, left: Left, words: TypeWords, grammar: Grammar) -> Symbol:
    if symbol.defect:
        return symbol
    expected = words.abbreviations_of(left.word)
    return diagnose(symbol, min(expected) if expected else left.word, grammar)


def _is_reference(text: str, symbol: Symbol, left: Left, grammar: Grammar) -> bool:
    """A number with capitals is a reference after a type word, or where its type and organ are known."""
    if left.word:
        return True
    known_organ = any(grammar.knows(organ) for organ in symbol.organs)
    if symbol.shape == "dispatch":
        return left.number_word and known_organ
    if symbol.shape == "malformed":
        return known_organ or (left.number_word and symbol.type != "")
    return left.number_word or known_organ or symbol.shape in ("qppl", "law", "ubtv", "joint", "party", "vbhn")


def _with_shared_numbers(text: str, symbol: Symbol, left: Left, item: bool) -> list[Raw]:
    """ "số 410 và 415/QĐ-UBND": the bare numbers share the symbol's tail."""
    if not left.shared:
        return [Raw(symbol, left, item)]
    spans = (*left.shared, symbol.span)
    raws = []
    for place, span in enumerate(spans):
        number = text[span.start : span.end]
        bare = symbol._replace(span=span, text=number, number=plain_number(number), defect="", likely="")
        side = left if place == 0 else left._replace(start=span.start, word_span=None)
        raws.append(Raw(symbol if span is symbol.span else bare, side, place > 0))
    return raws


def _bind(
    text: str,
    raws: list[Raw],
    dates: Sequence[DateMention],
    by_start: dict[int, DateMention],
    facts: Facts,
    grammar: Grammar,
) -> list[DocumentReference]:
    references: list[DocumentReference] = []
    starts = [raw.left.start for raw in raws]
    for place, raw in enumerate(raws):
        limits = (*starts[place + 1 : place + _BRACKET_LENGTH], len(text))
        references.append(_reference(text, raw, limits, dates, by_start, facts, grammar))
    return _with_titles(text, references)


def _reference(
    text: str,
    raw: Raw,
    starts: Sequence[int],
    dates: Sequence[DateMention],
    by_start: dict[int, DateMention],
    facts: Facts,
    grammar: Grammar,
) -> DocumentReference:
    symbol, left = raw.symbol, raw.left
    end = symbol.span.end
    limit = max(starts[0], end)
    end = after_remains(text, end, limit)
    date, malformed, end = read_date(text, end, limit, by_start)
    certain = True
    name_start = _after_bracket(text, end)
    if name_start > limit:
        limit = next(start for start in starts if start >= name_start)
    issuer = read_issuer(text, name_start, facts)
    if issuer is not None and issuer.end > limit:
        issuer = None
    if issuer is not None:
        end = issuer.end
        if date is None and malformed is None:
            late = AFTER_ISSUER.match(text, end, limit)
            date = by_start.get(late.end()) if late else None
            end = date.span.end if date else end
    if date is None and malformed is None:
        date = earlier_date(text, left.start, dates)
        certain = date is None
    header = left.word == "" and _HEADER.match(text, max(0, symbol.span.start - 60), symbol.span.start) is not None
    enclosed = _ENCLOSED.match(text, max(0, left.start - 60), left.start) is not None
    return DocumentReference(
        span=Span(left.start, end),
        type_word=" ".join(left.word.split()),
        type_span=left.word_span,
        symbol=symbol,
        date=date,
        issuer=issuer.words(text) if issuer else "",
        issuer_span=issuer,
        title="",
        title_span=None,
        has_number_word=left.number_word,
        system=system_of(symbol, grammar),
        own=header or enclosed or symbol.number == "",
        date_certain=certain,
        malformed_date=malformed,
    )


def _after_bracket(text: str, end: int) -> int:
    bracket = _BRACKET.match(text, end, end + _LONGEST_BRACKET)  # without a limit the library looks for ")" to the end
    return bracket.end() if bracket else end


_COORDINATION = pattern(r"(?r)(?:[,;]| và| cùng| và +các| hoặc) *")
_COORDINATION_LENGTH = 12


def _with_titles(text: str, references: list[DocumentReference]) -> list[DocumentReference]:
    """Give each reference its title, and tell which ones stand inside the title of another."""
    found: list[DocumentReference] = []
    for reference, limit in zip(references, _title_limits(text, references), strict=True):
        start = _after_bracket(text, reference.span.end)
        title = read_title(text, start, limit)
        if title is not None:
            words = title.words(text)
            reference = reference._replace(title=words, title_span=title)
        found.append(reference._replace(nested_in=_outer(found, reference, text)))
    return found


def _title_limits(text: str, references: list[DocumentReference]) -> list[int]:
    """For each document, where the next one of the same level begins."""
    limits: list[int] = []
    beyond = [len(text)]  # for each place counted from the end: the first document of any level that may be one
    for place in range(len(references) - 1, -1, -1):
        end = references[place].span.end
        limits.append(_limit_after(text, references, place + 1, end, beyond))
        start = references[place].span.start
        beyond.append(start if _may_be_beside(text, references[place], 0) else beyond[-1])
    limits.reverse()
    return limits


def _limit_after(text: str, references: list[DocumentReference], place: int, end: int, beyond: list[int]) -> int:
    while place < len(references) and references[place].span.start - _COORDINATION_LENGTH < end:
        if _may_be_beside(text, references[place], end):
            return references[place].span.start
        place += 1
    return beyond[len(references) - place]


def _may_be_beside(text: str, other: DocumentReference, end: int) -> bool:
    """Whether ``other`` stands beside a document that ends at ``end``, and not in its title."""
    start = other.span.start
    low = max(end, start - _COORDINATION_LENGTH)
    return low <= start and (other.type_span is None or _COORDINATION.match(text, low, start) is not None)


def _outer(found: list[DocumentReference], reference: DocumentReference, text: str) -> int | None:
    for place in range(len(found) - 1, max(-1, len(found) - 8), -1):
        title = found[place].title_span
        if title is not None and title.start <= reference.span.start < title.end:
            return place
    before = found[-1] if found else None
    if before and before.symbol and _gap_after(text, before.symbol.span.end, reference.span.start) is not None:
        return before.nested_in
    return None


def _merged(references: list[DocumentReference], extra: list[DocumentReference]) -> list[DocumentReference]:
    """Both lists in order of place, with ``nested_in`` pointing into the new list."""
    numbered = [(reference.span, 0, place, reference) for place, reference in enumerate(references)]
    both = sorted(numbered + [(reference.span, 1, place, reference) for place, reference in enumerate(extra)])
    moved = {i: place for place, (_, kind, i, _) in enumerate(both) if kind == 0}
    return [r if r.nested_in is None else r._replace(nested_in=moved[r.nested_in]) for _, _, _, r in both]
