"""The terminal client: screens that show state and emit commands."""

USUAL_PORT = 7777
"""Where a game is looked for, and hosted, unless a port is named."""
