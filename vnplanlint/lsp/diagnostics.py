"""Findings as the editor shows them."""

from __future__ import annotations

import hashlib
import json

from lsprotocol import types
from lsprotocol.converters import get_converter

from vnplanlint.light_typing import Any, NamedTuple
from vnplanlint.lsp.analysis import Understood
from vnplanlint.reports import CheckedFile
from vnplanlint.reports.lsp import diagnostic

_converter = get_converter()


class Report(NamedTuple):
    """The diagnostics of a text; ``name`` stands for them, and is the same where they are, or "" if nobody asks."""

    diagnostics: list[types.Diagnostic]
    name: str


def report(understood: Understood, uri: str, *, related: bool, named: bool) -> Report:
    """The findings as diagnostics; without ``related`` their other places are told in the message."""
    found = _plain(understood, uri, related)
    return Report([_converter.structure(one, types.Diagnostic) for one in found], _name(found) if named else "")


def _name(found: list[dict[str, Any]]) -> str:
    return hashlib.blake2b(json.dumps(found, sort_keys=True).encode(), digest_size=12).hexdigest()


def _plain(understood: Understood, uri: str, related: bool) -> list[dict[str, Any]]:
    file = CheckedFile(understood.source.name, understood.source, understood.findings)
    found = [diagnostic(finding, file, uri) for finding in understood.findings]
    for row in found:
        places = row["relatedInformation"]
        if not related and places:
            row["message"] += "".join(
                f"\n- {place['location']['range']['start']['line'] + 1}: {place['message']}" for place in places
            )
        if not related or not places:
            del row["relatedInformation"]
    return found
