"""Benchmarks against the design's budgets. Each module has ``rows()``; ``python -m benchmarks`` runs them all."""
