"""Tests of the rules: one file per chapter of the rulebook, a referee of its own, random walks, goldens."""
