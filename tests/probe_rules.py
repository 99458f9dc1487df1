"""Three small rules of the tests' own, so that tests of the command depend on no real rule."""

from __future__ import annotations

import sys
import types
from collections.abc import Iterator
from pathlib import Path

import pytest

from vnplanlint.document.model import Document
from vnplanlint.findings import Edit, Hit, Place, Remedy
from vnplanlint.patterns import pattern
from vnplanlint.spans import Span

CARD = """
code = "{code}"
severity = "{severity}"
since = "0.1"
check = "probe.{function}"
title.vi = "tên {code}"
title.en = "title {code}"
message.vi = "thấy “{{word}}” ở đây"
message.en = "“{{word}}” stands here"
why.vi = "vì thế"
why.en = "because"
basis = ["NĐ 30/2020"]
[label.same]
vi = "cũng “{{word}}”"
en = "“{{word}}” too"
[fix.write]
vi = "viết khác đi"
en = "write otherwise"
[[bad]]
text = "một chữ «{word}» thôi"
[[good]]
text = "không có gì"
"""
RULES = (
    ("PB101", "error", "first_probe", "SAI"),
    ("PB102", "warning", "second_probe", "NGỜ"),
    ("PB103", "style", "third_probe", "XẤU"),
)


def _finder(word: str):  # type: ignore[no-untyped-def]
    def probe(document: Document) -> Iterator[Hit]:
        spans = [Span(*found.span()) for found in pattern(word).finditer(document.text)]
        for span in spans:
            yield Hit(
                span,
                {"word": word},
                places=tuple(Place(other, "same", {"word": word}) for other in spans if other != span),
                remedies=(Remedy("write", (Edit(span, "khác"),)),),
            )

    return probe


def _crash(document: Document) -> Iterator[Hit]:
    raise RuntimeError("the probe broke")
    yield


def install(folder: Path, monkeypatch: pytest.MonkeyPatch, crashing: bool = False) -> Path:
    """Cards of the probe rules in ``folder``/dates, with a check module behind them."""
    module = types.ModuleType("vnplanlint.checks.probe")
    monkeypatch.setitem(sys.modules, "vnplanlint.checks.probe", module)
    package = types.ModuleType("vnplanlint.checks.probe.rules")
    (folder / "dates").mkdir(parents=True)
    for code, severity, function, word in RULES:
        broken = crashing and code == "PB102"
        setattr(package, function, _crash if broken else _finder(word))
        text = CARD.format(code=code, severity=severity, function=f"rules.{function}", word=word)
        (folder / "dates" / f"{function.replace('_', '-')}.toml").write_text(text, encoding="utf-8")
    monkeypatch.setitem(sys.modules, "vnplanlint.checks.probe.rules", package)
    return folder
