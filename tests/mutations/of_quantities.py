"""Mistakes in figures: sums, words beside figures, ranges, tables."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from vnplanlint.mentions.large_numbers import read_number_words, spell_large

from .kinds import Change, Edit, mistake, replace

MONEY = r"\d{1,3}(?:\.\d{3})+"
PAIR = regex.compile(
    rf"(?P<figures>{MONEY}) đồng(?:/\p{{L}}+)? \((?:Bằng chữ: )?(?P<words>\p{{Lu}}\p{{Ll}}+(?: \p{{Ll}}+)*?) đồng(?: chẵn)?\)"
)
COUNT = regex.compile(r"(?<![\d./])(?P<figures>\d\d) \((?P<words>\p{Ll}+(?: \p{Ll}+)?)\)(?= \p{Ll})")
SENTENCE = regex.compile(
    r"(?P<total>[\d.,]+) (?:tỷ )?đồng(?: \([^()\n]*\))?, (?:trong đó|gồm): (?P<parts>[^\n]*?)\.(?=\s)"
)
PART = regex.compile(rf"(?P<part>{MONEY}|\d+,\d) (?:tỷ )?đồng(?! \([A-ZĐ])")
RANGE = regex.compile(
    r"(?:từ|khoảng) (?P<first>[\d.,]+)(?: ?(?:%|đồng|ha|km|m|tấn))? (?:đến|-) (?P<last>[\d.,]+) ?(?:%|đồng|ha|km|m|tấn)\b"
)
SHARE = regex.compile(r"(?P<share>\d\d)%(?= (?:số )?(?:hộ|đảng viên|đoàn viên|cán bộ|học sinh|hồ sơ|xã|chi bộ)\b)")
AGAINST_A_PLAN = regex.compile(
    r"kế hoạch|chỉ tiêu|so với|tăng|vượt|bằng|mức|chuẩn|thực hiện|giao|huy động|nhu cầu|dự toán"
)
TABLE = regex.compile(r"(?:^[^\n]*(?:\||\t)[^\n]*\n+)+", regex.MULTILINE)
NUMBER = regex.compile(r"(?<=[|\t] *(?:\*\*)?)\d[\d.]*(?=(?:\*\*)? *(?:[|\t\n]))")


def other_digit(figures: str) -> str:
    """The figures with their first digit changed, and as many digits."""
    place = 1 if figures.startswith("0") else 0
    digit = int(figures[place])
    return f"{figures[:place]}{digit + 1 if digit < 9 else 8}{figures[place + 1 :]}"


def is_part_of_a_sum(text: str, found: regex.Match[str]) -> bool:
    """Whether changing the figures would break a sum besides."""
    line = text[text.rfind("\n", 0, found.start()) + 1 : text.find("\n", found.end())]
    above = text[max(0, found.start() - 900) : found.start()]
    return bool(regex.search(r"trong đó|gồm|[Tt]ổng", line) or regex.search(r"(?:trong đó|gồm|sau):\s*\n", above))


@mistake("figures beside words", "SL401")
def figures_beside_words(text: str) -> Iterator[Change]:
    for found in PAIR.finditer(text):
        if not is_part_of_a_sum(text, found) and text.count(found["figures"]) == 1:
            yield replace(*found.span("figures"), other_digit(found["figures"]), found.span())
    for found in COUNT.finditer(text):
        if read_number_words(found["words"].split()) and "gồm" not in text[found.end() : found.end() + 30]:
            yield replace(*found.span("figures"), other_digit(found["figures"]), found.span())


@mistake("words beside figures", "SL401")
def words_beside_figures(text: str) -> Iterator[Change]:
    for found in (*PAIR.finditer(text), *COUNT.finditer(text)):
        reading = read_number_words(found["words"].lower().split())
        if reading:
            other = spell_large(int(other_digit(str(reading.thousandths // 1000))))
            start, end = found.span("words")
            yield replace(start, end, other.capitalize() if found["words"][0].isupper() else other, found.span())


@mistake("words of a number badly formed", "SL401")
def badly_formed(text: str) -> Iterator[Change]:
    for found in PAIR.finditer(text):
        for right, wrong in (("mươi lăm", "mươi năm"), ("mươi mốt", "mươi một"), (" không trăm", "")):
            place = found["words"].find(right)
            after = found["words"][place + len(right) :]
            if place > 0 and not (right == " không trăm" and after.startswith(" linh")):
                start = found.start("words") + place
                yield replace(start, start + len(right), wrong, found.span())


@mistake("a number word misspelled or left out", "SL401")
def unreadable(text: str) -> Iterator[Change]:
    slips = (("mươi ", "mười "), ("trăm", "trâm"), ("triệu", "triêu"), ("nghìn", "nghin"), ("năm trăm", "lăm trăm"))
    for found in PAIR.finditer(text):
        for right, wrong in slips:
            place = found["words"].find(right)
            if place > 0:
                start = found.start("words") + place
                yield replace(start, start + len(right), wrong, found.span())


@mistake("digits grouped wrongly", "SL402")
def grouping(text: str) -> Iterator[Change]:
    for found in regex.finditer(r"(?<![\d.,])(?P<figures>\d{1,3}\.\d{3}\.\d{3}) đồng(?! \(Bằng)", text):
        group = found.start("figures") + found["figures"].index(".") + 1
        yield replace(group, group + 1, "", found.span())


@mistake("a decimal point", "SL402")
def decimal_point(text: str) -> Iterator[Change]:
    for found in regex.finditer(r"(?<![\d.,])\d+(?P<comma>,)\d{1,2} ?(?:%|km|ha|tấn|tỷ|triệu)(?!\p{L})", text):
        yield replace(found.start("comma"), found.end("comma"), ".", found.span())


@mistake("a part changed", "SL403")
def part_changed(text: str) -> Iterator[Change]:
    for found in SENTENCE.finditer(text):
        for part in PART.finditer(text, *found.span("parts")):
            yield replace(*part.span("part"), other_digit(part["part"]), found.span())


@mistake("a share of a group over 100", "SL403")
def share_over_hundred(text: str) -> Iterator[Change]:
    for found in SHARE.finditer(text):
        around = text[max(0, found.start() - 80) : found.end() + 80]
        if not AGAINST_A_PLAN.search(around) and text[found.start() - 1] == " ":
            yield replace(*found.span("share"), f"1{found['share']}", found.span())


@mistake("a sum of numbers written out", "SL403")
def written_sum(text: str) -> Iterator[Change]:
    """A sum with a wrong result, put behind a sentence that ends a paragraph."""
    for found in regex.finditer(r"\p{Ll}(?P<stop>\.)\n\n", text):
        said = " (30 điểm + 25 điểm + 45 điểm = 110 điểm)"
        yield replace(found.start("stop"), found.start("stop"), said)


@mistake("a share beside its fraction", "SL403")
def share_of_fraction(text: str) -> Iterator[Change]:
    for found in regex.finditer(r"\p{Ll}(?P<stop>\.)\n\n", text):
        yield replace(found.start("stop"), found.start("stop"), ", có 45/60 hộ, đạt 70%")


@mistake("a change beside its two ends", "SL403")
def change_of_ends(text: str) -> Iterator[Change]:
    for found in regex.finditer(r"\p{Ll}(?P<stop>\.)\n\n", text):
        yield replace(found.start("stop"), found.start("stop"), ", giảm 05 vụ (từ 43 xuống 37)")


@mistake("parts in brackets", "SL403")
def bracketed_parts(text: str) -> Iterator[Change]:
    for found in regex.finditer(r"\p{Ll}(?P<stop>\.)\n\n", text):
        yield replace(found.start("stop"), found.start("stop"), ", tổng số 46 đại biểu (nam 25, nữ 20)")


def tables(text: str) -> Iterator[tuple[int, list[regex.Match[str]], list[regex.Match[str]]]]:
    """Where each table with a total at its end begins, its numbers, and those of the total."""
    for table in TABLE.finditer(text):
        rows = [row for row in regex.finditer(r"[^\n]+", table[0]) if row[0].strip("|-: ")]
        if len(rows) < 4 or "Tổng cộng" not in rows[-1][0]:
            continue
        last = table.start() + rows[-1].start()
        numbers = list(NUMBER.finditer(text, table.start(), table.end()))
        yield (
            table.start(),
            [one for one in numbers if one.start() < last],
            [one for one in numbers if one.start() > last],
        )


@mistake("a total of a table changed", "SL404")
def table_total(text: str) -> Iterator[Change]:
    for start, _, totals in tables(text):
        for total in totals:
            yield replace(*total.span(), other_digit(total[0]), (start, total.end()))


@mistake("a cell of a table changed", "SL404")
def table_cell(text: str) -> Iterator[Change]:
    for start, cells, totals in tables(text):
        for cell in cells:
            opening = text[text.rfind("\n", 0, cell.start()) + 1 : cell.start()].strip("| *\t")
            if opening and len(cell[0]) > 2 and totals and "%" not in text[start : cell.start()].split("\n")[0]:
                yield replace(*cell.span(), other_digit(cell[0]), (start, totals[-1].end()))


@mistake("a share in a column of a table", "SL404")
def table_share(text: str) -> Iterator[Change]:
    rows = ("| Tên | Tổng số | Đạt | Tỷ lệ (%) |", "|---|---|---|---|", "| A | 20 | 15 | 75 |", "| B | 40 | 10 | 25 |")
    more = ("| C | 50 | 30 | 80 |", "| D | 80 | 8 | 10 |", "| E | 25 | 20 | 80 |")
    said = "Kết quả như sau:\n\n" + "\n".join((*rows, *more)) + "\n\n"
    for found in regex.finditer(r"\p{Ll}\.\n\n(?=(?:#|\*\*|\p{Lu}))", text):
        yield replace(found.end(), found.end(), said)


@mistake("a range of quantities reversed", "SL406")
def range_reversed(text: str) -> Iterator[Change]:
    for found in RANGE.finditer(text):
        before = text[max(0, found.start() - 100) : found.start()]
        first, last = found["first"], found["last"]
        if first != "0" and not regex.search(r"giảm|hạ|còn", before):
            yield Change((Edit(*found.span("first"), last), Edit(*found.span("last"), first)), found.span())


@mistake("a range of counts, degrees or hours reversed", "SL406")
def everyday_range_reversed(text: str) -> Iterator[Change]:
    ranges = ("từ 20 đến 15 đại biểu", "từ 28°C đến 26°C", "từ 10 giờ 30 đến 9 giờ 00", "độ tuổi từ 60 - 18")
    for number, found in enumerate(regex.finditer(r"\p{Ll}(?P<stop>\.)\n\n", text)):
        line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        if not regex.search(
            r"(?i)giảm|hạ |xuống|còn|rút|bớt|sắp|chuyển|trước|điều chỉnh|trực|ca |tối|chiều|xếp|thứ", line
        ):
            yield replace(found.start("stop"), found.start("stop"), f" ({ranges[number % 4]})")


@mistake("an indicator told again otherwise", "SL405")
def told_again(text: str) -> Iterator[Change]:
    sections = list(regex.finditer(r"^(?:#+ )?(?:\*\*)?[IVX]+\. [^\n]+\n", text, regex.MULTILINE))
    words = r"(?:[^\n\d,.;:“”()]|\n(?!\n))"
    said_first = rf"(?P<said>(?P<share>1?[1-9]\d|100)% {words}{{30,140}})[.;]"
    said_last = rf"(?P<said>\p{{Lu}}{words}{{25,140}} (?P<share>1?[1-9]\d|100)%)[.;]"
    item = rf"^ *(?:- |\d+\. |[a-zđ]\) )(?:{said_first}|{said_last})"
    for found in regex.finditer(item, text, regex.MULTILINE) if len(sections) > 2 else ():
        within_years = regex.search(r"năm \d{4}|Đối với|giai đoạn", text[max(0, found.start() - 500) : found.start()])
        last = sections[-1].end()
        if found.end() < sections[-2].start() and not within_years:
            said = " ".join(found["said"].replace(f"{found['share']}%", f"{int(found['share']) - 7}%").split())
            yield replace(last, last, f"\n{said}.\n\n")
