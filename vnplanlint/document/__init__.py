"""Source text to understood document."""
