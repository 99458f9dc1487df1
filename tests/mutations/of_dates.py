"""Mistakes of dates, ranges, anniversaries, weekdays and time limits."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import regex

from .kinds import Change, Edit, mistake, replace

DAY = r"\d{1,2}/\d{1,2}/\d{4}"
DATE = regex.compile(r"(?<![\d/.])(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})(?![\d/])")
ANNIVERSARY = regex.compile(
    rf"(?P<years>\d{{1,3}})\s+năm\s+(?P<event>[^.;()\d]{{5,120}}?)\((?P<start>{DAY})\s*-\s*(?P<end>{DAY})\)"
)
ORDERS = r"^[#* ]*(?:KẾ HOẠCH|QUYẾT ĐỊNH|HƯỚNG DẪN|CHƯƠNG TRÌNH)\b"
"""Other types tell of deadlines, or propose them; only these set them."""

FROM_TO = regex.compile(rf"[Tt]ừ\s+ngày\s+(?P<start>{DAY})\s+đến\s+(?:hết\s+)?ngày\s+(?P<end>{DAY})")
PHASE = regex.compile(
    rf"(?P<phase>(?:Giai đoạn|Đợt)\s+\d):\s+Từ\s+ngày\s+(?P<start>{DAY})\s+đến\s+ngày\s+(?P<end>{DAY})"
)
WEEKDAY = regex.compile(rf"(?P<weekday>thứ\s+(?:Hai|Ba|Tư|Năm|Sáu|Bảy)|Chủ\s+nhật),\s+ngày\s+(?P<date>{DAY})")
DEADLINE = regex.compile(rf"trước\s+ngày\s+(?P<date>{DAY})")
OWN = regex.compile(r"ngày (?P<d>\d\d) tháng (?P<m>\d+) năm (?P<y>\d{4})")
CITED = regex.compile(rf"số\s+(?P<symbol>\d+[/-](?![\d]{{4}}/)[\p{{L}}&/-]+),?\s+ngày\s+(?P<date>{DAY})")
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
CAN = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")


def parts(date: str) -> tuple[int, int, int]:
    day, month, year = map(int, date.split("/"))
    return day, month, year


def written(date: datetime.date) -> str:
    month = f"{date.month:02}" if date.month < 3 else str(date.month)
    return f"{date.day:02}/{month}/{date.year}"


def moved(date: str, days: int) -> str:
    day, month, year = parts(date)
    return written(datetime.date(year, month, day) + datetime.timedelta(days=days))


def own_date(text: str) -> datetime.date:
    found = OWN.search(text)
    assert found
    return datetime.date(int(found["y"]), int(found["m"]), int(found["d"]))


def is_body(text: str, place: int) -> bool:
    """After the letterhead and before the signature."""
    return place > text.find("K\u1ebe HOẠCH") and not regex.search(r"Kèm theo[^)]*$", text[max(0, place - 120) : place])


@mistake("anniversary, first year", "NT102", "NT104")
def anniversary_start_year(text: str) -> Iterator[Change]:
    for found in ANNIVERSARY.finditer(text):
        for step in (-10, 1):
            day, year = found["start"].rsplit("/", 1)
            yield replace(*found.span("start"), f"{day}/{int(year) + step}", found.span())


@mistake("anniversary, last year", "NT102")
def anniversary_end_year(text: str) -> Iterator[Change]:
    for found in ANNIVERSARY.finditer(text):
        for step in (-1, 1):
            day, year = found["end"].rsplit("/", 1)
            yield replace(*found.span("end"), f"{day}/{int(year) + step}", found.span())


@mistake("anniversary, count", "NT102")
def anniversary_count(text: str) -> Iterator[Change]:
    for found in ANNIVERSARY.finditer(text):
        for step in (-1, 1):
            count = f"{int(found['years']) + step:02}"
            yield replace(*found.span("years"), count, found.span())


@mistake("anniversary, day of one end", "NT103", "NT104")
def anniversary_day(text: str) -> Iterator[Change]:
    for found in ANNIVERSARY.finditer(text):
        for end in ("start", "end"):
            day, month, year = found[end].split("/")
            other = int(day) % 28 + 1
            yield replace(*found.span(end), f"{other:02}/{month}/{year}", found.span())


@mistake("anniversary, month of one end", "NT103", "NT104")
def anniversary_month(text: str) -> Iterator[Change]:
    for found in ANNIVERSARY.finditer(text):
        for end in ("start", "end"):
            day, month, year = found[end].split("/")
            other = 5 if month != "5" else 8
            yield replace(*found.span(end), f"{day}/{other}/{year}", found.span())


@mistake("day and month of the event, both ends", "NT104", "NT105")
def anniversary_event(text: str) -> Iterator[Change]:
    for found in ANNIVERSARY.finditer(text):
        edits = []
        for end in ("start", "end"):
            day, month, year = found[end].split("/")
            edits.append(Edit(*found.span(end), f"{int(day) % 28 + 1:02}/{month}/{year}"))
        yield Change(tuple(edits), found.span())


@mistake("impossible date", "NT101")
def impossible_date(text: str) -> Iterator[Change]:
    for found in DATE.finditer(text):
        if not is_body(text, found.start()):
            continue
        month = int(found["m"])
        if month in (4, 6, 9, 11):
            yield replace(*found.span("d"), "31", found.span())
        elif month == 2:
            yield replace(*found.span("d"), "30", found.span())
        else:
            yield replace(*found.span("m"), "13", found.span())


@mistake("range reversed", "NT106")
def range_reversed(text: str) -> Iterator[Change]:
    for found in FROM_TO.finditer(text):
        yield Change((Edit(*found.span("start"), found["end"]), Edit(*found.span("end"), found["start"])), found.span())


@mistake("weekday", "NT107")
def weekday(text: str) -> Iterator[Change]:
    for found in WEEKDAY.finditer(text):
        right = WEEKDAYS.index(" ".join(found["weekday"].split()))
        for step in (1, 4):
            yield replace(*found.span("weekday"), WEEKDAYS[(right + step) % 7], found.span())


@mistake("phases overlap", "NT108")
def phases_overlap(text: str) -> Iterator[Change]:
    for found in list(PHASE.finditer(text))[1:]:
        if not found["phase"].endswith("1"):
            yield replace(*found.span("start"), moved(found["start"], -7), found.span())


@mistake("phases leave a gap", "NT108")
def phases_gap(text: str) -> Iterator[Change]:
    for found in list(PHASE.finditer(text))[1:]:
        if not found["phase"].endswith("1"):
            yield replace(*found.span("start"), moved(found["start"], 2), found.span())


@mistake("cites a later document", "NT109")
def cites_the_future(text: str) -> Iterator[Change]:
    later = written(own_date(text) + datetime.timedelta(days=40))
    for found in CITED.finditer(text):
        once = text.count(found["symbol"]) == 1 and "nhận được" not in text[found.start() - 60 : found.start()]
        if once and is_body(text, found.start()):
            yield replace(*found.span("date"), later, found.span())


@mistake("deadline before the plan", "NT116")
def deadline_before_issue(text: str) -> Iterator[Change]:
    if not regex.search(ORDERS, text, regex.MULTILINE):
        return
    for found in DEADLINE.finditer(text):
        day, month, year = parts(found["date"])
        stale = datetime.date(year - 1, month, day)
        of_the_past = regex.search(r"\bđã\s+tiếp\s+nhận\s*$", text[: found.start()])
        if stale < own_date(text) and not of_the_past:
            yield replace(*found.span("date"), written(stale), found.span())


@mistake("five years that are six", "NT111")
def five_years(text: str) -> Iterator[Change]:
    for found in regex.finditer(r"5 năm \((\d{4})\s*-\s*(?P<end>\d{4})\)", text):
        for step in (-1, 1):
            yield replace(*found.span("end"), str(int(found["end"]) + step), found.span())


@mistake("vision inside its period", "NT118")
def vision(text: str) -> Iterator[Change]:
    for found in regex.finditer(
        r"\d{4}\s*-\s*(?P<end>\d{4}),\s+(?:định hướng|tầm nhìn)\s+đến\s+năm\s+(?P<vision>\d{4})", text
    ):
        yield replace(*found.span("vision"), found["end"], found.span())
        yield replace(*found.span("vision"), str(int(found["end"]) - 1), found.span())


@mistake("can chi", "NT112")
def can_chi(text: str) -> Iterator[Change]:
    for found in regex.finditer(rf"Tết\s+Nguyên\s+đán\s+(?P<can>{'|'.join(CAN)})\s+\p{{L}}+\s+\d{{4}}", text):
        yield replace(*found.span("can"), CAN[(CAN.index(found["can"]) + 2) % 10], found.span())
    for found in regex.finditer(r"Tết\s+Nguyên\s+đán\s+\p{L}+\s+\p{L}+\s+(?P<year>\d{4})", text):
        yield replace(*found.span("year"), str(int(found["year"]) + 1), found.span())


@mistake("congress or term ordinal", "NT113")
def ordinal(text: str) -> Iterator[Change]:
    wrong = {"XIV": ("XIII", "XV"), "XVI": ("XV", "XVII")}
    frame = r"(?:lần\s+thứ\s+(?P<n>XIV)\s+của\s+Đảng\s+\(tháng|Quốc\s+hội\s+khóa\s+(?P<n>XVI)\b[^.]{0,80}?nhiệm\s+kỳ)"
    for found in regex.finditer(frame, text):
        for other in wrong[found["n"]]:
            yield replace(*found.span("n"), other, found.span())


@mistake("day without its zero", "NT114")
def padding_day(text: str) -> Iterator[Change]:
    for found in DATE.finditer(text):
        if found["d"].startswith("0") and is_body(text, found.start()):
            yield replace(*found.span("d"), found["d"][1:], found.span())


@mistake("month with a zero too many", "NT114")
def padding_month(text: str) -> Iterator[Change]:
    for found in DATE.finditer(text):
        if found["m"] in "3456789" and is_body(text, found.start()):
            yield replace(*found.span("m"), f"0{found['m']}", found.span())


@mistake("another date style", "NT115")
def date_style(text: str) -> Iterator[Change]:
    for found in DATE.finditer(text):
        if is_body(text, found.start()):
            yield replace(*found.span(), found[0].replace("/", "."), found.span())


@mistake("starts before its own basis", "NT110")
def starts_before_basis(text: str) -> Iterator[Change]:
    plan = own_date(text)
    cited = [datetime.date(*reversed(parts(found["date"]))) for found in CITED.finditer(text)]
    recent = [date for date in cited if datetime.timedelta() < plan - date < datetime.timedelta(days=200)]
    period = regex.search(rf"(?:Giai đoạn 1:|Đợt 1:|Thời gian:(?:\*\*)?)\s+[Tt]ừ\s+ngày\s+(?P<start>{DAY})", text)
    if period and recent:
        early = written(max(recent) - datetime.timedelta(days=25))
        same = [found for found in FROM_TO.finditer(text) if found["start"] == period["start"]]
        edits = tuple(Edit(*found.span("start"), early) for found in same)
        if edits:
            yield Change(edits, (same[0].start(), same[-1].end()))


@mistake("received before it was written", "NT117")
def received_early(text: str) -> Iterator[Change]:
    frame = rf"Ngày\s+(?P<received>{DAY}),[^.;]{{0,60}}nhận\s+được[^.;]{{0,60}}ngày\s+(?P<written>{DAY})"
    for found in regex.finditer(frame, text):
        yield replace(*found.span("received"), moved(found["written"], -3), found.span())
        yield replace(*found.span("written"), moved(found["received"], 4), found.span())


@mistake("day of the letterhead without its zero", "NT114")
def padding_of_the_letterhead(text: str) -> Iterator[Change]:
    found = OWN.search(text)
    if found and found["d"].startswith("0"):
        yield replace(*found.span("d"), found["d"][1:], found.span())
    if found and found["m"].startswith("0"):
        yield replace(*found.span("m"), found["m"][1:], found.span())
