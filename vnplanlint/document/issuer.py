"""Who issues the document, and the drafting system of that organ."""

from __future__ import annotations

from vnplanlint.document.marks import folded
from vnplanlint.document.model import Component
from vnplanlint.mentions.model import System
from vnplanlint.patterns import pattern

_DRAFTS = pattern(
    r"(?:xây +dựng|ban +hành|lập|đề +ra|triển +khai)(?: +và +\p{L}+ +\p{L}+)? +"
    r"(?:kế +hoạch|hướng +dẫn|chương +trình|phương +án|đề +án|thông +báo|quy +chế|quy +định)\b",
    0x2,
)
_ORGAN = pattern(
    r"(?:Sở|Ủy +ban|UBND|Uỷ +ban|Phòng|Ban|Bộ|Cục|Chi +cục|Trường|Trung +tâm|Văn +phòng|Hội +đồng|HĐND|Đảng +[ủu]y|"
    r"Đảng +uỷ|Tỉnh +[ủu]y|Huyện +[ủu]y|Thành +[ủu]y|Chi +bộ|Liên +đoàn|LĐLĐ|Công +đoàn|Đoàn|Tỉnh +[đĐ]oàn|Hội|"
    r"Công +an|Thanh +tra|Bệnh +viện|Bảo +hiểm|Viện|Tổng +cục)\b"
)
_ACTING = pattern(r"^(?:TM|T/M|T\.M)[. ]*")
_OPENING_LENGTH = 1500
_PART_OF_AN_ORGAN = frozenset(
    ("BAN THƯỜNG VỤ", "BAN CHẤP HÀNH", "BAN TỔ CHỨC", "BAN CHỈ ĐẠO", "HỘI ĐỒNG", "THƯỜNG TRỰC", "BTV", "BCH")
)


def find_issuer(components: tuple[Component, ...], text: str) -> str:
    """The issuing organ as written: in the letterhead, else over the signature, else in the opening sentence."""
    for component in components:
        if component.kind == "co-quan-ban-hanh":
            return component.text
    acting = (c.text for c in components if c.kind == "quyen-han" and _ACTING.match(c.text))
    signed_for = _ACTING.sub("", next(acting, ""))
    if signed_for and folded(signed_for) not in _PART_OF_AN_ORGAN:
        return signed_for
    return _from_opening(components, text) or signed_for


def _from_opening(components: tuple[Component, ...], text: str) -> str:
    head_ends = [c.span.end for c in components if c.kind in ("ten-loai", "trich-yeu")]
    if not head_ends:
        return ""
    start = max(head_ends)
    match = _DRAFTS.search(text, start, min(len(text), start + _OPENING_LENGTH))
    if match is None:
        return ""
    clause_start = max(text.rfind(mark, start, match.start()) for mark in ".;:\n") + 1
    return _organ_at_end(text[max(start, clause_start) : match.start()])


def _organ_at_end(clause: str) -> str:
    """The subject of the clause: the last part after a comma that begins with an organ's name."""
    cut = len(clause)
    while cut > 0:
        cut = clause.rfind(",", 0, cut)
        subject = " ".join(clause[cut + 1 :].split())
        if _ORGAN.match(subject):
            return subject if len(subject) <= 120 else ""
    return ""


_SYSTEMS: tuple[tuple[System, tuple[str, ...]], ...] = (
    ("youth", ("ĐOÀN THANH NIÊN", "TỈNH ĐOÀN", "THÀNH ĐOÀN", "HUYỆN ĐOÀN", "QUẬN ĐOÀN", "XÃ ĐOÀN", "THỊ ĐOÀN",
               "ĐOÀN TNCS", "ĐOÀN KHỐI", "ĐOÀN XÃ", "ĐOÀN PHƯỜNG", "BCH ĐOÀN", "CHI ĐOÀN")),
    ("union", ("LIÊN ĐOÀN LAO ĐỘNG", "LĐLĐ", "CÔNG ĐOÀN", "CĐCS")),
    ("front", ("MẶT TRẬN TỔ QUỐC", "MTTQ", "UBMTTQ")),
    ("party", ("ĐẢNG ỦY", "ĐẢNG BỘ", "TỈNH ỦY", "THÀNH ỦY", "HUYỆN ỦY", "QUẬN ỦY", "THỊ ỦY", "CHI BỘ", "CHI ỦY",
               "ĐẢNG ĐOÀN", "BAN CÁN SỰ ĐẢNG", "TRUNG ƯƠNG ĐẢNG", "ỦY BAN KIỂM TRA")),
    ("state", ("UBND", "ỦY BAN NHÂN DÂN", "HĐND", "HỘI ĐỒNG NHÂN DÂN", "SỞ", "BỘ", "PHÒNG", "CỤC", "CHI CỤC",
               "TỔNG CỤC", "THỦ TƯỚNG", "CHÍNH PHỦ", "QUỐC HỘI", "CÔNG AN", "THANH TRA", "TRƯỜNG", "BỆNH VIỆN",
               "TRUNG TÂM", "KHO BẠC", "BẢO HIỂM XÃ HỘI", "BAN QUẢN LÝ", "TÒA ÁN", "VIỆN KIỂM SÁT", "VĂN PHÒNG UBND")),
)  # fmt: skip


def system_of_words(names: list[str], head: str) -> System:
    """The system of the organs named (the issuer first), else of the title printed in the letterhead."""
    for name in names:
        words = folded(name)
        for system, starts in _SYSTEMS:
            if words.startswith(starts):
                return system
    if "ĐẢNG CỘNG SẢN VIỆT NAM" in folded(" ".join(head.split())):
        return "party"
    return "unknown"
