"""Reading rule cards and fact files from TOML (only when the compiled book is stale)."""

from __future__ import annotations

import os
import tomllib

from vnplanlint.errors import CardError
from vnplanlint.findings import SEVERITIES
from vnplanlint.light_typing import Any

_KEYS = {
    "code", "severity", "since", "check", "title", "message", "label", "fix", "why", "basis",
    "yields-to", "noisy", "status", "bad", "good",
}


def read_card(path: str) -> dict[str, Any]:
    """One card as the plain data that ``rulebook.Card`` is made of."""
    data = _toml(path)
    variants = {key: value for key, value in data.items() if key.startswith("message-")}
    unknown = sorted(set(data) - _KEYS - set(variants))
    if unknown:
        raise CardError(f"{path}: khóa lạ {', '.join(unknown)}")
    for key in ("code", "severity", "since", "title", "message", "why", "bad", "good"):
        if key not in data:
            raise CardError(f"{path}: thiếu {key}")
    if data["severity"] not in SEVERITIES:
        raise CardError(f"{path}: severity phải là một trong {', '.join(SEVERITIES)}")
    name = os.path.basename(path).removesuffix(".toml")
    messages = {"title": data["title"], "": data["message"]}
    messages.update((key.removeprefix("message-"), value) for key, value in variants.items())
    for text in (*messages.values(), *data.get("label", {}).values(), *data.get("fix", {}).values(), data["why"]):
        if set(text) != {"vi", "en"}:
            raise CardError(f"{path}: mỗi lời nhắn cần đủ vi và en")
    return {
        "code": data["code"],
        "name": name,
        "family": os.path.basename(os.path.dirname(path)),
        "module": data.get("check", name.replace("-", "_")),
        "severity": data["severity"],
        "since": data["since"],
        "messages": messages,
        "labels": data.get("label", {}),
        "fixes": data.get("fix", {}),
        "why": data["why"],
        "basis": list(data.get("basis", [])),
        "yields_to": list(data.get("yields-to", [])),
        "noisy": data.get("noisy", "lower"),
        "status": data.get("status", "stable"),
        "bad": data["bad"],
        "good": data["good"],
    }


def read_facts(path: str) -> dict[str, list[dict[str, Any]]]:
    """The tables of one fact file, each a list of rows."""
    data = _toml(path)
    for table, rows in data.items():
        if not isinstance(rows, list):
            raise CardError(f"{path}: {table} phải là danh sách các bảng [[{table}]]")
    return data


def _toml(path: str) -> dict[str, Any]:
    try:
        with open(path, "rb") as file:
            return tomllib.load(file)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CardError(f"{path}: không đọc được TOML: {error}") from error
