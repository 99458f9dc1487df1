"""Reading rule cards and fact files from TOML (only when the compiled book is stale)."""

from __future__ import annotations

import os
import tomllib
from string import Formatter

from vnplanlint.errors import CardError
from vnplanlint.facts import parse_date
from vnplanlint.findings import SEVERITIES
from vnplanlint.light_typing import Any
from vnplanlint.patterns import complaint

_CHOICES = {
    "severity": SEVERITIES,
    "noisy": ("silent", "lower", "keep"),
    "status": ("preview", "stable", "deprecated"),
    "reach": ("document", "passage"),
}
_KEYS = {
    "code",
    "severity",
    "since",
    "check",
    "title",
    "message",
    "label",
    "fix",
    "why",
    "basis",
    "yields-to",
    "needs",
    "noisy",
    "status",
    "reach",
    "alone",
    "given",
    "bad",
    "good",
}

_REQUIRED = ("code", "severity", "title", "message", "why")
_OF_GENERAL_CHECKS = {
    "label": {
        "also": {"vi": "chỗ này cũng vậy", "en": "here too"},
        "preferred": {"vi": "cách viết nên dùng", "en": "the preferred form"},
        "fact": {"vi": "nói về việc này", "en": "speaks of this"},
    },
    "fix": {"replace": {"vi": "Sửa thành “{right}”", "en": "Write “{right}”"}},
}
"""Words for the labels and fixes of general checks, where a card has none of its own."""

GENERAL: dict[str, tuple[dict[str, type], dict[str, type]]] = {
    # check: what [given] must hold, what it may hold
    "pattern": ({"pattern": str}, {"unless": str, "replacement": str, "applicability": str, "in-quotations": bool}),
    "replace": ({"words": dict}, {"applicability": str, "in-quotations": bool}),
    "variants": (
        {"preferred": str, "others": list},
        {"only-mixed": bool, "applicability": str, "in-quotations": bool},
    ),
    "known-fact": ({"words": list, "date": str}, {}),
}
"""The checks that belong to no family, and their table ``[given]``."""


def read_card(path: str) -> dict[str, Any]:
    """One card as the plain data that ``rulebook.Card`` is made of.

    A text that is one string holds for both languages.

    Raises ``CardError`` for a card that cannot be read or is incomplete.
    """
    data = _in_both_languages(_toml(path))
    variants = {key: value for key, value in data.items() if key.startswith("message-")}
    unknown = sorted(set(data) - _KEYS - set(variants))
    if unknown:
        raise CardError(f"{path}: khóa lạ {', '.join(unknown)}")
    for key in _REQUIRED:
        if key not in data:
            raise CardError(f"{path}: thiếu {key}")
    if "message-title" in variants:
        raise CardError(f"{path}: message-title: một lời nhắn không thể mang tên title")
    _require_shape(path, data, variants)
    if data.get("check") in GENERAL:
        _require_given(path, data)
        for kind, words in _OF_GENERAL_CHECKS.items():
            data[kind] = words | data.get(kind, {})
    elif "given" in data:
        raise CardError(f"{path}: [given] chỉ dùng với check = {' | '.join(GENERAL)}")
    name = os.path.basename(path).removesuffix(".toml")
    messages = {"title": data["title"], "": data["message"]}
    messages.update((key.removeprefix("message-"), value) for key, value in variants.items())
    return {
        "code": data["code"],
        "name": name,
        "family": os.path.basename(os.path.dirname(path)),
        "module": _module(data.get("check", name.replace("-", "_"))),
        "severity": data["severity"],
        "since": data.get("since", ""),
        "messages": messages,
        "labels": data.get("label", {}),
        "fixes": data.get("fix", {}),
        "why": data["why"],
        "basis": list(data.get("basis", [])),
        "yields_to": list(data.get("yields-to", [])),
        "needs": list(data.get("needs", [])),
        "noisy": data.get("noisy", "lower"),
        "status": data.get("status", "stable"),
        "reach": data.get("reach", "document"),
        "alone": data.get("alone", False),
        "given": data.get("given", {}),
        "bad": data.get("bad", []),
        "good": data.get("good", []),
    }


def _module(check: str) -> str:
    """Where the engine finds the check: a general one has a module of its own name."""
    if check not in GENERAL:
        return check
    name = check.replace("-", "_")
    return f"general.{name}.{name}"


def _in_both_languages(data: dict[str, Any]) -> dict[str, Any]:
    def doubled(text: object) -> object:
        return {"vi": text, "en": text} if isinstance(text, str) else text

    for key, value in data.items():
        if key in ("title", "message", "why") or key.startswith("message-"):
            data[key] = doubled(value)
        elif key in ("label", "fix") and isinstance(value, dict):
            data[key] = {name: doubled(text) for name, text in value.items()}
    return data


