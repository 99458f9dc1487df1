"""The title (trích yếu) that follows a cited document: "về công tác văn thư"."""

from __future__ import annotations

from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

_BEGIN = pattern(
    r" *+(?:, *+)?(?:[vV]ề(?: +việc)?|[vV]/v|(?:[Qq]uy +định|[Bb]an +hành|[Pp]hê +duyệt|[Ss]ửa +đổi|[Hh]ướng +dẫn"
    r"|[Tt]riển +khai|[Tt]hực +hiện|[Pp]hát +động|[Cc]ông +bố|[Kk]iện +toàn|[Tt]hành +lập|[Bb]ãi +bỏ"
    r"|[Bb]ổ +sung))\b(?! +tại\b)"
)
_STOP = pattern(r"[;:\n\t)]|\.(?= |\n|\t|/|$)|[“(]| như +sau")
_TRAILING = pattern(r"(?r)(?:(?:,|(?<= )và(?: +các)?|(?<= )cùng|(?<= )của) *| +)*")
_LONGEST = 700
_PAIRS = {"“": "”", "(": ")"}


def read_title(text: str, start: int, limit: int) -> Span | None:
    """The span of the title that begins at ``start`` (after spaces and a comma), ending before ``limit``."""
    match = _BEGIN.match(text, start, limit)
    if match is None:
        return None
    begin = match.start() + len(match[0]) - len(match[0].lstrip(" ,"))
    limit = min(limit, begin + _LONGEST)
    end = match.end()
    while True:
        stop = _STOP.search(text, end, limit)
        if stop is None:
            end = limit
            break
        closing = _PAIRS.get(stop[0])
        if closing is None:
            end = stop.start()
            break
        close = text.find(closing, stop.end(), limit)
        if close < 0 or "\n" in text[stop.end() : close]:
            end = stop.start()
            break
        end = close + 1
    return Span(begin, _TRAILING.match(text, begin, end).start())  # type: ignore[union-attr]
