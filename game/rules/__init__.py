"""The rules, once: plain functions over a small state record."""
