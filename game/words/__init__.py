"""Translated texts, and where the assets are found."""
