"""The words and forms by which the parts of an administrative document are known."""

from __future__ import annotations

from functools import lru_cache

from vnplanlint.facts import Facts
from vnplanlint.patterns import IGNORECASE, Match, pattern, verbose

QUOC_HIEU = pattern(
    r"\bC[OÔỘỒỐỔỖ]NG +H(?:[OÒÕÓỎỌ]A|O[ÀÃÁẢẠ]) +X[AÃÀÁẢẠ] *H[ÔỘỒỐỔỖ]I +CH[UỦŨÙÚỤ] +NGH(?:[IĨỈÍÌỊ]A|I[ÃẢÁÀẠ])"
    r"(?: +VI?[EÊỆỀẾỂỄ]T +NAM\b)?",
    IGNORECASE,
)
"""Also with a wrong tone or vowel."""

TIEU_NGU = pattern(
    r"\b[ĐD][ôộốồổỗ]c +l[aậâấầẩẫạ]p *[-–—.]* *T[ưựừứữử] +do *[-–—.]* *H[aạảãàá]nh +ph[uúùủũụ]c\b", IGNORECASE
)
ORGANISATION_TITLE = pattern(r"\bĐẢNG +CỘNG +SẢN +VIỆT +NAM\b|\bĐOÀN +TNCS +HỒ +CHÍ +MINH$")
"""What the Party and the Youth Union print where the state prints quốc hiệu."""

OWN_NUMBER = verbose(
    r"""
    (?: \b S[ốỐ] | (?:Luật|Nghị[ ]+quyết|Pháp[ ]+lệnh) [ ]+ số (?=[ ]*:) ) [ ]* (?: [:;.] [ ]* )?
    (?P<symbol>
      (?P<number> [\d.…_ ]{0,24}+ (?:(?<=\d)\p{Ll})? ) [ ]*
      (?: / [ ]? (?P<year> \d{4} | [.…_]{1,8} ) [ ]? (?=/) )?
      [-/] [ ]* (?P<groups> (?=\p{Lu}{2}|Qy|L-) \p{Lu} [\p{L}&]* \d{0,2}
        (?: [ ]? [-–/] [ ]* \p{Lu} [\p{L}&]* \d{0,2} )* )
    )
    """
)
PLACE_DATE = verbose(
    r"""
    (?: (?P<place> \p{Lu} [\p{L}.’'-]* (?: [ ]+ [\p{L}\d.-]+ ){0,6}? ) [ ]* [,.]? [ ]* )?
    \b [Nn]gày (?! \p{L}) [ ]* (?P<day> [\d.…_ ]*? ) [ ]*
    (?: tháng [ ]* (?P<month> [\d.…_ ]*? ) [ ]* (?: năm | / ) [ ]* (?P<year> [\d.…_]* )
      | / [ ]* (?P<month2> [\d.…_]* ) [ ]* / [ ]* (?P<year2> \d{4} | [.…_]+ )
    ) [ ]* [.,]? (?= [ ]* (?:$|[\n\t|]|[ ]{3}|V/v\b|Về[ ]+việc\b) )
    """
)
SUBJECT = pattern(r"(?:V/v|v/v|V/V|Về +việc|[vV]ề +v/v)\b[ :.]*")
ADDRESSEE = pattern(r"K(?:ính|ÍNH) +g(?:ửi|ởi)\b|KÍNH +GỬI\b")
RECIPIENTS = pattern(r"(?:Nơi|NƠI|Nới|Noi) +(?:nhận|NHẬN|nhân)\b *[:;.]?")
CLOSING = pattern(r"\. ?/ ?\.")
ISSUED_WITH = pattern(r"\( *(?:Ban +hành +)?(?:[Kk]èm|[Đđ]ính +kèm|[Bb]an +hành)(?: +theo)?\b")
BASIS = pattern(
    r"(?:Căn +cứ|Thực +hiện|Thi +hành|Xét|Trên +cơ +sở|Tiếp +tục +thực +hiện|Theo +(?:đề +nghị|"
    r"(?:Nghị|Quyết|Chỉ|Kế|Công|Thông|Kết|Hướng|Chương|Tờ|Luật|Văn)\b))"
)
NUMERAL = pattern(
    r"(?:[IVX]{1,5}|[1-9]\d?(?:\.\d{1,2}){0,3}|[A-ZĐ]|\p{Ll})[.)/](?!\d)|\((?:\d|[ivx]{1,4}|\p{Ll})\)"
    r"|(?:Điều|Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC) +(?:\d|[IVX]+\b|(?:thứ|THỨ)\b)|[1-9]\d?\.\d{1,2} "
)
SIGNED_FOR = pattern(r"(?:TM|KT|TL|TUQ|T/M|K/T|T/L|T\.M|K\.T|T\.L|Q)(?:[.:]|/(?= ?\p{Lu}{2})| (?=\p{Lu}{2}))")

