"""Symbols that break the grammar: a second, loose pass, and what is wrong with what it reads.

Nothing is guessed: a broken symbol counts only where one small, well-known repair
turns it into a symbol of the grammar with a known type or organ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from vnplanlint.mentions.model import Symbol
from vnplanlint.mentions.symbols import (
    NUMBER,
    Grammar,
    is_file_name,
    is_party_type,
    is_state_type,
    may_start_symbol,
    parse_symbol,
)
from vnplanlint.patterns import Match, Pattern, pattern
from vnplanlint.spans import Span

_TOKEN = pattern(r"\d(?:[\d\p{L}.&_|\\]|[/–—-]++(?: *+(?=[\d\p{L}/–—-]))?| ++[–—] *+(?=\p{Lu}{2}))*+")
_CANDIDATE = pattern(r"\d++(?:[\d./\\_|–—-]|[lI](?=\p{Lu})| (?=[/–—-]))*+\p{Lu}[\p{Lu}&]*+[\p{L}\d.]*+[/\\_.–—-]?")
_ENDING = r"(?:-[\p{Lu}\d&g]+)*"
_ORGAN = rf"\p{{Lu}}[\p{{L}}&]+\d?{_ENDING}"
_TYPE = r"\p{Lu}[\p{L}]{0,4}"

Repair = Callable[["Match[str]"], str]


def _by_type(number: str, kind: str, organ: str, grammar: Grammar) -> str:
    """The right shape for the organ: ``number-kind/organ`` for the Party, ``number/kind-organ`` elsewhere."""
    head = organ.split("-")[0]
    head = grammar.with_right_d(head)
    in_party = grammar.systems.get(head.upper()) in ("party", "youth")
    return f"{number}-{kind}/{organ}" if in_party else f"{number}/{kind}-{organ}"


_REPAIRS: tuple[tuple[str, Pattern[str], str], ...] = (
    ("double", pattern(r"(?P<a>[/-])(?P=a)+"), r"\g<a>"),
    ("backslash", pattern(r"\\"), "/"),
    ("underscore", pattern(r"_"), "-"),
    ("dot", pattern(rf"^({NUMBER})\.(\d{{4}})/"), r"\1/\2/"),
    ("dot", pattern(rf"^({NUMBER}(?:/\d{{4}})?/{_TYPE})\.(?=\p{{Lu}}{{2}})"), r"\1-"),
    ("digit", pattern(rf"^({NUMBER}/(?:19|20)\d\d)[1lI|](?=\p{{Lu}})"), r"\1/"),
    ("slash-lost", pattern(rf"^(\d{{1,5}}/(?:19|20)\d\d)(?={_TYPE}-\p{{Lu}})"), r"\1/"),
    ("slash-lost", pattern(rf"^(\d{{1,5}})(?={_TYPE}-\p{{Lu}})"), r"\1/"),
    ("slash-for-hyphen", pattern(rf"^({NUMBER}/\d{{4}}/{_TYPE})/(?={_ORGAN}$)"), r"\1-"),
    ("hyphen-for-slash", pattern(rf"^({NUMBER})-(\d{{4}})-(?={_TYPE}-{_ORGAN}$)"), r"\1/\2/"),
    ("hyphen-for-slash", pattern(rf"^({NUMBER})[/-](\d{{4}})-?(?=(?:QH|UBTVQH)\d\d$)"), r"\1/\2/"),
)
_THREE_PARTS = pattern(rf"(?P<number>{NUMBER})(?P<sign>[/-])(?P<kind>{_TYPE})(?P=sign)(?P<organ>{_ORGAN})")
_SPACED = pattern(rf"(?P<head>{NUMBER}(?:/\d{{4}})?/(?P<kind>{_TYPE})) +(?P<organ>\p{{Lu}}{{2,}})\b")
_BAD_YEAR = pattern(rf"(?P<number>{NUMBER})/(?P<year>\d{{3}}|\d{{5,6}})/(?P<rest>.+)")
_D_TYPES = {"QD": "QĐ", "ND": "NĐ", "QYD": "QyĐ"}
_PLAIN_STATE_ORGANS = frozenset(("UBND", "HĐND", "CP", "TTG", "VPUBND", "VPCP"))
_CLEAR_TYPES = frozenset(("KH", "QĐ", "NĐ", "TTR", "NQ", "CTR"))
_OCR_LETTERS = frozenset("O0Il1")


def find_loose_symbols(text: str, taken: list[Symbol], grammar: Grammar) -> Iterator[Symbol]:
    """The broken symbols of ``text`` outside the well-formed ones of ``taken``."""
    starts = {symbol.span.start for symbol in taken}
    end = 0
    for candidate in _CANDIDATE.finditer(text):
        start = candidate.start()
        if start in starts or start < end or _inside(taken, start) or not may_start_symbol(text, start):
            continue
        symbol = read_loose_symbol(text, start, grammar)
        if symbol is not None and not is_file_name(text, symbol.span.end):
            end = symbol.span.end
            yield symbol


def _inside(taken: list[Symbol], offset: int) -> bool:
    return any(symbol.span.start <= offset < symbol.span.end for symbol in taken)


def read_loose_symbol(text: str, start: int, grammar: Grammar) -> Symbol | None:
    """The broken symbol that begins at ``start``, if one repair makes it a symbol."""
    spaced = _SPACED.match(text, start)
    if spaced is not None and grammar.knows(spaced["organ"]) and is_state_type(spaced["kind"]):
        symbol = _parse_whole(f"{spaced['head']}-{spaced['organ']}", grammar)
        if symbol is not None:
            return _broken(symbol, Span(*spaced.span()), " ".join(spaced[0].split()), "hyphen-lost")
    match = _TOKEN.match(text, start)
    assert match is not None
    written = match[0].rstrip(" ./-–—_|\\&")
    span = Span(start, start + len(written))
    token = written.replace(" ", "")
    plain = token.replace("–", "-").replace("—", "-")
    if plain != token:
        symbol = _parse_whole(plain, grammar)
        if symbol is not None:
            return _broken(symbol, span, token, "dash")
    for defect, wrong, right in _REPAIRS:
        repaired = wrong.sub(right, plain)
        if repaired != plain:
            symbol = _parse_whole(repaired, grammar)
            if symbol is not None:
                return _broken(symbol, span, token, defect)
    return _three_parts(plain, span, token, grammar) or _bad_year(plain, span, token, grammar)


def _three_parts(plain: str, span: Span, token: str, grammar: Grammar) -> Symbol | None:
    match = _THREE_PARTS.fullmatch(plain)
    if match is None:
        return None
    kind = _D_TYPES.get(match["kind"].upper(), match["kind"])
    symbol = _parse_whole(_by_type(match["number"], kind, match["organ"], grammar), grammar)
    if symbol is None:
        return None
    return _broken(symbol, span, token, "hyphen-for-slash" if match["sign"] == "-" else "slash-for-hyphen")


def _bad_year(plain: str, span: Span, token: str, grammar: Grammar) -> Symbol | None:
    match = _BAD_YEAR.fullmatch(plain)
    if match is None:
        return None
    years = likely_years(match["year"])
    symbol = _parse_whole(f"{match['number']}/{years[0] if years else 2000}/{match['rest']}", grammar)
    if symbol is None:
        return None
    symbol = symbol._replace(year=None, year_text=match["year"])
    return _broken(symbol, span, token, "year", likely=symbol.text if len(years) == 1 else "")


def likely_years(digits: str) -> list[str]:
    """The years that ``digits`` with one digit too many may have meant."""
    if len(digits) != 5:
        return []
    shorter = {digits[:place] + digits[place + 1 :] for place in range(5)}
    return sorted(year for year in shorter if "1945" <= year <= "2039")


def _parse_whole(token: str, grammar: Grammar) -> Symbol | None:
    """``token`` as a symbol, if all of it is one whose type or law-giver is known."""
    symbol = parse_symbol(token, 0, grammar)
    if symbol is None or symbol.span.end != len(token):
        return None
    symbol = diagnose(symbol, "", grammar)
    return symbol if symbol.organs and (symbol.type or symbol.shape == "law") else None


def _broken(symbol: Symbol, span: Span, token: str, defect: str, likely: str | None = None) -> Symbol:
    best = symbol.likely or symbol.text
    return symbol._replace(
        span=span, text=token, shape="malformed", defect=defect, likely=best if likely is None else likely
    )


def diagnose(symbol: Symbol, expected_type: str, grammar: Grammar) -> Symbol:
    """``symbol`` with its defect, if it has one that the shape alone does not show.

    ``expected_type`` is the abbreviation of the type word before it, "" if none.
    """
    if symbol.shape == "dispatch":
        return _hyphen_lost(symbol, expected_type, grammar) or _d_in_type(symbol, grammar) or symbol
    if symbol.shape == "law":
        return symbol
    return (
        _d_in_organ(symbol, grammar)
        or _wrong_system(symbol, grammar)
        or _stray_letter(symbol, grammar)
        or _swapped_letters(symbol, grammar)
        or symbol
    )


def _hyphen_lost(symbol: Symbol, expected_type: str, grammar: Grammar) -> Symbol | None:
    """ "50/KHLĐTBXH": type and organ run together."""
    glued = symbol.organs[0]
    if grammar.knows(glued) or len(glued) < 4:
        return None
    expected = expected_type.upper()
    for length in range(min(4, len(glued) - 2), 1, -1):
        kind, organ = glued[:length], glued[length:]
        if not is_state_type(kind) or (expected and kind.upper() != expected):
            continue
        bare = grammar.with_right_d(organ)
        clear = kind.upper() in _CLEAR_TYPES
        known = grammar.knows(bare) and (expected != "" or clear)
        if known or (expected and clear and len(organ) > 2 and len(symbol.organs) == 1):
            organs = (bare, *symbol.organs[1:])
            likely = _head(symbol) + kind + "-" + "-".join(organs)
            defect = "hyphen-lost" if known else "hyphen-perhaps-lost"
            return symbol._replace(shape="malformed", type=kind, organs=organs, defect=defect, likely=likely)
    return None


def _head(symbol: Symbol) -> str:
    """The symbol's number and year as written, with their slashes."""
    return symbol.text[: symbol.text.rindex("/") + 1]


