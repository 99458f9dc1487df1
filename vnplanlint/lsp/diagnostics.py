"""Findings as the editor shows them."""

from __future__ import annotations

import hashlib
import json

from lsprotocol import types
from lsprotocol.converters import get_converter

from vnplanlint.light_typing import Any
from vnplanlint.lsp.analysis import Understood
from vnplanlint.reports import CheckedFile
from vnplanlint.reports.lsp import diagnostic

_converter = get_converter()


def diagnostics(understood: Understood, uri: str, *, related: bool) -> list[types.Diagnostic]:
    """The findings as diagnostics; without ``related`` their other places are told in the message."""
    return [_converter.structure(found, types.Diagnostic) for found in _plain(understood, uri, related)]


def result_id(found: list[types.Diagnostic]) -> str:
    """What stands for these diagnostics: equal where nothing has changed."""
    data = json.dumps(_converter.unstructure(found), sort_keys=True)
    return hashlib.blake2b(data.encode(), digest_size=12).hexdigest()


def _plain(understood: Understood, uri: str, related: bool) -> list[dict[str, Any]]:
    file = CheckedFile(understood.source.name, understood.source, understood.findings)
    found = [diagnostic(finding, file, uri) for finding in understood.findings]
    for row in found:
        row["data"].pop("fixes")  # asked for when they are wanted
        places = row["relatedInformation"]
        if not related and places:
            row["message"] += "".join(
                f"\n- {place['location']['range']['start']['line'] + 1}: {place['message']}" for place in places
            )
        if not related or not places:
            del row["relatedInformation"]
    return found
