"""What was understood of a document: a readable tree, or the same as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vnplanlint.document.model import Component, Division, Document, Heading, Identity, Quotation
from vnplanlint.light_typing import Any
from vnplanlint.mentions.calendar import written
from vnplanlint.mentions.model import (
    Anniversary,
    CountClaim,
    CrossReference,
    DateMention,
    DateRange,
    DocumentReference,
    PartialDate,
)
from vnplanlint.mentions.relative_dates import resolved
from vnplanlint.messages import say
from vnplanlint.reports import Line, Segment, View, figures
from vnplanlint.reports.columns import excerpt, printable, width
from vnplanlint.reports.records import locations
from vnplanlint.spans import Span

Row = tuple[Span, int, str]
"""Where it stands, how deep in the tree, what to say of it."""


def layout(document: Document, view: View) -> Iterator[Line]:
    """Each kind of fact under its heading, with row and column."""
    yield from _identity(document, view)
    tree = _Tree(document, view)
    mentions = document.mentions
    yield from tree.section("divisions", map(tree.division, document.divisions))
    yield from tree.section("components", map(tree.component, document.components))
    yield from tree.section("outline", map(tree.heading, document.outline.headings))
    yield from tree.section("dates", map(tree.date, _dates(document)))
    yield from tree.section("ranges", map(tree.range, mentions.ranges))
    yield from tree.section("anniversaries", map(tree.anniversary, mentions.anniversaries))
    yield from tree.section("references", tree.references(mentions.references))
    yield from tree.section("counts", map(tree.count, mentions.counts))
    yield from tree.section("cross_references", map(tree.cross_reference, mentions.cross_references))
    for name, rows in figures.sections(document, view.language):
        yield from tree.section(name, rows)
    yield from tree.section("quotations", map(tree.quotation, document.quotations))


def _identity(document: Document, view: View) -> Iterator[Line]:
    identity: Identity = document.identity
    symbol = identity.symbol
    nothing = say("nothing", view.language)
    number = "" if symbol is None or symbol.number else " " + say("symbol-blank", view.language)
    rows = {
        "type_word": identity.type_word,
        "symbol": symbol.text + number if symbol else "",
        "date": _calendar(identity.date),
        "issuer": identity.issuer,
        "system": say(f"system-{identity.system}", view.language),
        "noise": f"{document.noise:.1%}".replace(".", "," if view.language == "vi" else "."),
    }
    names = {key: say(key, view.language) for key in rows}
    widest = max(map(width, names.values()))
    yield Segment(say("identity", view.language), "title"), Segment(f"  {printable(document.source.name)}", "path")
    for key, text in rows.items():
        name = names[key]
        yield Segment(f"  {name}{' ' * (widest - width(name))}  ", "gutter"), Segment(printable(text) or nothing)


class _Tree:
    """Puts each fact of one document into words."""

    def __init__(self, document: Document, view: View) -> None:
        self._document = document
        self._view = view
        self._last = len(str(len(document.source.raw.splitlines()) or 1)) + 4

    def section(self, key: str, rows: Iterable[Row]) -> Iterator[Line]:
        """A heading with the number of rows, and the rows."""
        rows = list(rows)
        yield ()
        yield Segment(say(key, self._view.language), "title"), Segment(f"  {len(rows)}", "gutter")
        for span, depth, text in rows:
            place = "{}:{}".format(*self._document.source.position(span.start))
            indent = f"  {place:>{self._last}}  {'  ' * depth}"
            room = max(self._view.width - width(indent), 30)
            yield Segment(indent, "gutter"), Segment(excerpt(text, 0, 0, room).text)

    def _say(self, key: str, **values: object) -> str:
        return say(key, self._view.language, **values)

    def _words(self, span: Span) -> str:
        return self._document.words(span)

    def division(self, division: Division) -> Row:
        parts = [self._say(f"division-{division.kind}"), division.numeral, division.title]
        return division.span, 0, "  ".join(filter(None, parts))

    def component(self, component: Component) -> Row:
        return component.span, 0, f"{self._say(f'component-{component.kind}')}: {component.text}"

    def heading(self, heading: Heading) -> Row:
        return heading.span, heading.depth, f"{heading.numeral.text} {heading.title}"

    def date(self, date: DateMention) -> Row:
        notes = [
            "" if date.exists else self._say("no-such-day"),
            self._say("every-year") if date.every_year else "",
            "" if date.year_given or date.year is None else self._say(_origin_of_year(date)),
        ]
        return date.span, 0, f"{self._words(date.span)}  = {_date(date) or '?'}{_noted(notes)}"

    def range(self, found: DateRange) -> Row:
        end = self._say("open-end") if found.open_end else _date(found.end)
        return found.span, 0, f"{self._words(found.span)}  = {_date(found.start)} … {end}"

    def anniversary(self, found: Anniversary) -> Row:
        when = ""
        if found.range is not None:
            when = f"  = {_date(found.range.start)} … {_date(found.range.end)}"
        elif found.date is not None:
            when = f"  = {_date(found.date)}"
        note = "" if found.commemorative else self._say("period")
        return found.span, 0, f"{self._say('years', number=found.years)}: {found.event}{when}{_noted([note])}"

    def references(self, references: tuple[DocumentReference, ...]) -> Iterator[Row]:
        """Each reference, under the one in whose title it stands, and its parts below it."""
        depths: list[int] = []
        for reference in references:
            nested = reference.nested_in
            depth = depths[nested] + 1 if nested is not None and nested < len(depths) else 0
            depths.append(depth)
            yield reference.span, depth, self._reference(reference)

    def _reference(self, reference: DocumentReference) -> str:
        symbol = reference.symbol
        parts = [
            reference.type_word,
            symbol.text if symbol else "",
            _date(reference.date) if reference.date else "",
            reference.issuer,
            f"“{reference.title}”" if reference.title else "",
        ]
        notes = [
            self._say("own") if reference.own else "",
            self._say("malformed", defect=symbol.defect) if symbol and symbol.defect else "",
        ]
        return " · ".join(filter(None, parts)) + _noted(notes)

    def count(self, count: CountClaim) -> Row:
        return count.span, 0, f"{self._words(count.span)}  = {count.value} {count.noun}"

    def cross_reference(self, found: CrossReference) -> Row:
        path = " › ".join(f"{unit} {numeral}" for unit, numeral in found.path)
        owner = self._say(found.owner) if found.owner else ""
        return found.span, 0, f"{self._words(found.span)}  = {path}{_noted([owner])}"

    def quotation(self, quotation: Quotation) -> Row:
        note = "" if quotation.closed else self._say("unclosed")
        return quotation.span, 0, self._words(quotation.span) + _noted([note])


def _origin_of_year(date: DateMention) -> str:
    return "from-own-date" if date.form == "relative" else "year-added"


def _noted(notes: list[str]) -> str:
    words = ", ".join(filter(None, notes))
    return f"  ({words})" if words else ""


def _dates(document: Document) -> tuple[DateMention, ...]:
    """The dates, with what "ngày mai" or "tháng sau" means from the document's own date."""
    return resolved(document.mentions.dates, document.text, document.identity.date)


