"""The scripted powers: pure functions from a view to acts."""
