"""Which letters can be a Vietnamese syllable, and where its tone mark stands.

A written syllable is an onset, a rhyme and a tone.  A final stop demands the tone sắc
or nặng; the tone mark has one place in each rhyme, except in open syllables in oa, oe
and uy, where an old and a new custom differ (hòa, hoà).
"""

from __future__ import annotations

from functools import lru_cache

_ONSETS = frozenset(("ngh", "ng", "nh", "gh", "kh", "ph", "th", "tr", "ch", *"bcdđghklmnprstvx"))
_SPELLED = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et
    ê êch êm ên ênh êng êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan
    oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn
    ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uê uêch uênh uêu uơ uc ui um un ung uôc uôi uôm uôn uông uôt up
    ut uy uya uych uyn uynh uyt uyp uyu uyên uyêt ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    y yêm yên yêng yêt yêu yt
"""
_SPELLED_AFTER_QU = """
    a ac ach ai an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât âu ây e en eng eo et ê êch ên ênh êt êu
    i ich in inh it y ych ynh yp yt yên yêt ơ ơi ơn ơt ôc âc
"""
_SPELLED_AFTER_GI = """
    âc êc êm ên êu im ip a ac ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âm ân âng âp ât âu ây e em en eo
    ep et ê êng êt o oc oi on ong op ot ô ôc ôi ông ôp ôt ơ ơi ơn ơt u ua uc ui um un ung up uôc uôi uôn uông
    uôt ư ưa ưc ưng ươm ương ường ươi ưt
"""
_SEEN_OFTEN = """
    biên biến biển biểu biện biệt buôn buổi bà bài bàn bào bán báo bình bí bóng băng bước bản bảng bảo bảy bất
    bắt bằng bệnh bị bỏ bố bốn bồi bổ bộ bữa chiếm chiến chiếu chuyên chuyển chuyện chuẩn chào cháy châm chí
    chín chính chú chăm chưa chương chấm chấp chất chậm chẵn chế chết chỉ chỉnh chịu chọn chống chỗ chợ chủ chức
    chứng chữ chữa cuối cuộc càng cá các cách cán cáo câu cây còn có công cùng căn cũ cơ cư cường cả cải cảnh
    cấp cấu cần cầu cập cắt cố cổng cộng cờ cụ cục của cứ cứu cử cửa diễn diện duyệt dài dân dõi dùng dương dưới
    dưỡng dạy dấu dần dẫn dịch dịp dục dụng dứt dữ dự dựng ghép giá giám giáo giúp giải giảm giấy giỏi giới giờ
    giữ giữa góp gương gần gắn gặp gọi gọn gồm gửi hiểm hiện hiệp hiệu hoàn hoạch hoạt hoặc huyện huấn hà hài
    hàng hành hình hòa hóa hơn hư hương hướng hưởng hạ hại hạn hạnh hậu hằng hết hệ học họp hỏi hỏng hồ hồi hỗ
    hộ hội hợp khiếu khoản khoảng khuyến khuyết khác khám khánh khí khích khó khóa không khăn khả khảo khẩn khẩu
    khắc khối kiến kiểm kiệm kiện kèm kéo kê kích kính ký kế kết kể kịp kỳ kỷ kỹ liên liền liệt liệu loại luyện
    luôn luận luật là làm làng lâm lãnh lên lòng lý lăm lĩnh lũ lưu lương lượng lượt lạc lại lấy lần lập lắp lặp
    lễ lệ lịch lối lồng lỗi lớn lớp lời lợi lục lựa lực miền miễn mà mái máu máy mình mô môi môn mùa mưa mưu
    mươi mười mạng mạnh mất mẫu mắc mặt mẹ mềm mọi mối mỗi một mới mời mở mục mức mừng mực nghiêm nghiệm nghiệp
    nghèo nghìn nghĩa nghề nghệ nghỉ nghị ngoài nguyên nguyện nguồn ngành ngày ngân người ngắn nhiều
    nhiệm nhiệt nhà nhân nhóm như nhưng nhất nhận nhập nhật những niên niệm nuôi nào này nâng nêu nói nông núi
    năm năng nơi nước nại nạn nạp nặng nếu nền nối nổ nội nộp nữ phiên phiếu pháp phát phân phép phê phí phía
    phòng phó phù phú phúc phút phương phường phạm phải phản phấn phần phẩm phận phố phối phổ phụ phục phủ quyết
    quyền quà quá quán quân quét quê quý quả quản quảng quốc quỹ riêng rà rõ rộng soát soạn suất suốt sách sáng
    sát sáu sâu sóng sót sông sĩ sơ sơn sản sắc sắm sắp sẻ số sống sổ sở sức sử sửa sự thiên thiết thiếu thiểu
    thiện thiệu thoại thuận thuật thuốc thuộc thành thái tháng thân thêm thì thôn thông thúc thăm thư thương
    thường thưởng thảo thấp thẩm thế thể thị thống thời thủ thủy thứ thức thực tiên tiêu tiến tiếng tiếp tiết
    tiền tiện toàn toán triển triệt triệu truyền trào trách tránh trên trì trình trí trú trăm trương trước
    trường trưởng trạm trạng trả trấn trận trật trẻ trị trọ trọng trồng trở trợ trụ trừ trữ trực tuyên tuyến
    tuyệt tuần tuổi tài tàng tác tám tâm tên tìm tình tích tính tôn túc tăng tư tương tướng tường tưởng tượng
    tại tạm tạo tải tấn tầm tầng tận tập tật tắt tặng tế tết tỉnh tịch tối tốt tồn tổ tổng tộc tờ tục từ từng tử
    tự tỷ uống viên việc viện và vào vì vòng vùng văn vướng vượt vấn vận vật về vệ vị vốn với vụ vững vực
    xuyên xuân xuất xuống xác xây xã xét xảy xếp xử yêu yếu án ánh áo áp ân ê ít ý ăn đa đai đang đi điều điểm
    điển điện đo đoàn đoạn đua đài đào đán đánh đáp đây đã đê đình đích đó đóng đô đôn đông đúng đăng đơn đưa
    đường được đại đạo đạt đảm đảng đất đấu đầu đầy đẩy đặc đặt đẹp đếm đến đề đều để địa định đọc đốc đối đồ
    đồng đổi độ độc đội động đột đời đợt đủ đức đứng ưu ương ước ảnh ổn ở ủy ứng
