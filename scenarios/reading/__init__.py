"""The author's file to a scenario: every fault with its place, in the author's words."""
