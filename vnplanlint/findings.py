"""What a check says (``Hit``) and what a user is told (``Finding``).

A check knows no language and no output: it yields ``Hit``s, with the names of
the message variants and labels that its card holds in two languages.  The
engine renders a hit with its card into a ``Finding``; every output format is a
mechanical view of findings.
"""

from __future__ import annotations

from collections.abc import Mapping

from vnplanlint.light_typing import Literal, NamedTuple
from vnplanlint.spans import Span

Severity = Literal["error", "warning", "style"]
Applicability = Literal["safe", "unsafe", "display"]
Level = Literal["safe", "unsafe"]
"""Which fixes may be applied without asking: the safe ones, or the unsafe ones too."""
Values = Mapping[str, object]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "style")
_NOTHING: Values = {}


class Edit(NamedTuple):
    """Replace the characters of ``span`` by ``content``."""

    span: Span
    content: str


class Place(NamedTuple):
    """Another place of a contradiction; ``label`` names an entry of the card's ``[label]``."""

    span: Span
    label: str
    values: Values = _NOTHING


class Remedy(NamedTuple):
    """One way to put it right; ``title`` names an entry of the card's ``[fix]``."""

    title: str
    edits: tuple[Edit, ...]
    applicability: Applicability = "unsafe"
    values: Values = _NOTHING


class Hit(NamedTuple):
    """What one check found at one place.

    ``variant`` chooses among the card's messages ("" is the main one,
    ``message``; "x" is ``message-x``).  ``severity`` overrides the card's,
    downwards only.  ``certain=False`` (uncertain extraction) steps down one level.
    """

    span: Span
    values: Values = _NOTHING
    variant: str = ""
    places: tuple[Place, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    severity: Severity | None = None
    certain: bool = True


class Related(NamedTuple):
    """Another place of the finding, with its own label in the user's language."""

    span: Span
    message: str


class Fix(NamedTuple):
    """A titled set of edits that belong together."""

    title: str
    edits: tuple[Edit, ...]
    applicability: Applicability


class Finding(NamedTuple):
    """One diagnostic, ready for any output."""

    span: Span
    code: str
    name: str
    severity: Severity
    message: str
    related: tuple[Related, ...] = ()
    fixes: tuple[Fix, ...] = ()


def automatic_fix(finding: Finding, level: Level) -> Fix | None:
    """The fix that may be applied without asking, if there is one.

    The one safe fix goes before all others.  Several fixes of the same applicability
    are a choice, for instance between the two sides of a contradiction: nobody but
    the author can make it.
    """
    for applicability in ("safe", "unsafe")[: 1 + (level == "unsafe")]:
        fixes = [fix for fix in finding.fixes if fix.applicability == applicability]
        if fixes:
            return fixes[0] if len(fixes) == 1 else None
    return None
