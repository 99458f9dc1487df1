"""What is shown where the mouse rests: why something was found, and how the text was understood."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lsprotocol import types

from vnplanlint.document.model import Document
from vnplanlint.facts import Act
from vnplanlint.findings import Finding
from vnplanlint.lsp.analysis import Understood
from vnplanlint.lsp.citations import act_of, places_of, reference_at, successors_of
from vnplanlint.lsp.convert import offset_of, range_of
from vnplanlint.lsp.definitions import pointer_at, target_of
from vnplanlint.lsp.markup import Markup, short
from vnplanlint.mentions.calendar import partial, weekday_of, written
from vnplanlint.mentions.model import Anniversary, DateMention, DocumentReference, PartialDate
from vnplanlint.mentions.relative_dates import resolved
from vnplanlint.messages import say, severity_word
from vnplanlint.rulebook import Language
from vnplanlint.spans import Span

_MOST = 3
"""More findings at one place would hide what they are about."""


def hover(understood: Understood, place: types.Position, language: Language, markup: Markup) -> types.Hover | None:
    """What there is to say of the characters at ``place``."""
    offset = offset_of(understood.source, place)
    findings = [found for found in understood.findings if found.span.start <= offset <= found.span.end]
    words = _Words(understood, language, markup)
    parts = [words.finding(found) for found in findings[:_MOST]]
    spans = [found.span for found in findings[:1]]
    understood_there = next(words.mentions(offset), None)
    if understood_there is not None:
        spans.append(understood_there[0])
        parts.append(understood_there[1])
    return types.Hover(markup.content(markup.parted(parts)), range_of(understood.source, spans[0])) if parts else None


class _Words:
    def __init__(self, understood: Understood, language: Language, markup: Markup) -> None:
        self._understood = understood
        self._document: Document = understood.document
        self._language: Language = language
        self._markup = markup

    def _say(self, key: str, **values: object) -> str:
        return say(key, self._language, **values)

    def finding(self, finding: Finding) -> str:
        """The message, why, and on what legal basis."""
        card = self._understood.terms.book.cards[finding.code]
        markup = self._markup
        head = f"{finding.code} · {severity_word(finding.severity, self._language)}"
        lines = [markup.strong(head), markup.plain(finding.message), markup.written(card.why[self._language].strip())]
        if card.basis:
            lines.append(f"{markup.strong(self._say('basis'))}: {markup.plain('; '.join(card.basis))}")
        return "\n\n".join(lines)

    def mentions(self, offset: int) -> Iterator[tuple[Span, str]]:
        """What was understood there, the most telling first."""
        document = self._document
        reference = reference_at(document, offset)
        if reference is not None:
            yield reference.span, self._reference(reference)
        for found in document.mentions.anniversaries:
            if found.years_span.start <= offset <= found.years_span.end:
                yield found.span, self._anniversary(found)
        for mention in document.mentions.dates:
            if mention.span.start <= offset <= mention.span.end:
                (when,) = resolved((mention,), document.text, document.identity.date)
                text = self._date(when)
                if text and _tells_more(when):
                    yield mention.span, self._markup.plain(text)

        pointer = pointer_at(document, offset)
        target = target_of(document, pointer) if pointer is not None else None
        if pointer is not None and target is not None and not target.whole.contains(pointer.span):
            yield pointer.span, self._markup.plain(f"→ {short(document.words(target.name))}")

    def _reference(self, reference: DocumentReference) -> str:
        act = act_of(self._document, reference)
        day = self._issued(reference, act)
        title = reference.title or (act.title if act else "")
        name = self._name(reference, act)
        if reference.symbol is None:  # a law that is called by its title
            title = ""
        rows = {
            "date": day,
            "issuer": reference.issuer,
            "trich-yeu": f"“{title}”" if title else "",
            "system": "" if reference.system == "unknown" else self._say(f"system-{reference.system}"),
        }
        lines = [self._markup.strong(name), ""]
        for key, text in rows.items():
            if text:
                label = self._say("component-trich-yeu" if key == "trich-yeu" else key)
                lines.append(self._markup.item(self._markup.plain(f"{label}: {text}")))
        lines += [self._markup.item(self._markup.plain(note)) for note in self._notes(reference)]
        return "\n".join(lines)

    def _name(self, reference: DocumentReference, act: Act | None) -> str:
        """What the document is called, with its number where that is known."""
        number = reference.symbol.text if reference.symbol else act.symbol if act else ""
        title = "" if reference.symbol else reference.title
        words = " ".join(filter(None, (reference.type_word, title)))
        parts = (words, number and words and "số", number)
        return short(" ".join(filter(None, parts)) or self._document.words(reference.span))

    def _issued(self, reference: DocumentReference, act: Act | None) -> str:
        """The day of a document; that of "Bộ luật Lao động năm 2019" is known, though only its year is written."""
        written_day = reference.date
        if written_day is not None and (written_day.day is not None or not written_day.exists):
            return self._date(written_day)
        if act is not None:
            return self._calendar(act.date)
        return self._date(written_day) if written_day is not None and written_day.month is not None else ""

    def _notes(self, reference: DocumentReference) -> Iterator[str]:
        symbol = reference.symbol
        if reference.own:
            yield self._say("own")
        if symbol is not None and symbol.likely:
            yield self._say("perhaps", text=symbol.likely)
        elif symbol is not None and symbol.defect == "no-year":
            yield self._say("no-year")
        places = len(places_of(self._document, reference))
        if places > 1:
            yield self._say("cited-times", number=places)
        what = ""
        for row in successors_of(self._document, reference):
            since = written(row.effective)
            key = "replaced-by" if row.successor else "not-in-force"
            yield what + self._say(key if since else f"{key}-undated", successor=row.successor, since=since)
            what = f"{row.successor} "

    def _anniversary(self, found: Anniversary) -> str:
        ends = []
        if found.range is not None:
            ends = [self._date(found.range.start, weekday=False), self._date(found.range.end, weekday=False)]
        elif found.date is not None:
            ends = [self._date(found.date, weekday=False)]
        when = " – ".join(filter(None, ends))
        text = f"{self._say('years', number=found.years)}: {found.event}".rstrip(": ")
        return self._markup.plain(f"{text} ({when})" if when else text)

    def _date(self, mention: DateMention, *, weekday: bool = True) -> str:
        if not mention.exists:
            return f"{self._document.words(mention.span)}: {self._say('no-such-day')}"
        if mention.quarter is not None:
            return f"{self._say('quarter')} {mention.quarter}/{mention.year}" if mention.year else ""
        when = partial(mention) if mention.year is not None else PartialDate(None, mention.month, mention.day)
        return self._calendar(when) if weekday else written(when)

    def _calendar(self, when: PartialDate) -> str:
        text = written(when)
        if when.day and when.month and when.year and when.year <= date.max.year:
            text += f", {self._say(f'weekday-{weekday_of(when.day, when.month, when.year)}')}"
        return text


def _tells_more(when: DateMention) -> bool:
    """Whether there is more to say than what is written: "năm 2015" is only 2015, "tháng 5" only the month."""
    return not when.exists or (when.year is not None and (when.day is not None or not when.year_given))