"""
_COMMON = frozenset(_SEEN_OFTEN.split())
"""Well spelled syllables that most plans have, known without being taken apart."""

_RHYMES = frozenset(_SPELLED.split())
_AFTER_QU = frozenset(_SPELLED_AFTER_QU.split())
_AFTER_GI = frozenset(_SPELLED_AFTER_GI.split())
_G_AND_I = ("", "m", "n", "p")
"""What may follow "gi" where the i is the vowel itself: gì, gìn."""

TONES = {
    "huyền": "àằầèềìòồờùừỳ", "sắc": "áắấéếíóốớúứý", "ngã": "ãẵẫẽễĩõỗỡũữỹ", "hỏi": "ảẳẩẻểỉỏổởủửỷ",
    "nặng": "ạặậẹệịọộợụựỵ",
}  # fmt: skip
"""The vowels that bear each tone, in the order of ``_PLAIN``."""

_PLAIN = "aăâeêioôơuưy"
_TONE_OF = {char: tone for tone, chars in TONES.items() for char in chars}
_TONELESS = str.maketrans({char: plain for chars in TONES.values() for char, plain in zip(chars, _PLAIN, strict=True)})
_STOPS = ("p", "t", "c", "ch")
_TONES_OF_STOPS = ("sắc", "nặng")
_BEFORE_E_I = ("k", "gh", "ngh")
_BEFORE_OTHERS = ("c", "g", "ng")
_BEFORE_Y = ("", "h", "k", "l", "m", "t", "s", "v")
_MARKED = "ăâêôơư"
_TWO_CUSTOMS = ("oa", "oe", "uy")

OLD_PLACE = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe",
    "oẹ": "ọe", "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
"""Open oa, oe, uy with the tone mark in its new place, and in its old one."""
_NEW_PLACE = {old: new for new, old in OLD_PLACE.items()}


def in_old_place(syllable: str) -> str:
    """The lower-case ``syllable`` with the tone mark of oa, oe, uy where the old custom has it (hòa)."""
    old = OLD_PLACE.get(syllable[-2:])
    return syllable[:-2] + old if old and syllable[:2] != "qu" else syllable


def in_new_place(syllable: str) -> str:
    """The lower-case ``syllable`` with the tone mark of oa, oe, uy where the new custom has it (hoà)."""
    new = _NEW_PLACE.get(syllable[-2:])
    return syllable[:-2] + new if new and syllable[:2] != "qu" else syllable


def is_possible(word: str) -> bool:
    """Whether the lower-case ``word`` has letters and a tone that a syllable can have (it need not exist)."""
    if word in _COMMON:
        return True
    toneless = word.translate(_TONELESS)
    _, rhyme, places = letters_of(toneless)
    if not places:
        return False
    tones = [_TONE_OF[char] for char in word if char in _TONE_OF] if toneless != word else []
    if rhyme.endswith(_STOPS):
        return len(tones) == 1 and tones[0] in _TONES_OF_STOPS
    return len(tones) < 2


def is_well_spelled(word: str) -> bool:
    """Whether the lower-case ``word`` is possible and bears its tone mark where one of the customs wants it."""
    if word in _COMMON:
        return True
    toneless = word.translate(_TONELESS)
    _, rhyme, places = letters_of(toneless)
    if not places:
        return False
    if toneless == word:
        return not rhyme.endswith(_STOPS)
    place = places[0] if word[places[0]] != toneless[places[0]] else places[-1]
    tone = _TONE_OF.get(word[place])
    if tone is None or (rhyme.endswith(_STOPS) and tone not in _TONES_OF_STOPS):
        return False
    return word[:place] == toneless[:place] and word[place + 1 :] == toneless[place + 1 :]


def is_frequent(word: str) -> bool:
    """Whether the lower-case ``word`` is a syllable that most plans have."""
    return word in _COMMON


def without_tone(word: str) -> str:
    """The lower-case ``word`` without tone marks; â, ơ and the like keep theirs."""
    return word.translate(_TONELESS)


def tones_of(word: str) -> list[str]:
    """The names of the tones that the lower-case ``word`` bears, one for each mark."""
    return [_TONE_OF[char] for char in word if char in _TONE_OF]


def with_tone(toneless: str, tone: str) -> tuple[str, ...]:
    """The syllable with ``tone`` ("" for none), in each custom's spelling where they differ; () if it cannot be."""
    _, rhyme, places = letters_of(toneless)
    if not places or (rhyme.endswith(_STOPS) and tone not in _TONES_OF_STOPS):
        return ()
    if not tone:
        return (toneless,)
    return tuple(_marked(toneless, place, tone) for place in places)


