"""The fix linter: what shows of the repairs, as a list to walk through."""

from __future__ import annotations

from widgets.context import Context
from widgets.lint.commands import add_commands
from widgets.lint.panel import LintPanel
from widgets.lint.walk import Walk

__all__ = ["LintPanel", "make_panel"]


def make_panel(context: Context) -> LintPanel:
    """The dock of the linter, its commands added to the table."""
    walk = Walk(context)
    add_commands(context, walk)
    return LintPanel(context, walk)
