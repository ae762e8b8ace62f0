"""The balancing simulator: the rules of the game, compiled, a thousand games at a time."""
