"""The page one begins at."""

from widgets.welcome.page import WelcomePage

__all__ = ["WelcomePage"]
