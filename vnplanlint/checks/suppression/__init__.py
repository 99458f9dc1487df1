"""Suppression: what comments for the tool say, and whether it does anything."""
