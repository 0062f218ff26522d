"""Temporal denoising along motion, then a light spatial stage on what is left."""
