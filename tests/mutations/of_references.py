"""Mistakes in what is said of other documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from .kinds import Change, mistake, replace
from .of_dates import DAY, moved

TYPES = (
    "Luật|Nghị quyết|Nghị định|Quyết định|Thông tư|Chỉ thị|Kết luận|Kế hoạch|Hướng dẫn|Chương trình|Tờ trình|Công văn"
)
SYMBOL = r"\d+(?:/\d{4})?[/-][\p{L}\d&]+(?:[-/][\p{L}&]+)*"
CITATION = regex.compile(
    rf"(?P<type>{TYPES})(?P<more>\s+hành\s+động)?\s+(?P<number_word>số)\s+(?P<symbol>{SYMBOL})"
    rf"(?P<dated>,?\s+ngày\s+(?P<date>{DAY}))?(?P<issued>\s+của\s+(?P<issuer>Chính phủ|Thủ tướng Chính phủ|Bộ Chính trị))?"
)
LAW = regex.compile(rf"số\s+(?P<symbol>(?P<number>\d+)/(?P<year>\d{{4}})/QH(?P<term>\d\d))\s+ngày\s+(?P<date>{DAY})")
KEMTHEO = regex.compile(r"\((?:Ban hành )?[Kk]èm theo\s+$")


class Citation(NamedTuple):
    """One citation, and whether the same symbol stands before it."""

    match: regex.Match[str]
    repeated: bool
    again: bool


def citations(text: str) -> list[Citation]:
    """All that stand in running text (not the "Kèm theo" line of an appendix)."""
    found, seen = [], set[str]()
    for match in CITATION.finditer(text):
        symbol = match["symbol"]
        if not KEMTHEO.search(text[max(0, match.start() - 30) : match.start()]):
            found.append(Citation(match, text.count(symbol) > 1, symbol in seen))
        seen.add(symbol)
    return found


def state(symbol: str) -> bool:
    return not is_party(symbol) and "/QH" not in symbol


def is_party(symbol: str) -> bool:
    return bool(regex.match(r"\d+-", symbol))


@mistake("symbol, hyphen dropped", "VB201")
def hyphen_dropped(text: str) -> Iterator[Change]:
    for match, *_ in citations(text):
        if "-" in match["symbol"] and match["type"] != "Công văn":
            place = match.start("symbol") + match["symbol"].index("-")
            yield replace(place, place + 1, "", match.span())


@mistake("symbol, slash and hyphen swapped", "VB201")
def marks_swapped(text: str) -> Iterator[Change]:
    swap = str.maketrans("/-", "-/")
    for match, *_ in citations(text):
        year = regex.match(r"\d+/\d{4}(?=/)", match["symbol"])
        kept = year[0] if year else ""
        if "-" in match["symbol"] and regex.search(r"\b(?:UBND|CP|TTg|TW|TU|BGDĐT)$", match["symbol"]):
            wrong = kept + match["symbol"][len(kept) :].translate(swap)
            yield replace(*match.span("symbol"), wrong, match.span())


@mistake("symbol, slash doubled", "VB201")
def slash_doubled(text: str) -> Iterator[Change]:
    for match, *_ in citations(text):
        place = match.start("symbol") + match["symbol"].index("/")
        yield replace(place, place, "/", match.span())


@mistake("symbol, D for Đ", "VB201")
def plain_d(text: str) -> Iterator[Change]:
    for match, *_ in citations(text):
        if "Đ" in match["symbol"] and match["type"] != "Công văn":  # anybody may call a unit QLDD
            yield replace(*match.span("symbol"), match["symbol"].replace("Đ", "D"), match.span())


@mistake("symbol, year of five digits", "VB201", "NT101")
def five_digit_year(text: str) -> Iterator[Change]:
    for match, *_ in citations(text):
        if year := regex.search(r"/\d{4}/", match["symbol"]):
            place = match.start("symbol") + year.end() - 1
            yield replace(place, place, "0", match.span())


@mistake("symbol, a space inside", "VB213")
def space_inside(text: str) -> Iterator[Change]:
    for match, *_ in citations(text):
        place = match.start("symbol") + match["symbol"].index("/")
        yield replace(place, place, " ", match.span())


@mistake("type abbreviation", "VB202")
def type_abbreviation(text: str) -> Iterator[Change]:
    for match, *_ in citations(text):
        if match["type"] == "Công văn":  # a dispatch has none
            continue
        if found := regex.search(r"(?<=[\d][/-])\p{Lu}\p{L}*(?=[-/])", match["symbol"]):
            wrong = "BC" if match["type"] != "Báo cáo" else "TB"
            start = match.start("symbol") + found.start()
            yield replace(start, start + len(found[0]), wrong, match.span())


@mistake("type word", "VB202")
def type_word(text: str) -> Iterator[Change]:
    for match, repeated, _ in citations(text):
        if not repeated and not match["more"] and "/QH" not in match["symbol"]:
            wrong = "Thông báo" if match["type"] != "Thông báo" else "Báo cáo"
            yield replace(*match.span("type"), wrong, match.span())


@mistake("term of the National Assembly", "VB209")
def term(text: str) -> Iterator[Change]:
    for found in LAW.finditer(text):
        for step in (-1, 1):
            yield replace(*found.span("term"), str(int(found["term"]) + step), found.span())


@mistake("law with the date of another", "VB215", "VB204")
def law_date(text: str) -> Iterator[Change]:
    other = {"72/2025/QH15": "19/02/2025"}
    for found in LAW.finditer(text):
        if found["symbol"] in other:
            yield replace(*found.span("date"), other[found["symbol"]], found.span())


def in_a_title(text: str, match: regex.Match[str]) -> bool:
    """In the trích yếu, or in the title of a document cited before it."""
    before = text[max(0, match.start() - 250) : match.start()]
    clause = regex.split(r"[.;:]\s", before)[-1]
    return bool(
        regex.search(r"KẾ HOẠCH\s*(?:\S+\s+){0,3}$|\n(?:NGHỊ QUYẾT|QUYẾT ĐỊNH)\n[^\n]*$", before)
        or regex.search(rf"{DAY}.*\bcủa\b", clause, regex.S)
    )


@mistake("“số” left out", "VB212")
def number_word(text: str) -> Iterator[Change]:
    for match, *_ in citations(text):
        if in_a_title(text, match):
            continue
        yield replace(match.start("number_word"), match.start("symbol"), "", match.span())


@mistake("type word not capitalised", "VB214")
def type_word_small(text: str) -> Iterator[Change]:
    for match, *_ in citations(text):
        before = text[: match.start()]
        if regex.search(r"[\p{Ll},;]\s*$", before) and not match["more"] and not in_a_title(text, match):
            small = match["type"][0].lower() + match["type"][1:]
            yield replace(*match.span("type"), small, match.span())


@mistake("year in the symbol", "VB207")
def year_in_symbol(text: str) -> Iterator[Change]:
    for match, *_ in citations(text):
        year = regex.search(r"/(\d{4})/", match["symbol"])
        if year and match["date"] and "/QH" not in match["symbol"]:
            place = match.start("symbol") + year.start(1)
            for step in (-1, 1):
                yield replace(place, place + 4, str(int(year[1]) + step), match.span())


@mistake("year of the date", "VB207")
def year_of_date(text: str) -> Iterator[Change]:
    for match, *_ in citations(text):
        if match["date"] and regex.search(r"/\d{4}/", match["symbol"]):
            day, year = match["date"].rsplit("/", 1)
            yield replace(*match.span("date"), f"{day}/{int(year) - 1}", match.span())


@mistake("repeated with another date", "VB204")
def repeated_date(text: str) -> Iterator[Change]:
    dates = {c.match["symbol"]: c.match["date"] for c in reversed(citations(text)) if c.match["date"]}
    for match, _, again in citations(text):
        if not again or match["symbol"] not in dates:
            continue
        wrong = moved(dates[match["symbol"]], -3)
        if match["date"]:
            yield replace(*match.span("date"), wrong, match.span())
        else:
            yield replace(match.end("symbol"), match.end("symbol"), f" ngày {wrong}", match.span())


@mistake("repeated with another issuer", "VB205", "VB203")
def repeated_issuer(text: str) -> Iterator[Change]:
    first = {c.match["symbol"]: c.match for c in reversed(citations(text))}
    wrong = {"Chính phủ": "Thủ tướng Chính phủ", "Thủ tướng Chính phủ": "Chính phủ", "Bộ Chính trị": "Ban Bí thư"}
    for match, _, again in citations(text):
        issuer = first[match["symbol"]]["issuer"]
        if again and issuer and not match["date"]:
            tail = f" ngày {first[match['symbol']]['date']} của {wrong[issuer]}"
            yield replace(match.end(), match.end(), tail, match.span())


@mistake("issuer against the symbol", "VB203", "VB205")
def issuer(text: str) -> Iterator[Change]:
    for match, repeated, _ in citations(text):
        if match["issuer"] == "Chính phủ" and not repeated:
            yield replace(*match.span("issuer"), "Bộ Nội vụ", match.span())


@mistake("replaced decree or law", "VB210")
def replaced(text: str) -> Iterator[Change]:
    old = {
        ("33/2024/QH15", "21/6/2024"): ("01/2011/QH13", "11/11/2011"),
        ("72/2025/QH15", "16/6/2025"): ("77/2015/QH13", "19/6/2015"),
    }
    for (new_symbol, new_date), (symbol, date) in old.items():
        for found in regex.finditer(rf"{new_symbol}\s+ngày\s+{new_date}", text):
            yield replace(*found.span(), f"{symbol} ngày {date}", (found.start() - 45, found.end()))


@mistake("repeated with another title", "VB206")
def repeated_title(text: str) -> Iterator[Change]:
    told = rf"(?P<tail>,?\s+ngày\s+{DAY}\s+của\s+[^;:.]*?năm\s+)(?P<year>\d{{4}})(?!\s*-)"
    first = {c.match["symbol"]: c.match for c in reversed(citations(text))}
    for match, _, again in citations(text):
        if not again or match["date"]:
            continue
        found = regex.compile(told).match(text, first[match["symbol"]].end("symbol"))
        if found:
            tail = " ".join(found["tail"].split())
            yield replace(match.end("symbol"), match.end("symbol"), f" {tail} {int(found['year']) + 5}", match.span())


@mistake("two letters of a repeated symbol swapped", "VB211", "VB201")
def letters_swapped(text: str) -> Iterator[Change]:
    dates = {c.match["symbol"]: c.match["date"] for c in reversed(citations(text)) if c.match["date"]}
    for match, _, again in citations(text):
        symbol = match["symbol"]
        if again and symbol in dates and symbol[-1] != symbol[-2] and not match["date"]:
            wrong = f"{symbol[:-2]}{symbol[-1]}{symbol[-2]} ngày {dates[symbol]}"
            yield replace(*match.span("symbol"), wrong, match.span())


@mistake("own number with another date", "VB204")
def own_date_elsewhere(text: str) -> Iterator[Change]:
    for found in regex.finditer(rf"Kèm theo \p{{Lu}}[\p{{Ll}} ]+ số (?:{SYMBOL})\s+ngày\s+(?P<date>{DAY})", text):
        for days in (-1, 2):
            yield replace(*found.span("date"), moved(found["date"], days), found.span())


@mistake("first citation without date and title", "VB208")
def citation_cut(text: str) -> Iterator[Change]:
    basis = max(text.find("\n", text.rfind("Căn cứ ")), text.find("I. "), text.find("I- "), text.find("như sau:"))
    for match, repeated, _ in citations(text):
        if not repeated and match["date"] and match.start() > basis and "/QH" not in match["symbol"]:
            end = regex.compile(r"[^.;]*").match(text, match.end("symbol")).end()  # type: ignore[union-attr]
            yield replace(match.end("symbol"), end, "", (match.start(), match.end("symbol")))
