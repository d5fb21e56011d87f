"""The server: one room a game, nothing shown before it is on disk."""
