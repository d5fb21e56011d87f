"""The terminal client: screens that show state and emit commands."""
