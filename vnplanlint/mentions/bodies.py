"""What kind of body an issuer's name means, so that two names can be compared.

"Bộ trưởng Bộ Nội vụ" and "Bộ Nội vụ" are one body, "UBND tỉnh" and "Chủ tịch UBND
tỉnh" too; only kinds, levels and fields are compared, never places.
"""

from __future__ import annotations

from vnplanlint.light_typing import NamedTuple
from vnplanlint.patterns import pattern

_HEAD = pattern(
    r"(?:(?:phó|quyền|q\.|đồng chí) )*(?:chủ tịch|bộ trưởng|thứ trưởng|giám đốc|thường trực|chủ nhiệm|văn phòng) "
)
_LEVEL = pattern(r"\b(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)\b")
_FREE = pattern(
    r"(?:tổng )?(?:công ty|doanh nghiệp|tập đoàn|hợp tác xã|hiệp hội|hội(?! đồng)|trường|học viện|đại học"
    r"|ngân hàng(?! nhà nước)|quỹ|nhà máy|xí nghiệp|viện(?! kiểm sát)|bệnh viện|trung tâm|câu lạc bộ|cửa hàng"
    r"|văn phòng luật|ban quản lý dự án)\b"
)
_PARTY_CENTRE = (
    "bộ chính trị",
    "ban bí thư",
    "ban chấp hành trung ương",
    "bch trung ương",
    "trung ương",
    "tổng bí thư",
)
_PARTY_PROVINCE = ("tỉnh ủy", "thành ủy", "ban thường vụ tỉnh ủy", "ban thường vụ thành ủy")
_LEVELS = {"tp": "thành phố", "tp.": "thành phố"}


class Body(NamedTuple):
    """Kind ("" if not recognised), level word ("tỉnh", "xã", "" if not said) and field ("nội vụ")."""

    kind: str
    level: str = ""
    field: str = ""


def body_of(name: str) -> Body:
    """What body ``name`` means."""
    text = _spelled(name)
    if text.startswith("văn phòng "):
        return Body("")
    if text.startswith(("chủ tịch nước", "thủ tướng", "phó thủ tướng")):
        return Body("chủ tịch nước" if text.startswith("chủ") else "thủ tướng")
    text = _HEAD.sub("", text, count=1)
    if text.startswith("chính phủ"):
        return Body("chính phủ")
    if text.startswith("ủy ban thường vụ quốc hội"):
        return Body("ubtvqh")
    if text.startswith("quốc hội"):
        return Body("quốc hội")
    for kind in ("ủy ban nhân dân", "hội đồng nhân dân"):
        if text.startswith(kind):
            return Body(kind, _level(text))
    if text.startswith(_PARTY_CENTRE):
        return Body("đảng", "", next((name for name in ("bộ chính trị", "ban bí thư") if text.startswith(name)), ""))
    if text.startswith(_PARTY_PROVINCE) or "đảng bộ tỉnh" in text:
        return Body("đảng", "tỉnh")
    for kind in ("bộ", "sở"):
        if text.startswith(kind + " "):
            return Body(kind, "", _field(text[len(kind) + 1 :]))
    return Body("")


def may_be_one(one: str, other: str) -> bool | None:
    """Whether two names mean one body; None where it cannot be told."""
    first, second = _HEAD.sub("", _spelled(one), count=1), _HEAD.sub("", _spelled(other), count=1)
    left, right = body_of(one), body_of(other)
    if first == second or (left.kind and (first.startswith(second) or second.startswith(first))):
        return True
    return False if left.kind and right.kind else None


def contains_name(issuer: str, name: str) -> bool:
    """Whether ``name`` stands in ``issuer``, whatever is wrong with the words and spaces around it."""
    return _spelled(name).replace(" ", "") in _spelled(issuer).replace(" ", "")


def is_named(issuer: str, name: str) -> bool:
    """Whether ``issuer`` is the organ ``name``, its head, or that organ of some place."""
    spelled = _HEAD.sub("", _spelled(issuer), count=1)
    return spelled == _spelled(name) or spelled.startswith(_spelled(name) + " ")


def numbers_freely(name: str) -> bool:
    """Whether ``name`` is a company, association or school, whose numbering no rule governs."""
    return _FREE.match(_spelled(name)) is not None


def _spelled(name: str) -> str:
    text = " ".join(name.lower().split()).replace("uỷ", "ủy")
    return (
        text.replace("ubnd", "ủy ban nhân dân").replace("hđnd", "hội đồng nhân dân").replace("bch ", "ban chấp hành ")
    )


def _level(text: str) -> str:
    match = _LEVEL.search(text)
    return _LEVELS.get(match[0], match[0]) if match else ""


def _field(words: str) -> str:
    return (
        "".join(char for char in words.replace(" và ", " ") if char.isalpha() or char == " ").replace("  ", " ").strip()
    )
