"""Bytes to source text."""
