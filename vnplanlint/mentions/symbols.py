"""The number and symbol of a document: "158/KH-UBND", "34-CT/TW", "06/2022/QH15".

Only well-formed symbols are read here; ``loose_symbols`` reads the broken ones.
"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.facts import Facts
from vnplanlint.light_typing import NamedTuple
from vnplanlint.mentions.model import Symbol, SymbolShape, System
from vnplanlint.patterns import Match, pattern, verbose
from vnplanlint.spans import Span

_STATE = """
    NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB SY TrS SL
    NĐ TT TTLT VBHN L LCT PL KL CV KHPH QCPH CTPH KHLN KHLT NQLT CTHĐ CTrHĐ KHHĐ TBKL
"""
_PARTY = """
    NQ QĐ CT KL QC TT HD TB TC BC KH CTr ĐA PA TTr CV BB CL BS CĐ GM SL QyĐ KHPH QCPH CTHĐ CTrHĐ KHHĐ TBKL CTPH KHLT
"""
_STATE_TYPES = frozenset(_STATE.upper().split())
_PARTY_TYPES = frozenset(_PARTY.upper().split())

NUMBER = r"\d{1,5}(?:\.\d{1,2})?\p{L}?"
_LETTERS = r"\p{Lu}(?:\p{Lu}|[a-zđ]{1,2}(?!\p{Ll}))*+(?:&[ ]?\p{Lu}{2,}+|&\p{Lu}++)*+"
GROUP = rf"(?:TTg|{_LETTERS})\d{{0,3}}+"
"""One group of capitals: UBND, TTg, BGDĐT, CTĐ&TTN, QLDN2; ends before a word glued to it."""

# After the first hyphen a space is layout or a slip; later only a hyphen that ended a line may be followed by one.
_TAIL = rf"(?:-{GROUP}|-[ ]+(?=[A-ZĐƯ&]{{2}}[A-ZĐƯ&\dg]*+(?!\p{{L}})){GROUP})"
_STATE_SHAPE = verbose(
    rf"""
    (?P<number>{NUMBER}) [ ]* / [ ]*
    (?: (?P<year>\d{{4}}) [ ]* / [ ]* )?
    (?P<first>{GROUP})
    (?P<rest> (?: [ ]* - [ ]* {GROUP} {_TAIL}*+ )? )
    """
)
_PARTY_SHAPE = verbose(
    rf"""
    (?P<number>{NUMBER}) [ ]* - [ ]* (?P<first>{GROUP}) [ ]* / [ ]* (?P<rest>{GROUP} {_TAIL}*+)
    """
)
_BLANK_SHAPE = verbose(
    rf"""
    / [ ]* (?: (?P<year>\d{{4}}) [ ]* / [ ]* )? (?P<first>{GROUP}) [ ]* - [ ]* (?P<rest>{GROUP} {_TAIL}*+)
    | - [ ]* (?P<party>{GROUP}) [ ]* / [ ]* (?P<body>{GROUP} {_TAIL}*+)
    """
)
_BLANK_AHEAD = pattern(r"(?:Số|SỐ|số) *:?[ .…_]*(?=[/-])")
_CANDIDATE = pattern(r"\d(?<!\d\d)\d*+(?:\.\d++)?\p{L}?+ *+[/-] *+(?:\d{4} */ *)?\p{Lu}")
_FILE_ENDING = pattern(r"\.(?:pdf|docx?|xlsx?|zip|rar|signed|html?)\b")
_GOES_ON = pattern(r"[/\\_]\p{Lu}|-[-/]|\.\p{Lu}{2}| *[–—] *\p{Lu}{2}")
_YEAR_BEHIND = pattern(r"(?<=(?:NĐ|TT|NQ|QĐ)-(?:CP|TTg|UBND|HĐND|B\p{Lu}{1,7}))/(?:19|20)\d\d(?![\d/.-])")
_SPACED_TERM = pattern(r"(?<=/(?:QH|UBTVQH)) +\d\d\b")
_SPACED_ORGAN = pattern(r" +(?P<organ>\p{Lu}{2,})\b")
_ASSEMBLY = pattern(r"(?:QH|UBTVQH)(?P<term>\d{1,2})")
_CAPITALISED_END = pattern(r"(?P<base>.*\p{Lu}g?)(?P<word>\p{Lu}[a-zđ]{1,2})")
_FOOTNOTE = pattern(r"(?P<base>.*\p{L})(?P<mark>\d{1,2})")


class Grammar(NamedTuple):
    """What the facts add to the grammar: organs by abbreviation, in capitals."""

    systems: dict[str, System]
    d_forms: dict[str, str]  # "BCSD" -> "BCSĐ"

    def knows(self, organ: str) -> bool:
        """Whether ``organ`` is the abbreviation of a known organ."""
        return organ.upper() in self.systems

    def with_right_d(self, organ: str) -> str:
        """``organ`` with its D and Đ as the organ of that name has them, if there is one."""
        return organ if self.knows(organ) else self.d_forms.get(organ.upper().replace("Đ", "D"), organ)


_LOOK_ALIKES = str.maketrans("ÐðАВСЕНКМОРТХ", "ĐđABCEHKMOPTX")
NO_FACTS = Grammar({}, {})
_latest: tuple[Facts | None, Grammar] = (None, NO_FACTS)


def grammar_of(facts: Facts) -> Grammar:
    """The grammar with the organs of ``facts``; kept for the facts used last."""
    global _latest
    if _latest[0] is not facts:
        systems: dict[str, System] = {organ.abbreviation.upper(): organ.system for organ in facts.organs}
        _latest = (facts, Grammar(systems, {organ.replace("Đ", "D"): organ for organ in systems}))
    return _latest[1]


def parse_symbol(text: str, start: int, grammar: Grammar = NO_FACTS) -> Symbol | None:
    """The well-formed symbol that begins at ``start``, or None.

    At "/" or "-" a symbol without its number is read ("/KH-UBND"); its number is "".
    """
    if text[start : start + 1] in ("/", "-"):
        return _parse_blank(text, start)
    match = _STATE_SHAPE.match(text, start)
    if match is not None:
        return _state_symbol(match, text, grammar)
    match = _PARTY_SHAPE.match(text, start)
    if match is not None and is_party_type(match["first"]):
        return _symbol(match.start(), match.end(), text, match["number"], "", match["first"], match["rest"], grammar)
    return None


def find_symbols(text: str, grammar: Grammar = NO_FACTS) -> list[Symbol]:
    """All well-formed symbols, and those without a number after "Số:"."""
    found = list(_numbered(text, grammar))
    found += _blank(text)
    found.sort(key=lambda symbol: symbol.span)
    return found


def is_state_type(group: str) -> bool:
    """Whether ``group`` abbreviates a type of document outside the Party."""
    return group.upper() in _STATE_TYPES


def is_party_type(group: str) -> bool:
    """Whether ``group`` abbreviates a type of Party document."""
    return group.upper() in _PARTY_TYPES


def may_start_symbol(text: str, start: int) -> bool:
    """Whether a number at ``start`` is free on its left: not the rest of a longer number, road post or path."""
    if start == 0:
        return True
    before = text[start - 1]
    if before == " " or before in "\n\t(“\"':":
        return before != ":" or not text[start - 2 : start - 1].isdigit()
    if before.isalpha():
        return text[max(0, start - 2) : start].lower() == "số"
    return before in ".,;-–" and not (start > 1 and text[start - 2].isalnum())


def is_file_name(text: str, end: int) -> bool:
    """Whether what ends at ``end`` goes on as a file name ("12-KH-UBND.pdf")."""
    return _FILE_ENDING.match(text, end) is not None


def system_of(symbol: Symbol, grammar: Grammar) -> System:
    """The drafting system that the organ of ``symbol`` belongs to."""
    for organ in symbol.organs:
        system = grammar.systems.get(organ.upper(), "unknown")
        if system != "unknown":
            return system
    if symbol.shape == "party":
        return "party"
    if symbol.shape == "youth":
        return "youth"
    return "unknown" if symbol.shape == "malformed" else "state"


def _numbered(text: str, grammar: Grammar) -> Iterator[Symbol]:
    end = 0
    for candidate in _CANDIDATE.finditer(text):
        start = candidate.start()
        if start < end or not may_start_symbol(text, start):
            continue
        symbol = parse_symbol(text, start, grammar)
        if symbol is not None and not is_file_name(text, symbol.span.end):
            end = symbol.span.end
            yield symbol


def _blank(text: str) -> Iterator[Symbol]:
    for match in _BLANK_AHEAD.finditer(text):
        symbol = _parse_blank(text, match.end())
        if symbol is not None:
            yield symbol


def _parse_blank(text: str, start: int) -> Symbol | None:
    match = _BLANK_SHAPE.match(text, start)
    if match is None:
        return None
    first, rest = (match["first"], match["rest"]) if match["first"] else (match["party"], match["body"])
    return _symbol(start, match.end(), text, "", match["year"] or "", first, rest, NO_FACTS)


def _state_symbol(match: Match[str], text: str, grammar: Grammar) -> Symbol | None:
    year = match["year"] or ""
    if year and not "1900" <= year <= "2099":
        return None
    if not match["rest"] and _goes_on(text, match.end(), grammar):
        return None
    if _YEAR_BEHIND.match(text, match.end()) or _SPACED_TERM.match(text, match.end()):
        return None
    return _symbol(match.start(), match.end(), text, match["number"], year, match["first"], match["rest"], grammar)


def _goes_on(text: str, end: int, grammar: Grammar) -> bool:
    """Whether an organ follows behind a sign other than a hyphen, so that a broken symbol stands here."""
    if _GOES_ON.match(text, end):
        return True
    spaced = _SPACED_ORGAN.match(text, end)
    return spaced is not None and grammar.knows(spaced["organ"])


def _symbol(
    start: int, end: int, text: str, number: str, year: str, first: str, rest: str, grammar: Grammar
) -> Symbol | None:
    first, rest = first.translate(_LOOK_ALIKES), rest.translate(_LOOK_ALIKES)
    groups = [first, *(group for group in rest.replace(" ", "").split("-") if group)]
    mark = _footnote_mark(groups[-1], grammar)
    if mark:
        groups[-1] = groups[-1][:-mark]
        end -= mark
    glued = _glued_word(groups[-1], text[end : end + 1], grammar)
    if glued:
        groups[-1] = groups[-1][:-glued]
        end -= glued
    written = text[start:end].replace(" ", "")
    shape, kind, organs = _classify(groups, year, written)
    assembly = _ASSEMBLY.fullmatch(groups[-1])
    return Symbol(
        span=Span(start, end),
        text=written,
        shape=shape,
        number=plain_number(number),
        year=int(year) if year else None,
        year_text=year,
        type=kind,
        organs=organs,
        term=int(assembly["term"]) if assembly else None,
    )


def plain_number(number: str) -> str:
    """A document number without leading zeros."""
    return number.lstrip("0") or number[-1:]


def _classify(groups: list[str], year: str, written: str) -> tuple[SymbolShape, str, tuple[str, ...]]:
    first, others = groups[0], tuple(groups[1:])
    if "-" in written and ("/" not in written or written.index("-") < written.index("/")):
        return ("youth" if _is_youth(others[0]) else "party"), first, others
    if _ASSEMBLY.fullmatch(first):
        return "law", "", (first,)
    if not is_state_type(first):
        return "dispatch", "", (first, *others)
    if first.upper() == "TTLT":
        return "joint", first, others
    if first.upper() == "VBHN":
        return "vbhn", first, others
    if others and others[-1].startswith("UBTVQH") and not year:
        return "ubtv", first, others
    return ("qppl" if year else "admin"), first, others


def _is_youth(organ: str) -> bool:
    return organ.upper().endswith(("ĐTN", "TNCSHCM")) or organ.upper() in ("TĐ", "TWĐ")


def _footnote_mark(group: str, grammar: Grammar) -> int:
    """How many digits at the end of ``group`` are a footnote mark glued to it."""
    assembly = _ASSEMBLY.match(group)
    if assembly is not None:
        return len(group) - assembly.end()
    match = _FOOTNOTE.fullmatch(group)
    if match is None or grammar.knows(group) or not grammar.knows(match["base"]):
        return 0
    return len(match["mark"])


def _glued_word(group: str, following: str, grammar: Grammar) -> int:
    """How many letters at the end of ``group`` begin a capitalised word glued to it ("CPSau khi")."""
    if grammar.knows(group):
        return 0
    match = _CAPITALISED_END.fullmatch(group)
    if match is not None and grammar.knows(match["base"]):
        return len(match["word"])
    return 1 if following.islower() and len(group) > 2 and grammar.knows(group[:-1]) else 0
