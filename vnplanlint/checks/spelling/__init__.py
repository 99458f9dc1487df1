"""Rules about spelling and characters (CT)."""
