"""Scenario files: models, loading with positions, diagnostics, and compiling to tables."""
