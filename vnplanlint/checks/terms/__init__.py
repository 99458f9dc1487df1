"""Rules about terms and names (TN)."""
