"""What is wrong with a symbol whose shape alone looks right: a lost hyphen, D for Đ, the wrong system."""

from __future__ import annotations

from vnplanlint.mentions.model import Symbol
from vnplanlint.mentions.symbols import Grammar, is_party_type, is_state_type

D_TYPES = {"QD": "QĐ", "ND": "NĐ", "QYD": "QyĐ"}
_AS_WRITTEN = {"TTR": "TTr", "CTR": "CTr", "QYĐ": "QyĐ"}
_PLAIN_STATE_ORGANS = frozenset(("UBND", "HĐND", "CP", "TTG", "VPUBND", "VPCP"))
_CLEAR_TYPES = frozenset(("KH", "QĐ", "NĐ", "TTR", "NQ", "CTR"))
_OCR_LETTERS = frozenset("O0Il1")
_LEVELS_GLUED = frozenset(("TP", "TX", "TT", "KV"))  # UBNDTP: of the city
_ALWAYS_WITH_YEAR = ("NĐ", "TT")


def diagnose(symbol: Symbol, expected_type: str, grammar: Grammar) -> Symbol:
    """``symbol`` with its defect, if it has one that the shape alone does not show.

    ``expected_type`` is the abbreviation of the type word before it, "" if none.
    """
    if symbol.number[-1:] in ("O", "o"):
        return _letter_for_zero(symbol)
    if symbol.shape == "dispatch":
        return (
            _hyphen_lost(symbol, expected_type, grammar)
            or _d_in_type(symbol, grammar)
            or _letter_twice(symbol, expected_type, grammar)
            or _unit_glued(symbol, grammar)
            or symbol
        )
    if symbol.shape == "law":
        return symbol
    return (
        _d_in_organ(symbol, grammar)
        or _wrong_system(symbol, grammar)
        or _stray_letter(symbol, grammar)
        or _swapped_letters(symbol, grammar)
        or _year_missing(symbol, expected_type, grammar)
        or symbol
    )


def _letter_for_zero(symbol: Symbol) -> Symbol:
    """ "12O/QĐ-UBND": the letter O at the end of the number."""
    number = symbol.number[:-1] + "0"
    place = symbol.text.index(symbol.number) + len(symbol.number) - 1
    likely = symbol.text[:place] + "0" + symbol.text[place + 1 :]
    return symbol._replace(shape="malformed", number=number, defect="digit", likely=likely)


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
        shortest = 3 if kind.isupper() else 2
        if known or (expected and clear and len(organ) >= shortest and len(symbol.organs) == 1):
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
    kind = D_TYPES.get(symbol.organs[0].upper())
    if kind is None or len(symbol.organs) < 2:
        return None
    organs = tuple(grammar.with_right_d(organ) for organ in symbol.organs[1:])
    if not grammar.knows(organs[0]):
        return None
    likely = _head(symbol) + kind + "-" + "-".join(organs)
    return symbol._replace(shape="malformed", type=kind, organs=organs, defect="d", likely=likely)


def _letter_twice(symbol: Symbol, expected_type: str, grammar: Grammar) -> Symbol | None:
    """ "64/2015/NDD-CP": a letter of the type was struck twice."""
    written = symbol.organs[0]
    if len(symbol.organs) < 2 or grammar.knows(written) or not grammar.knows(symbol.organs[1]):
        return None
    if not is_state_type(expected_type) or _once_each(written) != _once_each(expected_type):
        return None
    kind = _AS_WRITTEN.get(expected_type.upper(), expected_type.upper())
    likely = _head(symbol) + "-".join((kind, *symbol.organs[1:]))
    return symbol._replace(shape="malformed", type=kind, organs=symbol.organs[1:], defect="letter-twice", likely=likely)


def _once_each(letters: str) -> str:
    """Letters without repeats next to each other, case and the stroke of Đ."""
    plain = letters.upper().replace("Đ", "D")
    return "".join(letter for place, letter in enumerate(plain) if plain[place - 1 : place] != letter)


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


def _unit_glued(symbol: Symbol, grammar: Grammar) -> Symbol | None:
    """ "427/UBNDTHVX": the hyphen between organ and unit is lost."""
    organ = symbol.organs[0]
    unit = organ[4:]
    if len(symbol.organs) > 1 or organ[:4] not in ("UBND", "HĐND") or len(unit) < 2 or unit in _LEVELS_GLUED:
        return None
    likely = _head(symbol) + organ[:4] + "-" + unit
    return symbol._replace(organs=(organ[:4], unit), defect="hyphen-perhaps-lost", likely=likely)


def _year_missing(symbol: Symbol, expected_type: str, grammar: Grammar) -> Symbol | None:
    """ "Nghị định số 30/NĐ-CP": decrees and circulars hold their year."""
    kind = symbol.type.upper()
    if symbol.shape != "admin" or kind not in _ALWAYS_WITH_YEAR or expected_type.upper() != kind:
        return None
    return symbol._replace(defect="no-year") if symbol.organs and grammar.knows(symbol.organs[0]) else None