def _date(date: DateMention) -> str:
    if date.quarter is not None:
        return f"Q{date.quarter}/{date.year or '?'}"
    return _calendar(PartialDate(date.year, date.month, date.day))


def _calendar(date: PartialDate) -> str:
    """Day, month and year as far as they are known: 05/4/2021, 4/2021, 2021."""
    return f"{date.day:02}/?" if date.day is not None and date.month is None else written(date)


def data(document: Document, view: View) -> dict[str, Any]:
    """Everything that was understood, places as rows and columns."""
    mentions = document.mentions
    return {
        "filename": document.source.name,
        "identity": _plain(document.identity, document),
        "noise": round(document.noise, 4),
        "divisions": _plain(document.divisions, document),
        "components": _plain(document.components, document),
        "outline": _plain(document.outline.headings, document),
        **{name: _plain(getattr(mentions, name), document) for name in mentions._fields},
        "dates": _plain(_dates(document), document),
        "tables": figures.tables(document),
        "quotations": _plain(document.quotations, document),
    }


def _plain(value: Any, document: Document) -> Any:
    """``value`` in what JSON knows: spans as locations, named tuples as objects."""
    if isinstance(value, Span):
        return locations(value, document.source)
    fields = getattr(value, "_fields", None)
    if fields is None:
        return [_plain(item, document) for item in value] if isinstance(value, tuple) else value
    plain: dict[str, Any] = {}
    for name in fields:
        item = getattr(value, name)
        if name == "span":
            plain.update(locations(item, document.source))
            plain["text"] = document.words(item)
        elif name == "blocks":
            plain[name] = list(item)
        elif not (name == "text" and "text" in plain):
            plain[name] = _plain(item, document)
    return plain
