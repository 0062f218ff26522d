"""Dust and dirt from a scanner's infrared channel."""
