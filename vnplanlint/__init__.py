"""vnplanlint finds what contradicts itself in Vietnamese administrative plans.

The public interface is what stands in ``__all__``::

    >>> import vnplanlint
    >>> for finding in vnplanlint.check_text("…"):
    ...     print(finding.code, finding.message)

    >>> document = vnplanlint.parse_text("Kế hoạch số 05/KH-UBND ngày 05/4/2021")
    >>> document.mentions.dates[0].year
    2021

Everything is loaded when it is first used: ``import vnplanlint`` costs nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from vnplanlint.api import check_file, check_text, parse_text
    from vnplanlint.document.model import Document
    from vnplanlint.findings import Finding
    from vnplanlint.readers.text import ReadError

__all__ = ["Document", "Finding", "ReadError", "check_file", "check_text", "parse_text"]

_HOMES = {
    "Document": "vnplanlint.document.model",
    "Finding": "vnplanlint.findings",
    "ReadError": "vnplanlint.readers.text",
    "check_file": "vnplanlint.api",
    "check_text": "vnplanlint.api",
    "parse_text": "vnplanlint.api",
}


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
