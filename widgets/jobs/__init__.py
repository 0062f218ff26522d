"""Jobs: long work, its board and its dock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from widgets.jobs.board import JobBoard
from widgets.jobs.job import Job, JobAction, JobState

if TYPE_CHECKING:
    from widgets.context import Context
    from widgets.jobs.panel import JobsPanel

__all__ = ["Job", "JobAction", "JobBoard", "JobState", "make_panel"]


def make_panel(context: Context) -> JobsPanel:
    """The dock of the jobs, its commands added to the table."""
    # Late: the bridge, which `Context` names, imports the board from here.
    from widgets.jobs.commands import add_commands
    from widgets.jobs.panel import JobsPanel

    panel = JobsPanel(context)
    add_commands(context, panel)
    panel.fill()
    return panel
