"""Dirt: what is on one frame and on none beside it."""
