"""Tests of Piramide; the folders mirror the rooms of the house."""
