"""Symbols that break the grammar: a second, loose pass, and what is wrong with what it reads.

Nothing is guessed: a broken symbol counts only where one small, well-known repair
turns it into a symbol of the grammar with a known type or organ.
"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.mentions.diagnosis import D_TYPES, diagnose
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
_LONGEST = 200
"""Characters; no symbol has so many, and what has is no word of a text."""
_CANDIDATE = pattern(
    r"\d{1,9}+(?:[\d./\\_|–—-]|[lI](?=\p{Lu})| (?=[/–—-])| (?=\p{Lu}\p{L}{1,3}[/-]\p{Lu}{2})){0,24}+\p{Lu}"
)
_ENDING = r"(?:-[\p{Lu}\d&g]+)*"
_ORGAN = rf"\p{{Lu}}[\p{{L}}&]+\d?{_ENDING}"
_TYPE = r"\p{Lu}[\p{L}]{0,4}"
_PARTY_ORGAN = r"(?:\p{Lu}*(?:TW|TU|ĐTN)|HU|ĐU|BCSĐ)"


def _by_type(number: str, kind: str, organ: str, grammar: Grammar) -> str:
    """The right shape for the organ: ``number-kind/organ`` for the Party, ``number/kind-organ`` elsewhere."""
    head = organ.split("-")[0]
    head = grammar.with_right_d(head)
    in_party = grammar.systems.get(head.upper()) in ("party", "youth")
    return f"{number}-{kind}/{organ}" if in_party else f"{number}/{kind}-{organ}"


_REPAIRS: tuple[tuple[str, Pattern[str], str], ...] = (
    ("double", pattern(r"(?P<a>[/-])(?P=a)+"), "{1}"),
    ("double", pattern(r"-/"), "-"),
    ("backslash", pattern(r"\\"), "/"),
    ("underscore", pattern(r"_"), "-"),
    ("dot", pattern(rf"^({NUMBER})\.(\d{{4}})/"), "{1}/{2}/"),
    ("dot", pattern(rf"^({NUMBER}(?:/\d{{4}})?/{_TYPE})\.(?=\p{{Lu}}{{2}})"), "{1}-"),
    ("digit", pattern(rf"^({NUMBER}/(?:19|20)\d\d)[1lI|](?=\p{{Lu}})"), "{1}/"),
    ("digit", pattern(r"(?<=^\d{0,4}/[12][\dOo]{0,2})[Oo](?=[\dOo]{0,2}/)"), "0"),
    ("digit", pattern(r"(?<=^\d{1,3}|^)[Oo](?=\d{0,3}/)"), "0"),
    ("slash-lost", pattern(rf"^(\d{{1,5}}/(?:19|20)\d\d)(?={_TYPE}-\p{{Lu}})"), "{1}/"),
    ("slash-lost", pattern(rf"^(\d{{1,5}})(?={_TYPE}-\p{{Lu}})"), "{1}/"),
    ("hyphen-lost", pattern(rf"^(\d{{1,5}})({_TYPE})/(?={_PARTY_ORGAN}{_ENDING}$)"), "{1}-{2}/"),
    ("slash-lost", pattern(rf"^(\d{{1,5}})({_TYPE})/(?=(?:UBND|HĐND|CP|TTg){_ENDING}$)"), "{1}/{2}-"),
    ("slash-lost", pattern(r"^(\d{1,5}-(?:NQ|CT|KL|QĐ|HD|TB|BC|KH|CTr))(?=(?:TW|TU|HU|ĐU)$)"), "{1}/"),
    ("year-behind", pattern(rf"^({NUMBER})/(\p{{Lu}}{{2}}-\p{{Lu}}[\p{{Lu}}g]+)/((?:19|20)\d\d)$"), "{1}/{3}/{2}"),
    ("slash-lost", pattern(rf"^(\d{{1,3}})((?:19|20)\d\d)/(?=(?:NĐ|TT)-{_ORGAN}$)"), "{1}/{2}/"),
    ("slash-for-hyphen", pattern(rf"^({NUMBER}/\d{{4}}/{_TYPE})/(?={_ORGAN}$)"), "{1}-"),
    ("hyphen-for-slash", pattern(rf"^({NUMBER})-(\d{{4}})-(?={_TYPE}-{_ORGAN}$)"), "{1}/{2}/"),
    ("hyphen-for-slash", pattern(rf"^({NUMBER}/\d{{4}})-({_TYPE})[/-](?={_ORGAN}$)"), "{1}/{2}-"),
    ("hyphen-for-slash", pattern(rf"^({NUMBER})[/-](\d{{4}})-?(?=(?:QH|UBTVQH)\d\d$)"), "{1}/{2}/"),
)
_THREE_PARTS = pattern(rf"(?P<number>{NUMBER})(?P<sign>[/-])(?P<kind>{_TYPE})(?P=sign)(?P<organ>{_ORGAN})")
_SPACED = pattern(rf"(?P<head>{NUMBER}(?:/\d{{4}})?/(?P<kind>{_TYPE})) +(?P<organ>\p{{Lu}}{{2,}})\b")
_SPACED_TERM = pattern(rf"(?P<head>{NUMBER}/\d{{4}}/(?:QH|UBTVQH)) +(?P<term>\d\d)\b")
_AFTER_NUMBER = pattern(
    rf"(?P<number>\d{{1,5}}) +(?P<kind>{_TYPE})[/-](?P<organ>\p{{Lu}}[\p{{Lu}}g]+{_ENDING})(?!\p{{L}})"
)
_NUMBER_WORD = pattern(r"(?r)(?i:số) *:? *")
_BAD_YEAR = pattern(rf"(?P<number>{NUMBER})/(?P<year>\d{{3}}|\d{{5,6}})/(?P<rest>.+)")


def find_loose_symbols(text: str, taken: list[Symbol], grammar: Grammar) -> Iterator[Symbol]:
    """The broken symbols of ``text`` outside the well-formed ones of ``taken``."""
    before = sorted((symbol.span for symbol in taken), reverse=True)
    end = 0
    for candidate in _CANDIDATE.finditer(text):
        start = candidate.start()
        while before and before[-1].start <= start:
            end = max(end, before.pop().end)
        if start < end or not may_start_symbol(text, start):
            continue
        symbol = read_loose_symbol(text, start, grammar)
        if symbol is not None and not is_file_name(text, symbol.span.end):
            end = symbol.span.end
            yield symbol


def read_loose_symbol(text: str, start: int, grammar: Grammar) -> Symbol | None:
    """The broken symbol that begins at ``start``, if one repair makes it a symbol."""
    spaced = _spaced(text, start, grammar)
    if spaced is not None:
        return spaced
    match = _TOKEN.match(text, start, start + _LONGEST)
    assert match is not None
    if match.end() - start == _LONGEST:
        return None
    written = match[0].rstrip(" ./-–—_|\\&")
    span = Span(start, start + len(written))
    token = written.replace(" ", "")
    plain = token.replace("–", "-").replace("—", "-")
    if plain != token:
        symbol = _parse_whole(plain, grammar)
        if symbol is not None:
            return _broken(symbol, span, token, "dash")
    for defect, wrong, right in _REPAIRS:
        repaired = _replaced(wrong, right, plain)
        if repaired != plain:
            symbol = _parse_whole(repaired, grammar)
            if symbol is not None:
                return _broken(symbol, span, token, defect)
    return _three_parts(plain, span, token, grammar) or _bad_year(plain, span, token, grammar)


def _spaced(text: str, start: int, grammar: Grammar) -> Symbol | None:
    """A symbol with a space for one of its signs: "10/CT UBND", "12 NQ/TW", "06/2022/QH 15"."""
    match = _SPACED.match(text, start, start + _LONGEST)
    if match is not None and grammar.knows(match["organ"]) and is_state_type(match["kind"]):
        return _joined(match, f"{match['head']}-{match['organ']}", "hyphen-lost", grammar)
    match = _SPACED_TERM.match(text, start, start + _LONGEST)
    if match is not None:
        return _joined(match, match["head"] + match["term"], "space", grammar)
    match = _AFTER_NUMBER.match(text, start) if _NUMBER_WORD.match(text, max(0, start - 8), start) else None
    if match is None or not grammar.knows(match["organ"].split("-")[0]):
        return None
    if not is_state_type(match["kind"]) and not is_party_type(match["kind"]):
        return None
    return _joined(match, _by_type(match["number"], match["kind"], match["organ"], grammar), "slash-lost", grammar)


def _joined(match: Match[str], right: str, defect: str, grammar: Grammar) -> Symbol | None:
    symbol = _parse_whole(right, grammar)
    return None if symbol is None else _broken(symbol, Span(*match.span()), " ".join(match[0].split()), defect)


def _replaced(wrong: Pattern[str], right: str, plain: str) -> str:
    """``plain`` with the groups of ``wrong`` put into ``right`` (templates of ``sub`` would load the compiler)."""
    return wrong.sub(lambda match: right.format(match[0], *match.groups()), plain)


def _three_parts(plain: str, span: Span, token: str, grammar: Grammar) -> Symbol | None:
    match = _THREE_PARTS.fullmatch(plain)
    if match is None:
        return None
    kind = D_TYPES.get(match["kind"].upper(), match["kind"])
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
    if not symbol.organs:
        return None
    return symbol if symbol.type or symbol.shape == "law" or grammar.knows(symbol.organs[0]) else None


def _broken(symbol: Symbol, span: Span, token: str, defect: str, likely: str | None = None) -> Symbol:
    best = symbol.likely or symbol.text
    return symbol._replace(
        span=span, text=token, shape="malformed", defect=defect, likely=best if likely is None else likely
    )
