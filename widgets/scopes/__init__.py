"""What a picture's numbers are: waveform, parade, vectorscope, histogram."""

from widgets.scopes.panel import ScopesPanel, make_panel

__all__ = ["ScopesPanel", "make_panel"]
