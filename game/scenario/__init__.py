"""Scenario files: models, loading with positions, diagnostics, the library, the schema, compiling."""