def _d_in_type(symbol: Symbol, grammar: Grammar) -> Symbol | None:
    """ "15/QD-UBND": D for Đ in the type."""
    kind = _D_TYPES.get(symbol.organs[0].upper())
    if kind is None or len(symbol.organs) < 2:
        return None
    organs = tuple(grammar.with_right_d(organ) for organ in symbol.organs[1:])
    if not grammar.knows(organs[0]):
        return None
    likely = _head(symbol) + kind + "-" + "-".join(organs)
    return symbol._replace(shape="malformed", type=kind, organs=organs, defect="d", likely=likely)


def _d_in_organ(symbol: Symbol, grammar: Grammar) -> Symbol | None:
    """ "16/KH-LDLD": D for Đ in the organ."""
    organs = tuple(grammar.with_right_d(organ) for organ in symbol.organs)
    if organs == symbol.organs:
        return None
    likely = symbol.text
    for wrong, right in zip(symbol.organs, organs, strict=True):
        likely = _right_end(likely, wrong, right)
    return symbol._replace(organs=organs, defect="d", likely=likely)


def _right_end(text: str, old: str, new: str) -> str:
    head, _, tail = text.rpartition(old)
    return head + new + tail


def _wrong_system(symbol: Symbol, grammar: Grammar) -> Symbol | None:
    """ "37/KH-TU": a Party organ in the shape of the state, or the reverse."""
    if not symbol.organs:
        return None
    organ = symbol.organs[0].upper()
    number = symbol.text.split("/")[0].split("-")[0]
    organs = "-".join(symbol.organs)
    if symbol.shape in ("admin", "qppl") and grammar.systems.get(organ) == "party" and is_party_type(symbol.type):
        return symbol._replace(defect="party-organ", likely=f"{number}-{symbol.type}/{organs}")
    if symbol.shape == "party" and organ in _PLAIN_STATE_ORGANS and is_state_type(symbol.type):
        return symbol._replace(defect="state-organ", likely=f"{number}/{symbol.type}-{organs}")
    return None


