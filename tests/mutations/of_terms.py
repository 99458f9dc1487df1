"""Mistakes in terms and names of organs: one place written otherwise than the rest."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from vnplanlint.checks.terms.wording import own_words
from vnplanlint.document.build import build_document
from vnplanlint.readers.text import from_text
from vnplanlint.rulebook import load
from vnplanlint.wordtables import bare

from .kinds import Change, mistake, replace

TERMS = regex.compile(
    r"\b(?:[Kk]inh tế( - )xã hội|[Tt]hi đua(, )khen thưởng|[Cc]án bộ(, )công chức|[Cc]ông chức(, )viên chức"
    r"|[Cc]hức năng(, )nhiệm vụ|[Cc]hế độ(, )chính sách|[Kk]hiếu nại(, )tố cáo"
    r"|[Pp]hòng(, )chống (?:tham nhũng|thiên tai|ma túy|tội phạm|tệ nạn))\b"
)
REPEATED = regex.compile(
    r"\b(?:[Pp]hòng(, )chống|[Ss]ửa đổi(, )bổ sung|[Cc]ơ quan(, )đơn vị|[Tt]ập thể(, )cá nhân|[Tt]ổ chức(, )cá nhân"
    r"|[Tt]hanh tra(, )kiểm tra|[Kk]iểm tra(, )giám sát|[Kk]hó khăn(, )vướng mắc)\b"
)
LAW = regex.compile(
    r"\b(?:Luật|Bộ luật|Pháp lệnh) (?P<capital>\p{Lu})\p{Ll}*(?: \p{Ll}+)*(?P<comma>, (?=khen|chống|công))?"
)
HYPHENED = regex.compile(
    r"\b(?:Lao động( - )Thương binh và Xã hội|(?:Hội đồng|Ban) Thi đua( - )Khen thưởng|Phòng Tài chính( - )Kế hoạch)\b"
)
JOINED = regex.compile(
    r"\b(?:Bộ|Sở|Phòng) (?:Giáo dục( và )Đào tạo|Tài nguyên( và )Môi trường|Thông tin( và )Truyền thông"
    r"|Khoa học( và )Công nghệ|Kế hoạch( và )Đầu tư|Nông nghiệp( và )Môi trường"
    r"|Nông nghiệp( và )Phát triển nông thôn|Văn hóa(, )Thể thao và Du lịch)\b"
)
CAPITALS = regex.compile(
    r"\b(?:(?:Bộ|Sở|Phòng) (N)ội vụ|(?:Bộ|Sở) (T)ài chính|(?:Bộ|Sở) (T)ư pháp|(?:Bộ|Sở) (Y) tế|Hội (C)ựu chiến binh"
    r"|Hội (N)ông dân|Liên đoàn (L)ao động|Hội Liên hiệp (P)hụ nữ|Ban (T)hi đua - Khen|(?:Bộ|Sở) Giáo dục và (Đ)ào tạo"
    r"|(?:Bộ|Sở) Tài nguyên và (M)ôi trường|Lao động - (T)hương binh và)"
)
OWN_ORGAN = regex.compile(r"\b(?:Ban|Tổ|Đoàn|Hội đồng) (?P<capital>\p{Lu})\p{Ll}+ (?P<second>\p{Ll}+)\b")


@cache
def _own(text: str) -> tuple[bool, ...]:
    """For each character whether the document itself chose it: not quoted, not the title of another document."""
    document = build_document(from_text(text), load().facts)
    own = own_words(document)
    return tuple(own.at(place) for place in range(len(text)))


def marks(pattern: regex.Pattern[str], text: str) -> Iterator[tuple[regex.Match[str], tuple[int, int]]]:
    """Each place of ``pattern`` in the document's own words, and the span of its one group that matched."""
    for match in pattern.finditer(text):
        if _own(text)[match.start()] and not text[: match.start()].endswith("uật "):
            group = next(number for number, value in enumerate(match.groups(), 1) if value)
            yield match, match.span(group)


