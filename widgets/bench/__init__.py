"""How quickly the window answers: `reelmend bench ui`."""
