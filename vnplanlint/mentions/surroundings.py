"""Looking at the words beside a place without leaving its block or cell."""

from __future__ import annotations

_WINDOW = 24


def skip_spaces_back(text: str, offset: int) -> int:
    """The end of the last visible character before ``offset`` (within the block or cell)."""
    while offset > 0 and text[offset - 1] == " ":
        offset -= 1
    return offset


def skip_spaces(text: str, offset: int) -> int:
    """The offset of the next character that is no space."""
    while offset < len(text) and text[offset] == " ":
        offset += 1
    return offset


def word_before(text: str, offset: int) -> str:
    """The word that ends right before ``offset``, lower case; "" at a block start."""
    end = skip_spaces_back(text, offset)
    chunk = text[max(0, end - _WINDOW) : end]
    start = max(chunk.rfind(" "), chunk.rfind("\n"), chunk.rfind("\t"))
    return chunk[start + 1 :].lower()


def words_before(text: str, offset: int, count: int) -> list[str]:
    """Up to ``count`` words before ``offset``, nearest last, lower case."""
    words: list[str] = []
    while len(words) < count:
        offset = skip_spaces_back(text, offset)
        word = word_before(text, offset)
        if not word:
            break
        words.append(word)
        offset -= len(word)
    words.reverse()
    return words


def before(text: str, offset: int, length: int) -> str:
    """Up to ``length`` characters before ``offset`` of the same block or cell."""
    chunk = text[max(0, offset - length) : offset]
    return chunk[max(chunk.rfind("\n"), chunk.rfind("\t")) + 1 :]


def after(text: str, offset: int, length: int) -> str:
    """Up to ``length`` characters after ``offset`` of the same block or cell."""
    chunk = text[offset : offset + length]
    for end in ("\n", "\t"):
        position = chunk.find(end)
        if position >= 0:
            chunk = chunk[:position]
    return chunk


def char_at(text: str, offset: int) -> str:
    """The character at ``offset``, or "" outside the text."""
    return text[offset] if 0 <= offset < len(text) else ""
