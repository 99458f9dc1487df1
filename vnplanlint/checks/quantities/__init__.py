"""Rules about quantities (SL)."""
