"""Checks of headings, lists, counts, cross-references and appendices (DM)."""
