"""Between the window and everything that computes."""
