"""Which Reelmend this is, and what it is built on."""

from widgets.about.dialog import AboutDialog

__all__ = ["AboutDialog"]