def _marked(toneless: str, place: int, tone: str) -> str:
    vowel = TONES[tone][_PLAIN.index(toneless[place])]
    return toneless[:place] + vowel + toneless[place + 1 :]


@lru_cache(maxsize=4096)
def letters_of(toneless: str) -> tuple[str, str, tuple[int, ...]]:
    """Onset and rhyme of a lower-case word without its tone, and where in it the tone mark may stand.

    Of two places the first is the old custom's (hòa), the second the new one's (hoà); there
    is none where the letters cannot be a syllable.
    """
    onset, rhyme = _split(toneless)
    if not _fits(onset, rhyme):
        return onset, rhyme, ()
    return onset, rhyme, tuple(len(onset) + place for place in _places_in(onset, rhyme))


def ends_in_stop(toneless: str) -> bool:
    """Whether a lower-case word ends in p, t, c or ch, which only the tones sắc and nặng go with."""
    return toneless.endswith(_STOPS)


def _split(toneless: str) -> tuple[str, str]:
    if toneless[:2] == "qu":
        return "qu", toneless[2:]
    if toneless[:2] == "gi":
        rest = toneless[2:]
        return ("g", "i" + rest) if rest in _G_AND_I else ("gi", rest)
    for length in (3, 2, 1):
        if toneless[:length] in _ONSETS:
            return toneless[:length], toneless[length:]
    return "", toneless


def _fits(onset: str, rhyme: str) -> bool:
    if onset == "qu":
        return rhyme in _AFTER_QU
    if onset == "gi":
        return rhyme in _AFTER_GI
    if rhyme not in _RHYMES:
        return False
    first = rhyme[0]
    if first == "y" or rhyme[:2] == "iê":
        if first == "i":
            return onset != "" and onset not in _BEFORE_OTHERS
        return onset == "" if rhyme[1:2] == "ê" else onset in _BEFORE_Y
    if onset in _BEFORE_E_I:
        return first in "eêi"
    return onset not in _BEFORE_OTHERS or first not in "eêi" or (onset == "g" and first == "i")


def _places_in(onset: str, rhyme: str) -> tuple[int, ...]:
    """Where in the rhyme its tone mark stands: (old custom, new custom) where they differ."""
    marked = [place for place, char in enumerate(rhyme) if char in _MARKED]
    if marked:
        return (marked[-1],)
    if rhyme in _TWO_CUSTOMS and onset != "qu":
        return 0, 1
    vowels = next((place for place, char in enumerate(rhyme) if char not in _PLAIN), len(rhyme))
    is_open = vowels == len(rhyme)
    return (max(vowels - 2, 0) if is_open else vowels - 1,)


_LOOK_ALIKES = "ƣƢðÐƉɖı"
_LEADS_OF_LOOK_ALIKES = tuple(bytes((lead,)) for lead in (*range(0xCC, 0xD5), 0xEF, 0xF0))
"""First bytes of combining marks, Greek, Cyrillic, ligatures, full-width and mathematical letters."""


def may_hold_look_alikes(text: str) -> bool:
    """Whether ``text`` has characters that may only look like Vietnamese letters; nothing is searched faster."""
    if any(sign in text for sign in _LOOK_ALIKES):
        return True
    data = text.encode("utf-8", "surrogatepass")
    return any(lead in data for lead in _LEADS_OF_LOOK_ALIKES)


def with_capitals_of(written: str, right: str) -> str:
    """``right`` with the capitals of ``written``: all of them, or the first."""
    if len(written) > 1 and written.isupper():
        return right.upper()
    return right[:1].upper() + right[1:] if written[:1].isupper() else right
