"""Scripts for the people who build Piramide."""
