"""Every panel of a project window, made from the context; one room, one entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from widgets import (
    fixes,
    hdr,
    history,
    inspector,
    jobs,
    lint,
    masks,
    playback,
    repair_table,
    scopes,
    timeline,
    triage,
    viewer,
)
from widgets.context import Context
from widgets.jobs.panel import JobsPanel
from widgets.text import translate
from widgets.viewer import Viewer


@dataclass(frozen=True)
class Panels:
    """The picture, the transport bar below it, the bar over it while an earlier state is looked at, the board of
    the jobs, and the docks (it is one of them): id to title and panel."""

    viewer: Viewer
    transport: QWidget
    looking: QWidget
    board: JobsPanel
    docks: Mapping[str, tuple[str, QWidget]]


def make_panels(context: Context) -> Panels:
    """Make them all, and let each room add its commands."""
    picture, transport = viewer.make_panel(context), playback.make_panel(context)
    ledger, board = history.make_panel(context), jobs.make_panel(context)
    repairs = masks.make_panel(context)
    docks: dict[str, tuple[str, QWidget]] = {
        "timeline": (translate("Window", "Timeline"), timeline.make_panel(context)),
        "repairs": (translate("Window", "Repairs"), repairs),
        "triage": (translate("Window", "Triage"), triage.make_panel(context, repairs.room)),
        "tools": (translate("Window", "Tools"), fixes.make_panel(context, repairs.room)),
        "inspector": (translate("Window", "Inspector"), inspector.make_panel(context)),
        "history": (translate("Window", "History"), ledger),
        "jobs": (translate("Window", "Jobs"), board),
        "scopes": (translate("Window", "Scopes"), scopes.make_panel(context)),
        "table": (translate("Window", "All repairs"), repair_table.make_panel(context)),
        "lint": (translate("Window", "Linter"), lint.make_panel(context)),
        "hdr": (translate("Window", "HDR"), hdr.make_panel(context)),
    }
    return Panels(picture, transport, ledger.bar, board, docks)
