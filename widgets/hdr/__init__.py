"""HDR Vivid metadata per shot: measured, seen, graded by hand."""

from __future__ import annotations

from widgets.context import Context
from widgets.hdr.panel import HdrPanel


def make_panel(context: Context) -> HdrPanel:
    """The HDR dock of the open project, its commands added to the table."""
    return HdrPanel(context)