@mistake("COVID-19 respelled", "TN701")
def covid(text: str) -> Iterator[Change]:
    ways = ("COVID -19", "COVID - 19", "Covid – 19", "COVID 19")
    for number, match in enumerate(regex.finditer(r"COVID-19(?![^“”\n]*”)", text)):
        yield replace(*match.span(), ways[number % len(ways)])


@mistake("fixed term without its mark", "TN701")
def without_mark(text: str) -> Iterator[Change]:
    for match, span in marks(TERMS, text):
        yield replace(*span, " ", match.span())


@mistake("repeated term without its comma", "TN701")
def without_comma(text: str) -> Iterator[Change]:
    for match, span in marks(REPEATED, text):
        others = [other for other, _ in marks(REPEATED, text) if other[0].lower() == match[0].lower()]
        if len(others) > 1:
            yield replace(*span, " ", match.span())


@mistake("hàng for hằng", "TN701")
def every(text: str) -> Iterator[Change]:
    places = [
        one for one in regex.finditer(r"\b[Hh]ằng (?:năm|tháng|quý|tuần|ngày)\b", text) if _own(text)[one.start()]
    ]
    for match in places if len(places) > 1 else ():
        yield replace(match.start() + 1, match.start() + 2, "à", match.span())


@mistake("title of a law", "TN701")
def law(text: str) -> Iterator[Change]:
    known = {act.title for act in load().facts.acts}
    for match in LAW.finditer(text):
        title = next(
            (title for title in sorted(known, key=len, reverse=True) if text.startswith(title, match.start())), ""
        )
        own = _own(text)[match.start()]
        if own and title and "sửa đổi" not in title and text[match.start() + len(title)] in ",;. (":
            capital = match.start("capital")
            yield replace(capital, capital + 1, match["capital"].lower(), match.span())
            if match["comma"]:
                yield replace(*match.span("comma"), " ", match.span())


@mistake("organ, hyphen dropped", "TN702")
def hyphen_dropped(text: str) -> Iterator[Change]:
    for match, span in marks(HYPHENED, text):
        yield replace(*span, " ", match.span())


@mistake("organ, en dash for hyphen", "TN702")
def en_dash(text: str) -> Iterator[Change]:
    for match, span in marks(HYPHENED, text):
        yield replace(*span, " – ", match.span())


@mistake("organ, joined otherwise", "TN702")
def joined_otherwise(text: str) -> Iterator[Change]:
    for number, (match, span) in enumerate(marks(JOINED, text)):
        yield replace(*span, (" ", " - ")[number % 2], match.span())


@mistake("organ, capital lost", "TN702")
def capital_lost(text: str) -> Iterator[Change]:
    for match, (start, end) in marks(CAPITALS, text):
        yield replace(start, end, text[start:end].lower(), match.span())


@mistake("organ of its own, capital lost", "TN702")
def own_capital_lost(text: str) -> Iterator[Change]:
    found = [match for match in OWN_ORGAN.finditer(text) if _own(text)[match.start()]]
    for match in found:
        before = text[: match.start()].rstrip(" ")[-1:]
        if sum(other[0] == match[0] for other in found) > 2 and before.islower():
            start = match.start("capital")
            yield replace(start, start + 1, match["capital"].lower(), match.span())


PROVINCE = regex.compile(
    r"\b(?:tỉnh|thành phố|Tỉnh) (?:(?:Hà|Ninh|Thái|Hòa|Quảng|Lào|Cao|Bắc|Nam|Phú|Đà) \p{Lu}\p{Ll}+)\b"
)


@mistake("province, its last mark lost", "TN708")
def province_without_mark(text: str) -> Iterator[Change]:
    for match in PROVINCE.finditer(text):
        name = match[0].split(" ", 2 if match[0].startswith("thành") else 1)[-1]
        last = name.split(" ")[-1]
        lost = bare(last.lower()).capitalize()
        start = match.end() - len(last)
        if lost != last and bool(_own(text)[match.start()]):
            yield replace(start, match.end(), lost, (match.end() - len(name), match.end()))
