"""Checks of quotation marks, brackets, spaces around marks, doubled marks, colons and dashes (DC)."""