_OPENERS = (
    "UBND", "ỦY BAN", "HĐND", "HỘI ĐỒNG", "BỘ", "SỞ", "PHÒNG", "BAN", "CỤC", "CHI CỤC", "TỔNG CỤC", "VỤ", "VIỆN",
    "HỌC VIỆN", "TRƯỜNG", "ĐẠI HỌC", "TRUNG TÂM", "VĂN PHÒNG", "CÔNG AN", "THANH TRA", "KHO BẠC", "NGÂN HÀNG",
    "BẢO HIỂM", "BHXH", "TÒA ÁN", "KIỂM TOÁN", "BỆNH VIỆN", "TRẠM", "HẠT", "ĐÀI", "BÁO", "QUÂN KHU", "BCH",
    "CÔNG TY", "TỔNG CÔNG TY", "TẬP ĐOÀN", "HỢP TÁC XÃ", "CHÍNH PHỦ", "THỦ TƯỚNG", "CHỦ TỊCH", "QUỐC HỘI",
    "ĐẢNG ỦY", "ĐẢNG BỘ", "ĐẢNG ĐOÀN", "TỈNH ỦY", "THÀNH ỦY", "HUYỆN ỦY", "QUẬN ỦY", "THỊ ỦY", "XÃ ỦY", "CHI BỘ",
    "CHI ỦY", "QUÂN ỦY", "TRUNG ƯƠNG", "TỔNG LIÊN ĐOÀN", "LIÊN ĐOÀN", "LĐLĐ", "CÔNG ĐOÀN", "CĐ", "CĐCS", "CĐN",
    "ĐOÀN", "TỈNH ĐOÀN", "THÀNH ĐOÀN", "HUYỆN ĐOÀN", "QUẬN ĐOÀN", "XÃ ĐOÀN", "BAN CHẤP HÀNH", "HỘI", "MẶT TRẬN",
    "UBMTTQ", "MTTQ", "LIÊN HIỆP", "LIÊN MINH", "TỔ", "TIỂU BAN", "NHÀ", "BẢO TÀNG", "THƯ VIỆN", "KHỐI", "CỤM",
    "TỔNG HỘI", "HIỆP HỘI", "QUỸ", "ĐOÀN THANH NIÊN", "BTV", "BTC", "VPĐP", "BCĐ", "BQL",
)  # fmt: skip
_OPENER = pattern(r"(?:" + "|".join(sorted(_OPENERS, key=len, reverse=True)) + r")(?!\p{L})")

ATTACHED_TYPES = frozenset((
    "QUY ĐỊNH", "QUY CHẾ", "QUI CHẾ", "QUI ĐỊNH", "KẾ HOẠCH", "ĐỀ CƯƠNG", "DANH SÁCH", "DANH MỤC",
    "CHƯƠNG TRÌNH", "ĐỀ ÁN", "ĐIỀU LỆ", "NỘI QUY", "PHƯƠNG ÁN", "HƯỚNG DẪN", "QUY TRÌNH", "THỂ LỆ", "LỊCH",
    "BIỂU", "BẢNG", "DỰ TOÁN", "CHIẾN LƯỢC", "DỰ ÁN", "NỘI DUNG", "PHIẾU", "BỘ TIÊU CHÍ", "TIÊU CHÍ",
    "KỊCH BẢN", "ĐỊNH MỨC", "BÁO CÁO", "BẢNG ĐIỂM", "TIÊU CHUẨN", "QUY CHUẨN",
))  # fmt: skip
"""What is issued with a decision or plan under a title of its own."""

_MAIN_TYPES = frozenset((
    "QUYẾT ĐỊNH", "THÔNG BÁO", "TỜ TRÌNH", "CHỈ THỊ", "NGHỊ QUYẾT", "GIẤY MỜI", "BIÊN BẢN", "CÔNG ĐIỆN", "KẾT LUẬN",
    "NGHỊ ĐỊNH", "THÔNG TƯ",
))  # fmt: skip
_MORE_TYPES = (
    "Đề cương", "Điều lệ", "Thể lệ", "Nội quy", "Lời kêu gọi", "Lịch", "Danh sách", "Tuyên truyền", "Quy trình",
    "Giấy chứng nhận", "Giấy xác nhận", "Biên bản họp", "Bản cam kết", "Quy ước", "Phiếu trình", "Giấy triệu tập",
    "Tờ khai", "Đơn đề nghị", "Đơn xin",
)  # fmt: skip


_NEW_TONES = pattern(r"O[ÀẢÁÃẠ](?!\p{L})|U[ỲỶÝỸỴ](?!\p{L})")
_OLD_TONES = dict(zip("ÀẢÁÃẠỲỶÝỸỴ", "ÒỎÓÕỌÙỦÚŨỤ", strict=True))
_FONT_MAP = str.maketrans("ƢÐ", "ƯĐ")


def folded(words: str) -> str:
    """Capitals with the tone marks of "oa" and "uy" in the older place: UỶ is ỦY, HOÀ is HÒA."""
    return _NEW_TONES.sub(_old_tone, words.upper().translate(_FONT_MAP))


def _old_tone(match: Match[str]) -> str:
    vowels = match.group()
    return _OLD_TONES[vowels[1]] + ("A" if vowels[0] == "O" else "Y")


def opens_agency(capitals: str) -> bool:
    """Whether words in capitals begin the name of an organ."""
    return _OPENER.match(folded(capitals)) is not None


def is_type_line(words: str) -> bool:
    """Whether a line is a tên loại in capitals and nothing else."""
    return words.isupper() and (folded(words) in ATTACHED_TYPES or folded(words) in _MAIN_TYPES)


@lru_cache(maxsize=4)
def type_words(facts: Facts) -> dict[str, str]:
    """Each tên loại in capitals ("KẾ HOẠCH") with the form used in a sentence ("Kế hoạch")."""
    listed = (row.word.split(" (")[0] for row in facts.document_types)
    words = {folded(word): word for word in listed if not word.startswith("Công văn") and "," not in word}
    return words | {folded(word): word for word in _MORE_TYPES}


def leading_type(words: str, facts: Facts) -> tuple[str, int]:
    """The tên loại in capitals at the start of ``words`` and its length there, else ("", 0)."""
    parts = words.split(" ", 4)[:4]
    known = type_words(facts)
    for count in range(len(parts), 0, -1):
        head = " ".join(parts[:count])
        found = known.get(folded(head).rstrip(":"))
        if found and head.isupper() and not head.endswith(":"):
            return ("", 0) if parts[count : count + 1] == ["CHUNG"] else (found, len(head))
    return "", 0
