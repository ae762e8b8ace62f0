"""The scenes of the game: each a model, a way to make it from a view, and the scene that shows it."""
