"""What the words of one line show by themselves of whether a sentence begins or ends with them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from vnplanlint.patterns import Pattern, pattern, verbose

_NUMERAL = verbose(
    r"""
      \d{1,2}(?:\.\d{1,2}){0,3}[.)/] [ ]+ [\p{L}“"'‘(\[]
    | \d{1,2}(?:\.\d{1,2}){0,3}\. \p{Lu}\p{L}
    | \d{1,2}(?:\.\d{1,2}){1,3} [ ]+ \p{Lu}
    | [IVXLC]{1,6}[.)/-] [ ]* [\p{L}“"(]
    | [\p{Ll}]\d?[.)] [ ]* [\p{L}“"\d(]
    | \p{Lu}[.)] [ ]+ \p{L}
    | \( (?:\d{1,2}|[ivx]{1,4}|\p{Ll}) \) [ ]* \p{L}
    | (?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVXLC]{1,6})[.)/] $
    """
)
_OPENER = verbose(
    r"""
      Điều[ ]+\d+[a-zđ]?[ ]*[.:]
    | (?:Chương|CHƯƠNG|Phần|PHẦN)[ ]+(?:[IVXLC]+|\d+|thứ[ ]\p{Ll}+|THỨ[ ]\p{Lu}+)(?:[ ]*[.:–-]|[ ]*$)
    | (?:Mục|MỤC|Tiểu[ ]+mục)[ ]+(?:[IVXLC]+|\d+)(?:[ ]*[.:]|[ ]*$)
    | (?:PHỤ[ ]+LỤC|BIỂU|MẪU[ ]+SỐ)\b | (?:Phụ[ ]+lục|Biểu(?:[ ]+mẫu)?|Mẫu[ ]+số)[ ]+(?:số[ ]+)?[\dIVXLC]+[ ]*[.:]?$
    | (?:Giai[ ]+đoạn|Đợt|Bước|Nhóm)[ ]+(?:\d{1,2}|[IVX]{1,4})[ ]*[:.(–-]
    | Thứ[ ]+(?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)[ ]*[:,]
    | Nơi[ ]+nhận | NƠI[ ]+NHẬN | Kính[ ]+gửi | KÍNH[ ]+GỬI | V/v\b
    | Số[ ]*:? [ ]* [\d….]* [ ]* [-/] [ ]*\p{Lu} | \((?:Ban[ ]+hành[ ]+)?[Kk]èm[ ]+theo
    | (?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\.?[ ]+\p{Lu}{2}
    | Độc[ ]+lập[ ]*[-–][ ]*Tự[ ]+do | \p{Lu}[\p{L} .]{1,40},[ ]+ngày\b[^\n]{0,30}\bnăm\b
    """
)
_TYPE_LINE = pattern(
    r"(?:KẾ +HOẠCH|QUYẾT +ĐỊNH|BÁO +CÁO|TỜ +TRÌNH|THÔNG +BÁO|HƯỚNG +DẪN|CHƯƠNG +TRÌNH|CÔNG +ĐIỆN|CHỈ +THỊ|"
    r"NGHỊ +QUYẾT|QUY +CHẾ|QUY +ĐỊNH|PHƯƠNG +ÁN|ĐỀ +ÁN|KẾT +LUẬN|THỂ +LỆ|GIẤY +MỜI|BIÊN +BẢN|ĐỀ +CƯƠNG)"
)
_NUMBER_WORD = r"(?<!(?:[cC]huyển đổi|quyền|tế|hội|nghệ|hóa|vụ|thuật|năng|tầng|liệu|dân|sang|trường|ký) )số"
"""Not the digital one: “chuyển đổi số” and “chính quyền số” end headings."""
_DANGLING = pattern(
    rf"(?:^|[ (“])(?:{_NUMBER_WORD}|(?<![hH][àằ]ng )(?:ngày|tháng|năm|quý)|Điều|khoản|điểm|mục|Mục|tại|theo|của|và|"
    r"các|với|từ|đến|về|cho|trong|là|hoặc|do|để|được|những|một|ở|thứ|lần|bằng|trên|dưới|như|giữa|đối|bởi|vào|ra|tới|"
    r"kỷ niệm|giai đoạn|khóa|Số)$|[-–/(“,&]$"
)
_NUMERAL_WANTED = pattern(
    rf"(?:^|[ (])(?:{_NUMBER_WORD}|ngày|tháng|quý|Điều|khoản|điểm|mục|Mục|và|từ|đến|tại|thứ|lần|khóa|kỳ|"
    r"Chương|Phần)$|[(/]$"
)
_RECURRING = pattern(r"(?:định kỳ|thời kỳ|[Hh][àằ]ng (?:ngày|tháng|quý)|(?:từng|mỗi|[Bb]áo cáo|trong) \p{Ll}+)$")
_GRADE = pattern(
    r"(?:^|[ (])(?:cấp độ|mức độ|mức|hạng|loại|nhóm|bậc|lớp|khối|quận|Quận|thôn|xóm|ấp|tổ|khu phố|tổ dân phố)$"
)
_NAME_FOLLOWS = pattern(
    r"(?:^|[ (“])(?:tỉnh|huyện|quận|xã|phường|thị trấn|thị xã|thành phố|UBND|HĐND|MTTQ|LĐLĐ|Sở|Bộ|Ban|Phòng|Hội|"
    r"Đảng bộ|đồng chí|[ôÔ]ng|[bB]à|Chủ tịch|Thủ tướng|Giám đốc|Đại hội|thôn|ấp|trường|Trường|Luật|Chủ tịch nước)$"
)
_CLOSERS = "”\"’')»] "
_ENDS_SENTENCE = ".;:!?…"
_TAIL = 24


class Shape:
    """The signs that the words of a line bear, each read when it is first asked for.

    ``numeral``: it begins with the numeral of an item; ``opener``: with words that open a
    paragraph (Điều 5., Nơi nhận, Kính gửi …).  ``type``: it is the tên loại standing alone
    ("KẾ HOẠCH").  ``capitals``: it is set in capitals.  ``dangling``: its last word wants
    another; ``wants_numeral``: a number ("khoản"), though not in what is ``recurring``
    ("hằng tháng"); ``graded``: what it names is numbered ("cấp độ"); ``wants_name``: a name
    follows ("tỉnh").  ``finished``: a sentence ends with it.  ``unclosed``: how many more quotation
    marks and round brackets it opens than it closes; ``dotted``: it may hold the leaders of a
    form.
    """

    __slots__ = (
        "words",
        "numeral",
        "opener",
        "type",
        "capitals",
        "dangling",
        "wants_numeral",
        "recurring",
        "graded",
        "wants_name",
        "finished",
        "unclosed",
        "dotted",
    )

    words: str
    numeral: bool
    opener: bool
    type: bool
    capitals: bool
    dangling: bool
    wants_numeral: bool
    recurring: bool
    graded: bool
    wants_name: bool
    finished: bool
    unclosed: tuple[int, int]
    dotted: bool

    def __init__(self, words: str) -> None:
        """Take the ``words`` of a line, with no white space around them."""
        self.words = words

    def __getattr__(self, sign: str) -> object:
        """Read a sign that has not been asked for before."""
        value = _SIGNS[sign](self.words)
        setattr(self, sign, value)
        return value


def is_type(words: str) -> bool:
    """Whether the words are a tên loại and nothing else."""
    return _TYPE_LINE.fullmatch(words) is not None


def ends_sentence(words: str) -> bool:
    """Whether a sentence, or the words before a list, end with ``words``."""
    core = words.rstrip(_CLOSERS)
    return bool(core) and core[-1] in _ENDS_SENTENCE


def _ends_with(end: Pattern[str], words: str) -> bool:
    """Whether the last words are those: only a few are looked at, for a paragraph may be one very long line."""
    return end.search(words[-_TAIL:]) is not None


_SIGNS: dict[str, Callable[[str], object]] = {
    "numeral": lambda words: _NUMERAL.match(words) is not None,
    "opener": lambda words: _OPENER.match(words) is not None,
    "type": is_type,
    "capitals": str.isupper,
    "dangling": partial(_ends_with, _DANGLING),
    "wants_numeral": partial(_ends_with, _NUMERAL_WANTED),
    "recurring": partial(_ends_with, _RECURRING),
    "graded": partial(_ends_with, _GRADE),
    "wants_name": partial(_ends_with, _NAME_FOLLOWS),
    "finished": ends_sentence,
    "dotted": lambda words: ".." in words or "…" in words or "__" in words,
    "unclosed": lambda words: (words.count("“") - words.count("”"), words.count("(") - words.count(")")),
}
