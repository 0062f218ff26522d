"""Filling damaged places from the frames beside them, and from their surroundings."""
