"""What operators a shot has and how they are set, made from the operators' own declarations."""

from widgets.inspector.commands import add_commands
from widgets.inspector.panel import Inspector, make_panel

__all__ = ["Inspector", "add_commands", "make_panel"]
