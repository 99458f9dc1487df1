"""Dates by which somebody is told to have something done: "gửi báo cáo … trước ngày 15/12/2021"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnplanlint.mentions.model import DateMention
from vnplanlint.mentions.surroundings import after, before
from vnplanlint.patterns import pattern

_TIME_LIMIT = pattern(
    r"(?i)(?:trước|chậm +nhất(?: +là| +vào| +đến)?|muộn +nhất(?: +là| +vào)?|hạn +cuối(?: +cùng)?(?: +là)?:?|"
    r"xong(?: +trong| +trước)?|thời +hạn[^.;:]{0,40}:) *"
    r"(?:\d{1,2}(?: +giờ| *h)(?: *\d{2})?,? *)?(?:(?:thứ +\w+|chủ +nhật),? *)?(?:ngày|tháng|hết +ngày|hết +năm|năm)? *$"
)
_ORDER = pattern(
    r"(?i)(?<!\w)(?:hoàn +thành|hoàn +thiện|báo +cáo|gửi|nộp|trình|tổng +hợp|đăng +ký|phản +hồi|xây +dựng|triển +khai|"
    r"ban +hành|tham +mưu|cung +cấp|đề +xuất|góp +ý|hạn +cuối|thời +hạn)(?!\w)"
)
_NO_ORDER = pattern(
    r"(?i)(?<!\w)(?:đã|được +cấp|được +giao|được +phê +duyệt|được +ban +hành|tuy +nhiên|trước +đây|theo +quy +định|"
    r"áp +dụng|có +hiệu +lực|ban +hành +trước|sinh +trước|tính +đến|đạt|so +với|tồn +tại|phát +sinh|kết +luận)(?!\w)"
)
_SENTENCE = pattern(r"(?:[^.;\n\t]|\.(?! ))*$")


def find_deadlines(text: str, dates: Sequence[DateMention]) -> Iterator[DateMention]:
    """The dates that are deadlines of an order, not of a law, a report or the past."""
    for mention in dates:
        if mention.year is None or not mention.year_given or not mention.exists:
            continue
        lead = before(text, mention.span.start, 400)
        limit = _TIME_LIMIT.search(lead[-90:])
        if limit is None:
            continue
        match = _SENTENCE.search(lead)
        sentence = match[0] if match else ""
        tail = after(text, mention.span.end, 80).partition(".")[0]
        if _ORDER.search(sentence) and not _NO_ORDER.search(sentence) and not _NO_ORDER.search(tail):
            yield mention
