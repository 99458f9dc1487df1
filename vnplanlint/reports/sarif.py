"""SARIF 2.1.0, as GitHub code scanning and other viewers of analysis results read it.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html

Lines and columns are those of the file as it stands, columns in characters; paths are relative to the
current folder.  Results come first, so that they are written as the files come; the rules that they
name are described behind them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from vnplanlint.findings import Edit, Finding, Fix
from vnplanlint.light_typing import Any
from vnplanlint.messages import say
from vnplanlint.readers.source import Source
from vnplanlint.reports import CheckedFile, View
from vnplanlint.reports.addresses import file_uri, relative_uri
from vnplanlint.reports.sarif_rules import LEVELS, driver
from vnplanlint.spans import Span
from vnplanlint.suppression.fingerprints import fingerprints

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
FINGERPRINT = "vnplanlint/v1"
_MOST_LINKS = 10

_Object = dict[str, Any]


def render(files: Iterable[CheckedFile], view: View) -> Iterator[str]:
    """One log with one run, a result a line."""
    run = _Run(view)
    yield f'{{\n"$schema": {_json(SCHEMA)},\n"version": "2.1.0",\n"runs": [{{\n'
    for key, value in run.settings().items():
        yield f"{_json(key)}: {_json(value)},\n"
    yield '"results": ['
    before = "\n"
    for file in files:
        for result in run.results(file):
            yield before + _json(result)
            before = ",\n"
    yield f'\n],\n"artifacts": {_lines(run.artifacts)},\n"tool": {_json(run.tool())}\n}}]\n}}\n'


class _Run:
    """What the results of a run refer to: the files and the rules, in the order of their first mention."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._names: dict[str, str] = {}  # the rules by code
        self.artifacts: list[_Object] = []

    def settings(self) -> _Object:
        """How to read the run."""
        return {
            "language": self._view.language,
            "columnKind": "unicodeCodePoints",
            "newlineSequences": ["\r\n", "\n", "\r"],
            "originalUriBaseIds": {ROOT: {"description": {"text": say("sarif-root", self._view.language)}}},
        }

    def tool(self) -> _Object:
        """The tool with the rules that have results."""
        return {"driver": driver(self._names, self._view)}

    def results(self, file: CheckedFile) -> Iterator[_Object]:
        """The results of one file, which becomes an artifact of the run."""
        index = len(self.artifacts)
        address = _address(file.name)
        encoding = {"encoding": file.source.encoding} if file.source is not None else {}
        self.artifacts.append({"location": address, "roles": ["analysisTarget"], **encoding})
        if file.source is None:
            return
        places = _Places(file.source, {**address, "index": index})
        for finding, fingerprint in zip(file.findings, fingerprints(file.findings, file.source), strict=True):
            self._names.setdefault(finding.code, finding.name)
            yield self._result(finding, places, fingerprint)

    def _result(self, finding: Finding, places: _Places, fingerprint: str) -> _Object:
        result = {
            "ruleId": finding.code,
            "ruleIndex": list(self._names).index(finding.code),
            "level": LEVELS[finding.severity],
            "message": {"text": self._message(finding)},
            "locations": [places.location(finding.span)],
            "relatedLocations": [
                {"id": number, **places.location(related.span), "message": {"text": related.message}}
                for number, related in enumerate(finding.related, 1)
            ],
            "fixes": [places.fix(fix) for fix in finding.fixes if fix.edits],
            "partialFingerprints": {FINGERPRINT: fingerprint},
        }
        return {key: value for key, value in result.items() if value not in ([], {})}

    def _message(self, finding: Finding) -> str:
        """The message, and a line with links to the other places: a viewer shows only those that are linked."""
        links = [f"[{_link(place.message)}]({number})" for number, place in enumerate(finding.related[:_MOST_LINKS], 1)]
        return f"{finding.message}\n{say('see', self._view.language)}: {', '.join(links)}" if links else finding.message


class _Places:
    """Places in one file in the words of SARIF."""

    def __init__(self, source: Source, address: _Object) -> None:
        self._source = source
        self._address = address

    def location(self, span: Span) -> _Object:
        """Where a span stands, and what stands there."""
        region = self._region(span)
        text = self._source.as_stored(span)
        if text:
            region["snippet"] = {"text": text}
        return {"physicalLocation": {"artifactLocation": self._address, "region": region}}

    def fix(self, fix: Fix) -> _Object:
        """A fix; how far to trust it has no field of its own."""
        return {
            "description": {"text": fix.title},
            "artifactChanges": [{"artifactLocation": self._address, "replacements": list(map(self._edit, fix.edits))}],
            "properties": {"applicability": fix.applicability},
        }

    def _edit(self, edit: Edit) -> _Object:
        return {"deletedRegion": self._region(edit.span), "insertedContent": {"text": edit.content}}

    def _region(self, span: Span) -> _Object:
        start, end = (self._source.position(offset) for offset in span)
        return {"startLine": start.row, "startColumn": start.column, "endLine": end.row, "endColumn": end.column}


def _address(name: str) -> _Object:
    uri = relative_uri(name)
    return {"uri": file_uri(name)} if uri is None else {"uri": uri, "uriBaseId": ROOT}


def _link(text: str) -> str:
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _lines(objects: list[_Object]) -> str:
    return "[\n" + ",\n".join(map(_json, objects)) + "\n]"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
