"""The window round everything, and the program's life: opening, closing, language, failures."""
