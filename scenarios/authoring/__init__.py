"""The author's tools: everything that writes, shows or tries a scenario file beside reading it."""
