"""The checks, a folder a rule family."""