def _stray_letter(symbol: Symbol, grammar: Grammar) -> Symbol | None:
    """ "KH-LĐTBOXH": one letter that scanning put into a long, known abbreviation."""
    for organ in symbol.organs:
        if len(organ) < 5 or grammar.knows(organ):
            continue
        for place in range(1, len(organ) - 1):
            right = organ[:place] + organ[place + 1 :]
            if organ[place] in _OCR_LETTERS and grammar.knows(right):
                return _with_organ(symbol, organ, right, "letter")
    return None


def _swapped_letters(symbol: Symbol, grammar: Grammar) -> Symbol | None:
    """ "QĐ-UNBD": two neighbouring letters of UBND or HĐND changed places."""
    organ = symbol.organs[0] if symbol.organs else ""
    if len(organ) != 4 or grammar.knows(organ):
        return None
    for place in range(3):
        right = organ[:place] + organ[place + 1] + organ[place] + organ[place + 2 :]
        if right in ("UBND", "HĐND"):
            return _with_organ(symbol, organ, right, "swapped")
    return None


def _with_organ(symbol: Symbol, wrong: str, right: str, defect: str) -> Symbol:
    organs = tuple(right if organ == wrong else organ for organ in symbol.organs)
    return symbol._replace(organs=organs, defect=defect, likely=_right_end(symbol.text, wrong, right))
