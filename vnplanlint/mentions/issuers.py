"""The organ that issued a document, as a text names it after "của".

The end of an organ's name cannot be told by capitals ("Bộ Văn hóa, Thể thao và Du
lịch"): known names are read whole, and other words up to one that cannot be part
of a name.
"""

from __future__ import annotations

from vnplanlint.facts import Facts
from vnplanlint.patterns import Pattern, pattern
from vnplanlint.spans import Span

_LEAD = pattern(r" *+(?:, *+)?(?:do +|của +)")
_BARE_LEAD = pattern(
    r" *+(?=(?:Chính +phủ|Thủ +tướng|Bộ +trưởng|Bộ +Chính +trị|Ban +Bí +thư|UBND|HĐND|Chủ +tịch"
    r"|[UỦ][ỷy] +ban)\b)"
)
_AFTER_BARE = pattern(
    r" *+(?:$|[,;:.()\n\t]|(?:về|[vV]/v|quy +định|ban +hành|phê +duyệt|sửa +đổi|hướng +dẫn|công +bố|kiện +toàn)\b)"
)
"""What follows an issuer named without "của"; a verb of doing would make it the subject of the sentence."""
_NEVER_IN_A_NAME = """
    về, V/v, v/v, trong, tại, quy định, ban hành, phê duyệt, sửa đổi, công bố, hướng dẫn, triển khai, thực hiện,
    phát động, tổ chức thực, tổ chức triển, tổ chức phát, tổ chức các, bổ sung, thay thế, bãi bỏ, kiện toàn,
    thành lập, cùng, và, đã, đang, được, có, là, để, do, theo, gửi, ký, nêu, như, này, nhằm, đến, đối với, ngày,
    năm, số, giao, kèm, khóa, khoá, nhiệm kỳ, thì, mà, trên, yêu cầu, đề nghị, chỉ đạo, tiếp tục, tăng cường,
    đẩy mạnh, cho, từ, bằng, hoặc, với, Quy định, Ban hành, Phê duyệt, Sửa đổi, Hướng dẫn, phối hợp, bao gồm,
    gồm, điều chỉnh, phân công, ủy quyền, cấp giấy, cấp phép, nâng cao, xây dựng, hỗ trợ, quán triệt, học tập,
    công nhận, tặng, khen, xử lý, đồng thời, trước, sau, hiện nay, hiện hành, không, chưa, vào, nhất, mỗi, các,
    lần thứ, báo cáo, kính trình, kính đề nghị, kính gửi
"""
_STOP = pattern(
    r"[,;:.()\[\]“”\"…\n\t/]| +\d+ +(?=\p{Lu})| [-–] *(?=\p{Ll}|[“\"])| (?:"
    + "|".join(words.replace(" ", " +") for words in " ".join(_NEVER_IN_A_NAME.split()).split(", "))
    + r")\b"
)
_LONGEST = 120

_latest: tuple[Facts | None, Pattern[str] | None] = (None, None)


def _words(name: str) -> str:
    return " +".join(name.split())


def _fields(facts: Facts) -> Pattern[str]:
    """A pattern of the fields of ministries and departments that hold a comma or "và", longest first."""
    global _latest
    known, found = _latest
    if found is None or known is not facts:
        names = {
            name.split(" ", 1)[1]
            for organ in facts.organs
            for name in organ.names
            if name.startswith(("Bộ ", "Sở ", "Ban "))
        }
        split = sorted((name for name in names if " và " in name or "," in name), key=lambda name: (-len(name), name))
        alternatives = "|".join(_words(name).replace(" +- +", " *[-–]? *") for name in split)
        found = pattern(rf"(?:Bộ|Sở|Phòng|Ban|Ngành) +(?:{alternatives})\b")
        _latest = (facts, found)
    return found


def read_issuer(text: str, start: int, facts: Facts) -> Span | None:
    """The span of the organ named after "của" at ``start`` (after spaces and a comma), or None."""
    lead = _LEAD.match(text, start)
    if lead is not None:
        return _named_at(text, lead.end(), facts)
    lead = _BARE_LEAD.match(text, start)
    issuer = _named_at(text, lead.end(), facts) if lead is not None else None
    return issuer if issuer is not None and _AFTER_BARE.match(text, issuer.end) else None


def _named_at(text: str, begin: int, facts: Facts) -> Span | None:
    if not text[begin : begin + 1].isupper():
        return None
    position = begin
    limit = min(len(text), begin + _LONGEST)
    named = _fields(facts).search(text, begin, limit)
    stop = _STOP.search(text, begin, limit)
    while named is not None and stop is not None and named.start() < stop.start() < named.end():
        position = named.end()
        stop = _STOP.search(text, position, limit)
    end = stop.start() if stop is not None else limit
    if stop is None and limit < len(text):
        return None
    while end > begin and text[end - 1] in " -–":
        end -= 1
    return Span(begin, end) if end > begin else None
