"""The language server: what editors ask of a plan while it is written."""
