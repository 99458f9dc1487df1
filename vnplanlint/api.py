"""The functions that other programs call (see ``vnplanlint.__all__``)."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache

from vnplanlint.document.build import build_document
from vnplanlint.document.model import Document
from vnplanlint.engine import check_document
from vnplanlint.findings import Finding
from vnplanlint.messages import Problem
from vnplanlint.readers.source import Source
from vnplanlint.readers.text import decode, from_text
from vnplanlint.rulebook import Language, RuleBook, load
from vnplanlint.selection import chosen


def parse_text(text: str, *, name: str = "<text>") -> Document:
    """Read ``text`` as a plan: its blocks, outline, components and mentions.

    Never fails on any text; what is not recognised stays empty.  An offset of a span
    is turned into row and column by ``document.source.position(offset)``.

    >>> parse_text("Kỷ niệm 75 năm ngày Thương binh - Liệt sĩ").mentions.anniversaries[0].years
    75
    """
    return build_document(from_text(text, name), _book().facts)


def check_text(
    text: str,
    *,
    name: str = "<text>",
    lang: Language = "vi",
    select: Iterable[str] | None = None,
    ignore: Iterable[str] | None = None,
) -> list[Finding]:
    """All findings in ``text``, by place and code.

    ``select`` and ``ignore`` take codes ("NT102"), their beginnings ("NT"), names of
    rules ("anniversary-years") or "ALL".  No configuration file is read.  Spans are
    offsets into the normal form (NFC, line feeds) of ``text``, which is
    ``parse_text(text).source.text``.

    Raises ``ValueError`` for a selector that names no rule, or an unknown ``lang``.

    >>> [finding.code for finding in check_text("Kế hoạch này có hiệu lực từ ngày ký.")]
    []
    """
    return _check(from_text(text, name), lang, select, ignore)


def check_file(
    path: str | os.PathLike[str],
    *,
    lang: Language = "vi",
    select: Iterable[str] | None = None,
    ignore: Iterable[str] | None = None,
) -> list[Finding]:
    """All findings in a text or Markdown file; else like ``check_text``.

    Raises ``OSError`` if the file cannot be opened, ``ReadError`` if it is not text
    in UTF-8 (or UTF-16 with BOM), ``ValueError`` like ``check_text``.
    """
    with open(path, "rb") as file:
        data = file.read()
    return _check(decode(data, os.fspath(path)), lang, select, ignore)


def _check(source: Source, lang: Language, select: Iterable[str] | None, ignore: Iterable[str] | None) -> list[Finding]:
    if lang not in ("vi", "en"):
        raise ValueError(f"lang must be 'vi' or 'en', not {lang!r}")
    book = _book()
    try:
        codes = chosen(book, select, ignore or ())
    except Problem as problem:
        raise ValueError(problem.text("en")) from problem
    return check_document(build_document(source, book.facts), book, language=lang, codes=codes)


@cache
def _book() -> RuleBook:
    return load()
