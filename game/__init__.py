"""Piramide, a board game about the engagement pyramid."""
