"""Rules about dates (NT)."""
