"""How well the whole rule book does: ``python -m tests.proof`` prints the figures."""