def _require_given(path: str, data: dict[str, Any]) -> None:
    """Whether a general check gets what it needs; patterns must compile, dates be dates."""
    given = data.get("given", {})
    needed, allowed = GENERAL[data["check"]]
    for key, value in given.items():
        kind = (needed | allowed).get(key)
        if kind is None:
            raise CardError(f'{path}: given.{key}: khóa lạ; check = "{data["check"]}" có {", ".join(needed | allowed)}')
        strings = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        if not isinstance(value, kind) or not all(isinstance(item, str) and item.strip() for item in strings):
            raise CardError(f"{path}: given.{key} sai kiểu")
    for key in needed:
        if not given.get(key):
            raise CardError(f'{path}: check = "{data["check"]}" cần given.{key}')
    if given.get("applicability", "unsafe") not in ("safe", "unsafe", "display"):
        raise CardError(f"{path}: given.applicability phải là một trong safe, unsafe, display")
    _require_readable(path, given)


def _require_readable(path: str, given: dict[str, Any]) -> None:
    for key in ("pattern", "unless"):
        wrong = complaint(given[key]) if key in given else ""
        if wrong:
            raise CardError(f"{path}: given.{key}: {wrong}")
    try:
        parse_date(given.get("date", ""))
    except ValueError as error:
        raise CardError(f"{path}: given.date: {error}") from error


def _require_shape(path: str, data: dict[str, Any], variants: dict[str, Any]) -> None:
    for key in ("code", "since", "check"):
        if key in data and not (isinstance(data[key], str) and data[key].strip()):
            raise CardError(f"{path}: {key} phải là một chuỗi ký tự")
    for key, choices in _CHOICES.items():
        if key in data and data[key] not in choices:
            raise CardError(f"{path}: {key} phải là một trong {', '.join(choices)}")
    for key in ("basis", "yields-to", "needs"):
        if not _is_list_of(str, data.get(key, [])):
            raise CardError(f"{path}: {key} phải là danh sách chuỗi ký tự")
    for key in ("bad", "good"):
        examples = data.get(key, [])
        if not _is_list_of(dict, examples) or not all(_is_example(example) for example in examples):
            raise CardError(f"{path}: mỗi ví dụ [[{key}]] cần text, và nếu muốn thì fixed, name, đều là chuỗi ký tự")
    if not isinstance(data.get("alone", False), bool):
        raise CardError(f"{path}: alone phải là true hoặc false")
    for key in ("label", "fix", "given"):
        if not isinstance(data.get(key, {}), dict):
            raise CardError(f"{path}: {key} phải là một bảng")
    texts = {key: data[key] for key in ("title", "message", "why")} | variants
    texts |= {f"{kind}.{key}": text for kind in ("label", "fix") for key, text in data.get(kind, {}).items()}
    for key, text in texts.items():
        _require_two_languages(path, key, text)


def _require_two_languages(path: str, key: str, text: object) -> None:
    if not isinstance(text, dict) or set(text) != {"vi", "en"} or not _is_list_of(str, list(text.values())):
        raise CardError(f"{path}: {key}: mỗi lời nhắn cần đủ vi và en, đều là chuỗi ký tự")
    if key == "why":
        return
    try:
        for template in text.values():
            list(Formatter().parse(template))
    except ValueError as error:
        raise CardError(f"{path}: {key}: dấu ngoặc nhọn không khớp ({error})") from error


def _is_list_of(kind: type, values: object) -> bool:
    return isinstance(values, list) and all(isinstance(value, kind) for value in values)


def _is_example(example: dict[str, object]) -> bool:
    known = {"text"} <= set(example) <= {"text", "fixed", "name"}
    return known and all(isinstance(value, str) for value in example.values())


def read_facts(path: str) -> dict[str, list[dict[str, Any]]]:
    """The tables of one fact file, each a list of rows.

    Raises ``CardError`` for a file that cannot be read or holds anything else.
    """
    data = _toml(path)
    for table, rows in data.items():
        if not _is_list_of(dict, rows):
            raise CardError(f"{path}: {table} phải là danh sách các bảng [[{table}]]")
    return data


def _toml(path: str) -> dict[str, Any]:
    try:
        with open(path, "rb") as file:
            return tomllib.load(file)
    except OSError as error:
        raise CardError(f"{path}: không mở được ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CardError(f"{path}: không đọc được TOML: {error}") from error
