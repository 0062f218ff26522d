"""Data that ships with Reelmend, read through `importlib.resources`. No code lives here."""
