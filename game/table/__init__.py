"""The authority of one running game, and its journal."""
