"""Which letters can be a Vietnamese syllable: onsets, rhymes, and what a final stop demands of the tone."""

from __future__ import annotations

_ONSETS = frozenset(("ngh", "ng", "nh", "gh", "kh", "ph", "th", "tr", "ch", "gi", "qu", *"bcdđghklmnprstvx", ""))
_SPELLED = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et
    ê êch êm ên ênh êng êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan
    oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn
    ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uê uêch uênh uêu uơ uc ui um un ung uôc uôi uôm uôn uông uôt up
    ut uy uya uych uyn uynh uyt uyp uyu uyên uyêt ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y ych
    ynh yt yêm yên yêng yêt yêu êc
"""
_RHYMES = frozenset(_SPELLED.split())
_TONED = {
    "huyền": "àằầèềìòồờùừỳ", "sắc": "áắấéếíóốớúứý", "ngã": "ãẵẫẽễĩõỗỡũữỹ", "hỏi": "ảẳẩẻểỉỏổởủửỷ",
    "nặng": "ạặậẹệịọộợụựỵ",
}  # fmt: skip
_PLAIN = "aăâeêioôơuưy"
_TONE_OF = {char: tone for tone, chars in _TONED.items() for char in chars}
_TONELESS = str.maketrans({char: plain for chars in _TONED.values() for char, plain in zip(chars, _PLAIN, strict=True)})
_STOPS = ("p", "t", "c", "ch")
_BEFORE_E_I = ("k", "gh", "ngh")
_BEFORE_OTHERS = ("c", "g", "ng")


def is_possible(word: str) -> bool:
    """Whether the lower-case ``word`` obeys the constraints of a written syllable (it need not exist)."""
    toneless = word.translate(_TONELESS)
    tone = ""
    if toneless != word:
        tones = [_TONE_OF[char] for char in word if char in _TONE_OF]
        if len(tones) > 1:
            return False
        tone = tones[0]
    for length in (3, 2, 1, 0):
        if toneless[:length] in _ONSETS and _fits(toneless[:length], toneless[length:], tone):
            return True
    return False


def _fits(onset: str, rhyme: str, tone: str) -> bool:
    if rhyme not in _RHYMES:
        return onset == "gi" and rhyme in ("", "n")
    if rhyme.endswith(_STOPS) and tone not in ("sắc", "nặng"):
        return False
    first = rhyme[0]
    if onset in _BEFORE_E_I:
        return first in "eêiy"
    return onset not in _BEFORE_OTHERS or first not in "eêi" or (onset == "g" and first == "i")
