"""Text to typed facts."""
