"""Watching the film: where it stands, when each frame is due, and what is made ahead of it."""
