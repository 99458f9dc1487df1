"""Mistakes in names, abbreviations and capitals."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from .kinds import Change, mistake, replace

CAMPAIGNS = {
    "chung sức xây": "chung lòng xây",
    "chung tay vì": "chung sức vì",
    "Việt Nam hội nhập và": "Việt Nam hòa nhập và",
    "thực hiện văn hóa công sở": "thực hiện nếp sống văn hóa công sở",
    "đoàn kết, chung sức, đồng lòng": "đoàn kết, chung tay, đồng lòng",
    "đoàn kết xây dựng nông thôn mới, đô": "đoàn kết xây dựng nông thôn kiểu mới, đô",
}
QUOTED = regex.compile(r"“[^”]*”")
COUNCIL = regex.compile(r"(?<=\p{Ll} )Hội đồng nhân dân(?= (?:tỉnh|huyện|xã|phường|thành phố)\b)")
UNION = regex.compile(r"(?<=\p{Ll} )Liên đoàn Lao động(?= (?:tỉnh|huyện|thành phố)\b)")
SIGNED = regex.compile(
    r"(?P<office>(?:PHÓ )?(?:GIÁM ĐỐC|CHỦ TỊCH|HIỆU TRƯỞNG|BÍ THƯ))\W+(?P<name>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){2,3})\W*$"
)
CLOSING = regex.compile(r"(?m)^(?:\d\. )?(?=Trong quá trình|Trên đây là|Yêu cầu|Đề nghị)")
OF_THE_PARTY = regex.compile(
    r"(?<=(?:chủ trương|đường lối|nghị quyết|chỉ thị|quy định|lãnh đạo|quan điểm)\s+của\s+)Đảng(?=[\s.,;])"
)
STEM_AND_BRANCH = regex.compile(r"(?:Tân Sửu|Nhâm Dần|Quý Mão|Giáp Thìn|Ất Tỵ|Bính Ngọ)")
UNIT = regex.compile(r"(?<=[\p{Ll},] )khoản(?= \d+,? Điều \d)")
PROVINCE = regex.compile(
    r"(?<=\btỉnh )(?:Ninh Bình|Nghệ An|Thanh Hóa|Lào Cai|Yên Bái|Quảng Ngãi|Đồng Tháp|Lạng Sơn|Hòa Bình)\b"
)
GOING_ON = regex.compile(
    r"(?<=\p{L} \p{L}+ \p{L}+; )(?:tổ chức|tuyên truyền|phối hợp|tăng cường|thực hiện|kiểm tra|hướng dẫn|rà soát"
    r"|không|tránh|nếu|khi|mỗi|vận động|đôn đốc|nâng cao|đẩy mạnh|xây dựng|tham mưu|khen thưởng|biểu dương|kịp thời)\b"
)
LAW = regex.compile(r"(?<!Luật )Luật Thi đua, khen thưởng(?=[;.]|,? (?:và|các|quy|trong)\b)")


@mistake("campaign, one word of its name", "TN704")
def campaign(text: str) -> Iterator[Change]:
    for quoted in QUOTED.finditer(text):
        for right, wrong in CAMPAIGNS.items():
            place = text.find(right, *quoted.span())
            if place >= 0:
                yield replace(place, place + len(right), wrong, quoted.span())


@mistake("abbreviation, D for Đ", "TN703")
def lost_stroke(text: str) -> Iterator[Change]:
    for pattern, short in ((COUNCIL, "HDND"), (UNION, "LDLĐ")):
        for found in pattern.finditer(text):
            yield replace(*found.span(), short)


@mistake("signer named with another letter", "TN705")
def another_letter(text: str) -> Iterator[Change]:
    signed = SIGNED.search(text)
    closing = CLOSING.search(text)
    if signed and closing:
        name = signed["name"]
        wrong = name[:-1] + ("h" if name[-1] != "h" else "")
        sentence = f"Đồng chí {wrong}, {signed['office'].capitalize()}, chỉ đạo chung. "
        yield replace(closing.end(), closing.end(), sentence)


@mistake("a name told again with another letter", "TN705")
def told_again(text: str) -> Iterator[Change]:
    signed = SIGNED.search(text)
    closing = CLOSING.search(text)
    if signed and closing:
        wrong = signed["name"][:-1] + ("h" if signed["name"][-1] != "h" else "")
        yield replace(closing.end(), closing.end(), f"Mọi vướng mắc báo đồng chí {wrong} để giải quyết. ")


@mistake("a family name that is none", "TN705")
def no_family(text: str) -> Iterator[Change]:
    closing = CLOSING.search(text)
    if closing is None:
        return
    for wrong in ("Đổ", "Nguyển", "Vỏ"):
        sentence = f"Mọi vướng mắc báo đồng chí {wrong} Hoài Phong để giải quyết. "
        yield replace(closing.end(), closing.end(), sentence)


@mistake("Đảng with a small letter", "TN706")
def small_party(text: str) -> Iterator[Change]:
    for found in OF_THE_PARTY.finditer(text):
        yield replace(*found.span(), "đảng")


@mistake("province with small letters", "TN706")
def small_province(text: str) -> Iterator[Change]:
    for found in PROVINCE.finditer(text):
        yield replace(*found.span(), found[0].lower())


@mistake("stem and branch with small letters", "TN706")
def small_stem(text: str) -> Iterator[Change]:
    for found in STEM_AND_BRANCH.finditer(text):
        yield replace(*found.span(), found[0].lower())


@mistake("khoản with a capital", "TN706")
def large_unit(text: str) -> Iterator[Change]:
    for found in UNIT.finditer(text):
        yield replace(*found.span(), "Khoản")


@mistake("capital after a semicolon", "TN707")
def capital_after_semicolon(text: str) -> Iterator[Change]:
    for found in GOING_ON.finditer(text):
        yield replace(found.start(), found.start() + 1, found[0][0].upper(), found.span())


@mistake("law named by the year of its amendment", "VB216")
def year_of_amendment(text: str) -> Iterator[Change]:
    for found in LAW.finditer(text):
        yield replace(found.end(), found.end(), " năm 2013", (found.start(), found.end() + 9))
