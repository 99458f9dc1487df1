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


def is_possible(word: str) -> bool:
    """Whether the lower-case ``word`` has letters and a tone that a syllable can have (it need not exist)."""
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


_SIGNS_OF_LOOK_ALIKES = (
    *("ƣ".encode(), "Ƣ".encode(), "ð".encode(), "Ð".encode(), "Ɖ".encode(), "ɖ".encode(), "ı".encode()),
    *(bytes((lead,)) for lead in range(0xCC, 0xD5)),  # combining marks, Greek, Cyrillic
    *(b"\xef\xac", b"\xef\xbc", b"\xef\xbd", b"\xf0\x9d"),  # ligatures, full-width and mathematical letters
)


def may_hold_look_alikes(text: str) -> bool:
    """Whether ``text`` has characters that only look like Vietnamese letters; bytes are searched fastest."""
    data = text.encode("utf-8", "surrogatepass")
    return any(sign in data for sign in _SIGNS_OF_LOOK_ALIKES)
