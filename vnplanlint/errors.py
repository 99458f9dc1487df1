"""What can go wrong with the rule book."""

from __future__ import annotations


class CardError(Exception):
    """A card or fact file that cannot be used; the text names file and mend."""


class TemplateError(CardError):
    """A message of a card that asks for a value which its check does not give."""
