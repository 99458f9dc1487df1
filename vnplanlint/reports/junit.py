"""JUnit XML: a test suite for each file, a failed test case for each finding in it.

A clean file is a suite with one test case that passes.  There is no time and no host in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from vnplanlint.findings import Finding
from vnplanlint.messages import say
from vnplanlint.reports import CheckedFile, View
from vnplanlint.reports.places import other_places, place

_CONTROLS = dict.fromkeys((*range(0x09), *range(0x0B, 0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\ufffd")
"""What XML cannot hold, or would change when it is read (a carriage return)."""


def render(files: Iterable[CheckedFile], view: View) -> Iterator[str]:
    """The document, a suite at a time."""
    yield '<?xml version="1.0" encoding="utf-8"?>\n<testsuites name="vnplanlint">\n'
    for file in files:
        suite = _suite(file, view)
        indent(suite, level=1)
        yield "  " + tostring(suite, encoding="unicode").rstrip() + "\n"
    yield "</testsuites>\n"


def _suite(file: CheckedFile, view: View) -> Element:
    name = _xml(file.name)
    failures = len(file.findings)
    suite = Element(
        "testsuite",
        {
            "name": name,
            "tests": str(max(failures, 1)),
            "failures": str(failures),
            "errors": "0",
            "skipped": "0",
        },
    )
    for finding in file.findings:
        suite.append(_case(finding, file, view))
    if not failures:
        SubElement(suite, "testcase", {"name": "vnplanlint", "classname": name, "file": name})
    return suite


def _case(finding: Finding, file: CheckedFile, view: View) -> Element:
    row, column = file.place().position(finding.span.start)
    name = _xml(file.name)
    case = Element(
        "testcase",
        {
            "name": f"{finding.code} {finding.name} {row}:{column}",
            "classname": name,
            "file": name,
            "line": str(row),
        },
    )
    failure = SubElement(case, "failure", {"type": finding.severity, "message": _xml(finding.message)})
    failure.text = _xml("\n".join(_lines(finding, file, view)))
    return case


def _lines(finding: Finding, file: CheckedFile, view: View) -> Iterator[str]:
    """The finding for people: its place, the message, each other place, each fix."""
    source = file.place()
    yield f"{file.name}:{place(finding.span, source)}: {finding.message}"
    yield from other_places(finding, source)
    for fix in finding.fixes:
        yield f"{say(f'fix-{fix.applicability}', view.language)}: {fix.title}"


def _xml(text: str) -> str:
    return text.translate(_CONTROLS)
