"""Does each comment for the tool say something that it can act on?

These checks are asked after all others, of what the comments did with their findings.
"""

from __future__ import annotations

from collections.abc import Iterator

from vnplanlint.document.directives import VERBS, Directive, Selector, whole_lines
from vnplanlint.findings import Edit, Finding, Hit, Place, Remedy
from vnplanlint.spans import Span
from vnplanlint.suppression.usage import Usage


def unused_suppression(usage: Usage) -> Iterator[Hit]:
    """A comment, or a code in it, that silences nothing."""
    for directive, idle in usage.idle:
        if len(idle) == len(directive.selectors):
            yield _unused(usage, directive, idle, directive.span, _without_comment(usage, directive))
        else:
            for selector in idle:
                yield _unused(usage, directive, (selector,), selector.span, _without(selector, directive))


def _unused(usage: Usage, directive: Directive, idle: tuple[Selector, ...], span: Span, edit: Edit) -> Hit:
    elsewhere = next(_told_elsewhere(usage, directive, idle), None)
    return Hit(
        span,
        {"codes": ", ".join(selector.text for selector in idle)},
        variant="on" if directive.verb == "on" else "elsewhere" if elsewhere else "",
        places=(Place(elsewhere.span, "told"),) if elsewhere else (),
        remedies=(Remedy("remove", (edit,), "safe"),),
    )


def _told_elsewhere(usage: Usage, directive: Directive, idle: tuple[Selector, ...]) -> Iterator[Finding]:
    """Findings of a contradiction that the comment stands beside, but which begin at its other place."""
    if directive.verb == "ignore":
        for finding in usage.left:
            named = any(finding.code in usage.codes_of(selector.text) for selector in idle)
            if named and any(directive.concerns(related.span.start) for related in finding.related):
                yield finding


def _without_comment(usage: Usage, directive: Directive) -> Edit:
    """The comment taken out: with its lines if it stands alone there, else with the blanks before it."""
    text = usage.document.source.text
    start, end = directive.span
    lines = whole_lines(text, directive.span)
    if not (text[lines.start : start].strip() or text[end : lines.end].strip()):
        return Edit(Span(lines.start, min(lines.end + 1, len(text))), "")
    if not text[end : lines.end].strip(" \t|"):
        start -= len(text[lines.start : start]) - len(text[lines.start : start].rstrip(" \t"))
    return Edit(Span(start, end), "")


def _without(selector: Selector, directive: Directive) -> Edit:
    """The selector taken out with what parts it from the one before, or from the one after the first."""
    index = directive.selectors.index(selector)
    if index:
        return Edit(Span(directive.selectors[index - 1].span.end, selector.span.end), "")
    return Edit(Span(selector.span.start, directive.selectors[1].span.start), "")


def unknown_rule_in_suppression(usage: Usage) -> Iterator[Hit]:
    """A code or name in a comment that no rule has."""
    for directive in usage.directives:
        for selector in () if directive.fault else directive.selectors:
            if not usage.is_rule(selector.text):
                yield Hit(selector.span, {"text": selector.text, "right": usage.nearest_rule(selector.text)})


def malformed_suppression(usage: Usage) -> Iterator[Hit]:
    """A comment for the tool that it cannot follow."""
    for directive in usage.directives:
        if directive.fault:
            yield _malformed(usage, directive)
        else:
            for selector in directive.selectors:
                if usage.is_rule(selector.text) and not usage.codes_of(selector.text):
                    yield Hit(selector.span, {"text": selector.text}, variant="own")


def _malformed(usage: Usage, directive: Directive) -> Hit:
    if directive.fault == "verb" and directive.verb:
        right = usage.nearest(directive.verb, VERBS)
        values = {"text": directive.verb, "right": right}
        remedy = Remedy("write", (Edit(directive.verb_span, right),), values=values)
        return Hit(directive.verb_span, values, remedies=(remedy,))
    variant = "no-codes" if directive.fault == "verb" else directive.fault
    values = {"verb": directive.verb or VERBS[0]}
    return Hit(directive.span, values, variant, remedies=tuple(_remedies(usage, directive)))


def _remedies(usage: Usage, directive: Directive) -> Iterator[Remedy]:
    if directive.fault == "colon":
        yield Remedy("colon", (Edit(Span(directive.name_end, directive.verb_span.start), ": "),))
    elif directive.fault == "unclosed":
        yield Remedy("close", (Edit(Span(directive.span.end, directive.span.end), " -->"),))
    elif directive.fault == "reason":
        first = next(selector for selector in directive.selectors if not usage.is_rule(selector.text))
        if first != directive.selectors[0]:
            start, end = first.span.start, directive.selectors[-1].span.end
            yield Remedy("brackets", (Edit(Span(start, start), "("), Edit(Span(end, end), ")")))
    elif directive.fault == "no-codes":
        here = sorted({finding.code for finding in usage.left if directive.concerns(finding.span.start)})
        if here:
            codes, end = ", ".join(here), directive.verb_span.end
            yield Remedy("codes", (Edit(Span(end, end), f" {codes}"),), values={"codes": codes})
