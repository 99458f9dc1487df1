"""Checks of cited documents."""
