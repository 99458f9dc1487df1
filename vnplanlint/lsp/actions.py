"""What an editor offers to do about findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsprotocol import types

from vnplanlint.document.build import build_document
from vnplanlint.findings import Finding, automatic_fix
from vnplanlint.fixing import fix_source
from vnplanlint.lsp.analysis import Understood, findings_of
from vnplanlint.lsp.convert import range_of, span_of, touches
from vnplanlint.lsp.edits import Target, line_edits, text_edits
from vnplanlint.messages import say
from vnplanlint.readers.source import Source
from vnplanlint.rulebook import Language
from vnplanlint.suppression.placing import ignore_edit

FIX_ALL = "source.fixAll.vnplanlint"
KINDS = [types.CodeActionKind.QuickFix, FIX_ALL]


class Offer:
    """The actions for a range of one document."""

    def __init__(
        self, understood: Understood, language: Language, target: Target, params: types.CodeActionParams
    ) -> None:
        self._understood = understood
        self._language: Language = language
        self._target = target
        self._asked = params.context.diagnostics
        self._only = params.context.only
        span = span_of(understood.source, params.range)
        self.findings = [found for found in understood.findings if touches(found.span, span)]

    def wants(self, kind: str) -> bool:
        """Whether actions of that kind are asked for; those on the whole file only by name."""
        if self._only is None:
            return not kind.startswith("source.")
        return any(kind == only or kind.startswith(f"{only}.") or only == "" for only in map(_text, self._only))

    def fixes(self) -> Iterator[types.CodeAction]:
        """The fixes of every finding here; one that needs no choice is preferred."""
        source = self._understood.source
        for finding in self.findings:
            preferred = automatic_fix(finding, "safe")
            for fix in finding.fixes:
                if fix.applicability != "display" and fix.edits:
                    edit = self._target.edit(text_edits(source, fix.edits))
                    yield self._quick_fix(fix.title, [finding], edit, preferred=fix is preferred)

    def ignored_here(self) -> Iterator[types.CodeAction]:
        """A comment for each finding that says that it is right."""
        cards = self._understood.terms.book.cards
        for finding in _one_of_each_rule(self.findings):
            if cards[finding.code].about_comments:
                continue
            edit = ignore_edit(self._understood.document, finding)
            changes = self._target.edit(text_edits(self._understood.source, [edit]))
            yield self._quick_fix(self._say("ignore-here", code=finding.code), [finding], changes)

    def fix_all(self) -> Iterator[types.CodeAction]:
        """All fixes that need no choice, to be worked out when it is chosen."""
        number = sum(automatic_fix(finding, "safe") is not None for finding in self._understood.findings)
        title = self._say("fix-all-safe", number=number)
        if number and self.wants(FIX_ALL):
            yield types.CodeAction(title, kind=FIX_ALL)
        here = [finding for finding in self.findings if automatic_fix(finding, "safe") is not None]
        if number > 1 and here and self.wants(types.CodeActionKind.QuickFix):
            yield self._quick_fix(title, here, None)

    def ignored_everywhere(self, change: types.WorkspaceEdit | types.Command, finding: Finding) -> types.CodeAction:
        """The rule switched off for the workspace, by a change of the configuration."""
        title = self._say("ignore-in-workspace", code=finding.code)
        if isinstance(change, types.Command):
            action = self._quick_fix(title, [finding], None)
            action.command = change
            return action
        return self._quick_fix(title, [finding], change)

    def rules(self) -> list[Finding]:
        """A finding of each rule that has one here."""
        return list(_one_of_each_rule(self.findings))

    def _quick_fix(
        self, title: str, findings: list[Finding], edit: types.WorkspaceEdit | None, *, preferred: bool = False
    ) -> types.CodeAction:
        return types.CodeAction(
            title=title,
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[shown for finding in findings for shown in self._shown(finding)] or None,
            is_preferred=preferred or None,
            edit=edit,
        )

    def _shown(self, finding: Finding) -> Iterator[types.Diagnostic]:
        """The diagnostic of the finding among those that the editor shows there."""
        place = range_of(self._understood.source, finding.span)
        return (shown for shown in self._asked if shown.code == finding.code and shown.range == place)

    def _say(self, key: str, **values: object) -> str:
        return say(key, self._language, **values)


def _one_of_each_rule(findings: Iterable[Finding]) -> Iterable[Finding]:
    firsts: dict[str, Finding] = {}
    for finding in findings:
        firsts.setdefault(finding.code, finding)
    return firsts.values()


def _text(kind: types.CodeActionKind | str) -> str:
    return kind.value if isinstance(kind, types.CodeActionKind) else kind


def all_fixed(understood: Understood) -> list[types.TextEdit]:
    """The edits that apply every fix that needs no choice, until nothing is left to fix."""

    def check(source: Source) -> tuple[Finding, ...]:
        document = build_document(source, understood.terms.book.facts)
        return findings_of(document, understood.terms, lambda card, error: None)

    fixed = fix_source(understood.source, check, "safe", understood.findings)
    return line_edits(understood.source, fixed.source) if fixed.applied else []
