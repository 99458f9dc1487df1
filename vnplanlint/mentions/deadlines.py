"""Dates by which somebody is told to have something done: "gửi báo cáo … trước ngày 15/12/2021"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnplanlint.mentions.model import DateMention
from vnplanlint.mentions.surroundings import after, before
from vnplanlint.patterns import pattern

_TO_THE_DATE = pattern(
    r"(?: +nhất| +cuối(?: +cùng)?| +trong| +trước)?(?: +là| +vào| +đến|[^.;:]{0,40}:)? *"
    r"(?:\d{1,2}(?: +giờ| *h)(?: *\d{2})?,? *)?(?:(?:thứ +\w+|chủ +nhật),? *)?(?:ngày|tháng|hết +ngày|hết +năm|năm)? *"
)
_LIMIT_WORDS = ("trước", "chậm", "muộn", "hạn", "xong")
_ORDER = pattern(
    r"(?i)(?<!\w)(?:hoàn +thành|hoàn +thiện|báo +cáo|gửi|nộp|trình|tổng +hợp|đăng +ký|phản +hồi|xây +dựng|triển +khai|"
    r"ban +hành|tham +mưu|cung +cấp|đề +xuất|góp +ý|hạn +cuối|thời +hạn|sơ +kết|tổng +kết|công +khai|thực +hiện|"
    r"tổ +chức|kiện +toàn|rà +soát|bàn +giao|khắc +phục|kiểm +tra|lập|cập +nhật|niêm +yết|số +hóa|ký +kết|"
    r"bố +trí|lắp +đặt|phê +duyệt|thu +thập|chuyển|giao|củng +cố|khảo +sát|phân +công|sắp +xếp|mở +rộng|"
    r"nâng +cấp|quyết +toán|giải +ngân|thanh +toán|nghiệm +thu|kết +thúc)(?!\w)"
)
_ORDER_AFTER = pattern(r",? *(?:phải +)?(?:báo +cáo|gửi|nộp|hoàn +thành|trình|đăng +ký|bàn +giao|quyết +toán)(?!\w)")
"""The verb behind its deadline: "trước ngày 15/3/2024 báo cáo kết quả"."""
_NO_ORDER = pattern(
    r"(?i)(?<!\w)(?:đã(?! +kết +thúc)|được +cấp|được +giao|được +phê +duyệt|được +ban +hành|tuy +nhiên|"
    r"trước +đây|áp +dụng|có +hiệu +lực|(?:văn +bản|quyết +định|nghị +quyết|quy +định) +ban +hành +trước|"
    r"sinh +trước|tính +đến|so +với|tồn +tại|phát +sinh|kết +luận|theo +(?:yêu +cầu|đề +nghị|chỉ +đạo) +tại)(?!\w)"
)

_PERIOD = pattern(r"\btừ +ngày +\d[^.;]{0,30} (?:đến|tới) +trước +ngày +$")
"""A time for which something holds: "từ ngày 19/02/2025 đến trước ngày 01/10/2025"."""
_TOLD = pattern(
    r"(?<!\w)(?:đã +(?:giao|yêu +cầu|đề +nghị|chỉ +đạo|ban +hành|có)|"
    r"trong +đó +(?:có +)?(?:quy +định|giao|yêu +cầu))(?!\w)"
)
"""Somebody ordered it earlier; this text only tells of it."""
_TELLING = pattern(
    r" *[-+]? *(?:Ngày +\d|"
    r"Tại +(?i:công|văn|thông|quyết|chỉ|cuộc|buổi|hội|kế|phiên)(?!\w))"
)
_OUTCOME = pattern(
    r"[^.;]{0,80}[.;,] *(?i:đến +nay|tới +nay|tuy +nhiên|hiện +nay|song|nhưng|đến +thời +điểm|tính +đến|"
    r"qua +(?:theo|rà|kiểm))(?!\w)"
)
_DEMAND = pattern(r"(?<!\w)(?:phải|đề +nghị|khẩn +trương)(?!\w)")
"""An order of its own, after what is told."""
_BLOCK = 1500


def find_deadlines(text: str, dates: Sequence[DateMention]) -> Iterator[DateMention]:
    """The dates that are deadlines of an order, not of a law, a report or the past."""
    for mention in dates:
        if mention.year is None or not mention.year_given or not mention.exists:
            continue
        lead = before(text, mention.span.start, 400)
        if not _is_limited(lead[-90:].lower()):
            continue
        sentence = lead[max(lead.rfind(";"), lead.rfind(". ")) + 1 :]
        sentence = sentence[max(sentence.rfind(" phải "), 0) :]
        tail = after(text, mention.span.end, 80).partition(".")[0]
        if _PERIOD.search(lead):
            continue
        order = _ORDER.search(sentence) or _ORDER_AFTER.match(text, mention.span.end)
        ordered = order and not _NO_ORDER.search(sentence) and not _NO_ORDER.search(tail)
        if ordered and not _is_told(text, mention):
            yield mention


def _is_told(text: str, mention: DateMention) -> bool:
    """Whether the text reports an earlier order, and perhaps what became of it."""
    lead = before(text, mention.span.start, _BLOCK)
    whole_sentence = lead[lead.rfind(". ") + 1 :]
    told = _TOLD.search(whole_sentence) or _TELLING.match(whole_sentence)
    if told and not _DEMAND.search(whole_sentence, told.end()):
        return True
    return _OUTCOME.match(after(text, mention.span.end, 160)) is not None


def _is_limited(lead: str) -> bool:
    """Whether the words before a date end in "trước ngày", "chậm nhất là" and the like."""
    end = max(lead.rfind(word) + len(word) if word in lead else -1 for word in _LIMIT_WORDS)
    return end >= 0 and _TO_THE_DATE.fullmatch(lead, end) is not None
