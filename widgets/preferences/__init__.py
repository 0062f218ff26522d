"""What the person sets once."""

from widgets.preferences.dialog import PreferencesDialog

__all__ = ["PreferencesDialog"]
