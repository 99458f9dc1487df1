"""The section ``[house-style]`` of a configuration: a user's own names, forms and facts.

Each entry becomes a row of a facts table, so every rule that asks the facts knows it.
"""

from __future__ import annotations

from collections.abc import Callable

from vnplanlint.facts import parse_date
from vnplanlint.light_typing import Any

Rows = dict[str, list[dict[str, Any]]]


class HouseStyleError(Exception):
    """An entry that cannot be used; ``key`` is where it stands, ``expected`` what should stand there."""

    def __init__(self, key: str, expected: str = "") -> None:
        super().__init__(key)
        self.key = key
        self.expected = expected  # the key of a message; "" where the key itself is unknown


def rows_of(section: object) -> Rows:
    """The rows that the section adds to each facts table.

    Raises ``HouseStyleError`` for an unknown entry or one of the wrong type.
    """
    if not isinstance(section, dict):
        raise HouseStyleError("house-style", "section")
    rows: Rows = {}
    for key, value in section.items():
        reader = ENTRIES.get(key)
        if reader is None:
            raise HouseStyleError(key)
        for table, row in reader(f"house-style.{key}", value):
            rows.setdefault(table, []).append(row)
    return rows


_Row = tuple[str, dict[str, Any]]


def _names(key: str, value: object) -> list[_Row]:
    names = _strings(key, value)
    words = {word.lower() for name in names for word in name.replace("-", " ").split()}
    return [("own_name", {"name": name}) for name in names] + [
        ("allowed_word", {"word": word}) for word in sorted(words)
    ]


def _campaigns(key: str, value: object) -> list[_Row]:
    return [("quoted_name", {"name": name, "kind": "campaign", "certainty": "high"}) for name in _strings(key, value)]


def _prefer(key: str, value: object) -> list[_Row]:
    return [
        (
            "preferred_form",
            {"form": form, "kind": "house", "certainty": "high", "others": _strings(f"{key}.{form}", others)},
        )
        for form, others in _table(key, value).items()
    ]


def _abbreviations(key: str, value: object) -> list[_Row]:
    return [
        ("abbreviation", {"short": short, "meanings": [_text(f"{key}.{short}", meaning)]})
        for short, meaning in _table(key, value).items()
    ]


def _events(key: str, value: object) -> list[_Row]:
    return [
        (
            "event",
            {
                "id": f"house-{number}",
                "name": name,
                "date": _date(f"{key}.{name}", date),
                "words": [name.lower()],
                "certainty": "high",
            },
        )
        for number, (name, date) in enumerate(_table(key, value).items())
    ]


ENTRIES: dict[str, Callable[[str, object], list[_Row]]] = {
    "names": _names,
    "campaigns": _campaigns,
    "prefer": _prefer,
    "abbreviations": _abbreviations,
    "events": _events,
}
"""The entries of the section and their readers."""


def _table(key: str, value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise HouseStyleError(key, "section")
    return value


def _text(key: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise HouseStyleError(key, "text")
    return value


def _strings(key: str, value: object) -> list[str]:
    if not isinstance(value, list):
        raise HouseStyleError(key, "list")
    return [_text(key, item) for item in value]


def _date(key: str, value: object) -> str:
    """A date as the facts write it; TOML's own dates are taken too."""
    if isinstance(value, str):
        try:
            parse_date(value)
        except ValueError:
            raise HouseStyleError(key, "day") from None
        return value
    parts = [getattr(value, part, None) for part in ("day", "month", "year")]
    if None in parts:
        raise HouseStyleError(key, "day")
    return "/".join(map(str, parts))
